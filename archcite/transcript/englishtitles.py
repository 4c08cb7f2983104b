"""English titles that begin with a kind: `Letter from A to B`, `A's letter to B`, `Minutes of the meeting of …`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import regex

from archcite.transcript.conversations import conversation, questioning
from archcite.transcript.people import NameReading, is_body, is_office, name_shape, read_name, split_people
from archcite.transcript.titleparts import Found, people_of
from archcite.transcript.titlewords import ACTS, KindReading, has_verb, is_subject, read_kind
from archcite.transcript.words import fold, in_capitals, places

_ENGLISH_SESSION: Final = regex.compile(
    r"\A(?:(?:closed|joint|extraordinary|regular)\s)?(?:meeting|session|sitting)s?\sof\s(?:the\s)?",
    regex.IGNORECASE,
)
_ENGLISH_PART: Final = regex.compile(r"\b(?P<word>from|by|of|to)\s+(?=(?:the\s+|all\s+)?\p{L}|the\s+\d)")
#: In a title all in capitals the words between the names are in capitals too.
_CAPITAL_LINK: Final = regex.compile(r"\b(?:FROM|BY|OF|TO|THE|AND|ALL|IN|WITH|BETWEEN)(?=\s)")
_LOW_LINK: Final = regex.compile(r"\b(?:from|by|of|to|the|and|all|in|with|between)\b")
#: `the 46`, `the Forty-Six`: those who signed, by their number.
_SIGNATORIES: Final = regex.compile(
    r"(?:the\s)?(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s]\p{L}{3,5})?)",
    regex.IGNORECASE,
)


_SESSION_LAST: Final = regex.compile(r"\s(?:meeting|session|sitting)s?\Z", regex.IGNORECASE)
_QUESTIONED: Final = regex.compile(r"\A(?:of\s)?(?:the\s)?(?:interrogation|questioning)\sof\s(?:the\s)?")
#: Where someone was: `A in Sochi to B in Moscow`.
_IN_TOWN: Final = regex.compile(r"(?<=[\p{L}.])\sin\s(?P<place>\p{Lu}[\p{L}-]++)")
#: `to A and to the B`: the second `to` opens no part of its own.
_TO_AGAIN: Final = regex.compile(r"(?P<link>,\sand\s|\sand\s|,\s)to\s(?:the\s)?(?=(?:all\s)?\p{L})")
_AND_TO: Final = regex.compile(r"\s(?:to|TO)\s(?:the\s)?")


def english_title(kind: KindReading, rest: str, *, dated: bool = False) -> Found | None:
    """`from A to B`, `of A to B`, `to B from A`, `to B`, `, A to B`, `of the Central Committee`.

    `dated` says that a date closes the title: it lets `of` and one bare word stand, which may be no name.
    """
    if in_capitals(rest):
        return _in_capitals(kind, rest, dated=dated)
    if (asked := questioning(rest, _QUESTIONED, None)) is not None:
        return asked
    if (first := _AND_TO.search(f" {rest}")) is not None:
        rest = rest[: first.start()] + _TO_AGAIN.sub(r"\g<link>", rest[first.start() :])
    rest = _IN_TOWN.sub(lambda m: "" if _is_whereabouts(rest, m) else m.group(), rest)
    if kind.kind == "record" or kind.written.lower().endswith(("interrogation", "confrontation")):
        found = conversation(rest.lstrip(", "), "with", None)
        if found and rest.startswith("of ") and all(n.kind == "body" for n in found.others):
            bodies = people_of(rest.removeprefix("of ").removeprefix("the "), None)
            return Found("kind body", bodies) if bodies else None  # `Transcript of the Plenum of …`
        return found
    if rest.startswith(","):
        text = rest[1:].strip()
        bodies = people_of(text.removeprefix("the "), None) if kind.kind in ACTS else None
        if bodies and all(n.kind == "body" for n in bodies):
            return Found("kind body", bodies)
        return _after_comma(text)
    parts = _english_parts(rest)
    if parts is None:  # `Telegram. A to B`
        found = _after_comma(rest)
        if found is not None:
            found.strong = any(n.shape == "initials" for n in (*found.authors, *found.recipients))
        return found
    found = Found("kind people")
    for word, names in parts:
        text = _ENGLISH_SESSION.sub("", names.removeprefix("the ").strip(), count=1)
        text = _SESSION_LAST.sub("", text)
        people = people_of(text, None)
        if _SIGNATORIES.fullmatch(text):
            people = (NameReading(text, names, "body", None, "body"),)
        if people is None:
            people = _undivided(text)
            if people is None:
                return None
            found.others += people
            found.unsure = "author and addressee are not told apart"
        elif word == "to":
            two = [n for n in people if n.shape == "full" and len(n.name.split()) == 2]
            if two and len(parts) == 1 and any(n.shape == "surname" for n in people):
                found.others += people
                found.unsure = "author and addressee are not told apart"
                continue
            if two and len(parts) == 1:
                found.unsure = _ONE_NAME
            found.recipients += people
        elif word == "from" and fold(text) in places():
            found.place = text
        else:
            found.authors += people
            if word == "from" and len(people) == 1 and people[0].shape == "surname" and not people[0].honorific:
                found.unsure = f"`{text}` may be a person or a place"
    if all(n.shape == "surname" for n in (*found.authors, *found.recipients)) and not found.others:
        found.strong = bool(found.authors and found.recipients)
        if parts[0][0] in {"of", "by"} and len(parts) == 1 and not any(n.honorific for n in found.authors):
            if not dated:
                return None  # `Statement of Purpose`
            found.unsure = f"`{parts[0][1]}` may be no name"
    if all(n.kind == "body" for n in found.authors) and not found.recipients and found.authors:
        found.shape = "kind body"
        found.strong = not all(n.written.islower() and " " not in n.written for n in found.authors)
    towns = [n.written for n in (*found.authors, *found.recipients) if fold(n.written) in places()]
    if towns and found.unsure is None:
        found.unsure = f"`{towns[0]}` is a place, who is meant is not told"
    return found


def _is_whereabouts(rest: str, town: regex.Match[str]) -> bool:
    """Whether `in Sochi` says where a person was; behind an office (`the Soviet Ambassador in Beijing`) it belongs to that."""
    if fold(town["place"]) not in places():
        return False
    before = _ENGLISH_PART.split(rest[: town.start()])[-1].removeprefix("the ")
    words = split_people(before)[-1].split()
    if name_shape(" ".join(words)) in {"initials", "surname"}:
        return not is_body(" ".join(words))
    opening = words[0].lower() if words else ""
    full = name_shape(" ".join(words)) == "full" and opening not in _ADJECTIVAL and not is_body(" ".join(words))
    return full and not any(is_office(" ".join(words[i:])) for i in range(len(words)))


def _in_capitals(kind: KindReading, rest: str, *, dated: bool) -> Found | None:
    """A title all in capitals: read with the words between the names in small letters; bodies stay as written."""
    found = english_title(kind, _CAPITAL_LINK.sub(lambda m: m.group().lower(), rest), dated=dated)
    if found is not None:
        found.authors, found.recipients, found.others = (
            tuple(
                replace(n, name=_LOW_LINK.sub(_upper, n.name), written=_LOW_LINK.sub(_upper, n.written))
                if n.kind == "body"
                else n
                for n in people
            )
            for people in (found.authors, found.recipients, found.others)
        )
    return found


def _upper(match: regex.Match[str]) -> str:
    return match.group().upper()


_ONE_NAME: Final = "two words without a sign between them may be one name, or addressee and author"


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


def _after_comma(text: str) -> Found | None:
    """`Letter, A to B`, as archives abroad write: names on both sides of `to`, and nothing else."""
    if _OPENS_PART.match(text) is not None:
        return None
    for m in _AND_TO.finditer(text):
        authors = people_of(text[: m.start()].removeprefix("the "), None)
        recipients = people_of(text[m.end() :], None) if authors else None
        if authors and recipients:
            return Found("kind people", authors, recipients)
    return None


_OPENS_PART: Final = regex.compile(r"(?:from|of|by|to)\s", regex.IGNORECASE)
_NAME_RUN: Final = regex.compile(r"(?:\p{Lu}\p{Ll}{0,3}\.[\s-]?){1,3}\s?\p{Lu}[\p{L}'’]++(?:-\p{L}[\p{L}'’]++)?")


def _undivided(text: str) -> tuple[NameReading, ...] | None:
    """Names side by side with nothing between them (`A B, C`): a person each, but who wrote is not said."""
    names: list[NameReading] = []
    for piece in split_people(text):
        runs = _NAME_RUN.findall(piece)
        if not runs or "".join(runs).replace(" ", "") != piece.replace(" ", ""):
            return None
        names += [read_name(r) for r in runs]
    return tuple(names) if len(names) > 1 else None


_FIRST_WORDS: Final = regex.compile(r"(?:[\p{L}(][\p{L}()'’-]*+\s){1,8}")
#: Before a kind these tell whose it is in general (`Soviet note`, `Party letter`), and not which body made it.
_ADJECTIVAL: Final = frozenset({"soviet", "soviets", "party", "union", "army", "front", "staff", "workers", "peasants"})
_SMALL: Final = frozenset({"of", "the", "and", "for"})


def kind_after_body(text: str) -> tuple[str, KindReading] | None:
    """The body that opens a text and the kind after it (`Politburo resolution …`), or None."""
    m = _FIRST_WORDS.match(text)
    if m is None or not text[:1].isascii():
        return None
    for end in regex.finditer(r"\s", m.group()):
        body, rest = text[: end.start()], text[end.end() :]
        last = body.rpartition(" ")[2]
        if last[0].islower() and last not in _SMALL:
            return None
        kind = read_kind(rest) if last not in _SMALL and is_body(body) else None
        if kind is not None and kind.alone and last.lower() not in _ADJECTIVAL:
            return body, kind
    return None


def body_first(text: str, *, dated: bool) -> Found | None:
    """`NKVD Order No. 00447`, `Politburo decision on …`: the body before the kind that it made."""
    opened = kind_after_body(text)
    authors = people_of(opened[0].removeprefix("The "), None) if opened else None
    if opened is None or not authors or any(n.kind != "body" for n in authors):
        return None
    kind = opened[1]
    rest, subject = is_subject(kind.rest, "en")
    if has_verb(kind.rest):
        return None
    found = Found("kind body", authors)
    if rest:
        to = english_title(kind, rest) if rest.startswith("to ") else None
        if to is None or not to.recipients:
            return None
        found.recipients, found.unsure = to.recipients, to.unsure
    found.kind, found.own_number, found.subject = kind.kind, kind.own_number, subject
    found.genre = kind.written
    found.strong = dated or kind.own_number is not None or bool(found.recipients)
    return found


_POSSESSIVE: Final = regex.compile(r"(?P<author>.{2,60}?)['’][sS]?\s+(?=\p{L})")


def possessive_may_begin(text: str) -> bool:
    """Whether `A's` and a kind begin a text."""
    m = _POSSESSIVE.match(text) if "'" in text or "’" in text else None
    return m is not None and read_kind(text[m.end()].upper() + text[m.end() + 1 :]) is not None


def possessive_title(text: str, *, dated: bool = False) -> Found | None:
    """`A's letter to B`; with a date behind it also `The Politburo's resolution on …`."""
    m = _POSSESSIVE.match(text.removeprefix("From ")) if "'" in text or "’" in text else None
    if m is None:
        return None
    tail = text.removeprefix("From ")[m.end() :]
    kind = read_kind(tail[:1].upper() + tail[1:])
    authors = people_of(m.group("author").removeprefix("The "), None)
    if kind is None or authors is None:
        return None
    body = any(n.kind == "body" for n in authors)
    if body and not (dated and kind.kind is not None):
        return None
    rest, subject = is_subject(kind.rest, "en")
    if has_verb(kind.rest):
        return None
    found = english_title(kind, rest) if rest[:3].lower() == "to " else None
    if not rest and subject and (body or all(n.shape == "initials" for n in authors)):
        found = Found("kind body" if body else "kind people")
    elif found is None or not found.recipients:
        return None
    found.kind, found.authors, found.genre, found.subject = kind.kind, authors, tail[: len(kind.written)], subject
    found.unsure = None if found.unsure == _ONE_NAME else found.unsure
    found.strong = body or any(n.shape == "initials" for n in (*authors, *found.recipients))
    return found
