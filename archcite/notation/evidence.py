"""Whether what was read is an archival reference, and not an initial, an opus number, a court file or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.numerals import is_unit

if TYPE_CHECKING:
    from archcite.notation.levels import Reading

# a surname before `Ф.` makes it an initial: `Чуев Ф. 140 бесед`
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}’'-]+,?[ \t]{1,2}$")
# `Ф. 84×108/32` is a format, `Fund 17 million` a sum
_NO_FOND = regex.compile(r"\s?[×хx*]\s?\d|[.,]\d|\s?%|\s\d{3}(?!\d)|/\d|[-–]\d+[-–]\d")
# `image de fond 2`: the French word for background
_ARTICLE = regex.compile(r"(?<!\p{L})(?:de|du|le|un|des|au|sur|en|a|the)\s$", regex.IGNORECASE)
# `/evidence/rgada/f181-op2/0060.jpg` is an address
_PATH = regex.compile(r"/[\w.-]{1,60}/[\w.-]{0,40}$")
# `2 ф. 15 зол.` are pounds
_COUNT_BEFORE = regex.compile(r"\d\s{1,2}$")
_WINDOW = 40
LONGEST_ABBREVIATION = 3


def accepted(text: str, reading: Reading) -> bool:
    """Whether a reference that starts with a label counts.

    With an archive before it or chained to a reference it does. Alone it needs two levels that belong together; a fond
    alone needs a Cyrillic label or the word itself, because a Latin `F. 5` is too often something else.
    """
    reference = reading.reference
    levels = reference.levels
    before = text[max(0, reference.start - _WINDOW) : reference.start]
    if _PATH.search(before) is not None:
        return False
    if reference.archive is not None:
        listed = reference.archive.id is not None or bool(reference.archive.candidates)
        return listed or len(levels) > 1 or "fond" in levels
    if reference.chained:
        return True
    if "fond" in levels:
        if "opis" in levels or "dela" in levels:
            return True
        word = len(reading.first_label) > LONGEST_ABBREVIATION
        if is_unit(text, reference.end + 1):
            return False
        if _NO_FOND.match(text, reference.end) is not None:
            return False
        if not reading.cyrillic:
            shouted = reading.first_label.isupper()
            return word and not shouted and len(levels) == 1 and _ARTICLE.search(before) is None
        if _COUNT_BEFORE.search(before) is not None:
            return False
        number_sign = not word and "№" in text[reference.start : reference.end]
        if text[reference.start + len(reading.first_label)].isdigit() or number_sign:
            return False  # `Ф17` is a square or a filter, `ф. № 1-П` a form
        return word or reading.first_label.islower() or _NAME_BEFORE.search(before) is None
    if "opis" in levels and "dela" in levels:
        return reading.cyrillic or "sheets" in levels or reading.first_label.islower()
    return "dela" in levels and "sheets" in levels
