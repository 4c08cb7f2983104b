"""A text as the scanner sees it, without markup, entities, soft hyphens and split letters, and the way back.

Most texts hold none of these, and then the view is the text itself.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from unicodedata import normalize

import regex

# soft hyphen, zero-width characters, byte-order marks inside a text; emphasis and escapes of Markdown; inline tags of
# HTML; entities; letters followed by combining marks
_STRANGE = regex.compile(
    r"(?P<drop>[\u00ad\u200b\u200c\u200d\u2060\ufeff]++"
    r"|(?<=\w|[.,;:)(»\"])\*{1,3}(?!\w)|(?<!\w)\*{1,3}(?=\w|[.,;:)(«\"])"
    r"|(?<!\w)_{1,2}(?=\p{L})|(?<=[\p{L}\d.,;)])_{1,2}(?!\w)"
    r"|\\(?=[.*_()\[\]\-#+!>])"
    r"|(?P<tag></?(?:i|b|u|em|strong|span|a|sup|sub|font|small|nobr)(?:\s[^<>]{0,300})?>))"
    r"|(?P<entity>&(?:[a-zA-Z]{2,10}|#\d{1,7}|#x[\da-fA-F]{1,6});)"
    r"|(?P<split>\p{L}\p{M}{1,4})"
)


@dataclass(slots=True)
class View:
    """`text` is what is scanned; `start` and `end` turn its offsets into those of the text that it was made from.

    The pieces are runs that stand in both alike; between two of them something was dropped or replaced.
    """

    text: str
    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    """Offset in the view, offset in the source, length in the source; one character each where replaced."""
    _offsets: list[int] = field(default_factory=list)

    def start(self, offset: int) -> int:
        """Offset in the source of the character at `offset`."""
        if not self.pieces:
            return offset
        at, source, length = self.pieces[bisect_right(self._offsets, offset) - 1]
        return source + min(offset - at, length)

    def end(self, offset: int) -> int:
        """Offset in the source right behind the character before `offset`."""
        if not self.pieces or offset == 0:
            return offset
        place = bisect_right(self._offsets, offset - 1) - 1
        at, source, length = self.pieces[place]
        last = place + 1 < len(self.pieces) and self._offsets[place + 1] == offset
        return source + (length if last else offset - at)


def view(text: str) -> View:
    """The view of a text; time and memory linear in its length."""
    found = _STRANGE.finditer(text)
    first = next(found, None)
    if first is None:
        return View(text)
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    at = position = 0
    for match in (first, *found):
        kept = text[position : match.start()]
        if kept:
            parts.append(kept)
            pieces.append((at, position, len(kept)))
            at += len(kept)
        position = match.end()
        instead = ""
        if match["entity"] is not None:
            instead = unescape(match.group()).replace("\u00ad", "")
        elif match["tag"] is not None and _between_digits(text, match):
            instead = " "  # `Л. 2<sup>1</sup>` is sheet 2 with a note, not sheet 21
        elif match["split"] is not None:
            instead = normalize("NFC", match.group())
        if instead:
            parts.append(instead)
            pieces.append((at, match.start(), len(match.group())))
            at += len(instead)
    rest = text[position:]
    parts.append(rest)
    pieces.append((at, position, len(rest)))
    return View("".join(parts), pieces, [piece[0] for piece in pieces])


_CONCEALED = regex.compile(r"[\u00ad\u200b\u200c\u200d\u2060\ufeff]|&[a-zA-Z#][\da-zA-Z]{1,9};|\p{L}\p{M}")


def concealed(written: str) -> str | None:
    """The first entity, invisible character or split letter in a piece of the source; None where there is none."""
    match = _CONCEALED.search(written)
    return None if match is None else match.group()


def _between_digits(text: str, match: regex.Match[str]) -> bool:
    return text[match.start() - 1 : match.start()].isdigit() and text[match.end() : match.end() + 1].isdigit()
