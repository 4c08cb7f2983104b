"""Cross-references of notes: `See note 2 to document No. 86` leads to its target, or says that it is not among the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.model import CrossReference
from archcite.transcript.crossrefs import Target, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Document
    from archcite.transcript import crossrefs


def lead(documents: Sequence[Document], found: Sequence[Sequence[crossrefs.CrossReference]]) -> list[Document]:
    """The same documents, each with the cross-references of its notes, which are `found` for each document."""
    targets = [Target(d.id, d.number, d.file, tuple(note.marker for note in d.notes)) for d in documents]
    return [
        _with_references(document, own, see, targets)
        for document, own, see in zip(documents, targets, found, strict=True)
    ]


def _with_references(
    document: Document, own: Target, found: Sequence[crossrefs.CrossReference], targets: Sequence[Target]
) -> Document:
    if not found:
        return document
    see = []
    for reference in found:
        resolution = resolve(reference, own, targets)
        see.append(
            CrossReference(
                written=reference.written,
                start=reference.start,
                end=reference.end,
                note=reference.note,
                document=reference.document,
                target=resolution.target,
                reason=resolution.reason,
            )
        )
    return document.model_copy(update={"see": tuple(see)})
