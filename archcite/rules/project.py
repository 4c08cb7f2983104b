"""All files of one run, for the rules that compare files with one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView
    from archcite.model import Document
    from archcite.transcript.documents import DocumentRecord

FOLDERS = ("ru", "en")
"""Names of the folders of originals and translations where the configuration has none."""


@dataclass(slots=True, frozen=True)
class Entry:
    """One document with its file and its record; `document` names its original or translation in `pair`."""

    view: FileView
    document: Document
    record: DocumentRecord

    @property
    def head(self) -> tuple[int, int]:
        """The span of its title, or of its first line where it has none."""
        line = self.record.segment.title or self.record.segment.lines[0]
        return line.start, line.end


@dataclass
class Project:
    """The files that were read, in order, the authority file, and the folders of originals and translations."""

    views: Sequence[FileView]
    authority: Authority
    folders: tuple[str, str] = field(default=FOLDERS)

    @cached_property
    def entries(self) -> list[Entry]:
        """Every document of every file, originals and translations paired."""
        from archcite.catalogue.pairs import pair

        paired = iter(pair(self.views, self.folders))
        return [
            Entry(view, next(paired), record)
            for view in self.views
            for _, record in zip(view.documents, view.records, strict=True)
        ]

    def of(self, view: FileView) -> list[Entry]:
        """The documents of one file."""
        return self._by_view.get(id(view), [])

    @cached_property
    def _by_view(self) -> dict[int, list[Entry]]:
        found: dict[int, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(id(entry.view), []).append(entry)
        return found

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The documents by their id."""
        return {entry.document.id: entry for entry in self.entries}

    @cached_property
    def numbers(self) -> set[str]:
        """The numbers that documents of any file have."""
        return {entry.document.number for entry in self.entries if entry.document.number is not None}

    def pairs(self) -> list[tuple[Entry, Entry]]:
        """Every original with its translation, as (first in order, second in order)."""
        found = []
        for entry in self.entries:
            other = self.by_id.get(entry.document.pair or "")
            if other is not None and self._place[entry.document.id] < self._place[other.document.id]:
                found.append((entry, other))
        return found

    @cached_property
    def _place(self) -> dict[str, int]:
        return {entry.document.id: place for place, entry in enumerate(self.entries)}
