"""A reference of the original is missing in the translation, or the other way round.

Both have notes, and the same notes cite the same sheets. A number was changed in copying, or a reference left out.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation
    from archcite.rules.project import Entry, Project

CODE = "P004"
NAME = "pair-citations"
SEVERITY = "warning"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every reference in the notes of a pair that the other text does not have, if both have references there."""
    for one, two in project.pairs():
        first, second = _cited(one), _cited(two)
        if not first or not second:
            continue
        for entry, own, other, there in ((one, first, second, two), (two, second, first, one)):
            left = Counter(c.shelfmark for c in own) - Counter(c.shelfmark for c in other)
            for citation in own:
                if left[citation.shelfmark] > 0:
                    left[citation.shelfmark] -= 1
                    message = f"{citation.text!r} is not among the references of {there.document.id}"
                    yield entry.view, Problem(citation.start, citation.end, message, "compare the two texts")


def _cited(entry: Entry) -> list[Citation]:
    found = [citation for note in entry.document.notes for citation in note.citations]
    return [citation for citation in found if citation.shelfmark is not None]
