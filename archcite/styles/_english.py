"""What the styles of English-language manuals share: names romanized and joined, kinds, correspondence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _people
from archcite.styles._context import has_cyrillic, stop, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Document, Person
    from archcite.styles._context import Context


def people(persons: Sequence[Person], context: Context) -> list[Person]:
    """The same people with their names in Latin letters."""
    return [person.model_copy(update={"name": context.romanize(person.name)}) for person in persons]


def joined(names: Sequence[str], *, after_first: bool = False, sign: str = "and") -> str:
    """`A`, `A and B`, `A, B, and C`; with `after_first` what follows a name that stands inverted before it."""
    if len(names) < 2:
        return f"{sign} {names[0]}" if names and after_first else "".join(names)
    comma = "," if len(names) > 2 or after_first else ""
    return f"{', '.join(names[:-1])}{comma} {sign} {names[-1]}"


def listed(persons: Sequence[Person], context: Context, most: int, *, surname_only: bool = False) -> str:
    """Names in running order; the first and `et al.` where there are more than `most`."""
    names = [
        _people.parts(person.name).surname if surname_only and person.kind == "person" else person.name
        for person in people(persons, context)
    ]
    return f"{names[0]} et al." if len(names) > most else joined(names)


def opened(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def kind(doc: Document) -> str:
    """`letter`, `telegram`; empty where the record names none."""
    return str(words()["kinds"][doc.kind]["en"]) if doc.kind else ""


def header(doc: Document, context: Context) -> str:
    """The header as written, for a document that names nobody."""
    return context.romanize((doc.title or "").strip().rstrip("."))


def correspondence(doc: Document, context: Context, most: int, *, surname_only: bool = False) -> str:
    """`A to B`, `A to B, telegram`, `A, report`: in a note `letter` goes without saying."""
    authors = listed(doc.authors, context, most, surname_only=surname_only)
    recipients = listed(doc.recipients, context, most, surname_only=surname_only)
    named = kind(doc)
    if not authors and not recipients:
        return opened(named) or header(doc, context)
    if not authors:
        return opened(f"{named} to {recipients}".strip())
    who = f"{authors} to {recipients}" if recipients else authors
    return f"{who}, {named}" if named and (named != "letter" or not recipients) else who


def heading(doc: Document, context: Context, authors: str, most: int) -> str:
    """`Surname, I. O. Letter to B` behind the `authors` as the style has them; `Surname, I. O., to B` without kind."""
    recipients = listed(doc.recipients, context, most)
    named = opened(kind(doc))
    what = f"{named} to {recipients}".strip() if recipients else named
    if not authors:
        return opened(what) or header(doc, context)
    if not what:
        return authors
    return f"{stop(authors)} {what}" if named else f"{authors}, {what}"


def description(description: str, missing: list[str]) -> str:
    """The physical description in English, phrase by phrase; what the table lacks stays as written."""
    english = {russian: phrase for phrase, russian in reversed(words()["description"].items())}
    out = []
    for phrase in description.strip(" .").split(". "):
        known = english.get(phrase.strip(" ."))
        if known is None and has_cyrillic(phrase):
            missing.append(f"no English for “{phrase.strip(' .')}”: as written")
        out.append(opened(known) if known else phrase.strip(" ."))
    return ". ".join(out)


def gaps(doc: Document) -> list[str]:
    """What every entry of a document wants and this record lacks."""
    return [
        f"no {name}" for name, value in (("date", doc.date), ("kind", doc.kind), ("author", doc.authors)) if not value
    ]


def no_source() -> str:
    """The clause for a document without a source line."""
    return "no source line, and so no search data"
