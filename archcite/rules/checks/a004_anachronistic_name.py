"""The archive did not bear that name yet when the document was published.

A book of 1996 cannot have cited RGASPI: the archive got that name in 1999. Either the name was brought up to date in
copying, and the edition said something else, or the year is wrong.

Only the source lines of documents are looked at, and only where the file as a whole is of a book and names its year;
what a document says of its other editions does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "A004"
NAME = "anachronistic-name"
SEVERITY = "warning"


def check(view: FileView) -> Iterator[Problem]:
    """Every source line whose archive's name is younger than the book that the file is of."""
    outside = {line.text for line in view.furniture}
    for document in view.documents:
        source = document.source
        if source is None or source.archive is None or not source.archive.written or source.archive.years is None:
            continue
        books = [book for book in document.publications if any(line in book.written for line in outside)]
        years = [int(book.year) for book in books if book.year is not None and book.year.isdigit()]
        first = source.archive.years.partition("/")[0][:4]
        if not years or not first.isdigit() or max(years) >= int(first):
            continue
        name = source.archive.written
        yield Problem(
            source.start,
            source.start + len(name),
            f"{name} is the archive's name from {first} on, but the document was published in {max(years)}",
            "compare with the publication: its name for the archive was another one",
        )
