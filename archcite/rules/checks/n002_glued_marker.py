"""A note's marker is glued to its first word.

`4In addition` should be `4 In addition`: a glued number is taken for part of the text, and whoever looks for note 4
does not find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N002"
NAME = "glued-marker"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every note whose marker has no space behind it."""
    for document in view.documents:
        for note in document.notes:
            if note.found == "glued":
                end = note.start + len(note.text.partition(" ")[0])
                message = f"the marker {note.marker} is glued to the text of its note"
                yield Problem(note.start, min(end, note.end), message, "put a space behind the number")
