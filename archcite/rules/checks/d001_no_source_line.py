"""A document has no source line.

Nothing says where the original lies: no line begins with a shelfmark between the text and the notes. A translation
whose original has one is no exception: each text must be citable by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "D001"
NAME = "no-source-line"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every document without a source."""
    for document, record in zip(view.documents, view.records, strict=True):
        if document.source is None:
            first = record.segment.lines[0]
            what = f"document No. {document.number}" if document.number is not None else "this document"
            yield Problem(
                first.start, first.end, f"{what} has no source line", "add a line with archive, fond, opis, delo, list"
            )
