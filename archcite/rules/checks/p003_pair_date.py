"""Original and translation have different dates.

Old and new style count as one day, and a missing year agrees with any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.days import agree, is_day
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "P003"
NAME = "pair-date"
SEVERITY = "error"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every pair with whole days that are not one, at the later document."""
    for one, two in project.pairs():
        first, second = one.document.date, two.document.date
        if first is None or second is None or not is_day(first) or not is_day(second) or agree(first, second):
            continue
        segment = two.record.segment
        at = two.view.text.text.find(second.written, segment.start, segment.end)
        start, end = (at, at + len(second.written)) if at >= 0 else two.head
        message = f"the date {second.written!r} is not that of {one.document.id}, {first.written!r}"
        yield two.view, Problem(start, end, message, "compare both with the original")
