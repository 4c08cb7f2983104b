"""A header, or a field of it, cannot be read.

It has a shape that archcite does not know, or a value that is no date or no shelfmark. It is kept as written and nothing
is read into it. Where not even the beginning of a document can be told, the catalogue lacks the document: its number, or
the source line at its end, is reported then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem
from archcite.transcript.linedates import is_date_line
from archcite.transcript.lines import number_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Document
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.lines import Line

CODE = "H007"
NAME = "unread-header"
SEVERITY = "warning"
SIGNS = ("unknown shape", "could not be read", "taken for a header, but not read")
"""What the reader of headers says of what it cannot read."""

HELP = "write it in one of the usual shapes (`A to B`, `Letter of A to B`, and the date below), or correct it"


def check(view: FileView) -> Iterator[Problem]:
    """Every doubt about the header of a document or a field of it, missing titles, and documents that were not seen."""
    for document, record in zip(view.documents, view.records, strict=True):
        doubted = list(_doubts(view, document, record))
        yield from doubted or _untitled(record, alone=len(view.records) == 1)
    yield from _unseen(view)


def _doubts(view: FileView, document: Document, record: DocumentRecord) -> Iterator[Problem]:
    """What the reader of headers says itself."""
    segment = record.segment
    for doubt in segment.doubts:
        if not any(sign in doubt for sign in SIGNS):
            continue
        line = segment.title or segment.lines[0]
        start, end = line.start, line.end
        if (quoted := _QUOTED.search(doubt)) is not None:
            archive = None if document.source is None else document.source.archive
            if archive is not None and quoted[1] == archive.written:
                continue  # `Archive: GARF` beside the whole source
            at = view.text.text.find(quoted[1], segment.start, segment.end)
            start, end = (at, at + len(quoted[1])) if at >= 0 else (start, end)
        yield Problem(start, end, doubt, HELP)


def _untitled(record: DocumentRecord, *, alone: bool) -> Iterator[Problem]:
    """A numbered document in which no title was read, and a dated one whose title seems to stand above it.

    One that is `alone` in its file may be any text that names a source.
    """
    segment = record.segment
    if segment.title is not None or segment.labels or segment.original is not None or segment.version is not None:
        return
    first = segment.lines[0]
    if segment.number is not None:
        what = "title" if record.date is not None else "title and no date"
        yield Problem(first.start, first.end, f"no {what} of document No. {segment.number} could be read", HELP)
    elif record.origins.get("date") not in ("header", None) and len(segment.body_lines) > 1:
        line, below = segment.body_lines[:2]
        dated = is_date_line(below.text) is not None and _HEADING.fullmatch(line.text) is not None
        if dated and len(line.text) < LONGEST and is_date_line(line.text) is None:
            yield Problem(line.start, line.end, "this line above a date was not read as a header", HELP)
    elif record.date is None and not alone:
        yield Problem(first.start, first.end, "no number, title or date of this document could be read", HELP)


def _unseen(view: FileView) -> Iterator[Problem]:
    """Numbers of documents, and source lines below text, that stand outside all documents that were found."""
    outside = {citation.start: citation for citation, document in view.cited() if document is None}
    number: Line | None = None
    above: list[Line] = []
    for line in view.furniture:
        if (found := number_line(line)) is not None and found[1] is None:
            number, above = line, []
            continue
        citation = outside.get(line.start)
        if citation is not None and citation.sheets and _is_end(view, number, above, line):
            where = number or line
            which = f"document No. {found[0]}" if number and (found := number_line(number)) else "the document above"
            yield Problem(
                where.start, where.end, f"{which} is not in the catalogue: its header could not be read", HELP
            )
            number = None
        above = [] if citation is not None else [*above[:1], line]


def _is_end(view: FileView, number: Line | None, above: list[Line], line: Line) -> bool:
    """Whether a source line ends a document: prose is above it, and above that a number, or what may be a header.

    `above` are the first and the last line behind the reference before. Excerpts of a researcher's notes begin with
    prose, or have their reference in the next line.
    """
    if not above or _PROSE.search(above[-1].text) is None:
        return False
    apart = view.text.text.count("\n", above[-1].end, line.start) > 1
    return number is not None or (apart and _PROSE.search(above[0].text) is None)


LONGEST = 200
"""Code points of the longest line that is taken for a header."""

_HEADING = regex.compile(r"\p{Lu}\S*(?:\s\S+){2,30}(?<![.,:;!?])")
_QUOTED = regex.compile(r"`([^`]+)`")
_PROSE = regex.compile(r".{20}[.!?…»”\"]$")
