"""Which archive the words at one place of a text name.

`Finder` reads with the index alone and knows nothing of the other tables; `archcite.archives.authority` puts it
together with them. Work per call is bounded: no call looks at more than `WINDOW` code points, and misspellings
are searched for only where the words look like a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.fuzzy import Fuzzy
from archcite.archives.index import WORDS, Index
from archcite.archives.keys import IDLE, WORD, letters, unmixed
from archcite.archives.records import Match
from archcite.archives.scan import WINDOW, Scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archcite.archives.fuzzy import Near
    from archcite.archives.records import Archive, Confusion, How, Variant
    from archcite.archives.scan import Token

_REMEMBERED: Final = 4096
_LONGEST_QUERY: Final = 2 * WINDOW
_SHORT: Final = 3
"""Letters up to which an abbreviation counts only as it is listed, or in capitals."""
_SPLIT: Final = 5
"""Letters from which a space inside an abbreviation is taken for a slip."""
_REPAIR_TOKENS: Final = 6
_CLOSERS: Final = {")": "(", "]": "[", "»": "«", "”": "“", '"': '"', "'": "'", "’": "‘", "“": "„"}
_ADJECTIVE: Final = regex.compile(r"(?i)\p{L}{2,}(?:[ыио]й|[оеы]го|[оеы]м|[аяоы]я|[оы]е|ськ\p{L}+)")
_FUNCTION_WORDS: Final = frozenset({"see", "from", "cited", "source", "also", "и", "см", "из"})
_OTHER_SCRIPT: Final = "letters of another script, or digits for letters"


class Finder:
    """Reads archive names in a text."""

    __slots__ = ("_archives", "_confusions", "_fuzzy", "_index", "_memory")

    def __init__(self, archives: Mapping[str, Archive], confusions: Iterable[Confusion]) -> None:
        self._archives = archives
        self._confusions = list(confusions)
        self._index = Index(archives.values(), self._confusions)
        self._fuzzy: Fuzzy | None = None
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

    def ending_at(self, text: str, end: int, floor: int = 0) -> Match | None:
        """The longest name that ends at `end`; see `Authority.ending_at`."""
        if end <= floor or end > len(text) or (end < len(text) and WORD.match(text, end)):
            return None
        return self._at(text, end, floor, strict=True, fuzzy=True)

    def _at(self, text: str, end: int, floor: int, *, strict: bool, fuzzy: bool) -> Match | None:
        last = text[end - 1]
        if last in _CLOSERS:
            return self._closed(text, end, floor, strict=strict, fuzzy=fuzzy)
        if last == ".":
            inner = self._at(text, end - 1, floor, strict=strict, fuzzy=False) if end - 1 > floor else None
            dotted = inner is not None and "." in inner.written
            return _moved(inner, inner.start, end, text[inner.start : end]) if inner is not None and dotted else None
        scan = Scan(self._index, text, end, floor)
        found = self._exact(scan, end, strict)
        if found is not None or not fuzzy or not scan.tokens:
            return found
        return self._repaired(scan, end, strict)

    def _closed(self, text: str, end: int, floor: int, *, strict: bool, fuzzy: bool) -> Match | None:
        """A name that ends in a bracket or quotation mark: `ГАСО (Саратов)`, `(ГАРФ)`, `Full Name (ABBR)`."""
        opener = _CLOSERS[text[end - 1]]
        inside = end - 1
        start = text.rfind(opener, max(floor, end - WINDOW), inside)
        if start < 0 or inside - start < 2:
            return None
        straight = self._exact(Scan(self._index, text, inside, floor), end, strict)
        if straight is not None and straight.start < start:
            return straight
        inner = self._at(text, inside, start + 1, strict=strict, fuzzy=fuzzy)
        if inner is None or text[start + 1 : inner.start].strip():
            return None
        before = start
        while before > floor and text[before - 1].isspace():
            before -= 1
        if opener == "(" and before > floor and (not strict or before < start):
            outer = self._at(text, before, floor, strict=strict, fuzzy=fuzzy)
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

    def _abbreviation(
        self, key: str, scan: Scan, count: int, start: int, end: int, strict: bool
    ) -> Match | None:
        written = scan.text[start:end]
        memory = (key, written, strict)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        claims = self._index.claims(key)
        if not claims:
            return self._only_shared(key, written, start, strict)
        words = any(_is_word(one.form) for one in claims if one.listed)
        if strict and words and _ADJECTIVE.fullmatch(scan.before(start)):
            return None
        found = None
        if not strict or _capital_enough(written, key, claims, words):
            tokens = [token for token in reversed(scan.tokens[:count]) if token[1]]
            found = self._read_abbreviation(claims, key, tokens, written, start)
        if not words:
            self._remember(memory, found)
        return found

    def _only_shared(self, key: str, written: str, start: int, strict: bool) -> Match | None:
        """An abbreviation that no archive bears alone, but that stands for several: `ЦГА`, `ПА`."""
        shared = self._index.shared[key]
        if strict and not _bare(written).isupper() and _bare(written) != _bare(shared.form):
            return None
        ids = tuple(id_ for id_ in shared.ids if id_ in self._archives)
        return Match(start, start + len(written), written, ids, "exact", shared.form, None, shared.advice)

    def _read_abbreviation(
        self, claims: list[Variant], key: str, tokens: list[Token], written: str, start: int
    ) -> Match | None:
        cut = [token[1] for token in tokens]
        stray = False
        cased = [one for one in claims if _bare(one.form) == _bare(written)]
        if cased and {one.archive for one in cased} == {one.archive for one in claims}:
            claims = cased
        same = [one for one in claims if _cut(one.form) == cut]
        if same:
            claims = same
        elif len(cut) > 1 and max(map(len, cut)) > 1:
            stray = not any(_glued(cut, _cut(one.form)) for one in claims if one.listed)
            stray = stray and not any(len(_cut(one.form)) >= len(cut) for one in claims if not one.listed)
            if stray and (len(key) < _SPLIT or not all(token[0][:1].isupper() for token in tokens)):
                return None
        good = [one for one in claims if not one.repair]
        ids = self._ids(good or claims, key)
        form = (good or claims)[0]
        if not good:
            return self._match(written, start, ids, "garble", form, form.note or "a known garble")
        if stray:
            return self._match(written, start, ids, "garble", form, "a space inside the abbreviation")
        return self._match(written, start, ids, "exact" if form.listed else "derived", form, form.note)

    def _full_name(self, stems: str, scan: Scan, start: int, end: int, strict: bool) -> Match | None:
        written = scan.text[start:end]
        words = self._bones(written)
        if strict and len(words) <= _SHORT and not self._stands_free(written, scan, start):
            return None
        memory = (stems, written, strict)
        if memory in self._memory:
            known = self._memory[memory]
            return known and _moved(known, start, end, written)
        found = self._read_full_name(self._index.by_name[stems], words, written, start)
        self._remember(memory, found)
        return found

    def _read_full_name(
        self, claims: list[Variant], words: list[tuple[str, str]], written: str, start: int
    ) -> Match:
        key = letters(written)
        exact = [one for one in claims if letters(one.form) == key]
        how: How = "exact"
        if not exact:
            skeletons = [word[0] for word in words]
            exact = [one for one in claims if [word[0] for word in self._bones(one.form)] == skeletons]
            how = "derived" if exact else "inflected"
        claims = exact or claims
        good = [one for one in claims if not one.repair]
        form = (good or claims)[0]
        ids = tuple(dict.fromkeys(one.archive for one in good or claims))
        if not good:
            return self._match(written, start, ids, "garble", form, form.note or "a known wrong name")
        if how != "exact" and _misspelt(written, [one.form for one in good]):
            return self._match(written, start, ids, "misspelt", form, "a letter doubled or left out")
        return self._match(written, start, ids, how, form, form.note)

    def _stands_free(self, written: str, scan: Scan, start: int) -> bool:
        """Whether a short full name is not the end of a longer one (`Bulgarian Central Party Archive`)."""
        if not written[0].isupper():
            return False
        word = scan.before(start)
        if not word or word.casefold() in _FUNCTION_WORDS:
            return True
        return not (word[0].isupper() and len(word) > _SHORT) and not _ADJECTIVE.fullmatch(word)

    def _bones(self, written: str) -> list[tuple[str, str]]:
        bones = [self._index.bones(word) for word in WORDS.findall(written)]
        return [one for one in bones if one[0] not in IDLE]

    def _ids(self, claims: Iterable[Variant], key: str) -> tuple[str, ...]:
        """The archives that claim a form, then those for which it is known to be taken."""
        ids = dict.fromkeys(one.archive for one in claims)
        shared = self._index.shared.get(key)
        if shared is not None:
            ids.update(dict.fromkeys(id_ for id_ in shared.ids if id_ in self._archives))
        return tuple(ids)

    def _match(
        self, written: str, start: int, ids: tuple[str, ...], how: How, form: Variant, note: str | None
    ) -> Match:
        shown = form.form if form.listed else written
        if form.repair:
            shown = self._right_spelling(form)
        index = form.name_index if len(ids) == 1 else None
        return Match(start, start + len(written), written, ids, how, shown, index, note)

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
        shouted = _shouted(scan.tokens[0][0]) or not strict
        if not shouted and not scan.has_head(end):
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
        spots: list[tuple[int, str, int]] = []
        joined = ""
        for count, (raw, key, start, _) in enumerate(tokens[:_REPAIR_TOKENS], 1):
            if strict and not _shouted(raw):
                break
            joined = key + joined
            spots.append((start, joined, count))
        spots.reverse()
        for start, key, count in spots:
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
        for start, key, count in spots:
            near = self._fuzzy.abbreviation(key, [token[1] for token in reversed(tokens[:count])])
            if near is not None:
                return _near(text, start, end, near)
        if scan.has_head(end):
            found = self._fuzzy.name([(start, *self._index.bones(raw)) for raw, _, start, _ in tokens])
            if found is not None:
                return _near(text, found[0], end, found[1])
        return None

    def _unmix(self, reading: str, scan: Scan, count: int, start: int, end: int) -> Match | None:
        claims = self._index.claims(reading)
        if not claims:
            return None
        tokens = [token for token in reversed(scan.tokens[:count]) if token[1]]
        match = self._read_abbreviation(claims, reading, tokens, scan.text[start:end], start)
        if match is None or match.how == "garble":
            return match
        shown = match.form if claims[0].listed else reading
        return Match(start, end, match.written, match.ids, "lookalike", shown, match.name_index, _OTHER_SCRIPT)

    def _remember(self, memory: tuple[str, str, bool], found: Match | None) -> None:
        if len(self._memory) >= _REMEMBERED:
            self._memory.clear()
        self._memory[memory] = found


def _near(text: str, start: int, end: int, near: Near) -> Match:
    ids = tuple(dict.fromkeys(one.archive for one in near.variants))
    index = near.variants[0].name_index if len(ids) == 1 else None
    return Match(start, end, text[start:end], ids, "misspelt", near.form, index, near.reason)


def _moved(match: Match, start: int, end: int, written: str) -> Match:
    return Match(start, end, written, match.ids, match.how, match.form, match.name_index, match.note)


def _cut(form: str) -> list[str]:
    return [key for key in map(letters, WORDS.findall(form)) if key]


def _glued(written: list[str], listed: list[str]) -> bool:
    """Whether `written` has no gap where the listed form has none."""
    gaps: set[int] = set()
    at = 0
    for word in listed:
        at += len(word)
        gaps.add(at)
    at = 0
    for word in written:
        at += len(word)
        if at not in gaps:
            return False
    return True


def _shouted(word: str) -> bool:
    """Whether a word looks like an abbreviation: capitals in it beyond the first letter, or digits."""
    return sum(char.isupper() or char.isdigit() for char in word) > (1 if len(word) > 1 else 0)


def _capital_enough(written: str, key: str, claims: list[Variant], words: bool) -> bool:
    """Whether running text may mean the abbreviation by these letters, in this case.

    Capitals may; small letters only where the form is longer than a short word; a form that is a word in itself
    (`words`: `Госархив`) only as it is listed.
    """
    bare = _bare(written)
    if bare.isupper() or any(_bare(one.form) == bare for one in claims if one.listed):
        return True
    return len(key) > _SHORT and not words and (bare.islower() or bare[:1].isupper())


def _bare(form: str) -> str:
    return form if form.isalnum() else "".join(char for char in form if char.isalnum())


def _is_word(form: str) -> bool:
    return any(word[1:].islower() and len(word) > 5 for word in form.split())


def _misspelt(written: str, forms: list[str]) -> bool:
    """Whether words in one script agree with a listed name by their skeletons alone: `Росийский`."""
    words = _cut(written)
    comparable = [_cut(form) for form in forms if not letters(form).isascii()]
    if not comparable or letters(written).isascii():
        return False
    return not any(
        len(words) != len(others) or all(map(_inflection_apart, words, others)) for others in comparable
    )


def _inflection_apart(one: str, other: str) -> bool:
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return max(len(one), len(other)) - same <= 3
