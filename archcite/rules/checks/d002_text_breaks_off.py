"""A text breaks off in the middle of a sentence.

The last paragraph of the document, or of its last note, has no stop at its end: the file was probably cut. Short notes
(a bare name, a date) often have none and are not reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem
from archcite.transcript.documents import unfinished

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
        of_note = document.notes and unfinished(document.notes[-1].text.rstrip())
        last = document.notes[-1] if of_note else document.body
        words = view.text.text[last.start : last.end].rstrip()
        end = last.start + len(words)
        start = end - len(words.split()[-1]) if words else end
        yield Problem(start, end, "the text breaks off in the middle of a sentence", "compare with the original file")
