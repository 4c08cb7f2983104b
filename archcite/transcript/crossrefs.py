"""References from one document to another: `See note 2 to document No. 86`, `См. прим. 2 к документу № 86`.

`cross_references` finds them, `resolve` leads them to a document among those that were read, or says why it does not. A
number counts within one collection: a document of the same file is meant before one of the same folder, and where several
are left, none is picked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_RANGE = 30
"""Documents of a range `84-90` that are taken one by one; of a longer one only its ends."""


@dataclass(slots=True, frozen=True)
class CrossReference:
    """One number that a text refers to.

    `start` and `end` are the span of the whole reference (code points), `written` is what stands there; `note` is the marker of the note, `document` the
    number of the document, None where the reference names none and means its own. `elsewhere` is true where another book is
    named behind it.
    """

    kind: Literal["note", "document"]
    note: str | None
    document: str | None
    start: int
    end: int
    written: str
    elsewhere: bool = False


@dataclass(slots=True, frozen=True)
class Target:
    """A document that may be referred to: its id, number and file, and the markers of its notes."""

    id: str
    number: str | None
    file: str
    notes: tuple[str | None, ...] = ()


@dataclass(slots=True, frozen=True)
class Resolution:
    """Where a reference leads: the id of a document, None if none can be told; `reason` says what is missing or unsure."""

    target: str | None
    reason: str | None = None


# The words, in Russian and English; longer ones first.

_SEE: Final = r"(?:see|cf\.?|compare|consult|refer\s{1,3}to|см\.?|смотри|ср\.?)"
_ALSO: Final = r"(?:\s{0,3}(?:also|e\.\s?g\.|for\s{1,2}example|above|below|further|также|тж\.|еще|ещё|выше|ниже|напр\.|например|там\s{1,2}же),?){0,2}+"
_HERE: Final = (
    r"(?:(?:наст(?:\.|оящее|оящий|оящем)\s{0,3}(?:изд(?:\.|ание|ании)|сб(?:\.|орник|орнике)|том|том[еу]|т\.|публ(?:\.|икация))"
    r"|(?:this|the\s{1,2}present)\s{1,3}(?:volume|collection|book|edition)|(?:в|in)\s{1,2}наст(?:\.|оящем)\s{0,3}\p{L}{1,12}\.?),?\s{0,3})?+"
)
_NOTE: Final = r"(?:(?:foot|end)?notes?|comments?|commentary|remarks?|прим(?:еч)?\.|примечани(?:е|я|ю|ем|и)|сноск[ауи]|коммент(?:\.|арий|арии|ария))"
_TO: Final = r"(?:to|of|in|under|к|в|при|из)"
_DOCUMENT: Final = r"(?:documents?|docs?\.?|letters?|док(?:\.|умент(?:ы|у|а|е|ам|ах|ов)?)|докум\.|письм(?:о|а|у|е))"
_SIGN: Final = r"(?:№{1,2}|nos?\.|no(?=\s?\d)|nr\.?|n\.|#)"
_RUN: Final = r"\d{1,5}\p{L}?(?!\p{L})(?:\s{0,2}(?:[-–—,]|and|и|та|&)\s{0,2}(?:(?:№{1,2}|nos?\.)\s{0,2})?\d{1,5}(?![\p{L}\d])){0,20}+"
_ELSEWHERE: Final = (
    r"(?:[\s,]{0,3}(?:(?:в|из)\s{1,2}(?!наст|данн|этом)(?:кн(?:\.|иге|иги)|сб(?:\.|орнике|орника)|изд(?:\.|ании)|\p{L}{1,12}\s{1,2}(?:сборнике|книге|издании))"
    r"|(?:in|of|from)\s{1,2}(?:the\s{1,2})?(?:book|collection|volume|edition|vol\.)\b)"
    r"|\s{0,2}//|\s{0,2}[:.]\s{0,2}(?:in|в\s{1,2}кн\.):)"
)


@cache
def _pattern() -> regex.Pattern[str]:
    number = rf"(?:{_SIGN}\s{{0,3}})?(?P<documents>{_RUN})"
    to_document = rf"\s{{1,3}}{_TO}\s{{1,3}}(?:the\s{{1,2}})?(?:{_DOCUMENT}\s{{0,3}}(?:{_SIGN}\s{{0,3}})?|{_SIGN}\s{{0,3}})(?P<noted>{_RUN})"
    own = rf"(?:\s{{1,3}}{_TO}\s{{1,3}}(?:this|the\s{{1,2}}same|данному|настоящему|этому|тому\s{{1,2}}же)\s{{1,3}}{_DOCUMENT})?"
    note = rf"{_NOTE}\s{{0,3}}(?:{_SIGN}\s{{0,3}})?(?P<notes>{_RUN})(?:{to_document}|{own}(?!\s{{0,3}}{_TO}\s{{1,3}}\p{{L}}))"
    note_last = rf"{_DOCUMENT}\s{{0,3}}(?:{_SIGN}\s{{0,3}})?(?P<noted>{_RUN}),?\s{{1,3}}{_NOTE}\s{{0,3}}(?:{_SIGN}\s{{0,3}})?(?P<notes>{_RUN})"
    document = rf"(?:{_DOCUMENT}\s{{0,3}}{number}|{_SIGN}\s{{0,3}}(?P<documents>{_RUN}))"
    opening = rf"(?<![\p{{L}}\p{{N}}]){_SEE}[:.]?{_ALSO}\s{{0,3}}{_HERE}"
    bracketed = (
        rf"(?<=\(){_HERE}(?:док\.|doc\.|document|документ)\s{{0,3}}{_SIGN}\s{{0,3}}(?P<documents>{_RUN})(?=\s?[);,])"
    )
    return regex.compile(
        rf"(?:{opening}(?:the\s{{1,2}})?(?:{note_last}|{note}|{document})|{bracketed})(?P<elsewhere>{_ELSEWHERE})?",
        regex.I,
    )


def cross_references(text: str, start: int = 0, end: int | None = None) -> list[CrossReference]:
    """The references in `text[start:end]`, in order; one for each number, those of one phrase with the same span.

    Linear time. Only what follows `see`, `см.` and the like counts, or stands alone in brackets.
    """
    found: list[CrossReference] = []
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        elsewhere = match["elsewhere"] is not None
        start, stop = match.start(), match.start("elsewhere") if elsewhere else match.end()
        written = text[start:stop]
        if match["notes"] is not None:
            documents = _numbers(match["noted"]) if match["noted"] is not None else [None]
            found += [
                CrossReference("note", note, document, start, stop, written, elsewhere)
                for document in documents
                for note in _numbers(match["notes"])
            ]
        else:
            found += [
                CrossReference("document", None, number, start, stop, written, elsewhere)
                for number in _numbers(match["documents"])
            ]
    return found


_ITEM: Final = regex.compile(r"(?P<first>\d{1,5}\p{L}?)(?:\s{0,2}[-–—]\s{0,2}(?P<last>\d{1,5}))?")


def _numbers(run: str) -> list[str]:
    """The numbers of an enumeration, ranges taken apart."""
    numbers: list[str] = []
    for match in _ITEM.finditer(run):
        first, last = match["first"], match["last"]
        if last is None:
            numbers.append(first)
        elif first.isdecimal() and 0 < int(last) - int(first) <= LONGEST_RANGE:
            numbers += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            numbers += [first, last]
    return numbers


def resolve(reference: CrossReference, own: Target, targets: Sequence[Target]) -> Resolution:
    """The document that a reference in the document `own` leads to, among `targets` (all documents that were read)."""
    if reference.elsewhere:
        return Resolution(None, "a document of another book")
    if reference.document is None:
        return _with_note(reference, own)
    same = [target for target in targets if target.number == reference.document]
    if not same:
        return Resolution(None, f"document No. {reference.document} is not among the files")
    for nearer in (
        [target for target in same if target.file == own.file],
        [target for target in same if _folder(target.file) == _folder(own.file)],
        same,
    ):
        if len(nearer) == 1:
            found = _with_note(reference, nearer[0])
            if _folder(nearer[0].file) == _folder(own.file) or found.reason is not None:
                return found
            return Resolution(found.target, "the only document of that number, but in another folder")
        if nearer:
            ids = ", ".join(_ids(nearer))
            return Resolution(None, f"several documents have the number {reference.document}: {ids}")
    raise AssertionError("unreachable: `same` is not empty")


def _with_note(reference: CrossReference, target: Target) -> Resolution:
    if reference.note is None or reference.note in target.notes:
        return Resolution(target.id)
    where = "the document" if reference.document is None else f"document No. {reference.document}"
    return Resolution(target.id, f"{where} has no note {reference.note} here")


def _folder(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[0]


def _ids(targets: Iterable[Target]) -> list[str]:
    return [target.id for target in targets]
