"""Short cotes without an archive, one a line: `517/1/1080/12`. In running text such numbers may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.shorthand import by_place

if TYPE_CHECKING:
    from archcite.notation.records import Reference

_LINE = regex.compile(
    r"(?m)^[ \t]*(?P<cote>[\p{L}\d-]{1,12}(?:/[\p{L}\d-]{1,12}){2,3}(?:\s?(?:об|ob|зв)\.?)?)[ \t]*[.,;]?[ \t]*\r?$"
)
_DAY = regex.compile(r"(?:1[5-9]|20)\d\d/(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")


def cotes(text: str) -> list[Reference]:
    """The lines that are fond, opis, file and sheets joined by slashes and nothing else; no days (`1917/12/27`)."""
    out = []
    for line in _LINE.finditer(text):
        start = line.start("cote")
        reference = None if _DAY.fullmatch(line["cote"]) else next(by_place(text, start, start), None)
        if reference is not None and reference.end >= start + len(line["cote"].rstrip(".")):
            out.append(reference)
    return out
