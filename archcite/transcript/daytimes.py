"""Times of day beside a date: `5 p.m.`, `2 часа 15 мин. ночи`, `14:30`, `in the evening`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.transcript.dategrammar import Grammar
from archcite.transcript.datewords import DAYTIME_WORDS, HOUR_WORDS, MINUTE_WORDS

if TYPE_CHECKING:
    from archcite.transcript.datetokens import Token


def time_after(text: str, toks: list[Token], i: int) -> tuple[str | None, int]:
    """A time of day at token `i`, as written, and the index after it."""
    grammar = Grammar(toks)
    j = i
    while grammar.is_sign(j, ",.;") or grammar.norm(j) in {"в", "at", "около", "about", "к"}:
        j += 1
    first = j
    if grammar.day(j) is not None or (j < len(toks) and toks[j].text in {"0", "00"}):
        k = j + 1
        if grammar.is_sign(k, ":") and k + 1 < len(toks) and toks[k + 1].kind == "num":
            k += 2
        elif _is_clock(grammar, j):
            k += 2  # `20.15`
        clock = k > j + 1
        k, words = _hour_words(grammar, k)
        if not clock and not words:
            return None, i
        j = k
    elif grammar.norm(j) in DAYTIME_WORDS:
        j = _hour_words(grammar, j)[0]
    elif grammar.norm(j) in {"in", "the", "at"}:  # in the evening
        k = j
        while grammar.norm(k) in {"in", "the", "at"}:
            k += 1
        if grammar.norm(k) not in DAYTIME_WORDS:
            return None, i
        j = k + 1
    else:
        return None, i
    return text[toks[first].start : toks[j - 1].end].rstrip(), j


def _is_clock(grammar: Grammar, j: int) -> bool:
    """Whether hours, a stop and two digits of minutes end the line, behind a year of four digits."""
    toks = grammar.toks
    if not (grammar.is_sign(j + 1, ".") and j + 2 < len(toks) and toks[j + 2].kind == "num" and j > 0):
        return False
    whole = len(toks) == j + 3 or (len(toks) == j + 4 and grammar.is_sign(j + 3, "."))
    hours, minutes = toks[j], toks[j + 2]
    joined = not toks[j + 1].gap and not minutes.gap
    before = next((t for t in reversed(toks[:j]) if t.kind == "num"), None)
    year = before is not None and len(before.text) == 4
    return whole and joined and year and len(minutes.text) == 2 and int(hours.text) < 25 and minutes.number < 60


def _hour_words(grammar: Grammar, k: int) -> tuple[int, bool]:
    """Past `часов 30 мин. вечера`, `p.m.`, `o'clock in the evening`; and whether there was any such word."""
    begun = k
    while k < len(grammar.toks):
        norm, more = grammar.norm(k), k > begun
        if norm in HOUR_WORDS or norm in DAYTIME_WORDS:
            k += 1
        elif norm in {"a", "p"} and grammar.is_sign(k + 1, ".") and grammar.norm(k + 2) == "m":
            k += 3
        elif more and grammar.day(k) is not None and grammar.norm(k + 1) in MINUTE_WORDS:
            k += 2
        elif (more and norm in {"in", "of", "at", "the", "и"} and _leads_on(grammar, k)) or (
            more and grammar.is_sign(k, ".") and not grammar.toks[k].gap
        ):
            k += 1
        else:
            break
    return k, k > begun


def _leads_on(grammar: Grammar, k: int) -> bool:
    after = grammar.norm(k + 1)
    if after == "the":
        after = grammar.norm(k + 2)
    return after in DAYTIME_WORDS or grammar.norm(k + 2) in MINUTE_WORDS
