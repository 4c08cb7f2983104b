"""The place behind a name, which tells it from its namesakes: `ЦГИА (Киев)`, `ГАЧО, г. Челябинск`, `ЦДІА у Львові`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.index import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from archcite.archives.index import Index
    from archcite.archives.records import Archive

LONGEST: Final = 48
"""Code points of a place with what joins it to the name."""

_PLACE: Final = regex.compile(
    r"(?:\s*,\s*|\s+(?:в|у|во|in|v|u)\s+|\s*\(\s*(?:в\s+)?)(?:[гм]\.\s*)?"
    r"(?P<place>\p{Lu}[\p{L}\p{M}.’'-]+(?:[ -]\p{Lu}[\p{L}\p{M}’'-]+){0,2})\s*\)?$"
)
_TOWN_WORDS: Final = frozenset({"g", "m", "v", "u"})


class Places:
    """The cities of the archives, by all their names."""

    __slots__ = ("_cities", "_index")

    def __init__(self, index: Index, archives: Iterable[Archive], forms: Mapping[str, tuple[str, ...]]) -> None:
        """`forms` are further names of cities, by `city` of the entries."""
        self._index = index
        self._cities: dict[str, frozenset[str]] = {}
        """Keys of the names of its city, by archive."""
        for archive in archives:
            named = (archive.city_en, archive.city_local, *forms.get(archive.city_en, ()))
            self._cities[archive.id] = frozenset(map(self._key, named))

    def cut(self, text: str, end: int, floor: int) -> tuple[int, str] | None:
        """Where the name before a place ends, and the place; null where no known city stands at the end."""
        found = _PLACE.search(text, max(floor, end - LONGEST), end)
        if found is None or not any(self._key(found["place"]) in keys for keys in self._cities.values()):
            return None
        return found.start(), found["place"]

    def within(self, ids: Iterable[str], place: str) -> tuple[str, ...]:
        """Those of the archives that are in a place."""
        key = self._key(place)
        return tuple(id_ for id_ in ids if key in self._cities.get(id_, ()))

    def _key(self, place: str) -> str:
        words = [self._index.bones(word) for word in WORDS.findall(place)]
        # a short word keeps its ending in its stem: `Киев`, `Киеве`
        return "".join(stem.rstrip("aeiou") for bones, stem in words if bones not in _TOWN_WORDS)
