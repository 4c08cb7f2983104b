"""A note has lost its marker.

Between notes 1 and 3 stands a paragraph without a number, or the text has a marker for which no note has a number:
the number of that note was lost in copying.

The unsafe fix writes the number that the sequence gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N001"
NAME = "eaten-marker"
SEVERITY = "warning"
FIXES = "unsafe"


def check(view: FileView) -> Iterator[Problem]:
    """Every note that was found without its marker."""
    for document in view.documents:
        for note in document.notes:
            if note.found == "eaten":
                end = min(note.end, note.start + len(note.text.partition(" ")[0]))
                which = f"the marker of note {note.marker}" if note.marker else "a note's marker"
                fix = None
                if note.marker is not None and note.marker.isdigit():
                    fix = replace(note.start, note.start, f"{note.marker} ", safe=False)
                yield Problem(note.start, end, f"{which} is missing", "begin the note with its number", fix)
