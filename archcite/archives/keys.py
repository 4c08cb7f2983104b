"""The keys under which names and abbreviations are compared.

Two keys, for two kinds of writing:

- `letters`: letters and digits alone, capital, without diacritics. `Г.А.Р.Ф.`, `ГА РФ` and `гарф` are `ГАРФ`.
- `skeleton` and `stem`: a word in an alphabet so poor that every romanization of a Cyrillic word falls on one
  form (ц, ч, ts, č, ch are one letter, г, х, g, h, kh another), and the same without its inflection.

The merging is safe for full names alone, which are long; abbreviations are compared letter for letter.
"""

from __future__ import annotations

import unicodedata
from typing import Final

import regex

APOSTROPHES: Final = "'’ʼʹ‘`´′ʺ\"·"
INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

TOKEN: Final = regex.compile(
    rf"(?r)[\p{{L}}\p{{M}}\p{{N}}{INVISIBLE}]+(?:[{APOSTROPHES}]+[\p{{L}}\p{{M}}\p{{N}}{INVISIBLE}]+)*"
)
"""A word, matched from its end backwards; an apostrophe inside belongs to it (`sotsial'no`)."""

WORD: Final = regex.compile(r"[\p{L}\p{M}\p{N}\u00ad]")

_PLAIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЄҐ0123456789")


_NO_LETTERS: Final = str.maketrans(dict.fromkeys(" .,-()'", None))


def letters(text: str) -> str:
    """Capital letters and digits of `text`, without diacritics, spaces and points."""
    key = text.translate(_NO_LETTERS).upper()
    if _PLAIN.issuperset(key):
        return key
    spread = unicodedata.normalize("NFD", text).upper()
    return "".join(char for char in spread if char.isalnum())


# Cyrillic to the poor alphabet; letters that no Slavic archive name has are left as they are
_CYRILLIC: Final = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "э": "e", "ё": "e",
        "ж": "s", "з": "s", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n",
        "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "g", "ц": "c",
        "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ы": "i", "ь": "", "ю": "u", "я": "a", "ѣ": "e", "ѳ": "f",
        "h": "g", "x": "g", "w": "v", "y": "i", "j": "i", "z": "s", "ß": "s", "ı": "i", "ʺ": "", "ʹ": "",
    }
)  # fmt: skip
# after the letters: digraphs of the romanizations, then what iotated vowels leave
_FOLDS: Final = (
    ("kg", "g"), ("sg", "s"), ("cg", "c"), ("ts", "c"), ("tc", "c"), ("sc", "s"), ("gg", "g"),
    ("ii", "i"), ("ii", "i"), ("ia", "a"), ("iu", "u"), ("ie", "e"), ("io", "e"),
)  # fmt: skip
_DOUBLED: Final = regex.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """A word in the poor alphabet: `политической`, `politicheskoi` and `političeskoj` are one."""
    low = word.casefold().translate(_CYRILLIC)
    if not (low.isascii() and low.isalpha()):
        spread = unicodedata.normalize("NFD", low)
        low = "".join(char for char in spread if char.isalnum()).translate(_CYRILLIC)
    for old, new in _FOLDS:
        if old in low:
            low = low.replace(old, new)
    return _DOUBLED.sub(r"\1", low)


# case endings in the poor alphabet, adjectives and nouns, Russian, Ukrainian, Belarusian; the English plural
_ENDINGS: Final = (
    "ogo", "ego", "aga", "omu", "emu", "amu", "imi", "ami", "oi", "ei", "ai", "om", "em", "am", "im", "ig",
    "ag", "ov", "ev", "es", "oe", "a", "u", "e", "i", "o", "s",
)  # fmt: skip
_BY_LAST: Final = {last: tuple(e for e in _ENDINGS if e[-1] == last) for last in "agieovsum"}
_SHORTEST_STEM: Final = 4


def stem(bones: str) -> str:
    """A skeleton without its inflection: `argiva`, `argivom`, `argivi` are `argiv`."""
    for ending in _BY_LAST.get(bones[-1:], ()):
        if bones.endswith(ending) and len(bones) - len(ending) >= _SHORTEST_STEM:
            return bones[: -len(ending)]
    return bones


_IDLE_WORDS: Final = (
    "of the for and in on at to и в во г при у м та і й i v g pri u m ta y e et und des der für du de la les"
)
IDLE: Final = frozenset(map(skeleton, _IDLE_WORDS.split()))
"""Skeletons of words that may stand in a name or be missing from it without making it another."""

# Latin letters and digits that look like Cyrillic ones, and back
_TO_CYRILLIC: Final = dict(zip("ABCEHIKMOPTXYU03", "АВСЕНІКМОРТХУЦОЗ", strict=True))
_TO_LATIN: Final = {"А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O",
                    "Р": "P", "Т": "T", "Х": "X", "У": "Y", "0": "O", "1": "I"}  # fmt: skip
_CYR_TABLE: Final = str.maketrans(_TO_CYRILLIC)
_LAT_TABLE: Final = str.maketrans(_TO_LATIN)
_I_TABLE: Final = str.maketrans("І", "И")
_LATIN_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def unmixed(key: str) -> list[str]:
    """Readings of a `letters` key in one script, where letters of the other (or digits) look alike."""
    cyrillic = key.translate(_CYR_TABLE)
    latin = key.translate(_LAT_TABLE)
    readings: list[str] = []
    if cyrillic != key and not _LATIN_LETTERS.intersection(cyrillic):
        readings += [cyrillic, cyrillic.translate(_I_TABLE)]
    if latin != key and latin.isascii():
        readings.append(latin)
    return readings
