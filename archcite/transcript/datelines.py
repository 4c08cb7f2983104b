"""Date and place of a document from the place-and-date lines of its text, where the header lacks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.transcript.headerlines import is_marking, is_own_number, is_place, place_and_way
from archcite.transcript.linedates import is_date_line
from archcite.transcript.people import name_key, read_name, read_people
from archcite.transcript.places import read_place
from archcite.transcript.titlewords import read_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.dates import DateReading
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.lines import Line

LONGEST_LINE = 120
"""Code points of the longest line that can be a place-and-date line."""

CLOSING_LINES = 6
"""Lines at the end of a text among which its place-and-date line is looked for."""

OPENING_LINES = 4
"""Lines at its beginning among which a place-and-date line is looked for."""


def read_datelines(record: DocumentRecord) -> None:
    """Date and place from the place-and-date lines of the text, where the header lacks them."""
    lines = record.segment.body_lines
    datelines: list[tuple[int, DateReading]] = []
    for index, line in enumerate(lines):
        if len(line.text) < LONGEST_LINE and (date := is_date_line(line.text)) is not None:
            datelines.append((index, date))
    if record.date is None:
        outer = [
            (index, date)
            for index, date in datelines
            if index < OPENING_LINES or index >= len(lines) - CLOSING_LINES or date.place is not None
        ]
        full = [date for _, date in outer if "year" in date.parts]
        chosen = full[0] if full else outer[0][1] if outer else None
        if chosen is not None:
            record.date = chosen
            record.origins["date"] = "dateline"
    if record.place is None and record.segment.date is not None:
        of_header = record.segment.date
        if of_header.place is not None and of_header.place_unsure is None:
            record.place = of_header.place
            record.origins["place"] = "dateline"
        elif of_header.place_unsure is not None:
            record.doubts.append(of_header.place_unsure)
    if record.place is None and (place := _place_below_header(record)) is not None:
        record.place, record.origins["place"] = place, "dateline"
    if record.place is None:
        place = _place(record, lines, datelines)
        if place is not None:
            record.place = place
            record.origins["place"] = "dateline"
    if record.place is None and record.kind not in _WIRED and (place := _place_last(lines)) is not None:
        record.place, record.origins["place"] = place, "dateline"


def _place_last(lines: Sequence[Line]) -> str | None:
    """A known place that is the last line of a text, below the signature."""
    if len(lines) < 2 or not is_place(lines[-1].text) or read_name(lines[-1].text).shape == "initials":
        return None
    above = read_name(lines[-2].text, case="nominative")
    found = read_place(lines[-1].text)
    return found[0] if found is not None and above.shape in ("initials", "full", "surname") else None


def _place_below_header(record: DocumentRecord) -> str | None:
    """A known place that is all of the line below the date of the header, a time of day aside.

    A telegram has the place of its addressee there, so it is left and said; so has what goes on with a name.
    """
    header, lines = record.segment.date_line or _dated_title(record), record.segment.body_lines
    if header is None or not lines or len(lines[0].text) > LONGEST_PLACE or is_marking(lines[0].text):
        return None
    if read_kind(lines[0].text) is not None:
        return None  # `Cipher`
    sent = place_and_way(lines[0].text)
    found = read_place(_TIME.sub("", lines[0].text).rstrip(" ,") if sent is None else f"{sent[0]},")
    if found is None or name_key(found[0]).surname & _surnames(record):
        return None
    if header.end > lines[0].start or (
        header is record.segment.date_line
        and any(header.end < line.start < lines[0].start for line in record.segment.lines)
    ):
        return None
    if found[1] is not None:
        if lines[0].text[-1].isalpha() and len(lines) > 1:
            record.doubts.append(f"{found[1]}: it is all of the line below the date")
        return None
    if lines[0].text.startswith(("Из ", "From ")):
        return found[0]
    if record.kind in _WIRED or sent is not None:
        record.doubts.append(_EITHER.format(lines[0].text))
        return None
    below = lines[1].text if len(lines) > 1 else ""
    addressed = (
        len(below) < LONGEST_PLACE and below[-1:] not in "!," and not below.startswith(("Dear", "Дорог", "Уваж"))
    )
    if addressed and read_people(below) and all(n.shape != "other" for n in read_people(below)):
        record.doubts.append(_EITHER.format(lines[0].text))
        return None
    return found[0]


_WIRED = ("telegram", "cipher-telegram")
_EITHER = "`{}` at the head of the text may be where it was written or where it went"


def _dated_title(record: DocumentRecord) -> Line | None:
    """The title, if the date stands in it."""
    reading = record.segment.title_reading
    return record.segment.title if reading is not None and reading.date is not None else None


LONGEST_PLACE = 60
"""Code points of the longest line that is nothing but a place."""

_TIME = regex.compile(
    r"[.,]?\s(?:at\s|в\s)?\d{1,2}(?:[:.]\d\d|\s?(?:час\p{Ll}{0,2}|ч|h|hours?|[ap]\.?\s?m)\b.{0,20})\.?$",
    regex.IGNORECASE,
)


def _surnames(record: DocumentRecord) -> frozenset[str]:
    """The surnames of the people of the header, as keys."""
    return frozenset[str]().union(*(name_key(person.name).surname for person in (*record.authors, *record.recipients)))


def _place(record: DocumentRecord, lines: Sequence[Line], datelines: Sequence[tuple[int, DateReading]]) -> str | None:
    """The place in a date line, or alone in the line above or below one, if it is surely no person's name."""
    own = _surnames(record)
    for index, date in datelines:
        if date.place is not None and (date.place_unsure is None and own.isdisjoint(name_key(date.place).surname)):
            return date.place
        below = index + 1
        while below < len(lines) and (is_marking(lines[below].text) or is_own_number(lines[below].text)):
            below += 1
        for beside in (index - 1, below):
            if not 0 <= beside < len(lines) or len(lines[beside].text) > 40 or "," in lines[beside].text:
                continue
            if place_and_way(lines[beside].text) is not None:
                record.doubts.append(_EITHER.format(lines[beside].text))
                return None
            found = read_place(lines[beside].text)
            if found is not None and found[1] is None and own.isdisjoint(name_key(found[0]).surname):
                if beside < index or record.kind not in _WIRED:
                    return found[0]
                record.doubts.append(_EITHER.format(lines[beside].text))
                return None
    return None
