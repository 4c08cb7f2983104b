"""Notes cannot be told apart.

Markers are missing and the paragraphs do not say where each note begins: two paragraphs stand for three numbers, or a
list inside a note has the numbers of the notes after it. They are kept as one note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N008"
NAME = "notes-not-told-apart"
SEVERITY = "note"


def check(view: FileView) -> Iterator[Problem]:
    """Every note that was found with a doubt, gaps in the numbers aside."""
    for record in view.records:
        for note in record.notes:
            if note.unsure is None or "is missing before it" in note.unsure:
                continue
            words = view.text.text[note.start : note.end].partition(" ")[0].partition("\n")[0]
            which = f"note {note.marker}" if note.marker is not None else "a note without a marker"
            yield Problem(
                note.start,
                note.start + max(1, len(words)),
                f"{which} is not told apart: {note.unsure}",
                "begin each note with its number, on a line of its own",
            )
