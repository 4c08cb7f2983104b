"""`archcite list`: documents, or with `--citations` every reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli.common import (
    ByArchive,
    ByDelo,
    ByFond,
    ByOpis,
    ByPerson,
    ByText,
    Encoding,
    Format,
    Inputs,
    Paths,
    Since,
    Until,
    print_records,
    selection,
    short_names,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.catalogue.build import FileView
    from archcite.catalogue.query import Query
    from archcite.model import Citation, Document


def command(
    paths: Paths,
    citations: Annotated[
        bool, typer.Option("--citations", "-c", help="One row a reference, those in notes included, Ibid. resolved.")
    ] = False,
    unresolved: Annotated[
        bool, typer.Option("--unresolved", help="With --citations: also those not resolved, with status and reason.")
    ] = False,
    merge: Annotated[
        bool, typer.Option("--merge", help="One row for all witnesses of a document, under old and new archive names.")
    ] = False,
    archive: ByArchive = None,
    fond: ByFond = None,
    opis: ByOpis = None,
    delo: ByDelo = None,
    since: Since = None,
    until: Until = None,
    person: ByPerson = None,
    text: ByText = None,
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="KEY",
            help="date, number, person, shelfmark or file; citations: number, shelfmark or file.",
        ),
    ] = None,
    format_: Format = "table",
    encoding: Encoding = None,
) -> None:
    """List the documents of files and folders, one row each, or every reference in them.

    Examples:

    \b
    archcite list letters/
    archcite list letters/ --archive RTsKhIDNI --from 1923 --sort date
    archcite list letters/ --citations --unresolved
    archcite list letters/ --citations --format csv > citations.csv
    """
    from archcite.errors import UsageError
    from archcite.export import check
    from archcite.export import citations as citation_view
    from archcite.export import documents as document_view
    from archcite.export import merged as merged_view

    check(format_)
    if unresolved and not citations:
        raise UsageError("--unresolved goes with --citations")
    if merge and citations:
        raise UsageError("--merge lists documents; it does not go with --citations")
    inputs = Inputs(paths, encoding)
    query = selection(inputs.authority, archive, fond, opis, delo, since, until, person, text)
    names = short_names(inputs.authority)
    if citations:
        rows = _citations(inputs, query, sort, unresolved=unresolved)
        print_records(rows, citation_view(names, unresolved=unresolved), format_)
    elif merge:
        from archcite.catalogue.merge import merge as merged

        print_records(merged(_documents(inputs, query, sort)), merged_view(names), format_)
    else:
        print_records(_documents(inputs, query, sort), document_view(names), format_)
    inputs.close()


def _documents(inputs: Inputs, query: Query, sort: str | None) -> list[Document]:
    from archcite.catalogue.query import document_key

    key = None if sort is None else document_key(sort)
    documents = [document for document in inputs.documents() if query.document(document)]
    return documents if key is None else sorted(documents, key=key)  # type: ignore[arg-type]


def _citations(inputs: Iterable[FileView], query: Query, sort: str | None, *, unresolved: bool) -> Iterable[Citation]:
    from archcite.catalogue.query import citation_key

    key = None if sort is None else citation_key(sort)
    found = (
        citation
        for view in inputs
        for citation, document in view.cited()
        if (unresolved or citation.status != "unresolved") and query.citation(citation, document)
    )
    return found if key is None else sorted(found, key=key)  # type: ignore[arg-type]
