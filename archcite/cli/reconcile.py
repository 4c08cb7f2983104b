"""`archcite reconcile`: references to the same holding under all its names."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli.common import Encoding, Format, Inputs, Paths, print_records, selection


def command(
    paths: Paths,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="NAME", help="An archive, by any name it ever had.")
    ] = None,
    fond: Annotated[str | None, typer.Option("--fond", metavar="N", help="A fond.")] = None,
    opis: Annotated[str | None, typer.Option("--opis", metavar="N", help="An opis.")] = None,
    delo: Annotated[str | None, typer.Option("--delo", metavar="N", help="A delo; ranges of files count.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Documents from this day, month or year (Gregorian).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Documents up to this day, month or year (Gregorian).")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="Documents by, to or signed by this person.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Documents with these words.")] = None,
    format_: Format = "table",
    encoding: Encoding = None,
) -> None:
    """Gather the references to the same sheets under old and new names of their archives, with the witnesses.

    A renaming within one archive keeps the numbers. An equation between two archives, or with changed numbers, that
    rests on memory is shown as possible and merges nothing.

    Examples:

      archcite reconcile letters/
      archcite reconcile letters/ --archive RTsKhIDNI --format json
    """
    from archcite.catalogue.reconcile import reconcile
    from archcite.export import check, holdings

    check(format_)
    inputs = Inputs(paths, encoding)
    query = selection(inputs.authority, archive, fond, opis, delo, since, until, person, text)
    found = [c for view in inputs for c, d in view.cited() if c.status != "unresolved" and query.citation(c, d)]
    print_records(reconcile(found, inputs.authority), holdings(), format_)
    without = sum(citation.shelfmark is None for citation in found)
    if without:
        inputs.remark(f"{without} references have no shelfmark (no archive, or a doubtful one): see list --citations")
    inputs.close()
