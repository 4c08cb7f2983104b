"""Original and translation have different shelfmarks.

They are one document, on the same sheets. The names of the archive may differ (RTsKhIDNI and RGASPI), the numbers may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "P002"
NAME = "pair-shelfmark"
SEVERITY = "error"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every pair whose source lines lead to different sheets, at the later one."""
    for one, two in project.pairs():
        first, second = one.document.source, two.document.source
        if first is None or second is None or first.shelfmark is None or second.shelfmark is None:
            continue
        if first.shelfmark != second.shelfmark:
            message = f"the shelfmark {second.text!r} is not that of {one.document.id}, {first.text!r}"
            yield two.view, Problem(second.start, second.end, message, "compare both with the archive's")
