"""An original and its translation: two records that name each other, the translation completed from the original.

They find each other, surest sign first: by the reference that one of them gives (`Translated from: …`, or a heading such
as `Original:` between the two), by the folders of their files (`ru/1917/x.txt`, `en/1917/x.txt`), or by shelfmark and
day. One of the two is in Cyrillic script and one is not, unless the reference says which is which.

What a translation's header lacks (kind, addressee, year) comes from the title of its original, names romanized, and the
record says so (`original`). The two must agree in what both have: where their dates contradict each other, nothing is
carried over and both say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archcite.catalogue.crossrefs import lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from archcite.catalogue.build import FileView
    from archcite.model import Date, Document, Origin, Person
    from archcite.transcript.documents import DocumentRecord

FOLDERS = ("ru", "en")
"""Names of the folders that hold originals and translations under the same further path."""


@dataclass(slots=True)
class _Entry:
    """A document on its way to its pair."""

    document: Document
    record: DocumentRecord
    view: FileView
    cyrillic: bool


def pair(views: Sequence[FileView], folders: tuple[str, str] = FOLDERS) -> list[Document]:
    """All documents in order, originals and translations naming each other.

    `folders` are the names of the folder of originals and that of translations.
    """
    entries = [
        _Entry(document, record, view, _cyrillic(document))
        for view in views
        for document, record in zip(view.documents, view.records, strict=True)
    ]
    for find in (_by_reference, _by_heading):
        for place, entry in enumerate(entries):
            if entry.document.pair is None and (found := find(entries, place)) is not None:
                translation, original = found
                if translation.document.pair is None and original.document.pair is None:
                    _join(translation, original)
    for translation, original in (*_by_folder(entries, folders), *_by_shelfmark(entries)):
        if translation.document.pair is None and original.document.pair is None:
            _join(translation, original)
    return lead([entry.document for entry in entries], [entry.record.see for entry in entries])


def _cyrillic(document: Document) -> bool:
    text = (document.title or "") + document.body.text[:2000]
    letters = [c for c in text if c.isalpha()]
    return sum("Ѐ" <= c <= "ӿ" for c in letters) * 2 > len(letters)


def _mark(document: Document) -> str | None:
    return None if document.source is None else document.source.shelfmark


# signs of a pair


def _by_reference(entries: Sequence[_Entry], place: int) -> tuple[_Entry, _Entry] | None:
    """`Translated from: …`: the original below or above under the same shelfmark, or the file that is named."""
    entry = entries[place]
    path = entry.record.segment.original
    if path is None:
        return None
    for beside in (place + 1, place - 1):
        if 0 <= beside < len(entries) and entries[beside].view is entry.view:
            other = entries[beside]
            if _mark(entry.document) is not None and _mark(entry.document) == _mark(other.document):
                return entry, other
    wanted = path.replace("\\", "/").lstrip("./")
    named = [e for e in entries if e.view.text.file == wanted or e.view.text.file.endswith("/" + wanted)]
    if len({id(e.view) for e in named}) > 1:
        return None
    other_or_none = _one_of(entry, named)
    return None if other_or_none is None else (entry, other_or_none)


def _one_of(entry: _Entry, candidates: Sequence[_Entry]) -> _Entry | None:
    """The only candidate, or the only one of the same number, or of the same shelfmark."""
    if len(candidates) == 1:
        return candidates[0]
    for same in (lambda e: e.document.number, lambda e: _mark(e.document)):
        wanted = same(entry)
        hits = [e for e in candidates if wanted is not None and same(e) == wanted]
        if len(hits) == 1:
            return hits[0]
    return None


def _by_heading(entries: Sequence[_Entry], place: int) -> tuple[_Entry, _Entry] | None:
    """A heading `Original` or `Translation` between two documents of a file that nothing tells apart."""
    entry = entries[place]
    version = entry.record.segment.version
    if version is None or not place or entries[place - 1].view is not entry.view:
        return None
    above = entries[place - 1]
    marks = {_mark(entry.document), _mark(above.document)} - {None}
    if len(marks) > 1 or _contradict(entry.document.date, above.document.date) or entry.cyrillic == above.cyrillic:
        return None
    return (entry, above) if version == "translation" else (above, entry)


def _by_folder(entries: Sequence[_Entry], folders: tuple[str, str]) -> Iterable[tuple[_Entry, _Entry]]:
    """Files that differ in one folder of their path; document by document, by number where there are several."""
    originals: dict[tuple[str, ...], list[_Entry]] = {}
    for entry in entries:
        parts = _parts(entry)
        for at, part in enumerate(parts[:-1]):
            if part == folders[0]:
                originals.setdefault((*parts[:at], "", *parts[at + 1 :]), []).append(entry)
    if not originals:
        return
    for entry in entries:
        parts = _parts(entry)
        for at, part in enumerate(parts[:-1]):
            found = originals.get((*parts[:at], "", *parts[at + 1 :])) if part == folders[1] else None
            if found and (other := _one_of(entry, found)) is not None and entry.cyrillic != other.cyrillic:
                yield entry, other


def _parts(entry: _Entry) -> tuple[str, ...]:
    return tuple(entry.view.text.file.replace("\\", "/").split("/"))


def _by_shelfmark(entries: Sequence[_Entry]) -> Iterable[tuple[_Entry, _Entry]]:
    """Two documents in two scripts with one shelfmark and one day; three or more could be paired in two ways."""
    groups: dict[str, list[_Entry]] = {}
    for entry in entries:
        mark = _mark(entry.document)
        if mark is not None and entry.document.date is not None:
            groups.setdefault(mark, []).append(entry)
    for group in groups.values():
        free = [entry for entry in group if entry.document.pair is None]
        for translation in free:
            if translation.cyrillic:
                continue
            hits = [e for e in free if e.cyrillic and _same_day(translation.document.date, e.document.date)]
            rivals = [e for e in free if not e.cyrillic and hits and _same_day(e.document.date, hits[0].document.date)]
            if len(hits) == len(rivals) == 1:
                yield translation, hits[0]


def _same_day(one: Date | None, other: Date | None) -> bool:
    """Whether two dates are one day, the year of one of them perhaps missing."""
    if one is None or other is None:
        return False
    if one.gregorian == other.gregorian:
        return True
    return "XXXX" in (one.edtf[:4], other.edtf[:4]) and len(one.edtf) == 10 and one.edtf[4:] == other.edtf[4:]


def _contradict(one: Date | None, other: Date | None) -> bool:
    """Whether two dates cannot be of one document: other days, both exact."""
    if (
        one is None
        or other is None
        or len(one.edtf) != 10
        or len(other.edtf) != 10
        or "X" in (one.edtf + other.edtf)[4:]
    ):
        return False
    return not _same_day(one, other)


# joining


def _join(translation: _Entry, original: _Entry) -> None:
    one, two = translation.document, original.document
    if _contradict(one.date, two.date):
        doubt = "original and translation have different dates"
        translation.document = one.model_copy(update={"pair": two.id, "doubts": (*one.doubts, doubt)})
        original.document = two.model_copy(update={"pair": one.id, "doubts": (*two.doubts, doubt)})
        return
    translation.document = _complete(one, two)
    original.document = two.model_copy(update={"pair": one.id})


def _complete(translation: Document, original: Document) -> Document:
    changes: dict[str, Any] = {"pair": original.id}
    origins: dict[str, Origin] = dict(translation.origins)
    if translation.kind is None and original.kind is not None:
        changes["kind"], origins["kind"] = original.kind, "original"
    for role in ("authors", "recipients"):
        people: tuple[Person, ...] = getattr(original, role)
        if not getattr(translation, role) and people:
            changes[role], origins[role] = tuple(_romanized(person) for person in people), "original"
    date = _date(translation.date, original.date)
    if date is not None:
        changes["date"], origins["date"] = date, "original"
    if translation.place is None and original.place is not None and original.place.isascii():
        changes["place"], origins["place"] = original.place, "original"
    return translation.model_copy(update=changes | {"origins": origins})


def _romanized(person: Person) -> Person:
    from archcite.archives.romanize import romanize

    return person.model_copy(update={"name": romanize(person.name)})


def _date(own: Date | None, other: Date | None) -> Date | None:
    """The original's date where the translation has none, or only its day and month and these agree."""
    if other is None or (own is not None and not own.edtf.startswith("XXXX-")):
        return None
    if own is not None and other.edtf[4:] != own.edtf[4:]:
        return None
    return other if own is None else other.model_copy(update={"written": own.written})
