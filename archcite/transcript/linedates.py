"""Lines that are nothing but a date, or end in one: with a place, a number, a note mark, or a time of day."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

import regex

from archcite.transcript.dategrammar import Grammar
from archcite.transcript.dates import OPENERS, PARTS, DateReading, read_at
from archcite.transcript.datetokens import WINDOW, Token, roman, tokens
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
    date = read_at(line, toks, i, year_hint, None)
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
        date = read_at(line, toks, i, year_hint, None)
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
    return named.union(weekdays(), ABOUT_WORDS, OPENERS, opened, {"со"})


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
