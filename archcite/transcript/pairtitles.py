"""Titles that put names on both sides of a link: `A - B`, `A to B`, or side by side in their cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.people import NameReading, is_office, read_name
from archcite.transcript.titleparts import Found, people_of
from archcite.transcript.titlewords import cyrillic, has_verb
from archcite.transcript.words import ALL_WORDS, fold, places

if TYPE_CHECKING:
    from archcite.transcript.titleparts import TitleShape

DASH: Final = regex.compile(r"\s[-–—]{1,2}\s|(?<=[\p{L}.)])[–—](?=\p{Lu})")
TO: Final = regex.compile(r"\s(?:to|TO)\s")
_ADDRESS: Final = regex.compile(r"\A(?:[Tt]o\s)?(?:the\s)?")
#: `A to B for the members of the Politburo`: they are addressees of their own.
_FOR: Final = regex.compile(
    r"(?<=[\p{L}.)])\s(?=for\s(?:the\s|all\s){0,2}(?:members|\p{Lu}\.))|(?<=[\p{L}.)])\s(?=для\s\p{L})"
)
_INITIALED: Final = regex.compile(r"\s?(?:\p{Lu}\p{Ll}?\.\s?){1,3}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")


def dash_title(text: str, case: str = "nominative") -> Found | None:
    """`A - B`: names on both sides and nothing else. `case` is that of the authors."""
    for m in DASH.finditer(text):
        left, right = text[: m.start()], _meant_for(_ADDRESS.sub("", text[m.end() :]))
        authors = people_of(left.removeprefix("The "), case)
        recipients = people_of(right, "nominative|dative") if authors else None
        if not authors or not recipients:
            continue
        if any(n.kind == "body" and is_office(n.written) and n.name == n.written for n in (*authors, *recipients)):
            return None  # `A. B. Surname - chairman of the board`: a note, not a letter
        return _judge_pair("a - b", authors, recipients)
    return None


def _meant_for(text: str) -> str:
    """The addressees with a comma before those that they were asked to pass the letter to."""
    return _FOR.sub(", ", text, count=1)


def _judge_pair(
    shape: TitleShape, authors: tuple[NameReading, ...], recipients: tuple[NameReading, ...]
) -> Found | None:
    """A pair is strong with initials or honorifics on one side at least; two bare words may be anything."""
    firm = [any(n.shape in {"initials"} or n.honorific for n in side) for side in (authors, recipients)]
    weak = [all(n.shape in {"surname", "full"} for n in side) for side in (authors, recipients)]
    if not any(firm):
        if any(fold(n.written) in places() for n in (*authors, *recipients)):
            return None
        if all(
            n.shape == "body" and n.written[0].isupper() and not has_verb(n.written) for n in (*authors, *recipients)
        ):
            return Found(shape, authors, recipients, strong=False)
        if (
            shape == "a - b"
            and all(n.shape == "body" for n in authors)
            and all(n.shape == "body" and fold(n.written.split(" ", 1)[0]) in ALL_WORDS for n in recipients)
        ):
            return Found(shape, authors, recipients)
        if not any(weak) or not any(n.kind == "person" for n in (*authors, *recipients)):
            return None
        if any(n.shape == "full" and len(n.name.split()) > 3 for n in (*authors, *recipients)):
            return None
        dative = any(n.kind == "person" and n.name != n.written for n in recipients)
        return Found(shape, authors, recipients, strong=dative)
    return Found(shape, authors, recipients)


def to_title(text: str, *, dated: bool = False) -> Found | None:
    """`A to B`, `From A to B`; `to A from B` is a page title."""
    if cyrillic(text):
        return None
    if text.startswith("To "):
        return _to_from(text)
    body = text[5:] if text.startswith("From ") else text
    if body.startswith("to "):
        return None
    for m in TO.finditer(body):
        left, right = body[: m.start()], _meant_for(body[m.end() :].removeprefix("the ").strip())
        authors = people_of(left.removeprefix("The "), None)
        recipients = people_of(right, None) if authors else None
        if authors and recipients:
            found = _judge_pair("a to b", authors, recipients)
            if found is not None and (found.strong or _bare_pair(authors, recipients, dated=dated)):
                return found
    return None


def _to_from(text: str) -> Found | None:
    """`To A. B. from C. D.`: initials on both sides, else it is an address. Weak: pages of sites have such titles too."""
    left, link, right = text.removeprefix("To ").partition(" from ")
    recipients = people_of(left.removeprefix("the "), None) if link else None
    authors = people_of(right.removeprefix("the "), None) if recipients else None
    if not authors or not recipients:
        return None
    firm = all(any(n.shape == "initials" for n in side) for side in (authors, recipients))
    return Found("a to b", authors, recipients, strong=False) if firm else None


def _bare_pair(authors: tuple[NameReading, ...], recipients: tuple[NameReading, ...], *, dated: bool) -> bool:
    """Whether all names are bare surnames; with a date behind them also first names, and bodies that received."""
    return all(n.shape == "surname" or (dated and n.shape == "full") for n in authors) and all(
        n.shape == "surname" or (dated and n.shape in {"full", "body"}) for n in recipients
    )


def side_by_side_may_begin(text: str) -> bool:
    """Whether a text begins with two Russian names with initials and nothing between them."""
    first = _INITIALED.match(text)
    return first is not None and _INITIALED.match(text, first.end()) is not None


def side_by_side(text: str) -> Found | None:
    """`И. В. Фамилин В. М. Другому`: a nominative and a dative, both with initials, and nothing between them."""
    first = _INITIALED.match(text)
    second = _INITIALED.fullmatch(text, first.end()) if first else None
    if first is None or second is None:
        return None
    author = read_name(first.group(), case="nominative")
    recipient = read_name(second.group(), case="dative")
    same = author.name.replace(" ", "") == author.written.replace(" ", "")
    moved = recipient.name.replace(" ", "") != recipient.written.replace(" ", "")
    if not same or not moved or author.unsure or recipient.unsure:
        return None
    return Found("a - b", (author,), (recipient,))
