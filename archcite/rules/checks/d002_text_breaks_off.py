"""A text breaks off in the middle of a sentence.

The last paragraph of the document, or of its last note, has no stop at its end: the file was probably cut. Short notes
(a bare name, a date) often have none and are not reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "D002"
NAME = "text-breaks-off"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every document that is marked as broken off, at its last words."""
    for document in view.documents:
        if not document.breaks_off:
            continue
        last = document.notes[-1] if document.notes else document.body
        words = last.text.rstrip()
        end = last.start + len(words)
        start = last.start + len(words) - len(words.split()[-1]) if words else end
        yield Problem(start, end, "the text breaks off in the middle of a sentence", "compare with the original file")
