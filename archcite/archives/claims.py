"""From the forms that a written name agrees with to what it means: archives, the name meant, and how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archcite.archives.fuzzy import is_regional
from archcite.archives.index import CUT, WORDS, romanized
from archcite.archives.keys import IDLE, letters
from archcite.archives.records import OTHER_SCRIPT, Match
from archcite.archives.shapes import (
    SHORT,
    bare,
    bore_in_soviet_time,
    glued,
    is_soviet,
    marked,
    misspelt,
    word_keys,
)
from archcite.archives.spots import BOTH, HYPHENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archcite.archives.fuzzy import Near
    from archcite.archives.index import Index
    from archcite.archives.records import Archive, How, Variant
    from archcite.archives.scan import Token

_SPLIT: Final = 5
"""Letters from which a space inside an abbreviation is taken for a slip."""


class Claims:
    """Judges the forms of the index that claim a written name."""

    __slots__ = ("_archives", "_index", "_own")

    def __init__(self, index: Index, archives: Mapping[str, Archive], own: frozenset[str]) -> None:
        """`own` are the archives that a user added."""
        self._index = index
        self._archives = archives
        self._own = own

    def only_shared(self, key: str, written: str, start: int, strict: bool) -> Match | None:
        """An abbreviation that no archive bears alone, but that stands for several: `ЦГА`, `ПА`."""
        shared = self._index.shared[key]
        plain = bare(written)
        if strict and ((not plain.isupper() and plain != bare(shared.form)) or "." in written):
            return None
        ids = tuple(id_ for id_ in shared.ids if id_ in self._archives)
        return Match(start, start + len(written), written, ids, "exact", shared.form, None, shared.advice)

    def abbreviation(
        self, claims: list[Variant], key: str, tokens: list[Token], written: str, start: int
    ) -> Match | None:
        """What an abbreviation means, by its letters `key` and its words; null where it is none of the claims after all."""
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
        slip = marked(written, [one.form for one in claims])
        if slip is not None:
            return self._match(written, start, ids, "misspelt", form, f"{slip} is no letter of it")
        if stray:
            return self._match(written, start, ids, "garble", form, "a space inside the abbreviation")
        return self._match(written, start, ids, "exact" if form.listed else "derived", form, form.note)

    def _dated(self, form: Variant, key: str) -> Variant:
        """The same form under the official name that it romanizes, where it is listed under a later one."""
        for base in self._index.derived.get(key, ()):
            if base.archive == form.archive and base.kind == "abbr-official" and not form.repair:
                return form._replace(of=base.of, name_index=base.name_index)
        return form

    def full_name(self, claims: list[Variant], words: list[tuple[str, str]], written: str, start: int) -> Match:
        """What a full name means whose stems agree with the claims."""
        key = letters(written)
        exact = [one for one in claims if letters(one.form) == key]
        how: How = "exact"
        if not exact:
            readings = {"".join(word[0] for word in words), self._softened(written)}
            exact = [one for one in claims if "".join(word[0] for word in self.bones(one.form)) in readings]
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
        if any(BOTH.match(word) for word in WORDS.findall(written)):
            return self._match(written, start, ids, "lookalike", form, OTHER_SCRIPT)
        if how != "exact" and misspelt(written, [one.form for one in good]):
            return self._match(written, start, ids, "misspelt", form, "a letter doubled or left out")
        return self._match(written, start, ids, how, form, form.note)

    def shortened(self, claims: list[Variant], written: str, start: int) -> Match:
        """What a full name with shortened words means; one that is no more than its abbreviation is as ambiguous."""
        ids: dict[str, None] = {}
        for one in claims:
            meant = {"abbr": one.of, CUT: one.of and one.of.split()[0]}.get(one.kind)
            ids.update(dict.fromkeys(self._ids([one], letters(meant)) if meant else (one.archive,)))
        return self._match(written, start, tuple(ids), "shortened", claims[0], None)

    def near(self, text: str, start: int, end: int, near: Near) -> Match:
        """A misspelling; one of an ambiguous abbreviation is as ambiguous."""
        ids = dict.fromkeys(id_ for one in near.variants for id_ in self._ids([one], letters(one.form)))
        index = self._index_in_time(near.variants[0]) if len(ids) == 1 else None
        return Match(start, end, text[start:end], tuple(ids), "misspelt", near.form, index, near.reason)

    def bones(self, written: str) -> list[tuple[str, str]]:
        """Skeletons and stems of the words that count."""
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
        if index is not None and form.kind in ("abbr", "fullname-other") and form.listed:
            index = self._nearest(form, index)
        if index is None or not is_soviet(form.form) or bore_in_soviet_time(names[index]):
            return index
        return next((at for at, name in enumerate(names) if bore_in_soviet_time(name)), index)

    def _nearest(self, form: Variant, listed: int) -> int:
        """The one name whose abbreviation has all words of a form, where that under which it is listed has not.

        `ЦГИА г. Ленинграда` stands in the entry beside the present name, and is `ЦГИА Ленинграда`.
        """
        names = self._archives[form.archive].names
        words = [word for word in word_keys(form.form) if len(word) > 1]
        own = names[listed].abbr
        if not words or "-" in form.form or (own and _has(own, words)):
            return listed
        fitting = [at for at, name in enumerate(names) if name.abbr and _has(name.abbr, words)]
        return fitting[0] if len({names[at].abbr for at in fitting}) == 1 else listed

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


def _has(abbreviation: str, words: list[str]) -> bool:
    """Whether each of the words (as `letters`) is one of an abbreviation, or begins one: `ЦГАОР`, `ЦГАОРСС`."""
    others = word_keys(abbreviation)
    return all(
        any(
            word == other or word in romanized(other) or (len(word) >= _SPLIT and other.startswith(word))
            for other in others
        )
        for word in words
    )


def _same_words(one: Variant, cut: list[str]) -> bool:
    """Whether a form is parted into words as it is written; what a scheme makes has as many as its original."""
    words = word_keys(one.form)
    return words == cut if one.listed else len(words) == len(cut)
