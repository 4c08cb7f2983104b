"""A reference leaves out a level.

A document lies on sheets of a delo in an opis of a fond, and whoever orders it needs all four. The source line of a document
must have them; elsewhere a whole delo or fond may be meant, and only what is missing between two levels is reported.

Levels of another kind (carton, folder) can stand for opis or delo. Departments of manuscripts and old archives have fonds
without opisi, and investigation files have neither fond nor opis: these pass.

Finds:
    РГАСПИ. Ф. 17. Оп. 3. Л. 5.
    RGASPI. Op. 3. D. 94. L. 1.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
    РГАСПИ. Ф. 17. Оп. 3. Д. 94.
    ОР РГБ. Ф. 369. К. 163. Ед. хр. 2. Л. 1.
    РГАДА. Ф. 6. Д. 512. Л. 3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation

CODE = "C007"
NAME = "missing-level"
SEVERITY = "warning"
WITHOUT_OPISI = frozenset({"opi-gim", "or-rgb", "or-rnb", "rgada", "rgavmf", "rgvia", "ro-irli"})
"""Archives that have fonds without opisi."""


def check(view: FileView) -> Iterator[Problem]:
    """Every citation with an archive of its own that lacks a level which it must have."""
    for citation in view.citations:
        if citation.inherited or citation.archive is None or citation.status == "unresolved":
            continue
        missing = list(_missing(citation))
        if missing:
            message = f"the reference names no {' and no '.join(missing)}"
            yield Problem(citation.start, citation.end, message, "add it from the original")


def _missing(citation: Citation) -> Iterator[str]:
    source, other = citation.role == "source", bool(citation.extra)
    below = citation.dela or citation.sheets
    if citation.fond is None and citation.opis is not None:
        yield "fond"
    if citation.archive is None or citation.fond is None:
        return
    if source and citation.opis is None and below and not other and citation.archive.id not in WITHOUT_OPISI:
        yield "opis"
    if not citation.dela and not other and (source or (citation.opis is not None and citation.sheets)):
        yield "delo"
    if source and not citation.sheets and (citation.dela or not other):
        yield "list"
