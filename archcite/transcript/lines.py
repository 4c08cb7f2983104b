"""The lines of a text, and what kind of line each is as far as the line alone can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_HEADER = 600
"""Code points of the longest line that can be a title: nine authors and four addressees are 230."""


@dataclass(slots=True, frozen=True)
class Line:
    """One line without its end: offsets in code points of the text, `number` from 1, `text` stripped of outer space."""

    number: int
    start: int
    end: int
    text: str


def split(text: str, starts: Sequence[int]) -> list[Line]:
    """The lines that hold more than space. `starts` are the offsets of all lines."""
    lines = []
    for index, begin in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(text)
        raw = text[begin:stop]
        stripped = raw.strip()
        if stripped:
            first = begin + len(raw) - len(raw.lstrip())
            lines.append(Line(index + 1, first, first + len(stripped), stripped))
    return lines


_NUMBER = regex.compile(
    r"(?:(?:Документ|Document|Dokument|Doc\.?|Док\.?)\s{0,3})?(?:№|No\.?|Nr\.?|N\.?|Num\.?|#)\s{0,3}(?P<number>\d{1,5}\p{L}?)"
    r"(?P<rest>\.?|[.:]\s{1,4}(?P<title>\S.*))",
    regex.IGNORECASE,
)
_NAVIGATION = regex.compile(r"[^|]{1,60}(?:\s\|\s{0,3}[^|]{1,60}){1,12}")
_TRANSLATED = regex.compile(
    r"(?:Translated from|Translation of|Перевод с|Original|Оригинал):\s{0,4}(?P<path>\S.{0,400})", regex.I
)
_SOURCE_LABEL = regex.compile(
    r"(?:(?:Архив|Источник|Source|Archive|Шифр|Фонд|Легенда|Ist\.?|Ист\.?)\s{0,2}:\s{0,4}|[(\[—–-]\s{0,2})", regex.I
)


def number_line(line: Line) -> tuple[str, str | None] | None:
    """The number of a line such as `No. 84`, `№ 84` or `Nr. 84. Title`, with the title behind it; None otherwise."""
    match = _NUMBER.fullmatch(line.text) if len(line.text) < LONGEST_HEADER else None
    return None if match is None else (match["number"], match["title"])


def is_navigation(line: Line) -> bool:
    """Whether the line is a site's navigation: short words between vertical bars."""
    return len(line.text) < 300 and _NAVIGATION.fullmatch(line.text) is not None


def translated_from(line: Line) -> str | None:
    """The path or name of the original that a translation's first line gives."""
    match = _TRANSLATED.fullmatch(line.text) if len(line.text) < 500 else None
    return None if match is None else match["path"].strip()


def source_offset(line: Line) -> int:
    """How far into the line its shelfmark may begin: behind `Архив:` or an opening bracket."""
    match = _SOURCE_LABEL.match(line.text)
    return 0 if match is None else match.end()
