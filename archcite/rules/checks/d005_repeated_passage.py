"""A passage stands in a document twice, word for word.

Machine translation stutters, and pages are copied together with an overlap. The references in the passage are counted
twice then. Whole sentences count, twelve words of them, shortly behind the first; what comes a third time is a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "D005"
NAME = "repeated-passage"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every passage that text, notes or header of a document had before."""
    for document in view.documents:
        for passage in document.repeated:
            line = view.text.locate(passage.first)[0]
            message = f"a passage of {passage.end - passage.start} characters that stands in line {line} already"
            help_ = "compare with the original, and take one of the two out"
            yield Problem(passage.start, passage.end, message, help_)
