"""A cross-reference leads to no note or no document.

`See note 5` in a document with three notes, `See note 2 to document No. 86` where No. 86 has one, or where the file goes
from No. 80 to No. 90 and lacks it. Documents outside the numbers of the file are in the rest of the collection: nothing
can be said about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Entry, Project

CODE = "N007"
NAME = "dead-cross-reference"
SEVERITY = "warning"


_REFERENCE = regex.compile(
    r"(?:(?<!\p{L})see|(?<!\p{L})см\.?)\s(?:also\s|также\s)?"
    r"(?:(?:notes?|прим(?:ечани[ея]|\.)?)\s(?P<note>\d{1,3})(?!\d))?"
    r"\s?(?:(?:to|of|in|к|в)\s)?(?:(?:document|doc\.|док(?:умент[уе]?|\.))\s?(?:No\.?|№)?\s?(?P<document>\d{1,4})(?!\d))?",
    regex.IGNORECASE,
)


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every reference to a note or document that is surely not there."""
    by_number: dict[str, list[Entry]] = {}
    bounds: dict[int, tuple[int, int]] = {}
    for entry in project.entries:
        number = entry.document.number
        if number is not None and number.isdigit():
            by_number.setdefault(number, []).append(entry)
            low, high = bounds.get(id(entry.view), (int(number), int(number)))
            bounds[id(entry.view)] = min(low, int(number)), max(high, int(number))
    for entry in project.entries:
        text = entry.view.text.text
        for match in _REFERENCE.finditer(text, entry.record.segment.start, entry.record.segment.end):
            note, number = match["note"], match["document"]
            why = None
            if number is not None and number not in by_number:
                low, high = bounds.get(id(entry.view), (0, 0))
                why = f"there is no document No. {number} among the files" if low < int(number) < high else None
            elif number is not None and note is not None and not _has(by_number[number], note):
                why = f"document No. {number} has no note {note}"
            elif number is None and note is not None and entry.document.notes and not _has([entry], note):
                why = f"this document has no note {note}"
            if why is not None:
                end = match.start() + len(match.group().rstrip())
                yield entry.view, Problem(match.start(), end, why, "compare the number with the original")


def _has(entries: list[Entry], note: str) -> bool:
    """Whether one of the documents has the note, or has notes that are not told apart."""
    notes = [one for entry in entries for one in entry.document.notes]
    return any(one.marker is None or one.marker == note or one.found == "unsure" for one in notes)
