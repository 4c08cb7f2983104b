"""A date does not exist, or contradicts itself.

No month has that day, the day fell into the fortnight that the change of the calendar left out, the two days of a double
date are not one day, the day of the week is another one, or a span runs backwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "H002"
NAME = "impossible-date"
SEVERITY = "error"
SIGNS = ("has no day", "left out when", "not the same day", "day of the week", "runs backwards")
"""What the reader of dates says of dates that cannot be right."""


def check(view: FileView) -> Iterator[Problem]:
    """Every date of a header or place-and-date line that cannot be right."""
    for record in view.records:
        date = record.date
        if date is None or date.unsure is None:
            continue
        reason = next((part for part in date.unsure.split("; ") if any(sign in part for sign in SIGNS)), None)
        if reason is None:
            continue
        first, last = record.segment.start, record.segment.end
        at = view.text.text.find(date.written, first, last)
        start, end = (at, at + len(date.written)) if at >= 0 else (first, record.segment.lines[0].end)
        yield Problem(start, end, f"impossible date {date.written!r}: {reason}", "compare with the original")
