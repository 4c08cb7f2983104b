"""A word has letters of two alphabets that look the same.

`Cталин` with a Latin `C`, `VІІІ` with Cyrillic `І`: no search finds it. References have a rule of their own (C005).

The fix writes the look-alikes in the alphabet of the other letters. It is unsafe: in `Вoroshilov` the letter is not the
Latin look-alike `B` but a `V` that was left in Cyrillic.

Finds:
    Cталин выехал в Петроград.
    3/VІІІ 1923

Passes:
    Сталин выехал в Петроград 3/VIII, на XXго съезд.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F003"
NAME = "look-alike-letters"
SEVERITY = "warning"
FIXES = "unsafe"


_LATIN, _CYRILLIC = "aceopxyijsABCEHKMOPTXYIJS", "асеорхуіјѕАВСЕНКМОРТХУІЈЅ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_WORD = regex.compile(r"[\p{Latin}\p{Cyrillic}]{2,60}+")
_ROMAN = regex.compile(r"[IVXLCDMІХСМ]+")
_ORDINAL = regex.compile(r"[IVXLCDM]+(?:-?[а-я]{1,3})")


def check(view: FileView) -> Iterator[Problem]:
    """Every word outside references whose letters of one alphabet all have look-alikes in the other."""
    spans = iter([(citation.start, citation.end) for citation in view.citations])
    inside = next(spans, None)
    for match in _WORD.finditer(view.text.text):
        word = match.group()
        while inside is not None and inside[1] <= match.start():
            inside = next(spans, None)
        if word.isascii() or (inside is not None and inside[0] < match.end()):
            continue
        right = _right(word)
        if right is not None:
            foreign = ", ".join(dict.fromkeys(f"{a!r}" for a, b in zip(word, right, strict=True) if a != b))
            script = "Latin" if right.isascii() else "Cyrillic"
            other = "Cyrillic" if script == "Latin" else "Latin"
            yield Problem(
                *match.span(),
                f"{word!r} has {other} letters in a {script} word: {foreign}",
                f"write {script} letters",
                replace(*match.span(), right, safe=False),
            )


def _right(word: str) -> str | None:
    """The word in one alphabet; None if it is in one, or its letters do not tell."""
    latin = sum("A" <= c <= "z" for c in word)
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in word)
    if not latin or not cyrillic or latin + cyrillic < len(word) or _ORDINAL.fullmatch(word) is not None:
        return None
    if _ROMAN.fullmatch(word) is not None:
        return word.translate(_TO_LATIN)
    if len(word) < 3 and not word.islower():
        return None
    one, two = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    whole = [text for text in (one, two) if text.isascii() or not any(c.isascii() for c in text)]
    if cyrillic == latin:  # `жe`: the letter that has no double decides
        return whole[0] if len(whole) == 1 and word.islower() else None
    likely = one if cyrillic > latin else two
    return likely if likely in whole else None
