"""The numbers behind a label: one number, an enumeration or a range, with letters and verso marks.

Every function reads at a position and returns where it stopped; all patterns are bounded, so reading is linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from archcite.notation.labels import label_at
from archcite.notation.tradition import lexicon, pattern

SPACE = r"[\s\u00ad]"
DASHES = "-‐‑‒–—−"
DASH = rf"[{DASHES}]"


@dataclass(slots=True, frozen=True)
class Value:
    """What stood behind a label: `items` normalized (`12-13`, `56v`), and where the last one ends."""

    items: tuple[str, ...]
    end: int
    doubt: str | None = None
    written: str = ""
    """What stood there, where it is doubtful."""


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
            "opis": regex.compile(rf"(?P<base>{prefix}\d{{1,6}}){suffix}"),
            "dela": regex.compile(rf"(?P<base>{prefix}\d{{1,7}}){suffix}(?:/\d{{1,4}}{suffix})?+"),
            "sheets": regex.compile(r"(?P<base>\d{1,5})(?:\p{L}(?![\p{L}\p{M}]))?+"),
            "extra": regex.compile(rf"(?P<base>\d{{1,5}}|\p{{Lu}}{{1,6}}(?!\p{{L}})){suffix}"),
        },
        conjunction=regex.compile(
            rf"{SPACE}{{0,2}},{SPACE}{{0,2}}|{SPACE}{{1,2}}(?:{pattern(words['and'])}){SPACE}{{1,2}}", flags
        ),
        dash=regex.compile(rf"{SPACE}{{0,2}}{DASH}{SPACE}{{0,2}}(?=\d)"),
        verso=regex.compile(rf"{SPACE}?(?:{pattern(words['verso'])})(?![\p{{L}}\d])", flags),
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
    if none := p.none.match(text, pos):
        return Value(("б/н",) if level in ("dela", "fond", "opis") else (), none.end())
    if level != "extra" and (garbled := _garbled(text, pos)) is not None:
        return garbled
    first = _item(text, pos, level)
    if first is None:
        return None
    items = [first[0]]
    end = first[1]
    doubt = None
    while level in ("dela", "sheets") and (joint := p.conjunction.match(text, end)) is not None:
        following = _item(text, joint.end(), level)
        if following is None or _belongs_elsewhere(text, following[1]):
            break
        if _is_year(text, joint.end(), following, items[-1]):
            if level == "dela":
                doubt = f"{following[0]} behind the comma may be a year or one more file"
            break
        items.append(following[0])
        end = following[1]
    return Value(tuple(items), end, doubt)


# Letters that stand for digits in bad copies; `П` is what two ones run together look like.
_DIGITS = dict(zip("ОоOoЗзIlІ|б", "00003311116", strict=True)) | {"П": "11"}
_INSIDE = frozenset("оoзб")
"""Small letters are doubtful between digits only: at the end they are the number's own (`5б`) or a verso mark's."""
_RUN = regex.compile(r"[\p{L}\d|]{1,6}(?![\p{L}\d|])")
_LEADS_ON = regex.compile(r"[.,]?\s{0,3}\p{L}{1,4}\.?\s{0,2}\d")


def _garbled(text: str, pos: int) -> Value | None:
    """A number in which letters stand for digits (`1О5`, `З`, `П` for 11); a doubt, never a certainty."""
    run = _RUN.match(text, pos)
    if run is None or run.group().isdigit():
        return None
    word = run.group()
    if any(not c.isdigit() and c not in _DIGITS for c in word) or any(c in _INSIDE for c in (word[0], word[-1])):
        return None
    if not any(c.isdigit() for c in word) and _LEADS_ON.match(text, run.end()) is None:
        return None
    number = "".join(_DIGITS.get(c, c) for c in word)
    return Value((number,), run.end(), f"{word!r} may stand for {number}", word)


def _item(text: str, pos: int, level: str) -> tuple[str, int] | None:
    """One number or range with its verso marks: (normalized, end)."""
    first = _single(text, pos, level)
    if first is None or level not in ("dela", "sheets"):
        return first
    dash = patterns().dash.match(text, first[1])
    last = None if dash is None else _single(text, dash.end(), level)
    return first if last is None else (f"{first[0]}-{last[0]}", last[1])


def _single(text: str, pos: int, level: str) -> tuple[str, int] | None:
    p = patterns()
    match = p.number.get(level, p.number["extra"]).match(text, pos)
    if match is None:
        return None
    base = match.end("base")
    end = match.end()
    if level == "sheets":
        for stop in (base, end):  # the letter of `56v` is the verso mark, that of `56а об.` is not
            if (verso := p.verso.match(text, stop)) is not None:
                word = tidy(verso.group()).rstrip(".").casefold()
                has_stop = word in p.kept_stops and text.startswith(".", verso.end())
                return tidy(text[pos:stop]) + "v", verso.end() + has_stop
    if level in ("opis", "fond") and (more := p.supplement.match(text, end)) is not None:
        return f"{tidy(match.group())} {more.group().strip()}", more.end()
    if base < end:  # glued letters may be the next label: `д.5л.3`, `Ф30Оп1`
        label = label_at(text, base)
        if label is not None and _NUMBER_NEXT.match(text, label.end):
            end = base
    return tidy(text[pos:end]), end


_NUMBER_NEXT = regex.compile(r"\.?\s{0,2}№?\s?\d")


def _belongs_elsewhere(text: str, end: int) -> bool:
    """Whether a number behind a comma, ending at `end`, is no further file or sheet: a day, an extent, a time."""
    p = patterns()
    if text[end : end + 1] in ("/", ":"):
        return True
    word = p.word.match(text, end)
    if word is None:
        return False
    label = label_at(text, word.start(1))
    if label is not None and label.end >= word.end():
        return _NUMBER_NEXT.match(text, label.end) is None  # `93 л.` is an extent, `6 л. 7` the next level
    return p.conjunction.match(text, end) is None and p.verso.match(text, end) is None


def _is_year(text: str, start: int, item: tuple[str, int], before: str) -> bool:
    """Whether a number behind a comma looks like a year, not like a neighbour of the number before it."""
    year = patterns().year.match(text, start)
    lead = _LEADING.match(before)
    return year is not None and year.end() == item[1] and (lead is None or int(lead.group()) < 1000)


_LEADING = regex.compile(r"\d+")
