"""The archive's name fits several archives.

`ЦГА` was the name of a dozen archives, of one after another republic and city. Nothing in the document says which is
meant, so the reference gets no shelfmark. Write the city, or say in the configuration what the abbreviation means in
your collection. A name is reported once in a file.

Finds:
    ЦГА. Ф. 1. Оп. 2. Д. 3. Л. 4.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.archives import by_archive
from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation

CODE = "A003"
NAME = "ambiguous-archive"
SEVERITY = "warning"
MOST = 6
"""Candidates that a message names."""


def check(view: FileView) -> Iterator[Problem]:
    """The first of the references that themselves write an archive with candidates and no id, for each name."""
    ambiguous = [
        c
        for c in view.citations
        if c.archive is not None and c.archive.id is None and c.archive.candidates and not _is_garbled(c)
    ]
    for first, more in by_archive(ambiguous):
        fitting = first.citation.archive.candidates if first.citation.archive is not None else ()
        some = ", ".join(fitting[:MOST]) + (" …" if len(fitting) > MOST else "")
        yield Problem(
            *first.span,
            f"{first.name!r} fits {len(fitting)} archives: {some}{more}",
            "write the full name with its city, or decide it under [abbreviations] in the configuration",
        )


def _is_garbled(citation: Citation) -> bool:
    """Whether the name is a misspelt one, which A002 reports with what may be meant."""
    return any(repair.level == "archive" for repair in citation.repairs)
