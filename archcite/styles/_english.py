"""What the styles of English-language manuals share: names romanized and joined, kinds, correspondence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _genre, _people
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
    names = [person.name for person in people(persons, context)]
    if surname_only:
        names = [_people.surname(person) for person in people(persons, context)]
    return f"{names[0]} et al." if len(names) > most else joined(names)


def opened(text: str) -> str:
    """With a capital first letter, behind an opening bracket too."""
    first = 1 if text[:1] in ("[", "(") else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def kind(doc: Document) -> str:
    """`letter`, `memorandum`, `order no. 75`, as the document calls itself; empty where that is not known."""
    genre = _genre.english(doc)
    name = genre.name if genre.name[1:2].isupper() else genre.name[:1].lower() + genre.name[1:]
    return f"{name} no. {genre.number}" if name and genre.number else name


def header(doc: Document, context: Context) -> str:
    """The header as written, for a document that names nobody."""
    return context.romanize(_genre.header(doc, doc.title))


def by_header(doc: Document) -> bool:
    """Whether the header alone says what the document is.

    A conversation, with those who spoke; an interrogation; a letter whose author and addressee are not told apart.
    """
    named = doc.authors or doc.recipients
    return bool(doc.title) and not named and (doc.kind == "record" or bool(doc.others))


def correspondence(doc: Document, context: Context, most: int, *, surname_only: bool = False) -> str:
    """`A to B`, `A to B, telegram`, `A, report`: in a note `letter` goes without saying."""
    authors = listed(doc.authors, context, most, surname_only=surname_only)
    recipients = listed(doc.recipients, context, most, surname_only=surname_only)
    named = kind(doc)
    if not authors and not recipients:
        return header(doc, context) if by_header(doc) else opened(named) or header(doc, context)
    if not authors:
        return opened(f"{named} to {recipients}".strip())
    who = opened(f"{authors} to {recipients}" if recipients else authors)
    named = f"{named} {_genre.subject(doc, doc.title, cyrillic=False)}".strip() if named else ""
    return f"{who}, {named}" if named and (named != "letter" or not recipients) else who


def heading(doc: Document, context: Context, authors: str, most: int) -> str:
    """`Surname, I. O. Letter to B` behind the `authors` as the style has them; `Surname, I. O., to B` without kind."""
    what = described(doc, context, most)
    if not authors:
        return what
    if not kind(doc):
        return f"{authors}, {what[:1].lower()}{what[1:]}" if doc.recipients else authors
    return f"{stop(authors)} {what}"


def described(doc: Document, context: Context, most: int) -> str:
    """`Letter to V. I. Lenin`, `To V. I. Lenin` where no kind is named, else the header as written."""
    if by_header(doc):
        return header(doc, context)
    recipients = listed(doc.recipients, context, most)
    about = _genre.subject(doc, doc.title, cyrillic=False)
    what = " ".join(filter(None, [kind(doc), f"to {recipients}" if recipients else "", about]))
    return opened(what) or header(doc, context)


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
    conversation = doc.kind == "record" and by_header(doc)
    wanted = (("date", doc.date), ("kind", kind(doc)), ("author", doc.authors or conversation))
    return [f"no {name}" for name, value in wanted if not value]


def no_source() -> str:
    """The clause for a document without a source line."""
    return "no source line, and so no search data"
