"""What closes a title: a date and the place before it, a town, those who got a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.linedates import date_at_end
from archcite.transcript.people import name_shape
from archcite.transcript.titleparts import people_of
from archcite.transcript.words import fold, places

if TYPE_CHECKING:
    from archcite.transcript.dates import DateReading
    from archcite.transcript.people import NameReading

_COPY: Final = regex.compile(
    r"(?:[;,.]|(?<=\p{L}\)?)\s)\s*(?P<open>\()?(?:copy|copies|(?-i:cc)|копия|копии|копию)(?:\s?[:–—-]\s?|\s(?:to\s)?)(?P<who>[^()]{3,200}?)"
    r"(?(open)\))\.?\Z",
    regex.IGNORECASE,
)
_INITIAL_AT_END: Final = regex.compile(r"(?<=[\s.])\p{Lu}\Z")
_UNDATED: Final = regex.compile(
    r"[.,]?\s[\[(]?(?:б\.\s?д\.?|без даты|n\.\s?d\.?|undated|no date)[\])]?\.?\Z", regex.IGNORECASE
)
_PLACE_BEFORE_DATE: Final = regex.compile(
    r"(?:(?<=[\p{Ll})]{2})\.|,)\s*(?:г\.\s*)?(?P<place>\p{Lu}[\p{L}-]++(?:\s\p{Lu}[\p{L}-]++)?)\s*,?\s*\Z"
)
# `П 45/12`: protocol and point, no day and month
_POINT_OF_PROTOCOL: Final = regex.compile(r"(?<=\s)П\s?\d{1,3}/\d{1,4}\Z")
# `…, 24 May 1931, Sorrento`
_PLACE_LAST: Final = regex.compile(
    r"(?<=\d\]?|г\.\]?|года)(?:,|(?<=г\.)|\.)\s(?:г\.\s?)?(?P<place>\p{Lu}[\p{L}-]++(?:\s\p{Lu}[\p{L}-]++)?)\.?\Z"
)
#: What makes a date at the end that of the subject: `за время с 1 мая по 1 июня 1930 г.`, `as of May 1, 1930`.
_OF_SUBJECT: Final = regex.compile(
    r"\b(?:за (?:время|период)(?:\sс)?|по состоянию на|в (?:период|течение)(?:\sс)?|for the period(?:\s(?:from|of))?|as of|as at|during)\s+\Z",
    regex.IGNORECASE,
)
#: `… for 9 April 1957` of a diary, `… к 20 часам 7 октября 1941 г.` of a summary.
_HOUR_OF: Final = regex.compile(
    r"\s(?:for|(?:к|на)\s\d{1,2}(?:[:.-]\d\d)?\s?(?:час\p{Ll}{0,2}|ч\.?)(?:\s\d{1,2}\s?мин\p{Ll}*+\.?)?)\s\Z"
)
_DATE_LINK: Final = regex.compile(r"[\s,.(]*+(?:\b(?:от|dated|of|on|за)\s*+)?\Z", regex.IGNORECASE)


def cut_date(text: str) -> tuple[str, DateReading | None, str | None]:
    """The text before a date at its end, the date, and a place that stands before it."""
    date = date_at_end(text) if _POINT_OF_PROTOCOL.search(text) is None else None
    if (
        date is None
        and (m := _PLACE_LAST.search(text)) is not None
        and (date := date_at_end(text[: m.start()])) is not None
    ):
        before, _, _ = cut_date(text[: m.start()])
        return before, date, m["place"]
    if date is None or date.start == 0:
        return stop_gone(_UNDATED.sub("", text)), None, None
    before = text[: date.start]
    if _OF_SUBJECT.search(before) is not None:
        return text, None, None  # see `subject_dated`
    place = None
    if (m := _PLACE_BEFORE_DATE.search(before)) is not None and m.start() > 0:
        sentence = before[m.start()] == "." and name_shape(m.group("place")) in {"surname", "full"}
        if sentence or fold(m.group("place")) in places():
            place, before = m.group("place"), before[: m.start()]
    if "day" in date.parts:
        before = _HOUR_OF.sub("", before)
    link = _DATE_LINK.search(before)
    if link is not None:
        initial = before[link.start() : link.start() + 1] == "." and _INITIAL_AT_END.search(before, 0, link.start())
        before = before[: link.start() + bool(initial)]
    return stop_gone(before.rstrip(" ([,")), date, place


def cut_place(text: str) -> tuple[str, str | None]:
    """The text before a large town after the last comma (`A and B, Moscow`); in a list of towns none is cut."""
    before, comma, last = text.rpartition(", ")
    if not comma or fold(last) not in places() or fold(before.rpartition(" ")[2]) in places():
        return text, None
    return before, last


def cut_copy(text: str, lang: str) -> tuple[str, tuple[NameReading, ...]]:
    """The text before those who got a copy (`; copy to C`, `. Копия В. Г. Третьему`), and their names."""
    m = _COPY.search(text)
    if m is None or not m.start():
        return text, ()
    who = m["who"].strip()
    into = lang == "ru" and who.startswith("в ")
    people = people_of(who[2:] if into else who, "accusative" if into else "dative" if lang == "ru" else None)
    if not people:
        return text, ()
    return stop_gone(text[: m.start()]), people


def stop_gone(text: str) -> str:
    """A text without its full stop; that of an initial stays."""
    text = text.strip()
    return text[:-1].rstrip() if text.endswith(".") and not regex.search(r"\b\p{Lu}\.\Z", text) else text


def copied(copies: tuple[NameReading, ...]) -> str:
    """The doubt that a copy is: who got one may be an addressee as well."""
    return f"a copy went to {', '.join(n.name for n in copies)}, who is left out of the addressees"


def subject_dated(text: str) -> bool:
    """Whether the date at the end of a title is that of what it is about: `за время с 1 по 15 мая 1930 г.`"""
    date = date_at_end(text)
    return date is not None and _OF_SUBJECT.search(text[: date.start]) is not None
