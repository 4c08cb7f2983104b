"""A garbled number or sign can be read in more than one way.

`Л. 13;14` may be two sheets or a range, `Д. 53 97` one file or two, `Оп. З` the third opis or a garble. archcite reads
the likelier one, says so, and gives no shelfmark to what is not sure.

A reference without a garble that allows a second reading is left to C009.

Finds:
    РГАСПИ. Ф. 17. Оп. З. Д. 94. Л. 1.
    РГАСПИ. Ф. 558. Оп. 11. Д. 8О. Л. 2.
    РГАСПИ. Ф. 558. Оп. 1. Д. 53 97. Л. 2.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 13;14.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 58,64.
    LYA, f. V-135/7, b. 8, l. 12.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.doubts import doubtful, is_damaged
from archcite.rules.finding import Problem, replace
from archcite.rules.places import is_doubted, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C006"
NAME = "doubtful-number"
SEVERITY = "warning"
FIXES = "unsafe"


def check(view: FileView) -> Iterator[Problem]:
    """Every doubtful citation with a garble in its numbers or their signs."""
    for citation in doubtful(view):
        if not is_damaged(citation):
            continue
        repair = next((one for one in citation.repairs if is_doubted(one, citation)), None)
        at = None if repair is None else place(citation, repair)
        fix = None if at is None or repair is None else replace(*at, repair.read, safe=False)
        yield Problem(
            *(at or (citation.start, citation.end)),
            f"can be read in more than one way: {citation.reason}",
            "compare with the original",
            fix,
        )
