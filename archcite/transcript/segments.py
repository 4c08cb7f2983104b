"""Finding documents: where each begins in a text, and what is furniture around them.

The lines are gone through once. A document begins at a number line, at a heading such as `Original:`, or at a title with
its date or its block of metadata. A source line closes a document; behind it, text that has a source line of its own is
a document whose header is missing. What stands outside every document (site navigation, titles of collections, tables of
contents) is furniture. `parts` divides each document then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archcite.notation.records import Reference
from archcite.transcript import lines as kinds
from archcite.transcript.beginnings import HEADER_LINES, Beginnings, letter_like
from archcite.transcript.headerlines import date_of, title_of
from archcite.transcript.headers import Segment
from archcite.transcript.parts import part
from archcite.transcript.publications import is_collection
from archcite.transcript.sourcelines import source_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.notation.records import Printed
    from archcite.transcript.lines import Line
    from archcite.transcript.sourcelines import SourceLine

__all__ = ["Layout", "Segment", "divide"]


@dataclass(slots=True)
class Layout:
    """A text divided: its documents, and the lines that belong to none."""

    segments: list[Segment]
    furniture: list[Line]


def divide(
    text: str, starts: Sequence[int], found: Sequence[Reference | Printed], numbers: Sequence[int] | None = None
) -> Layout:
    """Divide a text into documents. `starts` are the line starts, `found` what the scanner found in the text, `numbers`
    the line numbers in the file where the text is shown otherwise than it stands there."""
    lines = kinds.split(text, starts, numbers)
    sources = source_lines(text, lines, found)
    lines = _cut_lines(text, lines, sources, found)
    begins = Beginnings(lines, sources).find()
    furniture = lines[: begins[0]] if begins else list(lines)
    segments: list[Segment] = []
    for place, begin in enumerate(begins):
        stop = begins[place + 1] if place + 1 < len(begins) else len(lines)
        segment, left = part(lines[begin:stop], sources)
        if _stands(segment, entry=stop < len(lines) or bool(segments)):
            segments.append(segment)
            furniture += left
        else:
            furniture += lines[begin:stop]
    return Layout(segments, furniture)


def _stands(segment: Segment, *, entry: bool) -> bool:
    """Whether a segment is a document and not an entry of a table of contents or a heading in an article."""
    if segment.source is not None:
        return True
    prose = any(not kinds.is_navigation(line) and not is_collection(line) for line in segment.body_lines)
    if not prose:
        return not entry
    if segment.number is not None or segment.original is not None or segment.version is not None:
        return True
    date = segment.date or (None if segment.title_reading is None else segment.title_reading.date)
    if date is None:
        return bool(segment.labels or segment.published)
    return "day" in date.parts or letter_like(segment.body_lines)


def _cut_lines(
    text: str, lines: list[Line], sources: dict[int, SourceLine], found: Sequence[Reference | Printed]
) -> list[Line]:
    """Cut numbers off the ends of source lines (`… Autograph. No. 22`: of the next document) and off their beginnings, and
    titles off the source line that stands in brackets behind them."""
    cuts: dict[int, tuple[Line, ...]] = {}
    open_number = ""
    shelfmarks = {item.start for item in found if isinstance(item, Reference)}
    for index, line in enumerate(lines):
        if line.start in sources and (cut := kinds.cut_number(line)) is not None:
            following = lines[index + 1 : index + 1 + HEADER_LINES]
            number = kinds.number_line(cut[1])
            next_one = number is not None and open_number.isdigit() and number[0] == str(int(open_number) + 1)
            titled = any(date_of(other.text) or title_of(other) for other in following)
            # `Pravda. 1963. No. 333.`: the next document has a number of its own
            numbered = any(kinds.number_line(other) is not None for other in following)
            if not numbered and (titled or (next_one and following)):
                cuts[index] = cut
                open_number = open_number if number is None else number[0]
        elif (number := kinds.number_line(line)) is not None and number[1] is None:
            open_number = number[0]
        elif (cut := kinds.cut_number_before(line)) is not None and (
            cut[1].start in shelfmarks
            or (cut[0].text[-1].isdigit() and (title := title_of(cut[1])) is not None and title.strong)
        ):
            cuts[index] = cut
        elif line.text[-1] in ")]." and (behind := _source_behind(line, shelfmarks)) is not None:
            cuts[index] = behind
    if not cuts:
        return lines
    lines = [piece for index, line in enumerate(lines) for piece in cuts.get(index, (line,))]
    sources.clear()
    sources.update(source_lines(text, lines, found))
    return lines


def _source_behind(line: Line, shelfmarks: set[int]) -> tuple[Line, Line] | None:
    """A title with its date and the source line in brackets behind it (`A – B. 5 мая 1920 г. (РГАСПИ. Ф. …)`), as two lines."""
    closing = line.text.rstrip(".")[-1:]
    opening = {")": "(", "]": "["}.get(closing)
    at = -1 if opening is None or len(line.text) >= kinds.LONGEST_HEADER else line.text.find(opening)
    while at > 0 and line.start + at + 1 not in shelfmarks:
        at = line.text.find(str(opening), at + 1)
    before = line.text[: max(0, at)].rstrip()
    title = title_of(line, before) if before else None
    if title is None or not title.strong or title.date is None:
        return None
    return kinds.cut_at(line, at)
