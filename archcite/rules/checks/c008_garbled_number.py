"""A number of a reference does not stand as one number in digits.

A space split it (`Д. 53 97`), machine translation spelt it out (`F. seventeen`), or its label is lost. archcite reads it;
whoever copies the reference copies the garble.

Finds:
    РГАЭ. Ф. 74 86. Оп. 37. Д. 131. Л. 5.
    РГАСПИ. Ф. 17. Оп. три. Д. 94. Л. 1.

Passes:
    РГАЭ. Ф. 7486. Оп. 37. Д. 131. Л. 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem, replace
from archcite.rules.places import is_doubted, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C008"
NAME = "garbled-number"
SEVERITY = "warning"
FIXES = "unsafe"
KINDS = ("split number", "spelt-out number", "missing label")


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of a number that is no doubt and no matter of alphabets."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.kind not in KINDS or is_doubted(repair, citation):
                continue
            at = place(citation, repair)
            fix = None if at is None or repair.written == repair.read else replace(*at, repair.read, safe=False)
            yield Problem(
                *(at or (citation.start, citation.end)),
                f"{repair.written!r} is read as {repair.read!r}: {repair.reason}",
                f"write {repair.read}" if repair.written != repair.read else "write the label of the fond",
                fix,
            )
