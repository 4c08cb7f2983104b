"""The date of the header is not quite the one that stands in the letter.

One of day, month and year differs: a slip of the pen or of the scanner. Old and new style count as one day, and a
missing year agrees with any. Where more differs, the date in the text is that of an enclosure or of a quoted letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.days import agree, is_day
from archcite.rules.finding import Problem
from archcite.transcript.linedates import is_date_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "H003"
NAME = "header-against-dateline"
SEVERITY = "warning"


OPENING, CLOSING = 2, 3
"""Lines at the two ends of a text in which its own date stands."""


def check(view: FileView) -> Iterator[Problem]:
    """Every document with whole days in header and text, none of which agree, but nearly."""
    for record in view.records:
        date = record.date
        if date is None or record.origins.get("date") != "header" or not is_day(date) or date.unsure is not None:
            continue
        lines = record.segment.body_lines
        near = lines[:OPENING] + lines[max(OPENING, len(lines) - CLOSING) :]
        found = [(line, own) for line in near if (own := is_date_line(line.text)) is not None]
        days = [(line, own) for line, own in found if is_day(own) and own.unsure is None]
        if not days or len(days) < len(found) or any(agree(date, own) for _, own in days):
            continue
        line, own = days[0]
        if sum(a != b for a, b in zip(date.edtf.split("-"), own.edtf.split("-"), strict=True) if a != "XXXX" != b) != 1:
            continue
        yield Problem(
            line.start + own.start,
            line.start + own.end,
            f"the letter is dated {own.written!r}, its header {date.written!r}",
            "compare both with the original",
        )
