"""A Roman numeral has Cyrillic letters among its Latin ones.

`27/ХII` and `3/VІІІ` were typed on a Russian keyboard: they read as they should, archcite reads the dates, and only a
search for `XII` misses them. Off by default: in texts typed from Russian books there are many, and they harm little.

The fix writes Latin letters, the only ones that numerals have.

Finds:
    3/VІІІ 1923
    27/ХII, 5 часов вечера

Passes:
    3/VIII 1923, на XXго съезд.
    Cталин выехал в Петроград.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace
from archcite.rules.lookalikes import TO_LATIN, is_roman, mixed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F005"
NAME = "roman-numeral-letters"
SEVERITY = "note"
DEFAULT = False
FIXES = "safe"


def check(view: FileView) -> Iterator[Problem]:
    """Every word outside references that is a numeral in letters of both alphabets."""
    for start, end, word in mixed_words(view):
        if is_roman(word):
            right = word.translate(TO_LATIN)
            message = f"the Roman numeral {word!r} has Cyrillic letters"
            yield Problem(start, end, message, f"write {right} in Latin letters", replace(start, end, right))
