"""One number or range behind a label, with its letters and verso marks.

Every function reads at a position and returns where it stopped; all patterns are bounded, so reading is linear.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from archcite.notation import numerals
from archcite.notation.labels import is_mixed, label_at
from archcite.notation.plausible import runs_backwards
from archcite.notation.records import RANK
from archcite.notation.tradition import key, lexicon, pattern

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


class Number(NamedTuple):
    """One number or range: normalized, where it ends, and the letters that stood for digits in it."""

    value: str
    end: int
    garbled: tuple[numerals.Numeral, ...] = ()
    slips: tuple[Slip, ...] = ()
    letter: str = ""
    """`А` of `67 (А)`: one of several documents on a sheet."""


@dataclass(slots=True, frozen=True)
class Patterns:
    """Compiled once a process from the lexicon."""

    sign: regex.Pattern[str]
    none: regex.Pattern[str]
    number: dict[str, regex.Pattern[str]]
    conjunction: regex.Pattern[str]
    dash: regex.Pattern[str]
    verso: regex.Pattern[str]
    recto: regex.Pattern[str]
    """`12r`, `12 recto`: the front side, which has no mark of its own."""
    mistranslated: regex.Pattern[str]
    kept_stops: frozenset[str]
    supplement: regex.Pattern[str]
    supplemented: regex.Pattern[str]
    year: regex.Pattern[str]
    word: regex.Pattern[str]


@cache
def patterns() -> Patterns:
    """The value patterns (compiled on first use)."""
    lex = lexicon()
    words = lex.words
    # 3а, 163т, 1/S, 4-А: letters that belong to the number, glued or behind a slash or hyphen
    letters = r"\p{L}{1,2}(?:/\p{L}{1,2})?(?![\p{L}\p{M}])"
    suffix = rf"(?:{letters}|(?-i:\p{{Lu}}(?=\p{{Ll}}{{1,4}}\d))|{SPACE}?/{SPACE}?\p{{L}}(?![\p{{L}}\p{{M}}])|/{letters}|[-‐‑]{letters})?+"
    prefix = rf"(?:\p{{L}}{{1,3}}\.?{SPACE}?{DASH}{SPACE}?)?+"
    # 304 I, 173.II, 304/I: a collection that came to a library in parts
    sub_fond = r"(?P<joint>[ ./-])(?P<part>[IVXІХ]{1,4})(?=[,;)]|(?<=[./-]\p{L}+)(?:\.\s|\.?$))"
    glued = rf"(?:{pattern(words['verso'])})(?![\p{{L}}\d])"  # `149aob.`
    stopped = rf"(?:{pattern(tuple(form.rstrip('.') for form in words['verso'] if form.endswith('.')))})(?![\p{{L}}\d])|оборот(?:ом|ами)"
    flags = regex.IGNORECASE
    return Patterns(
        sign=regex.compile(
            rf"(?:(?:{pattern(words['number'])})\.?{SPACE}{{0,2}})(?=[\p{{L}}{DASHES}]{{0,3}}\d)", flags
        ),
        none=regex.compile(rf"(?:{pattern(words['none'])})(?![\p{{L}}\d])(?:(?<=\sл)\.)?", flags),
        number={
            "fond": regex.compile(
                # `V-135/7`, `14-5`: parts of a fond with numbers of their own
                rf"(?P<base>(?:{prefix}|\p{{Lu}}{{1,2}}\.?{SPACE}?|[рпrp])\d{{1,7}}(?:{sub_fond})?+(?:[-/]\d{{1,4}}(?=[.,]\s?\p{{L}}{{1,5}}[.\s]))?+){suffix}"
            ),
            "opis": regex.compile(
                # `54/53` where the next label follows: else it may be opis and file
                rf"(?P<base>{prefix}\d{{1,6}}(?:\p{{L}}?[-‐‑–]\d{{1,4}}(?!\d)|/\d{{1,4}}(?=[.,]\s?\p{{L}}{{1,5}}[.\s]))?+){suffix}"
            ),
            "dela": regex.compile(
                rf"(?P<base>{prefix}\d{{1,7}}){suffix}(?:/\d{{1,4}}+{suffix}(?!\.(?:jpe?g|tiff?|png|pdf)))?+"
            ),
            "sheets": regex.compile(
                rf"(?P<base>\d{{1,6}})(?:(?!и\d|f\.)\p{{L}}(?:(?![\p{{L}}\p{{M}}])|(?<=[abаб])(?={glued})))?+"
            ),
            "extra": regex.compile(
                rf"(?P<base>\d{{1,5}}|\p{{Lu}}{{1,6}}(?!\p{{L}}))(?:{suffix}(?!\s\p{{Lu}},)|\s\p{{Lu}}(?=,))"
            ),
        },
        conjunction=regex.compile(
            rf"{SPACE}{{0,2}},{{1,2}}{SPACE}{{0,2}}(?:(?:{pattern(words['and'])}){SPACE}{{1,2}})?|{SPACE}{{1,2}}(?:{pattern(words['and'])}){SPACE}{{1,2}}"
            # a semicolon only before a bare number that closes the list
            rf"|;{SPACE}?(?=\d{{1,4}}(?:{DASH}\d{{1,4}})?\s?(?:\.(?!\s{{1,3}}\p{{Lu}})|[;)\]]|$|\n))"
            # `Л.1и1об.`
            r"|(?<=\d)и(?=\d)",
            flags,
        ),
        dash=regex.compile(
            rf"{SPACE}{{0,2}}{DASH}{{1,3}}{SPACE}{{0,2}}(?=[\d{numerals.ALIKE}])|\s(?:to|bis|à|по|до|through)\s(?=\d)"
        ),
        verso=regex.compile(
            # `18 і зв.`, `10 с об.`: both sides, written as the verso
            rf"(?:{SPACE}(?:{pattern(words['and'])}|[сзs]|із|with){SPACE}(?={stopped})|{SPACE}?)(?:(?P<mark>{pattern(words['verso'])})(?![\p{{L}}\d])|\((?P<mark>{pattern(words['verso'])})\.?\))",
            flags,
        ),
        recto=regex.compile(rf"(?:(?:{pattern(words['recto'])})|{SPACE}?recto)(?![\p{{L}}\d])", flags),
        mistranslated=regex.compile(rf"{SPACE}?(?:{pattern(words['verso_mistranslated'])})\.(?!\s?\d)", flags),
        kept_stops=frozenset(tidy(form.rstrip(".")) for form in words["verso"] if form.endswith(".")),
        supplement=regex.compile(
            rf"(?:{SPACE}|[-‐‑])?(?:{pattern(words['supplement'])})(?![\p{{L}}\d])(?:(?<=\.\p{{L}}{{1,2}})\.)?", flags
        ),
        supplemented=regex.compile(rf"\d{{1,4}}(?:{pattern(words['supplement'])})(?![\p{{L}}\d])", flags),
        year=regex.compile(r"(?:1[5-9]|20)\d\d(?!\d)"),
        word=regex.compile(rf"{SPACE}{{0,2}}(\p{{L}}+)"),
    )


_SPACES = regex.compile(r"[\s\u00ad]+")
_ANY_DASH = regex.compile(DASH)
_STOP_BEHIND_LETTER = regex.compile(r"(?<=\p{L})\.-(?=\d)|(?<=\p{L})\.(?=-)")


def tidy(written: str) -> str:
    """A number without spaces and with plain hyphens: `1 / С` → `1/С`, `Р – 5674` → `Р-5674`."""
    return _STOP_BEHIND_LETTER.sub("-", _ANY_DASH.sub("-", _SPACES.sub("", written)))


YEARS = regex.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-–—]\s?(?:1[5-9]|20)?\d\d)?(?!\d)")


def item(text: str, pos: int, level: str, *, alone: bool = False) -> Number | None:
    """One number or range with its verso marks; `alone`: letters alone may stand for digits."""
    first = _single(text, pos, level, alone=alone)
    if first is None or level not in ("dela", "sheets"):
        return first
    dash = patterns().dash.match(text, first.end)
    last = None if dash is None else _single(text, dash.end(), level)
    if dash is not None and last is not None and dash.group()[0].isspace() and _is_no_range(text, first, dash, last):
        last = None
    if last is None and (spelt := _SPELT_END.match(text, first.end)) is not None:
        numeral = numerals.spelt_out(text, spelt.end())
        last = None if numeral is None else Number(numeral.number, numeral.end)
    if last is None:
        letter = _LETTER_OF_SHEET.match(text, first.end) if level == "sheets" else None
        return first if letter is None else first._replace(end=letter.end(), letter=letter["letter"])
    value = f"{first.value}-{last.value}"
    return Number(value, last.end, first.garbled + last.garbled, first.slips + last.slips)


def _is_no_range(text: str, first: Number, dash: regex.Match[str], last: Number) -> bool:
    """`Д. 5 — 340 л.`, `Л. 5 — 1937 год`: behind a dash between spaces may stand an extent or a year."""
    if text[last.end : last.end + 1] == "." and text[last.end + 1 : last.end + 2].isdigit():
        return True
    if _COUNTED.match(text, last.end) is not None and runs_backwards(f"{first.value}-{last.value}"):
        return True
    return belongs_elsewhere(text, last.end) or is_year(text, dash.end(), last, first)


_LETTER_OF_SHEET = regex.compile(r"\s?\((?P<letter>\p{Lu})\)")
_COUNTED = regex.compile(r"\s\p{Ll}{4,}")
"""`Д. 1508 – 33 документа`: a word behind a smaller number counts something."""


_ROMAN = regex.compile(r"(?=[IVXLCІХ]{2}|[VX])[IVXLCІХ]{1,7}(?![\p{L}\d])(?=[.,;)\]]|\s|$)")
_SPELT_END = regex.compile(rf"{SPACE}?{DASH}{SPACE}?(?=\p{{L}}{{3}})")


def _single(text: str, pos: int, level: str, *, alone: bool = False) -> Number | None:
    p = patterns()
    numeral = None
    if level in RANK and not (level == "opis" and p.supplemented.match(text, pos)):  # `7ос` is no 70с
        numeral = _garbled(text, pos, level)
    if numeral is not None and (alone or any(c.isdigit() for c in numeral.written)):
        verso = _verso(text, numeral.end) if level == "sheets" else None
        if verso is None:
            return Number(numeral.number, numeral.end, (numeral,))
        return Number(numeral.number + "v", verso.end, (numeral, *verso.garbled))
    match = p.number.get(level, p.number["extra"]).match(text, pos)
    if match is None:
        roman = _ROMAN.match(text, pos) if level in ("fond", "opis", "sheets") else None
        return None if roman is None else Number(roman.group(), roman.end())
    if level == "fond" and match["part"]:
        return Number(tidy(text[pos : match.start("joint")]) + match["joint"] + match["part"], match.end("part"))
    base = match.end("base")
    end = match.end()
    if level == "sheets":
        if (front := p.recto.match(text, base)) is not None:
            return Number(tidy(text[pos:base]), front.end())
        for stop in (base, end):  # the letter of `56v` is the verso mark, that of `56а об.` is not
            if (verso := _verso(text, stop)) is not None:
                return Number(tidy(text[pos:stop]) + "v", verso.end, verso.garbled, verso.slips)
        if text[base - 1] == "0" and (verso := _verso(text, base - 1)) is not None:  # `3080b` for `308ob`
            return Number(tidy(text[pos : base - 1]) + "v", verso.end, verso.garbled)
    if level in ("fond", "opis", "dela"):
        for stop in (base, end):
            if (more := p.supplement.match(text, stop)) is not None and (more.group()[0].isspace() or stop == base):
                gap = " " * more.group()[0].isspace()
                return Number(f"{tidy(text[pos:stop])}{gap}{more.group().strip()}", more.end())
        letter = _SPACED_CAPITAL if level == "fond" else _SPACED_LETTER
        spaced = letter.match(text, base) if base == end else None
        if spaced is not None and label_at(text, spaced.end("next")) is not None:  # `ф. 1 Б, оп. 7`, `оп. 1 с, д. 641`
            return Number(tidy(text[pos:base]) + spaced["letter"], spaced.end("letter"))
        if (quoted := _QUOTED_LETTER.match(text, base)) is not None:  # `Д. 68 «а»`
            return Number(tidy(text[pos:base]) + quoted["letter"], quoted.end())
    if base < end and _leads_on(text, base):
        end = base
    return Number(tidy(text[pos:end]), end)


def _garbled(text: str, pos: int, level: str) -> numerals.Numeral | None:
    """A number with letters for digits, up to a verso mark or a label that is glued to it."""
    lettered = level != "sheets"
    numeral = numerals.garbled(text, pos, len(text), lettered=lettered)
    if numeral is None:
        return None
    glued = text[pos - 1 : pos].isalpha()  # `ф280о2`: a house that writes no spaces
    for at in range(pos + 1, numeral.end):
        if not text[at].isalpha():
            continue
        label = label_at(text, at)
        next_level = label is not None and _GLUED_NEXT.match(text, label.end) is not None
        if label is not None and next_level and (glued or text[label.end] in ".:"):
            return numerals.garbled(text, pos, at, lettered=lettered)
        if level == "sheets" and _verso(text, at) is not None:
            return numerals.garbled(text, pos, at, lettered=lettered)
    return numeral


def _leads_on(text: str, pos: int) -> bool:
    """Whether the letters at `pos` are the next label (`д.5л.3`, `Ф30Оп1`, `Д. 5/ Л. 3`), not part of the number."""
    joint = _JOINT.match(text, pos)
    assert joint is not None  # the pattern matches the empty string
    label = label_at(text, joint.end())
    number = None if label is None else _GLUED_NEXT.match(text, label.end)
    if number is None or (joint.end() == pos and _YEAR_OR_OFFICE.match(text, number.end() - 1)):
        return False
    if joint.end() > pos:
        return True
    return label_at(text, number.end() - 1) is None  # `Ф. 1к. 0п. 27`: the digit begins a garbled label


def _verso(text: str, pos: int) -> Number | None:
    """The verso mark at `pos`, its own stop included; letters of both alphabets and digits for letters count too."""
    if _NO_VERSO.match(text, pos) is not None:
        return None
    p = patterns()
    match = p.verso.match(text, pos)
    if match is None and (wrong := p.mistranslated.match(text, pos)) is not None:
        mark = wrong.group().strip()
        slip = Slip(mark, "ob.", "mistranslated", f"{mark!r} is what machine translation makes of a verso mark")
        return Number("v", wrong.end(), slips=(slip,))
    garbled: tuple[numerals.Numeral, ...] = ()
    if match is None:
        window = text[pos : pos + 8]
        for fold in _folds():
            match = p.verso.match(window.translate(fold))
            if match is None:
                continue
            written = window[: match.end()]
            digits = any(c.isdigit() for c in written)
            if is_mixed(written) or digits:
                garbled = (numerals.Numeral(match.group().strip(), pos, written.strip(), digits),) if digits else ()
                break
        else:
            return None
    word = tidy(match["mark"]).casefold()
    end = pos + len(match.group())
    return Number("v", end + (word in p.kept_stops and text.startswith(".", end)), garbled)


_NO_VERSO = regex.compile(r"\s{0,2}(?![\p{L}\d(\u00ad]|\s)")


@cache
def _folds() -> tuple[dict[int, str], ...]:
    lex = lexicon()
    return (
        lex.to_cyrillic,
        lex.to_latin,
        lex.to_cyrillic | {ord("0"): "о", ord("6"): "б", ord("3"): "з"},
        lex.to_latin | {ord("0"): "o", ord("6"): "b"},
    )


_SPACED_LETTER = regex.compile(r"\s(?P<letter>\p{Ll})(?P<next>[.,]\s{0,2})(?=\p{L})")
_SPACED_CAPITAL = regex.compile(r"\s(?P<letter>\p{Lu})(?P<next>[.,]\s{1,2})(?=\p{L}{1,4}\.?\s?\d)")
_QUOTED_LETTER = regex.compile(r"[\s-]?[«\"“„'’](?P<letter>\p{Ll})[»\"”“'’](?!\p{L})")
_JOINT = regex.compile(r"(?:\s?/\s{0,2}|[-‐‑]\s?)?")
# `Оп. 13т. 1894 г.`, `Оп. 10с. 3 д-во`: no labels
_YEAR_OR_OFFICE = regex.compile(
    r"(?:1[5-9]|20)\d\d\s?(?:гг?|год|g)(?!\p{L})|\d{1,2}(?:-\p{L}{1,2})?\s(?:д-во|делопр|эксп|отд)"
)
_GLUED_NEXT = regex.compile(r"(?:[.:]\s{0,2})?№?\d")
_NUMBER_NEXT = regex.compile(r"\.?\s{0,2}№?\s?\d")


def belongs_elsewhere(text: str, end: int, *, ranged: bool = False) -> bool:
    """Whether a number behind a comma, ending at `end`, is no further file or sheet: a day, an extent, a time.

    A range is no extent: `leaves 3, 5 and 8–9 list the donors`.
    """
    if text[end : end + 1] in ("/", ":"):
        return True
    word = patterns().word.match(text, end)
    if word is None:
        return False
    if "\n" in text[end : word.start(1)]:
        return False
    label = label_at(text, word.start(1))
    if label is not None and key(label.written) in lexicon().ordinary:
        label = None
    if label is not None and not ranged and label.end >= word.end() and label.senses[0].meant is None:
        reads_on = _NUMBER_NEXT.match(text, label.end) is not None  # `93 л.` is an extent, `6 л. 7` the next level
        return not reads_on and not any(sense.level in ("fond", "dela") for sense in label.senses)
    return numerals.is_unit(text, word.start(1))


def is_year(text: str, start: int, item: Number, before: Number) -> bool:
    """Whether a number behind a comma looks like a year, not like a neighbour of the number before it."""
    years = YEARS.match(text, start)
    lead = _LEADING.match(before.value)
    return years is not None and years.end() == item.end and (lead is None or int(lead.group()) < 1000)


_LEADING = regex.compile(r"\d+")
