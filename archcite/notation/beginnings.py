"""What stands before a reference that begins with an opis (a fond in words, garbled, without its label), or with a fond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation import numerals, values
from archcite.notation.labels import is_mixed, label_ending_with
from archcite.notation.levels import mend_alphabet, repairs_of
from archcite.notation.mentions import archive_before
from archcite.notation.numerals import ALIKE
from archcite.notation.records import LEVELS, Extra, Repair

if TYPE_CHECKING:
    from archcite.archives import Authority
    from archcite.notation.records import Reference
    from archcite.notation.senses import Reading

_FOND_LABEL = r"(?<![\p{L}\p{N}])(?:[Фф](?:онд[а-я]{0,2})?|[Ff](?:onds?)?)"
_FOND_IN_WORDS = regex.compile(
    rf"{_FOND_LABEL}(?:\.\s{{0,2}}|\s{{1,2}})(?P<name>(?=[^.,]*\p{{L}}{{2}})[«\"“]?\p{{Lu}}[\p{{L}}\-«»\"“” ]{{2,60}}?)[.,]\s{{0,2}}"
    r"(?:(?P<year>(?:1[5-9]|20)\d\d(?:[-–](?:1[5-9]|20)\d\d)?)(?:\s?гг?\.?)?[.,]?\s{1,2})?$"
)
_FOND_GARBLED = regex.compile(
    rf"{_FOND_LABEL}\.\s{{0,2}}(?P<name>(?:\p{{L}}{{1,2}}\s?[-–‑]\s?)?[ПЗОOIlІ]{{1,2}})[.,]\s{{0,2}}$"
)
_FOND_SPELT = regex.compile(rf"{_FOND_LABEL}\.\s{{0,2}}(?P<name>\p{{Ll}}{{3,}}(?:[- ]\p{{Ll}}{{3,}})?)[.,]\s{{0,2}}$")
_FOND_BARE = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<name>(?:\p{Lu}{1,2}\s?[-–‑]\s?|[РПИМRPM][.\s]\s?)?(?=\p{L}?\d)[\d" + ALIKE + r"]{1,6}\p{L}?)"
    r"(?:[.,]\s?|(?<=[РПИМRPM][-.\s]\d{1,6})\s)$"
)
_SECTION = regex.compile(r"(?<![\p{L}\p{N}])Разд\.\s{0,2}(?P<name>[IVXХІ]{1,6})[.,]\s{0,2}$")
# a разряд holds the place of a fond; its abbreviation is an initial everywhere else
_RAZRIAD = regex.compile(
    r"(?<![\p{L}\p{N}])[РRP](?P<sign>[.,:;/–-]{0,2})\s{0,2}(?P<name>[IVXХІ1]{1,6})(?P<sign>[.,:;/–-]{0,2})\s{0,2}$"
)
_WINDOW = 90


def add(text: str, reading: Reading, floor: int, authority: Authority) -> None:
    """Add what is found to the reference, whose start moves to it; nothing is looked for before `floor`."""
    reference = reading.reference
    begin = max(floor, reference.start - _WINDOW)
    window = text[begin : reference.start]
    window = window[window.rfind("\n") + 1 :]
    begin = reference.start - len(window)
    first: regex.Match[str]
    if (section := _SECTION.search(window)) is not None:
        first = section
        reference.extra.insert(0, Extra("section", section["name"], window[section.start() : section.end("name")]))
    elif (razriad := _RAZRIAD.search(window)) is not None and not razriad["name"].isdigit():
        first = razriad
        reference.levels = {"fond": (razriad["name"],), **reference.levels}
        mend_alphabet(reference, "fond", (razriad["name"],), cyrillic=reading.cyrillic)
        clean = razriad.group()[0] != "P" and numerals.roman(razriad["name"]) is not None
        if not clean or razriad.captures("sign") not in ([".", "."], [".", ","]):
            reference.doubt = reference.doubt or f"{razriad.group().strip()!r} may be a section or a fond"
    elif (garbled := _FOND_GARBLED.search(window)) is not None:
        first = garbled
        value = values.read(window + "Оп. 1", garbled.start("name"), "fond")
        if value is None or value.doubt is None:
            return
        _take_fond(reading, value)
    elif (spelt := _FOND_SPELT.search(window)) is not None:
        first = spelt
        numeral = numerals.spelt_out(window, spelt.start("name"))
        if numeral is None or numeral.end != spelt.end("name"):
            return
        reference.levels = {"fond": (numeral.number,), **reference.levels}
        repair = Repair("fond", spelt["name"], numeral.number, "spelt-out number", "a number spelt out")
        reference.repairs.insert(0, repair)
    elif (named := _FOND_IN_WORDS.search(window)) is not None:
        before = archive_before(text, begin + named.start(), floor, authority)
        if "opis" not in reference.levels and before[0] is None:
            return
        first = named
        words = named["name"].strip('«»"“” ')
        reference.levels = {"fond": (words,), **reference.levels}
        if is_mixed(words):
            mend_alphabet(reference, "fond", (words,), cyrillic=reading.cyrillic)
        if named["year"]:
            reference.extra.insert(0, Extra("year", named["year"], named["year"]))
    elif (bare := _FOND_BARE.search(window)) is not None:
        first = bare
        name = bare["name"]
        lettered = not name[0].isdigit() and not (name[0] in ALIKE and name[1].isdigit())  # `O1, O2` of a program
        mention, _ = archive_before(text, begin + bare.start(), floor, authority, known_only=not lettered)
        value = values.read(window, bare.start("name"), "fond")
        if value is None or (mention is None and not lettered):
            return
        _take_fond(reading, value)
        if not lettered:
            reason = "the number stands in the fond's place without its label"
            reference.repairs.insert(0, Repair("fond", bare["name"], bare["name"], "missing label", reason))
    else:
        return
    reference.start = begin + first.start()


_FILE_BEFORE = regex.compile(
    r"(?r)(?<![\p{L}\p{N}])(?P<label>\p{L}{1,10})\.?\s{0,2}(?:№\s?)?(?P<number>\d{1,7}(?:-?\p{L})?)[.,]?\s{1,2}\(?"
)


def file_before(text: str, reference: Reference, floor: int) -> None:
    """Add the file that stands right before the archive or the fond: `справа 1018 ДАЖО ф. 1 оп. 78`."""
    if not {"fond", "opis"} <= reference.levels.keys() or "dela" in reference.levels:
        return
    before = _FILE_BEFORE.match(text, floor, reference.start)
    label = None if before is None else label_ending_with(text, before.start("label"), before.end("label"), floor)
    if before is None or label is None or not any(sense.level == "dela" for sense in label.senses):
        return
    reference.levels["dela"] = (before["number"],)
    reference.levels = {level: reference.levels[level] for level in LEVELS if level in reference.levels}
    reference.start = label.start


def _take_fond(reading: Reading, value: values.Value) -> None:
    reference = reading.reference
    reference.levels = {"fond": value.items, **reference.levels}
    reference.doubt = reference.doubt or value.doubt
    reference.repairs[:0] = repairs_of(value, "fond")
    if not value.slips:
        mend_alphabet(reference, "fond", value.items, cyrillic=reading.cyrillic)
