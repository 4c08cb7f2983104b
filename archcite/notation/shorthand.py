"""References whose levels are told by place: `17/3/94`, `558.11.754.121`, `558–11–97`, `1535. f., 11. apr.`"""

from __future__ import annotations

from functools import cache

import regex

from archcite.notation import values
from archcite.notation.labels import label_at
from archcite.notation.levels import GAP
from archcite.notation.records import LEVELS, RANK, Reference
from archcite.notation.tradition import lexicon

_NUMBER = r"\d{1,6}\p{L}{0,2}(?!\p{L})"
_LETTERED = rf"(?:\p{{L}}{{1,3}}[-‐‑–])?+{_NUMBER}"
_SHORTHAND = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}])(?P<first>{_LETTERED})"
    rf"(?:(?P<slash>(?:/{_NUMBER}){{1,3}})|(?P<dot>(?:\.{_NUMBER}){{2,3}})|(?P<hyphen>(?:[-‐‑–]{_NUMBER}){{2,3}}))"
    r"(?![\p{L}\d/])"
)
_LETTER_BEFORE = regex.compile(r"(?r)(?<![\p{L}\p{N}])\p{L}{1,3}[-‐‑–]")
_REST = regex.compile(_NUMBER)
# `17/3/94` behind an archive is a shelfmark, `12.03.37` and `12/03/1937` are days
_DATE = regex.compile(
    r"(?:0?[1-9]|[12]\d|3[01])(?:[.-](?:0?[1-9]|1[0-2])[.-](?:1[5-9]\d\d|20\d\d|\d\d)|/(?:0?[1-9]|1[0-2])/(?:1[5-9]|20)\d\d)"
)
_NUMBER_FIRST = regex.compile(
    r"(?P<number>(?:\p{L}{1,3}-)?\d{1,6}\p{L}?(?:\.?\s?[-–—]\s?\d{1,6}|(?:\.,\s?\d{1,6}){1,9}+)?)\.?\s{0,2}(?=\p{L})"
)


def by_place(text: str, pos: int, floor: int) -> Reference | None:
    """Numbers joined by slashes, full stops or hyphens around `pos`, levels filled from the fond on; no date."""
    letter = _LETTER_BEFORE.match(text, floor, pos)
    match = _SHORTHAND.match(text, pos if letter is None else letter.start())
    if match is None or _DATE.fullmatch(match.group()):
        return None
    rest = _REST.findall(match["slash"] or match["dot"] or match["hyphen"])
    reference = Reference(match.start(), match.end())
    for level, number in zip(LEVELS, (match["first"], *rest), strict=False):
        reference.levels[level] = (values.tidy(number),)
    if "sheets" in reference.levels:  # the last number may begin a range
        sheets = values.item(text, match.end() - len(rest[-1]), "sheets")
        if sheets is not None:
            reference.levels["sheets"], reference.end = (sheets[0],), sheets[1]
    return reference


_BARE_SHEET = regex.compile(r",\s?(?=\d)")


def bare_sheet(text: str, reference: Reference) -> None:
    """`9/29/340, 15ob.`: a number with a verso mark behind the file is a sheet, without one it might be a file."""
    comma = _BARE_SHEET.match(text, reference.end)
    value = None if comma is None else values.read(text, comma.end(), "sheets")
    if value is not None and any(item.endswith("v") for item in value.items):
        reference.levels["sheets"], reference.end = value.items, value.end


def more_files(text: str, reference: Reference) -> None:
    """`9401/1a/552 and 64`: one more file behind the shorthand."""
    joint = values.patterns().conjunction.match(text, reference.end)
    if joint is None or "," in joint.group():
        return
    value = values.read(text, joint.end(), "dela")
    if value is not None:
        reference.levels["dela"] += value.items
        reference.end = value.end


@cache
def _first_labels() -> frozenset[str]:
    return lexicon().number_first


def number_first(text: str, pos: int, floor: int) -> Reference | None:
    """Numbers before their labels, as Latvian has them; None unless two levels stand there."""
    letter = _LETTER_BEFORE.match(text, floor, pos)
    at = pos if letter is None else letter.start()
    reference = Reference(at, at)
    rank = -1
    while (match := _NUMBER_FIRST.match(text, at)) is not None:
        label = label_at(text, match.end())
        levels = (
            []
            if label is None
            else [s.level for s in label.senses if s.traditions & _first_labels() and s.level in RANK]
        )
        level = next((level for level in levels if RANK[level] > rank), None)
        if label is None or level is None:
            break
        rank = RANK[level]
        reference.levels[level] = tuple(values.tidy(part) for part in match["number"].replace(".", "").split(","))
        reference.end = label.end
        stop = text.startswith(".", label.end)
        gap = GAP.match(text, label.end + stop)
        assert gap is not None
        at = gap.end()
    return reference if len(reference.levels) > 1 else None
