"""The Russian spellings that a surname may stand for, and initials that may be those of one person.

A surname in Cyrillic letters is one spelling; in Latin letters it may be several, because romanizations share letters
(`ch` is `ч`, in German `х`; `z` is `з` or `ц`). Two names may be one person's if they have a spelling in common, so that
`-zhinsky`, `-zhinskii` and `-жинский` meet, and `-рин` with `З` does not meet that with `Ж`. Initials are sets of
letters, so that `J.`, `I.` and `И.` meet. This finds the forms of a name for a query; it does not prove that two people
are one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

import regex

from archcite.transcript.words import HONORIFICS, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# Pre-reform, Ukrainian and Belarusian letters as Russian ones; what romanizations do not keep apart is one letter.
_CYRILLIC: Final = str.maketrans("ёэєѣйыіїѵґўѳ", "ееееииииигуф", "ьъ'’ʹ")

#: What Latin letters may stand for; several spellings with `|` between them, the likeliest first. The longest entry that
#: fits is taken. From the romanizations of ALA-LC, BGN/PCGN, ISO 9, French, German and Polish use.
_LATIN: Final = {
    "shch": "щ", "schtsch": "щ", "chtch": "щ", "shtch": "щ", "šč": "щ", "szcz": "щ", "tsch": "ч", "tch": "ч",
    "ch": "ч|х", "č": "ч", "cz": "ч", "sch": "ш|щ", "sh": "ш", "š": "ш", "sz": "ш", "zh": "ж", "ž": "ж", "ż": "ж",
    "dzh": "дж", "dž": "дж", "dsch": "дж", "dj": "дж|д", "kh": "х", "ts": "ц|тс", "tz": "ц|тз", "ck": "цк|к", "c": "ц|к",
    "z": "з", "s": "с", "ph": "ф", "th": "т|ф", "x": "кс", "q": "к", "w": "в", "ll": "лл", "ff": "фф", "gh": "г",
    "iya": "ия", "iia": "ия", "ija": "ия", "yia": "ия", "ia": "я|ия|иа", "ya": "я|иа", "ja": "я|иа|жа", "aya": "ая", "aia": "ая",
    "iu": "ю|иу", "yu": "ю", "ju": "ю|жу", "iyu": "ию", "ye": "е", "je": "е|же", "ie": "е|ие", "iye": "ие", "ije": "ие",
    "yo": "е|ио", "jo": "ио|е|жо", "io": "ио|е", "ë": "е", "ĭ": "и", "ou": "у|оу", "eh": "е|ех|ег", "h": "х|г", "y": "и",
    "j": "и|ж", "i": "и", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "e": "е", "k": "к", "l": "л", "m": "м",
    "n": "н", "o": "о", "p": "п", "r": "р", "t": "т", "u": "у", "f": "ф", "sho": "шо|ше", "cho": "чо|че|хо",
    "shcho": "що|ще", "zho": "жо|же", "ine": "ине", "ł": "л",
}  # fmt: skip
#: What the same letters stand for where a name is spelt in the German way, as these signs show.
_GERMAN: Final = {"s": "с|з", "z": "ц", "sh": "ж|ш", "sch": "ш|ж|щ", "schtscho": "що|ще", "tscho": "чо|че", "v": "в|ф"}
_GERMAN_SIGN: Final = regex.compile(r"w|sch|dse|tz")
#: Ends of names as French and English spell them, before the table is asked.
_ENDS: Final = ((regex.compile(r"(?<=[oe])ff\Z"), "v"), (regex.compile(r"ine\Z"), "in"))
_DOUBLED: Final = regex.compile(r"([бвгджзклмнпрстфхцчшщи])\1++")
LONGEST: Final = 60
"""Code points of a surname that are looked at."""
MOST_SPELLINGS: Final = 512

#: Latin letters that may stand for a Cyrillic initial, given names translated or not.
_INITIALS: Final = {
    "а": "a", "б": "b", "в": "vwb", "г": "gh", "ґ": "g", "д": "dj", "е": "eyj", "ё": "eyj", "є": "ey", "ж": "zj",
    "з": "z", "и": "ijyeh", "і": "i", "й": "iyj", "ї": "iy", "к": "kcq", "л": "l", "м": "m", "н": "n", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "uw", "ф": "fpt", "х": "hkc", "ц": "tc", "ч": "c", "ш": "s",
    "щ": "s", "э": "e", "ю": "yuij", "я": "yiaj", "ѳ": "ft", "ѣ": "e",
}  # fmt: skip
_DIGRAPHS: Final = {"zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "shch": "щ", "yu": "ю", "ya": "я",
                    "iu": "ю", "ia": "я", "ju": "ю", "ja": "я", "ye": "е", "yo": "ё"}  # fmt: skip
_PATRONYMIC: Final = regex.compile(r"(?:(?:ов|ев|ьев|ович|евич|ич)(?:на|ич)|ич|[oe]vi(?:ch|č)|[oe]vna|ichna)\Z")
_PART: Final = regex.compile(r"\p{L}[\p{L}\p{M}'’ʹ]*+\.?(?:-\p{L}[\p{L}'’ʹ]*+\.?)*+")


@dataclass(slots=True, frozen=True)
class NameKey:
    """The Russian spellings that a surname may stand for, folded, and for each initial the Latin letters that it may be."""

    surname: frozenset[str]
    initials: tuple[frozenset[str], ...] = ()


@lru_cache(maxsize=65536)
def spellings(surname: str) -> frozenset[str]:
    """The folded Russian spellings that a surname in Cyrillic or Latin letters may stand for; none for one without letters."""
    low = surname[:LONGEST].lower()
    if any("\u0400" <= c <= "\u04ff" for c in low):
        return _folded([regex.sub(r"[^а-я]", "", low.translate(_CYRILLIC))])
    marks = "".join(c if c in _MARKED else normalize("NFD", c)[0] for c in normalize("NFC", low) if c.isalpha())
    for end, instead in _ENDS:
        marks = end.sub(instead, marks)
    german = _GERMAN_SIGN.search(marks) is not None
    ways = [_ways(m.group(), german) for m in _pieces(german).finditer(marks)]
    return _folded("".join(way) for way in islice(product(*ways), MOST_SPELLINGS))


def _folded(words: Iterable[str]) -> frozenset[str]:
    """Without doubled consonants; `-ий`, `-ый` and their romanizations end alike."""
    return frozenset(_DOUBLED.sub(r"\1", word) for word in words if word)


_MARKED: Final = frozenset("čšžżëĭł")


@cache
def _pieces(german: bool) -> regex.Pattern[str]:
    table = _LATIN | _GERMAN if german else _LATIN
    return regex.compile("|".join(sorted(table, key=len, reverse=True)))


def _ways(letters: str, german: bool) -> list[str]:
    return ((_GERMAN.get(letters) if german else None) or _LATIN[letters]).split("|")


def _initial(part: str) -> frozenset[str]:
    low = part.lower().rstrip(".")
    if "\u0400" <= low[:1] <= "\u04ff":
        return frozenset(_INITIALS.get(low[0], low[0]))
    cyrillic = _DIGRAPHS.get(low)
    return frozenset(_INITIALS[cyrillic] if cyrillic else low[:1])


@lru_cache(maxsize=65536)
def name_key(name: str) -> NameKey:
    """The key of a name: initials or first names before the surname, or behind it (`Surname I. V.`, `Surname, First`).

    Honorifics are dropped; a name of one word is a surname.
    """
    surname, comma, given = name.partition(",")
    parts = [p for p in _PART.findall(f"{given} {surname}" if comma else name) if fold(p.rstrip(".")) not in HONORIFICS]
    if not parts:
        return NameKey(frozenset())
    short = [p.endswith(".") or len(p) == 1 for p in parts]
    if (len(parts) > 1 and not short[0] and all(short[1:])) or (
        len(parts) == 3 and not any(short) and _PATRONYMIC.search(parts[2]) and not _PATRONYMIC.search(parts[1])
    ):
        parts = [*parts[1:], parts[0]]
    return NameKey(spellings(parts[-1].rstrip(".")), tuple(_initial(p) for p in parts[:-1]))


def same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: a spelling of the surname in common, and no initial against another.

    A name without initials fits every one with them; the first of two initials compares with the first.
    """
    one, two = name_key(a), name_key(b)
    if one.surname.isdisjoint(two.surname):
        return False
    return all(_compatible(x, y) for x, y in zip(one.initials, two.initials, strict=False))


def _compatible(x: frozenset[str], y: frozenset[str]) -> bool:
    # `J.` and `I.` are one letter, И, in two romanizations
    latin_i = frozenset("ij")
    return bool(x & y) or (len(x) == len(y) == 1 and x <= latin_i and y <= latin_i)
