"""A level's label is garbled.

Machine translation and optical character recognition turn `Оп.` into `On.`, `0п.` or `Qp.`. The reference can still be
read, because the label stands between two others, but whoever copies it copies the garble.

The fix is safe where the letters only look like the right ones, unsafe where the label was made out by its place.

Finds:
    RGASPI. F. 558. On. 1. D. 5397. L. 2.
    РГАСПИ. Ф. 17. 0п. 3. Д. 94. Л. 1.

Passes:
    RGASPI. F. 558. Op. 1. D. 5397. L. 2.
    ГАРФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3 об.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace
from archcite.rules.places import is_label, place, right_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C001"
NAME = "garbled-label"
SEVERITY = "warning"
FIXES = "safe"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of a label of fond, opis, delo or sheets."""
    for citation in view.citations:
        for repair in citation.repairs:
            if not is_label(repair):
                continue
            at = place(citation, repair)
            right = right_label(citation, repair)
            fix = None
            if at is not None and right is not None:
                fix = replace(*at, right, safe=repair.kind == "look-alike label")
            read = right or repair.read
            yield Problem(
                *(at or (citation.start, citation.end)),
                f"garbled label {repair.written!r}, read as {read!r} ({repair.reason})",
                f"write {read}",
                fix,
            )
