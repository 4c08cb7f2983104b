"""Russian titles that begin with a kind: `Письмо А. Б. Фамилина В. Г. Другому`, `Записка … в ЦК`, `Протокол заседания …`."""

from __future__ import annotations

from typing import Final

import regex

from archcite.transcript import declension
from archcite.transcript.conversations import conversation, questioning
from archcite.transcript.people import NameReading, is_body, is_office, name_shape
from archcite.transcript.russianpeople import RussianPeople, cases_of, russian_people
from archcite.transcript.titleparts import Found, people_of
from archcite.transcript.titlewords import ACTS, KindReading
from archcite.transcript.words import BODY_LETTERS

_TO_BODY: Final = regex.compile(r"(?:\A|\s)во?\s(?!члены\s)(?=\p{L})")
_AND_TO_BODY: Final = regex.compile(r"\sи\sво?\s(?=\p{L})")
_FIRST_WORD: Final = regex.compile(r"\p{L}[\p{L}-]*+")
#: Kinds that are directed against somebody: `Жалоба А. Б. Фамилина в ЦКК на Сибирское бюро`.
_AGAINST: Final = ("жалоб", "протест", "скарг")
_UPON: Final = regex.compile(r"\sна\s(?!имя\s)")
_IN_NAME_OF: Final = regex.compile(r"(?:\A|\s)на\sимя\s(?=\p{L})")
#: Where the addressee was: `В. Г. Другому в Сочи`.
_TO_PLACE: Final = regex.compile(
    r"(?<=\p{Ll})\sво?\s(?:г\.\s)?(?P<place>\p{Lu}[\p{L}-]++)(?=\Z|\s(?:\p{Lu}\p{Ll}?\.\s?){1,3}\p{Lu}\p{Ll})"
)
_UNTO: Final = regex.compile(r"(?:\A|\s)до\s(?=\p{Lu}|т\.|тов)")
_FROM: Final = regex.compile(r"(?:\A|\s)(?:от|від)\s(?:имени\s)?(?=\p{L})")
_PLACE: Final = regex.compile(r"\s*\bиз\s+(?:г\.\s*)?(?P<place>\p{Lu}[\p{L}-]++)")
_SESSION: Final = regex.compile(
    r"(?:(?:закрытого|экстренного|объединенного|совместного|очередного|утреннего|вечернего)\s+)?"
    r"(?:заседани[яй]|собрани[яй]|совещани[яй]|засідан(?:ня|ь)|наради)(?:\s+|\Z)",
    regex.IGNORECASE,
)


#: The speech of one person that a shorthand record has: its author.
_SPEECH: Final = regex.compile(r"(?:выступлени|доклад|реч)\p{Ll}{1,2}\Z", regex.IGNORECASE)
_QUESTIONED: Final = regex.compile(r"\A(?:допросов|допроса|показаний)\s+(?:арестованного\s+|обвиняемого\s+)?")
_BETWEEN: Final = regex.compile(r"\Aмежду\s+")
_CONFRONTED: Final = regex.compile(r"\Aочной\s+ставки\s+между\s+")
_TOWARDS: Final = regex.compile(r"(?:\A|\s)ко?\s(?=\p{L})")
_FOR: Final = regex.compile(r",?\sдля\s(?=\p{L})")
_INITIALED_AFTER: Final = regex.compile(
    r"(?<=\S)\s+(?=(?:(?:т|тов)\.\s?)?(?:\p{Lu}\p{Ll}?\.[\s-]?){1,3}\s?\p{Lu}\p{Ll})|(?<=\S)\s+(?=(?:т|тов)\.\s?\p{Lu}\p{Ll})"
)


def russian_title(kind: KindReading, rest: str) -> Found | None:
    """Names in the genitive wrote, names in the dative received; a body after `в` received."""
    asked = questioning(rest, _QUESTIONED, "genitive") or questioning(rest, _CONFRONTED, "instrumental")
    asked = asked or questioning(rest, _BETWEEN, "instrumental")
    if asked is not None:
        return asked
    if kind.kind == "record" and not _is_session(rest) and _SPEECH.search(kind.written) is None:
        return conversation(rest, "с", "genitive")
    if kind.written.lower().startswith(_AGAINST):
        rest = _UPON.split(rest, maxsplit=1)[0]
    place = None
    doubt = None
    if (m := _PLACE.search(rest)) is not None:
        place = declension.place(m.group("place"))
        if place is None:
            place, doubt = m.group("place"), f"`из {m.group('place')}`: the nominative is not known"
        rest = f"{rest[: m.start()]} {rest[m.end() :].lstrip()}".strip()
    sent: tuple[NameReading, ...] = ()
    if (m := _FROM.search(rest)) is not None:
        people = people_of(rest[m.end() :], "genitive")
        if people is None:
            return None
        sent, rest = people, rest[: m.start()].strip(" ,")
    received: tuple[NameReading, ...] = ()
    after = RussianPeople()
    if (m := _FOR.search(rest)) is not None and (people := people_of(rest[m.end() :], "genitive")) is not None:
        received, rest = people, rest[: m.start()].strip()
    if (m := _IN_NAME_OF.search(rest)) is not None:
        people = people_of(rest[m.end() :], "genitive")
        if people is None:
            return None
        received, rest = received + people, rest[: m.start()].strip()
    if (
        (m := _TO_PLACE.search(rest)) is not None
        and declension.is_place(m["place"])
        and not declension.is_place(rest[: m.start()].rpartition(" ")[2])  # `посольству Германии в СССР`
    ):
        rest = rest[: m.start()] + rest[m.end() :]
    for m in _TO_BODY.finditer(rest):
        if is_office(rest[: m.start()]) and _INITIALED_AFTER.search(rest, m.end()) is not None:
            continue  # the place of an office: `представителя СССР в Китае А. Б. Фамилина`
        if declension.is_place(_FIRST_WORD.match(rest, m.end()).group()):  # type: ignore[union-attr]
            continue  # `полпредства СССР в Японии`
        into = _into_body(rest[m.end() :], sent=bool(sent) or m.start() > 0)
        if into is not None:
            received, after = received + into[0], into[1]
            rest = rest[: m.start()].strip(" ,").removesuffix(" и")
            break
    if (m := _UNTO.search(rest)) is not None and (people := people_of(rest[m.end() :], "genitive")) is not None:
        received, rest = received + people, rest[: m.start()].strip()
    if (m := _TOWARDS.search(rest)) is not None:
        people = people_of(rest[m.end() :], "dative")
        if people is None:
            return None
        received, rest = received + people, rest[: m.start()].strip()
    rest = _SESSION.sub("", rest, count=1)
    if not rest:
        alone = Found("kind people", sent + after.authors, received + after.recipients, after.others, place=place)
        alone.unsure = after.unsure or doubt
        return alone if received or sent or place else None
    acts = kind.kind in ACTS or kind.kind == "record" or bool(received) or _is_summary_of(kind, rest)
    read = russian_people(rest, acts=acts, sent=bool(sent))
    if read is None:
        return None
    authors, recipients = read.authors + sent + after.authors, read.recipients + received + after.recipients
    found = Found("kind people", authors, recipients, read.others + after.others, place=place)
    found.unsure = read.unsure or after.unsure or doubt
    bodies = all(n.kind == "body" for n in found.authors) and bool(found.authors)
    if bodies and not found.recipients:
        found.shape = "kind body"
        found.unsure = found.unsure or _second_body(found.authors)
    return found


def _is_summary_of(kind: KindReading, rest: str) -> bool:
    """Whether a kind that nobody is addressed with stands before a body in letters: `Сводка СПО ОГПУ`."""
    return _SUMMARY.search(kind.written) is not None and all(word.isupper() for word in rest.split())


_SUMMARY: Final = regex.compile(r"\b(?:спец)?сводк|\bзведен", regex.IGNORECASE)


def _second_body(authors: tuple[NameReading, ...]) -> str | None:
    """Why the end of an author may be an addressee: `Исполкома Коминтерна ЦК …`, with letters that no case shows."""
    for author in authors:
        words = author.written.split()
        for i in range(2, len(words)):
            part = _PART.fullmatch(words[i - 1]) is not None  # `Секретного отдела ОГПУ` is one body
            if words[i] in BODY_LETTERS and not part and is_body(words[i - 1]) and words[i + 1 : i + 2] != ["и"]:
                return f"`{' '.join(words[i:])}` may be the addressee"
    return None


_PART: Final = regex.compile(
    r"(?:под|полит|штаб)?(?:отдел|отделени|управлени|сектор|коллеги|бюро|секретариат|президиум|пленум|съезд|конференци|аппарат|представительств|част)\p{Ll}{0,2}",
    regex.IGNORECASE,
)


def _is_session(rest: str) -> bool:
    """Whether a record is that of a body (`заседания …`, `пленума ЦК и ЦКК …`) and not of people who talk."""
    if _SESSION.match(rest):
        return True
    return is_body(rest) and not is_office(rest) and " с " not in rest and _INITIALED_AFTER.search(rest) is None


def _into_body(text: str, *, sent: bool) -> tuple[tuple[NameReading, ...], RussianPeople] | None:
    """The bodies after `в`, and the people after them: `в ЦК ВКП(б) И. В. Сталину` went to both.

    `sent` says that the author stands elsewhere.
    """
    head, tail = text, ""
    if (m := _INITIALED_AFTER.search(text)) is not None:
        head, tail = text[: m.start()], text[m.end() :]
    elif " " in text and name_shape(last := text.rpartition(" ")[2]) == "surname" and cases_of(last) == {"dative"}:
        head, tail = text.rpartition(" ")[0], last
    bodies = people_of(_AND_TO_BODY.sub("; ", head.rstrip(" ,")), "accusative")
    if bodies is None or any(n.kind != "body" for n in bodies):
        return None
    after = russian_people(tail, sent=sent) if tail else RussianPeople()
    return None if after is None else (bodies, after)
