"""Finding documents: where each begins in a text, and what is furniture around them.

The lines are gone through once. A document begins at a number line, at a heading such as `Original:`, or at a title with
its date or its block of metadata. A source line closes a document; behind it, text that has a source line of its own is
a document whose header is missing. What stands outside every document (site navigation, titles of collections, tables of
contents) is furniture. `parts` divides each document then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from archcite.transcript import lines as kinds
from archcite.transcript.apparatus import is_notes_heading
from archcite.transcript.headers import Segment, date_of, numbered_date, title_of
from archcite.transcript.parts import is_tail, notes_begin, part, size
from archcite.transcript.publications import is_collection
from archcite.transcript.sourcelines import source_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.notation.records import Printed, Reference
    from archcite.transcript.lines import Line
    from archcite.transcript.sourcelines import SourceLine
    from archcite.transcript.titles import TitleReading

__all__ = ["Layout", "Segment", "divide"]

HEADER_LINES = 4
"""Lines with text after a number line among which title and date are looked for."""

LEAST_BODY = 80
"""Code points before a first shelfmark line that make it the source line of a document and no entry of a list."""

MOST_SOURCES = 20
"""Lines of one block of sources at most; a list of shelfmarks is longer."""

DATE_TAIL = 30
"""Code points at the end of a title in which its date has digits."""

TOP_LINES = 30
"""Lines at the top of a file among which a site's own lines are looked for."""

NOTES_ABOVE = 12
"""Lines of notes above a title among which the number of the last note is looked for."""

LAST_YEAR = 1991
"""The year after which a dated title without a number is no document of these archives but a page about them."""


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
    lines = _cut_numbers(text, lines, sources, found)
    begins = _Beginnings(lines, sources).find()
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
        return bool(segment.labels)
    return "day" in date.parts or _letter_like(segment.body_lines)


_SALUTATION = regex.compile(
    r"(?:dear|my dear|comrades?|tov\.|to (?:comrade|the)|дорог|уважаем|многоуважаем|товарищ|т\.|тов\.|тт\.)\b.{0,80}[!,.:]"
    r"|.{2,60}!",
    regex.IGNORECASE,
)


def _letter_like(lines: Sequence[Line]) -> bool:
    """Whether the lines open with a salutation or close with a date or a bare name."""
    opening = any(len(line.text) < 90 and _SALUTATION.fullmatch(line.text) for line in lines[:4])
    return opening or any(len(line.text) < 60 and date_of(line.text) is not None for line in lines[-4:])


def _cut_numbers(
    text: str, lines: list[Line], sources: dict[int, SourceLine], found: Sequence[Reference | Printed]
) -> list[Line]:
    """Cut the number of the next document off the ends of source lines (`… Autograph. No. 22`)."""
    cuts = {}
    for index, line in enumerate(lines):
        if line.start in sources and (cut := kinds.cut_number(line)) is not None:
            following = lines[index + 1 : index + 1 + HEADER_LINES]
            if any(date_of(other.text) or title_of(other) for other in following):
                cuts[index] = cut
    if not cuts:
        return lines
    lines = [piece for index, line in enumerate(lines) for piece in cuts.get(index, (line,))]
    sources.clear()
    sources.update(source_lines(text, lines, found))
    return lines


@dataclass(slots=True)
class _Beginnings:
    """One pass over the lines; the state is what the document that is open has shown so far."""

    lines: Sequence[Line]
    sources: dict[int, SourceLine]
    begins: list[int] = field(default_factory=list)
    number: int | None = None
    """The number of the open document."""
    closed: bool = True
    """Before the first document, and behind a source line or in the notes: a new one may begin."""
    in_notes: bool = False
    behind: int | None = None
    """Index of the first line behind the last source line that is no part of its apparatus."""
    prose: int = 0
    """Code points of text since there."""
    floor: int = 0
    """Behind the last shelfmark line that is none of a document: what stands before it begins no document."""
    labelled_up_to: int = 0
    """Up to where lines of metadata were gone through already."""

    def find(self) -> list[int]:
        """Indexes of the lines with which documents begin."""
        for index, line in enumerate(self.lines):
            opened = bool(self.begins) and self.begins[-1] == index - 1 and self._opens(index - 1)
            if self._numbered(index, line):
                if not opened or kinds.number_line(self.lines[index - 1]) is not None:
                    self._begin(index)
                number = kinds.number_line(line)
                assert number is not None
                self.number = int(number[0].rstrip(_LETTERS))
            elif (
                kinds.translated_from(line) is not None
                or self._version(index, line)
                or (not self.begins and self._metadata(index))
            ):
                self._begin(index)
            elif line.start in self.sources and not self.in_notes:
                self._source(index)
            elif is_notes_heading(line.text) or (
                self.closed and notes_begin(self.lines, index) and not self._titled(index)
            ):
                self.in_notes = self.closed = True
                self.behind = None
            elif opened:
                continue  # the title of the number line above
            elif self._titled(index):
                self._begin(self._with_line_above(index))
                title = title_of(line)
                self.number = int(title.number.rstrip(_LETTERS)) if title is not None and title.number else None
            elif self.behind is not None:
                self.prose += len(line.text)
        return self.begins

    def _begin(self, index: int) -> None:
        self.begins.append(index)
        self.number = None
        self.closed = self.in_notes = False
        self.behind, self.prose = None, 0

    def _opens(self, index: int) -> bool:
        """Whether a line opens a document without being its title."""
        line = self.lines[index]
        return any(kind(line) is not None for kind in (kinds.number_line, kinds.version_heading, kinds.translated_from))

    def _metadata(self, index: int) -> bool:
        """Whether a block of metadata at the top of a file stands above the title of its document."""
        if index < self.labelled_up_to or kinds.label(self.lines[index]) is None:
            return False
        after = index
        while after < len(self.lines) and (
            kinds.label(self.lines[after]) is not None or (after > index and _is_value(self.lines[after - 1]))
        ):
            after += 1
        self.labelled_up_to = after
        return after < len(self.lines) and title_of(self.lines[after]) is not None

    def _source(self, index: int) -> None:
        """A source line: it closes the open document, or shows that one without a header has been open."""
        if self.behind is not None and index < self.behind:
            return  # of the same block
        if not self.begins:
            if (headless := self._headless(index)) is not None:
                self.begins.append(headless)
                if self._leads(headless, index):
                    self.closed = False
                    return
            else:
                self.floor = index + 1
        elif self.behind is not None and (self.prose >= LEAST_BODY or index - self.behind > 1):
            self.begins.append(self.behind)
            self.number = None
        elif self.behind is None and self._in_header(index):
            return  # a line of metadata between title and text closes nothing
        self.closed = True
        self.prose = 0
        after = index + 1
        while after < len(self.lines) and (self.lines[after].start in self.sources or is_tail(self.lines[after])):
            after += 1
        self.behind = after

    def _leads(self, begin: int, index: int) -> bool:
        """Whether a labelled shelfmark near the top of a page without a known header stands above the text."""
        return (
            self.sources[self.lines[index].start].labelled == "archive"
            and index - begin <= 2 * HEADER_LINES
            and not _letter_like(self.lines[begin:index])
            and size(self.lines[index + 1 : index + 1 + TOP_LINES]) > size(self.lines[begin:index])
        )

    def _in_header(self, index: int) -> bool:
        """Whether nothing but header lines stands between the beginning of the document and this line."""
        return index - self.begins[-1] <= TOP_LINES and all(
            kinds.number_line(line) is not None
            or kinds.label(line) is not None
            or (above > self.begins[-1] and _is_value(self.lines[above - 1]))
            or date_of(line.text) is not None
            or title_of(line) is not None
            for above, line in enumerate(self.lines[self.begins[-1] : index], self.begins[-1])
        )

    def _numbered(self, index: int, line: Line) -> bool:
        """Whether a number line opens a document: a title, a date or another header line follows it soon."""
        number = kinds.number_line(line)
        if number is None:
            return False
        value = int(number[0].rstrip(_LETTERS))
        if not self.closed and self.number is not None and value <= self.number:
            return False  # an enclosure or a point of the document itself
        if number[1] is not None and date_of(number[1]) is None:
            return title_of(line, number[1]) is not None
        following = self.lines[index + 1 : index + 1 + HEADER_LINES]
        titled = any((title := title_of(other)) is not None and title.strong for other in following[:2])
        next_one = self.number is not None and value == self.number + 1
        if (not self.closed or self.in_notes) and not titled and not next_one:
            return False  # the number of a telegram, an order, a newspaper
        if any(date_of(other.text) or title_of(other) for other in following):
            return True
        return self.closed and next_one and bool(following)

    def _version(self, index: int, line: Line) -> bool:
        """Whether a line such as `Original` or `Translation:` opens the other version of a document."""
        if kinds.version_heading(line) is None or index + 1 >= len(self.lines) or self.in_notes:
            return False
        below = self.lines[index + 1]
        if is_notes_heading(below.text) or below.start in self.sources:
            return False
        return (
            kinds.number_line(below) is not None
            or title_of(below) is not None
            or date_of(below.text) is not None
            or (line.text.endswith(":") and (self.closed or not self.begins))
        )

    def _titled(self, index: int) -> bool:
        """Whether an unnumbered document begins here: a title with its date or its metadata."""
        line = self.lines[index]
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        dated = below is not None and date_of(below.text) is not None
        labelled = (
            below is not None and (found := kinds.label(below)) is not None and found.role not in kinds.WEAK_LABELS
        )
        dated_above = self.closed and not self.in_notes and not dated and self._with_line_above(index) != index
        if not (dated or labelled or dated_above or any(c.isdigit() for c in line.text[-DATE_TAIL:])):
            return False  # without a date or metadata it begins nothing
        title = title_of(line)
        if title is None or _too_late(title, below):
            return False
        if title.bare_number:
            # else a note, or a point of a list
            return (dated or (title.strong and title.date is not None)) and self._next_number(
                index, int(title.number or 0)
            )
        if not self.closed and self.number is not None:
            return False  # an enclosure
        if self.in_notes:
            complete = title.strong and title.date is not None and "day" in title.date.parts
            return (dated and (title.strong or self.number is None)) or (complete and self.number is None)
        if not self.closed:  # a document without source line: the next one is sure of itself
            return title.strong and (dated or labelled or (title.date is not None and "day" in title.date.parts))
        return dated or labelled or (title.strong and (title.date is not None or dated_above))

    def _next_number(self, index: int, number: int) -> bool:
        """Whether a number without a sign goes on with those of the documents, and not with those of notes or of a list."""
        if self._marker(index - 1, _POINT) == number - 1 or self._marker(index + 1, _POINT) == number + 1:
            return False  # a table of contents
        if not self.begins:
            return True
        if number != (self.number or 0) + 1 or number == 1:
            return False
        markers = [self._marker(at, _MARKER) for at in range(max(self.begins[-1], index - NOTES_ABOVE), index)]
        last = next((marker for marker in reversed(markers) if marker is not None), None)
        return not (self.in_notes and last == number - 1)

    def _marker(self, index: int, pattern: regex.Pattern[str]) -> int | None:
        """The number that a line begins with."""
        match = pattern.match(self.lines[index].text) if 0 <= index < len(self.lines) else None
        return None if match is None else int(match[1])

    def _with_line_above(self, index: int) -> int:
        """Where a document begins whose title is `index`: at a bare number or a whole date on the line above."""
        if not index or not self.closed:
            return index
        above = self.lines[index - 1]
        date = date_of(above.text) or (numbered_date(above) or (None, None))[1]
        whole = date is not None and {"year", "month"} <= set(date.parts)
        title = title_of(self.lines[index])
        if whole and title is not None and title.strong and title.date is None:
            numbered = index > 1 and kinds.bare_number(self.lines[index - 2]) is not None
            return index - 2 if numbered else index - 1
        return index - 1 if kinds.bare_number(above) is not None else index

    def _headless(self, index: int) -> int | None:
        """The first line of a document whose source line is `index` and whose header is none of the known ones."""
        begin = self.floor
        for at, line in enumerate(self.lines[begin : min(index, begin + TOP_LINES)], begin):
            if len(line.text) > 2 * kinds.LONGEST_SITE_LINE:
                break
            if kinds.is_navigation(line) or is_collection(line):
                begin = at + 1
        for at in range(begin, min(index, begin + 6)):
            title = title_of(self.lines[at])
            if title is not None and (title.strong or at == begin):
                return max(begin, self._with_line_above(at)) if self._evidence(at, index, titled=True) else None
        return begin if self._evidence(begin, index, titled=False) else None

    def _evidence(self, begin: int, index: int, *, titled: bool) -> bool:
        """Whether the text before a source line is a document; articles end in lists of shelfmarks too."""
        text = self.lines[begin:index]
        source = self.sources[self.lines[index].start]
        after = index
        while after < min(len(self.lines), index + MOST_SOURCES) and self.lines[after].start in self.sources:
            after += 1
        described = any(self.sources[line.start].described for line in self.lines[index:after])
        if (text and _LIST_HEADING.fullmatch(text[-1].text)) or (after - index > 2 and not described):
            return False
        if titled and text:
            return True
        if sum(len(line.text) for line in text) < LEAST_BODY:
            return False
        below = self.lines[after] if after < len(self.lines) else None
        followed = below is not None and (is_notes_heading(below.text) or kinds.number_line(below) is not None)
        return described or followed or source.labelled == "archive" or _letter_like(text)


_MARKER = regex.compile(r"\[?(\d{1,3})(?!\d)")
_POINT = regex.compile(r"(\d{1,3})[.)]\s")
_LETTERS = "".join(map(chr, (*range(97, 123), *range(65, 91), *range(0x410, 0x450))))
_LIST_HEADING = regex.compile(
    r".{0,40}(?:sources|archives|archival (?:sources|materials|documents)|bibliography|references|literature|notes|"
    r"источники|архивы|архивные (?:источники|материалы|документы|фонды)|литература|библиография).{0,20}",
    regex.IGNORECASE,
)


def _is_value(line: Line) -> bool:
    """Whether a line is a label whose value stands in the next line."""
    found = kinds.label(line)
    return found is not None and found.offset == len(line.text)


def _too_late(title: TitleReading, below: Line | None) -> bool:
    """Whether title or date line bear a year in which these archives were already history."""
    date = title.date or (None if below is None else date_of(below.text))
    if date is None or "year" not in date.parts:
        return False
    year = date.edtf.strip("./")[:4]
    return year.isdigit() and int(year) > LAST_YEAR
