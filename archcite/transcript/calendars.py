"""Points in time as the sources write them, EDTF for them, and the change of calendar of February 1918.

EDTF is that of ISO 8601-2:2019 (levels 0 and 1, and level 2 only for a day whose year is unknown:
`XXXX-12-27`).
Russia went from 31 January (Julian) to 14 February 1918 (Gregorian) by the decree of 24 January 1918.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from archcite.model import Calendar

#: The first Gregorian day in Russia.
REFORM: Final = (1918, 2, 14)
RULE_BEFORE: Final = "rule: before 14 February 1918"
RULE_AFTER: Final = "rule: from 14 February 1918"
RULE_DURING: Final = "rule: the calendar changed within this span"
NO_YEAR: Final = "unknown: no year"

Mark = Literal["", "?", "~", "%"]


@dataclass(slots=True)
class Point:
    """A day, month, season, year or decade; what is not known is None.

    `season` is an EDTF code 21 to 24, `decade` says that the last digit of the year is open (`192X`), `mark`
    is the EDTF qualifier.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    decade: bool = False
    mark: Mark = ""

    def edtf(self) -> str:
        """The point in EDTF, a missing year as `XXXX`."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.decade:
            year = year[:3] + "X"
        text = year
        if self.season is not None:
            text = f"{year}-{self.season}"
        elif self.month is not None:
            text = f"{year}-{self.month:02}"
            if self.day is not None:
                text += f"-{self.day:02}"
        return text + self.mark


def days_in_month(year: int | None, month: int, calendar: Calendar | None) -> int:
    """How many days the month has; 29 for a February whose year is not known."""
    if month == 2 and year is None:
        return 29
    if month == 2 and calendar == "julian":
        return 29 if year is not None and year % 4 == 0 else 28
    return monthrange(year or 2000, month)[1]


def julian_to_gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Gregorian day of a Julian one, as (year, month, day)."""
    from convertdate import julian

    y, m, d = julian.to_gregorian(year, month, day)
    return int(y), int(m), int(d)


def gregorian_to_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The Julian day of a Gregorian one, as (year, month, day)."""
    from convertdate import julian

    y, m, d = julian.from_gregorian(year, month, day)
    return int(y), int(m), int(d)


def rule_of(points: list[Point]) -> tuple[Calendar, str]:
    """The calendar that the rule gives to a date in Russia, and the words for what decided it."""
    years = [p.year for p in points if p.year is not None]
    if not years:
        return "gregorian", NO_YEAR
    before: set[bool] = set()
    for p in points:
        if p.year is None:
            continue
        if p.year != REFORM[0]:
            before.add(p.year < REFORM[0])
        elif p.month is None or (p.month == REFORM[1] and p.day is None):
            return "gregorian", RULE_DURING
        else:
            before.add((p.month, p.day or 1) < REFORM[1:])
    if len(before) > 1:
        return "gregorian", RULE_DURING
    return ("julian", RULE_BEFORE) if True in before else ("gregorian", RULE_AFTER)


def _edge(point: Point, *, last: bool) -> str:
    """The first or last day of a Julian point, Gregorian; a season or decade is no fixed span and stays."""
    if point.year is None or point.season is not None or point.decade:
        return point.edtf()
    month = point.month or (12 if last else 1)
    day = point.day or (days_in_month(point.year, month, "julian") if last else 1)
    y, m, d = julian_to_gregorian(point.year, month, day)
    return Point(y, m, d, mark=point.mark).edtf()


def gregorian_edtf(lo: Point | None, hi: Point | None, calendar: Calendar) -> str:
    """EDTF in the Gregorian calendar; `lo is hi` for a single point, None for an open end.

    A Julian month or year is a span of Gregorian days: `1917-12` is `1917-12-14/1918-01-13`.
    """
    single = lo is hi
    if calendar == "gregorian":
        return edtf(lo, hi)
    if single and lo is not None:
        first, last = _edge(lo, last=False), _edge(lo, last=True)
        return first if first == last else f"{first}/{last}"
    first = ".." if lo is None else _edge(lo, last=False)
    last = ".." if hi is None else _edge(hi, last=True)
    return f"{first}/{last}"


def edtf(lo: Point | None, hi: Point | None) -> str:
    """EDTF of a point (`lo is hi`) or of an interval whose open end is None."""
    if lo is hi and lo is not None:
        return lo.edtf()
    return f"{'..' if lo is None else lo.edtf()}/{'..' if hi is None else hi.edtf()}"


def impossible(point: Point, calendar: Calendar | None) -> str | None:
    """Why the day does not exist, or None."""
    if point.day is None or point.month is None:
        return None
    if 1 <= point.day <= days_in_month(point.year, point.month, calendar):
        return None
    return f"month {point.month} has no day {point.day}" + (f" in {point.year}" if point.month == 2 else "")


def without_day(point: Point) -> Point:
    """The month of an impossible day."""
    return replace(point, day=None)


def turns_year(first: Point, last: Point) -> bool:
    """Whether a span from one month to an earlier one is short enough to run over New Year (`25.XII–3.I`)."""
    return first.month is not None and last.month is not None and first.month - last.month > 6


def common(lo: Point, hi: Point) -> Point | None:
    """What two points in the wrong order have in common (their month, their year); None if they are in order."""
    key = [(p.year or 0, p.month or 0, p.day or 0) for p in (lo, hi)]
    if key[0] <= key[1] or (lo.year is None and turns_year(lo, hi)):
        return None
    if lo.year is None or lo.year != hi.year:
        return replace(lo)
    return Point(lo.year, lo.month if lo.month == hi.month else None)


def same_day(old: Point, new: Point) -> tuple[Point, Point] | None:
    """The two days of a double date, old style first, filled up from each other; None if they are two days.

    Either may lack its year, and the new one its month. Without any year the difference of 13 days (from 1900
    to 2100) or 12 (before 1900) decides.
    """
    if old.day is None or new.day is None or old.month is None:
        return None
    if old.year is None and new.year is not None and new.month is not None:
        years = [new.year, new.year - 1]
    else:
        years = [1917, 1916, 1817] if old.year is None else [old.year]
    for year in years:
        if old.day > days_in_month(year, old.month, "julian"):
            continue
        y, m, d = julian_to_gregorian(year, old.month, old.day)
        if d != new.day or (new.month is not None and m != new.month):
            continue
        if new.year is not None and y != new.year:
            continue
        known = old.year is not None or new.year is not None
        return replace(old, year=year if known else None), Point(y if known else None, m, d)
    return None
