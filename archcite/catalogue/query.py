"""Filters and sorting of documents and citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import regex

from archcite.errors import UsageError
from archcite.notation.shelfmark import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archcite.archives import Authority
    from archcite.model import Citation, Date, Document


@dataclass(slots=True, frozen=True)
class Query:
    """What to keep; a None keeps everything. Dates are EDTF (`1917`, `1917-12`, `1917-12-27`), Gregorian."""

    archives: frozenset[str] | None = None
    written_archive: str | None = None
    fond: str | None = None
    opis: str | None = None
    delo: str | None = None
    since: str | None = None
    until: str | None = None
    person: str | None = None
    text: str | None = None

    def document(self, document: Document) -> bool:
        """Whether a document is kept: levels are those of its source line."""
        if self._by_levels and (document.source is None or not self._levels(document.source)):
            return False
        return self._in_time(document.date) and self._about(document) and self._says(document)

    def citation(self, citation: Citation, document: Document | None) -> bool:
        """Whether a citation is kept; date, person and text are those of the document that it stands in."""
        if self._by_levels and not self._levels(citation):
            return False
        if self.since is None and self.until is None and self.person is None and self.text is None:
            return True
        if document is None:
            return self._says_only(citation)
        return self._in_time(document.date) and self._about(document) and self._says(document)

    @property
    def _by_levels(self) -> bool:
        return any(part is not None for part in (self.archives, self.written_archive, self.fond, self.opis, self.delo))

    def _levels(self, citation: Citation) -> bool:
        archive = citation.archive
        if self.archives is not None and (archive is None or not self.archives & {archive.id, *archive.candidates}):
            return False
        if self.written_archive is not None and (
            archive is None or archive.id is not None or (archive.written or "").casefold() != self.written_archive
        ):
            return False
        return (
            _same(self.fond, [citation.fond])
            and _same(self.opis, [citation.opis])
            and (self.delo is None or _holds(self.delo, citation.dela))
        )

    def _in_time(self, date: Date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if date is None:
            return False
        first, last = bounds(date.gregorian)
        return (self.since is None or last >= bounds(self.since)[0]) and (
            self.until is None or first <= bounds(self.until)[1]
        )

    def _about(self, document: Document) -> bool:
        if self.person is None:
            return True
        from archcite.transcript.people import same_person

        people = [*document.authors, *document.recipients, *document.others]
        return any(same_person(self.person, person.name) for person in people) or (
            document.signature is not None and same_person(self.person, document.signature)
        )

    def _says(self, document: Document) -> bool:
        if self.text is None:
            return True
        wanted = self.text.casefold()
        parts = [
            document.title or "",
            document.body.text,
            document.description or "",
            *(n.text for n in document.notes),
        ]
        return any(wanted in part.casefold() for part in parts)

    def _says_only(self, citation: Citation) -> bool:
        bare = self.since is None and self.until is None and self.person is None
        return bare and self.text is not None and self.text.casefold() in citation.text.casefold()


def archives_named(name: str, authority: Authority) -> tuple[frozenset[str] | None, str | None]:
    """The ids that a name can mean, or the name itself, case folded, if the authority file lacks it."""
    if name.casefold() in authority:
        return frozenset({name.casefold()}), None
    match = authority.find(name, fuzzy=False)
    return (frozenset(match.ids), None) if match is not None else (None, name.casefold())


def _same(wanted: str | None, found: Iterable[str | None]) -> bool:
    return wanted is None or any(number is not None and fold(number) == fold(wanted) for number in found)


def _holds(wanted: str, dela: tuple[str, ...]) -> bool:
    """Whether a file is among files and ranges of files."""
    number = fold(wanted)
    for item in dela:
        folded = fold(item)
        if folded == number:
            return True
        first, dash, last = folded.partition("-")
        if dash and number.isdigit() and first.isdigit() and last.isdigit() and int(first) <= int(number) <= int(last):
            return True
    return False


_EDTF = regex.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?[?~%]?")
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}


def bounds(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF date or interval as `YYYY-MM-DD`, for comparing as strings.

    An open end is as early or late as can be. Raises UsageError if the string is no EDTF date of level 0 or 1.
    """
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        low = "0000-00-00" if first in ("", "..") else bounds(first)[0]
        high = "9999-99-99" if last in ("", "..") else bounds(last)[1]
        return low, high
    match = _EDTF.fullmatch(edtf)
    if match is None:
        raise UsageError(f"date {edtf!r}: expected YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    if month in _SEASONS:
        early, late = _SEASONS[month]
        return f"{year}-{early}-01", f"{year}-{late}-31"
    first_day = "-".join(part.replace("X", "0") for part in (year, month, day))
    last_day = "-".join(part.replace("X", "9") for part in (year, month, day))
    return first_day, last_day


_T = TypeVar("_T")

SORT_KEYS = ("date", "number", "person", "shelfmark", "file")


def document_key(name: str) -> Callable[[Document], object]:
    """The sort key of that name. Raises UsageError for another name."""
    keys: dict[str, Callable[[Document], object]] = {
        "date": lambda d: bounds(d.date.gregorian) if d.date is not None else ("~", "~"),
        "number": lambda d: (d.number is None, natural(d.number or "")),
        "person": lambda d: (not d.authors, d.authors[0].name.split()[-1:] if d.authors else [], d.id),
        "shelfmark": lambda d: _shelfmark_key(d.source),
        "file": lambda d: (natural(d.file), d.line),
    }
    return _pick(keys, name)


def citation_key(name: str) -> Callable[[Citation], object]:
    """The sort key of that name for citations; `date` and `person` are of documents. Raises UsageError."""
    keys: dict[str, Callable[[Citation], object]] = {
        "number": lambda c: (c.document is None, natural(c.document or "")),
        "shelfmark": _shelfmark_key,
        "file": lambda c: (natural(c.file), c.start),
    }
    return _pick(keys, name)


def _pick(keys: dict[str, Callable[[_T], object]], name: str) -> Callable[[_T], object]:
    if name not in keys:
        raise UsageError(f"--sort {name}: expected one of {', '.join(keys)}")
    return keys[name]


def _shelfmark_key(citation: Citation | None) -> object:
    if citation is None or citation.shelfmark is None:
        return (True, natural(""))
    return (False, natural(citation.shelfmark))


_DIGITS = regex.compile(r"(\d+)")


def natural(text: str) -> list[tuple[int, int, str]]:
    """A sort key in which `Д. 9` comes before `Д. 10`."""
    return [(0, int(part), "") if part.isdigit() else (1, 0, part.casefold()) for part in _DIGITS.split(text) if part]
