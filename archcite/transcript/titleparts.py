"""What the readers of titles share: the parts found so far, lists of names, the people of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import regex

from archcite.transcript.people import LONGEST, NameReading, is_body, is_office, read_people

if TYPE_CHECKING:
    from archcite.model import Kind

TitleShape = Literal["a - b", "a to b", "kind", "kind people", "kind body", "kind subject", "unread"]


@dataclass(slots=True)
class Found:
    """The parts of a title while it is read."""

    shape: TitleShape
    authors: tuple[NameReading, ...] = ()
    recipients: tuple[NameReading, ...] = ()
    others: tuple[NameReading, ...] = ()
    kind: Kind | None = None
    genre: str | None = None
    own_number: str | None = None
    subject: str | None = None
    place: str | None = None
    unsure: str | None = None
    strong: bool = True


# an honorific, or a word for a person before initials
_OPENS_NAME = regex.compile(r"(?:т|тов|гр)\.|товарищ|(?:\p{Ll}++\s){1,2}(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}++\Z")


def people_of(text: str, case: str | None) -> tuple[NameReading, ...] | None:
    """A list of nothing but names and bodies, or None."""
    if not text.strip() or len(text) > LONGEST or any(c.isdigit() for c in text):
        return None
    text = text.strip()
    if not text[0].isupper() and not is_body(text) and not is_office(text) and not _OPENS_NAME.match(text):
        return None
    names = read_people(text, case=case)
    if not names or any(n.shape == "other" and n.unsure != "others, who are not named" for n in names):
        return None
    return names


def questioning(rest: str, opening: regex.Pattern[str], case: str | None) -> Found | None:
    """The person whom the record of an interrogation questions: neither its author nor its addressee."""
    m = opening.match(rest)
    people = people_of(rest[m.end() :], case) if m is not None else None
    if people is None or any(n.kind != "person" for n in people):
        return None
    return Found("kind people", others=people)


def conversation(rest: str, link: str, case: str | None) -> Found | None:
    """The people of a record of conversation; none of them is its author."""
    text = regex.sub(r"\A(?:between|of|by)\s+", "", rest) if case is None else rest
    pieces = regex.split(rf"\s+(?:{link}|and)\s+" if case is None else rf"\s+{link}о?\s+", text, maxsplit=1)
    cases = (case, "instrumental" if case else None)
    names: tuple[NameReading, ...] = ()
    for piece, wanted in zip(pieces, cases, strict=False):
        people = people_of(piece, wanted)
        if people is None:
            return None
        names += people
    return Found("kind people", others=names)
