"""Bodies and offices by their words: a known noun, a Soviet compound (`губком`), an acronym, the office of one person."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import regex

from archcite.transcript.words import (
    ACRONYMS,
    BODY_COMPOUNDS,
    BODY_ENDINGS,
    BODY_STEMS_RU,
    BODY_WORDS_EN,
    COUNTRIES,
    NO_OFFICES,
    OFFICE_ADJECTIVES,
    OFFICE_WORDS,
    OFFICES,
    fold,
)


def is_body(text: str) -> bool:
    """Whether a word of the text makes it a body: a known noun, a Soviet compound (`губком`), an acronym."""
    for word in _BODY_WORD.findall(text):
        if _is_body_word(word):
            return True
        if 2 <= len(word) <= 5 and word.isupper() and len(text) <= 40 and (word not in COUNTRIES or word == text):
            return True
    return False


_BODY_WORD: Final = regex.compile(r"[\p{L}'’-]++")
_BODY_STEMS: Final = BODY_STEMS_RU + BODY_COMPOUNDS


@lru_cache(maxsize=8192)  # asked of every word of lines that may be titles
def _is_body_word(word: str) -> bool:
    low = fold(word[:60])
    return low in BODY_WORDS_EN or low.startswith(_BODY_STEMS) or (len(low) > 5 and low.endswith(BODY_ENDINGS))


def is_office(text: str) -> bool:
    """Whether a text begins with the office of one person (`Chairman of …`, `Секретарю …`), and names no body."""
    words = [fold(w) for w in text.split(" ", 2)]
    first = words[0]
    if first in OFFICE_WORDS:
        return True
    if first.startswith(OFFICE_ADJECTIVES) and len(words) > 1:
        second = words[1]
        return second in OFFICE_WORDS or (second.startswith(OFFICES) and not second.startswith(NO_OFFICES))
    if not first.startswith(OFFICES) or first in BODY_WORDS_EN or first.startswith(NO_OFFICES):
        return False
    return len(first) <= 4 or not first.endswith(("s", "ам", "ям", "ов", "ей"))


def like_surname(word: str) -> bool:
    """Whether four or five capitals are no known acronym and have a vowel, as a surname has: `ЕЖОВ`, not `ВСНХ`."""
    return word not in ACRONYMS and _SYLLABLES.fullmatch(word) is not None and not is_body(word.capitalize())


_SYLLABLES: Final = regex.compile(r"(?=\p{L}{4,5}\Z)\p{L}*[АЕЁИОУЫЭЮЯAEIOUY]\p{L}*")
