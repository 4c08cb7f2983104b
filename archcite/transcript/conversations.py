"""Titles of talks: the people of a conversation or an interrogation, and the diary in which one is told."""

from __future__ import annotations

from typing import Final

import regex

from archcite.transcript.titleparts import Found, people_of
from archcite.transcript.titlewords import is_subject, read_kind

#: How people talked who were not in one room: `по прямому проводу`, `by direct wire`.
_WIRE: Final = regex.compile(
    r"\A(?:по\s(?:прямому\sпроводу|телефону|телеграфу|аппарату(?:\s\p{Lu}\p{Ll}++)?)"
    r"|(?:by|over|via|on)\s(?:the\s)?(?:direct\s(?:wire|line)|telephone|phone|telegraph|Hughes(?:\sapparatus)?))(?:\s|\Z)",
    regex.IGNORECASE,
)
_BETWEEN: Final = regex.compile(r"\A(?:between|of|by)\s+", regex.IGNORECASE)
#: `Из дневника А. Б. Фамилина. Запись беседы …`, `From the diary of A. B. Surname: Record of a conversation …`
_DIARY: Final = regex.compile(
    r"(?:(?:Выписка|Запись|Извлечение)\s)?(?:Из|из)\s(?:служебного\s|рабочего\s)?дневника\s(?P<ru>[^:«»]{5,150}?)[.:,;]\s+(?=Запис|Бесед)"
    r"|(?:(?:An?\s)?(?:Extract|Excerpt|Entry)s?\sfrom\s(?:the\s)?|From\s(?:the\s)?)?(?:official\s)?(?i:diary|journal)(?:\sentry)?\s(?:of|by)\s(?P<en>[^:]{5,150}?)[.:,;]\s+"
    r"(?=(?:A\s|The\s)?(?:Record|Memorandum|Minutes|Notes|Conversation|Summary|Transcript))"
)


def questioning(rest: str, opening: regex.Pattern[str], case: str | None) -> Found | None:
    """The person whom the record of an interrogation questions: neither its author nor its addressee."""
    m = opening.match(rest)
    people = people_of(rest[m.end() :], case) if m is not None else None
    if people is None or any(n.kind != "person" for n in people):
        return None
    return Found("kind people", others=people)


def conversation(rest: str, link: str, case: str | None) -> Found | None:
    """The people of a record of conversation; none of them is its author."""
    rest = _WIRE.sub("", rest)
    text = _BETWEEN.sub("", rest) if case is None else rest
    pieces = regex.split(rf"\s+(?:{link}|and)\s+" if case is None else rf"\s+{link}о?\s+", text, maxsplit=1)
    cases = (case, "instrumental" if case else None)
    found = Found("kind people")
    for piece, wanted in zip(pieces, cases, strict=False):
        people = people_of(piece.removeprefix("the "), wanted)
        if people is None:
            return None
        found.others += people
    return found


def diary_may_begin(text: str) -> bool:
    """Whether the diary that a record of conversation stands in opens a text."""
    return _DIARY.match(text) is not None


def diary_title(text: str) -> Found | None:
    """A record of conversation out of a diary: who kept the diary is its author, the one he spoke with is named behind it."""
    m = _DIARY.match(text)
    kind = None if m is None else read_kind(text[m.end() :])
    if m is None or kind is None or kind.kind != "record":
        return None
    russian = m["ru"] is not None
    keepers = people_of((m["ru"] or m["en"]).removeprefix("the "), "genitive" if russian else None)
    if keepers is None:
        return None
    rest, subject = is_subject(kind.rest, "ru" if russian else "en")
    with_whom = regex.sub(r"\A(?:со?|with)\s(?:the\s)?", "", _WIRE.sub("", rest))
    partners = people_of(with_whom, "instrumental" if russian else None) if with_whom != rest else ()
    if partners is None or (rest and not partners):
        return None
    found = Found("kind people", authors=keepers, others=partners)
    found.kind, found.genre, found.subject = kind.kind, kind.written, subject
    return found
