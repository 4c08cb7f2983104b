"""Where documents begin: one pass over the lines of a text, each line judged by its neighbours and by what is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from archcite.transcript import lines as kinds
from archcite.transcript.apparatus import is_notes_heading
from archcite.transcript.headerlines import date_of, divided_title, number_of_act, title_of
from archcite.transcript.headers import numbered_date
from archcite.transcript.parts import is_tail, notes_begin, size
from archcite.transcript.publications import is_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from archcite.transcript.lines import Line
    from archcite.transcript.sourcelines import SourceLine
    from archcite.transcript.titles import TitleReading

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
class Beginnings:
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
    signed: int = -1
    """Where the next line with a number, and the next source line, were last found."""
    sourced: int = -1

    def find(self) -> list[int]:
        """Indexes of the lines with which documents begin."""
        for index, line in enumerate(self.lines):
            opened = bool(self.begins) and self.begins[-1] == index - 1 and self._opens(index - 1)
            if self._numbered(index, line):
                if not opened or kinds.number_line(self.lines[index - 1]) is not None:
                    self._begin(index)
                number = kinds.number_line(line)
                assert number is not None
                self.number = kinds.order(number[0])
            elif (
                kinds.translated_from(line) is not None
                or self._version(index, line)
                or (not self.begins and self._metadata(index))
            ):
                self._begin(index)
            elif line.start in self.sources and not self.in_notes:
                self._source(index)
            elif is_notes_heading(line.text) or (
                self.closed and self.begins and notes_begin(self.lines, index) and not self._titled(index)
            ):
                self.in_notes = self.closed = True
                self.behind = None
            elif opened or self._awaits_title(index):
                continue  # the title of the number line or of the block of metadata above
            elif kinds.number_line(line) is None and self._titled(index):
                self._begin(self._with_line_above(index))
                title = title_of(line)
                self.number = kinds.order(title.number) if title is not None and title.number else None
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
        if after == len(self.lines):
            return False
        roles = {found.role for line in self.lines[index:after] if (found := kinds.label(line)) is not None}
        marked = any(line.start in self.sources for line in self.lines[index:after])
        return title_of(self.lines[after]) is not None or (marked and bool(roles & {"title", "author", "recipient"}))

    def _source(self, index: int) -> None:
        """A source line: it closes the open document, or shows that one without a header has been open."""
        if self.behind is not None and index < self.behind:
            return  # of the same block
        if not self.begins:
            if self._only_source(index):
                self._begin(index)
                return
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

    def _only_source(self, index: int) -> bool:
        """Whether the only shelfmark of a page stands above the title of its document."""
        below = self.lines[index + 1 : index + 3]
        if len(self.sources) > 1 or len(below) < 2 or (title := title_of(below[0])) is None or not title.strong:
            return False
        return title.date is not None or date_of(below[1].text) is not None

    def _leads(self, begin: int, index: int) -> bool:
        """Whether a labelled shelfmark near the top of a page without a known header stands above the text."""
        return (
            self.sources[self.lines[index].start].labelled == "archive"
            and index - begin <= 2 * HEADER_LINES
            and not letter_like(self.lines[begin:index])
            and size(self.lines[index + 1 : index + 1 + TOP_LINES]) > size(self.lines[begin:index])
        )

    def _in_header(self, index: int) -> bool:
        """Whether nothing but header lines stands between the beginning of the document and this line."""
        return index - self.begins[-1] <= TOP_LINES and all(
            kinds.number_line(line) is not None
            or kinds.label(line) is not None
            or line.start in self.sources
            or (above > self.begins[-1] and _is_value(self.lines[above - 1]))
            or date_of(line.text) is not None
            or title_of(line) is not None
            for above, line in enumerate(self.lines[self.begins[-1] : index], self.begins[-1])
        )

    def _awaits_title(self, index: int) -> bool:
        """Whether nothing but metadata and dates stands between the beginning of the document and this line."""
        if self.closed or not self.begins or title_of(self.lines[index]) is None:
            return False
        above = self.lines[self.begins[-1] : index]
        return len(above) < TOP_LINES and self._in_header(index) and all(title_of(line) is None for line in above)

    def _numbered(self, index: int, line: Line) -> bool:
        """Whether a number line opens a document: a title, a date or another header line follows it soon."""
        number = kinds.number_line(line)
        if number is None or number_of_act(self.lines, index):
            return False
        value = kinds.order(number[0])
        if not self.closed and self.number is not None and value <= self.number:
            return False  # an enclosure or a point of the document itself
        if number[1] is not None and date_of(number[1]) is None:
            return title_of(line, number[1]) is not None and not self._in_contents(index + 1, value)
        following = self.lines[index + 1 : index + 1 + HEADER_LINES]
        titled = any((title := title_of(other)) is not None and title.strong for other in following[:2])
        next_one = self.number is not None and value == self.number + 1
        if (not self.closed or self.in_notes) and not titled and not next_one:
            return False  # the number of a telegram, an order, a newspaper
        if any(date_of(other.text) or title_of(other) for other in following):
            return True
        return self.closed and bool(following) and (next_one or self._sourced(index))

    def _sourced(self, index: int) -> bool:
        """Whether text and a source line come before the next number."""
        if self.signed <= index:
            self.signed = self._next(index, lambda line: kinds.number_line(line) is not None)
        if self.sourced <= index:
            self.sourced = self._next(index, lambda line: line.start in self.sources)
        return index + 1 < self.sourced < self.signed

    def _next(self, index: int, kind: Callable[[Line], bool]) -> int:
        """The index of the next line of a kind, that of the end if there is none."""
        every = range(index + 1, len(self.lines))
        return next((at for at in every if kind(self.lines[at])), len(self.lines))

    def _in_contents(self, below: int, value: int) -> bool:
        """Whether nothing or the next number stands below a numbered title: a table of contents has such."""
        if below >= len(self.lines):
            return True
        if (signed := kinds.number_line(self.lines[below])) is not None:
            return signed[1] is not None or kinds.order(signed[0]) <= value + 1  # else that of a telegram
        return self._marker(below, _POINT) == value + 1

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
        labelled = self._labelled(index + 1) or number_of_act(self.lines, index + 1)
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

    def _labelled(self, index: int) -> bool:
        """Whether a block of metadata begins at a line: labels, one of which no letter has."""
        for line in self.lines[index : index + TOP_LINES]:
            if (found := kinds.label(line)) is None:
                return False
            if found.role not in kinds.WEAK_LABELS:
                return True
        return False

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
        if divided_title(self.lines, index - 1) is not None:
            numbered = index > 1 and kinds.bare_number(self.lines[index - 2]) is not None
            return index - 2 if numbered else index - 1
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
        alone = begin == 0 and after == len(self.lines) and len(self.sources) == after - index
        if sum(len(line.text) for line in text) < LEAST_BODY:
            return alone and described and bool(text)  # nothing else is in the file
        if alone and source.reference.archive is not None and "sheets" in source.reference.levels:
            return True
        below = self.lines[after] if after < len(self.lines) else None
        followed = below is not None and (is_notes_heading(below.text) or kinds.number_line(below) is not None)
        return described or followed or source.labelled == "archive" or letter_like(text)


_MARKER = regex.compile(r"\[?(\d{1,3})(?!\d)")
_POINT = regex.compile(r"(\d{1,3})[.)]\s")
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


_SALUTATION = regex.compile(
    r"(?:dear|my dear|comrades?|tov\.|to (?:comrade|the)|дорог|уважаем|многоуважаем|товарищ|т\.|тов\.|тт\.)\b.{0,80}[!,.:]"
    r"|.{2,60}!",
    regex.IGNORECASE,
)


def letter_like(lines: Sequence[Line]) -> bool:
    """Whether the lines open with a salutation or close with a date or a bare name."""
    opening = any(len(line.text) < 90 and _SALUTATION.fullmatch(line.text) for line in lines[:4])
    return opening or any(len(line.text) < 60 and date_of(line.text) is not None for line in lines[-4:])
