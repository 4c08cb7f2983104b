"""Misspelt names, read with care: a false repair is worse than an unknown archive.

Hundreds of archives outside the authority file have abbreviations one letter away from those in it (`ЦГАКО` and
`ЦГАСО`, `ГАНИПО` and `ГАНИНО`, `ЦАВМФ` and `ЦГАВМФ`): the letters of a region are never repaired, short abbreviations
never, those of five letters and those of state archives, of which every letter stands for another one, only where
letters look alike, are doubled or have changed places. The federal archives of Russia and the centres of the 1990s are
few and all in the file: these are repaired by one letter, the first excepted. A word that is known from another
abbreviation is not a misspelling either.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.index import WORDS
from archcite.archives.keys import IDLE, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from archcite.archives.index import Index
    from archcite.archives.records import Archive, Variant

SHORTEST: Final = 5
"""Letters below which nothing is repaired; a digraph of a romanization is one letter."""
_FREE: Final = 6
"""Letters from which one letter may be wrong, doubled or missing without looking like the right one."""
_TWO: Final = 7
"""Letters from which two may be."""

# letters that a scanner takes for one another; Latin ones also where they were read for Cyrillic
_PAIRS: Final = "ДЛ АЛ НИ ЗЭ ЕЭ ХК ВБ ФО ПЛ ЦП ТГ НП 0О 3З ОQ UЦ IL OD O0 GC EF FP RP BV HN KX I1 L1 S5 TG OQ"
_ALIKE: Final = frozenset(map(frozenset, _PAIRS.split()))
_DIGRAPH: Final = regex.compile("SHCH|TS|KH|CH|SH|ZH")
_CLOSED: Final = regex.compile("РГ|РЦХ|ЦХ|ПЕРМ|RG|R(?:TS|C|Z)(?:K?H|CH|X)|(?:TS|C)KH|PERM")
# names that hold the name of a region, whose letters end the abbreviation
_REGION: Final = regex.compile("(?i)област|обласц|кра[йяею]|республик|город|москв|петербург|ленинград")


@dataclass(frozen=True, slots=True)
class Near:
    """The nearest names: one archive, or several that are equally near."""

    variants: tuple[Variant, ...]
    form: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Target:
    """An abbreviation that may be misspelt."""

    key: str
    cut: tuple[str, ...]
    """`letters` of its words."""
    units: int
    regional: bool
    closed: bool
    """Whether its first word is of a family of which all are in the file, so that a wrong letter is no other archive."""
    variants: tuple[Variant, ...]
    form: str


class Fuzzy:
    """Search for misspelt abbreviations and full names; built when the first one is looked for."""

    __slots__ = ("_by_last", "_by_second", "_index", "_keys", "_near", "_others", "_regional")

    def __init__(self, index: Index, archives: Mapping[str, Archive], others: frozenset[str]) -> None:
        self._index = index
        self._others = others
        self._regional = {id_ for id_, archive in archives.items() if is_regional(archive)}
        self._keys: dict[str, _Target] = {}
        self._near: defaultdict[str, list[str]] = defaultdict(list)
        """Keys by themselves with one letter left out (two from `_TWO` letters on)."""
        for table in (index.by_key, index.derived):
            for key, variants in table.items():
                self._add(key, variants)
        self._by_last: defaultdict[tuple[int, str], list[tuple[tuple[str, ...], Variant]]] = defaultdict(list)
        self._by_second: defaultdict[tuple[int, str], list[tuple[tuple[str, ...], Variant]]] = defaultdict(list)
        for variants in index.by_name.values():
            for variant in variants:
                if not variant.repair:
                    self._add_name(variant)

    def _add(self, key: str, variants: list[Variant]) -> None:
        good = tuple(one for one in variants if not one.repair and not one.kind.startswith("fullname"))
        units = len(_DIGRAPH.sub("X", key))
        if not good or units < SHORTEST or key in self._keys:
            return
        form = good[0].form if good[0].listed else key
        regional = any(one.archive in self._regional for one in good) or key.endswith(("О", "O"))
        words = tuple(letters(word) for word in good[0].form.split())
        closed = _CLOSED.match(key) is not None
        self._keys[key] = _Target(key, words, units, regional, closed, good, form)
        for short in {key, *_shorter(key)}:
            self._near[short].append(key)
        if units >= _TWO and closed and not regional:
            for short in {two for one in _shorter(key) for two in _shorter(one)}:
                self._near[short].append(key)

    def abbreviation(self, key: str, words: list[str]) -> Near | None:
        """The abbreviations nearest to `key`, a string of `letters` written as `words`, first word first."""
        if len(key) < SHORTEST or key in self._others or all(word in self._index.tokens for word in words):
            return None
        nearest: dict[str, float] = {}
        rivals: list[str] = []
        for short in {key, *_shorter(key)}:
            for other in self._near.get(short, ()):
                if other not in nearest and other not in rivals:
                    cost = self._cost(key, words, self._keys[other])
                    if cost:
                        nearest[other] = cost
                    elif _edit(key, other):
                        rivals.append(other)
        if not nearest and len(key) >= _TWO:
            for short in {two for one in _shorter(key) for two in _shorter(one)}:
                for other in self._near.get(short, ()):
                    if other not in nearest and _two_apart(key, self._keys[other]):
                        nearest[other] = 2
        if not nearest:
            return None
        least = min(nearest.values())
        found = [self._keys[other] for other, cost in nearest.items() if cost == least]
        if least == 1:
            found += [self._keys[other] for other in rivals]  # as near, though not to be risked by themselves
        variants = tuple(one for target in found for one in target.variants)
        reason = "two letters wrong" if least == 2 else "one letter wrong" if least == 1 else "look-alike letter"
        return Near(variants, found[0].form, reason)

    def _cost(self, key: str, words: list[str], target: _Target) -> float | None:
        """What it takes to turn `key` into the target, null where that is more than may be risked."""
        edit = _edit(key, target.key)
        if edit is None:
            return None
        kind, at = edit
        if len(words) > 1 or len(target.cut) > 1:
            if len(words) != len(target.cut) and len(words) > 1:
                return None
            room = _word_at(target, at)
            if room < 3:
                return None
        else:
            room = target.units
        if target.regional and at >= len(target.key) - 2:
            return None
        if kind == "alike":
            return 0.5
        if kind == "doubled" or kind == "swapped":
            return 1 if room >= SHORTEST and (at > 0 or room >= _FREE) else None
        if not target.closed and at < (len(words[0]) if len(words) > 1 else len(target.cut[0])):
            return None
        free = _FREE + 1 if target.regional else _FREE
        inside = at > 0 and not (kind == "extra" and at >= len(target.key))
        return 1 if inside and min(room, target.units) >= free else None

    def name(self, tokens: list[tuple[int, str, str]]) -> tuple[int, Near] | None:
        """The full names nearest to the end of a text, and where that name starts.

        `tokens` are the words from the last to the first: start, skeleton, stem.
        """
        words = [token for token in tokens if token[1] not in IDLE]
        for count in range(min(len(words), 20), 2, -1):
            stems = tuple(token[2] for token in words[:count])
            best: dict[int, list[Variant]] = defaultdict(list)
            for form, variant in self._candidates(count, stems):
                distance = _words_apart(stems, form)
                if distance:
                    best[distance].append(variant)
            if best:
                nearest = best[min(best)]
                reason = "one letter wrong" if min(best) == 1 else f"{min(best)} letters wrong"
                return words[count - 1][0], Near(tuple(nearest), nearest[0].form, reason)
        return None

    def _candidates(self, count: int, stems: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Variant]]:
        yield from self._by_last.get((count, stems[0]), ())
        for form, variant in self._by_second.get((count, stems[1]), ()):
            if form[0] != stems[0]:
                yield form, variant

    def _add_name(self, variant: Variant) -> None:
        bones = [self._index.bones(word) for word in WORDS.findall(variant.form)]
        stems = tuple(stem for skeleton, stem in reversed(bones) if skeleton not in IDLE)
        if len(stems) > 2:
            self._by_last[len(stems), stems[0]].append((stems, variant))
            self._by_second[len(stems), stems[1]].append((stems, variant))


def is_regional(archive: Archive) -> bool:
    """Whether its name holds that of a region, whose letters end the abbreviation."""
    return _REGION.search(archive.name_local) is not None


def _shorter(key: str) -> Iterator[str]:
    return (key[:at] + key[at + 1 :] for at in range(len(key)))


def _word_at(target: _Target, at: int) -> int:
    """Letters of the word of the target in which position `at` falls."""
    stop = 0
    for word in target.cut if len("".join(target.cut)) == len(target.key) else (target.key,):
        stop += len(word)
        if at < stop:
            return len(_DIGRAPH.sub("X", word))
    return len(target.cut[-1])


def _edit(written: str, right: str) -> tuple[str, int] | None:
    """The one edit that makes `right` of `written`, and where in `right` it falls."""
    longer = max(len(written), len(right))
    at = 0
    while at < min(len(written), len(right)) and written[at] == right[at]:
        at += 1
    if len(written) == len(right):
        if at == longer:
            return None
        if written[at + 1 :] == right[at + 1 :]:
            return ("alike" if frozenset((written[at], right[at])) in _ALIKE else "other"), at
        if written[at : at + 2] == right[at : at + 2][::-1] and written[at + 2 :] == right[at + 2 :]:
            return "swapped", at
        return None
    if len(written) == len(right) + 1 and written[at + 1 :] == right[at:]:
        doubled = at > 0 and written[at] == written[at - 1]
        return ("doubled" if doubled else "extra"), at
    if len(written) + 1 == len(right) and written[at:] == right[at + 1 :]:
        return "missing", at
    return None


def _two_apart(written: str, target: _Target) -> bool:
    if (
        target.units < _TWO
        or not target.closed
        or target.regional
        or len(target.cut) > 1
        or written[0] != target.key[0]
    ):
        return False
    return distance(written, target.key, 2) == 2


def _words_apart(written: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Letters by which two names of the same number of words differ; 0 where they are not one name misspelt."""
    total = wrong = 0
    for one, other in zip(written, right, strict=True):
        if one == other:
            continue
        wrong += 1
        least = min(len(one), len(other))
        if wrong > (1 if len(right) < 5 else 2) or least < 5 or one[0] != other[0]:
            return 0
        far = distance(one, other, 2)
        if far > (2 if max(len(one), len(other)) >= 9 else 1):
            return 0
        total += far
    return total if total <= 2 else 0


def distance(one: str, other: str, most: int) -> int:
    """Letters to insert, leave out, change or swap with the next; `most` + 1 where it is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != against))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
