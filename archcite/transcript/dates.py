"""Dates as the sources write them: `27/XII`, `December 27 [1917]`, `4 (17) декабря 1917 г.`, `не ранее 5 мая`.

The way into the date grammar (`datetokens`, `dateyears`, `datepoints`, `dategrammar`). What can be read in two ways is read
in the likelier one and says so in `unsure`; nothing is guessed in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, cast

import regex

from archcite.transcript import calendars
from archcite.transcript.dategrammar import Grammar
from archcite.transcript.datetokens import WINDOW, Reading, Token, roman, tokens
from archcite.transcript.datewords import (
    ABOUT_WORDS,
    DAYTIME_WORDS,
    HOUR_WORDS,
    MINUTE_WORDS,
    NIGHT_WORDS,
    OPEN_WORDS,
    PORTION_WORDS,
    STYLE_WORDS,
    YEAR_WORDS,
    months,
    seasons,
    weekdays,
)
from archcite.transcript.daytimes import time_after
from archcite.transcript.places import read_place
from archcite.transcript.words import MARKING, fold

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
    return _read(text, toks, 0, year_hint, calendar_hint)


def _read(
    text: str, toks: list[Token], i: int, year_hint: int | None, calendar_hint: Calendar | None
) -> DateReading | None:
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
_OPENERS: Final = frozenset(
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
        if not (word[0].isdigit() or low in _OPENERS or low in months() or low in seasons()):
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


def is_date_line(line: str, *, year_hint: int | None = None) -> DateReading | None:
    """The date of a line that is nothing but a date, with its time of day and place; None for any other line.

    A place may stand before or after (`Berlin, 1.XI.1923`), `г.`, a final stop and a note mark may follow. A
    sentence that begins with a date is no date line. `start` and `end` are offsets in the line.
    """
    if len(line) > WINDOW:  # `No. 3412/GS`, many blanks, and the date
        own = _DATED.match(line)
        if own is None or len(line) - own.end() > WINDOW:
            return None
        date = is_date_line(line[own.end() :], year_hint=year_hint)
        return None if date is None else replace(date, start=date.start + own.end(), end=date.end + own.end())
    if not any(c.isdigit() for c in line):
        return None
    for behind in (_MARKING_BEHIND, _NUMBER_BEHIND):
        if (found := behind.search(line)) is not None:
            line = line[: found.start()]
    glued = _GLUED_NOTE.search(line)
    if glued is not None:  # `April 23, 1964226`: the number of a note
        found_date = is_date_line(line[: glued.start("note")], year_hint=year_hint)
        remark = f"`{glued['note']}` after the year read as a note mark"
        return None if found_date is None else replace(found_date, remarks=(*found_date.remarks, remark))
    toks = tokens(line, 0, len(line))
    begin = 0
    if (dated := _DATED.match(line)) is not None:
        begin = sum(tok.end <= dated.end() for tok in toks)
    while begin < len(toks) and toks[begin].kind == "punct" and toks[begin].text in "*—–-(":
        begin += 1
    for i, place, doubt in _beginnings(line, toks, begin):
        date = _read_line(line, toks, i, place, doubt, year_hint)
        if date is not None:
            return date
    return None


#: The letter's own number: `5 мая 1923 г. № 345/с`, and before its date: `№ 211 (345)   3 декабря 1933 г.`
_NUMBER_BEHIND: Final = regex.compile(r"(?<=[\d\])]|\d\s?[гр]\.?)[,.]?\s(?:№|No\.)\s?\d[\d\p{L}/-]{0,11}\.?\Z")
_OWN_NUMBER: Final = r"(?:(?:spec|спец|исх|вх|ref)\.\s?|special\s)?(?:№|No\.?|Nr\.?)\s?(?=[\p{L}/-]{0,4}\d)[\d\p{L}/-]{1,14}(?:\s?[-–]\s?\d{1,6}|,\s\d{1,6}(?=\s\p{L}))?(?:\s\(\d{1,6}\)|,?\s(?:пп?\.|пункт|item)\s?\d{1,3})?[.,;]?\s+(?:от\s+|of\s+)?"
_MARKING_BEHIND: Final = regex.compile(
    rf"(?<=\d\]?|[гр]\.|\p{{L}}{{3}})[.,]?\s+(?:{MARKING})(?:[.,]?\s(?:{MARKING}))?[.!]?\Z", regex.IGNORECASE
)
#: Words that say that the date of the document follows.
_DATED: Final = regex.compile(
    r"(?:(?:dated|written(?:\son)?|sent(?:\son)?|дата|датировано|написано|отправлено|передано|послано|от)\s?:?\s"
    rf"|{_OWN_NUMBER}|(?:{MARKING})[.,!]?\s+(?={_OWN_NUMBER}|[^\n]{{0,30}}\d))(?:{_OWN_NUMBER})?(?=[\d\[(\p{{L}}])",
    regex.IGNORECASE,
)


_GLUED_NOTE: Final = regex.compile(
    r"(?<=\p{L}{3}[.,]?\s\d{1,2},?\s|\p{L}{3}\s)(?:18|19)\d\d(?P<note>\d{1,3}|[a-zа-я])\Z"
)


def _beginnings(line: str, toks: list[Token], begin: int) -> list[tuple[int, str | None, str | None]]:
    """Where the date of a line may begin: at once, after a time, or after a place."""
    ways: list[tuple[int, str | None, str | None]] = [(begin, None, None)]
    for i in range(begin + 1, min(len(toks), begin + 8)):
        if toks[i].kind == "punct" or (toks[i - 1].kind == "num" and not toks[i].gap):
            continue
        place = read_place(line[toks[begin].start : toks[i].start].rstrip(" [<("))
        if place is not None:
            ways.append((i, place[0], place[1]))
    return ways


def _read_line(
    line: str, toks: list[Token], i: int, place: str | None, doubt: str | None, year_hint: int | None
) -> DateReading | None:
    grammar = Grammar(toks)
    night = grammar.one_of(i, NIGHT_WORDS)
    early, j = time_after(line, toks, i)
    if (
        early
        and (night is None or night[1] == i + 1)
        and (any(c.isdigit() for c in early) or grammar.norm(i) in DAYTIME_WORDS)
    ):
        while grammar.is_sign(j, ","):
            j += 1
        i = j
    else:
        early = None
    if i >= len(toks):
        return None
    date = _read(line, toks, i, year_hint, None)
    if date is None or (date.shape == "season" and "year" not in date.parts):
        return None
    if date.shape == "numeric" and "year" not in date.parts and "." in date.written:
        return None  # `2.1. Grants`: the number of a section
    if early and date.time is None:
        date = replace(date, time=early)
    return _rest_of_line(line, date, place, doubt)


def looks_like_date(line: str) -> bool:
    """Whether a short line has the words of a date and hardly any other: one that cannot be read must be said."""
    if len(" ".join(line.split())) > LONGEST_LIKE:
        return False
    words = regex.findall(r"\p{L}++|\d++", line)
    named = [w for w in words if fold(w) in months() or fold(w) in seasons() or (fold(w) in YEAR_WORDS and len(w) > 1)]
    years = [w for w in words if len(w) == 4 and w.isdigit() and w[:2] in {"18", "19"}]
    numbered = regex.search(r"\d\s?[./-]\s?(?:\d|[IVX]+\b)", line) is not None
    others = [w for w in words if not w.isdigit() and len(w) > 2 and w not in named]
    return bool(named or years or numbered) and len(others) <= MOST_OTHER_WORDS


LONGEST_LIKE: Final = 60
MOST_OTHER_WORDS: Final = 3


def date_at_end(line: str, *, year_hint: int | None = None) -> DateReading | None:
    """The date that closes a line, after a name or a title (`F. Surname. 3/VIII`); None where none does.

    Offsets are in the line; only stops, closing marks and a note mark may follow the date. A bare year needs
    `г.` or brackets, two bare numbers a slash.
    """
    if not _may_end_a_date(line):
        return None
    toks = tokens(line, max(0, len(line) - WINDOW // 2), len(line))
    for i, tok in enumerate(toks):
        if not _may_begin_a_date(tok):
            continue
        if tok.start and line[tok.start - 1] in ".,/-–:" and line[tok.start - 2 : tok.start - 1].isdigit():
            continue
        date = _read(line, toks, i, year_hint, None)
        if date is None or not _TAIL.match(line[date.end :]):
            continue
        bracketed = any(c in "[]<>" for c in date.written)
        bare = date.shape == "year" and date.written.strip("[]?() ").isdigit() and not bracketed
        if not bare and not (date.shape == "numeric" and "/" not in date.written and date.parts == PARTS[1:]):
            return date
    return None


_CLOSING: Final = ' .,;?([<)]>}»"”*¹²³⁴⁵⁶⁷⁸⁹'


def _may_end_a_date(line: str) -> bool:
    """Whether the last word can be the end of a date: the cheap `no` for nearly all lines."""
    end = line[-2 * _LONGEST_WORD :].rstrip(_CLOSING)
    word = _LAST_WORD.search(end[-_LONGEST_WORD:])
    if word is None:
        return end[-1:].isdigit()
    last = fold(word.group())
    ordinal = end[: -len(last)].rstrip("-")[-1:].isdigit()
    return ordinal or last in _words_at(end=True) or roman(word.group()) is not None


def _may_begin_a_date(tok: Token) -> bool:
    if tok.kind == "num":
        return True
    return tok.kind == "word" and (tok.norm in _words_at(end=False) or roman(tok.text) is not None)


_LONGEST_WORD: Final = 24
_LAST_WORD: Final = regex.compile(r"\p{L}++\Z")


@cache
def _words_at(*, end: bool) -> frozenset[str]:
    """The words that may end a date, or begin one, folded."""
    named = frozenset({*months(), *seasons()})
    if end:
        return named.union(YEAR_WORDS, HOUR_WORDS, MINUTE_WORDS, DAYTIME_WORDS, (words[-1] for words, _ in STYLE_WORDS))
    opened = {words[0] for words, _ in (*OPEN_WORDS, *PORTION_WORDS, *NIGHT_WORDS)}
    return named.union(weekdays(), ABOUT_WORDS, _OPENERS, opened, {"со"})


_TAIL: Final = regex.compile(
    r"\A[\s.,;)\]»\"”]*+(?:(?P<note>\*{1,3}\d{0,3}|[¹²³⁴-⁹]{1,3}|\p{Lm}|\[\d{1,3}\]|\d{1,2})[\s.;)]*+)?\Z"
)
# between the date and the place: `November 25, 1963* Washington`, `November 22, 1963 №82 Washington`
_NOTE_BETWEEN: Final = regex.compile(
    r"\A\s?(?P<note>\*{1,3}\s?\d{0,3}|\[\d{1,3}\]|[¹²³⁴-⁹]{1,3}|(?:№|No\.)\s?\d{1,4})(?=\s\p{Lu})"
)


def _rest_of_line(line: str, date: DateReading, place: str | None, doubt: str | None) -> DateReading | None:
    """Check what stands after the date: nothing, stops, a note mark, or a place."""
    rest = line[date.end :]
    tail = _TAIL.match(rest)
    if tail is not None:
        note = tail.group("note")
        remarks = date.remarks + ((f"`{note}` after the date read as a note mark",) if note else ())
        bare = date.written.strip("[]?() ").isdigit()
        if date.shape == "year" and (place is None or (bare and doubt is not None)):
            return None
        return replace(date, place=place, place_unsure=doubt, remarks=remarks)
    if place is not None:
        return None
    between = _NOTE_BETWEEN.match(rest)
    if between is not None:
        rest = rest[between.end() :]
        date = replace(date, remarks=(*date.remarks, f"`{between['note']}` after the date read as a note mark"))
    after = read_place(rest.lstrip(" ,.;") if rest[:1] in " ,.;" else rest)
    if after is None or date.shape == "year":
        return None
    return replace(date, place=after[0], place_unsure=after[1])
