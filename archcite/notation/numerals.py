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
_INSIDE = frozenset("оoзб")
"""Small letters are doubtful between digits only: at the end they are the number's own (`5б`) or a verso mark's."""
_RUN = regex.compile(r"[\p{L}\d|]{1,6}(?![\p{L}\d|])")
_LEADS_ON = regex.compile(r"[.,]?\s{0,3}\p{L}{1,4}\.?\s{0,2}\d")
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


def garbled(text: str, pos: int) -> Numeral | None:
    """A number in which letters stand for digits (`1О5`, `З`, `П` for 11): always doubtful."""
    run = _RUN.match(text, pos)
    if run is None or run.group().isdigit():
        return None
    word = run.group()
    if "П" in word and len(word) > 1:
        return None  # `1П` is a lettered fond
    if any(not c.isdigit() and c not in _DIGITS for c in word) or any(c in _INSIDE for c in (word[0], word[-1])):
        return None
    if not any(c.isdigit() for c in word) and _LEADS_ON.match(text, run.end()) is None:
        return None
    return Numeral("".join(_DIGITS.get(c, c) for c in word), run.end(), word, doubtful=True)


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
