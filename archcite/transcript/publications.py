"""Books that a file says its documents stand in: the collection at its head, a line before the source line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.lines import Line


@dataclass(slots=True, frozen=True)
class PublicationReading:
    """A book as the file names it; only what stands there. `written` is its lines, joined by a space."""

    title: str
    written: str
    compilers: tuple[str, ...] = ()
    place: str | None = None
    year: str | None = None
    page: str | None = None
    number: str | None = None


_COMPILERS = regex.compile(
    r"(?:Compiled by|Compilers?|Edited by|Составители|Составитель|Сост\.)\s{0,2}:?\s{0,3}(?P<names>\S.*)", regex.I
)
_COLLECTION = regex.compile(
    r"(?:Collection of documents|Documents|Сборник документов|Документы)\b\D{0,40}(?P<year>(?:19|20)\d\d)?\D{0,10}",
    regex.I,
)
_VOLUME = regex.compile(r"(?:Том|Т\.|Vol(?:ume|\.)?|Volume)\s{0,2}[\dIVXLC]{1,6}\.?", regex.I)
_PAGES = regex.compile(
    r"(?P<title>\p{Lu}.{3,300}?)[.,]?\s{1,3}(?:С|Стр|S|P|pp?|стр|с)\.?\s{0,2}(?P<page>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)\.?"
)
_IMPRINT = regex.compile(
    r"[.,]?\s(?P<place>М|Л|M|L|СПб|Москва|Moscow)\.?(?:\s?:\s?[^,]{1,60})?,\s(?P<year>(?:19|20)\d\d)\.?$"
)
_PUBLISHED = regex.compile(
    r"(?:(?:Впервые\s)?опубликован[оаы]?|Опубл\.|Публикуется|Печатается по|Воспроизводится по|(?:First\s)?published|"
    r"Printed (?:in|from)|Reprinted from)\b[\s:.—–-]{0,4}(?:(?:в(?: кн\.| сб\.| журн\.)?|in|по(?: изд\.)?):?\s)?",
    regex.I,
)
_YEAR = regex.compile(r"(?:18|19|20)\d\d")
_NUMBER = regex.compile(r"[.,;]?\s{0,2}(?:Док\.|Документ|Doc\.|Document|no\.)\s?№?\s?(?P<number>\d{1,4})\.?$", regex.I)
_BETWEEN_NAMES = regex.compile(r"[,;]\s{0,3}")


def is_collection(line: Line) -> bool:
    """Whether a line belongs to a book's title matter: compilers, `Collection of documents`, a bare volume number."""
    return any(kind.fullmatch(line.text) is not None for kind in (_COMPILERS, _COLLECTION, _VOLUME))


def collection(furniture: Sequence[Line]) -> PublicationReading | None:
    """The collection named in the lines before the first document; None unless its compilers or its genre are."""
    matter = [index for index, line in enumerate(furniture) if is_collection(line) and not _VOLUME.fullmatch(line.text)]
    if not matter or matter[0] == 0:
        return None
    first = matter[0]
    title = furniture[first - 1].text.rstrip(".")
    if "|" in title:
        return None
    lines = [furniture[first - 1], *(furniture[index] for index in matter)]
    compilers: tuple[str, ...] = ()
    year = None
    for line in lines[1:]:
        if (named := _COMPILERS.fullmatch(line.text)) is not None:
            compilers = tuple(name for name in _BETWEEN_NAMES.split(named["names"].rstrip(". ")) if name)
        elif (genre := _COLLECTION.fullmatch(line.text)) is not None:
            year = genre["year"] or year
    return PublicationReading(title, " ".join(line.text for line in lines), compilers, year=year)


def is_published(line: Line) -> bool:
    """Whether a line says where the document was printed: `Опубликовано: …`, `First published in …`."""
    return len(line.text) < LONGEST and _PUBLISHED.match(line.text) is not None


LONGEST = 400
"""Code points of the longest line that names a book."""


def published(written: str) -> PublicationReading | None:
    """The book of a statement of publication, its opening words (`Опубликовано:`) aside; None if it names none."""
    opening = _PUBLISHED.match(written)
    title = written[opening.end() if opening is not None else 0 :].strip()
    if not title[:1].isupper() and title[:1] not in '«“"[':
        return None
    number = _NUMBER.search(title)
    if number is not None:
        title = title[: number.start()]
    book = _book(title, written)
    if book is None:
        imprint = _IMPRINT.search(title)
        book = PublicationReading(title.rstrip(" ."), written)
        if imprint is not None:
            book = replace(book, title=title[: imprint.start()], place=imprint["place"], year=imprint["year"])
    return book if number is None else replace(book, number=number["number"])


def cited_book(line: Line, *, dated: bool = False) -> PublicationReading | None:
    """The book of a line such as `Title. Subtitle. 1912–1927. С. 33.`; None for a line that ends otherwise.

    With `dated` a year must stand in it: a sentence may end in a page too.
    """
    if len(line.text) >= LONGEST or (dated and _YEAR.search(line.text) is None):
        return None
    return _book(line.text, line.text)


def _book(text: str, written: str) -> PublicationReading | None:
    match = _PAGES.fullmatch(text)
    if match is None:
        return None
    title = match["title"]
    imprint = _IMPRINT.search(title)
    if imprint is None:
        return PublicationReading(title, written, page=match["page"])
    return PublicationReading(
        title[: imprint.start()], written, place=imprint["place"], year=imprint["year"], page=match["page"]
    )
