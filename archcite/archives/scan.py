"""Reads a text backwards, word by word, for as long as what was read can still be the end of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.keys import IDLE, INVISIBLE, TOKEN, WORD, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives.index import Index

WINDOW: Final = 320
"""Code points before a reference in which the name of its archive is looked for; the longest name has 181."""

ABBR_TOKENS: Final = 9
NAME_TOKENS: Final = 30

_COMMON_GAPS: Final = frozenset({" ", "-", ". ", ".", ", ", "\u00a0", "\n", " – ", " («", ' "', "‑", "–"})
# at most one line break; no mark that ends a clause for good
_MARKS: Final = rf"(?:[^\S\r\n]|[.,;/&()«»\"“”„'’‘`–—‐‑\-{INVISIBLE}])*+"
_GAP: Final = regex.compile(rf"{_MARKS}(?:\r?\n)?{_MARKS}")
_TIGHT: Final = regex.compile(r"[-‐‑](?:\s*\n\s*)?")
_BROKEN: Final = regex.compile(r"(?r)\p{L}(?:[-‐]|\u00ad)[ \t]*\r?\n[ \t]*")
_HEAD: Final = regex.compile(r"(?i)ar[ckqx]h?i+v|арх[иіы][вуў]|центр|cent(?:er|re)|[ct]sentr|centr|отдел|otdel")
_LABEL: Final = regex.compile(r"[ \t]?,?[ \t]?(?:ф|оп|f|op)(?=[.\s])")

Token = tuple[str, str, int, bool]
"""A word (as written), its `letters`, where it starts, and whether a hyphen joins it to the next one."""


class Scan:
    """The words before `end`, read as far back as needed, and the names that they end in.

    `tokens` runs from the last word to the first. `keys` has the places where an abbreviation may begin (start,
    `letters` key, number of words), `names` those of full names (start, joined stems), the longest last.
    """

    __slots__ = ("_words", "floor", "index", "keys", "names", "text", "tokens")

    def __init__(self, index: Index, text: str, end: int, floor: int) -> None:
        self.index = index
        self.text = text
        self.floor = max(floor, end - WINDOW)
        self.tokens: list[Token] = []
        self.keys: list[tuple[int, str, int]] = []
        self.names: list[tuple[int, str]] = []
        self._words = self._read(end, floor)
        self._match()

    def _read(self, end: int, floor: int) -> Iterator[Token]:
        """The words, last first; ends at a gap that no name has, or at a word cut by the window."""
        text = self.text
        before = end
        joined = ""
        """The rest of a word that a line break parted."""
        for found in TOKEN.finditer(text, self.floor, end):
            start, stop = found.span()
            tight = False
            if stop != before:
                gap = text[stop:before]
                if before == end and not joined:
                    return
                if gap not in _COMMON_GAPS and (len(gap) > 16 or not _GAP.fullmatch(gap)):
                    return
                tight = gap[0] in "-‐‑" and _TIGHT.fullmatch(gap) is not None
            if start == self.floor > floor and WORD.match(text, start - 1):
                return
            raw = text[start:stop]
            if joined:
                raw, joined = raw.rstrip("\u00ad") + joined, ""
            if start - 1 > self.floor and text[start - 1] in " \t\n" and _BROKEN.match(text, self.floor, start):
                joined, before = raw, start
                while text[before - 1] in " \t\r\n-‐":
                    before -= 1
                continue
            yield raw, letters(raw), start, tight
            before = start

    def _match(self) -> None:
        index = self.index
        by_name, ends, tails = index.by_name, index.ends, index.tails
        joined = ""
        stems = [""]
        single = abbreviated = named = True
        for count, token in enumerate(self._words, 1):
            raw, key, start, tight = token
            self.tokens.append(token)
            if abbreviated:
                joined = key + joined
                single = single and len(key) < 2
                if joined in index:
                    self.keys.append((start, joined, count))
                elif count >= ABBR_TOKENS or not (single or joined in ends):
                    abbreviated = False
            if named:
                readings = index.readings(raw)
                if readings[0][0] not in IDLE:
                    pieces = {stem for _, stem in readings}
                    if tight:
                        pieces.update(bones for bones, _ in readings)
                    stems = [piece + tail for tail in stems for piece in pieces if piece + tail in tails]
                    for one in stems:
                        if one in by_name:
                            self.names.append((start, one))
                    named = bool(stems) and count < NAME_TOKENS
                elif stems == [""] and count > 2:
                    named = False
            if not (abbreviated or named):
                break

    def rest(self, most: int) -> list[Token]:
        """Read on to `most` words, and return all."""
        while len(self.tokens) < most:
            token = next(self._words, None)
            if token is None:
                break
            self.tokens.append(token)
        return self.tokens[:most]

    def has_head(self, end: int) -> bool:
        """Whether a word for an archive stands in reach, without which no full name is worth a search."""
        return _HEAD.search(self.text, self.floor, end) is not None

    def labelled(self, end: int) -> bool:
        """Whether the fond or the opis follows at once: `Цамо ф. 58`."""
        return _LABEL.match(self.text, end) is not None

    def before(self, start: int) -> str:
        """The word right before `start`, with only blanks or a hyphen between; empty where there is none."""
        stop = start
        while stop > self.floor and self.text[stop - 1] in " \u00a0-‐‑":
            stop -= 1
        found = TOKEN.match(self.text, self.floor, stop) if stop < start else None
        return found.group() if found else ""
