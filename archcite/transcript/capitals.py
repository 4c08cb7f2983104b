"""Russian titles all in capitals: read as they would stand in ordinary letters, and shown as they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.bodies import is_body

if TYPE_CHECKING:
    from archcite.transcript.people import NameReading
    from archcite.transcript.titleparts import Found

_WORD: Final = regex.compile(r"(?P<initial>(?<=\p{Lu}\.\s?))?(?P<word>\p{Lu}[\p{Lu}-]*+)(?![.(\p{L}])")
_LINKS: Final = frozenset(
    {
        "и",
        "в",
        "во",
        "к",
        "ко",
        "с",
        "со",
        "о",
        "об",
        "от",
        "из",
        "на",
        "до",
        "по",
        "для",
        "за",
        "при",
        "та",
        "й",
        "і",
        "від",
        "про",
        "щодо",
        "між",
    }
)
LONGEST_ACRONYM: Final = 5
"""Letters of the longest word that is left in capitals when the dictionary does not know it."""


def in_small_letters(text: str) -> str:
    """The text with names capitalized and other words small, acronyms and quotations kept; as long as the text."""
    return "".join(part if part[:1] in _QUOTES else _WORD.sub(_small, part) for part in _QUOTED_PART.split(text))


_QUOTES: Final = ("«", "“", '"')
_QUOTED_PART: Final = regex.compile(r"([«“\"][^«»“”\"]*[»”\"])")


def _small(match: regex.Match[str]) -> str:
    word = match["word"]
    if match["initial"] is not None:
        return "-".join(part.capitalize() for part in word.split("-"))
    if word.lower() in _LINKS:
        return word.lower()
    if len(word) <= LONGEST_ACRONYM and is_body(word):
        return word
    from archcite.transcript.declension import morph

    tags = [p.tag for p in morph().parse(word.lower().rpartition("-")[2]) if p.is_known]
    if any("Abbr" in tag for tag in tags) or (not tags and len(word) <= LONGEST_ACRONYM) or len(word) == 1:
        return word
    if not tags or any({"Surn", "Name", "Patr", "Geox"} & set(tag.grammemes) for tag in tags):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word.lower()


def as_written(found: Found, text: str, small: str) -> Found:
    """What was read of `small`, with the words of `text`, from which it was made: bodies and subject in capitals again."""

    def written(part: str) -> str:
        at = small.find(part)
        return part if at < 0 else text[at : at + len(part)]

    kept = frozenset(small.split()) & frozenset(text.split())

    def shown(name: NameReading) -> NameReading:
        if name.kind != "body":
            return replace(name, written=written(name.written))
        words = (word if word in kept else word.upper() for word in name.name.split(" "))
        return replace(name, name=" ".join(words), written=written(name.written))

    return replace(
        found,
        authors=tuple(map(shown, found.authors)),
        recipients=tuple(map(shown, found.recipients)),
        others=tuple(map(shown, found.others)),
        subject=None if found.subject is None else written(found.subject),
        unsure=None if found.unsure is None else _QUOTED.sub(lambda m: f"`{written(m[1])}`", found.unsure),
    )


_QUOTED: Final = regex.compile(r"`([^`]*)`")
