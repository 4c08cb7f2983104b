"""One key for all spellings of a surname, and initials that may be those of one person.

A surname is folded to coarse Latin letters, so that `-zhinsky`, `-zhinskii` and `-жинский` meet;
initials are sets of letters, so that `J.`, `I.` and `И.` do. Folding is coarse on purpose: it finds every form of
a name for a query, it does not prove that two people are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import normalize

import regex

from archcite.transcript.words import HONORIFICS, fold

# Cyrillic (Russian, pre-reform, Ukrainian, Belarusian) to the coarse letters.
_CYRILLIC: Final = dict(
    zip(
        "абвгґдежзиійклмнопрстуўфхцчшщыэюяёєїѣѳѵ",
        [*"abvggdezziiiklmnoprstuufhccssie", "iu", "ia", *"eeiefi"],
        strict=True,
    )
)
# Romanizations and western spellings, longest first.
_LATIN: Final = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("tsch", "c"), ("dzh", "dz"), ("zh", "z"), ("sh", "s"), ("ch", "c"),
    ("kh", "h"), ("ts", "c"), ("tz", "c"), ("cz", "c"), ("dj", "dz"), ("ph", "f"), ("x", "ks"), ("w", "v"),
    ("yo", "e"), ("yë", "e"), ("ë", "e"), ("q", "k"),
)  # fmt: skip
_WIDE: Final = regex.compile("|".join(k for k, _ in sorted(_LATIN, key=lambda p: -len(p[0]))))
_LATIN_MAP: Final = dict(_LATIN)

#: Latin letters that may stand for a Cyrillic initial, given names translated or not.
_INITIALS: Final = {
    "а": "a", "б": "b", "в": "vwb", "г": "gh", "ґ": "g", "д": "dj", "е": "eyj", "ё": "eyj", "є": "ey", "ж": "zj",
    "з": "z", "и": "ijyeh", "і": "i", "й": "iyj", "ї": "iy", "к": "kcq", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "uw", "ф": "fpt", "х": "hkc", "ц": "tc", "ч": "c", "ш": "s",
    "щ": "s", "э": "e", "ю": "yuij", "я": "yiaj", "ѳ": "ft", "ѣ": "e",
}  # fmt: skip
_DIGRAPHS: Final = {"zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "shch": "щ", "yu": "ю", "ya": "я",
                    "iu": "ю", "ia": "я", "ju": "ю", "ja": "я", "ye": "е", "yo": "ё"}  # fmt: skip
_PART: Final = regex.compile(r"\p{L}[\p{L}\p{M}'’ʹ]*+\.?(?:-\p{L}[\p{L}'’ʹ]*+\.?)*+")


@dataclass(slots=True, frozen=True)
class NameKey:
    """A coarse surname, and for each initial the Latin letters that it may be."""

    surname: str
    initials: tuple[frozenset[str], ...] = ()


def fold_surname(surname: str) -> str:
    """The coarse key of a surname in Cyrillic or Latin letters."""
    low = surname.lower().replace("ʹ", "").replace("’", "").replace("'", "").replace("ь", "").replace("ъ", "")
    if any("\u0400" <= c <= "\u04ff" for c in low):
        low = low.replace("дж", "dz")
        folded = "".join(_CYRILLIC.get(c, c) for c in low)
    else:
        marks = normalize("NFD", low)
        hacek = "\u030c" in marks
        marks = marks.replace("c\u030c", "ч").replace("s\u030c", "ш").replace("z\u030c", "z").replace("e\u0308", "e")
        marks = "".join(c for c in marks if not "\u0300" <= c <= "\u036f")
        if hacek:
            marks = marks.replace("ch", "h")
        folded = _WIDE.sub(lambda m: _LATIN_MAP[m.group()], marks).replace("ч", "c").replace("ш", "s")
    folded = regex.sub(r"[iyj]++(?=[aeou])", "", folded)
    folded = regex.sub(r"[iyj]++", "i", folded)
    folded = regex.sub(r"[^a-z]", "", folded)
    return regex.sub(r"(.)\1++", r"\1", folded)


def _initial(part: str) -> frozenset[str]:
    low = part.lower().rstrip(".")
    if "\u0400" <= low[:1] <= "\u04ff":
        return frozenset(_INITIALS.get(low[0], low[0]))
    cyrillic = _DIGRAPHS.get(low)
    return frozenset(_INITIALS[cyrillic] if cyrillic else low[:1])


@lru_cache(maxsize=65536)
def name_key(name: str) -> NameKey:
    """The key of a name: initials or first names before the surname, or the surname before initials.

    Honorifics are dropped; a name of one word is a surname.
    """
    parts = [p for p in _PART.findall(name) if fold(p.rstrip(".")) not in HONORIFICS]
    if not parts:
        return NameKey("")
    short = [p.endswith(".") or len(p) == 1 for p in parts]
    if len(parts) > 1 and not short[0] and all(short[1:]):
        parts = [*parts[1:], parts[0]]
    return NameKey(fold_surname(parts[-1].rstrip(".")), tuple(_initial(p) for p in parts[:-1]))


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same surname by its key, and no initial against another.

    A name without initials fits every one with them; the first of two initials compares with the first.
    """
    one, two = name_key(a), name_key(b)
    if not one.surname or one.surname != two.surname:
        return False
    return all(_compatible(x, y) for x, y in zip(one.initials, two.initials, strict=False))


def _compatible(x: frozenset[str], y: frozenset[str]) -> bool:
    # `J.` and `I.` are one letter, И, in two romanizations
    latin_i = frozenset("ij")
    return bool(x & y) or (len(x) == len(y) == 1 and x <= latin_i and y <= latin_i)
