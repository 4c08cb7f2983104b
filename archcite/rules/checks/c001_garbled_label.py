"""A level's label is garbled.

Machine translation and optical character recognition turn `Оп.` into `On.`, `0п.` or `Qp.`. The reference can still be
read, because the label stands between two others, but whoever copies it copies the garble.

Finds:
    RGASPI. F. 558. On. 1. D. 5397. L. 2.
    РГАСПИ. Ф. 17. 0п. 3. Д. 94. Л. 1.

Passes:
    RGASPI. F. 558. Op. 1. D. 5397. L. 2.
    ГАРФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3 об.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.notation.records import LEVELS
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C001"
NAME = "garbled-label"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of a label of fond, opis, delo or sheets."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.level in LEVELS and repair.read.endswith(".") and repair.read[0].isalpha():
                at = citation.text.find(repair.written)
                start = citation.start + max(at, 0)
                yield Problem(
                    start,
                    start + len(repair.written),
                    f"garbled label {repair.written!r}, read as {repair.read!r} ({repair.reason})",
                    f"write {repair.read}",
                )
