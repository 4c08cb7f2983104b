"""Whether numbers of files and sheets can be what they seem: a lost sign leaves a number that hardly a file has."""

from __future__ import annotations

import regex

_LEANING = regex.compile(r"\d(?:[-‐‑‒–—−]\s|\s[-‐‑‒–—−](?=\d))")
_LEADING = regex.compile(r"\d+")
MOST_SHEETS = 1600


def sheet_doubt(text: str, pos: int, end: int, items: tuple[str, ...]) -> str | None:
    """Why a list of sheets may be another one than was read; None where nothing speaks for that."""
    if _LEANING.search(text, pos, end):
        return "a hyphen with a space on one side may be a range or a slip for a comma"
    for number in (int(digits) for item in items for digits in _LEADING.findall(item)):
        if number > MOST_SHEETS:
            return f"hardly a file has {number} sheets: the sign between two numbers may be lost"
    run = next((item for item in items if len(item) >= SHORTEST_RUN and is_split(item)), None)
    if run is not None:
        return f"{run} may be two sheets whose hyphen is lost"
    return None


SHORTEST_RUN = 4
"""Digits of a sheet number that may be two numbers; hardly a file has a thousand sheets."""


def is_split(number: str, before: str = "0") -> bool:
    """Whether the digits are two neighbouring numbers written together, above the number `before`."""
    half = len(number) // 2
    first, last = number[:half], number[half:]
    if not number.isdigit() or last.startswith("0") or (lead := _LEADING.search(before)) is None:
        return False
    return int(lead.group()) < int(first) < int(last)


_ENDS_OF_RANGE = regex.compile(r"(?P<first>\d+)\P{N}*-(?P<last>\d+)(?P<letter>[^v]?)")


def runs_backwards(sheets: str) -> bool:
    """Whether a range of files or sheets ends below its beginning: `64-58`, `56-6`.

    `54-9` is the short form of 54-59; a lettered end is never short.
    """
    ends = _ENDS_OF_RANGE.match(sheets)
    if ends is None:
        return False
    first, last = ends["first"], ends["last"]
    if len(last) < len(first):
        return bool(ends["letter"]) or first[-len(last) :] > last
    return int(first) > int(last)
