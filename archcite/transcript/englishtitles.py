"""English titles that begin with a kind: `Letter from A to B`, `A's letter to B`, `Minutes of the meeting of …`."""

from __future__ import annotations

from typing import Final

import regex

from archcite.transcript.people import NameReading, read_name, split_people
from archcite.transcript.titleparts import Found, conversation, people_of
from archcite.transcript.titlewords import KindReading, read_kind
from archcite.transcript.words import fold, places

_ENGLISH_SESSION: Final = regex.compile(
    r"\A(?:(?:closed|joint|extraordinary|regular)\s)?(?:meeting|session|sitting)s?\sof\s(?:the\s)?"
)
_ENGLISH_PART: Final = regex.compile(r"\b(?P<word>from|by|of|to)\s+(?=(?:the\s+|all\s+)?[\p{L}])")


def english_title(kind: KindReading, rest: str) -> Found | None:
    """`from A to B`, `of A to B`, `to B from A`, `to B`, `of the Central Committee`."""
    found = Found("kind people")
    if kind.kind == "record":
        return conversation(rest, "with", None)
    parts = _english_parts(rest)
    if parts is None:
        return None
    for word, names in parts:
        text = _ENGLISH_SESSION.sub("", names.removeprefix("the ").strip(), count=1)
        people = people_of(text, None)
        if people is None:
            people = _undivided(text)
            if people is None:
                return None
            found.others += people
            found.unsure = "author and addressee are not told apart"
        elif word == "to":
            found.recipients += people
        elif word == "from" and fold(text) in places():
            found.place = text
        else:
            found.authors += people
            if word == "from" and len(people) == 1 and people[0].shape == "surname" and not people[0].honorific:
                found.unsure = f"`{text}` may be a person or a place"
    if all(n.shape == "surname" for n in (*found.authors, *found.recipients)) and not found.others:
        found.strong = bool(found.authors and found.recipients)
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


def possessive_title(text: str) -> Found | None:
    """`A's letter to B`."""
    m = regex.match(r"(?P<author>.{2,60}?)['’]s?\s+(?=\p{L})", text)
    if m is None:
        return None
    tail = text[m.end() :]
    kind = read_kind(tail[:1].upper() + tail[1:])
    authors = people_of(m.group("author"), None)
    if kind is None or authors is None or any(n.kind == "body" for n in authors):
        return None
    found = english_title(kind, kind.rest) if kind.rest.startswith("to ") else None
    if found is None or not found.recipients:
        return None
    found.kind, found.authors = kind.kind, authors
    found.strong = any(n.shape == "initials" for n in (*authors, *found.recipients))
    return found
