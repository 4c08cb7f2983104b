"""GOST R 7.0.5-2008, Bibliographic reference: archival documents (section 11).

    footnote      Сталин И. В. Письмо В. И. Ленину от 27 декабря 1917 г. // РГАСПИ. Ф. 558. Оп. 1. Д. 5397.
                  Л. 2. Автограф.
    inline        the same in parentheses, without the last full stop
    bibliography  as the footnote
    a reference   РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.
    published     Сталин И. В. Письмо В. И. Ленину от 27 декабря 1917 г. // Большевистское руководство.
                  Переписка. 1912–1927 / сост. А. В. Квашонкин [и др.]. М. : РОССПЭН, 1996. № 9. С. 33.
    a repeat      Там же. Л. 3. (a document keeps its title: … // Там же. Л. 3.)

Order of the elements (11.3): heading, title, `//`, search data, the file's title, notes. Search data (11.4) are archive,
fond, opis where there is one, delo and sheets, separated by full stops. The heading has no comma between surname and
initials (GOST R 7.0.80-2023); four authors and more move behind the title, the first of them with `[и др.]`. The
physical description is a note (11.10). An immediate repeat is `Там же` and what changed. An inline reference stands in
parentheses. Russian keeps the singular of a label for a range (`Л. 1–24`). The name of a fond stands in parentheses
behind its number, the title of the file behind the search data, as an element of its own (11.9: `Л. 18. (Письма …).`).
Checked in November 2026 in copies of the standard's text: 11.1–11.4, 11.8–11.10 and their examples.

The title is the document's own genre and, for acts, its number (`Докладная записка`, `Приказ № 75`), with the addressee
and what the header says of its subject (`о положении в лагерях`). A document whose
kind neither record nor header names is called by its header, author – addressee and date: a letter is not called
`Письмо` on a guess. An addressee whose dative cannot be formed stands in parentheses: `Письмо (адресат: V. I. Lenin)`.

Opis and file keep labels of their own (`Пер.`, `Ед. хр.`, `Стб.`, `Док.`), years and sections their place between the
levels. An archive that is called in Ukrainian has Ukrainian labels (`Спр.`, `Арк.`, `зв.`), as DSTU 8302:2015 has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.styles import _dates, _genre, _levels, _people, _published
from archcite.styles._context import Context, Entry, has_cyrillic, has_latin, stop, words
from archcite.styles._english import by_header, opened
from archcite.styles._repeat import NOTHING, repeated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Citation, Document, Person

VARIANTS = ("footnote", "inline", "bibliography")
REPEATS = ("footnote", "inline")
PUBLISHED = VARIANTS
_MOST = 3  # names in a heading
_DAY = regex.compile(r"\[?\d")
_ARTICLE = regex.compile(r"\b(?:the|an?)\s+|[\[\]]", regex.IGNORECASE)


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    missing: list[str] = []
    text = title(doc, context, missing)
    book = _published.book(doc, context, missing, cyrillic=True)
    if book is not None:
        missing += [] if book.is_russian else ["the book is known in Latin script only"]
        place = _published.russian(book, context.run.book)
        return _finished(f"{text} // {place}" if text else place, missing, context, book.key)
    if doc.source is None:
        missing.append("no source line, and so no search data")
    else:
        search, lacking = place_of(doc.source, context)
        text = f"{text} // {search}" if text else search
        missing += lacking
    if doc.description:
        text = f"{stop(text)} {stop(description(doc.description, missing))}"
    return _finished(text, missing, context)


def reference(citation: Citation, context: Context) -> Entry:
    """The search data alone, as where the text already names the document."""
    return _finished(*place_of(citation, context), context)


def _finished(text: str, missing: list[str], context: Context, book: str | None = None) -> Entry:
    text = stop(text)
    if context.variant == "inline":
        text = f"({text if text.endswith((' об.', 'г.')) else text.removesuffix('.')})"
    return Entry(text, tuple(dict.fromkeys(missing)), book=book)


def place_of(citation: Citation, context: Context) -> tuple[str, list[str]]:
    """The search data without their last stop, and what is wanting."""
    archive, missing = context.abbreviation(citation.archive, "Cyrl")
    levels, lacking = _levels.russian(citation, context)
    if repeated(citation, context) != NOTHING:
        archive, missing = "Там же", []
    *before, last = [part for part in (archive, *levels) if part] or [citation.text]
    return " ".join([*map(stop, before), last]), missing + lacking


def title(doc: Document, context: Context, missing: list[str]) -> str:
    """Heading and title: `Сталин И. В. Письмо В. И. Ленину от 27 декабря 1917 г.`."""
    authors, called = heading(doc, context, missing)
    names = opened(", ".join(_people.inverted(author, "") for author in authors))
    return f"{stop(names)} {called}" if names else opened(called)


def heading(doc: Document, context: Context, missing: list[str]) -> tuple[Sequence[Person], str]:
    """The authors that stand in the heading, and the title behind them with kind, addressee and date.

    A translation is called by the names of its original, where that is at hand.
    """
    named = _named(doc, context)
    authors, recipients = named.authors, named.recipients
    header = _russian_header(doc, context)
    genre = _genre.russian(doc, header)
    missing += _people.wanting(authors) if genre.name else []
    missing += [
        f"{person.name} is known in Latin script only"
        for person in (*authors, *recipients)
        if not has_cyrillic(person.name)
    ]
    date = _dates.russian(doc.date) if doc.date else None
    missing += date.missing if date else ["no date"]
    if not genre.name:
        missing.append("no kind: the document is called by its header")
        return (), _by_header(doc, authors, recipients, date)
    if header and by_header(named):  # who spoke with whom, or is questioned, is in its header alone
        missing += [] if doc.kind == "record" else ["no author"]
        return (), _dated(_genre.header(doc, header), date)
    kind = f"{genre.name} № {genre.number}" if genre.number else genre.name
    subject = _genre.subject(named, header, cyrillic=True)
    called = _dated(" ".join(filter(None, [kind, _addressed(recipients, missing), subject])), date)
    if not authors:
        missing.append("no author")
    if len(authors) > _MOST:
        return (), f"{called} / {authors[0].name} [и др.]"
    return authors, called


def _russian_header(doc: Document, context: Context) -> str | None:
    """The header in Cyrillic, of the document or of its original."""
    original = context.document(doc.pair) if doc.pair else None
    titles = (doc.title, original.title if original else None)
    return next((title for title in titles if title and has_cyrillic(title)), None)


def _named(doc: Document, context: Context) -> Document:
    """The record whose names are in Cyrillic: the document itself, else the original that it is paired with."""
    if doc.pair and not all(has_cyrillic(person.name) for person in (*doc.authors, *doc.recipients)):
        original = context.document(doc.pair)
        if original and (original.authors or not doc.authors) and (original.recipients or not doc.recipients):
            return original
    return doc


def _addressed(recipients: Sequence[Person], missing: list[str]) -> str:
    """The addressees in the dative, or `в` and a body in the accusative; in parentheses where that cannot be formed."""
    out: list[str] = []
    doubts: list[str] = []
    for person in recipients:
        if person.kind == "body":
            body = _people.accusative_of_body(person.name) if has_cyrillic(person.name) else None
            form: tuple[str, str | None] | None = None if body is None else (f"{_into(body)} {body}", None)
        else:
            form = _people.dative(person)
        if form is None:
            missing.append(f"no dative of {person.name}: the addressee stands in parentheses")
            return _in_parentheses(recipients)
        out.append(form[0])
        doubts += [form[1]] if form[1] else []
    missing += doubts
    return f"{out[0]} [и др.]" if len(out) > _MOST else ", ".join(out)


def _into(body: str) -> str:
    return "во" if regex.match("[ВФвф][^аеёиоуыэюяАЕЁИОУЫЭЮЯ]", body) else "в"


def _in_parentheses(recipients: Sequence[Person]) -> str:
    """`(адресат: V. I. Lenin)`: the addressee in the nominative, and never in the place of an author."""
    names = [person.name for person in recipients]
    if len(names) > _MOST:
        return f"(адресаты: {names[0]} [и др.])"
    return f"(адресат{'ы' if len(names) > 1 else ''}: {', '.join(names)})"


def _by_header(
    doc: Document, authors: Sequence[Person], recipients: Sequence[Person], date: _dates.Written | None
) -> str:
    """Author – addressee, as headers have it, and the date; the header as written where it names nobody.

    The addressee is in the dative where that is sure, and in the nominative in Latin script.
    """
    found = [_people.dative(person) for person in recipients]
    sure = [form[0] for form in found if form and not form[1]]
    addressees = sure if len(sure) == len(recipients) else [person.name for person in recipients]
    called = " – ".join(filter(None, [", ".join(person.name for person in authors), ", ".join(addressees)]))
    if not authors and recipients and not sure:
        called = f"Документ без указания автора {_in_parentheses(recipients)}"
    called = called or _genre.header(doc, doc.title)
    return ", ".join(filter(None, [called, date.text if date else ""]))


def _dated(title: str, date: _dates.Written | None) -> str:
    """`от 27 декабря`, but `, 1917 г.` and `, не позднее 5 мая`."""
    if date is None:
        return title
    return f"{title} от {date.text}" if date.to_the_day and _DAY.match(date.text) else f"{title}, {date.text}"


def description(description: str, missing: list[str]) -> str:
    """The description in Russian, phrase by phrase from the table; what is not there stays as written."""
    out = []
    for phrase in description.split(". "):
        key = " ".join(_ARTICLE.sub("", phrase).casefold().replace("—", "-").strip(" .").split())
        known = words()["description"].get(key)
        if known is None and has_latin(phrase):
            missing.append(f"no Russian for “{phrase.strip(' .')}”: as written")
        out.append(known or phrase.strip(" ."))
    return ". ".join(out)
