"""Dates as the sources write them: `27/XII`, `December 27 [1917]`, `4 (17) декабря 1917 г.`, `не ранее 5 мая`.

The way into the date grammar (`datetokens`, `dateyears`, `datepoints`, `dategrammar`). What can be read in two ways is read
in the likelier one and says so in `unsure`; nothing is guessed in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, cast

import regex

from archcite.transcript import calendars
from archcite.transcript.dategrammar import Grammar
from archcite.transcript.datetokens import Reading, Token, tokens
from archcite.transcript.datewords import (
    YEAR_WORDS,
    months,
    seasons,
)
from archcite.transcript.daytimes import time_after

if TYPE_CHECKING:
    from archcite.model import Calendar, DatePart

PARTS: Final[tuple[DatePart, ...]] = ("year", "month", "day")


@dataclass(slots=True, frozen=True)
class DateReading:
    """One date expression.

    `edtf` is in the calendar of the document, without a qualifier for supplied parts; a day without a year is
    `XXXX-12-27`. `written` is `text[start:end]` (code points, end exclusive). `supplied` lists the parts in the
    editors' brackets, `parts` those that the text gives at all. `calendar_from` says what decided the calendar,
    `gregorian` is the same in the Gregorian one (a Julian month becomes a span of days). `unsure` is why it can
    be read otherwise, `remarks` what was mended or cannot be said in EDTF; neither is an error. `time` and
    `place` stand only where the line gives them; `place_unsure` is why the place may be none.
    """

    edtf: str
    written: str
    supplied: tuple[DatePart, ...]
    calendar: Calendar
    calendar_from: str
    gregorian: str
    start: int
    end: int
    unsure: str | None = None
    parts: tuple[DatePart, ...] = PARTS
    remarks: tuple[str, ...] = ()
    shape: str = ""
    time: str | None = None
    place: str | None = None
    place_unsure: str | None = None


def read_date(
    text: str,
    *,
    start: int = 0,
    end: int | None = None,
    year_hint: int | None = None,
    calendar_hint: Calendar | None = None,
) -> DateReading | None:
    """Read one date expression at the beginning of `text[start:end]`; None where there is none.

    Space and opening brackets may stand before it, anything after it (`end` of the reading tells where it
    stops); a time of day right after it is read too. `year_hint` fills in a year that is not written, and says
    so in `remarks`; `calendar_hint` is the calendar of the document where the caller knows it.
    """
    toks = tokens(text, start, len(text) if end is None else end)
    return read_at(text, toks, 0, year_hint, calendar_hint)


def read_at(
    text: str, toks: list[Token], i: int, year_hint: int | None, calendar_hint: Calendar | None
) -> DateReading | None:
    """The date that begins with the token `i` of `text`; None where none does."""
    grammar = Grammar(toks)
    raw = grammar.expression(i)
    if raw is None or (raw.lo is None and raw.hi is None):
        return None
    date = _settle(raw, year_hint, calendar_hint)
    start, stop = _span(text, toks, i, raw.end)
    time, after = time_after(text, toks, raw.end)
    if time:
        stop = max(stop, _span(text, toks, i, after)[1])
    return replace(date, written=text[start:stop], start=start, end=stop, time=time)


def _settle(raw: Reading, year_hint: int | None, calendar_hint: Calendar | None) -> DateReading:
    """Decide the calendar and write EDTF; the span in the text is filled in by the caller."""
    points = list({id(p): p for p in (raw.lo, raw.hi) if p is not None}.values())
    parts: tuple[DatePart, ...] = tuple(p for p in PARTS if p in raw.parts)
    if year_hint is not None and all(p.year is None for p in points):
        for p in points:
            p.year = year_hint
        raw.remarks.append(f"the year {year_hint} comes from the context")
    calendar, source = calendars.rule_of(points)
    if raw.new_style is not None and not any("double date" in d for d in raw.doubts):
        calendar, source = "julian", "double date" + (", new style first" if raw.new_first else "")
    elif raw.style is not None:
        calendar, source = cast("Calendar", raw.style), "stated"
    elif calendar_hint is not None:
        calendar, source = calendar_hint, "context"
    elif source == calendars.RULE_BEFORE and any(p.year == 1918 and p.month == 2 and p.day is not None for p in points):
        raw.doubts.append("1 to 13 February 1918 were left out when the calendar changed in Soviet Russia")
    lo, hi = raw.lo, raw.hi
    for p in points:
        why = calendars.impossible(p, calendar)
        if why:
            raw.doubts.append(why)
            p.day = None
    if lo is not None and hi is not None and (shared := calendars.common(lo, hi)) is not None:
        raw.doubts.append("the span runs backwards")
        lo = hi = shared
    if lo is not hi and lo == hi:
        hi = lo
    return DateReading(
        edtf=calendars.edtf(lo, hi),
        written="",
        supplied=tuple(p for p in PARTS if p in raw.supplied),
        calendar=calendar,
        calendar_from=source,
        gregorian=calendars.gregorian_edtf(lo, hi, calendar),
        start=0,
        end=0,
        unsure="; ".join(dict.fromkeys(raw.doubts)) or None,
        parts=parts,
        remarks=tuple(dict.fromkeys(raw.remarks)),
        shape=raw.shape,
    )


def _span(text: str, toks: list[Token], i: int, end: int) -> tuple[int, int]:
    """The offsets of tokens `i` to `end`, with the brackets that open or close inside them."""
    start, stop = toks[i].start, toks[end - 1].end
    for opened, closed in ("[]", "<>", "{}", "«»", "“”", "„“"):
        if stop < len(text) and text[stop] == closed and text.count(opened, max(0, start - 1), stop):
            stop += 1
        inside = text[start:stop]
        if start and text[start - 1] == opened and inside.count(closed) > inside.count(opened):
            start -= 1
    return start, stop


_CANDIDATE: Final = regex.compile(r"\d++|\p{L}++")
# A number may begin a date only if a letter or a separator comes soon.
_HOPE: Final = regex.compile(r"[\d\s\[\]<>«»\"]{1,24}+[\p{L}/.(–—-]")
OPENERS: Final = frozenset(
    {"не", "not", "no", "до", "после", "before", "after", "около", "ок", "circa", "ca", "ранее", "позднее",
     "between", "между", "from", "с", "early", "late", "начало", "середина", "конец", "начале", "конце", "mid"}
)  # fmt: skip


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateReading]:
    """All dates in running text `text[start:end]`, in order, none inside another.

    Stricter than `read_date`: a bare year, two bare numbers (`22/7`, `12.03`) and a bare season are no dates in
    a sentence. A date has a named or Roman month, three numbers, or a year with `г.`.
    """
    stop = len(text) if end is None else end
    found: list[DateReading] = []
    at = start
    while (m := _CANDIDATE.search(text, at, stop)) is not None:
        at = m.end()
        word = m.group()
        low = word.lower()
        if not (word[0].isdigit() or low in OPENERS or low in months() or low in seasons()):
            continue
        if word[0].isdigit() and (len(word) > 5 or not _HOPE.match(text, m.start(), stop)):
            continue
        if m.start() > start and word[0].isdigit() and text[m.start() - 1] in ".,/-–:":
            before = text[m.start() - 2 : m.start() - 1]
            if before.isdigit():
                continue
        date = read_date(text, start=m.start(), end=stop)
        if date is not None and _stands_in_text(date, text, stop):
            found.append(date)
            at = max(at, date.end)
    return found


def _stands_in_text(date: DateReading, text: str, stop: int) -> bool:
    if date.end < stop and date.written[-1:].isalnum() and text[date.end].isalnum():
        return False
    if date.shape == "year":
        last = regex.findall(r"\p{L}+", date.written.lower())
        return bool(last) and last[-1] in YEAR_WORDS and last[-1] not in {"year", "years"}
    if date.shape in {"numeric", "span", "open"}:
        digits = regex.findall(r"\d+|\p{L}+", date.written)
        if all(d.isdigit() for d in digits):
            return date.shape == "numeric" and len(digits) == 3 and date.unsure is None
    return date.shape != "season" or "year" in date.parts
