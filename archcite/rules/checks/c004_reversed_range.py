"""A range runs backwards.

Either the numbers changed places or a digit was lost; which of the two, only the original can tell. A short second
number (`54-9`) is an abbreviation and no mistake.

Finds:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 13–12.
    RGASPI. F. 17. Op. 3. D. 95-94. L. 1.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 12–13.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 154–9.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 5 об.–5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.plausible import runs_backwards
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C004"
NAME = "reversed-range"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every range of files or sheets whose second number is the smaller one."""
    for citation in view.citations:
        for item in (*citation.dela, *citation.sheets):
            if runs_backwards(item):
                first, _, last = item.replace("v", "").partition("-")
                found = regex.search(rf"(?<!\d){first}(?!\d)[^\d]{{1,8}}{last}(?!\d)", citation.text)
                start, end = (0, len(citation.text)) if found is None else found.span()
                yield Problem(
                    citation.start + start,
                    citation.start + end,
                    f"the range {item} runs backwards",
                    "compare with the original: the numbers changed places, or a digit is wrong",
                )
