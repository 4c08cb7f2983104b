"""A document has no date.

Neither its header nor a line of its text says when it was written. Editors date what has no date of its own, in
brackets: `[not earlier than 5 May 1920]`. The translation of a dated original is dated by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "H001"
NAME = "no-date"
SEVERITY = "warning"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every document with a header in which no date was found, originals and translations paired."""
    for entry in project.entries:
        document = entry.document
        if document.date is not None or document.title is None:
            continue  # a header of which nothing was read is another matter (H007)
        if any(sign in doubt for doubt in document.doubts for sign in ("date", "not read")):
            continue  # there may be one that cannot be read: other rules say so
        what = f"document No. {document.number}" if document.number is not None else "this document"
        yield (
            entry.view,
            Problem(*entry.head, f"{what} has no date", "add the date below the title, in brackets if it is yours"),
        )
