"""The archive is not in the authority file.

Its name may be misspelt beyond recognition, or the authority file may lack it: it has the central archives and some of the
regions. The reference is read all the same, but no other name of the archive can be known. Check the spelling; if it is
right, add the archive to the project's own (`archives` in the configuration). A name is reported once in a file.

Finds:
    ЦГАЪЫЬ. Ф. 85. Оп. 24. Д. 150. Л. 1.

Passes:
    РГАСПИ. Ф. 85. Оп. 24. Д. 150. Л. 1.
    Ф. 85. Оп. 24. Д. 150. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.archives import by_archive
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A001"
NAME = "unknown-archive"
SEVERITY = "note"


def check(view: FileView) -> Iterator[Problem]:
    """The first of the references that themselves write an archive with neither id nor candidates, for each name."""
    unknown = [c for c in view.citations if c.archive is not None and c.archive.id is None and not c.archive.candidates]
    for first, more in by_archive(unknown):
        yield Problem(
            *first.span,
            f"the authority file has no archive {first.name!r}{more}",
            "check the spelling, or add the archive to your own: `archives` in the configuration",
        )
