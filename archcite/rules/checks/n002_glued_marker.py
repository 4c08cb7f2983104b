"""A note's marker is glued to a word.

`4In addition` should be `4 In addition`: a glued number is taken for part of the text, and whoever looks for note 4
does not find it. In the text of a document `I 3should` has lost the space behind its marker; what is glued to the word
before it (`state2`) is usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.transcript.documents import DocumentRecord

CODE = "N002"
NAME = "glued-marker"
SEVERITY = "warning"
FIXES = "safe"
HELP = "put a space behind the number"

_GLUED = regex.compile(r"(?<=\p{L}[.,;]?\s)(?P<number>\d{1,3})\p{Ll}{4,30}+")


def check(view: FileView) -> Iterator[Problem]:
    """Every note whose marker has no space behind it, and every marker of a note that the text has so."""
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
                HELP,
                replace(note.text_start, note.text_start, " ") if note.text_start > note.start else None,
            )
        yield from _in_text(view, record)


def _in_text(view: FileView, record: DocumentRecord) -> Iterator[Problem]:
    markers = {note.marker for note in record.notes}
    for match in _GLUED.finditer(view.text.text, *record.segment.body):
        number = match["number"]
        if number in markers:
            behind = match.end("number")
            message = f"the marker {number} is glued to the word behind it"
            yield Problem(*match.span(), message, HELP, replace(behind, behind, " "))
