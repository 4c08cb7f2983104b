"""The authority file as one object: the archives, the lookup over their names, and what is known about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archcite.archives import load
from archcite.archives.index import spells
from archcite.archives.keys import letters
from archcite.archives.lookup import Finder
from archcite.errors import DataError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from archcite.archives.records import (
        Archive,
        Confusion,
        Fond,
        FondRule,
        Match,
        Name,
        Relation,
        Source,
    )


class Authority:
    """The archives, and what their names lead to. There is no global state: load one and hand it on."""

    __slots__ = ("_archives", "_confusions", "_finder", "_haystacks", "_sources", "_tables")

    def __init__(
        self,
        archives: Iterable[Archive],
        tables: Mapping[str, list[dict[str, Any]]] | None = None,
        sources: Mapping[str, Mapping[str, str]] | None = None,
        own: frozenset[str] = frozenset(),
    ) -> None:
        """`tables` and `sources` are a user's lines for the tables, as parsed, beside the packaged ones.

        `own` are the ids that a user added: an abbreviation that they alone bear is theirs, though the packaged
        table of confusions knows it for ambiguous.
        """
        self._archives: dict[str, Archive] = {archive.id: archive for archive in archives}
        self._tables = tables or {}
        self._sources = sources or {}
        self._confusions = load.confusions(self._tables.get("confusion"))
        self._haystacks: dict[str, str] | None = None
        self._finder = Finder(self._archives, self._confusions, own)

    @classmethod
    def load(cls, extra: Path | None = None) -> Authority:
        """Read the packaged authority file, and what a user adds at `extra` (a TOML file, or a folder of them).

        Raises DataError, naming file and entry, where the user's data break the schema or contradict the file.
        """
        entries = load.packaged_entries()
        if extra is None:
            return cls(map(load.archive_of, entries.values()))
        from archcite.archives import check, extend

        added = extend.read(extra, entries)
        own = frozenset(added.entries) - frozenset(entries)
        authority = cls(map(load.archive_of, added.entries.values()), added.tables, added.sources, own)
        for id_, message in check.problems(authority, added.touched):
            raise DataError(f"{added.touched.get(id_, str(extra))}: {id_}: {message}")
        return authority

    def __len__(self) -> int:
        return len(self._archives)

    def __iter__(self) -> Iterator[Archive]:
        return iter(self._archives.values())

    def __contains__(self, id_: object) -> bool:
        return id_ in self._archives

    def get(self, id_: str) -> Archive:
        """Return the archive with this id. Raises UsageError where there is none."""
        try:
            return self._archives[id_]
        except KeyError:
            raise UsageError(f"archive {id_!r}: no such id in the authority file") from None

    def find(self, written: str, *, fuzzy: bool = True) -> Match | None:
        """Return what `written`, as a whole, names; null where that is no archive of the file.

        Letter case counts for nothing. With `fuzzy` false neither misspellings nor look-alike letters are read.
        `start` and `end` of the match are offsets in `written`.
        """
        return self._finder.find(written, fuzzy=fuzzy)

    def ending_at(self, text: str, end: int, floor: int = 0) -> Match | None:
        """Return the longest archive name whose last character is `text[end - 1]`, or null.

        Looks at `text[floor:end]` alone, and at most at 320 code points of it; to see whether a word goes on
        after `end`, at `text[end]`. A closing bracket or quotation mark at the end is read with its opening one,
        and `Full Name (ABBR)` as one name where both mean the same archive.
        """
        return self._finder.ending_at(text, end, floor)

    def search(self, query: str) -> list[Archive]:
        """Return the archives that fit a query, the best first.

        An id and a name that means one archive give that one. Else the candidates of an ambiguous name come first, then
        all in whose entry (id, names, abbreviations, variants, city) every word of the query begins a word.
        """
        if query in self._archives:
            return [self._archives[query]]
        match = self.find(query)
        if match is not None and match.id is not None:
            return [self._archives[match.id]]
        sure = list(match.ids) if match else []
        words = [key for key in map(letters, query.split()) if key]
        if words:
            if self._haystacks is None:
                cities = load.cities()
                self._haystacks = {archive.id: _haystack(archive, cities.get(archive.city_en, ())) for archive in self}
            sure += [id_ for id_, hay in self._haystacks.items() if all(f"\n{word}" in hay for word in words)]
        return [self._archives[id_] for id_ in dict.fromkeys(sure)]

    def names_of(self, match: Match) -> list[Name]:
        """The dated names that a sure match may mean: those that share the abbreviation it was matched by."""
        if match.id is None or match.name_index is None:
            return []
        names = self._archives[match.id].names
        one = names[match.name_index]
        return [name for name in names if name is one or (name.abbr and name.abbr == one.abbr)]

    def name_used(self, id_: str, written: str, name_index: int | None = None) -> tuple[str | None, str | None]:
        """The name under which an archive is cited, and the years in which it bore that name, as an EDTF interval.

        `name_index` is that of the match, where it has one; else (an ambiguous form that the context settled) what is
        written decides. The name is the official abbreviation, or the full name where it has none; null where the form
        is short for several (`ЦГИА` for one archive's ЦГИА СССР and ЦГИА Ленинграда). The years are those of all of
        them; null where no end is known.
        """
        archive = self.get(id_)
        indexes = self._finder.meant(archive, written) if name_index is None else [name_index]
        if not indexes:
            return None, None
        names = [archive.names[index] for index in indexes]
        labels = dict.fromkeys(name.abbr or name.name for name in names)
        exact = [label for label in labels if spells(written, label, archive.lang)]
        periods = [archive.period(index) for index in indexes]
        starts = [start for start, _ in periods if start]
        ends = [end for _, end in periods if end]
        start = min(starts) if len(starts) == len(periods) else ""
        end = max(ends) if len(ends) == len(periods) else ".."
        label = exact[0] if exact else next(iter(labels)) if len(labels) == 1 else None
        return label, None if (start, end) == ("", "..") else f"{start}/{end}"

    def relations(self, id_: str) -> list[Relation]:
        """How an archive is related to others, from both ends, and to itself under its other names."""
        return load.relations(self.get(id_), self._archives.values())

    def rules(self, id_: str | None = None) -> list[FondRule]:
        """The rules by which fond numbers changed; with `id_`, those from or to that archive."""
        rules = load.fond_rules(self._tables.get("rule"))
        return [one for one in rules if id_ is None or id_ in (one.from_archive, one.to_archive)]

    def confusions(self, id_: str | None = None) -> list[Confusion]:
        """What is taken for one another; with `id_`, what concerns that archive."""
        return [one for one in self._confusions if id_ is None or id_ in one.candidates]

    def fonds(self, id_: str | None = None) -> list[Fond]:
        """The known fonds; with `id_`, those of that archive."""
        return [one for one in load.fonds(self._tables.get("fond")) if id_ is None or one.archive == id_]

    def sources(self) -> dict[str, Source]:
        """The sources that the marks refer to, by id."""
        return load.sources(self._sources)


def _haystack(archive: Archive, city: tuple[str, ...]) -> str:
    parts = [archive.id, archive.city_en, archive.city_local, archive.name_local, archive.name_en]
    parts += city
    parts += [name.name for name in archive.names]
    parts += [variant.form for variant in archive.variants]
    return "\n" + "\n".join(letters(word) for part in parts for word in part.split())
