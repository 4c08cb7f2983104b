"""The MLA Handbook, 9th edition (2021): works cited, unpublished letters and archival documents.

    document   Stalin, I. V. Letter to V. I. Lenin. 27 Dec. 1917. Fond 558, Russian State Archive of
               Socio-Political History, Moscow, op. 1, d. 5397, l. 2. Manuscript.
    published  Stalin, I. V. Letter to V. I. Lenin. 27 Dec. 1917. Bol'shevistskoe rukovodstvo: Perepiska,
               1912–1927, compiled by A. V. Kvashonkin et al., ROSSPEN, 1996, p. 33.

The template of core elements (author, title of source, container, location), with the forms for letters and for
documents in archives that the MLA Style Center gives; the filled forms are applications to fond, opis, delo and
list. The collection (the fond) stands before its archive, the rest of the shelfmark behind it; the medium ends the
entry. The archive has its English name from the authority file, under a former name the abbreviation of that.
Two authors are joined by `and`, three and more are the first and `et al.`

Checked in November 2026 on the MLA Style Center (materials from physical archives; letters): the date behind the title,
the city, `Manuscript` at the end where one wishes to say so, `circa` and `1920?` for uncertain dates; the names in
guides of libraries to the 9th edition. From memory: the order of the publisher and the document's own number in a
published edition (page only), and the brackets of a supplied date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _levels, _people, _periodical, _published
from archcite.styles._context import Context, Entry, stop, words
from archcite.styles._labels import Labels

if TYPE_CHECKING:
    from archcite.model import Citation, Document

VARIANTS = ("works-cited",)
EDITIONS = (9,)
PUBLISHED = VARIANTS
_MOST = 2
_LABELS = Labels(fond="fond")


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    missing: list[str] = []
    book = _published.book(doc, context, missing, wants_place=False, wants_page=True)
    missing += _english.gaps(doc)
    title = _english.opened(_english.heading(doc, context, _authors(doc, context, missing), _MOST))
    date = ""
    if doc.date is not None:
        written = _dates.short(doc.date)
        date = written.text
        missing += written.missing
    pieces = [title, _english.opened(date)]
    if book is not None:
        name = _published.title(book, context)
        names = _published.compilers(book, context, _MOST)
        compiled = f"compiled by {names}" if names else ""
        imprint = _published.imprint(book, context, place=False)
        if book.issue:
            pieces.append(name + _periodical.works_cited(book.issue, book.year, book.page))
            return _entry(pieces, missing, name)
        pieces.append(", ".join(filter(None, [name, compiled, imprint, _published.page(book)])))
        return _entry(pieces, missing, name)
    if doc.source is None:
        missing.append(_english.no_source())
    else:
        place, lacking = _place(doc.source, context)
        pieces.append(place)
        missing += lacking
    return _entry([*pieces, _medium(doc.description or "")], missing)


def reference(citation: Citation, context: Context) -> Entry:
    """The location alone."""
    place, missing = _place(citation, context)
    return _entry([place], missing)


def _entry(pieces: list[str], missing: list[str], *italic: str) -> Entry:
    text = " ".join(stop(piece) for piece in pieces if piece)
    return Entry(text, tuple(dict.fromkeys(missing)), italic)


def _authors(doc: Document, context: Context, missing: list[str]) -> str:
    if not doc.authors:
        return ""
    missing += _people.wanting(doc.authors)
    first, *others = _english.people(doc.authors, context)
    names = _people.inverted(first, ",")
    if len(doc.authors) > _MOST:
        return f"{names}, et al."
    return f"{names}, {_english.joined([p.name for p in others], after_first=True)}" if others else names


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    """`Fond 558, archive, city, op. 1, d. 5397, l. 2`; an archive without a fond begins."""
    levels, missing = _levels.romanized(citation, context, labels=_LABELS)
    name, city, _, lacking = context.english(citation.archive)
    fond, rest = (levels[:1], levels[1:]) if citation.fond is not None else ([], levels)
    text = ", ".join(part for part in (*fond, name, city, *rest) if part)
    return _english.opened(text), missing + lacking


def _medium(description: str) -> str:
    """`Manuscript` or `Typescript`, where the description tells."""
    for phrase in description.casefold().split(". "):
        for medium, beginnings in words()["media"].items():
            if phrase.startswith(tuple(beginnings)):
                return str(medium).capitalize()
    return ""
