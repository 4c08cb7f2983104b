"""The Chicago Manual of Style: letters and other papers in manuscript collections.

    note          I. V. Stalin to V. I. Lenin, December 27, 1917, f. 558, op. 1, d. 5397, l. 2, Rossiiskii
                  gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii (RGASPI), Moscow.
    short         Stalin to Lenin, December 27, 1917, f. 558, op. 1, d. 5397, l. 2, RGASPI.
    bibliography  Stalin, I. V. Letter to V. I. Lenin, December 27, 1917. F. 558, op. 1, d. 5397, l. 2.
                  RGASPI, Moscow.

CMOS, 17th edition (2017), 14.221–231; 18th (2024), 14.121 and 14.127; the filled forms are applications of
their templates to fond, opis, delo and list. In a note `letter` goes without saying and other kinds are
named. Russian is romanized (ALA-LC unless another scheme is asked for); verso is `ob.` after the number.
From memory, not checked against the manual: the names after which `et al.` stands, and the short form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _dates, _levels, _people
from archcite.styles._context import Context, Entry, stop, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Citation, Document, Person

VARIANTS = ("note", "short", "bibliography")
EDITIONS = (18, 17)
# Names that are all given in a note and in a bibliography; beyond that, `et al.` behind the first, or behind
# as many as the third number says in a bibliography.
_MOST = {17: (3, 10, 7), 18: (2, 6, 3)}


def document(doc: Document, context: Context) -> Entry:
    """The entry of one document."""
    missing: list[str] = []
    if doc.date is None:
        missing.append("no date")
        date = "n.d."
    else:
        written = _dates.english(doc.date)
        date = written.text
        missing += written.missing
    if doc.kind is None:
        missing.append("no kind")
    if not doc.authors:
        missing.append("no author")
    bibliography = context.variant == "bibliography"
    what = _heading(doc, context, missing) if bibliography else _correspondence(doc, context)
    if doc.source is None:
        missing.append("no source line, and so no search data")
        return _entry([what, date], missing)
    place, lacking = _place(doc.source, context)
    if bibliography:
        return _entry([f"{stop(f'{what}, {date}')} {place}"], missing + lacking)
    return _entry([what, date, place], missing + lacking)


def reference(citation: Citation, context: Context) -> Entry:
    """The search data alone, as the beginning of a sentence."""
    place, missing = _place(citation, context)
    return _entry([place[:1].upper() + place[1:]], missing)


def _entry(pieces: list[str], missing: list[str]) -> Entry:
    return Entry(stop(", ".join(piece for piece in pieces if piece)), tuple(dict.fromkeys(missing)))


def _place(citation: Citation, context: Context) -> tuple[str, list[str]]:
    """Levels and archive as the variant has them."""
    levels, missing = _levels.romanized(citation, context)
    short, lacking = context.abbreviation(citation.archive, "Latn")
    shelfmark = ", ".join(levels)
    missing = missing + lacking
    if context.variant == "short" or not short:
        return ", ".join(part for part in (shelfmark, short) if part), missing
    archive = context.archive(citation.archive) if citation.archive else None
    city = archive.city("en") if archive else ""
    if context.variant == "bibliography":
        shelfmark = shelfmark[:1].upper() + shelfmark[1:]
        where = f"{short}, {city}" if city else short
        return f"{stop(shelfmark)} {where}" if shelfmark else where, missing
    name = _full_name(citation, context, short)
    return ", ".join(part for part in (shelfmark, name, city) if part), missing


def _full_name(citation: Citation, context: Context, short: str) -> str:
    """The romanized name with its abbreviation behind it; under a former name the abbreviation alone."""
    archive = context.archive(citation.archive) if citation.archive else None
    if archive is None or short != archive.abbr("en"):
        return short
    full = archive.romanized(context.scheme)
    return f"{full} ({short})" if full and full != short else short


def _correspondence(doc: Document, context: Context) -> str:
    """`A to B`, `A to B, telegram`, `A, report`; the header as written where it names nobody."""
    surname_only = context.variant == "short"
    authors = _listed(doc.authors, context, surname_only)
    recipients = _listed(doc.recipients, context, surname_only)
    kind = words()["kinds"][doc.kind]["en"] if doc.kind else ""
    if not authors and not recipients:
        return _opened(kind) or context.romanize((doc.title or "").strip().rstrip("."))
    if not authors:
        return _opened(f"{kind} to {recipients}".strip())
    who = f"{authors} to {recipients}" if recipients else authors
    return f"{who}, {kind}" if kind and (kind != "letter" or not recipients) else who


def _heading(doc: Document, context: Context, missing: list[str]) -> str:
    """`Surname, I. O. Letter to B`; without a kind `Surname, I. O., to B`."""
    kind = _opened(words()["kinds"][doc.kind]["en"]) if doc.kind else ""
    recipients = _listed(doc.recipients, context, False)
    what = f"{kind} to {recipients}".strip() if recipients else kind
    if not doc.authors:
        return _opened(what) or context.romanize((doc.title or "").strip().rstrip("."))
    missing += _people.wanting(doc.authors)
    first, *others = _romanized(doc.authors, context)
    most, shown = _MOST[context.edition or EDITIONS[0]][1:]
    if len(doc.authors) > most:
        names = f"{', '.join([_people.inverted(first, ','), *(p.name for p in others[: shown - 1])])}, et al."
    else:
        names = _people.inverted(first, ",")
        if others:
            names = f"{names}, {_and([person.name for person in others], after_first=True)}"
    if not what:
        return names
    return f"{stop(names)} {what}" if kind else f"{names}, {what}"


def _listed(persons: Sequence[Person], context: Context, surname_only: bool) -> str:
    """Names in running order, `et al.` where there are more than the edition gives."""
    names = [
        _people.parts(person.name).surname if surname_only and person.kind == "person" else person.name
        for person in _romanized(persons, context)
    ]
    if len(names) > _MOST[context.edition or EDITIONS[0]][0]:
        return f"{names[0]} et al."
    return _and(names)


def _and(names: Sequence[str], *, after_first: bool = False) -> str:
    if len(names) < 2:
        return f"and {names[0]}" if names and after_first else "".join(names)
    comma = "," if len(names) > 2 or after_first else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _romanized(persons: Sequence[Person], context: Context) -> list[Person]:
    return [person.model_copy(update={"name": context.romanize(person.name)}) for person in persons]


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
