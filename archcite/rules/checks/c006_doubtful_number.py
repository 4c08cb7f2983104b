"""A number can be read in more than one way.

`Л. 13;14` may be two sheets or a range, `Д. 53 97` one file or two, `Оп. З` the third opis or a garble. archcite reads
the likelier one, says so, and gives no shelfmark to what is not sure.

Finds:
    РГАСПИ. Ф. 17. Оп. З. Д. 94. Л. 1.
    РГАСПИ. Ф. 558. Оп. 11. Д. 8О. Л. 2.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.values import runs_backwards
from archcite.rules.finding import Problem, replace
from archcite.rules.places import is_doubted, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C006"
NAME = "doubtful-number"
SEVERITY = "warning"
FIXES = "unsafe"
SHEET = "may belong to it"


def check(view: FileView) -> Iterator[Problem]:
    """Every ambiguous citation whose archive is known and that inherits nothing doubtful."""
    for citation in view.citations:
        archive = citation.archive
        if citation.status != "ambiguous" or citation.inherited or citation.reason is None:
            continue
        if archive is not None and archive.candidates:
            continue
        if any(runs_backwards(item) for item in (*citation.dela, *citation.sheets)):
            continue  # reported as such
        if SHEET in citation.reason and _NOTE.match(view.text.text, citation.end) is not None:
            continue  # the number of the next note
        repair = next((one for one in citation.repairs if is_doubted(one, citation)), None)
        at = None if repair is None else place(citation, repair)
        fix = None if at is None or repair is None else replace(*at, repair.read, safe=False)
        yield Problem(
            *(at or (citation.start, citation.end)),
            f"can be read in more than one way: {citation.reason}",
            "compare with the original",
            fix,
        )


_NOTE = regex.compile(r"[.,;)]?\s{0,4}(?:\n\s{0,8})?\d{1,3}[.)]?\s{1,4}\p{Lu}|[.,;)]?[^\S\n]{0,4}\n")
