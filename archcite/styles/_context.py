"""What a style is given beside the record, and what it gives back."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

import regex

from archcite.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from archcite.model import Citation, CitedArchive, Document

Script = Literal["Cyrl", "Latn"]
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_LATIN = regex.compile(r"\p{Latin}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, and what the style wants and the record lacks or is not sure of: a clause each, nothing invented.

    `italic` are the pieces of `text` that the style sets in italics (titles of books), as they stand there; `book`
    is the book or issue that a published document is cited from: title, year and number as its record has them. Where `resolved` is false
    the reference leads to no sheets: its entry has no text, that of a document no search data.
    """

    text: str
    missing: tuple[str, ...] = ()
    italic: tuple[str, ...] = ()
    book: str | None = None
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """What the entries before this one said: for `Ibid.`, and for styles that spell things out once.

    `previous` is the reference right before, and `book` the book right before (as in `Entry`), both null where
    nothing may be repeated; `mentioned` are the archives (ids, or names as written) cited so far, `names` the name that
    the text had last for each archive by id, `labels` the labels of opis and file that were met (`_labels`).
    """

    previous: Citation | None = None
    book: str | None = None
    mentioned: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[tuple[str, ...], str | None] = field(default_factory=dict)


class DatedName(Protocol):
    """One official name of an archive."""

    @property
    def abbr(self) -> str | None:
        """The abbreviation in the archive's own script."""


class WrittenForm(Protocol):
    """One way of writing a name of an archive."""

    @property
    def form(self) -> str:
        """As texts have it."""

    @property
    def repair(self) -> bool:
        """Whether it is a known misspelling."""


class ArchiveNames(Protocol):
    """An archive as a writer of entries needs it (the records of `archcite.archives` fit)."""

    @property
    def id(self) -> str:
        """Id in the authority file."""

    @property
    def variants(self) -> Sequence[WrittenForm]:
        """The ways of writing its names."""

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

    @property
    def form(self) -> str:
        """The listed form, for a misspelling the right one."""

    @property
    def repaired(self) -> bool:
        """Whether the written form is a misspelling."""


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
    translation; `published` cites the book that a document stands in; `run` is what came before. `soft_sign` is the
    style's sign for ь where names are romanized by ALA-LC.
    """

    names: Names
    variant: str | None = None
    as_published: bool = False
    edition: int | None = None
    scheme: str = "ala-lc"
    document: Callable[[str], Document | None] = _none
    published: bool = False
    run: Run = Run()
    soft_sign: str = "'"

    def romanize(self, text: str, lang: str = "ru") -> str:
        """Cyrillic letters into Latin ones; other text stays as it is."""
        from archcite.archives.romanize import romanize

        return self._signed(romanize(text, self.scheme, lang)).replace("№", "no.") if has_cyrillic(text) else text

    def full_name(self, archive: ArchiveNames) -> str:
        """The present full name of an archive in Latin letters."""
        return self._signed(archive.romanized(self.scheme))

    def _signed(self, romanized: str) -> str:
        return romanized.replace("'", self.soft_sign) if self.scheme == "ala-lc" else romanized

    def archive(self, cited: CitedArchive) -> ArchiveNames | None:
        """The authority's record of a cited archive; None where it has none or the name fits several."""
        if cited.id is None:
            return None
        try:
            return self.names.get(cited.id)
        except UsageError:  # a record made with another authority file
            return None

    def name_in_text(self, cited: CitedArchive) -> str | None:
        """The name of an archive as the text has it; for an inherited one as the text had it last, where that is known.

        If the text had another of its names last, it is the official abbreviation of the name that is inherited.
        """
        if cited.written is not None or cited.id is None:
            return cited.written
        last = self.run.names.get(cited.id)
        archive = self.archive(cited)
        if last is None or cited.name is None or archive is None:
            return last or cited.name
        found = self.names.find(last)
        index = found.name_index if found is not None else None
        return last if index is None or archive.names[index].abbr == cited.name else cited.name

    def is_former(self, cited: CitedArchive | None) -> bool:
        """Whether the text has another name of the archive than its present one."""
        archive = self.archive(cited) if cited else None
        if cited is None or archive is None:
            return False
        written = self.name_in_text(cited)
        present = (archive.abbr("ru"), archive.abbr("en"), archive.abbr(), archive.name(), archive.name("en"))
        return written is not None and bare(written) not in {bare(one) for one in present}

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
            missing = self._shared(present) if alone else []
            if script == "Cyrl" and not has_cyrillic(present):
                missing.append(f"{present} has no short name in Cyrillic letters")
            return present, missing
        written = self.name_in_text(cited)
        if written is None:
            return present, ["the archive is named in an earlier reference only: cited under its present name"]
        return self._published_name(written, archive, script)

    def _published_name(self, written: str, archive: ArchiveNames, script: Script) -> tuple[str, list[str]]:
        """The name that the text has, in the script of the entry; a misspelling is mended."""
        found = self.names.find(written)
        sure = found is not None and archive.id in found.ids
        name = found.form if found is not None and sure and found.repaired else written
        if script == "Latn":
            return self._romanized_name(name, archive), []
        if not has_latin(name) or not _is_cyrillic(archive):
            return name, []
        listed = (one.form for one in archive.variants if not one.repair and has_cyrillic(one.form))
        for form in (*(one.abbr for one in archive.names if one.abbr), *listed):
            if form and bare(name) in _romanized_forms(form, archive.lang):
                return form, []
        index = found.name_index if found is not None and sure else None
        dated = archive.names[index].abbr if index is not None else None
        if dated is not None and has_cyrillic(dated):
            return dated, [f"{name} is written with the abbreviation of that name: {dated}"]
        return name, [f"no Cyrillic form of the name {name}: as written"]

    def _romanized_name(self, name: str, archive: ArchiveNames) -> str:
        """The name in Latin letters; one in capitals (`RTSKHIDNI`) as it is romanized (`RTsKhIDNI`)."""
        if has_cyrillic(name):
            return self.romanize(name, archive.lang)
        for one in archive.names:
            if one.abbr and has_cyrillic(one.abbr) and bare(self.romanize(one.abbr, archive.lang)) == bare(name):
                return self.romanize(one.abbr, archive.lang)
        return name

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


def unresolved(citation: Citation | None) -> str | None:
    """The clause for a reference that leads to no sheets; None for one that does, or where there is none."""
    if citation is None or citation.status != "unresolved":
        return None
    return f"the reference is unresolved: {citation.reason or 'no reason given'}"


def mention(cited: CitedArchive | None) -> str | None:
    """By what an archive is known among those mentioned: its id, else its name as written."""
    return None if cited is None else cited.id or cited.written


@cache
def _romanized_forms(form: str, lang: str) -> frozenset[str]:
    """The letters of a Cyrillic name in every scheme."""
    from archcite.archives.romanize import SCHEMES, romanize

    return frozenset(bare(romanize(form, scheme, lang)) for scheme in SCHEMES)


def bare(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(char for char in name.casefold() if char.isalnum())


def _is_cyrillic(archive: ArchiveNames) -> bool:
    return any(one.abbr and has_cyrillic(one.abbr) for one in archive.names)


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
