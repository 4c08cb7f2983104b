"""The header of a document: its number, title, date and metadata, whether `Архив: …` stands above the text or below it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import regex

from archcite.transcript import lines as kinds
from archcite.transcript.apparatus import is_notes_heading
from archcite.transcript.dates import read_date
from archcite.transcript.headerlines import (
    LONGEST_BROKEN,
    date_of,
    divided_title,
    is_marking,
    is_own_number,
    is_place,
    label_of,
    number_of_act,
    opens_with_kind,
    title_of,
)
from archcite.transcript.linedates import date_at_end, looks_like_date
from archcite.transcript.places import read_place
from archcite.transcript.publications import book_of
from archcite.transcript.titleends import subject_dated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.notation.records import Reference
    from archcite.transcript.dates import DateReading
    from archcite.transcript.lines import LabelRole, Line
    from archcite.transcript.sourcelines import SourceLine
    from archcite.transcript.titles import TitleReading

HEADER_LINES = 4
"""Lines of a header, its metadata aside."""


@dataclass(slots=True)
class Segment:
    """One document as it lies in its text; spans are code points, `end` exclusive, None where the part is missing."""

    start: int
    end: int
    number: str | None = None
    original: str | None = None
    """The path or name of the original that the document says it is translated from."""
    version: Literal["original", "translation"] | None = None
    """What the heading above the document says it is."""
    title: Line | None = None
    title_reading: TitleReading | None = None
    date_line: Line | None = None
    date: DateReading | None = None
    body: tuple[int, int] = (0, 0)
    source: Reference | None = None
    source_line: tuple[int, int] | None = None
    """All lines of the source: there can be several shelfmarks."""
    repeated_source: tuple[int, int] | None = None
    """The lines below the text that give the shelfmark of the header again."""
    description: tuple[int, int] | None = None
    published: list[str] = field(default_factory=list)
    """What the lines of metadata and those beside the source line say of printed editions."""
    labels: dict[LabelRole, str] = field(default_factory=dict)
    """Values of the metadata beside date, source and publications: author, addressee, place, kind."""
    notes: list[tuple[int, int]] = field(default_factory=list)
    """Its apparatus, in the order of the text: footnotes may stand above the source line and notes below it."""
    lines: list[Line] = field(default_factory=list)
    body_lines: list[Line] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_header(segment: Segment, lines: Sequence[Line], sources: dict[int, SourceLine]) -> int:
    """Read number, title, date and metadata from the first lines; the index of the first line of the body."""
    at = _number(segment, lines)
    limit = min(at + HEADER_LINES, len(lines))
    while at < limit:
        line = lines[at]
        if (after := _metadata(segment, lines, at, sources)) > at:
            at, limit = after, min(after + HEADER_LINES, len(lines))
            continue
        date = date_of(line.text)
        if date is None and segment.title is not None and segment.date is None and not _has_year(segment):
            date = _year_alone(line.text)
        if date is not None and (
            _has_year(segment) or (segment.title is None and segment.number is None and not _strong_below(lines, at))
        ):
            break  # a place-and-date line of the letter itself
        if date is not None:
            if segment.date is not None:
                break
            segment.date_line, segment.date = line, date
            if segment.title is not None and line.text.startswith("от "):
                segment.title = kinds.joined(segment.title, line)  # `Протокол № 12 …` and `от 5 мая` below it
        elif (
            segment.title is not None
            and segment.date is None
            and _SUBJECT.fullmatch(line.text)
            and _date_below(lines, at)
        ):
            segment.title = kinds.joined(segment.title, line)
        elif segment.title is None and (divided := divided_title(lines, at)) is not None:
            segment.title, segment.title_reading = divided
            at += 1
            limit = min(at + HEADER_LINES, len(lines))
        elif (
            segment.title is not None and segment.date is None and (label := label_of(line)) and _date_below(lines, at)
        ):
            segment.labels.setdefault(*label)
        elif (longer := _continued(segment, lines, at)) is not None:
            segment.title, segment.title_reading, at = longer
            limit = min(at + HEADER_LINES, len(lines))
        elif segment.title is None and (broken := _broken(segment, lines, at)) is not None:
            segment.title, segment.title_reading, at = broken
            limit = min(at + HEADER_LINES, len(lines))
        elif segment.title is None and (title := _title(segment, line)) is not None:
            segment.title, segment.title_reading = line, title
            if segment.number is None:
                segment.number = title.number
        elif number_of_act(lines, at):
            limit = min(limit + 1, len(lines))
        elif (is_marking(line.text) or is_own_number(line.text)) and (
            _date_below(lines, at)
            if segment.title is not None and segment.date is None
            else segment.title is None and segment.number is not None
        ):
            limit = min(limit + 1, len(lines))  # `Совершенно секретно`, `№ 1223/с` between number, title and date
        elif segment.title is None and segment.number is not None and segment.date is None and _date_below(lines, at):
            segment.title = line  # a header of an unknown shape: kept as written, nothing read into it
            segment.doubts.append("the header is of an unknown shape, nothing was read from it")
        elif at == 0 and (title_date := _date_behind(line)) is not None:
            segment.title, segment.date = line, title_date
            segment.doubts.append("the header is of an unknown shape, only its date was read")
        else:
            break
        at += 1
    if segment.number is not None and segment.title is None and segment.date is None and not segment.labels:
        segment.doubts.append("nothing below its number was read as a header")
    _say_unread(segment, lines[at : at + 2])
    return at


_WHOLE = {"year", "month", "day"}


def _may_be_title(lines: Sequence[Line]) -> bool:
    """Whether the first of two lines may be a title: no address, salutation or place, and a date at its end or below it."""
    if len(lines) < 2 or len(lines[0].text) > LONGEST_BROKEN or lines[0].text[-1] in "!,:;?…":
        return False
    if (
        date_of(lines[0].text) is None
        and (closing := date_at_end(lines[0].text)) is not None
        and {*closing.parts} >= _WHOLE
    ):
        return True
    date = date_of(lines[1].text)
    return date is not None and "year" in date.parts and read_place(lines[0].text) is None and " " in lines[0].text


def _say_unread(segment: Segment, below: Sequence[Line]) -> None:
    """What of the header was taken for a title or may be a date, and was not read."""
    title = segment.title_reading
    if title is not None and title.shape == "unread":
        segment.doubts.append("the names in the header could not be read, only its kind was")
    if segment.title is None and segment.number is None and _may_be_title(below):
        segment.doubts.append(f"the line `{below[0].text}` beside a date may be a title, but could not be read")
    if segment.title is None and segment.number is None and below and opens_with_kind(below[0].text):
        segment.doubts.append(f"the line `{below[0].text}` may be a title, but could not be read")
    if segment.title is None or segment.date is not None or (title is not None and title.date is not None):
        return
    if subject_dated(segment.title.text):
        segment.doubts.append("the date at the end of the title is that of its subject, its own is not known")
    for line in below:
        if looks_like_date(line.text) and date_of(line.text) is None:
            segment.doubts.append(f"the line `{line.text}` looks like a date, but could not be read")


def _year_alone(text: str) -> DateReading | None:
    """A line below the title that is nothing but a year: `1922`, `[1923?]`, `1921 г.`; elsewhere it is no date."""
    date = read_date(text) if len(text) < LONGEST_YEAR and any(c.isdigit() for c in text) else None
    return date if date is not None and date.shape == "year" and not text[date.end :].strip(" .])?") else None


LONGEST_YEAR = 24
"""Code points of the longest line that gives a year alone."""

_SUBJECT = regex.compile(r"[«“\"].{3,200}[»”\"]|[(](?:[^()]{3,200})[)]|(?:О|Об|On|Concerning)\s.{3,200}")


_YEAR_BEHIND = regex.compile(r"\d{4}\D{0,12}$")


def _date_behind(line: Line) -> DateReading | None:
    """The full date behind the full stop of a first line that is no title of a known shape."""
    if len(line.text) > LONGEST_BROKEN or not line.text[0].isupper() or _YEAR_BEHIND.search(line.text) is None:
        return None
    date = date_at_end(line.text)
    before = "" if date is None else line.text[: date.start].rstrip(" [(")
    return date if before.endswith(".") and date is not None and set(date.parts) == {"year", "month", "day"} else None


def _number(segment: Segment, lines: Sequence[Line]) -> int:
    """What opens the document: `Translated from: …`, `Original:`, its number, a title on the same line."""
    at = 0
    if (original := kinds.translated_from(lines[0])) is not None:
        segment.original = original
        at = 1
    elif len(lines) > 1 and (version := kinds.version_heading(lines[0])) is not None:
        segment.version = version
        at = 1
    number = kinds.number_line(lines[at]) if at < len(lines) else None
    if number is None:
        return _bare_number(segment, lines, at)
    if at and number[1] is not None and title_of(lines[at], number[1]) is None:
        return at
    segment.number = number[0]
    if number[1] is not None and (date := date_of(number[1])) is not None:
        segment.date_line, segment.date = lines[at], date
    elif number[1] is not None:
        segment.title, segment.title_reading = lines[at], title_of(lines[at], number[1])
        if segment.title_reading is None:
            segment.doubts.append("the header is of an unknown shape, nothing was read from it")
    return at + 1


_NUMBERED_DATE = regex.compile(r"(?P<number>\d{1,4})\.\s+(?P<date>\S.{0,158})")


def numbered_date(line: Line) -> tuple[str, DateReading] | None:
    """The number and the date of a line such as `3. [Май 1920 г.]`; the date has a year and a month."""
    match = _NUMBERED_DATE.fullmatch(line.text)
    date = None if match is None else date_of(match["date"])
    return (
        (match["number"], date)
        if match is not None and date is not None and {"year", "month"} <= set(date.parts)
        else None
    )


def _bare_number(segment: Segment, lines: Sequence[Line], at: int) -> int:
    """A number without a sign on a line of its own, above the title: it may be that of a page too."""
    if at + 1 < len(lines) and (number := kinds.bare_number(lines[at])) is not None:
        segment.number = number
        segment.doubts.append(f"`{lines[at].text}` above the title may be its number or that of a page")
        return at + 1
    if at + 1 < len(lines) and (dated := numbered_date(lines[at])) is not None and _strong_below(lines, at):
        segment.number, segment.date, segment.date_line = *dated, lines[at]
        return at + 1
    return at


def _title(segment: Segment, line: Line) -> TitleReading | None:
    title = title_of(line)
    if title is not None and segment.date_line is not None and not title.strong:
        return None  # behind the date a bare kind is a line of the text
    return title


def _broken(segment: Segment, lines: Sequence[Line], at: int) -> tuple[Line, TitleReading, int] | None:
    """A title on several lines, with the date below them; also the index of its last line."""
    if segment.date is not None:
        return None
    both = lines[at]
    for last in range(at + 1, min(at + HEADER_LINES, len(lines))):
        if len(lines[last].text) > LONGEST_BROKEN or _date_below(lines, last - 1) or is_place(lines[last].text):
            return None
        both = kinds.joined(both, lines[last])
        if _date_below(lines, last):
            title = title_of(both)
            alone = title_of(lines[at])
            if title is None or title.shape == "unread" or (alone is not None and alone.recipients):
                return None
            return both, title, last
    return None


def _continued(segment: Segment, lines: Sequence[Line], at: int) -> tuple[Line, TitleReading, int] | None:
    """A title that goes on in lines with a small letter up to its date; also the index of its last line."""
    if segment.title is None or segment.date is not None or _has_year(segment):
        return None
    both = segment.title
    for last in range(at, min(at + HEADER_LINES, len(lines))):
        if len(lines[last].text) > LONGEST_BROKEN or not lines[last].text[0].islower():
            return None
        both = kinds.joined(both, lines[last])
        title = title_of(both)
        if title is not None and (title.date is not None or _date_below(lines, last)):
            return both, title, last
    return None


def _has_year(segment: Segment) -> bool:
    """Whether the header read so far has a date, with its year."""
    of_title = None if segment.title_reading is None else segment.title_reading.date
    return (segment.date is not None and "year" in segment.date.parts) or (
        of_title is not None and "year" in of_title.parts
    )


def _strong_below(lines: Sequence[Line], index: int) -> bool:
    """Whether a date on the first line stands above a title that has none."""
    title = title_of(lines[index + 1]) if index <= 1 and index + 1 < len(lines) else None
    return title is not None and title.strong and title.date is None


def _date_below(lines: Sequence[Line], index: int) -> bool:
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return date_of(below) is not None or _year_alone(below) is not None


# metadata


def _metadata(segment: Segment, lines: Sequence[Line], at: int, sources: dict[int, SourceLine]) -> int:
    """Take a block of lines with labels (`Архив: …`), or a shelfmark line, in the header; the index behind it."""
    if segment.source is None and (found := sources.get(lines[at].start)) is not None and at + 1 < len(lines):
        opens = at == (segment.number is not None) and _begins_header(lines[at + 1])
        if found.labelled is None and not opens and (segment.title is None or is_notes_heading(lines[at + 1].text)):
            return at  # a document without text
        take_source(segment, found)
        return at + 1
    after, taken, firm = at, [], False
    while after < len(lines) and (label := kinds.label(lines[after])) is not None:
        line = lines[after]
        value = line.text[label.offset :].strip()
        if not value and after + 1 < len(lines) and kinds.label(lines[after + 1]) is None:
            after += 1
            line = lines[after]
            value = line.text
        taken.append((label.role, value, line))
        firm = firm or label.role not in kinds.WEAK_LABELS
        after += 1
    if not firm:
        return at  # letters have such lines too
    for role, value, line in taken:
        _take_label(segment, role, value, line, sources.get(line.start))
    return after


def _begins_header(line: Line) -> bool:
    """Whether a line below a shelfmark is the title or the date of the document that it belongs to."""
    return title_of(line) is not None or date_of(line.text) is not None


def _take_label(segment: Segment, role: LabelRole, value: str, line: Line, source: SourceLine | None) -> None:
    if role == "date":
        date = date_of(value)
        if date is not None and segment.date is None and not _has_year(segment):
            segment.date = date
        elif date is None:
            segment.doubts.append(f"the date `{value}` could not be read")
    elif source is not None and role in ("archive", "source"):
        if segment.source is None:
            take_source(segment, source)
    elif role == "title" and value and segment.title is None:
        begin = line.end - len(value)
        segment.title = replace(line, start=begin, text=value)
        segment.title_reading = title_of(segment.title)
    elif role in ("source", "published") and value:
        take_publication(segment, value)
    elif role == "archive" and value:
        segment.doubts.append(f"the shelfmark `{value}` could not be read")
    elif role == "description" and value:
        take_description(segment, line.end - len(value), line.end)
    elif role != "site" and value:
        segment.labels.setdefault(role, value)


LEAST_DESCRIPTION = 4
"""Code points of the shortest words behind a shelfmark that are a description and no stray sign."""


def take_description(segment: Segment, start: int, end: int) -> None:
    """Take words that stand by themselves for the description, if none stand beside the shelfmark."""
    if segment.description is None or segment.description[1] - segment.description[0] < LEAST_DESCRIPTION:
        segment.description = (start, end)


def take_publication(segment: Segment, written: str, *, first: bool = False) -> None:
    """Take what a line says of a printed edition; an archive whose shelfmark could not be read is none."""
    if _OF_ARCHIVE.search(written) is not None and book_of(written) is None:
        segment.doubts.append(f"the shelfmark `{written}` could not be read")
    else:
        segment.published.insert(0 if first else len(segment.published), written)


_OF_ARCHIVE = regex.compile(r"\b(?:archives?|архива?)\b", regex.IGNORECASE)


def take_source(segment: Segment, source: SourceLine) -> None:
    """Make a source line that of the document, with its description and what it says of printed editions."""
    segment.source = source.reference
    segment.source_line = (source.line.start, max(source.line.end, source.stop))
    segment.description = (source.end, source.stop)
    if source.published is not None:
        segment.published.append(source.published)
    if source.before is not None and not any(c.isalpha() for c in source.line.text[source.end - source.line.start :]):
        segment.description = source.before
