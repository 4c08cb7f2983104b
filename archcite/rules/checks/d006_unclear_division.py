"""Parts of the file may belong to another document than they seem to.

Two lines could be the source line, text stands behind the source line, or a source line stands among the notes: a header
was probably lost, and with it a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archcite.catalogue.build import FileView
    from archcite.transcript.lines import Line

CODE = "D006"
NAME = "unclear-division"
SEVERITY = "note"
SIGNS = ("belongs to", "looks like the source line", "begins with a shelfmark too", "gives another shelfmark")
"""What the division into documents says where it is not sure."""


def check(view: FileView) -> Iterator[Problem]:
    """Every doubt about where a document begins, ends, or has its source line."""
    for record in view.records:
        segment = record.segment
        for doubt in segment.doubts:
            if any(sign in doubt for sign in SIGNS):
                line = _line(doubt, segment.lines) or segment.lines[0]
                yield Problem(line.start, line.end, doubt, "give each document its number or title")


_NUMBER = regex.compile(r"^line (\d+)")


def _line(doubt: str, lines: Sequence[Line]) -> Line | None:
    match = _NUMBER.match(doubt)
    return None if match is None else next((line for line in lines if line.number == int(match[1])), None)
