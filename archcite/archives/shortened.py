"""Full names with shortened words: `Гос. архив Пермского края`, `Держархів Одеської обл.`, `Отдел рукописей РНБ`.

What is read so is computed from the official names and their abbreviations, and stored nowhere:

- a word with a point behind it stands for one that begins with its letters;
- `Госархив` stands for `Гос. архив`, whatever the adjective;
- letters of the abbreviation stand for the words that they are the initials of (`ЦГА Московской области`,
  `Центральный партийный архив ИМЛ`).

The name of a region is never read from its beginning alone: `Черн.` may be one that the authority file lacks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import regex

from archcite.archives.fuzzy import is_regional
from archcite.archives.index import CUT, LONG_KINDS, SHORTENED, WORDS, cut, romanized
from archcite.archives.keys import IDLE, letters, skeleton
from archcite.archives.records import Variant
from archcite.archives.shapes import looks_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archcite.archives.index import Index
    from archcite.archives.records import Archive
    from archcite.archives.scan import Token

_FEWEST: Final = 2
"""Letters of a shortened word."""
_COMPOUND: Final = regex.compile(r"(?P<short>\p{L}{3,})(?P<archive>argiv)")
_ARCHIVE: Final = "argiv"
_ARCHIVES: Final = regex.compile("(?i)ар[хк][иі]")
_CYRILLIC: Final = regex.compile(r"\p{Cyrillic}")
_WHOLE: Final = "!"
"""Before a word that must stand in full."""
_LETTERS: Final = "="
"""Before an abbreviation, which is compared letter for letter."""
_SHORTEST_HEAD: Final = 2
"""Words up to the one for an archive that may be written in letters though no abbreviation has them."""
_LONGEST_IDLE: Final = max(map(len, IDLE))
_NAMES: Final = ""
"""Where the names end that a path of words leads to."""

Node = dict[str, Any]


class Shortened:
    """The names by their words from the last to the first; built when the first shortened one is looked for."""

    __slots__ = ("_index", "_root")

    def __init__(self, index: Index, archives: Iterable[Archive]) -> None:
        self._index = index
        self._root: Node = {}
        for archive in archives:
            region = is_regional(archive)
            for variant in _full_names(archive):
                for form in _with_shortened(variant.form):
                    self._add(variant._replace(form=form), region)

    def _add(self, variant: Variant, region: bool) -> None:
        node = self._root
        words = _words(variant.form)
        for at in range(len(words) - 1, -1, -1):
            word = words[at]
            if not word[1:].islower() and looks_short(word):
                key = _LETTERS + letters(word)
            else:
                key = (_WHOLE if region and at and word[0].isupper() else "") + self._index.bones(word)[1]
            node = node.setdefault(key, {})
        node.setdefault(_NAMES, []).append(variant)

    def name(self, tokens: Sequence[Token], text: str) -> tuple[int, int, list[Variant]] | None:
        """The longest shortened name that the last words of a text are: where it starts, its words, what it may be.

        `tokens` are the words from the last to the first. At least one of them stands in full.
        """
        paths: list[tuple[Node, int, int]] = [(self._root, 0, 0)]
        """Where the words read so far lead to, how many words they stand for, and how many of them are in full."""
        best = None
        for raw, key, start, _ in tokens:
            stop = start + len(raw)
            readings = self._index.readings(raw)
            if readings[0][0] in IDLE:
                continue
            pointed = text[stop : stop + 1] == "."
            paths = [new for path in paths for new in _steps(path, raw, key, readings, pointed)]
            if not paths:
                break
            found = {id(one): one for node, _, full in paths if full for one in node.get(_NAMES, ())}
            if found:
                words = max(count for node, count, full in paths if full and _NAMES in node)
                best = start, words, list(found.values())
        return best


def _steps(
    path: tuple[Node, int, int], raw: str, key: str, readings: tuple[tuple[str, str], ...], pointed: bool
) -> Iterator[tuple[Node, int, int]]:
    node, count, full = path
    if looks_short(raw):
        latin = key.isascii()
        for word, after in node.items():
            if word[:1] == _LETTERS and (word[1:] == key or (latin and key in romanized(word[1:]))):
                yield after, count + 1, full
        return
    for bones, stem in dict.fromkeys(readings):
        for whole in (stem, _WHOLE + stem):
            if whole in node:
                yield node[whole], count + 1, full + 1
        compound = _COMPOUND.fullmatch(stem)
        if compound is not None and _ARCHIVE in node:
            for after in _beginning(node[_ARCHIVE], compound["short"]):
                yield after, count + 2, full + 1
        if pointed and len(bones) >= _FEWEST:
            for after in _beginning(node, bones):
                yield after, count + 1, full


def _beginning(node: Node, letters_: str) -> Iterator[Node]:
    return (after for word, after in node.items() if word.startswith(letters_) and word != letters_)


def _with_shortened(form: str) -> Iterator[str]:
    yield form
    for long, short in SHORTENED:
        if long in form:
            yield from _with_shortened(form.replace(long, short))


def _full_names(archive: Archive) -> Iterator[Variant]:
    """The Cyrillic full names of an archive, and what its abbreviations make of them."""
    for variant in archive.variants:
        if variant.kind.startswith(LONG_KINDS) and not variant.repair and _CYRILLIC.match(variant.form):
            yield variant
    seen: set[str] = set()
    names = [(name.name, name.abbr, name.mark) for name in archive.names]
    for index, (name, official, mark) in enumerate([*names, (archive.name_local, archive.abbr_cyr, archive.mark)]):
        at = index if index < len(names) else 0
        if not _CYRILLIC.match(name):
            continue
        full = Variant(archive.id, name, "fullname-local", official, at, False, None, mark)
        short = dict.fromkeys([official or "", *(one.form for one in archive.variants if _spells(one, at))])
        forms = [full, *_headed(full), *_cut(full)]
        forms += [
            full._replace(form=form, kind="fullname-local" if whole else "abbr", of=abbr, listed=False)
            for abbr in short
            for form, whole in spelt_out(name, abbr)
        ]
        for variant in forms:
            if variant.form not in seen:
                seen.add(variant.form)
                yield variant


def _spells(variant: Variant, at: int) -> bool:
    """Whether a form is a Cyrillic abbreviation of the name at a place."""
    cyrillic = _CYRILLIC.match(variant.form) is not None
    return cyrillic and variant.name_index == at and variant.kind.startswith("abbr") and not variant.repair


def _cut(full: Variant) -> Iterator[Variant]:
    """The name without the country or city that ends it, as `Index` has it, and its head in letters."""
    form = cut(full.form)
    if form is not None:
        shorter = full._replace(form=form, kind=CUT, listed=False)
        yield shorter
        yield from _headed(shorter)


def _headed(full: Variant) -> Iterator[Variant]:
    """`ЦДІА України, м. Київ`: the letters of `Центральний державний історичний архів`, and the rest in full."""
    words = _words(full.form)
    head = next((at for at, word in enumerate(words) if _ARCHIVES.match(word)), 0) + 1
    if _CYRILLIC.match(full.form) and _SHORTEST_HEAD <= head < len(words):
        short = "".join(word[0] for word in words[:head]).upper()
        yield full._replace(form=" ".join([short, *words[head:]]), listed=False)


def _words(text: str) -> list[str]:
    return [word for word in WORDS.findall(text) if len(word) > _LONGEST_IDLE or skeleton(word) not in IDLE]


def spelt_out(name: str, abbr: str) -> Iterator[tuple[str, bool]]:
    """Forms between a name and its abbreviation, and whether each says in words what tells the archive from others.

    One that does not means what the abbreviation means, be it one archive or several.
    """
    words, parts = _words(name), _words(abbr)
    for first in range(len(words)):
        cuts = _aligned(words, parts, first)
        whole = len(cuts) > len(parts)
        if len(cuts) > 1 and (first == 0 or whole):
            break
    else:
        return
    for form, full in _between(words, parts, cuts, whole):
        yield " ".join(form), full and first == 0


def _between(words: list[str], parts: list[str], cuts: list[int], whole: bool) -> Iterator[tuple[list[str], bool]]:
    first, second, last = cuts[0], cuts[1], cuts[-1]
    if second < len(words):
        yield [parts[0], *words[second:]], True  # `ЦГИА Санкт-Петербурга`
    archive = next((at for at in range(first, second) if _ARCHIVES.match(words[at])), second) + 1
    if looks_short(parts[0]) and first + 1 < archive < second:
        yield [parts[0][: archive - first], *words[archive:]], True  # `ЦГА Московской области`
    for at in range(1, len(cuts) - 1):
        if looks_short(parts[at]) and cuts[at + 1] > cuts[at] + 1:
            yield [*words[first : cuts[at]], parts[at], *words[cuts[at + 1] :]], False  # `Отдел рукописей РНБ`
            if whole and last < len(words):
                yield [*words[first : cuts[at]], *parts[at:]], False  # `Центральный партийный архив ИМЛ`
    if whole and len(parts) > 1 and (first or last < len(words)):
        yield words[first:last], False


def _aligned(words: list[str], parts: list[str], at: int) -> list[int]:
    """Where in `words` each part of an abbreviation begins, and the last ends, as far as they agree."""
    cuts = [at]
    for part in parts:
        stop = at + len(part)
        if at < len(words) and letters(words[at]) == letters(part):
            at += 1
        elif looks_short(part) and "".join(word[0] for word in words[at:stop]).upper() == part.upper():
            at = stop
        else:
            break
        cuts.append(at)
    return cuts
