"""From the text of a page back to the file: spans of references, documents and lines, once everything is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.notation.records import Reference
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.lines import Line
    from archcite.transcript.markup import Page


def reference(found: Reference, page: Page) -> Reference:
    """The same reference with offsets of the file."""
    start, end = page.span(found.start, found.end)
    archive = found.archive
    if archive is not None:
        first, last = page.span(archive.start, archive.end)
        archive = replace(archive, start=first, end=last)
    return replace(found, start=start, end=end, archive=archive)


def lines(found: Iterable[Line], page: Page) -> list[Line]:
    """The same lines with offsets of the file; their text stays as it is shown."""
    return [_line(one, page) for one in found]


def record(found: DocumentRecord, page: Page) -> None:
    """Move a document's record, its segment and its notes to the offsets of the file, in place."""
    segment = found.segment
    segment.start, segment.end = page.span(segment.start, segment.end)
    segment.body = page.span(*segment.body)
    if segment.source is not None:
        segment.source = reference(segment.source, page)
    if segment.source_line is not None:
        segment.source_line = page.span(*segment.source_line)
    if segment.description is not None:
        segment.description = page.span(*segment.description)
    segment.notes = [page.span(*span) for span in segment.notes]
    if segment.title is not None:
        segment.title = _line(segment.title, page)
    if segment.date_line is not None:
        segment.date_line = _line(segment.date_line, page)
    segment.lines = lines(segment.lines, page)
    segment.body_lines = lines(segment.body_lines, page)
    for place, note in enumerate(found.notes):
        start, end = page.span(note.start, note.end)
        found.notes[place] = replace(note, start=start, end=end, text_start=page.start(note.text_start))
    for place, repeat in enumerate(found.repeated):
        start, end = page.span(repeat.start, repeat.end)
        found.repeated[place] = replace(repeat, start=start, end=end, first=page.start(repeat.first))
    for place, see in enumerate(found.see):
        start, end = page.span(see.start, see.end)
        found.see[place] = replace(see, start=start, end=end)


def _line(one: Line, page: Page) -> Line:
    start, end = page.span(one.start, one.end)
    return replace(one, start=start, end=end)
