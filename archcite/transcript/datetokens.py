"""The tokens of written dates, and the words among them.

Lowest of the files of the date grammar (`datetokens`, `dateyears`, `datepoints`, `dategrammar`; `dates` is the way in).
Everything is read from a window of `WINDOW` characters: a long text costs no more than a short one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.datewords import CAPITAL_MONTHS, DAYTIME_WORDS, HOUR_WORDS, months
from archcite.transcript.words import fold

if TYPE_CHECKING:
    from archcite.transcript.calendars import Point

WINDOW: Final = 140
#: `«5» мая`: forms to be filled in put the day in quotation marks.
QUOTES: Final = frozenset('«»“”„"')
DASHES: Final = frozenset("-–—‑−")
_TOKEN: Final = regex.compile(
    r"(?P<num>\d++)(?P<ord>(?:st|nd|rd|th|-?(?:го|ого|ое|е|му|ому)|(?-i:-(?:х|й|м|ми|ти)))(?!\p{L}))?"
    r"|(?P<word>\p{L}[\p{L}\p{M}'’]*+)|(?P<punct>[^\s\p{L}\d])",
    regex.IGNORECASE,
)
_QUERY: Final = regex.compile(r"\(\?\)|\[\?\]|\?")
_BLANK_LINE: Final = regex.compile(r"\n[^\S\n]*+\n")
_ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
# What stands for a Roman digit: the look-alikes of Cyrillic, and the letters that scanners and typists put.
_ALIKE: Final = {"І": "I", "Ӏ": "I", "Х": "X", "1": "I", "L": "I", "П": "II", "Ш": "III", "У": "V", "Y": "V"}


@dataclass(slots=True)
class Token:
    """A number, word or sign; `gap` says that space stands before it, `supplied` that it is in brackets."""

    kind: str
    text: str
    norm: str
    start: int
    end: int
    gap: bool
    supplied: bool
    cut: bool = False
    new_line: bool = False
    queried: bool = False
    """A question mark of the editors stands right behind it: `5(?) мая`, `[май? 1920 г.]`."""

    @property
    def number(self) -> int:
        """The value of a number of a few digits."""
        return int(self.text)


@dataclass(slots=True)
class Reading:
    """What one expression says. `lo is hi` for a point; `end` is the index of the token after it."""

    lo: Point | None
    hi: Point | None
    end: int
    shape: str
    new_style: Point | None = None
    new_first: bool = False
    style: str | None = None
    supplied: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    queried: bool = False
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def take(self, other: Reading) -> None:
        """Add what the reading of another part of the expression found out."""
        self.supplied |= other.supplied
        self.parts |= other.parts
        self.remarks += [r for r in other.remarks if r not in self.remarks]
        self.doubts += [d for d in other.doubts if d not in self.doubts]
        self.end = other.end


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`, brackets taken away and remembered, words cut by brackets joined."""
    found: list[Token] = []
    depth, at, cut = 0, start, False
    limit = min(end, start + WINDOW)
    queried = start  # behind the last question mark that went to the token before it
    blank = _BLANK_LINE.search(text, start, limit)
    for m in _TOKEN.finditer(text, start, blank.start() if blank else limit):
        if m.start() < queried:
            continue
        sign = m.group()
        gap = m.start() > at or not found
        at = m.end()
        if sign in "[<{":
            depth, cut = depth + 1, True
            if found and gap:
                at = -1
            continue
        if sign in "]>}":
            depth, cut = max(0, depth - 1), True
            continue
        if sign in QUOTES:
            continue
        kind = "num" if m.group("num") else "word" if m.group("word") else "punct"
        body = m.group("num") or sign
        norm = fold(sign) if kind == "word" else body
        tok = Token(kind, body, norm, m.start(), m.end(), gap, depth > 0, cut)
        tok.new_line = bool(found) and gap and "\n" in text[found[-1].end : tok.start]
        if m.group("ord"):
            tok.norm = "ordinal"
        if cut and found and not gap and _joins(found[-1], tok):
            before = found[-1]
            before.text += tok.text
            before.end = tok.end
            before.norm = fold(before.text) if kind == "word" else before.text
            before.supplied = before.supplied or (kind == "num" and tok.supplied)
        else:
            found.append(tok)
        cut = False
        if kind != "punct" and (query := _QUERY.match(text, m.end(), limit)) is not None:
            at = queried = query.end()
            found[-1].queried, found[-1].end = True, at
    return found


def _joins(before: Token, after: Token) -> bool:
    """Whether a bracket cut one word (`дек[абря]`) or one year (`19[23]`) in two."""
    if before.kind != after.kind or before.end == before.start:
        return False
    if before.kind == "word":
        return before.supplied != after.supplied
    joined = before.text + after.text
    return before.kind == "num" and len(joined) == 4 and joined[:2] in {"17", "18", "19", "20"}


def roman(text: str) -> tuple[int, bool] | None:
    """The month that a Roman number I to XII means, and whether look-alike letters had to be read."""
    if not text or len(text) > 5 or (text != text.upper() and text != text.lower()):
        return None
    upper = text.upper()
    if upper == "L":  # the label of a sheet
        return None
    plain = "".join(_ALIKE.get(c, c) for c in upper)
    return (_ROMAN.index(plain), plain != upper) if plain in _ROMAN else None


class Scanner:
    """Looks at the tokens of one window; every method takes an index, those that read give None if they fail."""

    def __init__(self, toks: list[Token]) -> None:
        self.toks = toks

    def is_sign(self, i: int, signs: frozenset[str] | str) -> bool:
        """Whether the token at `i` is one of the signs."""
        return i < len(self.toks) and self.toks[i].kind == "punct" and self.toks[i].text in signs

    def words(self, i: int, wanted: tuple[str, ...]) -> int | None:
        """The index after the wanted words (stops between them allowed), or None."""
        for word in wanted:
            if i >= len(self.toks) or self.toks[i].norm != word:
                return None
            i += 1
            while self.is_sign(i, ".") and not self.toks[i].gap and len(word) <= 3:
                i += 1
        return i

    def one_of(self, i: int, table: tuple[tuple[tuple[str, ...], str], ...]) -> tuple[str, int] | None:
        """The value and end of the longest entry of a word table at `i`."""
        best: tuple[str, int] | None = None
        for wanted, value in table:
            end = self.words(i, wanted)
            if end is not None and (best is None or end > best[1]):
                best = value, end
        return best

    def norm(self, i: int) -> str:
        """The folded text at `i`, empty past the end."""
        return self.toks[i].norm if i < len(self.toks) else ""

    def day(self, i: int) -> int | None:
        """A day of the month; up to 99, so that an impossible one is reported and not overlooked."""
        if i < len(self.toks) and self.toks[i].kind == "num" and len(self.toks[i].text) <= 2:
            return self.toks[i].number or None
        return None

    def month_word(self, i: int) -> tuple[int, int] | None:
        """The month named at `i`, and the index after it and the stop of its abbreviation."""
        if i >= len(self.toks) or self.toks[i].kind != "word":
            return None
        tok = self.toks[i]
        month = months().get(tok.norm)
        if month is None or (tok.norm in CAPITAL_MONTHS and not tok.text[0].isupper() and tok.norm != "мар"):
            return None
        short = len(tok.norm) <= 5 and self.is_sign(i + 1, ".") and not self.toks[i + 1].gap
        return month, i + 2 if short else i + 1

    def month_roman(self, i: int) -> tuple[int, int, bool] | None:
        """The Roman month at `i` (`1X` and `X1` too): month, index after it, whether letters were mended."""
        if i >= len(self.toks):
            return None
        joined, best, j = "", None, i
        while j < len(self.toks) and j < i + 3 and (j == i or not (self.toks[j].gap or self.toks[j].cut)):
            if self.toks[j].kind == "punct":
                break
            joined += self.toks[j].text
            found = roman(joined)
            j += 1
            if found and not joined.isdigit():
                best = found[0], j, found[1]
        return best

    def mark(self, i: int, names: str, out: Reading) -> None:
        """Note that the token at `i` says these parts, and whether it is supplied."""
        for name in names.split():
            out.parts.add(name)
            if self.toks[i].supplied:
                out.supplied.add(name)
        out.queried = out.queried or self.toks[i].queried

    def _month_after(self, i: int) -> bool:
        """Whether a separator and a month follow, so that the number before `i` is a day."""
        if self.is_sign(i, "/") and (self.day(i + 1) or 99) <= 12:
            return True
        return self.is_sign(i, "/.") and self.month_roman(i + 1) is not None

    def _is_time(self, i: int) -> bool:
        """Whether the number at `i` is an hour (`5 p.m.`, `10 часов`, `14:30`)."""
        after = self.norm(i + 1)
        if after in HOUR_WORDS or after in DAYTIME_WORDS or (self.is_sign(i + 1, ":") and self.day(i + 2)):
            return True
        return after in {"a", "p"} and self.is_sign(i + 2, ".") and self.norm(i + 3) == "m"
