"""Whether what was read is an archival reference, and not an initial, an opus number, a court file or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.labels import label_at
from archcite.notation.namewords import names_institution, speaks_of_archives
from archcite.notation.numerals import is_unit
from archcite.notation.tradition import key, lexicon

if TYPE_CHECKING:
    from archcite.notation.records import Reference
    from archcite.notation.senses import Reading

# a surname before `Ф.` makes it an initial: `Чуев Ф. 140 бесед`
_NAME_BEFORE = regex.compile(r"\p{Lu}[\p{L}’'-]+,?[ \t]{1,2}$")
# `Ф. 84×108/32` is a format, `Fund 17 million` a sum
_NO_FOND = regex.compile(r"\s?[×хx*]\s?\d|[.,]\d|\s?%|\s\d{3}(?!\d)|/\d|[-–]\d+[-–]\d")
# `image de fond 2`: the French word for background
_ARTICLE = regex.compile(r"(?<!\p{L})(?:de|du|le|un|des|au|sur|en|a|the)\s$", regex.IGNORECASE)
# `/evidence/rgada/f181-op2/0060.jpg` is an address
_PATH = regex.compile(r"/[\w.-]{1,60}/[\w.-]{0,40}$")
# `Д. 5, кв. 3` is a house
_ADDRESS = regex.compile(r",?\s(?:кв|корп|оф|подъезд|эт|комн|буд)\.?\s?\d", regex.IGNORECASE)
_PAPER = regex.compile(r"[АA]-?[0-6]")  # a format of paper
# `ф.1 ф.2 ф.3` are photographs
_PHOTOGRAPH = regex.compile(r"\s{1,2}ф\.\d{1,2}(?!\d)|ф\.\d{1,2}\s{1,2}$")
_ALONE = regex.compile(r"(?<=\n)ф\.\d{1,2}\s*?(?:\n|$)")
# `f99b15`, `OVERRIDES_F48531B2`, `8QF3L`: colours, hashes and names in programs
_GLUED = regex.compile(r"[ _]?(?P<levels>[A-Za-z\d]+)")
_FIELD = regex.compile(r"[=\"']|:\d")
_LONG_LABEL = regex.compile(r"(?i)(?:op|spr|ark)\d")
# `f. 1871, d. 1944`: born and died
_LIFE = regex.compile(r"1[5-9]\d\d|20\d\d")
# `2 ф. 15 зол.` are pounds
_COUNT_BEFORE = regex.compile(r"\d\s{1,2}$")
_WINDOW = 40
LONGEST_ABBREVIATION = 3


def accepted(text: str, reading: Reading, last: Reference | None) -> bool:
    """Whether a reference that starts with a label counts.

    With an archive before it or chained to a reference it does. Alone it needs two levels that belong together; a fond
    alone needs a Cyrillic label or the word itself, because a Latin `F. 5` is too often something else, and an
    abbreviated one needs a word that speaks for an archive near it, because forms and formulas have such numbers too.
    `last` is the reference before it.
    """
    reference = reading.reference
    levels = reference.levels
    if list(levels) == ["dela"] and _ADDRESS.match(text, reference.end) is not None:
        return False
    before = text[max(0, reference.start - _WINDOW) : reference.start]
    if _PATH.search(before) is not None and not reading.cyrillic:
        return False
    listed = reference.archive is not None and (reference.archive.id is not None or bool(reference.archive.candidates))
    if not listed and not reading.cyrillic:
        start = reference.start if reference.archive is None else reference.archive.end
        glued = _GLUED.fullmatch(text, start, reference.end)
        if glued is not None and _LONG_LABEL.search(glued["levels"]) is None:
            return False
        written = text[start : reference.end]
        if "fond" not in levels and "=" in written:
            return False  # `n=300, item="0012"`
        if list(levels) == ["fond"] and reference.archive is None and _FIELD.search(written) is not None:
            return False  # `"fonds": 47`
    alone = len(levels) == 1 and not reference.chained
    if alone and key(reading.first_label) in lexicon().ordinary:
        return reference.archive is not None and reference.archive.id is not None
    if reference.by_sign and "fond" not in levels and not reference.chained and reference.archive is None:
        return False  # `Соната, оп. 27, № 2`
    if reference.archive is not None:
        named = listed or reading.cyrillic or names_institution(reference.archive.written)
        if not named and not levels.keys() & {"fond", "opis"}:
            return False  # `APC, b. 3, fasc. 12, f. 5`: any archive of the world
        bare = not listed and not reading.cyrillic and list(levels) == ["fond"] and len(reading.first_label) == 1
        if bare and "." not in text[reference.archive.end : reference.end]:
            return names_institution(reference.archive.written)  # `SEX F`, `VALUES ('F1'`
        return listed or len(levels) > 1 or "fond" in levels
    if list(levels) == ["fond"] and reading.cyrillic:
        if _PHOTOGRAPH.match(text, reference.end) or _PHOTOGRAPH.search(before):
            return False
        if last is not None and "sheets" in last.levels and _ALONE.match(text, reference.start):
            return False  # the sheets of the reference before it were photographed as these
    if reference.chained:
        return True
    if "fond" in levels:
        if (
            not reading.cyrillic
            and set(levels) == {"fond", "dela"}
            and all(_LIFE.fullmatch(number) for number in (*levels["fond"], *levels["dela"]))
        ):
            return False
        if "opis" in levels or "dela" in levels:
            return True
        word = len(reading.first_label) > LONGEST_ABBREVIATION
        if is_unit(text, reference.end + 1):
            return False
        if _NO_FOND.match(text, reference.end) is not None or _PAPER.fullmatch(levels["fond"][0]) is not None:
            return False
        if not reading.cyrillic:
            shouted = reading.first_label.isupper()
            shortened = text.startswith(".", reference.start + len(reading.first_label))  # `MS Coll. 199`
            return word and not shouted and not shortened and len(levels) == 1 and _ARTICLE.search(before) is None
        if _COUNT_BEFORE.search(before) is not None:
            return False
        number_sign = not word and "№" in text[reference.start : reference.end]
        if text[reference.start + len(reading.first_label)].isdigit() or number_sign:
            return False  # `Ф17` is a square or a filter, `ф. № 1-П` a form
        if not word and reading.first_label.isupper() and _NAME_BEFORE.search(before) is not None:
            return False
        return word or _is_archival(text, reading, last)
    if "opis" in levels and "dela" in levels:
        word = len(reading.first_label) > LONGEST_ABBREVIATION
        if word and not reading.cyrillic:  # `series 2, unit 73` is of any archive, `opis 1, file 33` of these
            label = label_at(text, reference.start)
            russian = label is not None and any("transliterated" in sense.traditions for sense in label.senses)
            return russian or "sheets" in levels
        return reading.cyrillic or "sheets" in levels or reading.first_label.islower()
    return "dela" in levels and "sheets" in levels


NEAR = 300
"""Code points around a fond that stands alone in which something must speak for an archive."""
_LETTERED = regex.compile(r"[РПИМКRPM]\s?[-‐‑–—]?\s?\d{1,5}(?!\d)")


def _is_archival(text: str, reading: Reading, last: Reference | None) -> bool:
    reference = reading.reference
    if last is not None and reference.start - last.end < NEAR:
        return True
    if _LETTERED.fullmatch(reference.levels["fond"][0]) is not None:
        return True
    start, end = max(0, reference.start - NEAR), reference.end + NEAR
    return any(
        found.start() >= reference.end or found.end() <= reference.start
        for found in speaks_of_archives().finditer(text, start, end)
    )
