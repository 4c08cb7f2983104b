"""The archive is not in the authority file.

Its name may be misspelt beyond recognition, or the authority file may lack it; your own archives go into the project's
configuration.

Finds:
    ЦГАЪЫЬ. Ф. 85. Оп. 24. Д. 150. Л. 1.

Passes:
    РГАСПИ. Ф. 85. Оп. 24. Д. 150. Л. 1.
    Ф. 85. Оп. 24. Д. 150. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A001"
NAME = "unknown-archive"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every archive that is written in the reference itself and has neither id nor candidates."""
    for citation in view.citations:
        archive = citation.archive
        if archive is not None and archive.written and archive.id is None and not archive.candidates:
            yield Problem(
                citation.start,
                citation.start + len(archive.written),
                f"unknown archive {archive.written!r}",
                "check the spelling, or add the archive to the configuration",
            )
