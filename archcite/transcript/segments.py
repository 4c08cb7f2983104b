"""Finding documents: where each begins, its header, body, source line and notes, and what is furniture around them.

The lines are gone through once. A document begins at a number line, at `Translated from: …`, or at a title with its date;
it has its source line where a line begins with a shelfmark; notes follow a heading. What stands outside every document
(site navigation, titles of collections, compilers) is furniture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex
from archcite.transcript.apparatus import is_notes_heading
from archcite.transcript.titles import read_title

from archcite.notation.records import Printed, Reference
from archcite.transcript import lines as kinds
from archcite.transcript.dates import is_date_line
from archcite.transcript.publications import is_collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.titles import TitleReading

    from archcite.transcript.dates import DateReading
    from archcite.transcript.lines import Line

HEADER_LINES = 4
"""Lines with text after a number line among which title and date are looked for."""

LEAST_BODY = 80
"""Code points before a first shelfmark line that make it the source line of a document and no entry of a list."""


@dataclass(slots=True)
class Segment:
    """One document as it lies in its text; spans are code points, `end` exclusive, None where the part is missing."""

    start: int
    end: int
    number: str | None = None
    original: str | None = None
    title: Line | None = None
    title_reading: TitleReading | None = None
    date_line: Line | None = None
    date: DateReading | None = None
    body: tuple[int, int] = (0, 0)
    source: Reference | None = None
    source_end: int = 0
    """Where the last shelfmark of the source line ends: its description begins there."""
    source_line: tuple[int, int] | None = None
    notes: tuple[int, int] | None = None
    lines: list[Line] = field(default_factory=list)
    body_lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """A text divided: its documents, and the lines that belong to none."""

    segments: list[Segment]
    furniture: list[Line]


def divide(text: str, starts: Sequence[int], found: Sequence[Reference | Printed]) -> Layout:
    """Divide a text into documents. `starts` are the line starts, `found` what the scanner found in the text."""
    lines = kinds.split(text, starts)
    sources = _source_lines(lines, found)
    begins = _beginnings(lines, sources)
    furniture = lines[: begins[0]] if begins else lines
    segments = []
    for place, begin in enumerate(begins):
        stop = begins[place + 1] if place + 1 < len(begins) else len(lines)
        end = lines[stop].start if stop < len(lines) else len(text)
        segment, left = _segment(lines[begin:stop], end, sources)
        segments.append(segment)
        furniture = furniture + left
    return Layout(segments, furniture)


@dataclass(slots=True, frozen=True)
class SourceLine:
    """A line that begins with a shelfmark: its first reference, and where the last one chained to it ends."""

    reference: Reference
    end: int


def _source_lines(lines: Sequence[Line], found: Sequence[Reference | Printed]) -> dict[int, SourceLine]:
    """The lines that begin with a reference, by their number: candidates for source lines."""
    places = {item.start: place for place, item in enumerate(found)}
    sources = {}
    for line in lines:
        for start in {line.start, line.start + kinds.source_offset(line)}:
            place = places.get(start)
            item = None if place is None else found[place]
            if place is None or not isinstance(item, Reference) or item.ibid is not None:
                continue
            if item.archive is None and "fond" not in item.levels:
                continue
            end = item.end
            for other in found[place + 1 :]:
                if not isinstance(other, Reference) or not other.chained or other.start >= line.end:
                    break
                end = other.end
            sources[line.number] = SourceLine(item, end)
    return sources


# where documents begin


def _beginnings(lines: Sequence[Line], sources: dict[int, SourceLine]) -> list[int]:
    """Indexes of the lines with which documents begin."""
    begins: list[int] = []
    numbered = {index for index, line in enumerate(lines) if _numbered(lines, index, line)}
    in_notes = False
    closed = True  # before the first document, and behind a source line, a new one may begin
    for index, line in enumerate(lines):
        if index in numbered or kinds.translated_from(line) is not None:
            begins.append(index)
            in_notes, closed = False, False
        elif line.number in sources and not in_notes:
            if not begins and (headless := _headless(lines, index)) is not None:
                begins.append(headless)
            closed = True
        elif is_notes_heading(line.text):
            in_notes, closed = True, True
        elif closed and not (begins and begins[-1] == index - 1) and _titled(lines, index, in_notes=in_notes):
            begins.append(index)
            in_notes, closed = False, False
    return begins


def _numbered(lines: Sequence[Line], index: int, line: Line) -> bool:
    """Whether a number line opens a document: a title, a date or another header line follows it soon."""
    number = kinds.number_line(line)
    if number is None:
        return False
    if number[1] is not None:
        return read_title(number[1]) is not None
    following = lines[index + 1 : index + 1 + HEADER_LINES]
    return any(is_date_line(other.text) or _title_of(other) for other in following)


def _title_of(line: Line) -> TitleReading | None:
    return read_title(line.text) if len(line.text) < kinds.LONGEST_HEADER else None


def _titled(lines: Sequence[Line], index: int, *, in_notes: bool) -> bool:
    """Whether an unnumbered document begins here: a title with its date, in the line or right below it."""
    title = _title_of(lines[index])
    if title is None:
        return False
    return _date_below(lines, index) or (title.strong and title.date is not None and not in_notes)


def _headless(lines: Sequence[Line], index: int) -> int | None:
    """The first line of a document without a header, whose source line is `index`; None without text before it."""
    begin = 0
    while begin < index and (kinds.is_navigation(lines[begin]) or is_collection(lines[begin])):
        begin += 1
    prose = sum(len(line.text) for line in lines[begin:index])
    return begin if prose >= LEAST_BODY else None


# the parts of one document


def _segment(lines: Sequence[Line], end: int, sources: dict[int, SourceLine]) -> tuple[Segment, list[Line]]:
    """Divide one document into its parts; also the furniture lines behind it."""
    segment = Segment(lines[0].start, end, lines=list(lines))
    at = _header(segment, lines)
    heading = next((i for i in range(at, len(lines)) if is_notes_heading(lines[i].text)), None)
    before_notes = len(lines) if heading is None else heading
    source = next((i for i in reversed(range(at, before_notes)) if lines[i].number in sources), None)
    if heading is not None:
        segment.notes = (lines[heading].end, end)
    left: list[Line] = []
    body_end = before_notes
    if source is not None:
        found = sources[lines[source].number]
        segment.source, segment.source_end = found.reference, found.end
        segment.source_line = (lines[source].start, lines[source].end)
        body_end = source
        behind = list(lines[source + 1 : before_notes])
        metadata = source - at <= 2 and kinds.source_offset(lines[source]) > 0 and bool(behind)
        if metadata:  # `Архив: …` between title and text
            at, body_end = source + 1, before_notes
        elif heading is None and behind and _MARKER.match(behind[0].text):
            segment.notes = (behind[0].start, end)
        elif heading is None:
            left = behind  # a volume's or a page's title between two documents
            if behind:
                segment.end = lines[source].end
                segment.lines = list(lines[: source + 1])
    segment.body_lines = list(lines[at:body_end])
    segment.body = (
        (segment.body_lines[0].start, segment.body_lines[-1].end)
        if segment.body_lines
        else (lines[0].end, lines[0].end)
    )
    return segment, left


_MARKER = regex.compile(r"(?:1\s?[.)]?\s{0,2}\p{Lu}|\*\s?\p{L}|\[1\])")


def _header(segment: Segment, lines: Sequence[Line]) -> int:
    """Read number, title and date from the first lines; the index of the first line of the body."""
    at = 0
    number = kinds.number_line(lines[0])
    if number is not None:
        segment.number = number[0]
        at = 1
        if number[1] is not None:
            segment.title, segment.title_reading = lines[0], read_title(number[1])
    elif (original := kinds.translated_from(lines[0])) is not None:
        segment.original = original
        at = 1
    limit = min(at + HEADER_LINES, len(lines))
    while at < limit:
        line = lines[at]
        date = is_date_line(line.text)
        if date is not None and (_has_year(segment) or (segment.title is None and segment.number is None)):
            break  # a place-and-date line of the letter itself
        if date is not None:
            segment.date_line, segment.date = line, date
        elif segment.title is None and segment.date is None and (title := _title_of(line)) is not None:
            segment.title, segment.title_reading = line, title
        elif segment.title is None and segment.number is not None and _date_below(lines, at):
            segment.title = line  # a header of an unknown shape: kept as written, nothing read into it
        else:
            break
        at += 1
    return at


def _has_year(segment: Segment) -> bool:
    """Whether the header read so far has a date, with its year."""
    of_title = None if segment.title_reading is None else segment.title_reading.date
    return segment.date is not None or (of_title is not None and "year" in of_title.parts)


def _date_below(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and is_date_line(lines[index + 1].text) is not None
