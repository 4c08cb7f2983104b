"""A note has no marker in the text.

Nothing says what the note is about: its marker was lost in copying. A number that stands anywhere in the document, and
may be the marker, counts as one; those of references do not.
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
        if not segment.notes or not notes:
            continue
        numbers = _numbers(view, segment.start, segment.notes[-1][0])
        lost = [note for note in notes if note.marker not in numbers]
        if len(lost) == len(notes) > 1:
            message = f"none of the {len(notes)} notes has a marker in the text"
            yield Problem(lost[0].start, lost[0].text_start or lost[0].start + 1, message, HELP)
            continue
        for note in lost:
            end = note.start + max(1, len(view.text.text[note.start : note.text_start].rstrip()))
            yield Problem(note.start, end, f"note {note.marker} has no marker in the text", HELP)


def _numbers(view: FileView, start: int, end: int) -> set[str]:
    """The numbers in a part of the text that may be markers."""
    cited = [(one.start, one.end) for one in view.citations if start <= one.start < end]
    pieces = zip([start, *(last for _, last in cited)], [*(first for first, _ in cited), end], strict=True)
    above = "\N{OBJECT REPLACEMENT CHARACTER}".join(view.text.text[first:last] for first, last in pieces)
    return {match.group() for match in _NUMBER.finditer(above.translate(_RAISED))}


HELP = "put the marker where it stands in the original"
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NUMBER = regex.compile(r"(?<![\d])(?<!^\s{0,4})\d{1,3}(?!\d)", regex.MULTILINE)
"""Numbers, but not those that begin a line: they number its points."""
