"""A reference without a garble allows a second reading.

`Ф. 4/121` may be a part of a fond or fond and opis, `500-1-25, 12` a sheet or one more file, `Л. 58,64` two sheets or a
range that lost its hyphen. archcite gives no shelfmark to such a reference and says why.

Most of them are in order: the house writes them so, and its readers know what is meant. The rule is for a last look at
references on which much depends, and is off by default.

Finds:
    LYA, f. V-135/7, b. 8, l. 12.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 58/64.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 58, 64.
    РГАСПИ. Ф. 17. Оп. З. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.doubts import doubtful, is_damaged
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C009"
NAME = "second-reading"
SEVERITY = "note"
DEFAULT = False


def check(view: FileView) -> Iterator[Problem]:
    """Every doubtful citation without a garble in its numbers or their signs."""
    for citation in doubtful(view):
        if not is_damaged(citation):
            message = f"can be read in more than one way: {citation.reason}"
            yield Problem(citation.start, citation.end, message, "compare with the original")
