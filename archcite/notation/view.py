"""A text as the scanner sees it, without markup, entities, soft hyphens and split letters, and the way back.

Most texts hold none of these, and then the view is the text itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import category, normalize

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# soft hyphen, zero-width characters, byte-order marks inside a text; emphasis and escapes of Markdown; inline tags of
# HTML; entities; letters followed by combining marks
_STRANGE = regex.compile(
    # note marks: a raised number is no part of the number before it
    r"(?P<drop><sup(?:\s[^<>]{0,200})?>\s?\[?(?:\d{1,3}|\*{1,3})\]?\s?</sup>|[⁰¹²³⁴-⁹]{1,3}|[\u00ad\u200b\u200c\u200d\u2060\ufeff]++"
    r"|(?<=\w|[.,;:)(»\"])\*{1,3}(?!\w)|(?<!\w)\*{1,3}(?=\w|[.,;:)(«\"])"
    r"|(?<!\w)_{1,2}(?=\p{L})|(?<=[\p{L}\d.,;)])_{1,2}(?!\w)"
    r"|\\(?=[.*_()\[\]\-#+!>])"
    # wiki and Markdown emphasis and links; commands for emphasis of LaTeX
    r"|'{2,3}|\[\[(?=[^\[\]\n]{1,240}\]\])|\]\]"
    r"|\[(?=[^\[\]\n]{1,80}\]\([^()\s]{1,200}\))|(?<=\w)\]\([^()\s]{1,200}\)"
    r"|\\(?:text(?:it|bf|sc|sl|rm)|emph)\{(?=[^{}\n]{1,80}\})|(?<=\\(?:text(?:it|bf|sc|sl|rm)|emph)\{[^{}\n]{1,80})\}"
    r"|\[(?:https?:)?//[^\s\[\]]{1,200}\s(?=[^\[\]\n]{1,200}\])|(?<=\[(?:https?:)?//[^\s\[\]]{1,200}\s[^\[\]\n]{1,200})\]"
    # and of Typst
    r"|#(?:emph|strong|smallcaps|text)\[(?=[^\[\]\n]{1,80}\])|(?<=#(?:emph|strong|smallcaps|text)\[[^\[\]\n]{1,80})\]"
    r"|(?P<apart>(?<=\[\[[^\[\]|\n]{1,120})\|)"
    # `GARF_F9401_Op2_D93`, `ГАТО\\ф.147\\оп.1`: names of files
    r"|(?P<blank>~|(?<=[\p{L}\d])_(?=[\p{L}\d])|(?<=[\p{Cyrillic}\d])\\(?=\p{Cyrillic})|\\[,;: ]|\\[nrt](?![a-z])|</?t[dhr](?:\s[^<>]{0,300})?>)"
    r"|(?P<tag></?(?:i|b|u|em|strong|span|abbr|a|sup|sub|font|small|nobr)(?:\s[^<>]{0,300})?>))"
    r"|(?P<entity>&(?:[a-zA-Z]{2,10}|#\d{1,7}|#x[\da-fA-F]{1,6});)"
    r"|(?P<split>\p{L}\p{M}{1,4})"
)


APART = "\x1f"
"""Stands for a tag between two digits: `Л. 2<sup>1</sup>` is sheet 2 with a note, not sheet 21 nor sheets 2 and 1."""


_SIGN = regex.compile(
    r"[\u00ad\u200b\u200c\u200d\u2060\ufeff⁰¹²³⁴-⁹*_\\<&~}|#\]]|\p{M}|''|\[\[|\]\(|\[(?=//|http|[^\[\]\n]{1,80}\]\()"
)


@dataclass(slots=True)
class View:
    """`text` is what is scanned; `start` and `end` turn its offsets into those of the text that it was made from.

    The pieces are runs that stand in both alike, or one replaced sign each: where each begins in the view and in the
    source, and how long it is in the source.
    """

    text: str
    _at: array[int] = field(default_factory=lambda: array("Q"))
    _source: array[int] = field(default_factory=lambda: array("Q"))
    _length: array[int] = field(default_factory=lambda: array("Q"))

    @property
    def differs(self) -> bool:
        """Whether anything was dropped or replaced."""
        return bool(self._at)

    def add(self, at: int, source: int, length: int) -> None:
        """Add the next piece."""
        self._at.append(at)
        self._source.append(source)
        self._length.append(length)

    def start(self, offset: int) -> int:
        """Offset in the source of the character at `offset`."""
        if not self._at:
            return offset
        place = bisect_right(self._at, offset) - 1
        return self._source[place] + min(offset - self._at[place], self._length[place])

    def end(self, offset: int) -> int:
        """Offset in the source right behind the character before `offset`."""
        if not self._at or offset == 0:
            return offset
        place = bisect_right(self._at, offset - 1) - 1
        last = place + 1 < len(self._at) and self._at[place + 1] == offset
        return self._source[place] + (self._length[place] if last else offset - self._at[place])


def view(text: str) -> View:
    """The view of a text; time and memory linear in its length."""
    found = _strange(text)
    first = next(found, None)
    if first is None:
        return View(text)
    parts: list[str] = []
    made = View("")
    at = position = 0
    for match in chain((first,), found):
        kept = text[position : match.start()]
        if kept:
            parts.append(kept)
            made.add(at, position, len(kept))
            at += len(kept)
        position = match.end()
        instead = _instead(text, match)
        if instead:
            parts.append(instead)
            made.add(at, match.start(), len(match.group()))
            at += len(instead)
    parts.append(text[position:])
    made.add(at, position, len(text) - position)
    made.text = "".join(parts)
    return made


def _strange(text: str) -> Iterator[regex.Match[str]]:
    """All that the view takes out: rare signs are looked for first, the full pattern is tried only there."""
    end = 0
    for sign in _SIGN.finditer(text):
        start = sign.start() - (len(sign.group()) == 1 and category(sign.group())[0] == "M")
        match = _STRANGE.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _instead(text: str, match: regex.Match[str]) -> str:
    """What the scanner sees in place of something strange."""
    if match["entity"] is not None:
        return unescape(match.group()).replace("\u00ad", "")
    if match["split"] is not None:
        return normalize("NFC", match.group())
    if match["apart"] is not None:
        return APART
    if match["blank"] is not None:
        return " "
    return APART if match["tag"] is not None and _between_digits(text, match) else ""


_CONCEALED = regex.compile(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff]|&[a-zA-Z#][\da-zA-Z]{1,9};|\p{L}\p{M}")


def concealed(written: str) -> str | None:
    """The first entity, invisible character or split letter in a piece of the source; None where there is none."""
    match = _CONCEALED.search(written)
    return None if match is None else match.group()


def _between_digits(text: str, match: regex.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isdigit() and text[match.end() : match.end() + 1].isdigit()
