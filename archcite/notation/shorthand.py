"""References whose levels are told by place: `17/3/94`, `558.11.754.121`, `558–11–97`, `1535. f., 11. apr.`"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from archcite.notation import numerals, single, values
from archcite.notation.labels import label_at
from archcite.notation.levels import mend_alphabet
from archcite.notation.punctuation import GAP
from archcite.notation.records import LEVELS, RANK, Level, Reference, Repair
from archcite.notation.tradition import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.notation.records import Mention

_DIGIT = rf"[\d{numerals.ALIKE}|]"
_ALIKE = rf"[{numerals.ALIKE}|]{{0,2}}"
_NUMBER = _DIGIT + r"{1,7}(?:\p{L}{1,2}\d{0,6})?(?!\p{L})"
_SIGN = r"[/.,:;‐‑–—-]"
_CHAIN = regex.compile(
    rf"(?<![\p{{Ll}}\p{{N}}])(?:(?P<letters>\p{{L}}{{1,3}})(?P<joint>{_SIGN}{{0,2}}))??"
    rf"(?P<number>{_NUMBER})(?:(?P<sign>{_SIGN}{{1,2}})(?P<number>{_NUMBER})){{1,3}}(?![\p{{L}}\d]|/\S)"
)
_JOINED = regex.compile(rf"{_NUMBER}{_SIGN}{{1,2}}{_DIGIT}")
# where the first number may begin: at the letter of a fond, at a letter for a digit, at a fond's letter with a wrong sign
_BEFORE = (
    regex.compile(r"(?r)(?<![\p{L}\p{N}])(?:\p{L}{1,3}[‐‑–—-]{1,2}|\p{L}{1,2})?" + _ALIKE),
    regex.compile(r"(?r)(?<![\p{L}\p{N}])" + _ALIKE),
    regex.compile(r"(?r)(?<![\p{L}\p{N}])\p{L}{1,2}[/.,:;]" + _ALIKE),
)
_LETTER_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{N}])\p{L}{1,3}[-‐‑–]")
_DASHES = "‐‑–—-"
FEWEST = {"/": 1, ".": 2, "-": 2}
"""How many signs of one kind make a shorthand: `9401/1a` names an opis, `12.5` and `3-5` name nothing."""
# `17/3/94` behind an archive is a shelfmark, `12.03.37` and `12/03/1937` are days
_DATE = regex.compile(
    r"(?:0?[1-9]|[12]\d|3[01])(?:[.-](?:0?[1-9]|1[0-2])[.-](?:1[5-9]\d\d|20\d\d|\d\d)|/(?:0?[1-9]|1[0-2])/(?:1[5-9]|20)\d\d)"
)
_SCHOOL_YEAR = regex.compile(r"(?:19|20)\d\d/(?:\d\d|20\d\d)")
_GLUED_NAME = regex.compile(r"(?r)(?<!\p{L})\p{Lu}{2,8}\.")  # `ERAF.1.4.1850` is no day
_WORDS_BEHIND = regex.compile(r"[ \u00a0](?!(?:and|et|und|та|или|або)\s)\p{Ll}{3,}")
_NUMBER_FIRST = regex.compile(
    r"(?P<number>(?:\p{L}{1,3}-)?\d{1,6}\p{L}?(?:\.?\s?[-–—]\s?\d{1,6}|(?:\.,\s?\d{1,6}){1,9}+)?)\.?\s{0,2}(?=\p{L})"
)
HIGHEST = {"fond": 50_000, "opis": 1_000, "dela": 100_000}
"""Above these a number of a shorthand is likelier two numbers whose sign was lost."""


def by_place(text: str, pos: int, floor: int) -> Iterator[Reference]:
    """Numbers joined by slashes, full stops or hyphens around `pos`, levels filled from the fond on; no date.

    Where the first of them may begin at several places, each is tried, the likelier first. Where the signs differ, or
    letters stand for digits, the reference is doubtful.
    """
    if _JOINED.match(text, pos) is None:
        return  # most numbers of a text are alone
    tried: set[int] = set()
    for before in (*_BEFORE, None):
        found = None if before is None else before.match(text, floor, pos)
        start = pos if found is None else found.start()
        if start in tried:
            continue
        tried.add(start)
        match = _CHAIN.match(text, start)
        reference = None if match is None else _shorthand(text, match)
        if reference is not None:
            yield reference


# a row of a table: `РГВА | 25895 | 1 | 834`, `RGASPI,17,162,14`, `ГА РФ Р7523 105 168`
_ROW = regex.compile(
    r"(?P<number>(?:\p{L}{1,2}-?)?\d{1,5}\p{L}?)(?:(?P<sign>[,;\t]|\s?\|\s?|[ \u00a0])(?P<number>\d{1,6}\p{L}?)){2,3}"
    r"(?=\s?(?:[,;|\t\"'”»)\]]|\.?\s*$|\.?\r?\n|\.\s)|\s{1,3}\p{Lu})",
)
_YEAR = regex.compile(r"(?:1[89]|20)\d\d")
LONGEST_SIGN = 3
"""Code points between the cells of a table."""
_CELL = regex.compile(r"(?r)[,;\t]|\s?\|\s?|[ \u00a0]")
_FOND_LETTER = regex.compile(r"(?r)(?<![\p{L}\p{N}])\p{L}{1,2}-?")


def row(text: str, pos: int, floor: int) -> Reference | None:
    """The cells of a table behind the archive's: fond, opis, file and sheet, one sign before each; always doubtful."""
    letter = _FOND_LETTER.match(text, floor, pos)
    start = pos if letter is None else letter.start()
    match = _ROW.match(text, start)
    sign = _CELL.match(text, floor, start)
    if (
        match is None
        or sign is None
        or {one.strip() or " " for one in match.captures("sign")} != {sign.group().strip() or " "}
        or all(_YEAR.fullmatch(number) for number in match.captures("number"))
    ):
        return None
    reference = Reference(match.start(), match.end())
    for level, number in zip(LEVELS, match.captures("number"), strict=False):
        reference.levels[level] = (single.tidy(number),)
    reference.doubt = "numbers without labels, taken for fond, opis, file and sheet by their order"
    return reference


def is_row(text: str, archive: Mention, first: int, repairs: list[Repair]) -> bool:
    """Whether the archive is the cell before the number at `first`; with blanks between cells it must begin its line."""
    if any(repair.level == "archive" for repair in repairs) or first - archive.end > LONGEST_SIGN:
        return False
    line = text.rfind("\n", 0, archive.start) + 1
    return bool(text[archive.end : first].strip()) or not text[line : archive.start].strip(" \t\"'*-")


def _shorthand(text: str, match: regex.Match[str]) -> Reference | None:
    if _DATE.fullmatch(match.group()) and _GLUED_NAME.match(text, 0, match.start()) is None:
        return None
    signs = ["-" if sign in _DASHES else sign for sign in match.captures("sign")]
    if len(signs) == 1 and _SCHOOL_YEAR.fullmatch(match.group()) is not None:
        return None
    if len(signs) == 1 and _WORDS_BEHIND.match(text, match.end()) is not None:
        return None  # `РГВА 1/2 ставки`
    clean = len(set(signs)) == 1 and len(signs) >= FEWEST.get(signs[0], 9)
    if not clean and (len(signs) < 2 or not any(sign[0] in "/.-" for sign in signs)):
        return None
    reference = Reference(match.start(), match.end())
    if not clean:
        reference.doubt = "its numbers are joined by different signs"
        written = "".join(match.captures("sign"))
        usual = max(FEWEST, key=lambda sign: sum(one[0] == sign for one in signs))
        repair = Repair("punctuation", written, usual * len(signs), "separator", reference.doubt)
        reference.repairs.append(repair)
    if (match["joint"] or "-") not in _DASHES:
        reference.doubt = f"{match['joint']!r} behind the letter of the fond"
        reference.repairs.append(Repair("punctuation", match["joint"], "-", "stop behind label", reference.doubt))
    for level, place in zip(LEVELS, range(len(signs) + 1), strict=False):
        _read(text, match, level, place, reference)
    if reference.doubt is None:
        high = [level for level, items in reference.levels.items() if _leading(items[0]) > HIGHEST.get(level, 9_999)]
        reference.doubt = f"so high a number of {high[0]} may be two numbers whose sign was lost" if high else None
    return reference


_RUN_TOGETHER = regex.compile(r"\d+\p{L}+\d+")
_LEADING = regex.compile(r"\d+")


def mend_letters(reference: Reference) -> None:
    """Letters of the numbers are of the alphabet of the archive's name: `ЦДАГО P-6090.162.1899.42` has a Latin P."""
    if reference.archive is None:
        return
    cyrillic = any("Ѐ" <= c <= "ӿ" for c in reference.archive.written)
    for level in LEVELS[: RANK["sheets"]]:
        mend_alphabet(reference, level, reference.levels.get(level, ()), cyrillic=cyrillic)


def _leading(number: str) -> int:
    digits = _LEADING.search(number)
    return 0 if digits is None else int(digits.group())


def _read(text: str, match: regex.Match[str], level: Level, place: int, reference: Reference) -> None:
    """The number of one level; the sheet may begin a range."""
    start, end = match.spans("number")[place]
    garbled = numerals.garbled(text, start, end)
    number = single.item(text, start, level)
    if _RUN_TOGETHER.fullmatch(text, start, end) is not None or not any(c.isdigit() for c in text[start:end]):
        reference.doubt = reference.doubt or f"{text[start:end]!r} may be two numbers or a garbled one"
    verso = number is not None and level == "sheets" and number.value.endswith("v")
    if garbled is not None and garbled.end == end and not verso:
        number = single.Number(garbled.number, end, (garbled,))
    exact = number is not None and (number.end == end or level == "sheets")
    letters = f"{match['letters']}-" if level == "fond" and match["letters"] else ""
    if letters and match["joint"] == "":
        letters = match["letters"]
    if number is None or not exact:
        reference.levels[level] = (letters + single.tidy(text[start:end]),)
        return
    reference.levels[level] = (letters + number.value,)
    reference.end = max(reference.end, number.end)
    for numeral in number.garbled:
        why = f"{numeral.written!r} may stand for {numeral.number}"
        reference.doubt = reference.doubt or why
        reference.repairs.append(Repair(level, numeral.written, numeral.number, "letters for digits", why))


_BARE_SHEET = regex.compile(r"(?:\s?\([^()\n]{1,40}\))?,\s?(?=\d)")


def bare_sheet(text: str, reference: Reference) -> None:
    """`9/29/340, 15ob.`, `558/11/99, 49–51`: numbers behind the file are sheets; one that ends there may be a file."""
    comma = _BARE_SHEET.match(text, reference.end)
    value = None if comma is None else values.read(text, comma.end(), "sheets")
    if value is None or _NEXT_SIGN.match(text, value.end) is not None:
        return
    sure = any("-" in item or item.endswith("v") for item in value.items)
    if sure or _ENDS_OR_COMMA.match(text, value.end) is not None:
        reference.levels["sheets"], reference.end = value.items, value.end
        reference.doubt = reference.doubt or value.doubt
        if not sure and reference.doubt is None:
            reference.doubt = f"{value.items[0]} behind the file may be a sheet or one more file"


_ENDS_OR_COMMA = regex.compile(r"\s?(?:[.;,)\]]|$|\n)|\s\((?=\p{L})")
_NEXT_SIGN = regex.compile(r"\s?[/.:]\d|\s\p{Ll}{4,}|\s?гг?\.")
_COLON = regex.compile(r"(?:\s?\([^()\n]{1,40}\))?:\s?(?=\d)")
_ENDS = regex.compile(r"\s?(?:[.;)\]]|$|\n)")


def colon_sheets(text: str, reference: Reference) -> None:
    """`17/114/304 (1932): 2–5;`: numbers behind a colon that end there are the sheets of the file."""
    if "dela" not in reference.levels or "sheets" in reference.levels:
        return
    colon = _COLON.match(text, reference.end)
    value = None if colon is None else values.read(text, colon.end(), "sheets")
    if value is not None and _ENDS.match(text, value.end) is not None:
        reference.levels["sheets"], reference.end = value.items, value.end
        reference.doubt = reference.doubt or value.doubt


_OPIS_AND_FILE = regex.compile(r",\s(?P<opis>\d{1,3})/(?=\d{1,5}(?![\d/]))")


def opis_and_file(text: str, reference: Reference) -> None:
    """`Fond 89, 73/34, 35, and 36`: numbers on both sides of a slash behind a fond are an opis and its files."""
    if list(reference.levels) != ["fond"]:
        return
    opis = _OPIS_AND_FILE.match(text, reference.end)
    value = None if opis is None else values.read(text, opis.end(), "dela")
    if opis is None or value is None:
        return
    reference.levels |= {"opis": (opis["opis"],), "dela": value.items}
    reference.end = value.end
    reference.doubt = reference.doubt or value.doubt or "numbers on both sides of a slash, taken for opis and file"


def more_files(text: str, reference: Reference) -> None:
    """`9401/1a/552 and 64`: one more file behind the shorthand."""
    joint = single.patterns().conjunction.match(text, reference.end)
    if joint is None or "," in joint.group() or _CHAIN.match(text, joint.end()) is not None:
        return  # `5446/1/54 and 9401/1a/1` are two references
    value = values.read(text, joint.end(), "dela")
    if value is not None:
        reference.levels["dela"] += value.items
        reference.end = value.end


_BEHIND_VERSO = regex.compile(r"\.?\s{0,2}")


@cache
def _first_labels() -> frozenset[str]:
    return lexicon().number_first


def number_first(text: str, pos: int, floor: int, *, fewest: int = 2) -> Reference | None:
    """Numbers before their labels, as Latvian has them; None unless `fewest` levels stand there."""
    letter = _LETTER_BEFORE.match(text, floor, pos)
    at = pos if letter is None else letter.start()
    reference = Reference(at, at)
    rank = -1
    while (match := _NUMBER_FIRST.match(text, at)) is not None:
        verso = single.patterns().verso.match(text, match.end())
        behind = None if verso is None else _BEHIND_VERSO.match(text, verso.end())
        label = label_at(text, match.end() if behind is None else behind.end())
        levels = (
            []
            if label is None
            else [s.level for s in label.senses if s.traditions & _first_labels() and s.level in RANK]
        )
        level = next((level for level in levels if RANK[level] > rank), None)
        if label is None or level is None:
            break
        rank = RANK[level]
        numbers = (single.tidy(part) for part in match["number"].replace(".", "").split(","))
        reference.levels[level] = tuple(number + "v" * (verso is not None) for number in numbers)
        reference.end = label.end
        stop = text.startswith(".", label.end)
        gap = GAP.match(text, label.end + stop)
        assert gap is not None
        at = gap.end()
    return reference if len(reference.levels) >= fewest else None
