"""The archive's name is garbled or misspelt.

One archive alone is near enough to be meant, and the reference is read as its; the name as it stands helps nobody to
find it.

Finds:
    РГАСЛИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    RTSHIDNI. F. 85. Op. 24. D. 150. L. 1.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    RTsKhIDNI. F. 85. Op. 24. D. 150. L. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A002"
NAME = "garbled-archive"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of an archive's name."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.level == "archive":
                yield Problem(
                    citation.start,
                    citation.start + len(repair.written),
                    f"garbled archive name {repair.written!r}, read as {repair.read!r} ({repair.reason})",
                    f"write {repair.read}",
                )
