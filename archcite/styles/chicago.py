"""The Chicago Manual of Style: letters and other papers in manuscript collections.

    note          I. V. Stalin to V. I. Lenin, December 27, 1917, f. 558, op. 1, d. 5397, l. 2, Rossiiskii
                  gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii (RGASPI), Moscow.
    short         Stalin to Lenin, December 27, 1917, f. 558, op. 1, d. 5397, l. 2, RGASPI.
    bibliography  Stalin, I. V. Letter to V. I. Lenin, December 27, 1917. F. 558, op. 1, d. 5397, l. 2.
                  RGASPI, Moscow.
    published     I. V. Stalin to V. I. Lenin, December 27, 1917, in Bol'shevistskoe rukovodstvo: Perepiska,
                  1912–1927, comp. A. V. Kvashonkin et al. (Moscow: ROSSPEN, 1996), no. 9, p. 33.
                  Kvashonkin, A. V., et al., comps. Bol'shevistskoe rukovodstvo: Perepiska, 1912–1927.
                  ROSSPEN, 1996. (bibliography)
    a repeat      Ibid., l. 3.

CMOS, 17th edition (2017), 14.221–231; 18th (2024), 14.121 and 14.127; the filled forms are applications of
their templates to fond, opis, delo and list. In a note `letter` goes without saying and other kinds are
named in lower case. Russian is romanized (ALA-LC unless another scheme is asked for); verso is `ob.` after the number.

Checked in November 2026 against what libraries and the publisher say of the manual: order and wording of notes and
bibliography (guides of the universities of Dublin, Kansas and Regina to 14.221–231); names, 17th edition: three in a
note, ten in a bibliography, of more the first seven (the manual's questions and answers on 14.76); 18th: two in a note,
six in a bibliography, of more the first three (13.23); the 18th leaves out the place of publication of books printed
from 1900 on (14.30–31); both allow `ibid.` and prefer the short form (17: 14.34; 18: 13.37). From memory: that the short
form of a letter is both surnames, and `ibid.` before the levels that changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _levels, _people, _published
from archcite.styles._context import Context, Entry, Run, stop
from archcite.styles._repeat import NOTHING, repeated

if TYPE_CHECKING:
    from archcite.model import Citation, Document

VARIANTS = ("note", "short", "bibliography")
EDITIONS = (18, 17)
REPEATS = ("note", "short")
PUBLISHED = VARIANTS
# Names that are all given in a note and in a bibliography; beyond that, `et al.` behind the first, or behind
# as many as the third number says in a bibliography.
_MOST = {17: (3, 10, 7), 18: (2, 6, 3)}


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    missing: list[str] = []
    bibliography = context.variant == "bibliography"
    edition = context.edition or EDITIONS[0]
    book = _published.book(doc, context, missing, wants_place=edition < 18)
    if book is not None and bibliography and not book.issue:
        return _book(book, context, missing)
    most = _MOST[edition]
    date = "n.d."
    if doc.date is not None:
        written = _dates.english(doc.date)
        date = written.text
        missing += written.missing
    missing += _english.gaps(doc)
    if bibliography:
        what = _english.opened(_english.heading(doc, context, _heading(doc, context, missing), most[0]))
    else:
        what = _english.correspondence(doc, context, most[0], surname_only=context.variant == "short")
    if book is not None and bibliography:  # the document, where it stands in a journal
        journal = _published.note(book, replace(context, run=Run()), place=False, most=most[0]).removeprefix("in ")
        return _entry([f"{stop(f'{what}, {date}')} {journal}"], missing, _published.title(book, context))
    if book is not None:
        place = _in_book(book, context, most[0])
        return _entry([what, date, place], missing, _published.title(book, context), book=book.key)
    if doc.source is None:
        missing.append(_english.no_source())
        return _entry([what, date], missing)
    place, lacking = _place(doc.source, context)
    if not what and doc.date is None:  # nothing is known of it but where it lies
        return _entry([_english.opened(place)], missing + lacking)
    if bibliography:
        return _entry([f"{stop(', '.join(filter(None, [what, date])))} {place}"], missing + lacking)
    return _entry([what, date, place], missing + lacking)


def reference(citation: Citation, context: Context) -> Entry:
    """The search data alone, as the beginning of a sentence."""
    place, missing = _place(citation, context)
    return _entry([_english.opened(place)], missing)


def _entry(pieces: list[str], missing: list[str], *italic: str, book: str | None = None) -> Entry:
    text = stop(", ".join(piece for piece in pieces if piece))
    return Entry(text, tuple(dict.fromkeys(missing)), tuple(one for one in italic if one in text), book)


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    """Levels and archive as the variant has them; `ibid.` and what changed behind the same source."""
    levels, missing = _levels.romanized(citation, context)
    if repeated(citation, context) != NOTHING:
        return ", ".join(["ibid.", *levels]), missing
    short, lacking = context.abbreviation(citation.archive, "Latn", alone=context.variant in ("short", "bibliography"))
    shelfmark = ", ".join(levels)
    missing = missing + lacking
    if context.variant == "short" or not short:
        return ", ".join(part for part in (shelfmark, short) if part), missing
    archive = context.archive(citation.archive) if citation.archive else None
    city = archive.city("en") if archive else ""
    if context.variant == "bibliography":
        where = f"{short}, {city}" if city else short
        return f"{stop(_english.opened(shelfmark))} {where}" if shelfmark else where, missing
    name = _full_name(citation, context, short)
    return ", ".join(part for part in (shelfmark, name, city) if part), missing


def _full_name(citation: Citation, context: Context, short: str) -> str:
    """The romanized name with its abbreviation behind it; under a former name the abbreviation alone."""
    archive = context.archive(citation.archive) if citation.archive else None
    if archive is None or short != archive.abbr("en"):
        return short
    full = context.full_name(archive)
    return f"{full} ({short})" if full and full != short else short


def _heading(doc: Document, context: Context, missing: list[str]) -> str:
    """The authors of an entry in a bibliography, the first one's surname first."""
    if not doc.authors:
        return ""
    missing += _people.wanting(doc.authors)
    first, *others = _english.people(doc.authors, context)
    most, shown = _MOST[context.edition or EDITIONS[0]][1:]
    if len(doc.authors) > most:
        return f"{', '.join([_people.inverted(first, ','), *(p.name for p in others[: shown - 1])])}, et al."
    names = _people.inverted(first, ",")
    return f"{names}, {_english.joined([p.name for p in others], after_first=True)}" if others else names


def _in_book(book: _published.Book, context: Context, most: int) -> str:
    if context.variant == "short" and not book.issue:  # the title up to its first stop
        first = _published.title(book, context).partition(":")[0]
        return ", ".join(filter(None, [f"in {first}", _published.locator(book)]))
    return _published.note(book, context, place=(context.edition or EDITIONS[0]) < 18, most=most)


def _book(book: _published.Book, context: Context, missing: list[str]) -> Entry:
    """The book itself: a bibliography lists what a reader can order."""
    edition = context.edition or EDITIONS[0]
    title = _published.title(book, context)
    # The form of the facts has `et al.` behind the first of four compilers in either edition.
    names = _published.inverted(book, context, 3, 1)
    imprint = _published.imprint(book, context, place=edition < 18)
    who = f"{names}, {'comps.' if len(book.compilers) > 1 else 'comp.'}" if names else ""
    text = " ".join(stop(part) for part in (who, title, imprint) if part)
    return Entry(text, tuple(dict.fromkeys(missing)), (title,))
