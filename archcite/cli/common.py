"""What several commands share: options, reading the inputs with a line for each that fails, and the archives' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView, Reader
    from archcite.errors import InputError
    from archcite.model import Citation

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (read recursively), or - for standard input.")
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of files that are not UTF-8, such as windows-1251."),
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


class Inputs:
    """Reads the inputs of a command; says in one line each what could not be read, and remembers that it was so."""

    def __init__(self, paths: list[str], encoding: str | None = None) -> None:
        from archcite.archives import Authority
        from archcite.catalogue.build import Reader

        self.paths = paths
        self.authority: Authority = Authority.load()
        self.reader: Reader = Reader(self.authority, encoding)
        self.errors: list[InputError] = []

    def __iter__(self) -> Iterator[FileView]:
        return self.reader.files(self.paths, self._failed)

    def _failed(self, error: InputError) -> None:
        self.errors.append(error)
        console.complain(error)

    def close(self, code: int = 0) -> None:
        """Exit: 2 if an input could not be read, else `code`."""
        if self.errors or code:
            raise typer.Exit(2 if self.errors else code)


def short_names(authority: Authority) -> Callable[[str], str]:
    """The present Latin abbreviation of an archive by its id."""
    return lambda id_: authority.get(id_).abbr("en") if id_ in authority else id_


def say_repairs(citations: list[Citation], authority: Authority) -> None:
    """On standard error: what was repaired, the archive's present name, and why something is not resolved."""
    for citation in citations:
        for repair in citation.repairs:
            console.err(
                f"{citation.text}: {repair.level}: {repair.written!r} read as {repair.read!r} ({repair.reason})"
            )
        archive = citation.archive
        if archive is not None and archive.id is not None and archive.written:
            known = authority.get(archive.id)
            present = {known.abbr("ru"), known.abbr("en"), known.abbr(), known.name(), known.name("en")}
            if archive.written.casefold() not in {name.casefold() for name in present if name}:
                console.err(f"{citation.text}: {archive.written} is today's {known.abbr('ru')} ({known.abbr('en')})")
        if citation.status != "resolved":
            console.err(f"{citation.text}: {citation.status}: {citation.reason}")
