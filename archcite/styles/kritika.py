"""Kritika: Explorations in Russian and Eurasian History, style sheet for authors (notes).

    note       RGASPI f. 558, op. 1, d. 5397, l. 2 (letter, I. V. Stalin to V. I. Lenin, 27 December 1917).
    verso      RGASPI f. 558, op. 1, d. 5397, ll. 56–56 ob.
    a repeat   Ibid., l. 3.

The sheet follows the Chicago Manual, 15th edition, with strict Library of Congress romanization and the day before
the month; the archive has no comma behind it, and the document stands in parentheses behind the shelfmark. It has
no form for a document in an edition: `--published` gives Chicago's note with the sheet's order of dates.

Checked in November 2026 on the journal's own page: the editions that it follows, two initials for Russians in notes, the
soft sign ´ (`Gor´kii`); in its issues: `RGASPI f. 495, op. 99, d. 22, l. 7`. From memory: the repeat.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _genre, _levels, _published
from archcite.styles._context import Context, Entry, stop
from archcite.styles._repeat import NOTHING, repeated

if TYPE_CHECKING:
    from archcite.model import Citation, Document

VARIANTS = ("note",)
REPEATS = VARIANTS
PUBLISHED = VARIANTS
_MOST = 3
_SOFT_SIGN = "´"


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    context = replace(context, soft_sign=_SOFT_SIGN)
    missing: list[str] = []
    book = _published.book(doc, context, missing)
    missing += _english.gaps(doc)
    date = ""
    if doc.date is not None:
        written = _dates.day_first(doc.date)
        date = written.text
        missing += written.missing
    if book is not None:
        what = _english.correspondence(doc, context, _MOST)
        place = _published.note(book, context, place=True, most=_MOST, day=_dates.day_first)
        name = _published.title(book, context)
        text = stop(", ".join(filter(None, [what, date, place])))
        return Entry(text, tuple(dict.fromkeys(missing)), (name,) if name in text else (), book.key)
    what = ", ".join(filter(None, [_described(doc, context), date]))
    if doc.source is None:
        return Entry(stop(_english.opened(what)), tuple(dict.fromkeys([*missing, _english.no_source()])))
    place, lacking = _place(doc.source, context)
    text = stop(f"{place} ({what})" if what else place)
    return Entry(text, tuple(dict.fromkeys([*missing, *lacking])))


def reference(citation: Citation, context: Context) -> Entry:
    """The shelfmark alone."""
    context = replace(context, soft_sign=_SOFT_SIGN)
    place, missing = _place(citation, context)
    return Entry(stop(place), tuple(dict.fromkeys(missing)))


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    levels, missing = _levels.romanized(citation, context, verso=" ob.")
    if repeated(citation, context) != NOTHING:
        return ", ".join(["Ibid.", *levels]), missing
    archive, lacking = context.abbreviation(citation.archive, "Latn")
    text = f"{archive} {', '.join(levels)}".strip()
    return text if archive else _english.opened(text), lacking + missing


def _described(doc: Document, context: Context) -> str:
    """`letter, A to B`: the kind goes first, letters included."""
    if _english.by_header(doc):
        return _english.header(doc, context)
    authors = _english.listed(doc.authors, context, _MOST)
    recipients = _english.listed(doc.recipients, context, _MOST)
    who = f"{authors} to {recipients}" if authors and recipients else authors or (recipients and f"to {recipients}")
    about = _genre.subject(doc, doc.title, cyrillic=False)
    return ", ".join(filter(None, [_english.kind(doc), f"{who} {about}".strip()])) or _english.header(doc, context)
