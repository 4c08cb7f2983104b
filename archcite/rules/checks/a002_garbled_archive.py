"""The archive's name is garbled or misspelt.

The name as it stands helps nobody to find the archive. Where one archive alone is near enough to be meant, the reference is
read as its, and there is a fix, safe where only look-alike letters are wrong; where several are as near, none is chosen.

Finds:
    РГАСЛИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    RTSHIDNI. F. 85. Op. 24. D. 150. L. 1.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    RTsKhIDNI. F. 85. Op. 24. D. 150. L. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace
from archcite.rules.places import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A002"
NAME = "garbled-archive"
SEVERITY = "warning"
FIXES = "safe"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of an archive's name."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.level != "archive":
                continue
            start, end = place(citation, repair) or (citation.start, citation.start + len(repair.written))
            if citation.archive is not None and citation.archive.candidates:
                several = " or ".join(citation.archive.candidates)
                message = f"garbled archive name {repair.written!r}: {several} may be meant"
                yield Problem(start, end, message, "compare with the original, and write the archive's name")
                continue
            yield Problem(
                start,
                end,
                f"garbled archive name {repair.written!r}, read as {repair.read!r} ({repair.reason})",
                f"write {repair.read}",
                replace(start, end, repair.read, safe=repair.kind == "look-alike name"),
            )
