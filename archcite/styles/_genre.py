"""What a document calls itself: `Докладная записка` where the catalogue has the controlled kind `report`.

The words are those of the header, where it begins with them; otherwise the kind is named by the tables of words.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from archcite.styles._context import has_cyrillic, words
from archcite.transcript.titlewords import read_kind

if TYPE_CHECKING:
    from archcite.model import Document

_PART_OF = regex.compile(r"(?:Из|From|Top|Текст|An?|The)\s", regex.IGNORECASE)  # no part of what it is called
_OWN_NUMBER = regex.compile(r"[\s,]*(?:№|No\.?|Nr\.?)\s*[\d/-]+(?:\p{L}{1,2})?\s*$")
_LONGEST = 60
_LONGEST_SUBJECT = 200
_DATED = regex.compile(r"\s(?:от|за|of|from|dated|on)$")  # `от 5 июня`, without its date
_SUBJECT = regex.compile(
    r"[«“\"]\p{Lu}|(?:об?|обо|по|со?|в связи|относительно|касательно|on|about|concerning|regarding|with)\s",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Genre:
    """The word for a kind of document with a capital, empty where none is known, and the document's own number."""

    name: str = ""
    number: str = ""


def russian(doc: Document, title: str | None) -> Genre:
    """`Докладная записка`, `Выписка из протокола`, `Приказ` with number `75`; the kind's own word without a header."""
    found = _written(doc, title or doc.title)
    if found is not None and has_cyrillic(found.name):
        return found
    return Genre(words()["kinds"][doc.kind]["ru"] if doc.kind else "", found.number if found else "")


def english(doc: Document) -> Genre:
    """`Report`, `Memorandum`; for a Russian header the English of its words, or of the kind."""
    found = _written(doc, doc.title)
    if found is not None and not has_cyrillic(found.name):
        return found
    called = found.name.casefold() if found else ""
    kind = words()["kinds"][doc.kind]["en"] if doc.kind else ""
    before = (english for opening, english in words()["genre_openings"].items() if called.startswith(f"{opening} "))
    name = words()["genres"].get(called) or (f"{next(before, '')} {kind}".strip() if kind else "")
    return Genre(name[:1].upper() + name[1:], found.number if found else "")


def _written(doc: Document, title: str | None) -> Genre | None:
    """The words with which the header begins, if they name the kind that the record has."""
    text = (title or "").strip()
    found = read_kind(text) if text[:1].isupper() else None
    if found is None or found.kind != doc.kind or (_PART_OF.match(text) and not found.alone):
        return None
    name = text[: text.rfind(found.rest)] if found.rest else text
    name = _OWN_NUMBER.sub("", name.strip(" .,")).strip(" .,")
    if not 0 < len(name) <= _LONGEST or any(char.isdigit() for char in name):
        return None
    return Genre(name, found.own_number or "")


def header(doc: Document, title: str | None) -> str:
    """The header as written, without a date at its end that the record has."""
    text = (title or "").strip().rstrip(".")
    if doc.date is not None and doc.date.written and text.endswith(doc.date.written.rstrip(".")):
        text = _DATED.sub("", text.removesuffix(doc.date.written.rstrip(".")).rstrip(" ,.;(["))
    return text


def subject(doc: Document, title: str | None, *, cyrillic: bool) -> str:
    """What the header says behind kind and names, as written: `о положении в лагерях`, `«О хлебозаготовках»`.

    Empty where the header is not in that script, and for what does not begin as a subject does.
    """
    text = header(doc, title)
    found = _written(doc, title)
    if found is None or has_cyrillic(text) != cyrillic:
        return ""
    names = [person.written for person in (*doc.authors, *doc.recipients) if person.written in text]
    behind = max((text.rfind(name) + len(name) for name in names), default=0)
    if not behind:
        reading = read_kind(text)
        behind = len(text) - len(reading.rest) if reading is not None and reading.rest else len(text)
    out = text[behind:].strip(" ,.")
    if doc.date is not None and doc.date.written:
        out = _DATED.sub("", out.partition(doc.date.written.rstrip("."))[0].rstrip(" ,.;(["))
    if doc.place:
        out = out.removesuffix(doc.place).rstrip(" ,.")
    return out if _SUBJECT.match(out) and len(out) <= _LONGEST_SUBJECT else ""
