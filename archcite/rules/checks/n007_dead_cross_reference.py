"""A cross-reference leads to no note or no document.

`See note 5` in a document with three notes, `See note 2 to document No. 86` where No. 86 has one, or where the file goes
from No. 80 to No. 90 and lacks it. What leads to documents outside the numbers of the file is another matter (N009).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.crossrefs import away, numbers, seen, within
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Entry, Project

CODE = "N007"
NAME = "dead-cross-reference"
SEVERITY = "warning"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every reference in a note to a note or document that is surely not there, one problem a phrase."""
    bounds = numbers(project)
    for entry in project.entries:
        for (start, end), references in seen(entry):
            lost = [
                one.document for one in references if away(one, project) and within(one, bounds.get(id(entry.view)))
            ]
            if lost:
                yield entry.view, Problem(start, end, f"there is no document {_named(lost)} among the files", HELP)
                continue
            for target in dict.fromkeys(one.target for one in references):
                there = project.by_id.get(target or "")
                notes = [one.note for one in references if one.target == target and one.note is not None]
                gone = [note for note in notes if there is not None and not _has(there, note)]
                if there is not None and gone:
                    which = f"document No. {there.document.number}" if there is not entry else "this document"
                    word = "note" if len(gone) == 1 else "notes"
                    yield entry.view, Problem(start, end, f"{which} has no {word} {', '.join(gone)}", HELP)


HELP = "compare the number with the original"


def _named(lost: list[str | None]) -> str:
    return ", ".join(f"No. {number}" for number in dict.fromkeys(lost))


def _has(entry: Entry, note: str) -> bool:
    """Whether the document has the note, has notes that are not told apart, or has none at all that were read."""
    notes = entry.document.notes
    return not notes or any(one.marker is None or one.marker == note or one.found == "unsure" for one in notes)
