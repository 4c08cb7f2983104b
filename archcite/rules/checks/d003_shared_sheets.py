"""Two documents claim the same sheets.

Two letters of different days cannot fill the same run of sheets; one of the shelfmarks was copied from the other
document. Two short texts on one sheet, and witnesses of one document under two names of its archive, are no mistake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.days import agree, is_day
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Entry, Project

CODE = "D003"
NAME = "shared-sheets"
SEVERITY = "warning"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every document whose sheets, more than one, a document of another day has too."""
    first: dict[str, Entry] = {}
    for entry in project.entries:
        source, date = entry.document.source, entry.document.date
        if source is None or source.shelfmark is None or date is None or not is_day(date):
            continue
        if len(source.sheets) < 2 and not any("-" in sheet for sheet in source.sheets):
            continue
        other = first.setdefault(source.shelfmark, entry)
        if other is entry or other.document.date is None or agree(date, other.document.date):
            continue
        message = f"the sheets are those of {other.document.id}, which is of {other.document.date.written!r}"
        yield entry.view, Problem(source.start, source.end, message, "compare both with the originals")
