"""Titles that begin with a kind: what stands behind it, before the names are read in the language of the title."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import regex

from archcite.transcript.capitals import as_written, in_small_letters
from archcite.transcript.englishtitles import (
    english_title,
)
from archcite.transcript.pairtitles import DASH, dash_title
from archcite.transcript.russiantitles import russian_title
from archcite.transcript.titleparts import Found, people_of
from archcite.transcript.titlewords import (
    KindReading,
    has_verb,
    is_subject,
    number_last,
    read_kind,
)
from archcite.transcript.words import in_capitals


def kind_title(text: str, lang: str, *, dated: bool) -> Found | None:
    """`Letter from A to B`, `Письмо А Б`, `Протокол № 5 заседания Политбюро`."""
    kind = read_kind(text)
    if kind is None:
        return None
    found = _after_kind(kind, lang, dated=dated)
    if found is not None:
        found.kind, found.genre = kind.kind, kind.written
        found.own_number = kind.own_number or found.own_number
    return found


_OPENING_LINK: Final = regex.compile(r"[\s.,:]*(?:(?:of|from|by|от)\s(?:the\s)?)?", regex.IGNORECASE)


def _divided(rest: str, lang: str) -> Found | None:
    """`Письмо А. Б. Фамилина – В. Г. Другому`, `Telegram. A – B`: names on both sides of a dash behind a kind."""
    if DASH.search(rest) is None:
        return None
    found = dash_title(_OPENING_LINK.sub("", rest, count=1), "genitive|nominative" if lang == "ru" else "nominative")
    return None if found is None or not found.strong else replace(found, shape="kind people")


#: `Приказ РВС 10-й армии № 12 войскам армии`: the number of an order behind the body that gave it.
_NUMBER_INSIDE: Final = regex.compile(
    r"(?<=[\p{L}»)])\s(?:№|No\.)\s?(?P<number>\d{1,6}(?:[/-][\p{L}\d]{1,6})*)(?=\s\p{L})(?!\s(?:от|of|dated)\s)"
)
#: `Заявление` above `В Политбюро`, and `А. Б. Фамилина (из Города) …`.
_OPENING_PREPOSITION: Final = regex.compile(r"\A(?:Во?|От|Из|Ко?)\s(?=\p{L})")
_WHERE: Final = regex.compile(r"\s\((?P<where>(?:из|from)\s(?:г\.\s)?\p{Lu}[\p{L}-]++)\)")
#: `Записка А. Б. Фамилина «О положении» в Политбюро`: the subject between author and addressee.
_QUOTED_INSIDE: Final = regex.compile(
    r"\s[«“\"](?:Об?|О мерах|По|On|About|Concerning)\s[^«»“”\"]{3,200}[»”\"](?=\s\p{L})"
)


def _after_kind(kind: KindReading, lang: str, *, dated: bool) -> Found | None:
    rest = kind.rest
    if lang == "ru" and in_capitals(rest):
        small = in_small_letters(rest)
        found = None if small == rest else _after_kind(replace(kind, rest=small), lang, dated=dated)
        if small != rest:
            return None if found is None else as_written(found, rest, small)
    if not rest:
        firm = dated or kind.own_number is not None
        return Found("kind", strong=firm) if firm or (kind.alone and kind.kind is not None) else None
    rest = _OPENING_PREPOSITION.sub(lambda m: m.group().lower(), _WHERE.sub(r" \g<where>", rest))
    inside = None if kind.own_number else _NUMBER_INSIDE.search(rest)
    if inside is not None:
        rest = f"{rest[: inside.start()]} {rest[inside.end() :].lstrip()}"
    rest, subject = is_subject(rest, lang)
    if subject is None and (quoted := _QUOTED_INSIDE.search(rest)) is not None:
        rest, subject = rest[: quoted.start()] + rest[quoted.end() :], quoted.group().strip()
    rest, number = number_last(rest)
    if (subject and has_verb(subject)) or has_verb(rest):
        return None
    if not rest:
        return Found("kind subject", subject=subject, strong=False)
    found = _divided(rest, lang)
    if found is None:
        found = russian_title(kind, rest) if lang == "ru" else english_title(kind, rest, dated=dated)
    quoted_title = subject is not None and subject[0] in '«"“„'
    if (
        found is not None
        and subject
        and not quoted_title
        and lang == "en"
        and not found.recipients
        and found.unsure is None
    ):
        _, to, who = subject.rpartition(" to ")
        if to and people_of(who.removeprefix("the "), None):
            found.unsure = f"`to {who}` may name the addressee"
    if found is not None:
        found.subject, found.own_number = found.subject or subject, number or (inside and inside["number"])
    return found
