"""An original and its translation: two records that name each other, the translation completed from the original.

What a translation's header lacks (kind, addressee, year) comes from the title of its original, names romanized, and the
record says so (`original`). The two must agree in what both have: a contradiction leaves the translation as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.model import Date, Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from archcite.catalogue.build import FileView
    from archcite.model import Document, Origin


def pair(views: Sequence[FileView]) -> list[Document]:
    """All documents in order, originals and translations naming each other."""
    documents = [list(view.documents) for view in views]
    for index, view in enumerate(views):
        for place, record in enumerate(view.records):
            path = record.segment.original
            if path is None:
                continue
            found = _beside(documents[index], place) or _by_path(views, documents, path)
            if found is None:
                continue
            other_index, other_place = (index, found) if isinstance(found, int) else found
            translation, original = documents[index][place], documents[other_index][other_place]
            documents[index][place] = _complete(translation, original)
            documents[other_index][other_place] = original.model_copy(update={"pair": translation.id})
    return [document for group in documents for document in group]


def _beside(documents: Sequence[Document], place: int) -> int | None:
    """The original that stands below its translation in the same file, under the same shelfmark."""
    if place + 1 >= len(documents):
        return None
    one, two = documents[place], documents[place + 1]
    marks = {d.source.shelfmark for d in (one, two) if d.source is not None}
    return place + 1 if len(marks) == 1 and None not in marks and one.source and two.source else None


def _by_path(
    views: Sequence[FileView], documents: Sequence[Sequence[Document]], path: str
) -> tuple[int, int] | None:
    """The one document of the file that the path names, if that file is among those read."""
    wanted = path.replace("\\", "/").lstrip("./")
    hits = [
        index for index, view in enumerate(views) if view.text.file == wanted or view.text.file.endswith("/" + wanted)
    ]
    return (hits[0], 0) if len(hits) == 1 and len(documents[hits[0]]) == 1 else None


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
