"""What one or two lines say as the header of a document: a title, a date, a place, the author or the kind above the rest."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from archcite.transcript import lines as kinds
from archcite.transcript.linedates import is_date_line
from archcite.transcript.people import read_name
from archcite.transcript.places import read_place
from archcite.transcript.titles import read_title, read_unknown_title
from archcite.transcript.titlewords import ACTS, has_verb, read_kind
from archcite.transcript.words import MARKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.dates import DateReading
    from archcite.transcript.lines import LabelRole, Line
    from archcite.transcript.titles import TitleReading

LONGEST_BROKEN = 200
"""Code points of the longest line of a title that is broken into several."""


_BRACKETED = regex.compile(r"\[(?P<inner>[^\[\]]{5,400})\]\.?")


def title_of(line: Line, text: str | None = None) -> TitleReading | None:
    """The title that a line is, or `text`, a part of it; one that the editors supplied stands in square brackets."""
    return _read_title(line.text if text is None else text)


@lru_cache(maxsize=1024)  # the lines around a beginning are asked several times
def _read_title(text: str) -> TitleReading | None:
    if len(text) >= kinds.LONGEST_HEADER:
        return None
    text = kinds.bare(text)
    inner = _BRACKETED.fullmatch(text)
    text = text if inner is None else inner["inner"]
    return read_title(text) or read_unknown_title(text)


@lru_cache(maxsize=1024)
def date_of(text: str) -> DateReading | None:
    """The date of a line that is nothing but a date; the answer to the last lines asked is kept."""
    if (
        len(" ".join(text.split())) > LONGEST_DATE_LINE
        or not any(c.isdigit() for c in text)
        or len(text.split()) > MOST_DATE_WORDS
    ):
        return None  # reading a date is dear
    return None if kinds.is_number(text) else is_date_line(kinds.bare(text))


MOST_DATE_WORDS = 16
"""`[Not earlier than the 5th and not later than the 10th of May, 1920, at night]` has fifteen."""

LONGEST_DATE_LINE = 160
"""Code points of the longest place-and-date line."""


def divided_title(lines: Sequence[Line], at: int) -> tuple[Line, TitleReading] | None:
    """A title on two lines, the author or the kind alone on the first: `A. B. Surname` above `Letter to C`, `Telegram` above `A to B`."""
    if at + 1 >= len(lines) or len(lines[at].text) > LONGEST_HALF:
        return None
    above, below = kinds.bare(lines[at].text), title_of(lines[at + 1])
    if below is None or below.number is not None:
        return None
    line = kinds.joined(lines[at], lines[at + 1])
    if below.kind is not None and below.shape == "kind people" and not (below.authors or below.others):
        author = read_name(above, case="nominative")
        if author.shape != "initials" or author.honorific:
            return None
        return line, replace(below, authors=(author,), strong=True)
    first = title_of(lines[at]) if below.kind is None and below.authors and below.recipients else None
    if first is None or first.shape != "kind" or first.kind is None:
        return None
    if first.kind == "record":  # both talked, neither wrote to the other
        below = replace(below, authors=(), recipients=(), others=below.authors + below.recipients)
    return line, replace(
        below,
        kind=first.kind,
        genre=first.genre,
        own_number=first.own_number,
        date=below.date or first.date,
        strong=True,
    )


LONGEST_HALF = 60
"""Code points of the longest line that is the author or the kind alone, above the rest of the title."""


def opens_with_kind(text: str) -> bool:
    """Whether a line without a verb opens with a kind and has a year in it."""
    kind = read_kind(text) if len(text) < LONGEST_BROKEN and text[-1] not in "!,:;?…" else None
    return kind is not None and _YEAR.search(text) is not None and not has_verb(text)


_YEAR = regex.compile(r"(?<!\d)1[89]\d\d(?!\d)")


def number_of_act(lines: Sequence[Line], at: int) -> bool:
    """Whether the line at `at` is the number of an order or resolution on the line above it: its place or date follows."""
    if not 0 < at < len(lines) - 1 or (number := kinds.number_line(lines[at])) is None or number[1] is not None:
        return False
    title = title_of(lines[at - 1])
    if title is None or title.kind not in ACTS or title.own_number is not None or title.date is not None:
        return False
    return date_of(lines[at + 1].text) is not None or is_place(lines[at + 1].text)


def is_own_number(text: str) -> bool:
    """Whether a line is the letter's own number, which no document of a collection has: `№ 1223/с`."""
    return _OWN_NUMBER.fullmatch(text) is not None


_OWN_NUMBER = regex.compile(r"(?:№|No\.?)\s?\d{1,6}(?:[/-][\p{L}\d]{1,6})+")


def is_marking(text: str) -> bool:
    """Whether a line says nothing but how secret or urgent a letter is, or that it is a copy."""
    return len(text) < LONGEST_HALF and _MARKING.fullmatch(text) is not None


_MARKING = regex.compile(rf"(?:{MARKING})(?:[.,]\s(?:{MARKING}))?[.!]?", regex.IGNORECASE)


def is_salutation(text: str) -> bool:
    """Whether a short line speaks to its addressee: `Dear Sergo`, `Уважаемый товарищ Иванов`."""
    return len(text) < LONGEST_HALF and _SALUTATION.match(text) is not None


_SALUTATION = regex.compile(
    r"(?:(?:my\s)?(?:dear(?:est)?|esteemed|respected|beloved)|hello|(?:мо[йя]\s)?(?:мил|дорог|уважаем|многоуважаем|глубокоуважаем|"
    r"шановн|любим)\p{Ll}{1,4}|здравствуй(?:те)?)(?=[\s,])",
    regex.IGNORECASE,
)


def is_place(text: str) -> bool:
    """Whether a line is surely a place: a known town, or one with `г.`"""
    place = read_place(text.rstrip(" ,.")) if len(text) < LONGEST_HALF else None
    return place is not None and place[1] is None


def place_and_way(text: str) -> tuple[str, str] | None:
    """The known place and the kind or way of sending that are all of a line: `Baku. Cipher`, `Петроград. По прямому проводу`."""
    if len(text) >= LONGEST_HALF:
        return None
    place, stop, way = kinds.bare(text).rstrip(" .").partition(". ")
    if not stop or not is_place(place):
        return None
    if is_marking(way) or _SENT.fullmatch(way) is not None:
        return place, way
    title = _read_title(way)
    return (place, way) if title is not None and title.shape == "kind" else None


_SENT = regex.compile(
    r"(?:by|over)\s(?:the\s)?(?:direct\s(?:wire|line)|telegraph|telephone|radio|hughes)|in\s(?:cipher|code)|"
    r"по\s(?:прямому\sпроводу|телеграфу|телефону|радио)",
    regex.IGNORECASE,
)


def label_of(line: Line) -> tuple[LabelRole, str] | None:
    """What a line between title and date says by itself: a place, the way of a telegram (`Козлов – Москва`), a kind."""
    if is_place(line.text):
        return "place", line.text
    if (way := _WAY.fullmatch(line.text)) is not None:
        return "place", way["place"]
    label = kinds.label(line)
    if label is not None and label.role in kinds.WEAK_LABELS and label.offset < len(line.text):
        return label.role, line.text[label.offset :]
    title = title_of(line)
    return ("kind", line.text) if title is not None and title.shape == "kind" and title.kind is not None else None


_WAY = regex.compile(r"(?P<place>\p{Lu}[\p{L}-]{2,20})\s[–—-]\s\p{Lu}[\p{L}-]{2,20}\.?")
