"""The archive's name fits several archives.

`ЦГА` was the name of a dozen archives, of one after another republic and city. Nothing in the document says which is
meant, so the reference gets no shelfmark. Write the city, or say in the configuration what the abbreviation means in
your collection.

Finds:
    ЦГА. Ф. 1. Оп. 2. Д. 3. Л. 4.

Passes:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A003"
NAME = "ambiguous-archive"
SEVERITY = "warning"
MOST = 6
"""Candidates that a message names."""


def check(view: FileView) -> Iterator[Problem]:
    """Every archive written in the reference itself that has candidates and no id."""
    for citation in view.citations:
        archive = citation.archive
        if archive is None or not archive.written or archive.id is not None or not archive.candidates:
            continue
        some = ", ".join(archive.candidates[:MOST]) + (" …" if len(archive.candidates) > MOST else "")
        yield Problem(
            citation.start,
            citation.start + len(archive.written),
            f"{archive.written!r} fits {len(archive.candidates)} archives: {some}",
            "write the full name with its city, or decide it under [abbreviations] in the configuration",
        )
