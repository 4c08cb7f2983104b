"""Cyrillic to Latin by the schemes that historians print.

Russian goes through the library iuliia; what it leaves undone is mended here: `ё` (its tables for BGN/PCGN,
ISO 9 and scientific transliteration let the Cyrillic letter through) and the letters of the old orthography.
Ukrainian, Belarusian and Bulgarian stand in short tables of their own.

Schemes
    ala-lc      ALA-LC romanization without ligatures and diacritics, as English-language notes print it
    bgn-pcgn    BGN/PCGN 1947 (Russian), the 2019 agreement (Ukrainian), 1979 (Belarusian), 2013 (Bulgarian)
    iso-9       ISO 9:1995 = GOST 7.79-2000, system A: one letter for one letter
    scientific  the transliteration of Slavists; x for х, č š ž
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archcite.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMES: Final = ("ala-lc", "bgn-pcgn", "iso-9", "scientific")
_IULIIA: Final = {
    "ala-lc": "ALA_LC_ALT",
    "bgn-pcgn": "BGN_PCGN",
    "iso-9": "GOST_779",
    "scientific": "SCIENTIFIC",
}
# ѣ ѳ ѵ і, final ъ is dropped by ALA-LC only; ISO 9 has letters of its own for them
_OLD: Final = {
    "ala-lc": {"ѣ": "ie", "і": "i", "ѳ": "f", "ѵ": "y"},
    "bgn-pcgn": {"ѣ": "e", "і": "i", "ѳ": "f", "ѵ": "i"},
    "iso-9": {"ѣ": "ě", "і": "ì", "ѳ": "f̀", "ѵ": "ỳ"},
    "scientific": {"ѣ": "ě", "і": "i", "ѳ": "f", "ѵ": "i"},
}
_AFTER: Final = {
    "ala-lc": {"ё": "e"},
    "bgn-pcgn": {"ё": "ë"},
    "iso-9": {"ё": "ë"},
    "scientific": {"ё": "ë", "ʹ": "’", "ʺ": "”"},
}
# fmt: off
# letters that are the same in Ukrainian and Belarusian, then what each scheme does with the rest
_SHARED: Final = dict(zip("абвдзклмнопрстуфґ", "abvdzklmnoprstufg", strict=True)) | {"г": "h", "і": "i"}
_UK: Final[Mapping[str, dict[str, str]]] = {
    "ala-lc": {
        "е": "e", "є": "ie", "ж": "zh", "и": "y", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ю": "iu", "я": "ia", "ь": "'", "'": "", "’": "", "ʼ": "",
    },
    "bgn-pcgn": {
        "е": "e", "є": "ie", "ж": "zh", "и": "y", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ю": "iu", "я": "ia", "ь": "", "'": "", "’": "", "ʼ": "",
    },
    "iso-9": {
        "г": "g", "ґ": "g̀", "е": "e", "є": "ê", "ж": "ž", "и": "i", "і": "ì", "ї": "ï", "й": "j", "х": "h",
        "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ю": "û", "я": "â", "ь": "ʹ", "'": "'", "’": "'", "ʼ": "'",
    },
    "scientific": {
        "е": "e", "є": "je", "ж": "ž", "и": "y", "ї": "ji", "й": "j", "х": "x", "ц": "c", "ч": "č", "ш": "š",
        "щ": "šč", "ю": "ju", "я": "ja", "ь": "’", "'": "'", "’": "'", "ʼ": "'",
    },
}
_UK_INITIAL: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}  # BGN/PCGN 2019, first in a word
_BE: Final[Mapping[str, dict[str, str]]] = {
    "ala-lc": {
        "е": "e", "ё": "io", "ж": "zh", "й": "i", "ў": "u", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ы": "y",
        "э": "e", "ю": "iu", "я": "ia", "ь": "'", "'": "'", "’": "'", "ʼ": "'",
    },
    "bgn-pcgn": {
        "е": "ye", "ё": "yo", "ж": "zh", "й": "y", "ў": "w", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ь": "’", "'": "”", "’": "”", "ʼ": "”",
    },
    "iso-9": {
        "г": "g", "е": "e", "ё": "ë", "ж": "ž", "і": "ì", "й": "j", "ў": "ŭ", "х": "h", "ц": "c", "ч": "č",
        "ш": "š", "ы": "y", "э": "è", "ю": "û", "я": "â", "ь": "ʹ", "'": "'", "’": "'", "ʼ": "'",
    },
    "scientific": {
        "е": "e", "ё": "ë", "ж": "ž", "й": "j", "ў": "ŭ", "х": "x", "ц": "c", "ч": "č", "ш": "š", "ы": "y",
        "э": "è", "ю": "ju", "я": "ja", "ь": "’", "'": "'", "’": "'", "ʼ": "'",
    },
}
_FOREIGN_BE: Final = {"ala-lc": "shch", "bgn-pcgn": "shch", "iso-9": "ŝ", "scientific": "šč"}  # щ; и is i
_BG: Final[Mapping[str, dict[str, str]]] = {
    "ala-lc": {
        "ж": "zh", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "u", "ь": "'",
        "ю": "iu", "я": "ia",
    },
    "bgn-pcgn": {
        "ж": "zh", "й": "y", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a", "ь": "y",
        "ю": "yu", "я": "ya",
    },
    "iso-9": {
        "ж": "ž", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ъ": "ʺ", "ь": "ʹ", "ю": "û",
        "я": "â",
    },
    "scientific": {
        "ж": "ž", "й": "j", "х": "x", "ц": "c", "ч": "č", "ш": "š", "щ": "št", "ъ": "ă", "ь": "’", "ю": "ju",
        "я": "ja",
    },
}
# fmt: on


def romanize(text: str, scheme: str = "ala-lc", lang: str = "ru") -> str:
    """Return `text` with its Cyrillic letters in Latin ones; everything else stays as it is.

    `lang` is `ru`, `uk`, `be` or `bg`; other languages are treated as Russian. A digraph in an abbreviation keeps the
    case that such abbreviations have in print: `РЦХИДНИ` is `RTsKhIDNI`.

    Raises UsageError for a scheme that is not in `SCHEMES`.
    """
    if scheme not in _IULIIA:
        raise UsageError(f"romanization {scheme!r}: expected one of {', '.join(SCHEMES)}")
    if lang == "uk":
        return _by_table(text, _SHARED | _UK[scheme], _UK_INITIAL if scheme == "bgn-pcgn" else {})
    if lang == "be":
        return _by_table(text, _SHARED | _BE[scheme] | {"и": "i", "щ": _FOREIGN_BE[scheme]}, {})
    if lang == "bg":
        return _by_table(text, _SHARED | {"г": "g", "е": "e", "и": "i"} | _BG[scheme], {})
    return _russian(text, scheme)


def _russian(text: str, scheme: str) -> str:
    import iuliia

    old = _OLD[scheme]
    if any(letter in text.lower() for letter in old):
        if scheme == "ala-lc":
            text = _without_final_hard_sign(text)
        text = _by_table(text, old, {})
    out: str = getattr(iuliia, _IULIIA[scheme]).translate(text)
    return _by_table(out, _AFTER[scheme], {})


def _without_final_hard_sign(text: str) -> str:
    import regex

    return regex.sub(r"[ъЪ](?!\p{L})", "", text)


def _by_table(text: str, table: Mapping[str, str], initial: Mapping[str, str]) -> str:
    """Replace letter by letter; a capital gives a capital first letter only (`Щ` is `Shch`)."""
    out: list[str] = []
    inside = False
    for char in text:
        lower = char.lower()
        new = (None if inside else initial.get(lower)) or table.get(lower)
        if new is None:
            out.append(char)
        else:
            out.append(new if lower == char else new[:1].upper() + new[1:])
        inside = char.isalpha() or (inside and char in "'’ʼ")
    return "".join(out)
