"""The Publication Manual of the American Psychological Association, 7th edition (2020): archival sources.

    reference-list  Stalin, I. V. (1917, December 27). [Letter to V. I. Lenin]. Russian State Archive of
                    Socio-Political History (F. 558, Op. 1, D. 5397, L. 2), Moscow, Russia.
    verso           … (F. 558, Op. 1, D. 5397, Ll. 56–56ob.), Moscow, Russia.
    published       … In A. V. Kvashonkin et al. (Comps.), Bol'shevistskoe rukovodstvo: Perepiska, 1912–1927
                    (p. 33). ROSSPEN.

Template of the APA Style site for archival documents and collections: author, date, title or description in
brackets, repository with the number, place; the filled forms are applications to fond, opis, delo and list. A
document without author begins with its description. All of up to twenty authors are named. The date is that of
the document, in a published edition too; the year is always its first word (`1920, not before May 5`).

Checked in November 2026: the manual itself leaves archives to the site, whose first example is a letter in this form. From
memory: brackets around what the document does not say itself, `ca.`, `Comps.`, and the ellipsis behind nineteen authors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _levels, _people, _periodical, _published
from archcite.styles._context import Context, Entry, stop
from archcite.styles._labels import Labels

if TYPE_CHECKING:
    from archcite.model import Citation, Document

VARIANTS = ("reference-list",)
EDITIONS = (7,)
PUBLISHED = VARIANTS
_MOST = 20
_MOST_COMPILERS = 2
_LABELS = Labels("F.", "Op.", "D.", "Dd.", "L.", "Ll.", "ob.", own="capital")


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    missing: list[str] = []
    book = _published.book(doc, context, missing, wants_place=False, wants_page=True)
    missing += _english.gaps(doc)
    date = "n.d."
    if doc.date is not None:
        written = _dates.year_first(doc.date)
        date = written.text
        missing += written.missing
    authors = _authors(doc, context, missing)
    what = _english.described(doc, context, _MOST)
    described = f"[{what}]" if what else ""
    pieces = [_english.opened(authors), f"({date})", described] if authors else [described, f"({date})"]
    if book is not None:
        name = _published.title(book, context)
        if book.issue:
            pieces.append(name + _periodical.volume(book.issue, book.year, book.page))
            return _entry(pieces, missing, name)
        pieces += [_in_book(book, name, context), context.romanize(book.publisher)]
        return _entry(pieces, [one for one in missing if one != "no year of the book"], name)
    if doc.source is None:
        missing.append(_english.no_source())
    else:
        place, wanting = _place(doc.source, context)
        pieces.append(place)
        missing += wanting
    return _entry(pieces, missing)


def reference(citation: Citation, context: Context) -> Entry:
    """The repository alone."""
    place, missing = _place(citation, context)
    return _entry([place], missing)


def _entry(pieces: list[str], missing: list[str], *italic: str) -> Entry:
    *before, last = [piece for piece in pieces if piece] or [""]
    # no stop between the names, that end in one, and the date in parentheses
    text = " ".join([*(f"{one}." if one.endswith((")", "]")) else one for one in before), stop(last)])
    return Entry(text, tuple(dict.fromkeys(missing)), italic)


def _authors(doc: Document, context: Context, missing: list[str]) -> str:
    """`Stalin, I. V.`, `A, B., & C, D.`; every name has its surname first."""
    missing += _people.wanting(doc.authors)
    names = [_people.inverted(person, ",") for person in _english.people(doc.authors, context)]
    if len(names) > _MOST:
        return stop(f"{', '.join(names[: _MOST - 1])}, . . . {names[-1]}")
    if len(names) > 1:
        return stop(f"{', '.join(names[:-1])}, & {names[-1]}")
    return stop(names[0]) if names else ""


def _in_book(book: _published.Book, name: str, context: Context) -> str:
    names = _published.compilers(book, context, _MOST_COMPILERS).replace(" and ", " & ")
    who = f"{names} ({'Comps.' if len(book.compilers) > 1 else 'Comp.'}), " if names else ""
    page = _published.page(book)
    return f"In {who}{name}" + (f" ({page})" if page else "")


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    """`Archive (F. 558, Op. 1, D. 5397, L. 2), city, country`."""
    levels, missing = _levels.romanized(citation, context, labels=_LABELS)
    name, city, country, lacking = context.english(citation.archive)
    shelfmark = f"({', '.join(levels)})" if levels else ""
    held = f"{name} {shelfmark}".strip()
    return ", ".join(part for part in (held, city, country) if part), missing + lacking
