"""Slavic Review, style of notes: the Chicago Manual, with archives and levels spelt out where they come first.

    note     I. V. Stalin to V. I. Lenin, December 27, 1917, Rossiiskii gosudarstvennyi arkhiv
             sotsial΄no-politicheskoi istorii (RGASPI), fond (f.) 558, opis΄ (op.) 1, delo (d.) 5397,
             list (l.) 2.
    later    I. V. Stalin to V. I. Lenin, December 27, 1917, RGASPI, f. 558, op. 1, d. 5397, l. 2.
    first    every entry as if it came first
    a repeat Ibid., l. 3.

`note` spells out the labels in the first entry of a run and each archive at its first mention; `first` and `later`
are those two forms for a single entry. A published document is cited as in Chicago's notes, with the place of
publication.

Checked in November 2026 on the journal's page for authors: footnotes after the Chicago Manual and no bibliography. The
house style that it mentions beside them was not to be had: spelling out at first mention, and the raised stroke ΄ for
the soft sign, are from memory. The names after which `et al.` stands are Chicago's, 17th edition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _levels, _published
from archcite.styles._context import Context, Entry, mention, stop
from archcite.styles._labels import Labels
from archcite.styles._repeat import NOTHING, repeated

if TYPE_CHECKING:
    from archcite.model import Citation, CitedArchive, Document

VARIANTS = ("note", "first", "later")
REPEATS = ("note", "later")
PUBLISHED = VARIANTS
_MOST = 3
_SOFT_SIGN = "΄"
_SPELT_OUT = Labels(
    "fond (f.)", "opis΄ (op.)", "delo (d.)", "dela (dd.)", "list (l.)", "listy (ll.)", "ob.", own="spelt_out"
)


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    context = replace(context, soft_sign=_SOFT_SIGN)
    missing: list[str] = []
    book = _published.book(doc, context, missing)
    missing += _english.gaps(doc)
    date = "n.d."
    if doc.date is not None:
        written = _dates.english(doc.date)
        date = written.text
        missing += written.missing
    what = _english.correspondence(doc, context, _MOST)
    if book is not None:
        place = _published.note(book, context, place=True, most=_MOST)
        return replace(_entry([what, date, place], missing, _published.title(book, context)), book=book.key)
    if doc.source is None:
        return _entry([what, date], [*missing, _english.no_source()])
    place, lacking = _place(doc.source, context)
    return _entry([what, date, place], missing + lacking)


def reference(citation: Citation, context: Context) -> Entry:
    """The shelfmark alone."""
    context = replace(context, soft_sign=_SOFT_SIGN)
    place, missing = _place(citation, context)
    return _entry([_english.opened(place) if place.startswith(("ibid.", "fond")) else place], missing)


def _entry(pieces: list[str], missing: list[str], italic: str = "") -> Entry:
    text = stop(", ".join(piece for piece in pieces if piece))
    return Entry(text, tuple(dict.fromkeys(missing)), (italic,) if italic and italic in text else ())


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    mentioned = context.run.mentioned
    first = context.variant == "first" or (context.variant != "later" and not mentioned)
    levels, missing = _levels.romanized(citation, context, labels=_SPELT_OUT if first else None)
    if repeated(citation, context) != NOTHING:
        return ", ".join(["ibid.", *levels]), missing
    full = context.variant == "first" or (context.variant != "later" and mention(citation.archive) not in mentioned)
    archive, lacking = context.abbreviation(citation.archive, "Latn", alone=not full)
    if full:
        archive = _spelt_out(citation.archive, archive, context)
    return ", ".join(part for part in (archive, *levels) if part), lacking + missing


def _spelt_out(cited: CitedArchive | None, short: str, context: Context) -> str:
    """The romanized name with the abbreviation behind it; under a former name the abbreviation alone."""
    archive = context.archive(cited) if cited else None
    if archive is None or short != replace(context, as_published=False).abbreviation(cited, "Latn", alone=False)[0]:
        return short
    full = context.full_name(archive)
    return f"{full} ({short})" if full != short else short
