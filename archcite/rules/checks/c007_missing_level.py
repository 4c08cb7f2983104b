"""A source line leaves out a level.

A document lies on sheets of a file of an opis of a fond. Whoever orders it needs all four; some archives have fonds
without opisi, and some editions cite whole files, so this rule is off by default.

Finds:
    Архив: РГАСПИ. Ф. 17. Оп. 3. Л. 5.
    RGASPI. F. 17. Op. 3. D. 94.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C007"
NAME = "missing-level"
SEVERITY = "warning"
DEFAULT = False


def check(view: FileView) -> Iterator[Problem]:
    """Every citation with an archive of its own that lacks fond, opis, delo or sheets; source lines only, if any."""
    sources = [citation for citation in view.citations if citation.role == "source"]
    for citation in sources or view.citations:
        if citation.inherited or citation.archive is None or citation.status == "unresolved":
            continue
        levels = {"fond": citation.fond, "opis": citation.opis, "delo": citation.dela, "list": citation.sheets}
        missing = [name for name, value in levels.items() if not value]
        if missing:
            message = f"the reference names no {' and no '.join(missing)}"
            yield Problem(citation.start, citation.end, message, "add it from the original")
