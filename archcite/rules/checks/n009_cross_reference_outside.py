"""A cross-reference leads to a document that is not among the files.

`See note 1 to document No. 166` in a file that begins with No. 167. Nothing is wrong with the reference; only, nobody can
follow it here, and whether it is right cannot be said. Check all files of the collection together, or leave this rule out
for a selection that stands by itself.

Only files whose documents are numbered are looked at, and only their notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.crossrefs import away, numbers, seen, within
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "N009"
NAME = "cross-reference-outside"
SEVERITY = "note"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every phrase in a note of a numbered collection that names a document beyond the numbers of its file."""
    bounds = numbers(project)
    for entry in project.entries:
        own = bounds.get(id(entry.view))
        if own is None:
            continue
        for (start, end), references in seen(entry):
            outside = [one for one in references if away(one, project) and not within(one, own)]
            names = ", ".join(f"No. {number}" for number in dict.fromkeys(one.document for one in outside))
            if outside:
                yield (
                    entry.view,
                    Problem(
                        start,
                        end,
                        f"document {names} is not among the files: the reference was not checked",
                        "check all files of the collection together",
                    ),
                )
