"""The value behind a label: one number, an enumeration or a range, and what is doubtful about it.

Every function reads at a position and returns where it stopped; all patterns are bounded, so reading is linear.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from archcite.notation import numerals
from archcite.notation.labels import is_mixed, label_at
from archcite.notation.plausible import is_split, runs_backwards, sheet_doubt
from archcite.notation.records import RANK
from archcite.notation.single import DASH, SPACE, YEARS, Number, Slip, belongs_elsewhere, is_year, item, patterns
from archcite.notation.tradition import key, lexicon


@dataclass(slots=True, frozen=True)
class Value:
    """What stood behind a label: `items` normalized (`12-13`, `56v`), and where the last one ends."""

    items: tuple[str, ...]
    end: int
    doubt: str | None = None
    slips: tuple[Slip, ...] = ()
    """What was mended."""
    letters: tuple[str, ...] = ()
    """Sheets with the letter of one of several documents on them: `67 (А)`."""


def read(text: str, pos: int, level: str, label: str = "") -> Value | None:
    """Read the value of `level` at `pos` (behind the label and its stop); None if none stands there.

    `label` may stand again before each number of a list: `l. 100, l. 103 et l. 110`.
    """
    p = patterns()
    if sign := p.sign.match(text, pos):
        pos = sign.end()
    if level == "fond" and (doubled := _LABEL_AGAIN.match(text, pos)) is not None and label.casefold() in _PLURAL:
        pos = doubled.end()
    if level == "sheets" and (start := _RANGE_START.match(text, pos)):
        pos = start.end()
    if none := p.none.match(text, pos):
        return Value(() if "л" in none.group() else ("б/н",), none.end())
    if level == "letter" and (letter := _LETTER.match(text, pos)) is not None:
        return Value((letter.group(),), letter.end())
    in_words = level == "fond" and key(label) in lexicon().ordinary
    numbered = _roman_fond(text, pos, in_words=in_words) if level == "fond" else None
    first = item(text, pos, level, alone=True) if numbered is None else Number(numbered.group(), numbered.end())
    if first is None:
        numeral = numerals.spelt_out(text, pos) if level in RANK else None
        if numeral is None:
            return None
        return Value((numeral.number,), numeral.end, slips=(_spelt(numeral.written, numeral.number),))
    if level == "dela" and YEARS.fullmatch(first.value) and numerals.is_year_word(text, first.end):
        return None  # `дело 1835–1838 годов`
    numbers = [first]
    doubt: str | None = None
    slips: list[Slip] = []
    if level in ("dela", "sheets"):
        doubt, slips = _read_on(text, level, label, numbers)
    if level == "sheets" and key(label) in lexicon().of_verso:
        numbers = [_verso_of(number) for number in numbers]
    items = tuple(number.value for number in numbers)
    end = numbers[-1].end
    garbled = [numeral for number in numbers for numeral in number.garbled]
    reasons = [f"{numeral.written!r} may stand for {numeral.number}" for numeral in garbled]
    doubt = doubt or _doubt(text, pos, end, level, items, in_words=in_words) or next(iter(reasons), None)
    for numeral, why in zip(garbled, reasons, strict=True):
        slips.append(Slip(numeral.written, numeral.number, "letters for digits", why))
    slips += [slip for number in numbers for slip in number.slips]
    written = text[pos:end]
    if is_mixed(written) and not garbled:
        slips.append(Slip(written, ", ".join(items), "both alphabets", "letters of both alphabets"))
    if (doubled := _DOUBLED.search(written)) is not None:
        slips.append(Slip(doubled.group(), "-", "hyphens", "more than one hyphen"))
    if level in ("dela", "sheets") and (spelt := _SPELT.search(written)) is not None:
        slips.append(_spelt(spelt.group(), items[-1].rpartition("-")[2]))
    letters = tuple(f"{number.value} ({number.letter})" for number in numbers if number.letter)
    return Value(items, end, doubt, tuple(slips), letters)


_LETTER = regex.compile(r"\p{Lu}(?!\p{L})")


def _roman_fond(text: str, pos: int, *, in_words: bool) -> regex.Match[str] | None:
    """The Roman number of a fond at `pos`.

    `Разряд I` is never `Разряд 1`; elsewhere only a file right behind tells `I` and `II` from garbled digits, and a
    further level `Х` from an initial.
    """
    roman = _ROMAN_FOND.match(text, pos)
    joint = None if roman is None else _JOINT.match(text, roman.end())
    if in_words or roman is None or joint is None:
        return roman
    label = label_at(text, joint.end())
    levels = set() if label is None else {sense.level for sense in label.senses}
    if text.startswith("№", joint.end()) or ("dela" in levels and "opis" not in levels):
        return roman
    return roman if roman.group() in "VXХ" and _LEVEL_NEXT.match(text, joint.end()) is not None else None


def _read_on(text: str, level: str, label: str, numbers: list[Number]) -> tuple[str | None, list[Slip]]:
    """Add the further files or sheets of the list that `numbers` begins; what is doubtful about it, and what mended."""
    doubt: str | None = None
    slips: list[Slip] = []
    repeats = 0
    while (joint := patterns().conjunction.match(text, numbers[-1].end)) is not None:
        at = joint.end()
        begun = label_at(text, at)
        if begun is not None and (begun.written[0].isdigit() or _WRONG_STOP.match(text, begun.end)):
            break  # `d. 936, 1l. 121`: a digit that stands for a letter begins the next label
        verso = level == "sheets" and begun is not None and key(begun.written) in lexicon().of_verso
        same = begun is not None and label and begun.written.casefold() == label.casefold()
        if begun is not None and (same or verso) and repeats < MOST_REPEATS:
            again = _LABEL_STOP.match(text, begun.end)
            at = at if again is None else again.end()
            repeats += 1
        following = item(text, at, level)
        if following is None or _FOREIGN.match(text, joint.end()):
            break
        if belongs_elsewhere(text, following.end, ranged="-" in following.value and "," not in joint.group()):
            break
        if "\n" in joint.group() and _NOTE.match(text, following.end):
            break  # the number of the next note
        if level == "dela" and YEARS.fullmatch(following.value) and _HEADS.match(text, following.end):
            break  # `спр. 8640а, 1858 - ДАВіО`: a year before the next reference
        if is_year(text, joint.end(), following, numbers[-1]):
            if level == "dela" or is_split(following.value, numbers[-1].value):
                doubt = f"{following.value} behind the comma may be a year or belong to the list"
            break
        numbers.append(_verso_of(following) if verso else following)
        mark = joint.group().strip()
        if joint.group() == ";":
            doubt = f"a semicolon without a space before {following.value} may be a slip for a hyphen"
        if mark == ",," or joint.group() == ";":
            slips.append(Slip(mark, ",", "separator", f"{mark!r} between sheets or files of one reference"))
    return doubt, slips


def _doubt(text: str, pos: int, end: int, level: str, items: tuple[str, ...], *, in_words: bool) -> str | None:
    """Why what stands at `pos`..`end` may be another value than `items`; None if it is clean."""
    glued = label_at(text, end) if text[end : end + 1].isalnum() else None
    unread = text[end : end + 1].isalnum() and _AND_NEXT.match(text, end) is None
    if unread and (glued is None or key(glued.written) in lexicon().ordinary):
        return f"what is glued to {items[-1]} cannot be read"
    if level == "sheets" and (of_sheets := sheet_doubt(text, pos, end, items)) is not None:
        return of_sheets
    if level in ("dela", "sheets"):
        return next((f"{item} runs backwards" for item in items if runs_backwards(item)), None)
    if level in ("fond", "section") and _ROMAN_AND_ONES.fullmatch(text, pos, end) is not None:
        return f"{text[pos:end]} may be a Roman number"
    if level == "fond":
        if not in_words and set(items[0]) <= set("IІ"):
            return f"{items[0]} may be a Roman number or stand for {'1' * len(items[0])}"
        part = _PART_OF_FOND.search(items[0])
        return None if part is None else f"{part.group()} may be a part of a fond, or fond and opis"
    if level == "opis" and _LETTER_AND_YEAR.fullmatch(items[0]) is not None:
        return f"{items[0][0]!r} may stand for a digit"
    if level == "opis" and (part := _PART_OF_OPIS.search(items[0])) is not None:
        mark = _MARK.match(text, end)
        behind = None if mark is None else label_at(text, mark.end())
        main = {sense.level for sense in behind.senses if sense.level in RANK} if behind is not None else set()
        if part["sign"] == "/" and main != {"dela"}:
            return f"{items[0]} may be opis and file"
        if part["sign"] == "-" and "dela" in main:
            return f"{items[0]} may be several opisi"
    return None


def _verso_of(number: Number) -> Number:
    """The verso that a word before the label means: `оборот листа 15`."""
    return number if number.value.endswith("v") else number._replace(value=number.value + "v")


_MARK = regex.compile(r"[.,;]?\s{0,3}")


def _spelt(written: str, number: str) -> Slip:
    return Slip(written, number, "spelt-out number", "a number spelt out")


_LABEL_AGAIN = regex.compile(r"[Фф]\s?[-–.]\s?(?=\d)")
_PLURAL = frozenset({"фонди", "фонды", "фондів", "фондов"})
"""Behind them `Ф-` is the label of each (`фонди: Ф-706, Ф-1`), and no letter of a fond."""
_AND_NEXT = regex.compile(r"ff?\.")  # `Bl. 12f.`
_NOTE = regex.compile(r"[.)]\s{1,3}\p{Lu}")
_HEADS = regex.compile(r"\s?[-–—:]\s?\p{L}")
MOST_REPEATS = 4
"""Labels that are said again in one list; without a bound, endless labels would be read again and again."""
_LABEL_STOP = regex.compile(r"(?:\.\s?|\s)(?=\d)")
_WRONG_STOP = regex.compile(rf"(?<=\p{{L}}{{2}}){DASH}\s")
_FOREIGN = regex.compile(rf"\p{{Ll}}{{1,3}}{SPACE}?{DASH}")
"""`Д. 5, л- 7`: small letters behind a comma are a label with a wrong stop, not a lettered number."""
_LETTER_AND_YEAR = regex.compile(rf"[{numerals.ALIKE}]\p{{L}}?-(?:1[5-9]|20)\d\d")
_PART_OF_OPIS = regex.compile(r"(?P<sign>[-/])\d+(?<!-(?:1[5-9]|20)\d\d)$")
_PART_OF_FOND = regex.compile(r"\d[-/]\d+")
_AND_NEXT = regex.compile(r"ff?\.")  # `Bl. 12f.`
_DOUBLED = regex.compile(rf"{DASH}{{2,3}}")
_SPELT = regex.compile(r"(?<=[-‐‑–—]\s?)\p{L}{3,}(?:-\p{L}{3,})?$")
_RANGE_START = regex.compile(r"(?:с|со|from|von|de)\s(?=\d{1,5}\s?(?:об\.?|v)?\s(?:по|до|to|bis|à)\s)")
_ROMAN_FOND = regex.compile(r"[IVXLІХ]{1,7}(?![\p{L}\d])")
_JOINT = regex.compile(r"[.,:;/–—-]{0,2}\s{0,2}")
_LEVEL_NEXT = regex.compile(r"(?:\p{L}{1,3}\.?\s?){1,2}\d")
_ROMAN_AND_ONES = regex.compile(r"(?=.*1)(?=.*[IVXІХ])[IVXІХ1]+")
