"""Which archive the words at one place of a text name.

`Finder` reads with the index alone and knows nothing of the other tables; `archcite.archives.authority` puts it
together with them. Work per call is bounded: no call looks at more than `WINDOW` code points, and misspellings
are searched for only where the words look like a name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from archcite.archives import load
from archcite.archives.fuzzy import Fuzzy, is_regional
from archcite.archives.index import CUT, WORDS, Index
from archcite.archives.keys import APOSTROPHES, IDLE, WORD, letters, unmixed
from archcite.archives.places import Places
from archcite.archives.records import OTHER_SCRIPT, Match
from archcite.archives.scan import WINDOW, Scan
from archcite.archives.shapes import (
    SHORT,
    abbreviations_agree,
    bare,
    begins,
    bore_in_soviet_time,
    capital_enough,
    glued,
    is_branch,
    is_soviet,
    is_word,
    looks_short,
    misspelt,
    stands_free,
    word_keys,
)
from archcite.archives.spots import BOTH, HYPHENS, mixed_spots, spots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archcite.archives.fuzzy import Near
    from archcite.archives.records import Archive, Confusion, How, Variant
    from archcite.archives.scan import Token

_REMEMBERED: Final = 4096
_LONGEST_QUERY: Final = 2 * WINDOW
_SPLIT: Final = 5
"""Letters from which a space inside an abbreviation is taken for a slip."""
_REPAIR_TOKENS: Final = 6
_CLOSERS: Final = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"', "'": "'", "’": "‘", "“": "„"}


class Finder:
    """Reads archive names in a text."""

    __slots__ = ("_archives", "_confusions", "_fuzzy", "_index", "_memory", "_own", "_places")

    def __init__(
        self,
        archives: Mapping[str, Archive],
        confusions: Iterable[Confusion],
        own: frozenset[str] = frozenset(),
    ) -> None:
        """`own` are the archives that a user added: what they alone bear is sure, whatever the confusions say."""
        self._archives = archives
        self._own = own
        self._confusions = list(confusions)
        self._index = Index(archives.values(), self._confusions)
        self._fuzzy: Fuzzy | None = None
        self._places: Places | None = None
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
        if found is None and fuzzy and scan.tokens:
            found = self._repaired(scan, end, strict)
        if found is None or not strict or not is_branch(scan.before(found.start)):
            return found
        return None  # a branch of the archive is another one: `Крымский филиал РГАНТД`

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

    def _beginning(self, text: str, end: int, floor: int) -> Match | None:
        """An abbreviation that only begins others (`ЦДІА`, of `ЦДІА УРСР у м. Львові`) and so needs its place."""
        word = next(iter(Scan(self._index, text, end, floor).tokens), None)
        ids = self._index.starts.get(word[1]) if word is not None else None
        if word is None or not ids or not looks_short(word[0]):
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
        if inner is None or text[start + 1 : inner.start].strip():
            return None
        if outer is not None and set(inner.ids) & set(outer.ids):
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
        memory = (key, written, strict)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        claims = self._index.claims(key)
        if not claims:
            return self._only_shared(key, written, start, strict)
        words = any(is_word(one.form) for one in claims if one.listed)
        if strict and (words or len(key) <= SHORT) and not begins(scan.before(start), words):
            return None
        found = None
        if not strict or capital_enough(written, key, claims, words):
            tokens = [token for token in reversed(scan.tokens[:count]) if token[1]]
            found = self._read_abbreviation(claims, key, tokens, written, start)
        if not words and len(key) > SHORT:
            self._remember(memory, found)
        return found

    def _only_shared(self, key: str, written: str, start: int, strict: bool) -> Match | None:
        """An abbreviation that no archive bears alone, but that stands for several: `ЦГА`, `ПА`."""
        shared = self._index.shared[key]
        plain = bare(written)
        if strict and ((not plain.isupper() and plain != bare(shared.form)) or "." in written):
            return None
        ids = tuple(id_ for id_ in shared.ids if id_ in self._archives)
        return Match(start, start + len(written), written, ids, "exact", shared.form, None, shared.advice)

    def _read_abbreviation(
        self, claims: list[Variant], key: str, tokens: list[Token], written: str, start: int
    ) -> Match | None:
        cut = [token[1] for token in tokens]
        stray = False
        cased = [one for one in claims if bare(one.form) == bare(written)]
        if cased and {one.archive for one in cased} == {one.archive for one in claims}:
            claims = cased
        same = [one for one in claims if _same_words(one, cut)] or [
            one for one in self._index.made(key) if one.archive == claims[0].archive and _same_words(one, cut)
        ]
        if same:
            claims = same
        elif len(cut) == 1 and len(key) < _SPLIT:
            return None
        elif len(cut) > 1 and max(map(len, cut)) > 1:
            stray = not any(glued(cut, word_keys(one.form)) for one in claims if one.listed)
            stray = stray and not any(len(word_keys(one.form)) >= len(cut) for one in claims if not one.listed)
            blank = all(char.isalnum() or char.isspace() or char in HYPHENS for char in written)
            if stray and any(is_regional(self._archives[one.archive]) for one in claims):
                return None  # `ЦГА СО` may be an archive of North Ossetia, which is not `ЦГАСО`
            if stray and not (blank and len(key) >= _SPLIT and all(token[0][:1].isupper() for token in tokens)):
                return None
        elif len(cut) > 1 and len(key) <= SHORT:
            return None  # initials: `П. А.`
        good = [one for one in claims if not one.repair]
        ids = self._ids(claims, key)
        form = self._dated((good or claims)[0], key)
        if not good:
            return self._match(written, start, ids, "garble", form, form.note or "a known garble")
        if stray:
            return self._match(written, start, ids, "garble", form, "a space inside the abbreviation")
        return self._match(written, start, ids, "exact" if form.listed else "derived", form, form.note)

    def _dated(self, form: Variant, key: str) -> Variant:
        """The same form under the official name that it romanizes, where it is listed under a later one."""
        for base in self._index.derived.get(key, ()):
            if base.archive == form.archive and base.kind == "abbr-official" and not form.repair:
                return form._replace(of=base.of, name_index=base.name_index)
        return form

    def _full_name(self, stems: str, scan: Scan, start: int, end: int, strict: bool) -> Match | None:
        written = scan.text[start:end]
        words = self._bones(written)
        if strict and len(words) <= SHORT and not stands_free(written, scan.before(start)):
            return None
        memory = (stems, written, strict)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        claims = [one for one in self._index.by_name[stems] if abbreviations_agree(written, one.form)]
        found = self._read_full_name(claims, words, written, start) if claims else None
        self._remember(memory, found)
        return found

    def _read_full_name(self, claims: list[Variant], words: list[tuple[str, str]], written: str, start: int) -> Match:
        key = letters(written)
        exact = [one for one in claims if letters(one.form) == key]
        how: How = "exact"
        if not exact:
            readings = {"".join(word[0] for word in words), self._softened(written)}
            exact = [one for one in claims if "".join(word[0] for word in self._bones(one.form)) in readings]
            how = "derived" if exact else "inflected"
        claims = exact or claims
        claims = [one for one in claims if one.kind != CUT] or claims
        good = [one for one in claims if not one.repair]
        form = (good or claims)[0]
        ids = tuple(dict.fromkeys(one.archive for one in good or claims))
        if form.kind == CUT and form.of is not None:
            ids = self._ids(good, letters(form.of.split()[0]))
            shared = self._index.shared.get(letters(form.of.split()[0]))
            ids = tuple(sorted(ids, key=shared.ids.index)) if shared and set(ids) <= set(shared.ids) else ids
        if not good:
            return self._match(written, start, ids, "garble", form, form.note or "a known wrong name")
        if how != "exact" and misspelt(written, [one.form for one in good]):
            return self._match(written, start, ids, "misspelt", form, "a letter doubled or left out")
        return self._match(written, start, ids, how, form, form.note)

    def _bones(self, written: str) -> list[tuple[str, str]]:
        bones = [self._index.bones(word) for word in WORDS.findall(written)]
        return [one for one in bones if one[0] not in IDLE]

    def _softened(self, written: str) -> str:
        bones = [self._index.readings(word)[-1][0] for word in WORDS.findall(written)]
        return "".join(one for one in bones if one not in IDLE)

    def _ids(self, claims: list[Variant], key: str) -> tuple[str, ...]:
        """The archives that claim a form, then those for which it is known to be taken."""
        ids = dict.fromkeys(one.archive for one in claims)
        ids.update(dict.fromkeys(id_ for one in claims for id_ in one.shared_with if id_ in self._archives))
        shared = self._index.shared.get(key)
        if shared is not None and not self._own.issuperset(ids):
            ids.update(dict.fromkeys(id_ for id_ in shared.ids if id_ in self._archives))
        return tuple(ids)

    def _match(
        self, written: str, start: int, ids: tuple[str, ...], how: How, form: Variant, note: str | None
    ) -> Match:
        shown = form.form if form.listed else written
        if form.repair:
            shown = self._right_spelling(form)
        index = self._index_in_time(form) if len(ids) == 1 else None
        return Match(start, start + len(written), written, ids, how, shown, index, note)

    def _index_in_time(self, form: Variant) -> int | None:
        """The place of the name meant: the last of the Soviet time where a republic is named, and no name since then.

        The authority file lists `ЦГАОР БССР` beside the present name, which is no translation of it.
        """
        names = self._archives[form.archive].names
        index = form.name_index
        if index is None or not is_soviet(form.form) or bore_in_soviet_time(names[index]):
            return index
        return next((at for at, name in enumerate(names) if bore_in_soviet_time(name)), index)

    def _right_spelling(self, garbled: Variant) -> str:
        """The form that a listed garble stands for, in the script of the garble where there is one."""
        archive = self._archives[garbled.archive]
        if garbled.kind.startswith("wrong"):
            return archive.names[garbled.name_index or 0].name
        latin = letters(garbled.form).isascii()
        for one in archive.variants:
            same = one.name_index == garbled.name_index and one.kind.startswith("abbr") and not one.repair
            if same and letters(one.form).isascii() == latin:
                return one.form
        return garbled.of or archive.abbr()

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
                return self._near(text, start, end, near)
        if scan.has_head(end):
            found = self._fuzzy.name([(start, *self._index.bones(raw)) for raw, _, start, _ in tokens])
            if found is not None:
                return self._near(text, found[0], end, found[1])
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
        match = self._read_abbreviation(claims, reading, tokens, scan.text[start:end], start)
        if match is None or match.how == "garble":
            return match
        shown = match.form if claims[0].listed else reading
        return Match(start, end, match.written, match.ids, "lookalike", shown, match.name_index, OTHER_SCRIPT)

    def _near(self, text: str, start: int, end: int, near: Near) -> Match:
        """A misspelling; one of an ambiguous abbreviation is as ambiguous."""
        ids = dict.fromkeys(id_ for one in near.variants for id_ in self._ids([one], letters(one.form)))
        index = self._index_in_time(near.variants[0]) if len(ids) == 1 else None
        return Match(start, end, text[start:end], tuple(ids), "misspelt", near.form, index, near.reason)

    def _remember(self, memory: tuple[str, str, bool], found: Match | None) -> None:
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[memory] = found


def _same_words(one: Variant, cut: list[str]) -> bool:
    """Whether a form is parted into words as it is written; what a scheme makes has as many as its original."""
    words = word_keys(one.form)
    return words == cut if one.listed else len(words) == len(cut)


def _moved(match: Match, start: int, end: int, written: str) -> Match:
    return replace(match, start=start, end=end, written=written)
