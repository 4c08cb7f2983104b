"""Who wrote and who received, where a Russian title puts the names side by side: `Письмо А. Б. Фамилина В. Г. …`.

The case tells: genitive for the author, dative for the addressee. Where both fit a name, or neither, that is
said and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import regex

from archcite.transcript import declension
from archcite.transcript.people import NameReading, is_body, is_office, name_shape, read_name
from archcite.transcript.titleparts import Found, conversation, people_of, questioning
from archcite.transcript.titlewords import ACTS, KindReading
from archcite.transcript.words import BODY_LETTERS

_NAME: Final = regex.compile(
    r"(?:(?:т|тов|гр|товарищ[ау])\.?\s)?"
    r"(?:(?:\p{Lu}\p{Ll}{0,2}\.[\s-]?){1,3}\s?\p{Lu}\p{L}++(?:-\p{Lu}\p{L}++)*+"
    r"|\p{Lu}\p{Ll}\p{L}*+(?:-\p{Lu}\p{L}++)*+\s\p{Lu}\.(?:\s?\p{Lu}\.)?"
    r"|\p{Lu}\p{Ll}\p{L}++(?:-\p{Lu}\p{L}++)*+)"
)
_BARE_NAME: Final = regex.compile(r"\p{Lu}\p{Ll}\p{L}++(?:-\p{Lu}\p{L}++)*+")
_CAPITAL: Final = regex.compile(r"\s?\p{Lu}\p{Ll}")
_LAST_INITIALS: Final = regex.compile(r"\s\p{Lu}(?:\.\s?\p{Lu})?\.?\Z")
_OPENING_INITIALS: Final = regex.compile(r"(?:\p{Lu}\p{Ll}?\.\s?){1,3}")
_LINK: Final = regex.compile(r"\s*+[,;]\s*+|\s++и\s++|\s++")
_TO_BODY: Final = regex.compile(r"(?:\A|\s)во?\s(?=\p{L})")
_IN_NAME_OF: Final = regex.compile(r"(?:\A|\s)на\sимя\s(?=\p{L})")
#: Where the addressee was: `В. Г. Другому в Сочи`.
_TO_PLACE: Final = regex.compile(r"(?<=\p{Ll})\sво?\s(?:г\.\s)?(?P<place>\p{Lu}[\p{L}-]++)\Z")
_FROM: Final = regex.compile(r"(?:\A|\s)от\s(?=\p{Lu}|т\.|тов)")
_PLACE: Final = regex.compile(r"\s*\bиз\s+(?:г\.\s*)?(?P<place>\p{Lu}[\p{L}-]++)")
_SESSION: Final = regex.compile(
    r"(?:(?:закрытого|экстренного|объединенного|совместного|очередного|утреннего|вечернего)\s+)?"
    r"(?:заседани[яй]|собрани[яй]|совещани[яй])(?:\s+|\Z)",
    regex.IGNORECASE,
)


#: The speech of one person that a shorthand record has: its author.
_SPEECH: Final = regex.compile(r"(?:выступлени|доклад|реч)\p{Ll}{1,2}\Z", regex.IGNORECASE)
_QUESTIONED: Final = regex.compile(r"\A(?:допросов|допроса|показаний)\s+(?:арестованного\s+|обвиняемого\s+)?")
_BETWEEN: Final = regex.compile(r"\Aмежду\s+")
_CONFRONTED: Final = regex.compile(r"\Aочной\s+ставки\s+между\s+")
_TOWARDS: Final = regex.compile(r"(?:\A|\s)ко?\s(?=\p{L})")
_FOR: Final = regex.compile(r"\sдля\s(?=\p{Ll}|ЦК)")
#: `и др.`: others, who are not named.
_OTHERS: Final = regex.compile(r"др(?:угих|угим|\.)(?=\s|\Z)")
#: A short first word and a second, as Chinese and Korean names are written: `Мао Цзэдуна`.
_SYLLABLE: Final = regex.compile(r"\p{Lu}\p{Ll}{1,4}\s\p{Lu}\p{Ll}++(?:\s\p{Lu}\p{Ll}++)?(?!\.)")
_PREPOSITION: Final = regex.compile(r"(?:на|по|в|во|из|для|при|о|об|с|со|к|ко|от|у|за)\s")
#: `46-ти`, `83-х`: those who signed, by their number.
_SIGNATORIES: Final = regex.compile(r"\d{1,3}-?(?:ти|х|и)(?=\s|\Z)")
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
    place = None
    doubt = None
    if (m := _PLACE.search(rest)) is not None:
        place = declension.place(m.group("place"))
        if place is None:
            place, doubt = m.group("place"), f"`из {m.group('place')}`: the nominative is not known"
        rest = (rest[: m.start()] + " " + rest[m.end() :]).strip()
    sent: tuple[NameReading, ...] = ()
    if (m := _FROM.search(rest)) is not None:
        people = people_of(rest[m.end() :], "genitive")
        if people is None:
            return None
        sent, rest = people, rest[: m.start()].strip()
    received: tuple[NameReading, ...] = ()
    after = RussianPeople()
    if (m := _FOR.search(rest)) is not None and (people := people_of(rest[m.end() :], "genitive")) is not None:
        received, rest = people, rest[: m.start()].strip()
    if (m := _IN_NAME_OF.search(rest)) is not None:
        people = people_of(rest[m.end() :], "genitive")
        if people is None:
            return None
        received, rest = received + people, rest[: m.start()].strip()
    if (m := _TO_PLACE.search(rest)) is not None and declension.is_place(m["place"]):
        rest = rest[: m.start()]
    for m in _TO_BODY.finditer(rest):
        if is_office(rest[: m.start()]) and _INITIALED_AFTER.search(rest, m.end()) is not None:
            continue  # the place of an office: `представителя СССР в Китае А. Б. Фамилина`
        into = _into_body(rest[m.end() :], sent=bool(sent) or m.start() > 0)
        if into is not None:
            received, after = received + into[0], into[1]
            rest = rest[: m.start()].strip()
            break
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
    acts = kind.kind in ACTS or kind.kind == "record" or bool(received)
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


@dataclass(slots=True)
class RussianPeople:
    """Authors, recipients, and the names that could not be told apart."""

    authors: tuple[NameReading, ...] = ()
    recipients: tuple[NameReading, ...] = ()
    others: tuple[NameReading, ...] = ()
    unsure: str | None = None


def _second_body(authors: tuple[NameReading, ...]) -> str | None:
    """Why the end of an author may be an addressee: `Исполкома Коминтерна ЦК …`, with letters that no case shows."""
    for author in authors:
        words = author.written.split()
        for i in range(2, len(words)):
            if words[i] in BODY_LETTERS and is_body(words[i - 1]) and words[i + 1 : i + 2] != ["и"]:
                return f"`{' '.join(words[i:])}` may be the addressee"
    return None


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
    elif " " in text and name_shape(last := text.rpartition(" ")[2]) == "surname" and _cases_of(last) == {"dative"}:
        head, tail = text.rpartition(" ")[0], last
    bodies = people_of(head.rstrip(" ,"), "accusative")
    if bodies is None or any(n.kind != "body" for n in bodies):
        return None
    after = russian_people(tail, sent=sent) if tail else RussianPeople()
    return None if after is None else (bodies, after)


def russian_people(text: str, *, acts: bool = False, sent: bool = False) -> RussianPeople | None:
    """Read names side by side, genitive before dative; None where the text holds more than names and bodies.

    `acts` says that the title is of a kind that a body makes: a body whose case cannot be seen is its author.
    `sent` says that the author stands elsewhere (`от …`): a name whose case cannot be seen received.
    """
    pieces = _pieces(text)
    if pieces is None:
        return None
    fits = [_cases_of(written) for written, _ in pieces]
    if not all(fits):
        return None
    ranks = [i for i in range(len(pieces) - 1) if _is_rank(pieces, fits, i)]
    pieces = [piece for i, piece in enumerate(pieces) if i not in ranks]
    fits = [cases for i, cases in enumerate(fits) if i not in ranks]
    out = RussianPeople()
    role, before = "", ""
    for i, (written, linked) in enumerate(pieces):
        case = _case(fits, pieces, i, role if linked else "")
        if not case and role == "genitive" and not linked:
            case = "dative"
            if written.split(" ", 1)[0].isupper() and name_shape(pieces[i - 1][0]) not in {"initials", "full"}:
                out.unsure = f"`{written}` may be the addressee, or belong to `{pieces[i - 1][0]}`"
        if not case and sent:
            case = "dative"
        if not case and acts and i == 0 and (is_body(written) or _SIGNATORIES.fullmatch(written)):
            case = "genitive"
        _put(out, written, case)
        if case and case == role and before and not linked and out.unsure is None:
            out.unsure = f"`{before}` may be a rank and no name"
        before = written if name_shape(written) == "surname" else ""
        role = case or role
    out.unsure = out.unsure or _doubtful(pieces)
    return out


def _case(fits: list[set[str]], pieces: list[tuple[str, bool]], i: int, role: str) -> str:
    """The case of piece `i`: the only one that fits, that of the list it goes on, or genitive before a dative."""
    if (
        i == 0
        and len(pieces) > 1
        and not pieces[1][1]
        and fits[0] == fits[1] == {"dative"}
        and pieces[0][0].endswith("е")
    ):
        return "genitive"  # `А. Б. Фамилье В. Г. Другому`: the first is not declined
    if len(fits[i]) == 1:
        return next(iter(fits[i]))
    if role in fits[i]:
        return role
    for j in range(i + 1, len(pieces)):
        if not pieces[j][1]:  # a new group begins: the one before it wrote, if this one received
            return "genitive" if fits[j] == {"dative"} else ""
        if len(fits[j]) == 1:
            return next(iter(fits[j]))
    return ""


def _is_rank(pieces: list[tuple[str, bool]], fits: list[set[str]], i: int) -> bool:
    """Whether a piece is a word for the person named after it: `крестьянина А. Б. Фамилина`."""
    written = pieces[i][0]
    return (
        written.islower()
        and " " not in written
        and not pieces[i + 1][1]
        and name_shape(pieces[i + 1][0]) == "initials"
        and bool(fits[i] & fits[i + 1])
        and declension.is_person(written)
    )


def _put(out: RussianPeople, written: str, case: str) -> None:
    if _OTHERS.fullmatch(written):
        out.unsure = out.unsure or f"`и {written}`: others, who are not named"
    elif _SIGNATORIES.fullmatch(written) and case:
        people = (NameReading(written, written, "body", None, "body"),)
        out.authors, out.recipients = (
            (out.authors + people, out.recipients) if case == "genitive" else (out.authors, out.recipients + people)
        )
    elif not case:
        out.others += (read_name(written, case="genitive|dative"),)
        out.unsure = f"author and addressee are not told apart: `{written}`"
    elif case == "genitive":
        name = read_name(written, case=case)
        if name.shape == "initials" and written.endswith("е") and name.name.endswith(written[-3:]):
            name = replace(name, unsure=None)  # no genitive ends so: the name is not declined
        elif _SYLLABLE.fullmatch(written) and written[-1] in "иы" and name.name != written:
            name = replace(name, unsure=f"`{written}` may be {name.name}, or {written} undeclined")
        out.authors += (name,)
        if out.recipients:
            out.unsure = "an author stands after an addressee"
    else:
        out.recipients += (read_name(written, case=case),)


def _cases_of(written: str) -> set[str]:
    """Which of genitive and dative a name or body may stand in."""
    if _OTHERS.fullmatch(written):
        return {"genitive", "dative"}
    if _SIGNATORIES.fullmatch(written):
        return {"genitive"} if written.endswith("х") else {"genitive", "dative"}
    fits: set[str] = set()
    for case in ("genitive", "dative"):
        reading = read_name(written, case=case)
        if reading.kind == "body":
            if reading.shape == "other" and not is_office(written):
                return set()
            fits |= _body_case(written, case)
        elif not (reading.unsure and ("has not the form" in reading.unsure or "not known" in reading.unsure)):
            fits.add(case)
    return fits or ({"genitive", "dative"} if name_shape(written) in {"initials", "body", "full"} else set())


def _body_case(written: str, case: str) -> set[str]:
    return {case} if declension.phrase(written.split(" "), case) is not None else set()


def _pieces(text: str) -> list[tuple[str, bool]] | None:
    """Names and bodies in order, and whether a comma or `и` links each with the one before it."""
    out: list[tuple[str, bool]] = []
    at, linked = 0, False
    while at < len(text):
        m = _NAME.match(text, at)
        if m is not None and _initials_of_next(text, m):
            m = _BARE_NAME.match(text, at)
        if linked and (others := _OTHERS.match(text, at)) is not None:
            out.append((others.group(), linked))
            at = others.end()
        elif (east := _eastern(text, at)) is not None:
            out.append((east, linked))
            at += len(east)
        elif (number := _SIGNATORIES.match(text, at)) is not None:
            out.append((number.group(), linked))
            at = number.end()
        elif (
            m is not None
            and not is_body(m.group())
            and not is_office(text[at:])
            and _is_name(m.group(), text[m.end() :])
        ):
            out.append((m.group().strip(), linked))
            at = m.end()
        else:
            body, end = _body(text, at)
            if body is None:
                return None
            out.append((body, linked))
            at = end
        if at < len(text):
            link = _LINK.match(text, at)
            if link is None:
                return None
            linked = link.group().strip() != ""
            at = link.end()
    return out


def _eastern(text: str, at: int) -> str | None:
    """A name of two or three words whose first is short, never declined and no surname (`Мао Цзэдуна`, `Ким Ир Сену`)."""
    m = _SYLLABLE.match(text, at)
    if (
        m is None
        or is_body(m.group())
        or is_office(m.group())
        or not declension.is_syllable(m.group().split(" ", 1)[0])
    ):
        return None
    return m.group()


def _initials_of_next(text: str, m: regex.Match[str]) -> bool:
    """Whether the initials behind a surname are followed by another: `Фамилина В. Г. Другому` (see `_doubtful`)."""
    after = _CAPITAL.match(text, m.end())
    return m.group().endswith(".") and after is not None and _LAST_INITIALS.search(text) is None


def _doubtful(pieces: list[tuple[str, bool]]) -> str | None:
    """A bare surname right before initials: they are read with the name after them, and that is said."""
    for (before, _), (written, linked) in pairwise(pieces):
        if not linked and name_shape(before) == "surname" and (m := _OPENING_INITIALS.match(written)) is not None:
            return f"`{m.group().strip()}` may belong to `{before}`"
    return None


def _is_name(written: str, after: str) -> bool:
    """A bare word is a name here only if it can be declined, and is not the adjective of a body after it."""
    if name_shape(written) != "surname":
        return True
    if declension.is_adjective(written) and is_body(after):
        return False
    return declension.is_fixed(written) or any(
        read_name(written, case=c).name != written for c in ("genitive", "dative")
    )


def _office_end(text: str, at: int, stop: int) -> int | None:
    """The end of the person whose office stands before the name, in the same case (`наркома А. Б. Фамилина`)."""
    m = _NAME.match(text, stop)
    if m is None or "," in text[at:stop]:
        return None
    office = declension.cases_of(text[at:].split(" ", 1)[0])
    return m.end() if office & _cases_of(m.group()) else None


def _body(text: str, at: int) -> tuple[str | None, int]:
    """A body from `at` to the next person with initials, or to the end."""
    stop = len(text)
    for m in regex.finditer(r"(?:(?:т|тов)\.\s?)?(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}\p{L}++", text[at + 1 :]):
        stop = at + 1 + m.start()
        break
    if is_office(text[at:]) and stop < len(text) and (end := _office_end(text, at, stop)):
        return text[at:end].rstrip(), end
    words = text[at:stop].split(" ")
    for i, word in enumerate(words):
        if word == "и" and i > 1 and words[0] in BODY_LETTERS and words[i + 1 : i + 2] and words[i + 1] in BODY_LETTERS:
            stop = at + len(" ".join(words[:i]))  # `СНК СССР и ЦК ВКП(б)`: both made it
            break
        # `ЦК РКП(б) всем губкомам`: the addressee begins where a dative follows what was none
        if i and word.isalpha() and not word.isupper() and declension.only_dative(word):
            if not declension.only_dative(words[i - 1].strip(",.")):
                stop = at + len(" ".join(words[:i]))
            break
    if _PREPOSITION.match(text, at):
        return None, at
    body = text[at:stop].rstrip(" ,;")
    if body.endswith(" и"):
        body = body[:-2].rstrip()
    return (body, at + len(body)) if is_body(body) or is_office(body) else (None, at)
