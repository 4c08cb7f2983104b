"""What several commands share: options, reading the inputs with a line for each that fails, and the archives' names."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from pydantic import BaseModel

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView, Reader
    from archcite.catalogue.query import Query
    from archcite.config import Settings
    from archcite.errors import InputError
    from archcite.export import View
    from archcite.model import Document

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders (read recursively), or - for standard input.")
]
ByArchive = Annotated[
    str | None, typer.Option("--archive", metavar="NAME", help="An archive, by any name it ever had.")
]
ByFond = Annotated[str | None, typer.Option("--fond", metavar="N", help="A fond.")]
ByOpis = Annotated[str | None, typer.Option("--opis", metavar="N", help="An opis.")]
ByDelo = Annotated[str | None, typer.Option("--delo", metavar="N", help="A delo; ranges of files count.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day, month or year (Gregorian).")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day, month or year (Gregorian).")]
ByPerson = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="An author, addressee or signatory, in any script.")
]
ByText = Annotated[str | None, typer.Option("--text", metavar="WORDS", help="Words in title, text or notes.")]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Encoding of the files, where it is not to be told from them, such as windows-1251.",
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help="table, plain, markdown, csv, tsv, json, jsonl, or any format of tabulate.",
        show_default=True,
    ),
]


def authority() -> Authority:
    """The authority file, with the archives that the project's configuration adds."""
    from archcite.archives import Authority
    from archcite.config import load

    return Authority.load(load().archives)


def reader(encoding: str | None = None, settings: Settings | None = None) -> Reader:
    """A reader with the project's archives and abbreviations. Raises UsageError for an id that no archive has."""
    from archcite.archives import Authority
    from archcite.catalogue.build import Reader
    from archcite.config import load
    from archcite.errors import UsageError

    settings = settings or load()
    archives = Authority.load(settings.archives)
    for short, id_ in settings.abbreviations.items():
        if id_ not in archives:
            raise UsageError(f"{settings.source}: abbreviations: {short!r} is {id_!r}; expected the id of an archive")
    gc.freeze()  # the authority file stays: the collector need not walk it again each time that the catalogue has grown
    return Reader(archives, encoding, settings.abbreviations)


class Inputs:
    """Reads the inputs of a command; says in one line each what could not be read, and remembers that it was so."""

    def __init__(self, paths: list[str], encoding: str | None = None) -> None:
        from archcite.config import load

        self.paths = paths
        self.settings: Settings = load()
        self.reader: Reader = reader(encoding, self.settings)
        self.authority: Authority = self.reader.authority
        self.errors: list[InputError] = []

    def __iter__(self) -> Iterator[FileView]:
        for view in self.reader.files(self.paths, self._failed):
            if view.text.remark:
                self.remark(f"{view.text.file}: {view.text.remark}")
            yield view

    def documents(self) -> list[Document]:
        """All documents, originals and translations naming each other."""
        from archcite.catalogue.pairs import pair

        return pair(list(self), self.settings.pairs)

    def _failed(self, error: InputError) -> None:
        self.errors.append(error)
        console.complain(error)

    def remark(self, message: str) -> None:
        """Say something about what was read on standard error; no error."""
        console.err(f"archcite: {message}")

    def close(self, code: int = 0) -> None:
        """Exit: 2 if an input could not be read, else `code`."""
        if self.errors or code:
            raise typer.Exit(2 if self.errors else code)


def short_names(authority: Authority) -> Callable[[str], str]:
    """The present Latin abbreviation of an archive by its id."""
    return lambda id_: authority.get(id_).abbr("en") if id_ in authority else id_


def selection(
    authority: Authority,
    archive: str | None,
    fond: str | None,
    opis: str | None,
    delo: str | None,
    since: str | None,
    until: str | None,
    person: str | None,
    text: str | None,
) -> Query:
    """The query of the filter options that `list` and `reconcile` share. Raises UsageError for a bad date."""
    from archcite.catalogue.query import Query, archives_named, bounds

    for date in (since, until):
        if date is not None:
            bounds(date)
    ids, written = (None, None) if archive is None else archives_named(archive, authority)
    if written is not None:  # no error: a text may cite an archive that the authority file lacks
        similar = authority.find(archive or "")
        hint = f"; like {', '.join(authority.get(id_).abbr('en') for id_ in sorted(similar.ids))}?" if similar else ""
        console.complain(
            f"--archive {archive!r}: no known archive is called so{hint or '.'} Only what is written so is kept."
        )
    return Query(ids, written, fond, opis, delo, since, until, person, text)


def print_records(records: Iterable[BaseModel], view: View[Any], format_: str) -> None:
    """Print records in a format; `table` is a terminal table on a terminal and plain columns elsewhere."""
    from archcite.export import render

    if format_ == "table" and console.on_terminal():
        records = list(records)
        columns = [console.Column(column.header, column.priority) for column in view.short]
        console.table(columns, [[column.cell(record) for column in view.short] for record in records])
        return
    for piece in render(records, view, format_):
        console.write(piece)
