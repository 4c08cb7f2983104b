"""Which archive the words at one place of a text name.

`Finder` reads with the index alone and knows nothing of the other tables; `archcite.archives.authority` puts it
together with them. Work per call is bounded: no call looks at more than `WINDOW` code points, and misspellings
are searched for only where the words look like a name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import regex

from archcite.archives import load
from archcite.archives.claims import Claims
from archcite.archives.fuzzy import Fuzzy
from archcite.archives.index import Index
from archcite.archives.keys import APOSTROPHES, WORD, letters, unmixed
from archcite.archives.places import Places
from archcite.archives.records import OTHER_SCRIPT, Match
from archcite.archives.scan import NAME_TOKENS, WINDOW, Scan
from archcite.archives.shapes import (
    SHORT,
    abbreviations_agree,
    begins,
    capital_enough,
    is_branch,
    is_word,
    looks_short,
    stands_free,
)
from archcite.archives.shortened import Shortened
from archcite.archives.spots import BOTH, mixed_spots, spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archcite.archives.records import Archive, Confusion
    from archcite.archives.scan import Token

_REMEMBERED: Final = 4096
_LONGEST_QUERY: Final = 2 * WINDOW
_REPAIR_TOKENS: Final = 6
_CLOSERS: Final = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"', "'": "'", "’": "‘", "“": "„"}
_GARBLED: Final = regex.compile(r"\p{L}\d|\d\p{L}|\p{Latin}\p{Cyrillic}|\p{Cyrillic}\p{Latin}")
"""A word with digits or letters of both alphabets in it."""
_ASIDE: Final = regex.compile(
    r"(?i)(?:ныне|теперь|сейчас|нині|тепер|бывш(?:\.|ий|ая|его)|ранее|прежде|колишній|now|today|formerly|previously)"
)
"""Words before another name of the same archive: `ЦГАСА (ныне РГВА)` is cited as ЦГАСА."""


class Finder:
    """Reads archive names in a text."""

    __slots__ = ("_archives", "_claims", "_confusions", "_fuzzy", "_index", "_memory", "_places", "_shortened")

    def __init__(
        self,
        archives: Mapping[str, Archive],
        confusions: Iterable[Confusion],
        own: frozenset[str] = frozenset(),
    ) -> None:
        """`own` are the archives that a user added: what they alone bear is sure, whatever the confusions say."""
        self._archives = archives
        self._confusions = list(confusions)
        self._index = Index(archives.values(), self._confusions)
        self._claims = Claims(self._index, archives, own)
        self._fuzzy: Fuzzy | None = None
        self._places: Places | None = None
        self._shortened: Shortened | None = None
        self._memory: dict[tuple[str, str, bool], Match | None] = {}

    def find(self, written: str, *, fuzzy: bool = True) -> Match | None:
        """The archive that `written` names as a whole; see `Authority.find`."""
        end = len(written)
        if end > _LONGEST_QUERY:
            return None
        while end and written[end - 1] not in _CLOSERS and not WORD.match(written, end - 1):
            end -= 1
        start = 0
        while start < end and not WORD.match(written, start):
            start += 1
        if start >= end or end - start > WINDOW:
            return None
        if written[end - 1] in _CLOSERS and not WORD.match(written, end - 1):
            opener = _CLOSERS[written[end - 1]]
            if opener not in written[start:end]:
                end -= 1
        match = self._at(written, end, start, strict=False, fuzzy=fuzzy)
        if match is None or match.start != start:
            return None
        return match

    def meant(self, archive: Archive, written: str) -> list[int]:
        """The names of this archive that a form stands for; see `Authority.name_used`."""
        cut = self._place_table().cut(written, len(written), 0)
        return self._index.meant(archive, written[: cut[0]] if cut else written) or self._index.meant(archive, written)

    def _place_table(self) -> Places:
        if self._places is None:
            self._places = Places(self._index, self._archives.values(), load.cities())
        return self._places

    def ending_at(self, text: str, end: int, floor: int = 0) -> Match | None:
        """The longest name that ends at `end`; see `Authority.ending_at`."""
        if end <= floor or end > len(text) or (end < len(text) and WORD.match(text, end)):
            return None
        return self._at(text, end, floor, strict=True, fuzzy=True)

    def _at(self, text: str, end: int, floor: int, *, strict: bool, fuzzy: bool) -> Match | None:
        last = text[end - 1]
        if last in _CLOSERS:
            closed = self._closed(text, end, floor, strict=strict, fuzzy=fuzzy)
            if closed is not None or last not in APOSTROPHES or not WORD.match(text, end - 2):
                return closed
            open_ = self._at(text, end - 1, floor, strict=strict, fuzzy=fuzzy)  # a soft sign: `Respubliki Belarus’`
            return open_ and _moved(open_, open_.start, end, text[open_.start : end])
        if last == ".":
            inner = self._at(text, end - 1, floor, strict=strict, fuzzy=False) if end - 1 > floor else None
            dotted = inner is not None and "." in inner.written
            return _moved(inner, inner.start, end, text[inner.start : end]) if inner is not None and dotted else None
        scan = Scan(self._index, text, end, floor)
        found = self._exact(scan, end, strict)
        if scan.tokens and scan.tokens[0][0][:1].isupper() and (found is None or found.how == "inflected"):
            found = self._in_place(text, end, floor, strict=strict, fuzzy=fuzzy, straight=found)
        if scan.tokens and (found is None or (not strict and found.start > floor)):
            found = self._shortened_name(scan, end, strict) or found or self._beginning(text, end, floor, fewest=2)
        if found is None and fuzzy and scan.tokens:
            found = self._repaired(scan, end, strict)
        elif found is not None and fuzzy and strict and _GARBLED.search(scan.before(found.start)) is not None:
            longer = self._repaired(scan, end, strict)  # `CПбФ АРАН` with a Latin C is no АРАН
            found = longer if longer is not None and longer.start < found.start else self._end_of_others(found)
        if found is None or not strict or not is_branch(scan.before(found.start)):
            return found
        return None  # a branch of the archive is another one: `Крымский филиал РГАНТД`

    def _end_of_others(self, found: Match) -> Match:
        """A name behind a garbled word: the archives whose abbreviations end with it may be meant as well."""
        key = letters(found.written)
        if found.repaired or key not in self._index.ends:
            return found
        ids = {
            archive.id
            for archive in self._archives.values()
            for form in (*(name.abbr for name in archive.names), *(one.form for one in archive.variants))
            if form is not None and letters(form).endswith(key)
        }
        return replace(found, ids=tuple(dict.fromkeys((*found.ids, *sorted(ids)))))

    def _in_place(
        self, text: str, end: int, floor: int, *, strict: bool, fuzzy: bool, straight: Match | None
    ) -> Match | None:
        """An ambiguous name and the city that tells which of its archives is meant: `ЦГИА (Киев)`, `ЦГИА в Киеве`.

        `straight` is what the words mean without that, for an archive may be called so: `ЦГИА Ленинграда`.
        """
        places = self._place_table()
        cut = places.cut(text, end, floor)
        if cut is None:
            return straight
        stop, place = cut
        inner = self._at(text, stop, floor, strict=strict, fuzzy=fuzzy) if stop > floor else None
        if inner is None:
            inner = self._beginning(text, stop, floor)
        if inner is None:
            return straight
        ids = places.within(inner.ids, place)
        if not ids or (straight is not None and not set(straight.ids) < set(ids)):
            return straight
        index = inner.name_index
        if index is None and len(ids) == 1:
            meant = self._index.meant(self._archives[ids[0]], inner.written)
            index = meant[0] if len(meant) == 1 else None
        decided = None if len(ids) == len(inner.ids) else f"the place after it: {place}"
        return replace(inner, end=end, written=text[inner.start : end], ids=ids, name_index=index, decided=decided)

    def _beginning(self, text: str, end: int, floor: int, fewest: int = 1) -> Match | None:
        """An abbreviation that only begins others (`ЦДІА`, of `ЦДІА УРСР у м. Львові`) and so needs its place.

        Without one it is none of those archives for sure: it counts where it begins the names of several.
        """
        word = next(iter(Scan(self._index, text, end, floor).tokens), None)
        ids = self._index.starts.get(word[1], ()) if word is not None and looks_short(word[0]) else ()
        if fewest > 1 and word is not None:
            ids = {id_ for id_ in ids if len(word[1]) > SHORT and self._archives[id_].begins(word[1])}
        if word is None or len(ids) < fewest:
            return None
        return Match(word[2], end, text[word[2] : end], tuple(sorted(ids)), "exact", word[0])

    def _closed(self, text: str, end: int, floor: int, *, strict: bool, fuzzy: bool) -> Match | None:
        """A name that ends in a bracket or quotation mark: `ГАСО (Саратов)`, `(ГАРФ)`, `Full Name (ABBR)`."""
        opener = _CLOSERS[text[end - 1]]
        inside = end - 1
        while inside > floor and text[inside - 1] == ".":
            inside -= 1
        start = text.rfind(opener, max(floor, end - WINDOW), inside)
        if start < 0 or inside - start < 2:
            return None
        straight = self._exact(Scan(self._index, text, inside, floor), end, strict)
        if straight is not None and straight.start >= start:
            straight = None
        if opener == "(" and (straight is None or straight.how == "inflected"):
            straight = self._in_place(text, end, floor, strict=strict, fuzzy=fuzzy, straight=straight)
        if straight is not None:
            return straight
        before = start
        while before > floor and text[before - 1].isspace():
            before -= 1
        outer = None
        if opener == "(" and floor < before < start:
            outer = self._at(text, before, floor, strict=strict, fuzzy=fuzzy)
        inner = self._at(text, inside, start + 1, strict=strict, fuzzy=fuzzy)
        aside = "" if inner is None else text[start + 1 : inner.start].strip()
        same = inner is not None and outer is not None and bool(set(inner.ids) & set(outer.ids))
        if inner is None or (aside and not (same and _ASIDE.fullmatch(aside))):
            return None
        if outer is not None and aside:
            return _moved(outer if len(outer.ids) == 1 else inner, outer.start, end, text[outer.start : end])
        if outer is not None and same:
            sure = inner if len(inner.ids) <= len(outer.ids) else outer
            return _moved(sure, outer.start, end, text[outer.start : end])
        return _moved(inner, start, end, text[start:end])

    def _exact(self, scan: Scan, end: int, strict: bool) -> Match | None:
        best: Match | None = None
        for start, key, count in scan.keys:
            match = self._abbreviation(key, scan, count, start, end, strict)
            if match and (best is None or not match.repaired or best.repaired):
                best = match
        for start, stems in scan.names:
            if best is None or start < best.start or best.repaired:
                best = self._full_name(stems, scan, start, end, strict) or best
        return best

    def _abbreviation(self, key: str, scan: Scan, count: int, start: int, end: int, strict: bool) -> Match | None:
        written = scan.text[start:end]
        labelled = scan.labelled(end)
        memory = (key, written, strict and not labelled)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        claims = self._index.claims(key)
        if not claims:
            return self._claims.only_shared(key, written, start, strict)
        words = any(is_word(one.form) for one in claims if one.listed)
        if strict and (words or len(key) <= SHORT) and not begins(scan.before(start), words):
            return None
        found = None
        if not strict or capital_enough(written, key, claims, words, labelled):
            tokens = [token for token in reversed(scan.tokens[:count]) if token[1]]
            found = self._claims.abbreviation(claims, key, tokens, written, start)
        if not words and len(key) > SHORT:
            self._remember(memory, found)
        return found

    def _full_name(self, stems: str, scan: Scan, start: int, end: int, strict: bool) -> Match | None:
        written = scan.text[start:end]
        words = self._claims.bones(written)
        if strict and len(words) <= SHORT and not stands_free(written, scan.before(start)):
            return None
        memory = (stems, written, strict)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        claims = [
            one
            for one in self._index.by_name[stems]
            if abbreviations_agree(written, one.form)
            and (
                not one.kind.startswith("abbr") or len(self._claims.bones(one.form)) == len(words)
            )  # `Гос. архив` is not `Госархив`
        ]
        found = self._claims.full_name(claims, words, written, start) if claims else None
        self._remember(memory, found)
        return found

    def _shortened_name(self, scan: Scan, end: int, strict: bool) -> Match | None:
        """A full name with shortened words; looked for only where a word for an archive, or its letters, are in reach."""
        short = [looks_short(raw) for raw, *_ in scan.tokens]
        if not scan.has_head(end) and (all(short) or not any(short[1:])):
            return None
        if self._shortened is None:
            self._shortened = Shortened(self._index, self._archives.values())
        found = self._shortened.name(scan.rest(NAME_TOKENS), scan.text)
        if found is None:
            return None
        start, words, claims = found
        before = scan.before(start)
        written = scan.text[start:end]
        if strict and (not begins(before, True) or (words <= SHORT and not stands_free(written, before))):
            return None
        return self._claims.shortened(claims, written, start)

    # -- repairs

    def _repaired(self, scan: Scan, end: int, strict: bool) -> Match | None:
        text = scan.text
        short = not strict or any(looks_short(raw) or BOTH.match(raw) for raw, *_ in scan.tokens[:2])
        if not short and not scan.has_head(end):
            return None
        tokens = scan.rest(_REPAIR_TOKENS * 3)
        first = tokens[-1][2]
        memory = ("", text[first:end], strict)
        if memory not in self._memory:
            found = self._search(scan, tokens, end, strict)
            self._remember(memory, found and _moved(found, found.start - first, end - first, found.written))
        known = self._memory[memory]
        return known and _moved(known, known.start + first, end, known.written)

    def _search(self, scan: Scan, tokens: list[Token], end: int, strict: bool) -> Match | None:
        text = scan.text
        near_end = tokens[:_REPAIR_TOKENS]
        places = spots(near_end, text, end, strict)
        for start, key, count in mixed_spots(near_end, text, end) or places:
            if key in self._index:
                match = self._abbreviation(key, scan, count, start, end, strict)
                if match is not None:
                    return match
            for reading in unmixed(key):
                match = self._unmix(reading, scan, count, start, end)
                if match is not None:
                    return match
        if self._fuzzy is None:
            others = frozenset(letters(form) for one in self._confusions for form in one.forms)
            self._fuzzy = Fuzzy(self._index, self._archives, others)
        for start, key, count in places:
            near = self._fuzzy.abbreviation(key, [token[1] for token in reversed(tokens[:count])])
            if near is not None:
                return self._claims.near(text, start, end, near)
        if scan.has_head(end):
            found = self._fuzzy.name([(start, *self._index.bones(raw)) for raw, _, start, _ in tokens])
            if found is not None:
                return self._claims.near(text, found[0], end, found[1])
        return None

    def _unmix(self, reading: str, scan: Scan, count: int, start: int, end: int) -> Match | None:
        claims = self._index.claims(reading)
        if not claims:
            return None
        tokens: list[Token] = []
        at = 0
        for raw, key, begin, stop in reversed(scan.tokens[:count]):  # the words as read, letter for letter
            if key:
                tokens.append((raw, reading[at : at + len(key)], begin, stop))
                at += len(key)
        match = self._claims.abbreviation(claims, reading, tokens, scan.text[start:end], start)
        if match is None or match.how == "garble":
            return match
        shown = match.form if claims[0].listed else reading
        return Match(start, end, match.written, match.ids, "lookalike", shown, match.name_index, OTHER_SCRIPT)

    def _remember(self, memory: tuple[str, str, bool], found: Match | None) -> None:
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[memory] = found


def _moved(match: Match, start: int, end: int, written: str) -> Match:
    return replace(match, start=start, end=end, written=written)
