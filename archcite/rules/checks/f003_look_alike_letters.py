"""A word has letters of two alphabets that look the same.

`Cталин` with a Latin `C`: no search finds it. References have a rule of their own (C005), and so have Roman numerals (F005).

The fix writes the look-alikes in the alphabet of the other letters. It is unsafe: in `Вoroshilov` the letter is not the
Latin look-alike `B` but a `V` that was left in Cyrillic.

Finds:
    Cталин выехал в Петроград.
    Тaк говорил тoварищ Петров.

Passes:
    Сталин выехал в Петроград 3/VIII, на XXго съезд.
    27/ХII, 5 часов вечера
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem, replace
from archcite.rules.lookalikes import TO_CYRILLIC, TO_LATIN, is_roman, mixed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F003"
NAME = "look-alike-letters"
SEVERITY = "warning"
FIXES = "unsafe"

_ORDINAL = regex.compile(r"[IVXLCDMІХСМ]+(?:-?[а-я]{1,3})")


def check(view: FileView) -> Iterator[Problem]:
    """Every word outside references whose letters of one alphabet all have look-alikes in the other."""
    for start, end, word in mixed_words(view):
        right = _right(word)
        if right is not None:
            foreign = ", ".join(dict.fromkeys(f"{a!r}" for a, b in zip(word, right, strict=True) if a != b))
            script, other = ("Latin", "Cyrillic") if right.isascii() else ("Cyrillic", "Latin")
            message = f"{word!r} has {other} letters in a {script} word: {foreign}"
            yield Problem(start, end, message, f"write {script} letters", replace(start, end, right, safe=False))


def _right(word: str) -> str | None:
    """The word in one alphabet; None if it is a numeral, or its letters do not tell."""
    latin = sum("A" <= c <= "z" for c in word)
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in word)
    if latin + cyrillic < len(word) or is_roman(word) or _ORDINAL.fullmatch(word) is not None:
        return None
    if len(word) < 3 and not word.islower():
        return None
    one, two = word.translate(TO_CYRILLIC), word.translate(TO_LATIN)
    whole = [text for text in (one, two) if text.isascii() or not any(c.isascii() for c in text)]
    if cyrillic == latin:  # `жe`: the letter that has no double decides
        return whole[0] if len(whole) == 1 and word.islower() else None
    likely = one if cyrillic > latin else two
    return likely if likely in whole else whole[0] if len(whole) == 1 else None
