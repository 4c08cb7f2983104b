"""The book or journal that a document was published in, for `--published`.

A record has what its file says of the book: often the title and a page alone. Nothing is filled in; what the form
wants and the file does not say is listed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from archcite.styles import _dates, _people, _periodical
from archcite.styles._context import has_cyrillic, stop, words
from archcite.styles._english import joined

if TYPE_CHECKING:
    from collections.abc import Callable

    from archcite.model import Date, Document, Person
    from archcite.styles._context import Context

# `М.: РОССПЭН, 1996`: the publisher stands between place and year
_PUBLISHER = regex.compile(r"\p{L}\.?\s?:\s?(?P<name>[^\s,:.][^,:]{0,59}+),\s(?:18|19|20)\d\d")
_PLACE_WANTED_BEFORE = 1900
_YEARS = regex.compile(r"(?<=\b\d{4})\s?-\s?(?=\d{4}\b)")
_PART = regex.compile(r"(?<=[\p{L}\p{N}]{3}|[)\"»”])\.\s+")  # no part ends in an initial or in `Т.`
_PAGES = regex.compile(r"\s?[-–—]\s?")


@dataclass(frozen=True, slots=True)
class Book:
    """A book or journal as the record has it; `""` for what its file does not say. `title` is as written.

    `issue` is the number of a journal, or the day of a newspaper.
    """

    title: str
    compilers: tuple[str, ...]
    place: str
    publisher: str
    year: str
    number: str
    page: str
    issue: str = ""

    @property
    def key(self) -> str:
        """What tells this book, or this issue of a journal, from others: another year or number is no repeat."""
        return ". ".join(filter(None, [self.title, self.year, self.issue]))

    @property
    def is_russian(self) -> bool:
        """Whether the title is in Cyrillic."""
        return has_cyrillic(self.title)


def book(
    doc: Document,
    context: Context,
    missing: list[str],
    *,
    cyrillic: bool = False,
    wants_place: bool = True,
    wants_page: bool = False,
) -> Book | None:
    """The book to cite, if that is asked for; what is wanting goes to `missing`.

    With `cyrillic` the book that the original names is taken for a translation that names it in English. The style
    may do without the place of publication, and may want a page where others take the document's number.
    """
    if not context.published:
        return None
    owner, found = doc, doc.publications
    if doc.pair and (not found or (cyrillic and not any(has_cyrillic(one.title) for one in found))):
        original = context.document(doc.pair)
        if original and original.publications:
            owner, found = original, original.publications
    if not found:
        missing.append("no publication: the archival source is cited")
        return None
    missing += [f"also published in “{other.written}”" for other in found[1:]]
    one = found[0]
    # Only the title page of a collection, at the head of the file, numbers the documents below it.
    number = one.number or (owner.number if one.compilers else None)
    publisher = _PUBLISHER.search(one.written)
    made = Book(
        _title(one.title),
        tuple(map(_people.running, one.compilers)),
        _bare(one.place),
        publisher["name"] if publisher else "",
        one.year or "",
        number or "",
        _PAGES.sub("–", one.page or ""),
        _PAGES.sub("–", one.issue or ""),
    )
    missing += _lacking(made, wants_place, wants_page)
    return made


def _title(written: str) -> str:
    """The title without its last stop, which stays behind `гг.`, and with dashes between years."""
    bare = _YEARS.sub("–", written.strip(" ."))
    return f"{bare}." if bare.endswith((" гг", " г")) else bare


def _bare(place: str | None) -> str:
    return (place or "").strip(" .")


def _lacking(one: Book, wants_place: bool, wants_page: bool) -> list[str]:
    if one.issue:
        return [f"no {name} of the issue" for name, value in (("year", one.year), ("page", one.page)) if not value]
    wanted = {"compilers": one.compilers, "publisher": one.publisher, "year": one.year}
    wanted |= {"place": one.place} if wants_place else {}
    out = [f"no {name} of the book" for name, value in wanted.items() if not value]
    if wants_page and not one.page:
        return [*out, "no page in the book"]
    return out if one.number or one.page else [*out, "no number and page in the book"]


def russian(one: Book, before: str | None = None) -> str:
    """`Title / сост. А. В. Квашонкин [и др.]. М. : РОССПЭН, 1996. № 9. С. 33`, `Там же. С. 33` behind the same book.

    A book whose title is in Latin script is described in English, as GOST wants the language of the book.
    """
    comp, et_al, no, p, ibid = (
        ("сост.", "[и др.]", "№", "С.", "Там же") if one.is_russian else ("comp.", "[et al.]", "No.", "P.", "Ibid.")
    )
    places = [f"{no} {one.number}" if one.number else "", f"{p} {one.page}" if one.page else ""]
    if before == one.key:
        return " ".join(map(stop, filter(None, [ibid, *places])))
    title = one.title
    if one.issue:
        issue = _periodical.russian(one.issue, one.year, cyrillic=one.is_russian)
        return " ".join(map(stop, [title, *issue, *filter(None, places)]))
    if one.compilers:
        names = ", ".join(one.compilers) if len(one.compilers) < 4 else f"{one.compilers[0]} {et_al}"
        title = f"{title} / {comp} {names}"
    place = _place(one, "ru")
    imprint = ", ".join(filter(None, [" : ".join(filter(None, [place, one.publisher])), one.year]))
    return " ".join(map(stop, filter(None, [title, imprint, *places])))


def title(one: Book, context: Context) -> str:
    """The title in Latin letters, subtitles behind a colon, years behind a comma."""
    first, *rest = _PART.split(context.romanize(one.title))
    out = first
    for place, part in enumerate(rest):
        out += (", " if part[:1].isdigit() else ": " if place == 0 else ". ") + part
    return out


def compilers(one: Book, context: Context, most: int) -> str:
    """The compilers in running order, in Latin letters, `et al.` where there are more than `most`."""
    names = [context.romanize(name) for name in one.compilers]
    return f"{names[0]} et al." if len(names) > most else joined(names)


def inverted(one: Book, context: Context, most: int, shown: int) -> str:
    """The compilers as a heading, the first one's surname first: `Kvashonkin, A. V., et al.`."""
    names = [context.romanize(name) for name in one.compilers]
    if not names:
        return ""
    first = _people.inverted(_person(names[0]), ",")
    if len(names) > most:
        return f"{', '.join([first, *names[1:shown]])}, et al."
    return f"{first}, {joined(names[1:], after_first=True)}" if names[1:] else first


def imprint(one: Book, context: Context, *, place: bool) -> str:
    """`Moscow: ROSSPEN, 1996`, as much of it as is known; the place if the style has it, or the book is older than 1900.

    CMOS 18, 14.30–31 keeps the place of those, and MLA 9 as well.
    """
    where = _place(one, "en") if place or (one.year.isdigit() and int(one.year) < _PLACE_WANTED_BEFORE) else ""
    printed = ": ".join(context.romanize(part) for part in (where, one.publisher) if part)
    return ", ".join(filter(None, [printed, one.year]))


def locator(one: Book) -> str:
    """`no. 9, p. 33`, `pp. 33–35`."""
    return ", ".join(filter(None, [f"no. {one.number}" if one.number else "", _pages(one)]))


def page(one: Book) -> str:
    """`p. 33`, `pp. 33–35`; the document's number where no page is known."""
    return _pages(one) or (f"no. {one.number}" if one.number else "")


def _pages(one: Book) -> str:
    return f"{'pp.' if '–' in one.page else 'p.'} {one.page}" if one.page else ""


def note(
    one: Book, context: Context, *, place: bool, most: int, day: Callable[[Date], _dates.Written] = _dates.english
) -> str:
    """`in Title: Subtitle, comp. A. V. Kvashonkin et al. (Moscow: ROSSPEN, 1996), no. 9, p. 33`, as Chicago has it.

    Of a journal number and year, of a newspaper the date as `day` writes it.
    """
    if context.run.book == one.key:
        return ", ".join(filter(None, ["ibid.", locator(one)]))
    if one.issue:
        return f"in {title(one, context)}{_periodical.note(one.issue, one.year, one.page, day)}"
    names = compilers(one, context, most)
    printed = imprint(one, context, place=place)
    named = f"in {title(one, context)}" + (f", comp. {names}" if names else "") + (f" ({printed})" if printed else "")
    return ", ".join(filter(None, [named, locator(one)]))


def _place(one: Book, lang: str) -> str:
    for known in words()["places"]:
        if one.place in known["written"]:
            return str(known[lang])
    return one.place


def _person(name: str) -> Person:
    from archcite.model import Person

    return Person(name=name, written=name)
