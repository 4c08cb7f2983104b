"""A text breaks off in the middle of a sentence.

The last paragraph of the document, or of its last note, has no stop at its end: the file was probably cut. Short notes
(a bare name, a date) often have none, notes that end in a number (a page, a year) too, and where most other notes of
the file end without a stop it is the edition's way: none of these is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem
from archcite.transcript.documents import unfinished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "D002"
NAME = "text-breaks-off"
SEVERITY = "warning"
LEAST = 4
"""Words of the shortest note that shows whether the edition ends its notes with a stop."""


def check(view: FileView) -> Iterator[Problem]:
    """Every document that is marked as broken off, at its last words."""
    notes = [note for document in view.documents for note in document.notes if len(note.text.split()) >= LEAST]
    unended = sum(_ENDED.search(note.text.rstrip()) is None for note in notes)
    for document in view.documents:
        if not document.breaks_off:
            continue
        of_note = document.notes and unfinished(document.notes[-1].text.rstrip())
        last = document.notes[-1] if of_note else document.body
        if of_note and 2 * (unended - 1) > len(notes) - 1:
            continue
        words = view.text.text[last.start : last.end].rstrip()
        if _NUMBER.search(words) is not None:
            continue
        end = last.start + len(words)
        start = end - len(words.split()[-1]) if words else end
        yield Problem(start, end, "the text breaks off in the middle of a sentence", "compare with the original file")


_ENDED = regex.compile(r"[.!?…:;»”\"’')\]}*>]$")
_NUMBER = regex.compile(r"\d\S{0,3}(?:\s\p{L}{3,8})?$")
"""A page, a year, a day and month (`8 мая`)."""
