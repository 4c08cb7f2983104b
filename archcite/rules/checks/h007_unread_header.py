"""A header, or a field of it, cannot be read.

It has a shape that archcite does not know, or a value that is no date or no shelfmark. It is kept as written and nothing
is read into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "H007"
NAME = "unread-header"
SEVERITY = "warning"
SIGNS = ("unknown shape", "could not be read")
"""What the reader of headers says of what it cannot read."""


def check(view: FileView) -> Iterator[Problem]:
    """Every doubt about the header of a document as a whole, or about a field that could not be read."""
    for record in view.records:
        segment = record.segment
        for doubt in segment.doubts:
            if not any(sign in doubt for sign in SIGNS):
                continue
            line = segment.title or segment.lines[0]
            start, end = line.start, line.end
            if (quoted := _QUOTED.search(doubt)) is not None:
                at = view.text.text.find(quoted[1], segment.start, segment.end)
                start, end = (at, at + len(quoted[1])) if at >= 0 else (start, end)
            yield Problem(start, end, doubt, "write it in one of the usual shapes, or correct it")


_QUOTED = regex.compile(r"`([^`]+)`")
