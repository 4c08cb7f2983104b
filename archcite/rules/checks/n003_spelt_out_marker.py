"""A note's marker is spelt out.

Machine translation turns `1 The report` into `oneThe report` or `one The report`; nobody who looks for note 1 finds it.

The unsafe fix writes the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "N003"
NAME = "spelt-out-marker"
SEVERITY = "warning"
FIXES = "unsafe"


def check(view: FileView) -> Iterator[Problem]:
    """Every note whose marker is a word."""
    for record in view.records:
        for note in record.notes:
            if note.found != "spelt-out" or note.marker is None:
                continue
            written = view.text.text[note.start : note.text_start].rstrip()
            yield Problem(
                note.start,
                note.start + len(written),
                f"the marker {note.marker} is spelt out as {written!r}",
                f"write {note.marker}",
                replace(note.start, note.text_start, f"{note.marker} ", safe=False),
            )
