"""What the authority file holds, as light records: one archive and its names, and one match of a name.

The records stand in the hot path (they are built at every start), so they are slotted dataclasses and
named tuples and not models; `archcite.archives.schema` has the models by which data of a user are checked.

Dates are strings of EDTF level 0 (`1999-03-15`, `1991-10`, `1931`), or null where no date is known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from archcite.archives.keys import letters
from archcite.archives.romanize import romanize

if TYPE_CHECKING:
    from collections.abc import Mapping

Known = Literal["verified", "memory", "derived"]
Confidence = Literal["high", "medium", "low"]
How = Literal["exact", "derived", "inflected", "shortened", "lookalike", "garble", "misspelt"]

REPAIRS: frozenset[How] = frozenset({"lookalike", "garble", "misspelt"})
"""The ways of matching that a caller must report as a repair."""

OTHER_SCRIPT = "letters of another script, or digits for letters"
"""The reason of a look-alike repair: the one misspelling of a name that is safe to mend."""


class Mark(NamedTuple):
    """Where a fact is known from: seen in the sources `refs`, from memory, or made by rule."""

    known: Known
    refs: tuple[str, ...] = ()
    confidence: Confidence = "high"

    def __str__(self) -> str:
        """The mark in words: `verified: abb-b12-contact`, `memory, high`, `memory, medium: gh-f71`.

        How sure a fact is stands in it unless it was seen beyond doubt.
        """
        plain = self.known == "verified" and self.confidence == "high"
        told = self.known if plain else f"{self.known}, {self.confidence}"
        return f"{told}: {', '.join(self.refs)}" if self.refs else told


class Name(NamedTuple):
    """One official name of an archive and the years in which it bore it.

    `from_` and `to` are EDTF; `to` is null for the present name (then `current`) and where the end is unknown.
    `abbr` is null for a name that was never shortened.
    """

    abbr: str | None
    name: str
    lang: str
    from_: str | None
    to: str | None
    current: bool
    date_note: str | None
    note: str | None
    mark: Mark

    def translit(self, scheme: str = "ala-lc") -> str | None:
        """The name in Latin letters by a scheme of `romanize`; null where it is written in them already."""
        return romanize(self.name, scheme, self.lang) if _is_cyrillic(self.name) else None


class Variant(NamedTuple):
    """One way of writing a name or an abbreviation.

    `of` is the official abbreviation that it stands for (null where that name has none), `name_index` the place
    of that name in `Archive.names`. `kind` is a value of `load.KINDS`. `repair` marks a spelling that counts as a
    slip of the pen or the scanner. `shared_with` are other archives that the same form may stand for. `listed` is
    false for what a rule makes.
    """

    archive: str
    form: str
    kind: str
    of: str | None
    name_index: int | None
    repair: bool
    note: str | None
    mark: Mark
    shared_with: tuple[str, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Relation:
    """How one archive became, took over, split from, or belongs to another.

    `archive` is the entry it was asked for, `other` the far end. `direction` is `to` where the fact runs from
    `archive` to `other` (for `split_from`, `archive` is then the new one), `from` for the opposite, and `within`
    for a renaming, where both are the same. The abbreviations are those of the two ends; null where a name had none.
    """

    archive: str
    kind: str
    direction: Literal["to", "from", "within"]
    other: str
    from_abbr: str | None
    to_abbr: str | None
    date: str | None
    date_text: str | None
    note: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class FondRule:
    """How the fonds of one archive are numbered in another (or in the same one under a later name)."""

    id: str
    from_archive: str
    from_ref: str
    to_archive: str
    to_ref: str
    date: str | None
    date_text: str | None
    rule: str
    keeps: str | None
    note: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Confusion:
    """Forms that are taken for one another, the archives concerned, and what decides between them."""

    id: str
    kind: str
    forms: tuple[str, ...]
    candidates: tuple[str, ...]
    advice: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Fond:
    """A known fond; `number` is without its letters, `aliases` are other ways of writing the same number."""

    archive: str
    fond: str
    fond_ascii: str
    prefix: str | None
    number: int
    suffix: str | None
    aliases: tuple[str, ...]
    title_ru: str | None
    title_en: str | None
    former: str | None
    note: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or address by which others know the archive."""

    scheme: str
    value: str
    note: str | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Source:
    """A source of facts: where it is, and what it was seen to say."""

    id: str
    where: str
    supports: str


@dataclass(frozen=True, slots=True)
class Archive:
    """One archive through all its names; `names` has the present (or last) name first."""

    id: str
    status: str
    country: str
    city_en: str
    city_local: str
    lang: str
    abbr_cyr: str | None
    abbr_lat: str
    name_local: str
    name_en: str
    names: tuple[Name, ...]
    variants: tuple[Variant, ...]
    notes: str | None
    examples: tuple[str, ...]
    mark: Mark
    data: Mapping[str, Any] = field(repr=False, compare=False)
    """The entry as it stands in its file."""

    @property
    def identifiers(self) -> tuple[Identifier, ...]:
        """Numbers and addresses by which others know the archive."""
        return tuple(
            Identifier(item["scheme"], item["value"], item.get("note"), mark_of(item))
            for item in self.data.get("identifiers", ())
        )

    def abbr(self, lang: str | None = None) -> str:
        """The present abbreviation: Cyrillic for `ru`, `uk`, `be`, `bg` where there is one, else Latin."""
        cyrillic = (lang or self.lang) in _CYRILLIC
        return (self.abbr_cyr if cyrillic else None) or self.abbr_lat

    def begins(self, key: str) -> bool:
        """Whether one of its official abbreviations begins with this word (as `letters`), itself an abbreviation."""
        firsts = (name.abbr.split()[0] for name in self.names if name.abbr)
        return any(first.isupper() and letters(first) == key for first in firsts)

    def name(self, lang: str | None = None) -> str:
        """The present official name: English for `en`, else as the archive itself writes it."""
        return self.name_en if lang == "en" else self.name_local

    def city(self, lang: str | None = None) -> str:
        """The city in English for `en`, else in the language of the archive."""
        return self.city_en if lang == "en" else self.city_local

    def romanized(self, scheme: str = "ala-lc") -> str:
        """The present official name in Latin letters, by a scheme of `romanize`."""
        if not _is_cyrillic(self.name_local):
            return self.name_local
        return romanize(self.name_local, scheme, self.lang)

    def period(self, name_index: int) -> tuple[str | None, str | None]:
        """From when to when the archive bore the abbreviation of `names[name_index]`, later returns included."""
        one = self.names[name_index]
        same = [n for n in self.names if n.abbr == one.abbr] if one.abbr else [one]
        starts = [n.from_ for n in same]
        ends = [n.to for n in same]
        start = None if None in starts else min(s for s in starts if s)
        end = None if None in ends else max(e for e in ends if e)
        return start, end


@dataclass(frozen=True, slots=True)
class Match:
    """One archive name found in a text.

    `start` and `end` are code points of that text, end exclusive; `written` is what stands there. One id is sure;
    several are the candidates of an ambiguous form. `form` is the listed form, for a repair the right spelling.
    `name_index` is the place of the name in `Archive.names`, null where it is unknown or the match ambiguous.
    `note` is, for a repair, the reason; else what the authority file remarks on the form. `decided` is what settled a
    form that fits several archives, or left fewer of them; null where nothing had to.
    """

    start: int
    end: int
    written: str
    ids: tuple[str, ...]
    how: How
    form: str
    name_index: int | None = None
    note: str | None = None
    decided: str | None = None

    @property
    def id(self) -> str | None:
        """The archive, or null where several are possible."""
        return self.ids[0] if len(self.ids) == 1 else None

    @property
    def repaired(self) -> bool:
        """Whether the caller owes the reader a report of `written` -> `form`."""
        return self.how in REPAIRS


def mark_of(data: Mapping[str, Any]) -> Mark:
    """The mark of a fact: `known`, `refs` (default none) and `confidence` (default `high`)."""
    return Mark(data["known"], tuple(data.get("refs", ())), data.get("confidence", "high"))


_CYRILLIC = frozenset({"ru", "uk", "be", "bg"})


def _is_cyrillic(text: str) -> bool:
    return any("\u0400" <= char <= "\u04ff" for char in text)
