"""The date in the name of the file is another day than that of the document.

Only names with a whole date before 2000 (`1917-12-27.txt`) are looked at, and only files with one document, or an original
and its translation. Old and new style count as one day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.days import is_day
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Date
    from archcite.rules.project import Project

CODE = "H004"
NAME = "file-name-against-date"
SEVERITY = "warning"


_DATE = regex.compile(r"(?<!\d)(?P<year>1[89]\d\d)[-_.](?P<month>0[1-9]|1[0-2])[-_.](?P<day>[0-2]\d|3[01])(?!\d)")


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every file whose name has a date that none of its documents has."""
    for view in project.views:
        match = _DATE.search(view.text.file.replace("\\", "/").rpartition("/")[2])
        entries = project.of(view)
        if match is None or not entries or len(entries) > 2 or (len(entries) == 2 and entries[0].document.pair is None):
            continue
        named = f"{match['year']}-{match['month']}-{match['day']}"
        dates = [entry.document.date for entry in entries if entry.document.date is not None]
        if not dates or any(not is_day(date) or _fits(named, date) for date in dates):
            continue
        date, entry = dates[0], entries[0]
        at = view.text.text.find(date.written, entry.record.segment.start, entry.record.segment.end)
        start, end = (at, at + len(date.written)) if at >= 0 else entry.head
        yield (
            view,
            Problem(start, end, f"the document is dated {date.written!r}, its file {named}", "one of the two is wrong"),
        )


def _fits(named: str, date: Date) -> bool:
    return any(day == named or (day[:4] == "XXXX" and day[4:] == named[4:]) for day in (date.edtf, date.gregorian))
