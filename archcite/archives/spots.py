"""Where a misspelt or mixed abbreviation may begin, among the last words before a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.shapes import looks_short

if TYPE_CHECKING:
    from archcite.archives.scan import Token

HYPHENS: Final = "-‐‑\u00ad"
_BLANK: Final = HYPHENS + " \u00a0\t\r\n"
BOTH: Final = regex.compile(r"(?=.*\p{Latin})(?=.*\p{Cyrillic})")  # letters of both scripts in one word


def spots(tokens: list[Token], text: str, end: int, strict: bool) -> list[tuple[int, str, int]]:
    """Where a misspelt abbreviation may begin (start, `letters` key, number of words), the farthest first.

    In running text its words are capitals with nothing but blanks and hyphens between, or single letters.
    """
    found: list[tuple[int, str, int]] = []
    joined = ""
    before = end
    single = True
    for count, (raw, key, start, _) in enumerate(tokens, 1):
        single = single and len(key) == 1
        parted = text[start + len(raw) : before].strip(_BLANK) != ""
        if strict and (not (looks_short(raw) or BOTH.match(raw)) or (parted and joined and not single)):
            break
        joined = key + joined
        found.append((start, joined, count))
        before = start
    return found[::-1]


def mixed_spots(tokens: list[Token], text: str, end: int) -> list[tuple[int, str, int]]:
    """The same where a word has letters of two scripts: capitalized words count too, for `ЦДАBО України`."""
    found: list[tuple[int, str, int]] = []
    joined = ""
    before = end
    mixed = False
    for count, (raw, key, start, _) in enumerate(tokens, 1):
        if not raw[:1].isupper() or text[start + len(raw) : before].strip(_BLANK) != "":
            break
        mixed = mixed or BOTH.match(raw) is not None
        joined = key + joined
        if mixed:
            found.append((start, joined, count))
        before = start
    return found[::-1]
