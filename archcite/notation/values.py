"""The numbers behind a label: one number, an enumeration or a range, with letters and verso marks.

Every function reads at a position and returns where it stopped; all patterns are bounded, so reading is linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from archcite.notation import numerals
from archcite.notation.labels import is_mixed, label_at
from archcite.notation.records import RANK
from archcite.notation.tradition import lexicon, pattern

if TYPE_CHECKING:
    from archcite.model import RepairKind

SPACE = r"[\s\u00ad]"
DASHES = "-‐‑‒–—−"
DASH = rf"[{DASHES}]"


class Slip(NamedTuple):
    """One thing that went wrong inside a value."""

    written: str
    read: str
    kind: RepairKind
    reason: str


@dataclass(slots=True, frozen=True)
class Value:
    """What stood behind a label: `items` normalized (`12-13`, `56v`), and where the last one ends."""

    items: tuple[str, ...]
    end: int
    doubt: str | None = None
    written: str = ""
    """What stood there, where letters stand for digits."""
    slips: tuple[Slip, ...] = ()
    """What was mended, without doubt."""


@dataclass(slots=True, frozen=True)
class Patterns:
    """Compiled once a process from the lexicon."""

    sign: regex.Pattern[str]
    none: regex.Pattern[str]
    number: dict[str, regex.Pattern[str]]
    conjunction: regex.Pattern[str]
    dash: regex.Pattern[str]
    verso: regex.Pattern[str]
    kept_stops: frozenset[str]
    supplement: regex.Pattern[str]
    year: regex.Pattern[str]
    word: regex.Pattern[str]


@cache
def patterns() -> Patterns:
    """The value patterns (compiled on first use)."""
    lex = lexicon()
    words = lex.words
    # 3а, 163т, 1/S, 4-А: letters that belong to the number, glued or behind a slash or hyphen
    letters = r"\p{L}{1,2}(?![\p{L}\p{M}])"
    suffix = rf"(?:{letters}|{SPACE}?/{SPACE}?{letters}|[-‐‑]{letters})?+"
    prefix = rf"(?:\p{{L}}{{1,3}}{SPACE}?{DASH}{SPACE}?)?+"
    flags = regex.IGNORECASE
    return Patterns(
        sign=regex.compile(
            rf"(?:(?:{pattern(words['number'])})\.?{SPACE}{{0,2}})(?=[\p{{L}}{DASHES}]{{0,3}}\d)", flags
        ),
        none=regex.compile(rf"(?:{pattern(words['none'])})(?![\p{{L}}\d])\.?", flags),
        number={
            "fond": regex.compile(rf"(?P<base>(?:{prefix}|\p{{Lu}}{{1,2}}{SPACE}?)\d{{1,7}}){suffix}"),
            "opis": regex.compile(rf"(?P<base>{prefix}\d{{1,6}}(?:[-‐‑–]\d{{1,4}}(?!\d))?+){suffix}"),
            "dela": regex.compile(rf"(?P<base>{prefix}\d{{1,7}}){suffix}(?:/\d{{1,4}}{suffix})?+"),
            "sheets": regex.compile(r"(?P<base>\d{1,6})(?:\p{L}(?![\p{L}\p{M}]))?+"),
            "extra": regex.compile(rf"(?P<base>\d{{1,5}}|\p{{Lu}}{{1,6}}(?!\p{{L}})){suffix}"),
        },
        conjunction=regex.compile(
            rf"{SPACE}{{0,2}},{{1,2}}{SPACE}{{0,2}}|{SPACE}{{1,2}}(?:{pattern(words['and'])}){SPACE}{{1,2}}"
            # a semicolon only before a bare number that closes the list
            rf"|;{SPACE}?(?=\d{{1,4}}(?:{DASH}\d{{1,4}})?\s?(?:[.;)\]]|$|\n))",
            flags,
        ),
        dash=regex.compile(rf"{SPACE}{{0,2}}{DASH}{{1,3}}{SPACE}{{0,2}}(?=\d)|\s(?:to|bis|à|по|до|through)\s(?=\d)"),
        verso=regex.compile(
            rf"{SPACE}?(?:(?:{pattern(words['verso'])})(?![\p{{L}}\d])|\((?:{pattern(words['verso'])})\.?\))", flags
        ),
        kept_stops=frozenset(form.rstrip(".") for form in words["verso"] if form.endswith(".")),
        supplement=regex.compile(rf"{SPACE}(?:{pattern(words['supplement'])})(?![\p{{L}}])", flags),
        year=regex.compile(r"(?:1[5-9]|20)\d\d(?!\d)"),
        word=regex.compile(rf"{SPACE}{{0,2}}(\p{{L}}+)"),
    )


_SPACES = regex.compile(r"[\s\u00ad]+")
_ANY_DASH = regex.compile(DASH)


def tidy(written: str) -> str:
    """A number without spaces and with plain hyphens: `1 / С` → `1/С`, `Р – 5674` → `Р-5674`."""
    return _ANY_DASH.sub("-", _SPACES.sub("", written))


def read(text: str, pos: int, level: str) -> Value | None:
    """Read the value of `level` at `pos` (behind the label and its stop); None if none stands there."""
    p = patterns()
    if sign := p.sign.match(text, pos):
        pos = sign.end()
    if level == "sheets" and (start := _RANGE_START.match(text, pos)):
        pos = start.end()
    if none := p.none.match(text, pos):
        return Value(() if "л" in none.group() else ("б/н",), none.end())
    if level in RANK and (numeral := numerals.garbled(text, pos) or numerals.spelt_out(text, pos)) is not None:
        if numeral.doubtful:
            why = f"{numeral.written!r} may stand for {numeral.number}"
            dash = p.dash.match(text, numeral.end) if level in ("dela", "sheets") else None
            last = None if dash is None else _single(text, dash.end(), level)
            if last is not None:  # `L. 1O-12`
                return Value((f"{numeral.number}-{last[0]}",), last[1], why, numeral.written)
            return Value((numeral.number,), numeral.end, why, numeral.written)
        return Value((numeral.number,), numeral.end, slips=(_spelt(numeral.written, numeral.number),))
    first = item(text, pos, level)
    if first is None:
        return None
    items = [first[0]]
    end = first[1]
    doubt: str | None = None
    slips: list[Slip] = []
    while level in ("dela", "sheets") and (joint := p.conjunction.match(text, end)) is not None:
        following = item(text, joint.end(), level)
        if following is None or _FOREIGN.match(text, joint.end()) or _belongs_elsewhere(text, following[1]):
            break
        if _is_year(text, joint.end(), following, items[-1]):
            if level == "dela":
                doubt = f"{following[0]} behind the comma may be a year or one more file"
            break
        items.append(following[0])
        mark = joint.group().strip()
        if joint.group() == ";":
            doubt = f"a semicolon without a space before {following[0]} may be a slip for a hyphen"
        if mark == ",," or joint.group() == ";":
            slips.append(Slip(mark, ",", "separator", f"{mark!r} between sheets or files of one reference"))
        end = following[1]
    if level == "sheets":
        doubt = doubt or _sheet_doubt(text, pos, end, items)
    if text[end : end + 1].isalnum() and label_at(text, end) is None:
        doubt = f"what is glued to {items[-1]} cannot be read"
    written = text[pos:end]
    if is_mixed(written):
        slips.append(Slip(written, ", ".join(items), "both alphabets", "letters of both alphabets"))
    if (doubled := _DOUBLED.search(written)) is not None:
        slips.append(Slip(doubled.group(), "-", "hyphens", "more than one hyphen"))
    if level in ("dela", "sheets") and (spelt := _SPELT.search(written)) is not None:
        slips.append(_spelt(spelt.group(), items[-1].rpartition("-")[2]))
    return Value(tuple(items), end, doubt, slips=tuple(slips))


def _spelt(written: str, number: str) -> Slip:
    return Slip(written, number, "spelt-out number", "a number spelt out")


_FOREIGN = regex.compile(rf"\p{{Ll}}{{1,3}}{SPACE}?{DASH}")
"""`Д. 5, л- 7`: small letters behind a comma are a label with a wrong stop, not a lettered number."""
_DOUBLED = regex.compile(rf"{DASH}{{2,3}}")
_SPELT = regex.compile(r"(?<=[-‐‑–—]\s?)\p{L}{3,}(?:-\p{L}{3,})?$")
_ONE_MORE = regex.compile(r"[ \t]?[.:][ \t]?(?P<number>\d{1,4})(?=\s?(?:[.,;)\]]|$|\n))")
_LEANING = regex.compile(rf"\d(?:{DASH}\s|\s{DASH}(?=\d))")
MOST_SHEETS = 9999


def _sheet_doubt(text: str, pos: int, end: int, items: list[str]) -> str | None:
    """Why a list of sheets may be another one than was read; None where nothing speaks for that."""
    more = _ONE_MORE.match(text, end)
    if more is not None:
        return f"{more['number']} behind {items[-1]} may be one more sheet"
    if _LEANING.search(text, pos, end):
        return "a hyphen with a space on one side may be a range or a slip for a comma"
    if any(int(number) > MOST_SHEETS for item in items for number in _LEADING.findall(item)):
        return f"no file has more than {MOST_SHEETS} sheets"
    return None


_RANGE_START = regex.compile(r"(?:с|со|from|von|de)\s(?=\d{1,5}\s?(?:об\.?|v)?\s(?:по|до|to|bis|à)\s)")


def item(text: str, pos: int, level: str) -> tuple[str, int] | None:
    """One number or range with its verso marks: (normalized, end)."""
    first = _single(text, pos, level)
    if first is None or level not in ("dela", "sheets"):
        return first
    dash = patterns().dash.match(text, first[1])
    last = None if dash is None else _single(text, dash.end(), level)
    if dash is not None and last is not None and dash.group()[0].isspace() and _is_no_range(text, first, dash, last):
        last = None
    if last is None and (spelt := _SPELT_END.match(text, first[1])) is not None:
        numeral = numerals.spelt_out(text, spelt.end())
        last = None if numeral is None else (numeral.number, numeral.end)
    return first if last is None else (f"{first[0]}-{last[0]}", last[1])


def _is_no_range(text: str, first: tuple[str, int], dash: regex.Match[str], last: tuple[str, int]) -> bool:
    """`Д. 5 — 340 л.`, `Л. 5 — 1937 год`: behind a dash between spaces may stand an extent or a year."""
    return _belongs_elsewhere(text, last[1]) or _is_year(text, dash.end(), last, first[0])


_SPELT_END = regex.compile(rf"{SPACE}?{DASH}{SPACE}?(?=\p{{L}}{{3}})")


def _single(text: str, pos: int, level: str) -> tuple[str, int] | None:
    p = patterns()
    match = p.number.get(level, p.number["extra"]).match(text, pos)
    if match is None:
        return None
    base = match.end("base")
    end = match.end()
    if level == "sheets":
        for stop in (base, end):  # the letter of `56v` is the verso mark, that of `56а об.` is not
            if (verso := _verso(text, stop)) is not None:
                return tidy(text[pos:stop]) + "v", verso
    if level in ("fond", "opis", "dela") and (more := p.supplement.match(text, end)) is not None:
        return f"{tidy(match.group())} {more.group().strip()}", more.end()
    if base < end:  # glued letters may be the next label: `д.5л.3`, `Ф30Оп1`
        label = label_at(text, base + (text[base] == "/"))
        if label is not None and _GLUED_NEXT.match(text, label.end):
            end = base
    return tidy(text[pos:end]), end


def _verso(text: str, pos: int) -> int | None:
    """The end of a verso mark at `pos`, its own stop included; one with letters of both alphabets counts too."""
    p = patterns()
    match = p.verso.match(text, pos)
    if match is None:
        lex = lexicon()
        window = text[pos : pos + 8]
        for table in (lex.to_cyrillic, lex.to_latin):
            match = p.verso.match(window.translate(table))
            if match is not None and is_mixed(window[: match.end()]):
                break
        else:
            return None
    word = tidy(match.group()).casefold().strip("()")
    end = pos + len(match.group())
    return end + (word in p.kept_stops and text.startswith(".", end))


_GLUED_NEXT = regex.compile(r"(?:[.:]\s{0,2})?№?\d")
_NUMBER_NEXT = regex.compile(r"\.?\s{0,2}№?\s?\d")


def _belongs_elsewhere(text: str, end: int) -> bool:
    """Whether a number behind a comma, ending at `end`, is no further file or sheet: a day, an extent, a time."""
    if text[end : end + 1] in ("/", ":"):
        return True
    word = patterns().word.match(text, end)
    if word is None:
        return False
    if "\n" in text[end : word.start(1)]:
        return False
    label = label_at(text, word.start(1))
    if label is not None and label.end >= word.end() and label.senses[0].meant is None:
        reads_on = _NUMBER_NEXT.match(text, label.end) is not None  # `93 л.` is an extent, `6 л. 7` the next level
        return not reads_on and not any(sense.level in ("fond", "dela") for sense in label.senses)
    return numerals.is_unit(text, word.start(1))


def _is_year(text: str, start: int, item: tuple[str, int], before: str) -> bool:
    """Whether a number behind a comma looks like a year, not like a neighbour of the number before it."""
    year = patterns().year.match(text, start)
    lead = _LEADING.match(before)
    return year is not None and year.end() == item[1] and (lead is None or int(lead.group()) < 1000)


_LEADING = regex.compile(r"\d+")
