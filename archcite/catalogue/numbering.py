"""Which names of an archive share one numbering of fonds.

A renaming keeps the numbers. Not every two names of an entry are one archive renamed, though: an entry also holds
archives that stood side by side and were joined later (`ЦГИА АрмССР` and `ЦГАОР АрмССР`, both until 1991), and a rule
may say that the numbers changed under a later name (`ПАНО ф. 1` is `ГАНО ф. П-1`). The number of a fond means the same
only under names of one group:

- names that follow each other without a gap, as their years say;
- names of which a rule says that the fonds kept their numbers;
- unless a rule says that they changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.archives.keys import letters
from archcite.catalogue.formulas import keeps_fonds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archcite.archives import Archive, Fond, FondRule, Name

_FOND = regex.compile(r"\s+ф\.")
_YEAR = regex.compile(r"\d{4}(?!s)")


def label(name: Name) -> str:
    """How a name is told in a citation: by its abbreviation, in full where it has none."""
    return name.abbr or name.name


class Numbering:
    """The names of one archive in groups of one numbering each."""

    __slots__ = ("_groups", "_names", "_own")

    def __init__(self, archive: Archive, rules: Sequence[FondRule]) -> None:
        """`rules` are the fond rules of this archive."""
        self._names = archive.names
        within = [rule for rule in rules if rule.from_archive == rule.to_archive == archive.id]
        groups: list[int] = list(range(len(archive.names)))
        for one in range(len(archive.names)):
            for other in range(one + 1, len(archive.names)):
                if (other == one + 1 and _succeed(archive.names, one)) or self._alike(one, other):
                    _join(groups, one, other)
        for rule in rules:
            for named in self._sides(rule, archive.id):
                for other in named:
                    _join(groups, min(named), other)
        changing = [rule for rule in within if not keeps_fonds(rule)]
        self._own = {rule.id: self._before(rule) for rule in changing}
        marked = [(group, *(at in self._own[rule.id] for rule in changing)) for at, group in enumerate(groups)]
        self._groups = [marked.index(mark) for mark in marked]

    def group(self, used: str | None) -> int:
        """The group of a name as `label` gives it; 0 is that of the present name, -1 stands where nothing tells."""
        found = next((self._groups[at] for at, name in enumerate(self._names) if label(name) == used), None)
        return (-1 if any(self._groups) else 0) if found is None else found

    def latest(self, group: int) -> str:
        """The last name of a group; of the archive, where the group is not known."""
        return label(self._names[max(group, 0)])

    def applies(self, rule: FondRule, used: str | None) -> bool:
        """Whether a rule is about the numbers under this name; one that leads to another archive always is."""
        own = self._own.get(rule.id)
        return own is None or any(label(self._names[at]) == used for at in own)

    def former(self, fond: Fond, used: str | None) -> Iterator[str]:
        """Numbers that a known fond had under names of the group of `used`: `ЦГИАМ ф. 102; ЦГАОР ф. 102`."""
        group = self.group(used)
        for part in (fond.former or "").split(";"):
            names, _, number = part.partition(" ф. ")
            if number and any(self._groups[at] == group for at in self._named(names)):
                yield number.split()[0]

    def _alike(self, one: int, other: int) -> bool:
        return label(self._names[one]) == label(self._names[other])

    def _sides(self, rule: FondRule, id_: str) -> Iterator[set[int]]:
        """Names that a rule puts under one numbering: those of one side, of both where a fond keeps its number."""
        before = self._named(rule.from_ref) if rule.from_archive == id_ else set()
        after = self._named(rule.to_ref) if rule.to_archive == id_ else set()
        if rule.from_archive == rule.to_archive and keeps_fonds(rule):
            yield before | after
        else:
            yield before
            yield after

    def _named(self, ref: str) -> set[int]:
        """The names that one side of a rule is about: `ГАФКЭ / ЦГАДА ф. {n}`."""
        wanted = {letters(part) for part in _FOND.split(ref)[0].split("/")}
        return {
            at
            for at, name in enumerate(self._names)
            if name.abbr and not wanted.isdisjoint((letters(name.abbr), letters(name.abbr.split()[0])))
        }

    def _before(self, rule: FondRule) -> set[int]:
        """The names under which the old numbers hold: those the rule is about, and all that ended by its year."""
        year = _YEAR.match(rule.date or rule.date_text or "")
        ended = {at for at, name in enumerate(self._names) if year and name.to and name.to[:4] <= year.group()}
        return (self._named(rule.from_ref) | ended) - self._named(rule.to_ref)


def _succeed(names: Sequence[Name], at: int) -> bool:
    """Whether one of two names next to each other in an entry followed the other without a gap."""
    newer, older = names[at], names[at + 1]
    return older.current or _follows(newer, older, names) or _follows(older, newer, names)


def _follows(newer: Name, older: Name, names: Sequence[Name]) -> bool:
    """In the same year, or in the next if the archive bore no other name at that time."""
    if not newer.from_ or not older.to:
        return False
    gap = int(newer.from_[:4]) - int(older.to[:4])
    return gap == 0 or (gap == 1 and not any(_overlap(newer, name) for name in names if name is not newer))


def _overlap(one: Name, other: Name) -> bool:
    return (one.from_ or "0") < (other.to or "9999") and (other.from_ or "0") < (one.to or "9999")


def _join(groups: list[int], one: int, other: int) -> None:
    old, new = sorted((groups[one], groups[other]), reverse=True)
    groups[:] = [new if group == old else group for group in groups]
