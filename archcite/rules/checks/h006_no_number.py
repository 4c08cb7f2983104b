"""A document of a numbered collection has no number.

All others of its file have one, and whoever cites the collection by its numbers cannot cite this one. Its number was
lost in copying, or its header is part of another document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "H006"
NAME = "no-number"
SEVERITY = "warning"


LEAST = 3
"""Numbered documents that make a file a numbered collection; those without a number must be fewer than a third."""


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every document without a number among numbered ones, translations and originals of others aside."""
    for view in project.views:
        entries = project.of(view)
        numbered = [entry for entry in entries if entry.document.number is not None]
        if len(numbered) < LEAST or 3 * (len(entries) - len(numbered)) >= len(entries):
            continue
        for entry in entries:
            if entry.document.number is None and entry.document.pair is None:
                message = "this document has no number, the others of its file have one"
                yield view, Problem(*entry.head, message, "add its number above the title")
