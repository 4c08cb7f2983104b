"""A note's marker is glued to its first word.

`4In addition` should be `4 In addition`: a glued number is taken for part of the text, and whoever looks for note 4
does not find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N002"
NAME = "glued-marker"
SEVERITY = "warning"
FIXES = "safe"


def check(view: FileView) -> Iterator[Problem]:
    """Every note whose marker has no space behind it."""
    for record in view.records:
        for note in record.notes:
            if note.found != "glued":
                continue
            words = view.text.text[note.start : note.end]
            end = note.start + len(words.partition(" ")[0])
            yield Problem(
                note.start,
                min(end, note.end),
                f"the marker {note.marker} is glued to the text of its note",
                "put a space behind the number",
                replace(note.text_start, note.text_start, " ") if note.text_start > note.start else None,
            )
