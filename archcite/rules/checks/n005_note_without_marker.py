"""A note has no marker in the text.

Nothing says what the note is about: its marker was lost in copying. A number that stands anywhere in the document, and
may be the marker, counts as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N005"
NAME = "note-without-marker"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every numbered note whose number stands nowhere in the header, text and source line of its document."""
    for record in view.records:
        segment = record.segment
        notes = [note for note in record.notes if note.marker is not None and note.marker.isdigit()]
        notes = [note for note in notes if note.found not in ("unsure", "eaten") and note.unsure is None]
        if segment.notes is None or not notes:
            continue
        above = view.text.text[segment.start : segment.notes[0]].translate(_RAISED)
        numbers = {match.group() for match in _NUMBER.finditer(above)}
        lost = [note for note in notes if note.marker not in numbers]
        if len(lost) == len(notes) > 1:
            message = f"none of the {len(notes)} notes has a marker in the text"
            yield Problem(lost[0].start, lost[0].text_start or lost[0].start + 1, message, HELP)
            continue
        for note in lost:
            end = note.start + max(1, len(view.text.text[note.start : note.text_start].rstrip()))
            yield Problem(note.start, end, f"note {note.marker} has no marker in the text", HELP)


HELP = "put the marker where it stands in the original"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = regex.compile(r"(?<![\d])(?<!^\s{0,4})\d{1,3}(?!\d)", regex.MULTILINE)
"""Numbers, but not those that begin a line: they number its points."""
