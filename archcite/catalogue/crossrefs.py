"""Cross-references of notes: `See note 2 to document No. 86` leads to its target, or says that it is not among the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.model import CrossReference
from archcite.transcript.crossrefs import Target, cross_references, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Document


def lead(documents: Sequence[Document]) -> list[Document]:
    """The same documents, each with the cross-references of its notes."""
    targets = [Target(d.id, d.number, d.file, tuple(note.marker for note in d.notes)) for d in documents]
    return [_with_references(document, own, targets) for document, own in zip(documents, targets, strict=True)]


def _with_references(document: Document, own: Target, targets: Sequence[Target]) -> Document:
    found = []
    for note in document.notes:
        for reference in cross_references(note.text):
            resolution = resolve(reference, own, targets)
            found.append(
                CrossReference(
                    written=note.text[reference.start : reference.end],
                    start=note.start + reference.start,
                    end=note.start + reference.end,
                    note=reference.note,
                    document=reference.document,
                    target=resolution.target,
                    reason=resolution.reason,
                )
            )
    return document.model_copy(update={"see": tuple(found)}) if found else document
