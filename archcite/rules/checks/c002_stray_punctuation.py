"""A punctuation mark is missing, doubled or another one than in the rest of the reference.

A reference is its own measure: full stops, commas or spaces between the levels are all usual, a change from one to the
other within one reference is a slip.

Finds:
    РГАСПИ; Ф. 85. Оп. 24. Д. 150. Л. 1.
    РГАСПИ. Ф. 17. Оп. 163- Д. 869. Л. 57.

Passes:
    РГАСПИ, ф. 85, оп. 24, д. 150, л. 1.
    РГАСПИ. Ф. 85. Оп. 24. Д. 150. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C002"
NAME = "stray-punctuation"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of punctuation."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.level == "punctuation":
                yield Problem(citation.start, citation.end, repair.reason, f"write {repair.read!r}")
