"""`archcite cite`: entries ready to paste."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console
from archcite.cli.common import Encoding, Inputs, say_repairs
from archcite.cli.show import pick, split

if TYPE_CHECKING:
    from archcite.styles import Entry


def command(
    targets: Annotated[
        list[str],
        typer.Argument(metavar="PATH|REFERENCE...", help="Files, folders, FILE#NUMBER, or quoted references."),
    ],
    style: Annotated[str, typer.Option("--style", "-s", metavar="NAME", help="gost or chicago.")] = "gost",
    variant: Annotated[
        str | None,
        typer.Option("--variant", metavar="NAME", help="A form of the style: footnote, inline, note …"),
    ] = None,
    edition: Annotated[int | None, typer.Option("--edition", metavar="N", help="Edition of the manual.")] = None,
    as_published: Annotated[
        bool, typer.Option("--as-published/--current", help="The archive's name as the text has it, or today's.")
    ] = False,
    scheme: Annotated[str, typer.Option("--romanization", metavar="NAME", help="Scheme for Latin letters.")] = "ala-lc",
    encoding: Encoding = None,
) -> None:
    """Print a bibliography entry for each document, or for references typed on the command line.

    An existing path is a path; anything else must parse as a reference. What was repaired, what the archive is called
    today, and what the style wants and the record lacks is said on standard error.

    Examples:

      archcite cite letters/1923.txt#171
      archcite cite letters/ --style chicago --variant bibliography
      archcite cite 'RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2' --style gost
    """
    from archcite import styles
    from archcite.catalogue.pairs import pair

    chosen = styles.get(style)
    styles.variant(chosen, variant)
    inputs = Inputs([], encoding)
    failed = False
    for target in targets:
        path, number = split(target)
        if target == "-" or os.path.exists(path):
            inputs.paths = [path]
            documents = pair(list(inputs))
            by_id = {document.id: document for document in documents}
            context = styles.Context(inputs.authority, variant, as_published, edition, scheme, by_id.get)
            for document in pick(documents, path, number):
                _print(document.id, chosen.document(document, context))
            continue
        citations = inputs.reader.reference(target)
        if not citations:
            console.complain(f"{target}: neither an existing path nor an archival reference")
            failed = True
            continue
        say_repairs(citations, inputs.authority)
        context = styles.Context(inputs.authority, variant, as_published, edition, scheme)
        for citation in citations:
            _print(citation.text, chosen.reference(citation, context))
    inputs.close(2 if failed else 0)


def _print(name: str, entry: Entry) -> None:
    console.out(entry.text)
    for lack in entry.missing:
        console.err(f"{name}: {lack}")
