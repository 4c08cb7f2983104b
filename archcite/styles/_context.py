"""What a style is given beside the record, and what it gives back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

import regex

from archcite.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archcite.model import Citation, CitedArchive, Document

Script = Literal["Cyrl", "Latn"]
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, and what the style wants and the record lacks: a clause each, nothing invented for them.

    `italic` are the pieces of `text` that the style sets in italics (titles of books), as they stand there; `book`
    is the title of the book that a published document is cited from, as its record has it.
    """

    text: str
    missing: tuple[str, ...] = ()
    italic: tuple[str, ...] = ()
    book: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What the entries before this one said: for `Ibid.`, and for styles that spell things out once.

    `previous` is the reference right before, and `book` the title of the book right before, both null where
    nothing may be repeated; `mentioned` are the archives (ids, or names as written) cited so far.
    """

    previous: Citation | None = None
    book: str | None = None
    mentioned: frozenset[str] = frozenset()


class DatedName(Protocol):
    """One official name of an archive."""

    @property
    def abbr(self) -> str | None:
        """The abbreviation in the archive's own script."""


class ArchiveNames(Protocol):
    """An archive as a writer of entries needs it (the records of `archcite.archives` fit)."""

    @property
    def lang(self) -> str:
        """Language of the archive's own name, ISO 639-1."""

    @property
    def country(self) -> str:
        """Country, ISO 3166-1 alpha-2."""

    @property
    def names(self) -> Sequence[DatedName]:
        """All its names, the present one first."""

    def name(self, lang: str | None = None) -> str:
        """The present full name: English for `en`, else as the archive itself writes it."""

    def abbr(self, lang: str | None = None) -> str:
        """The present abbreviation: Cyrillic for `ru`, Latin for `en`."""

    def city(self, lang: str | None = None) -> str:
        """The city, in English for `en`, else as the archive has it."""

    def romanized(self, scheme: str = "ala-lc") -> str:
        """The present full name in Latin letters."""


class FoundName(Protocol):
    """Which name of which archive a written form is."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Archives that have it; one is sure."""

    @property
    def name_index(self) -> int | None:
        """Place in `ArchiveNames.names`."""


class Names(Protocol):
    """The lookup over the authority file."""

    def get(self, archive_id: str, /) -> ArchiveNames:
        """The archive of that id; raises UsageError where there is none."""

    def find(self, written: str, /) -> FoundName | None:
        """What a written name stands for."""


def _none(_: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Context:
    """Options of one run and the knowledge that entries need.

    `variant` is one of the `VARIANTS` of the style (its first one if null); `as_published` cites archives by
    the name that the text has, otherwise by today's; `edition` is that of the style manual; `scheme` is a
    scheme of `archcite.archives.romanize`; `document` finds a record by its id, for the original of a
    translation; `published` cites the book that a document stands in; `run` is what came before.
    """

    names: Names
    variant: str | None = None
    as_published: bool = False
    edition: int | None = None
    scheme: str = "ala-lc"
    document: Callable[[str], Document | None] = _none
    published: bool = False
    run: Run = Run()

    def romanize(self, text: str, lang: str = "ru") -> str:
        """Cyrillic letters into Latin ones; other text stays as it is."""
        from archcite.archives.romanize import romanize

        return romanize(text, self.scheme, lang) if has_cyrillic(text) else text

    def archive(self, cited: CitedArchive) -> ArchiveNames | None:
        """The authority's record of a cited archive; None where it has none or the name fits several."""
        if cited.id is None:
            return None
        try:
            return self.names.get(cited.id)
        except UsageError:  # a record made with another authority file
            return None

    def abbreviation(self, cited: CitedArchive | None, script: Script, *, alone: bool = True) -> tuple[str, list[str]]:
        """The short name of an archive in a script, and what is wanting; `""` where no archive is named.

        `alone` says that the entry has no full name beside it: then a short name that other archives have too is told.
        """
        if cited is None:
            return "", ["no archive"]
        archive = self.archive(cited)
        if archive is None:
            return self._as_written(cited, script)
        present = archive.abbr("ru" if script == "Cyrl" else "en")
        if not self.as_published:
            return present, self._shared(present) if alone else []
        if cited.written is None:
            return present, ["the archive is named in an earlier reference only: cited under its present name"]
        found = self.names.find(cited.written)
        dated = None
        if found is not None and found.ids == (cited.id,) and found.name_index is not None:
            dated = archive.names[found.name_index].abbr
        if dated is None:
            return cited.written, [f"the authority file does not date the name {cited.written}: as written"]
        return (dated if script == "Cyrl" else self.romanize(dated, archive.lang)), []

    def english(self, cited: CitedArchive | None) -> tuple[str, str, str, list[str]]:
        """English name, city and country of an archive, `""` for what is not known, and what is wanting.

        Under a former name it is the abbreviation of that, and for an archive that nobody knows its name as written.
        """
        short, missing = self.abbreviation(cited, "Latn", alone=False)
        archive = self.archive(cited) if cited is not None else None
        if archive is None:
            return short, "", "", missing
        name = archive.name("en") if short == archive.abbr("en") else short
        return name, archive.city("en"), words()["countries"].get(archive.country, ""), missing

    def _shared(self, present: str) -> list[str]:
        found = self.names.find(present)
        ids = found.ids if found is not None else ()
        return [f"{present} is the short name of several archives: {', '.join(ids)}"] if len(ids) > 1 else []

    def _as_written(self, cited: CitedArchive, script: Script) -> tuple[str, list[str]]:
        written = cited.written or cited.id or ""
        if cited.candidates:
            why = f"{written} may be any of {', '.join(cited.candidates)}: as written"
        else:
            why = f"the authority file has no archive {written}: as written"
        return (self.romanize(written) if script == "Latn" else written), [why]


def mention(cited: CitedArchive | None) -> str | None:
    """By what an archive is known among those mentioned: its id, else its name as written."""
    return None if cited is None else cited.id or cited.written


def has_cyrillic(text: str) -> bool:
    """Whether the text has a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def has_latin(text: str) -> bool:
    """Whether the text has a Latin letter."""
    return _LATIN.search(text) is not None


@cache
def words() -> dict[str, Any]:
    """The tables of `words.toml`, read once."""
    from importlib.resources import files

    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def stop(text: str) -> str:
    """The text with the full stop of a sentence, not doubled after that of an abbreviation."""
    return text if text.endswith((".", "?", "!")) else text + "."
