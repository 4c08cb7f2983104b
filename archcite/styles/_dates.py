"""EDTF dates in words, Russian and English, with the parts that the editors supplied in square brackets.

EDTF (ISO 8601-2:2019), level 1: years, months and days, unspecified digits, `?`, `~` and `%`, seasons 21 to
24, intervals with an open end. What else stands in a record is printed as written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

from archcite.styles._context import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from archcite.model import Date, DatePart

    _Writer = Callable[["Point", Collection[DatePart], str | None], str]

_SINGLE = regex.compile(r"(?P<year>\d{4}|\d{3}X|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[?~%]?)")
# EDTF qualifiers: `?` uncertain, `~` approximate, `%` both.
_ABOUT, _UNSURE = ("~", "%"), ("?", "%")


@dataclass(frozen=True, slots=True)
class Point:
    """One date; `0` for a part that is not known. `month` may be an EDTF season (21 to 24)."""

    year: str
    month: int
    day: int
    doubt: str


@dataclass(frozen=True, slots=True)
class Span:
    """An interval; an end that is None is open."""

    start: Point | None
    end: Point | None


def parse(edtf: str) -> Point | Span | None:
    """A date of EDTF level 0 or 1; None for anything else."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    start, end = _point(first), _point(last)
    if (start is None and first not in ("..", "")) or (end is None and last not in ("..", "")):
        return None
    return Span(start, end) if start or end else None


def _point(text: str) -> Point | None:
    found = _SINGLE.fullmatch(text)
    if found is None:
        return None
    month, day = (0 if found[name] in (None, "XX") else int(found[name]) for name in ("month", "day"))
    if not (month <= 12 or 21 <= month <= 24) or day > 31:
        return None
    year = "" if found["year"] == "XXXX" else found["year"]
    return Point(year, month, day, found["doubt"])


@dataclass(frozen=True, slots=True)
class Written:
    """A date in words; `to_the_day` says that a day is named; what is wanting, a clause each."""

    text: str
    to_the_day: bool
    missing: tuple[str, ...] = ()


def russian(date: Date) -> Written:
    """`27 декабря 1917 г.`, `27 декабря [1917 г.]`, `не позднее 5 мая 1920 г.`, `13–14 июля 1920 г.`."""
    return _written(date, _russian_point, ("не позднее ", "не ранее "), " – ")


def english(date: Date) -> Written:
    """`December 27, 1917`, `December 27, [1917]`, `not later than May 5, 1920`, `July 13–14, 1920`."""
    return _written(date, _english_point, ("not later than ", "not before "), "–")


def day_first(date: Date) -> Written:
    """`27 December 1917`, `13–14 July 1920`."""
    return _written(date, _day_first_point, ("not later than ", "not before "), "–")


def short(date: Date) -> Written:
    """`27 Dec. 1917`, `circa 1920`, `1920?`: order, months and doubts of the MLA."""
    return _written(date, _short_point, ("not later than ", "not before "), "–")


def year_first(date: Date) -> Written:
    """`1917, December 27`, `1920, not before May 5`, the order of the APA."""
    return _written(date, _year_first_point, ("not later than ", "not before "), "–")


def _written(date: Date, point: _Writer, bounds: tuple[str, str], dash: str) -> Written:
    read = parse(date.edtf)
    missing = _old_style(date)
    if read is None:
        return Written(date.written, False, (f"the date {date.written} has no exact form: as written", *missing))
    if isinstance(read, Point):
        return Written(
            point(read, date.supplied, None), bool(read.day), (*missing, *(() if read.year else ("no year",)))
        )
    to_the_day = all(end.day for end in (read.start, read.end) if end)
    if read.start and read.end:
        text = _range(read.start, read.end, point, dash)
    else:
        text = "".join(  # parse() gives no span that is open at both ends
            _bound(word, bound, point) for word, bound in zip(bounds, (read.end, read.start), strict=True) if bound
        )
    return Written(f"[{text}]" if date.supplied else text, to_the_day, missing)


def _old_style(date: Date) -> tuple[str, ...]:
    if date.calendar != "julian" or date.edtf == date.gregorian or regex.fullmatch(r"\d{3}[\dX]\W?", date.edtf):
        return ()  # years are the same but for their last days
    return (f"{date.edtf} is Old Style ({date.calendar_from}); {date.gregorian} in the Gregorian calendar",)


def _bound(word: str, bound: Point, point: _Writer) -> str:
    if point is _year_first_point and bound.year.isdigit() and bound.month:
        return f"{bound.year}, {word}{point(replace(bound, year=''), (), None)}"
    if point is _russian_point:
        return word + _russian_point(bound, (), None, genitive=True)
    return word + point(bound, (), None)


def _range(start: Point, end: Point, point: _Writer, dash: str) -> str:
    """Both ends, what they share once: `13–14 июля 1920 г.`, `30 июля – 2 августа 1920 г.`, `1917–1920 гг.`."""
    sure = not start.doubt and not end.doubt and start.year.isdigit() and end.year.isdigit()
    if sure and not start.month and not end.month:
        return f"{start.year}–{end.year}{' гг.' if point is _russian_point else ''}"
    if sure and start.year == end.year and start.month and end.month:
        if start.day and end.day and start.month == end.month:
            return point(end, (), f"{start.day}–{end.day}")
        first, last = replace(start, year=""), replace(end, year="")
        if point is _year_first_point:
            return f"{start.year}, {point(first, (), None)}{dash}{point(last, (), None)}"
        return point(first, (), None) + dash + point(end, (), None)
    return point(start, (), None) + dash + point(end, (), None)


def _russian_point(date: Point, supplied: Collection[DatePart], day: str | None, *, genitive: bool = False) -> str:
    """One date; `day` stands for the day where a range of days does. The genitive stands behind `около`, `не ранее`."""
    case = "ru_genitive" if genitive or date.doubt in _ABOUT else "ru"
    tokens: list[tuple[str, DatePart]] = []
    if date.day:
        tokens.append((day or str(date.day), "day"))
    if date.month > 12:
        tokens.append((words()["seasons"][case][date.month - 21], "month"))
    elif date.month:
        tokens.append((words()["months"]["ru_genitive" if date.day else case][date.month - 1], "month"))
    if date.year.endswith("X"):
        tokens.append((f"{date.year[:3]}0-{'е' if case == 'ru' else 'х'} гг.", "year"))
    elif date.year:
        tokens.append((f"{date.year} г.", "year"))
    about = "около " if date.doubt in _ABOUT else ""
    return _bracketed(tokens, [" "] * len(tokens), supplied, date.doubt, about)


def _english_point(date: Point, supplied: Collection[DatePart], day: str | None) -> str:
    """The same in the order of American English: month, day, year."""
    month, number, year = _english_parts(date, day, "en")
    tokens = [part for part in (month, number, year) if part]
    return _english_joined(tokens, [", " if part == "day" else " " for _, part in tokens], date, supplied)


def _day_first_point(date: Point, supplied: Collection[DatePart], day: str | None, months: str = "en") -> str:
    """Day, month, year, without commas."""
    month, number, year = _english_parts(date, day, months)
    tokens = [part for part in (number, month, year) if part]
    return _english_joined(tokens, [" "] * len(tokens), date, supplied)


def _short_point(date: Point, supplied: Collection[DatePart], day: str | None) -> str:
    bare = _day_first_point(replace(date, doubt=""), supplied, day, "en_short")
    about = "circa " if date.doubt in _ABOUT else ""
    mark = "?" if date.doubt in _UNSURE else ""
    if bare.startswith("[") and bare.index("]") == len(bare) - 1:  # supplied as a whole, its doubt too
        return f"[{about}{bare[1:-1]}{mark}]"
    return f"{about}{bare}{mark}"


def _year_first_point(date: Point, supplied: Collection[DatePart], day: str | None) -> str:
    """Year, comma, month, day."""
    month, number, year = _english_parts(date, day, "en")
    tokens = [part for part in (year, month, number) if part]
    return _english_joined(tokens, [", " if part == "year" else " " for _, part in tokens], date, supplied)


_Token = tuple[str, "DatePart"]


def _english_parts(date: Point, day: str | None, months: str) -> tuple[_Token | None, _Token | None, _Token | None]:
    """Month or season, day, year; null for what is not known."""
    month: _Token | None = None
    if date.month > 12:
        month = (words()["seasons"]["en"][date.month - 21], "month")
    elif date.month:
        month = (words()["months"][months][date.month - 1], "month")
    number: _Token | None = (day or str(date.day), "day") if date.day else None
    year: _Token | None = None
    if date.year:
        year = (f"{date.year[:3]}0s" if date.year.endswith("X") else date.year, "year")
    return month, number, year


def _english_joined(tokens: Sequence[_Token], gaps: Sequence[str], date: Point, supplied: Collection[DatePart]) -> str:
    about = "ca. " if date.doubt in _ABOUT else ""
    return _bracketed(tokens, gaps, supplied, date.doubt, about)


def _bracketed(
    tokens: Sequence[tuple[str, DatePart]], gaps: Sequence[str], supplied: Collection[DatePart], doubt: str, about: str
) -> str:
    """Join the parts, each run of supplied ones in one pair of brackets; a question mark for what is doubtful.

    `about` stands before a date, and within the brackets of one that is supplied as a whole.
    """
    out = ""
    inside = False
    for place, (text, part) in enumerate(tokens):
        if inside and part not in supplied:
            out += "]"
            inside = False
        out += gaps[place - 1] if place else ""
        if part in supplied and not inside:
            out += "["
            inside = True
        out += text
    mark = "?" if doubt in _UNSURE else ""
    if about and all(part in supplied for _, part in tokens):
        return f"[{about}{out[1:]}{mark}]"
    if inside:
        return f"{about}{out}{mark}]"
    return f"{about}{out} (?)" if mark else about + out
