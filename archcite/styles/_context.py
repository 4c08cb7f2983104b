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

    from archcite.model import CitedArchive, Document

Script = Literal["Cyrl", "Latn"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, and what the style wants and the record lacks: a clause each, nothing invented for them."""

    text: str
    missing: tuple[str, ...] = ()


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
    def names(self) -> Sequence[DatedName]:
        """All its names, the present one first."""

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
    translation.
    """

    names: Names
    variant: str | None = None
    as_published: bool = False
    edition: int | None = None
    scheme: str = "ala-lc"
    document: Callable[[str], Document | None] = _none

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

    def abbreviation(self, cited: CitedArchive | None, script: Script) -> tuple[str, list[str]]:
        """The short name of an archive in a script, and what is wanting; `""` where no archive is named."""
        if cited is None:
            return "", ["no archive"]
        archive = self.archive(cited)
        if archive is None:
            return self._as_written(cited, script)
        present = archive.abbr("ru" if script == "Cyrl" else "en")
        if not self.as_published:
            return present, []
        if cited.written is None:
            return present, ["the archive is named in an earlier reference only: cited under its present name"]
        found = self.names.find(cited.written)
        dated = None
        if found is not None and found.ids == (cited.id,) and found.name_index is not None:
            dated = archive.names[found.name_index].abbr
        if dated is None:
            return cited.written, [f"the authority file does not date the name {cited.written}: as written"]
        return (dated if script == "Cyrl" else self.romanize(dated, archive.lang)), []

    def _as_written(self, cited: CitedArchive, script: Script) -> tuple[str, list[str]]:
        written = cited.written or cited.id or ""
        if cited.candidates:
            why = f"{written} may be any of {', '.join(cited.candidates)}: as written"
        else:
            why = f"the authority file has no archive {written}: as written"
        return (self.romanize(written) if script == "Latn" else written), [why]


def has_cyrillic(text: str) -> bool:
    """Whether the text has a Cyrillic letter."""
    return regex.search(r"\p{Cyrillic}", text) is not None


def has_latin(text: str) -> bool:
    """Whether the text has a Latin letter."""
    return regex.search(r"\p{Latin}", text) is not None


@cache
def words() -> dict[str, Any]:
    """The tables of `words.toml`, read once."""
    from importlib.resources import files

    return tomllib.loads(files(__package__).joinpath("words.toml").read_text("utf-8"))


def stop(text: str) -> str:
    """The text with the full stop of a sentence, not doubled after that of an abbreviation."""
    return text if text.endswith((".", "?", "!")) else text + "."
