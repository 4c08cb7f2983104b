"""Books and journals that a file says its documents stand in: the collection at its head, lines beside the source line.

A description is read from its end: pages, number of the document or issue, imprint, then title and compilers, as GOST
R 7.0.5-2008 and English bibliographies put them in order. What fits none of them stays in the title, as written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from archcite.transcript.words import places

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
    issue: str | None = None


LONGEST = 600
"""Code points of the longest line that names a book."""

# the title page of a collection

_COMPILERS = regex.compile(
    r"(?:Compiled by|Compilers?|Edited by|Составители|Составитель|Сост\.)\s{0,2}:?\s{0,3}(?P<names>\S.*)", regex.I
)
_COLLECTION = regex.compile(
    r"(?:Collection of documents|Documents|Сборник документов|Документы)\b\D{0,40}(?P<year>(?:19|20)\d\d)?\D{0,10}",
    regex.I,
)
_VOLUME = regex.compile(r"(?:Том|Т\.|Vol(?:ume|\.)?|Volume)\s{0,2}[\dIVXLC]{1,6}\.?", regex.I)


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
            compilers = _names(named["names"])
        elif (genre := _COLLECTION.fullmatch(line.text)) is not None:
            year = genre["year"] or year
    place = None
    after = furniture[matter[-1] + 1] if matter[-1] + 1 < len(furniture) else None
    if after is not None and (imprint := _imprint(after.text)) is not None and not imprint.start():
        lines.append(after)
        place, year = imprint["place"].rstrip("."), imprint["year"]
    return PublicationReading(title, " ".join(line.text for line in lines), compilers, place, year)


_BETWEEN_NAMES = regex.compile(r"\s{0,2}[,;]\s{0,3}(?:(?:и|and)\s)?|\s(?:и(?!\sдр)|and|&)\s")
_CLOSE_INITIAL = regex.compile(r"(?<=(?<!\p{L})\p{Lu}\p{Ll}?\.)(?=\p{Lu})")


def _names(written: str) -> tuple[str, ...]:
    """The names of a list, a space between initials and surname: `А.В.Квашонкин, Л. П. Кошелева и др.`"""
    written = _CLOSE_INITIAL.sub(" ", written.strip(" ;,"))
    others = regex.search(r"\s(?:и др|et al)\.?$", written)
    names = [name.strip() for name in _BETWEEN_NAMES.split(written.rstrip(". ") if others is None else written)]
    if others is not None:
        names[-1] = f"{names[-1].rstrip('.')}."
    return tuple(name for name in names if name)


# statements of publication

_OPENING = regex.compile(
    r"(?:(?:Впервые\s|Текст\s|Частично\s|Ранее\s)?(?:опубликован[оаы]?|опубл\.|публ\.|публикуется|напечатано|печатается|"
    r"воспроизводится|перепечатано)|(?:источник публикации|публикация|источник|source)(?=\s?:)|"
    r"(?:(?:first|originally|previously|partly)\s)?published|printed(?=\s(?:in|from))|reprinted(?=\s(?:in|from)))"
    r"(?:\sвпервые)?[\s:.—–-]{0,4}(?:(?:с сокращениями|частично|полностью)[\s:,]{0,3})?"
    r"(?:(?:в|по|из|in|from|according to|by(?=\s?:))(?:\s(?:кн\.|книге|сб\.|сборнике|журн\.|журнале|газ\.|газете|изд\.|изданию|тексту))?:?\s{1,2})?",
    regex.I,
)
_END = r"[\s.;,]{0,3}$"
_PAGE = regex.compile(
    r"(?:^|[.,;:—–-]\s?|\s)\(?(?:С|Стр|S|P|pp?|стр|с)\.?\s{0,2}(?P<page>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?){0,9}\)?"
    + _END
)
_PAGE_INSIDE = regex.compile(
    r"(?P<book>.{8,400}?[.,]\s(?:С|с|P|p|pp|Pp)\.\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)[.;]\s(?!(?:[Дд]ок|Doc|doc|№|No)\b)\p{L}.*"
)
_NUMBER = regex.compile(
    r"[.,;(—–-]?\s{0,2}(?:(?P<document>Док\.|Документ|Doc\.|Document)\s?(?:№|No\.?|Nr\.?)?|№|No\.|no\.|Nr\.)\s?(?P<number>\d{1,4}(?:\s?[(/–-]\s?\d{1,4}\)?)?)\)?"
    + _END,
    regex.I,
)
_PART = regex.compile(
    r"[.,;]?\s{0,2}(?:[—–-]\s)?(?P<part>(?:Т|Том|Кн|Книга|Ч|Часть|Вып|Выпуск|Vol|Volume|Book|Part)\.?\s?[\dIVXLC]{1,6})"
    + _END
)
_DAY = regex.compile(r"[.,]\s(?P<day>\d{1,2}\s\p{L}{3,9})" + _END)
_FULL_DAY = regex.compile(r"[.,]?\s(?P<day>\d{1,2}\s\p{L}{3,9}),?\s(?P<year>(?:18|19|20)\d\d)(?:\s?г)?" + _END)
_IMPRINT = regex.compile(
    r"(?:^|[.,»”\"]\s{0,2}(?:[—–-]\s{0,2})?|\s[—–-]\s|\s?(?P<open>\())"
    r"(?P<place>\p{Lu}[\p{L}’'-]{0,24}(?:\s\p{Lu}[\p{L}’'-]{1,20}){0,2}\.?(?:(?:\s?;\s?|[–—-])\p{Lu}[\p{L}-]{0,20}\.?){0,2})"
    r"(?P<publisher>\s?:\s?[^,:]{1,70})?,\s(?P<year>(?:18|19|20)\d\d)\)?" + _END
)
_YEAR_LAST = regex.compile(r"[.,]?\s(?P<year>\(?(?:18|19|20)\d\d\)?)" + _END)
_YEAR = regex.compile(r"(?:18|19|20)\d\d")
_SHORT_PLACES = frozenset({"М", "Л", "СПб", "Пг", "Птг", "Пб", "К", "Х", "М.-Л", "M", "L", "N.Y", "NY"})
_RESPONSIBLE = regex.compile(r"(?<!/)\s?/(?!/)\s?(?P<who>[^/]{3,400})$")
_ROLE = regex.compile(
    r"(?P<compiled>сост(?:авител[ьи]|авлено|\.)|compiled by|comps?\.(?:\sby)?|compilers?|edited by|eds?\.(?:\sby)?)[\s:]{1,3}(?P<names>[^;]{3,300})",
    regex.I,
)
_EDITORS_FIRST = regex.compile(
    r"(?P<names>\p{Lu}[^:/]{4,160}?)(?:,\s(?:eds?|comps?)\.|\s\((?:eds?|comps?|сост)\.\))[,:]?\s{1,2}(?P<title>\p{Lu}|[«“\"])"
)
_BETWEEN_BOOKS = regex.compile(r"(?<=\d\.?);\s{1,2}(?=[\p{Lu}«“\"])")


def is_published(line: Line) -> bool:
    """Whether a line says where the document was printed: `Опубликовано: …`, `First published in …`, or names a book."""
    if len(line.text) >= LONGEST:
        return False
    return _OPENING.match(line.text) is not None or cited_book(line, dated=True) is not None


def published(written: str) -> list[PublicationReading]:
    """The books of a statement of publication, its opening words (`Опубликовано:`) aside; none if it names none."""
    opening = _OPENING.match(written)
    titles = _BETWEEN_BOOKS.split(written[opening.end() if opening is not None else 0 :])
    books = [_book(titles[0], written)] if len(titles) == 1 else [_book(title, title.strip()) for title in titles]
    return [book for book in books if book is not None]


def cited_book(line: Line, *, dated: bool = False) -> PublicationReading | None:
    """The book of a line such as `Title. Subtitle. 1912–1927. С. 33.`; None for a line that ends otherwise.

    With `dated` a year must stand in it: a sentence may end in a page too.
    """
    if len(line.text) >= LONGEST or not line.text[:1].isupper() or (dated and _YEAR.search(line.text) is None):
        return None
    return book_of(line.text)


def book_of(written: str) -> PublicationReading | None:
    """The book that a text is if it ends as one does, in a page or an imprint."""
    if not any(c.isdigit() for c in written[-12:]):
        return None
    book = _book(written, written)
    return book if book is not None and (book.page or (book.place and book.year)) else None


def _book(text: str, written: str) -> PublicationReading | None:
    """Take a description apart from its end; None if it does not begin as a title does."""
    rest = text.strip()
    if not rest[:1].isupper() and rest[:1] not in '«“"[':
        return None
    page = number = issue = place = year = None
    of_document = False
    parts: list[str] = []
    if (found := _PAGE_INSIDE.match(rest)) is not None:
        rest = found["book"]  # what follows the pages is no more of the book
    if (found := _PAGE.search(rest)) is not None and found.start():
        page, rest = found["page"], rest[: found.start()]
    if (found := _NUMBER.search(rest)) is not None and found.start():
        number, of_document, rest = found["number"], found["document"] is not None, rest[: found.start()]
    while (found := _PART.search(rest)) is not None and found.start():
        parts.insert(0, found["part"])
        rest = rest[: found.start()]
    if (found := _imprint(rest)) is not None:
        place, year, rest = found["place"].rstrip("."), found["year"], rest[: found.start()]
    elif number is not None and not of_document and (found := _YEAR_LAST.search(rest)) is not None:
        # `Известия ЦК КПСС. 1990. № 5`: a number behind a year alone is that of an issue
        year, issue, number, rest = found["year"].strip("()"), number, None, rest[: found.start()]
    elif (found := _FULL_DAY.search(rest)) is not None and found.start():
        year, issue, rest = found["year"], found["day"], rest[: found.start()]
    elif (found := _DAY.search(rest)) is not None and (before := _YEAR_LAST.search(rest[: found.start()])) is not None:
        year, issue, rest = before["year"].strip("()"), found["day"], rest[: before.start()]
    title, compilers = _responsible(rest)
    title = title.rpartition(" // ")[2].strip(" .,:;—–-")  # an article, and the journal or book that it is in
    if (quoted := regex.fullmatch(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"", title)) is not None:
        title = next(filter(None, quoted.groups()))
    title = ". ".join([title, *parts])
    return PublicationReading(title, written.strip(), compilers, place, year, page, number, issue) if title else None


def _imprint(text: str) -> regex.Match[str] | None:
    """Place and year at the end of a description. A word is a place by a publisher behind it, in brackets, or if known."""
    found = _IMPRINT.search(text)
    if found is None:
        return None
    names = [name.strip(" .") for name in regex.split(r"[;–—-]", found["place"])]
    known = all(name in _SHORT_PLACES or name.lower().replace("ё", "е") in places() for name in names)
    return found if known or found["publisher"] or found["open"] else None


def _responsible(text: str) -> tuple[str, tuple[str, ...]]:
    """The title, and the compilers: behind a slash, or before the title (`X, ed.`)."""
    text = text.strip(" .,:;—–-(") + ("." if text.rstrip(" ,;—–-").endswith(".") else "")
    if (found := _RESPONSIBLE.search(text)) is not None:
        role = _ROLE.search(found["who"])
        return text[: found.start()], () if role is None else _names(role["names"])
    if (found := _EDITORS_FIRST.match(text)) is not None:
        names = found["names"]
        inverted = "," in names.partition(" ")[0]  # `Lih, Lars T., Oleg V. Naumov`: where a name ends cannot be told
        return text[found.start("title") :], (names,) if inverted else _names(names)
    return text, ()
