"""The header does not tell author and addressee apart.

`Телеграмма А. Б. Петрову, В. Г. Иванова` names an addressee and, it seems, an author behind him; `Letter to Petrov Ivanov`
may be from either. archcite keeps the header as written and says so where it cannot tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "H005"
NAME = "author-unclear"
SEVERITY = "warning"
SIGNS = ("not told apart", "an author stands after", "may be a person or a place", "who is meant is not told")
"""What the reader of titles says where it cannot tell."""


def check(view: FileView) -> Iterator[Problem]:
    """Every title whose reading says that people in it are not told apart."""
    for record in view.records:
        reading, line = record.segment.title_reading, record.segment.title
        if reading is None or line is None or reading.unsure is None:
            continue
        if any(sign in reading.unsure for sign in SIGNS):
            yield Problem(
                line.start,
                line.end,
                f"the header can be read in more than one way: {reading.unsure}",
                "write `A to B`, or `A – B`",
            )
