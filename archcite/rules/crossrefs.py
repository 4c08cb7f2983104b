"""Cross-references of notes, for the rules about those that lead nowhere."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.model import CrossReference
    from archcite.rules.project import Entry, Project


ELSEWHERE = "another book"
"""What the reader of cross-references says where a book is named behind the number."""


def seen(entry: Entry) -> Iterator[tuple[tuple[int, int], list[CrossReference]]]:
    """The phrases of a document's notes that refer to notes or documents, each with all that it names."""
    for span, references in groupby(entry.document.see, lambda one: (one.start, one.end)):
        yield span, list(references)


def away(reference: CrossReference, project: Project) -> bool:
    """Whether a reference names a document of this collection that none of the files has."""
    if reference.target is not None or reference.document is None or reference.document in project.numbers:
        return False
    return reference.reason is None or ELSEWHERE not in reference.reason


def numbers(project: Project) -> dict[int, tuple[int, int]]:
    """The lowest and the highest number of the documents of each view, by its `id()`; unnumbered files are left out."""
    bounds: dict[int, tuple[int, int]] = {}
    for entry in project.entries:
        if entry.document.number is not None and entry.document.number.isdigit():
            number = int(entry.document.number)
            low, high = bounds.get(id(entry.view), (number, number))
            bounds[id(entry.view)] = min(low, number), max(high, number)
    return bounds


def within(reference: CrossReference, bounds: tuple[int, int] | None) -> bool:
    """Whether the document that is named falls between those of a file."""
    number = reference.document or ""
    return bounds is not None and number.isdigit() and bounds[0] < int(number) < bounds[1]
