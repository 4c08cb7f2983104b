"""A character that nobody sees and that is no space stands in the text.

Control characters, zero-width spaces and marks of writing direction come with copying from other programs. They break
searches and can make a line look other than it is.

Finds:
    Хлеб\u200b отправлен.

Passes:
    РГАСПИ. Ф. 17.\u00a0Оп. 3. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import name

import regex

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F002"
NAME = "control-characters"
SEVERITY = "warning"
FIXES = "safe"


_CONTROL = regex.compile(
    r"\x1b\[[\d;]{0,20}[A-Za-z]"  # a terminal's order for colour, whole
    r"|[\x01-\x08\x0b\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u206f\ufeff]++"
)


def check(view: FileView) -> Iterator[Problem]:
    """Every run of such characters outside references, where C005 reports them."""
    text = view.text.text
    cited = [(c.start, c.end) for c in view.citations if any(repair.level == "characters" for repair in c.repairs)]
    inside = iter([*cited, (len(text), len(text) + 1)])
    begin, stop = next(inside)
    for match in _CONTROL.finditer(text):
        start, end = match.span()
        while stop <= start:
            begin, stop = next(inside)
        if begin <= start < stop:
            continue
        letters = text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
        space = " " if letters and any(c in "\x0b\u2028\u2029" for c in match.group()) else ""
        names = ", ".join(dict.fromkeys(f"U+{ord(c):04X} {name(c, 'control').lower()}" for c in match.group()))
        yield Problem(start, end, f"invisible {names}", "take it out", replace(start, end, space))
