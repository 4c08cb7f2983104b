"""Words that have letters of two alphabets, for the rules about letters that look the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

_LATIN, _CYRILLIC = "aceopxyijsABCEHKMOPTXYIJS", "асеорхуіјѕАВСЕНКМОРТХУІЈЅ"
TO_CYRILLIC, TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_WORD = regex.compile(r"[\p{Latin}\p{Cyrillic}]{2,60}+")
_STROKE = regex.compile(r"[IVІ]")  # `МСХ` is a ministry
_ROMAN = regex.compile(r"[IVXLCDMІХСМ]+")


def mixed_words(view: FileView) -> Iterator[tuple[int, int, str]]:
    """Start, end and letters of every word outside references that has both Latin and Cyrillic letters."""
    spans = iter([(citation.start, citation.end) for citation in view.citations])
    inside = next(spans, None)
    for match in _WORD.finditer(view.text.text):
        word = match.group()
        while inside is not None and inside[1] <= match.start():
            inside = next(spans, None)
        if word.isascii() or (inside is not None and inside[0] < match.end()):
            continue
        if any("A" <= c <= "z" for c in word) and any("Ѐ" <= c <= "ӿ" for c in word):
            yield *match.span(), word


def is_roman(word: str) -> bool:
    """Whether all letters of a word are those of Roman numerals, or look like them, and not all may be an abbreviation."""
    return _ROMAN.fullmatch(word) is not None and _STROKE.search(word) is not None
