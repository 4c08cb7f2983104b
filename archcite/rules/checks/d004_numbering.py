"""The numbers of a collection have a gap, or one comes twice.

Between No. 84 and No. 86 a document is missing, or its header was not recognized. Files that hold a selection, with more
gaps than one in four documents, are left alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Entry, Project

CODE = "D004"
NAME = "numbering"
SEVERITY = "note"


LEAST = 4
"""Numbered documents that make a sequence."""


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every gap and every repetition in the numbers of one file, originals and translations counted once."""
    for view in project.views:
        found = [
            (int(entry.document.number), entry)
            for entry in project.of(view)
            if entry.document.number is not None and entry.document.number.isdigit()
        ]
        steps = [(one, two, entry) for (one, _), (two, entry) in pairwise(found) if entry.document.pair is None]
        gaps = [(one, two, entry) for one, two, entry in steps if two > one + 1]
        back = [(one, two, entry) for one, two, entry in steps if two <= one]
        if len(found) < LEAST or 4 * (len(gaps) + len(back)) > len(found):
            continue
        for one, two, entry in gaps:
            lost = f"No. {one + 1} is" if two == one + 2 else f"Nos. {one + 1} to {two - 1} are"
            yield view, Problem(*_number(entry), f"{lost} missing between No. {one} and No. {two}", HELP)
        for one, two, entry in back:
            yield view, Problem(*_number(entry), f"No. {two} comes after No. {one}", HELP)


HELP = "look for the document, or for a header that was not recognized"


def _number(entry: Entry) -> tuple[int, int]:
    line = entry.record.segment.lines[0]
    return line.start, line.end
