"""Names side by side in a Russian title, told apart by their case: `А. Б. Фамилина В. Г. Другому`.

The case tells: genitive for the author, dative for the addressee. Where both fit a name, or neither, that is said and
nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import regex

from archcite.transcript import declension
from archcite.transcript.people import NameReading, is_body, is_office, name_shape, read_name
from archcite.transcript.words import BODY_LETTERS, RELATIONS, in_capitals

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
_LINK: Final = regex.compile(r"\s*+[,;]\s*+|\s++(?:и|та|і|й)\s++|\s++")
#: `и др.`: others, who are not named.
_OTHERS: Final = regex.compile(r"др(?:угих|угим|\.)?(?=\s|\Z)")
#: A short first word and a second, as Chinese and Korean names are written: `Мао Цзэдуна`.
_SYLLABLE: Final = regex.compile(r"\p{Lu}\p{Ll}{1,4}\s\p{Lu}\p{Ll}++(?:\s\p{Lu}\p{Ll}++)?(?!\.)")
_PREPOSITION: Final = regex.compile(r"(?:на|по|в|во|из|для|при|о|об|с|со|к|ко|от|у|за)\s")
#: `46-ти`, `83-х`: those who signed, by their number.
_SIGNATORIES: Final = regex.compile(r"\d{1,3}-?(?:ти|х|и)(?=\s|\Z)")


@dataclass(slots=True)
class RussianPeople:
    """Authors, recipients, and the names that could not be told apart."""

    authors: tuple[NameReading, ...] = ()
    recipients: tuple[NameReading, ...] = ()
    others: tuple[NameReading, ...] = ()
    unsure: str | None = None


def russian_people(text: str, *, acts: bool = False, sent: bool = False) -> RussianPeople | None:
    """Read names side by side, genitive before dative; None where the text holds more than names and bodies.

    `acts` says that the title is of a kind that a body makes: a body whose case cannot be seen is its author.
    `sent` says that the author stands elsewhere (`от …`): a name whose case cannot be seen received.
    """
    pieces = _pieces(text)
    if pieces is None:
        return None
    pieces, behind = _without_offices(pieces)
    fits = [cases_of(written) for written, _ in pieces]
    if not all(fits):
        return None
    ranks = [
        i
        for i in range(len(pieces))
        if _is_rank(pieces, fits, i) or _is_apposition(pieces, fits, i) or _is_office_of(pieces, fits, i)
    ]
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
            bare = name_shape(before) == "surname"
            out.unsure = (
                f"`{before}` may be a rank and no name"
                if bare
                else f"`{before}` and `{written}`: nothing stands between them"
            )
        before = written if name_shape(written) in {"surname", "initials"} else ""
        role = case or role
    out.unsure = out.unsure or _doubtful(pieces) or behind
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
        i + 1 < len(pieces)
        and written.islower()
        and " " not in written
        and not pieces[i + 1][1]
        and name_shape(pieces[i + 1][0]) == "initials"
        and bool(fits[i] & fits[i + 1])
        and declension.is_person(written)
    )


def _is_apposition(pieces: list[tuple[str, bool]], fits: list[set[str]], i: int) -> bool:
    """Whether a piece is the office of the person before it: `А. Б. Фамилина, секретаря ЦК, …`."""
    written = pieces[i][0]
    named = _NAMED.search(written) is not None
    return (
        i > 0
        and not named
        and is_office(written)
        and name_shape(pieces[i - 1][0]) == "initials"
        and bool(fits[i] & fits[i - 1])
    )


def _is_office_of(pieces: list[tuple[str, bool]], fits: list[set[str]], i: int) -> bool:
    """Whether a piece is the office of the bare surname after it: `министру иностранных дел Фамилину`."""
    if i + 1 >= len(pieces) or pieces[i + 1][1] or not is_office(pieces[i][0]):
        return False
    return name_shape(pieces[i + 1][0]) == "surname" and bool(fits[i] & fits[i + 1])


def _without_offices(pieces: list[tuple[str, bool]]) -> tuple[list[tuple[str, bool]], str | None]:
    """The pieces, with the surname alone of an office that one closes (`секретаря ЦК Фамилина`), and why that may be wrong."""
    out: list[tuple[str, bool]] = []
    doubt = None
    for written, linked in pieces:
        office, _, last = written.rpartition(" ")
        if office and is_office(written) and _NAMED.search(written) is None and not _OF_NAME.search(office):
            standing = declension.surname_standing(last, cases_of(office))
            stands_off = office[-1] in _LETTERS_END and last[:1].isupper() and last[1:].islower()
            if standing is not None or (stands_off and not is_body(last) and not declension.is_place(last)):
                doubt = doubt or f"`{last}` behind the office may be a name or belong to the office"
            if standing == "only" or (standing == "also" and stands_off):
                written = last
        out.append((written, linked))
    return out, doubt


_LETTERS_END: Final = frozenset("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ)")
"""Ends of the letters of a body: what stands behind `ОГПУ` or `ВКП(б)` is no part of its name."""

_OF_NAME: Final = regex.compile(r"\s(?:имени|им\.|памяти|[Вв]ойска)\Z")


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


def cases_of(written: str) -> set[str]:
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
    return m.end() if office & cases_of(m.group()) else None


_NAMED: Final = regex.compile(r"(?:(?:т|тов)\.\s?)?(?:\p{Lu}\.\s?){1,2}\s?\p{Lu}\p{L}++|\b(?:т|тов)\.\s?\p{Lu}\p{Ll}++")


LONGEST_LETTERS: Final = 5
"""Capitals of the longest name of a body by its letters."""


_DATIVE_AFTER: Final = frozenset({"по", "согласно"})
"""Prepositions inside a body or office that ask for a dative."""


def _is_head(words: list[str]) -> bool:
    """Whether words begin a body of its own, with an adjective in capitals before its noun: `Центрального Комитета`."""
    return (
        len(words) > 1
        and all(word[:1].isupper() and not word.isupper() for word in words[:2])
        and is_body(" ".join(words[:3]))
        and any(declension.phrase(words, case) is not None for case in ("genitive", "dative"))
    )


def _body(text: str, at: int) -> tuple[str | None, int]:
    """A body from `at` to the next person with initials, or to the end."""
    stop = len(text)
    if (person := _NAMED.search(text, at + 1)) is not None:
        stop = person.start()
    opening = text[at:].split(" ", 1)[0]
    if opening in RELATIONS:
        return None, at  # who is meant is not the one who is named
    office = is_office(text[at:])
    ranked = office or (opening.islower() and declension.may_be_person(opening))
    if ranked and stop < len(text) and (end := _office_end(text, at, stop)):
        return text[at if office else stop : end].rstrip(), end
    words = text[at:stop].split(" ")
    governed = False
    for i, word in enumerate(words):
        if word in _DATIVE_AFTER:
            governed = True
            continue
        governed = governed and declension.only_dative(word) and not is_office(" ".join(words[i:]))
        if governed:
            continue  # `комиссара по иностранным делам`
        if word == "и" and i > 1 and words[0] in BODY_LETTERS and words[i + 1 : i + 2] and words[i + 1] in BODY_LETTERS:
            stop = at + len(" ".join(words[:i]))  # `СНК СССР и ЦК ВКП(б)`: both made it
            break
        if word == "и" and i and _is_head(words[:i]) and _is_head(words[i + 1 :]):
            stop = at + len(" ".join(words[:i]))  # `Совета Народных Комиссаров и Центрального Комитета`
            break
        # `ЦК РКП(б) всем губкомам`: the addressee begins where a dative follows what was none
        small = not word.isupper() or (len(word) > LONGEST_LETTERS and in_capitals(text))
        if i and word.isalpha() and small and declension.only_dative(word):
            members = words[i - 1] == "и" and words[i - 2].lower().startswith("член")  # `членам и кандидатам`
            before = words[i - 2 if members else i - 1].strip(",.")
            if not declension.only_dative(before) or _DATIVE_AFTER & set(words[:i]):
                stop = at + len(" ".join(words[:i]))
            break
    if _PREPOSITION.match(text, at):
        return None, at
    body = text[at:stop].rstrip(" ,;")
    if body.endswith(" и"):
        body = body[:-2].rstrip()
    return (body, at + len(body)) if is_body(body) or is_office(body) else (None, at)
