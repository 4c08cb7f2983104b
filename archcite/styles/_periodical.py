"""The issue of a journal or newspaper that a document was published in: a number, or a day.

    gost     Известия ЦК КПСС. 1990. № 5. С. 200      Правда. 1924. 30 января. С. 1
    chicago  Izvestiia TsK KPSS, no. 5 (1990): 200    Pravda, January 30, 1924, p. 1
    mla      Izvestiia TsK KPSS, no. 5, 1990, p. 200  Pravda, 30 Jan. 1924, p. 1
    apa      Izvestiia TsK KPSS, 1990(5), 200         Pravda, January 30, 1924, p. 1

GOST R 7.0.5-2008, examples of articles in serials; CMOS 17, 14.171 and 14.191 (a journal without volumes, a newspaper).
From memory: the year in the place of the volume in the APA, where the date is that of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.styles import _dates
from archcite.styles._context import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from archcite.model import Date

_DAY = regex.compile(r"(?P<day>\d{1,2})\s(?P<month>\p{L}{3})\p{L}*+")


def russian(issue: str, year: str, *, cyrillic: bool) -> list[str]:
    """Year and number, or year and day, as the pieces between full stops."""
    number = f"{'№' if cyrillic else 'No.'} {issue}" if _is_number(issue) else issue
    return [piece for piece in (year, number) if piece]


def note(issue: str, year: str, page: str, day: Callable[[Date], _dates.Written]) -> str:
    """`, no. 5 (1990): 200` and `, January 30, 1924, p. 1`, to be put behind the title; `day` writes the date."""
    if _is_number(issue):
        return f", no. {issue}" + (f" ({year})" if year else "") + (f": {page}" if page else "")
    return _behind(_of_day(issue, year, day), page)


def works_cited(issue: str, year: str, page: str) -> str:
    """`, no. 5, 1990, p. 200`, behind the title."""
    if _is_number(issue):
        return _behind(", ".join(filter(None, [f"no. {issue}", year])), page)
    return _behind(_of_day(issue, year, _dates.short), page)


def volume(issue: str, year: str, page: str) -> str:
    """`, 1990(5), 200`, behind the title."""
    if _is_number(issue):
        return f", {year}({issue})" + (f", {page}" if page else "")
    return _behind(_of_day(issue, year, _dates.english), page)


def _is_number(issue: str) -> bool:
    return _DAY.fullmatch(issue) is None


def _behind(text: str, page: str) -> str:
    return f", {text}" + (f", {'pp.' if '–' in page else 'p.'} {page}" if page else "")


def _of_day(issue: str, year: str, day: Callable[[Date], _dates.Written]) -> str:
    """The day and the year in words; as the record has them where the month is in another language."""
    from archcite.model import Date

    found = _DAY.fullmatch(issue)
    begins = found["month"].casefold() if found else ""
    months = words()["months"]
    both = zip(months["ru_genitive"], months["en"], strict=True)
    month = next((place for place, names in enumerate(both, 1) if any(n.casefold()[:3] == begins for n in names)), 0)
    if found is None or not month or not year.isdigit():
        return " ".join(filter(None, [issue, year]))
    edtf = f"{year}-{month:02}-{int(found['day']):02}"
    return day(Date(edtf=edtf, written=issue, calendar="gregorian", calendar_from="newspaper", gregorian=edtf)).text
