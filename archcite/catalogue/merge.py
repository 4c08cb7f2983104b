"""The witnesses of one document: records with one shelfmark and one date, whatever the archive was called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.model import Merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.model import Document


def merge(documents: Iterable[Document]) -> list[Merged]:
    """One row for each document that several files witness, in the order of the first witness.

    Records are one if they have the same shelfmark and the same Gregorian day; one sheet can hold two documents, so
    a record without a date or a shelfmark stays alone, and two of one file are one only as original and translation.
    """
    groups: dict[object, list[list[Document]]] = {}
    rows: list[list[Document]] = []
    for document in documents:
        mark = None if document.source is None else document.source.shelfmark
        key = document.id if mark is None or document.date is None else (mark, document.date.gregorian)
        same = groups.setdefault(key, [])
        group = next((group for group in same if all(_may_be_one(document, other) for other in group)), None)
        if group is None:
            same.append(group := [])
            rows.append(group)
        group.append(document)
    return [_merged(row) for row in rows]


def _may_be_one(document: Document, other: Document) -> bool:
    return document.file != other.file or document.pair == other.id or other.pair == document.id


def _fullness(document: Document) -> tuple[int, int]:
    """How much a record says: which of authors and addressees it has, then how fully they are named."""
    people = (*document.authors, *document.recipients)
    return bool(document.authors) + bool(document.recipients), sum(len(person.name.split()) for person in people)


def _merged(witnesses: list[Document]) -> Merged:
    """The fullest witness speaks for all; every one is named."""
    best = max(witnesses, key=_fullness)
    names = [d.source.archive.written for d in witnesses if d.source and d.source.archive and d.source.archive.written]
    return Merged(
        shelfmark=None if best.source is None else best.source.shelfmark,
        number=next((d.number for d in witnesses if d.number is not None), None),
        date=best.date,
        kind=next((d.kind for d in witnesses if d.kind is not None), None),
        authors=best.authors,
        recipients=best.recipients,
        source=best.source,
        archives_written=tuple(dict.fromkeys(names)),
        witnesses=tuple(d.id for d in witnesses),
    )
