"""A marker in the text leads to no note.

The note behind it was lost. Only what can hardly be anything else is reported: the number that follows the last note,
before a full stop or comma; a raised number; a lone asterisk where no note has one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem
from archcite.transcript.apparatus import body_markers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.transcript.documents import DocumentRecord

CODE = "N004"
NAME = "marker-without-note"
SEVERITY = "warning"


_RAISED = regex.compile(r"(?<=[\p{L}\p{Po}\p{Pf}\p{Pe}]\s?)[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?![⁰¹²³⁴⁵⁶⁷⁸⁹])")
_STAR = regex.compile(r"(?<=\p{L}\s?)\*(?=\s?[.,;:!?)\s]|$)(?!\*)")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def check(view: FileView) -> Iterator[Problem]:
    """Every marker in the body of a document that none of its notes has."""
    for record in view.records:
        markers = {note.marker for note in record.notes if note.marker is not None}
        unsure = any(note.found == "unsure" for note in record.notes)
        for start, end, marker in sorted(_markers(view, record)):
            if marker not in markers and not (unsure and marker.isdigit()):
                message = f"the text has a marker {marker} and the document no such note"
                yield Problem(start, end, message, "add the note, or take the marker out")


def _markers(view: FileView, record: DocumentRecord) -> Iterator[tuple[int, int, str]]:
    text, (start, end) = view.text.text, record.segment.body
    numbers = sorted(int(note.marker) for note in record.notes if note.marker is not None and note.marker.isdigit())
    if numbers and numbers == list(range(1, len(numbers) + 1)):
        after = numbers[-1] + 1
        found = body_markers(text, start, end, after)
        for marker in found:
            if marker.number == after and marker.sure and len(found) > after / 2:
                yield marker.start, marker.end, str(after)
    for match in _RAISED.finditer(text, start, end):
        number = match.group().translate(_DIGITS)
        if number[0] != "0" and not (number in "23" and _measure(text, match.start())):
            yield match.start(), match.end(), number
    for line in record.segment.body_lines:
        if line.text.count("*") == 1 and (star := _STAR.search(line.text)) is not None:
            yield line.start + star.start(), line.start + star.end(), "*"


def _measure(text: str, at: int) -> bool:
    """Whether a raised 2 or 3 stands behind a unit: `км²`."""
    word = regex.search(r"(?r)\p{L}+", text, pos=max(0, at - 8), endpos=at)
    return word is not None and len(word.group()) <= 3
