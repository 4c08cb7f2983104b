"""`archcite list`: documents, or with `--citations` every reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console
from archcite.cli.common import Encoding, Format, Inputs, Paths, short_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from pydantic import BaseModel

    from archcite.catalogue.build import FileView
    from archcite.catalogue.query import Query
    from archcite.export import View
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
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="NAME", help="An archive, by any name it ever had.")
    ] = None,
    fond: Annotated[str | None, typer.Option("--fond", metavar="N", help="A fond.")] = None,
    opis: Annotated[str | None, typer.Option("--opis", metavar="N", help="An opis.")] = None,
    delo: Annotated[str | None, typer.Option("--delo", metavar="N", help="A delo; ranges of files count.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year (Gregorian).")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year (Gregorian).")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--person", metavar="NAME", help="An author, addressee or signatory, in any script.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Words in title, text or notes.")] = None,
    sort: Annotated[
        str | None, typer.Option("--sort", metavar="KEY", help="date, number, person, shelfmark or file; citations: number, shelfmark, file.")
    ] = None,
    format_: Format = "table",
    encoding: Encoding = None,
) -> None:
    """List the documents of files and folders, one row each, or every reference in them.

    Examples:

      archcite list letters/
      archcite list letters/ --archive RTsKhIDNI --from 1923 --sort date
      archcite list letters/ --citations --unresolved
      archcite list letters/ --citations --format csv > citations.csv
    """
    from archcite.catalogue.query import Query, archives_named
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
    ids, written = (None, None) if archive is None else archives_named(archive, inputs.authority)
    query = Query(ids, written, fond, opis, delo, since, until, person, text)
    _check_dates(since, until)
    names = short_names(inputs.authority)
    if citations:
        rows = _citations(inputs, query, sort, unresolved=unresolved)
        _print(rows, citation_view(names, unresolved=unresolved), format_)
    else:
        documents = _documents(inputs, query, sort)
        if merge:
            from archcite.catalogue.merge import merge as merged

            _print(merged(documents), merged_view(names), format_)
        else:
            _print(documents, document_view(names), format_)
    inputs.close()


def _check_dates(*dates: str | None) -> None:
    from archcite.catalogue.query import bounds

    for date in dates:
        if date is not None:
            bounds(date)


def _documents(inputs: Iterable[FileView], query: Query, sort: str | None) -> list[Document]:
    from archcite.catalogue.pairs import pair
    from archcite.catalogue.query import document_key

    key = None if sort is None else document_key(sort)
    documents = [document for document in pair(list(inputs)) if query.document(document)]
    return documents if key is None else sorted(documents, key=key)  # type: ignore[arg-type]


def _citations(inputs: Iterable[FileView], query: Query, sort: str | None, *, unresolved: bool) -> Iterable[Citation]:
    from archcite.catalogue.query import citation_key

    found = _matching(inputs, query, unresolved=unresolved)
    return found if sort is None else sorted(found, key=citation_key(sort))  # type: ignore[arg-type]


def _matching(inputs: Iterable[FileView], query: Query, *, unresolved: bool) -> Iterator[Citation]:
    for view in inputs:
        documents = iter(view.documents)
        document = next(documents, None)
        for citation in view.citations:
            line = citation.line
            while document is not None and document.end_line < line:
                document = next(documents, None)
            own = document if document is not None and document.line <= line else None
            if (unresolved or citation.status != "unresolved") and query.citation(citation, own):
                yield citation


def _print(records: Iterable[BaseModel], view: View[Any], format_: str) -> None:
    from archcite.export import render

    if format_ == "table" and console.on_terminal():
        records = list(records)
        columns = [console.Column(column.header, column.priority) for column in view.short]
        console.table(columns, [[column.cell(record) for column in view.short] for record in records])
        return
    for piece in render(records, view, format_):
        console.write(piece)
