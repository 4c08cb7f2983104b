"""What the shape of a written form says: its words, its capitals, its likeness to a listed form."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.index import WORDS, romanized
from archcite.archives.keys import IDLE, letters, skeleton

if TYPE_CHECKING:
    from archcite.archives.records import Name, Variant

SHORT: Final = 3
"""Letters up to which an abbreviation counts only as it is listed, or in capitals."""
_COMMON: Final = 4
_ORDINARY: Final = frozenset(("ГАРТ", "НАРК", "НАРТ", "ПАЛО"))
"""Abbreviations of four letters that are words of the language in small ones."""
_ADJECTIVE: Final = regex.compile(r"(?i)\p{L}{2,}(?:[ыио]й|[оеы]го|[оеы]м|[аяоы]я|[оы]е|ськ\p{L}+)")
_BRANCH: Final = regex.compile(r"(?i)филиал|отделени|філі[яії]|філіал|відділенн|filial|otdeleni|branch")
_SOVIET: Final = regex.compile(r"ССР|УРСР|SSR|URSR|USSR|NSV|PSR")
_LAST_SOVIET: Final = "1996"
"""Until when names with a republic of the Union were changed."""
_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")
_IN_RUSSIAN: Final = str.maketrans("эіўє", "еиве")
"""Letters in which a Belarusian or Ukrainian name differs from the same in Russian (`Рэспублікі`), which is no slip."""
_MARKED: Final = "ЙЇЁЎ"
"""Letters that `letters` makes one with others; in an abbreviation they are slips."""
_FUNCTION_WORDS: Final = frozenset({"see", "from", "cited", "source", "also", "и", "см", "из"})


def word_keys(form: str) -> list[str]:
    """`letters` of every word of a form."""
    return [key for key in map(letters, WORDS.findall(form)) if key]


def glued(written: list[str], listed: list[str]) -> bool:
    """Whether `written` has no gap where the listed form has none."""
    gaps: set[int] = set()
    at = 0
    for word in listed:
        at += len(word)
        gaps.add(at)
    at = 0
    for word in written:
        at += len(word)
        if at not in gaps:
            return False
    return True


def looks_short(word: str) -> bool:
    """Whether a word looks like an abbreviation: capitals in it beyond the first letter, or digits."""
    return sum(char.isupper() or char.isdigit() for char in word) > (1 if len(word) > 1 else 0)


def capital_enough(written: str, key: str, claims: list[Variant], words: bool, labelled: bool) -> bool:
    """Whether running text may mean the abbreviation by these letters, in this case.

    Capitals may. Small letters only where no common word is likely: five letters, or four of a present
    abbreviation, and no garble (`гарф`, not `пало`); four of a former or a less usual one where its fond follows at
    once (`labelled`: `Цамо ф. 58`). A form that is a word in itself (`words`: `Госархив`) only as it is listed.
    """
    plain = bare(written)
    if plain.isupper() or any(bare(one.form) == plain for one in claims if one.listed):
        return True
    if words or not (plain.islower() or plain[:1].isupper()) or all(one.repair for one in claims):
        return False
    if len(key) > _COMMON:
        return True
    if len(key) <= SHORT or key in _ORDINARY:
        return False
    present = [one for one in claims if one.name_index == 0]
    return (labelled and not key.isascii()) or any(key.isascii() or one.kind == "abbr-official" for one in present)


def begins(before: str, words: bool) -> bool:
    """Whether a short abbreviation, or a word that serves as one, begins after `before`, a word right before it.

    It does not where it ends a longer name: `ЦГА РМ` is not `РМ`, `Областной Госархив` not `Госархив`.
    """
    if words:
        return not _ADJECTIVE.fullmatch(before)
    return len(before) < 2 or not bare(before).isupper()


def bare(form: str) -> str:
    """A form without what is no letter or digit, its case kept."""
    return form if form.isalnum() else "".join(char for char in form if char.isalnum())


def marked(written: str, forms: list[str]) -> str | None:
    """Which letter of an abbreviation has a mark that it has in none of the listed forms: `РГАСПЙ`. Null where none."""
    capitals = unicodedata.normalize("NFC", written).upper()
    listed = "".join(forms).upper()
    return next((one for one in _MARKED if one in capitals and one not in listed), None)


def is_word(form: str) -> bool:
    """Whether an abbreviation is, or has in it, a whole word (`Госархив`)."""
    return any(word[1:].islower() and len(word) > 5 for word in form.split())


def misspelt(written: str, forms: list[str]) -> bool:
    """Whether words in one script agree with a listed name by their skeletons alone: `Росийский`."""
    words = word_keys(written.translate(_IN_RUSSIAN))
    comparable = [word_keys(form.translate(_IN_RUSSIAN)) for form in forms if _CYRILLIC.search(form)]
    if not comparable or not _CYRILLIC.search(written):
        return False
    return not any(len(words) != len(others) or all(map(_inflection_apart, words, others)) for others in comparable)


def _inflection_apart(one: str, other: str) -> bool:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return max(len(one), len(other)) - same <= 3


def abbreviations_agree(written: str, form: str) -> bool:
    """Whether the abbreviations in a full name are the same letter for letter, be it in another script.

    Skeletons are safe for words alone: `ЦГА Грузии` and `ЦГИА Грузии` have one skeleton and are two archives.
    """
    words = [word for word in WORDS.findall(written) if skeleton(word) not in IDLE]
    others = [word for word in WORDS.findall(form) if skeleton(word) not in IDLE]
    if len(words) != len(others):
        return not any(map(_strict, others))
    alone = len(others) == 1
    return all(
        letters(word) == letters(other) or not romanized(word).isdisjoint(romanized(other))
        for word, other in zip(words, others, strict=True)
        if _strict(other) or (alone and len(skeleton(other)) <= _SHORT_WORD)
    )


def _strict(word: str) -> bool:
    return looks_short(word) or len(skeleton(word)) < SHORT


_SHORT_WORD: Final = 5


def is_branch(word: str) -> bool:
    """Whether a word before a name makes it the name of a branch: `филиал`, `отделение`, in any case."""
    return _BRANCH.match(word) is not None


def is_soviet(form: str) -> bool:
    """Whether a form names the Union or one of its republics."""
    return _SOVIET.search(form) is not None


def bore_in_soviet_time(name: Name) -> bool:
    """Whether an archive bore a name before 1992 and not long after, as far as the file knows."""
    if name.current or (name.from_ or "0") >= "1992":
        return False
    return is_soviet(name.abbr or name.name) if name.to is None else name.to[:4] <= _LAST_SOVIET


def stands_free(written: str, before: str) -> bool:
    """Whether a short full name is not the end of a longer one (`Bulgarian Central Party Archive`).

    `before` is the word right before it, empty where there is none.
    """
    if not written[0].isupper() and not is_branch(written):
        return False
    if not before or before.casefold() in _FUNCTION_WORDS:
        return True
    return not (before[0].isupper() and len(before) > SHORT) and not _ADJECTIVE.fullmatch(before)
