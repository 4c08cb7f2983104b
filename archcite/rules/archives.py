"""References by the archive that they write, for rules that report a name once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.model import Citation


class Named(NamedTuple):
    """A reference and the archive's name as it stands in it."""

    citation: Citation
    name: str

    @property
    def span(self) -> tuple[int, int]:
        """Where the name stands in the file's text."""
        start = self.citation.start + max(0, self.citation.text.find(self.name))
        return start, start + len(self.name)


def by_archive(citations: Iterable[Citation]) -> Iterator[tuple[Named, str]]:
    """The first reference that writes each name, in order, and a clause that says how many more do; else ``''``."""
    groups: dict[str, list[Named]] = {}
    for citation in citations:
        if citation.archive is not None and citation.archive.written:
            name = citation.archive.written
            groups.setdefault(" ".join(name.casefold().split()), []).append(Named(citation, name))
    for first, *others in groups.values():
        more = f"; so in {len(others)} more reference{'s' * (len(others) > 1)}" if others else ""
        yield first, more
