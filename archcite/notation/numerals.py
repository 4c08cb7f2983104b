"""Numbers that do not stand as digits: spelt out, or with letters for digits. Both are read and reported."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

TABLE = Path(__file__).parent / "numerals.toml"

# Letters that stand for digits in bad copies; `П` is what two ones run together look like.
_DIGITS = dict(zip("ОоOoЗзIlІ|б", "00003311116", strict=True)) | {"П": "11"}
ALIKE = "ОоOoЗзIlІб"
"""The letters among them that patterns of numbers admit."""
_OWN = "б"
"""The letter among them that numbers really end in (`5б`)."""
_RUN = rf"(?:(?P<base>[\d{ALIKE}|]{{1,7}}(?<!\d\|(?=\s?(?:\p{{L}}|$|\n))))(?P<suffix>\p{{L}}?)|(?P<base>П))(?![\p{{L}}\d|])"
_PLAIN = regex.compile(rf"(?P<prefix>){_RUN}")
_LETTERED = regex.compile(rf"(?P<prefix>(?:\p{{L}}{{1,3}}\s?[-‐‑–]\s?)?+){_RUN}")
_LEADS_ON = regex.compile(r"[.,]?\s{0,3}\p{L}{1,4}\.?\s{0,2}\d|(?:,|\s?[-–])\s?\d{1,4}(?:[-–]\d{1,4})?\s?(?:[.,;)]|$)")
_WORDS = regex.compile(r"(?P<first>\p{L}{2,14})(?:[\s-](?P<second>\p{L}{2,8})(?!\p{L}))?")


@dataclass(slots=True, frozen=True)
class Numeral:
    """A number that was made out: its digits, where it ends, what stood there, and whether it may be another."""

    number: str
    end: int
    written: str
    doubtful: bool


@cache
def _spelt() -> tuple[dict[str, int], dict[str, int]]:
    table = tomllib.loads(TABLE.read_text("utf-8"))
    units: dict[str, int] = {}
    tens: dict[str, int] = {}
    for language in ("english", "russian"):
        units |= {word: place + 1 for place, word in enumerate(table[language]["units"])}
        tens |= {word: (place + 2) * 10 for place, word in enumerate(table[language]["tens"])}
    return units, tens


@cache
def _units() -> regex.Pattern[str]:
    words = tomllib.loads(TABLE.read_text("utf-8"))["units"]["words"]
    forms = "|".join(regex.escape(word.rstrip("*")) + (r"\p{L}*+" if word.endswith("*") else "") for word in words)
    return regex.compile(rf"(?:{forms})(?!\p{{L}})", regex.IGNORECASE)


def is_unit(text: str, pos: int) -> bool:
    """Whether a word at `pos` makes the number before it a date, an age, a price or an extent."""
    return _units().match(text, pos) is not None


_YEAR_WORD = regex.compile(r"\s?(?:гг?\.|год(?!\p{L}{3})|рр?\.|рок)", regex.IGNORECASE)


def is_year_word(text: str, pos: int) -> bool:
    """Whether the number that ends at `pos` is followed by the word for year."""
    return _YEAR_WORD.match(text, pos) is not None


def garbled(text: str, pos: int, end: int, *, lettered: bool = True) -> Numeral | None:
    """A number in which letters stand for digits (`1О5`, `Р-94О1`, `з7`, `П` for 11): always doubtful.

    It is looked for before `end`; `lettered` numbers may have letters and a hyphen before them. Letters alone are a number only where the reference goes on behind them.
    """
    run = (_LETTERED if lettered else _PLAIN).match(text, pos, end)
    if run is None:
        return None
    base, suffix = run["base"], run["suffix"] or ""
    if not suffix and base[-1] in _OWN:
        base, suffix = base[:-1], base[-1]
    if base.isdigit() or not base:
        return None
    if not any(c.isdigit() for c in base):
        small = any(c.islower() and c != "l" for c in base)
        if small or suffix or len(base) > 2 or _LEADS_ON.match(text, run.end()) is None:
            return None
    prefix = "".join(run["prefix"].split())
    number = prefix + "".join(_DIGITS.get(c, c) for c in base) + suffix
    return Numeral(number, run.end(), run.group(), doubtful=True)


def spelt_out(text: str, pos: int) -> Numeral | None:
    """A number from 1 to 99 in English or Russian words (`nineteen`, `ninety-four`, `три`)."""
    match = _WORDS.match(text, pos)
    if match is None:
        return None
    units, tens = _spelt()
    first = match["first"].casefold()
    if first in units:
        return Numeral(str(units[first]), match.end("first"), match["first"], doubtful=False)
    if first in tens:
        unit = units.get((match["second"] or "").casefold(), 0)
        if 0 < unit < 10:
            return Numeral(str(tens[first] + unit), match.end(), match.group(), doubtful=False)
        return Numeral(str(tens[first]), match.end("first"), match["first"], doubtful=False)
    return None


_IN_ROMAN = regex.compile(r"(?:(?P<number>\d+)[ ./-])?(?P<roman>[IVXІХ]+)")
ROMAN_LETTERS = str.maketrans("ІХ", "IX")


def roman(number: str) -> str | None:
    """A number that is Roman, or ends in a Roman one (`304 І`), in one form (`304/I`); None if it is another."""
    match = _IN_ROMAN.fullmatch(number)
    if match is None:
        return None
    return (f"{match['number']}/" if match["number"] else "") + match["roman"].translate(ROMAN_LETTERS)
