"""Titles of documents: `A – B`, `A to B`, `Письмо В. И. Ленину 27 декабря 1917 года`, `Протокол № 5 заседания …`.

A strict judge: segmentation asks it of every short line, so a line is a title only if all of it is accounted
for. What is left over makes it an ordinary line; what can be read in two ways is read as far as it goes and says
so in `unsure`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import regex

from archcite.transcript import declension
from archcite.transcript.dates import DateReading, date_at_end
from archcite.transcript.people import NameReading, is_body, name_shape, read_name, read_people, split_people
from archcite.transcript.russiantitles import russian_people
from archcite.transcript.titlewords import (
    ACTS,
    KindReading,
    cyrillic,
    has_verb,
    is_subject,
    read_kind,
    trailing_kind,
)
from archcite.transcript.words import fold, places

if TYPE_CHECKING:
    from archcite.model import Kind

LONGEST: Final = 600
TitleShape = Literal["a - b", "a to b", "kind", "kind people", "kind body", "kind subject"]


@dataclass(slots=True, frozen=True)
class TitleReading:
    """What a title says. `written` is the line without space around it.

    `number` is the document's (`No. 5` before the title), `own_number` that of the kind (`Протокол № 5`).
    `others` are people who are neither author nor addressee for certain: those of a conversation, or names that
    are not told apart (then `unsure` says so). `subject` is the rest (`о положении на фронте`). `strong` is false
    for shapes that an ordinary line may have too: a bare kind, bare surnames on both sides of a dash.
    """

    written: str
    kind: Kind | None
    authors: tuple[NameReading, ...]
    recipients: tuple[NameReading, ...]
    date: DateReading | None
    place: str | None
    number: str | None
    lang: Literal["ru", "en"]
    unsure: str | None
    shape: TitleShape
    strong: bool = True
    own_number: str | None = None
    others: tuple[NameReading, ...] = ()
    subject: str | None = None


@dataclass(slots=True)
class _Found:
    """The parts of a title while it is read."""

    shape: TitleShape
    authors: tuple[NameReading, ...] = ()
    recipients: tuple[NameReading, ...] = ()
    others: tuple[NameReading, ...] = ()
    kind: Kind | None = None
    own_number: str | None = None
    subject: str | None = None
    place: str | None = None
    unsure: str | None = None
    strong: bool = True


_NUMBER: Final = regex.compile(
    r"(?:(?:Document|Документ|Doc\.|Док\.)\s*)?(?:№|No\.?|Nr\.?|N°|N)\s*(?P<number>\d{1,4}\p{Ll}?)\s*[.:)]?\s+"
)
_DASH: Final = regex.compile(r"\s[-–—]{1,2}\s|(?<=[\p{L}.)])[–—](?=\p{Lu})")
_TO: Final = regex.compile(r"\sto\s")
_PLACE_BEFORE_DATE: Final = regex.compile(
    r"(?:(?<=[\p{Ll})]{2})\.|,)\s*(?:г\.\s*)?(?P<place>\p{Lu}[\p{L}-]++(?:\s\p{Lu}[\p{L}-]++)?)\s*,?\s*\Z"
)
_DATE_LINK: Final = regex.compile(r"[\s,.(]*+(?:\b(?:от|dated|of|on|за)\s*+)?\Z")
_NAVIGATION: Final = regex.compile(r"[|]|https?:|www\.|\.{4}|\s>\s|»\s»")


def read_title(line: str) -> TitleReading | None:
    """Read a line that is a document's title; None for any other line.

    Navigation, salutations, signatures, address lines and sentences are no titles. A final stop is allowed.
    """
    written = " ".join(line.split())
    if not 5 <= len(written) <= LONGEST or written[-1] in "?!:;," or _NAVIGATION.search(written):
        return None
    first = written.lstrip("«\"“*#([ ")[:1]
    if not (first.isupper() or first == "№"):
        return None
    text, number = written, None
    if (m := _NUMBER.match(text)) is not None:
        text, number = text[m.end() :], m.group("number")
    lang: Literal["ru", "en"] = "ru" if cyrillic(text) else "en"
    text, kind_after = trailing_kind(text)
    text, date, place = _cut_date(text)
    text, kind_before = trailing_kind(text) if kind_after is None else (text, None)
    if read_kind(text) is not None:
        found = _kind_title(text, lang, dated=date is not None)
    else:
        found = _dash_title(text) or _to_title(text) or _possessive(text)
    if found is None:
        return None
    return TitleReading(
        written=written,
        kind=found.kind or kind_after or kind_before,
        authors=found.authors,
        recipients=found.recipients,
        date=date,
        place=place or found.place,
        number=number,
        lang=lang,
        unsure=found.unsure or _doubts(found),
        shape=found.shape,
        strong=found.strong,
        own_number=found.own_number,
        others=found.others,
        subject=found.subject,
    )


def _doubts(found: _Found) -> str | None:
    """The doubts of the names, so that a caller sees them in one place."""
    doubts = [n.unsure for n in (*found.authors, *found.recipients, *found.others) if n.unsure]
    return "; ".join(dict.fromkeys(doubts)) or None


def _cut_date(text: str) -> tuple[str, DateReading | None, str | None]:
    """The text before a date at its end, the date, and a place that stands before it."""
    date = date_at_end(text)
    if date is None or date.start == 0:
        return _stop_gone(text), None, None
    before = text[: date.start]
    place = None
    if (m := _PLACE_BEFORE_DATE.search(before)) is not None and m.start() > 0:
        sentence = before[m.start()] == "." and name_shape(m.group("place")) in {"surname", "full"}
        if sentence or fold(m.group("place")) in places():
            place, before = m.group("place"), before[: m.start()]
    link = _DATE_LINK.search(before)
    before = before[: link.start()] if link else before
    return _stop_gone(before.rstrip(" ([,")), date, place


def _stop_gone(text: str) -> str:
    text = text.strip()
    return text[:-1].rstrip() if text.endswith(".") and not regex.search(r"\b\p{Lu}\.\Z", text) else text


# --- A - B and A to B ---------------------------------------------------------------------------------------


def _people(text: str, case: str | None) -> tuple[NameReading, ...] | None:
    """A list of nothing but names and bodies, or None."""
    if not text.strip() or len(text) > LONGEST or any(c.isdigit() for c in text):
        return None
    text = text.strip()
    if not text[0].isupper() and not is_body(text) and not regex.match(r"(?:т|тов|гр)\.", text):
        return None
    names = read_people(text, case=case)
    if not names or any(n.shape == "other" and n.unsure != "others, who are not named" for n in names):
        return None
    return names


def _dash_title(text: str) -> _Found | None:
    """`A - B`: names on both sides and nothing else."""
    for m in _DASH.finditer(text):
        left, right = text[: m.start()], text[m.end() :]
        authors = _people(left, "nominative")
        recipients = _people(right, "nominative|dative") if authors else None
        if not authors or not recipients:
            continue
        return _judge_pair("a - b", authors, recipients)
    return None


def _judge_pair(
    shape: TitleShape, authors: tuple[NameReading, ...], recipients: tuple[NameReading, ...]
) -> _Found | None:
    """A pair is strong with initials or honorifics on one side at least; two bare words may be anything."""
    firm = [any(n.shape in {"initials"} or n.honorific for n in side) for side in (authors, recipients)]
    weak = [all(n.shape in {"surname", "full"} for n in side) for side in (authors, recipients)]
    if not any(firm):
        if any(fold(n.written) in places() for n in (*authors, *recipients)):
            return None
        if not any(weak) or not any(n.kind == "person" for n in (*authors, *recipients)):
            return None
        if any(n.shape == "full" and len(n.name.split()) > 3 for n in (*authors, *recipients)):
            return None
        dative = any(n.kind == "person" and n.name != n.written for n in recipients)
        return _Found(shape, authors, recipients, strong=dative)
    return _Found(shape, authors, recipients)


def _to_title(text: str) -> _Found | None:
    """`A to B`, `From A to B`; `to A from B` is a page title."""
    if cyrillic(text):
        return None
    body = text[5:] if text.startswith("From ") else text
    if body.startswith(("To ", "to ")):
        return None
    for m in _TO.finditer(body):
        left, right = body[: m.start()], body[m.end() :].removeprefix("the ").strip()
        authors = _people(left, None)
        recipients = _people(right, None) if authors else None
        if authors and recipients:
            found = _judge_pair("a to b", authors, recipients)
            if found is not None and (found.strong or _bare_pair(authors, recipients)):
                return found
    return None


def _bare_pair(authors: tuple[NameReading, ...], recipients: tuple[NameReading, ...]) -> bool:
    return all(n.shape == "surname" for n in (*authors, *recipients))


# --- titles that begin with a kind --------------------------------------------------------------------------


def _kind_title(text: str, lang: str, *, dated: bool) -> _Found | None:
    """`Letter from A to B`, `Письмо А Б`, `Протокол № 5 заседания Политбюро`."""
    kind = read_kind(text)
    if kind is None:
        return None
    found = _after_kind(kind, lang, dated=dated)
    if found is not None:
        found.kind = kind.kind
        found.own_number = kind.own_number
    return found


def _after_kind(kind: KindReading, lang: str, *, dated: bool) -> _Found | None:
    rest = kind.rest
    if not rest:
        firm = dated or kind.own_number is not None
        return _Found("kind", strong=firm) if kind.alone or firm else None
    rest, subject = is_subject(rest, lang)
    if (subject and has_verb(subject)) or has_verb(rest):
        return None
    if not rest:
        return _Found("kind subject", subject=subject, strong=False)
    found = _russian(kind, rest) if lang == "ru" else _english(kind, rest)
    if found is not None:
        found.subject = found.subject or subject
    return found


_ENGLISH_SESSION: Final = regex.compile(
    r"\A(?:(?:closed|joint|extraordinary|regular)\s)?(?:meeting|session|sitting)s?\sof\s(?:the\s)?"
)
_ENGLISH_PART: Final = regex.compile(r"\b(?P<word>from|by|of|to)\s+(?=(?:the\s+|all\s+)?[\p{L}])")


def _english(kind: KindReading, rest: str) -> _Found | None:
    """`from A to B`, `of A to B`, `to B from A`, `to B`, `of the Central Committee`."""
    found = _Found("kind people")
    if kind.kind == "record":
        return _conversation(rest, "with", None)
    parts = _english_parts(rest)
    if parts is None:
        return None
    for word, names in parts:
        text = _ENGLISH_SESSION.sub("", names.removeprefix("the ").strip(), count=1)
        people = _people(text, None)
        if people is None:
            people = _undivided(text)
            if people is None:
                return None
            found.others += people
            found.unsure = "author and addressee are not told apart"
        elif word == "to":
            found.recipients += people
        else:
            found.authors += people
    if all(n.shape == "surname" for n in (*found.authors, *found.recipients)) and not found.others:
        found.strong = bool(found.authors and found.recipients)
        if len(parts) == 1 and parts[0][0] == "from":
            found.unsure = f"`{parts[0][1]}` may be a person or a place"
    if all(n.kind == "body" for n in found.authors) and not found.recipients and found.authors:
        found.shape = "kind body"
    return found


def _english_parts(rest: str) -> list[tuple[str, str]] | None:
    """The prepositions that open the parts and what follows each; an `of` inside a body opens none."""
    marks: list[tuple[int, int, str]] = []
    for m in _ENGLISH_PART.finditer(rest):
        word = m.group("word")
        if word in {"of", "by"} and marks:
            continue
        if any(word == w for _, _, w in marks):
            return None
        marks.append((m.start(), m.end(), word))
    if not marks or marks[0][0] != 0:
        return None
    ends = [start for start, _, _ in marks[1:]] + [len(rest)]
    return [(w, rest[begin:end].strip(" ,")) for (_, begin, w), end in zip(marks, ends, strict=True)]


_NAME_RUN: Final = regex.compile(
    r"(?:\p{Lu}\p{Ll}{0,3}\.[\s-]?){1,3}\s?\p{Lu}[\p{L}'’]++(?:-\p{L}[\p{L}'’]++)?"
)


def _undivided(text: str) -> tuple[NameReading, ...] | None:
    """Names side by side with nothing between them (`A B, C`): a person each, but who wrote is not said."""
    names: list[NameReading] = []
    for piece in split_people(text):
        runs = _NAME_RUN.findall(piece)
        if not runs or "".join(runs).replace(" ", "") != piece.replace(" ", ""):
            return None
        names += [read_name(r) for r in runs]
    return tuple(names) if len(names) > 1 else None


def _possessive(text: str) -> _Found | None:
    """`A's letter to B`."""
    m = regex.match(r"(?P<author>.{2,60}?)['’]s?\s+(?=\p{L})", text)
    if m is None:
        return None
    tail = text[m.end() :]
    kind = read_kind(tail[:1].upper() + tail[1:])
    authors = _people(m.group("author"), None)
    if kind is None or authors is None or any(n.kind == "body" for n in authors):
        return None
    found = _english(kind, kind.rest) if kind.rest.startswith("to ") else None
    if found is None or not found.recipients:
        return None
    found.kind, found.authors = kind.kind, authors
    found.strong = any(n.shape == "initials" for n in (*authors, *found.recipients))
    return found


def _conversation(rest: str, link: str, case: str | None) -> _Found | None:
    """The people of a record of conversation; none of them is its author."""
    text = regex.sub(r"\A(?:between|of|by)\s+", "", rest) if case is None else rest
    pieces = regex.split(rf"\s+(?:{link}|and)\s+" if case is None else rf"\s+{link}о?\s+", text, maxsplit=1)
    cases = (case, "instrumental" if case else None)
    names: tuple[NameReading, ...] = ()
    for piece, wanted in zip(pieces, cases, strict=False):
        people = _people(piece, wanted)
        if people is None:
            return None
        names += people
    return _Found("kind people", others=names)


# --- Russian: names without separators, told apart by their case --------------------------------------------

_RU_TO_BODY: Final = regex.compile(r"\s*\b(?:в|во|на имя)\s+(?=\p{Lu})")
_RU_PLACE: Final = regex.compile(r"\s*\bиз\s+(?:г\.\s*)?(?P<place>\p{Lu}[\p{L}-]++)")
_RU_SESSION: Final = regex.compile(
    r"(?:(?:закрытого|экстренного|объединенного|совместного|очередного|утреннего|вечернего)\s+)?"
    r"(?:заседани[яй]|собрани[яй]|совещани[яй])\s+",
    regex.IGNORECASE,
)


def _russian(kind: KindReading, rest: str) -> _Found | None:
    """Names in the genitive wrote, names in the dative received; a body after `в` received."""
    if kind.kind == "record":
        return _conversation(rest, "с", "genitive")
    place = None
    doubt = None
    if (m := _RU_PLACE.search(rest)) is not None:
        place = declension.place(m.group("place"))
        if place is None:
            place, doubt = m.group("place"), f"`из {m.group('place')}`: the nominative is not known"
        rest = (rest[: m.start()] + " " + rest[m.end() :]).strip()
    received: tuple[NameReading, ...] = ()
    if (m := _RU_TO_BODY.search(rest)) is not None:
        people = _people(rest[m.end() :], "accusative")
        if people is None or any(n.kind != "body" for n in people):
            return None
        received, rest = people, rest[: m.start()].strip()
    rest = _RU_SESSION.sub("", rest, count=1)
    if not rest:
        alone = _Found("kind people", recipients=received, place=place, unsure=doubt)
        return alone if received or place else None
    read = russian_people(rest, acts=kind.kind in ACTS)
    if read is None:
        return None
    found = _Found("kind people", read.authors, read.recipients + received, read.others, place=place)
    found.unsure = read.unsure or doubt
    bodies = all(n.kind == "body" for n in found.authors) and bool(found.authors)
    if bodies and not found.recipients:
        found.shape = "kind body"
    return found
