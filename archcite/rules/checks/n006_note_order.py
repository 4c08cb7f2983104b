"""The numbers of the notes are not in order.

A number is left out, or a paragraph of the notes begins with a number that was there before. A list inside a note, which
begins with 1, is no mistake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem
from archcite.transcript.notemarks import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.transcript.documents import DocumentRecord

CODE = "N006"
NAME = "note-order"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every gap in the numbers of notes, and every paragraph whose number falls out of the sequence."""
    for record in view.records:
        yield from _gaps(view, record)
        for start, end in record.segment.notes:
            yield from _strays(view, record, start, end)


def _gaps(view: FileView, record: DocumentRecord) -> Iterator[Problem]:
    before = None
    for note in record.notes:
        if note.marker is None or not note.marker.isdigit():
            before = None
            continue
        number = int(note.marker)
        if before is not None and number > before + 1:
            lost = str(before + 1) if number == before + 2 else f"{before + 1} to {number - 1}"
            end = note.start + max(1, len(view.text.text[note.start : note.text_start].rstrip()))
            yield Problem(note.start, end, f"note {number} follows note {before}: {lost} is missing", HELP)
        before = number


def _strays(view: FileView, record: DocumentRecord, start: int, end: int) -> Iterator[Problem]:
    starts = {note.start: note.marker for note in record.notes}
    current = listed = 0
    for paragraph in paragraphs(view.text.text, start, end):
        candidate = paragraph.candidate
        if paragraph.start in starts:
            marker = starts[paragraph.start] or ""
            current, listed = int(marker) if marker.isdigit() else current, 0
        elif candidate is not None and candidate.strong and not candidate.star:
            if candidate.number in (1, listed + 1):
                listed = candidate.number
            elif 0 < candidate.number <= current and not listed:
                message = f"a paragraph in note {current} begins with the number {candidate.number}"
                yield Problem(paragraph.start, candidate.end, message, HELP)


HELP = "compare with the original: the numbers run 1, 2, 3"
