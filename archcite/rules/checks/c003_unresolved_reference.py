"""A reference cannot be resolved.

`Ibid.` has nothing to stand for: nothing before it in the document, a printed source, a source with several files, or
another reference that could not be resolved. A reader who follows it finds nothing.

Finds:
    1 Ibid. L. 5.
    1 See: A Book. Moscow, 1990. P. 12. Ibid. D. 5. L. 6.
    1 РГАСПИ. Ф. 17. Оп. 3. Д. 94, 95. Л. 1. 2 Там же. Л. 2.

Passes:
    1 RGASPI. F. 17. Op. 3. D. 94. L. 1. 2 Ibid. L. 5.
    The list sits in folder 3, page 94 of the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "C003"
NAME = "unresolved-reference"
SEVERITY = "error"


def check(view: FileView) -> Iterator[Problem]:
    """Every unresolved citation, and those that inherit from several files."""
    for citation in view.citations:
        several = citation.status == "ambiguous" and citation.inherited
        if citation.reason is None or "may belong to it" in citation.reason:
            continue  # the doubt is of the reference before it, where C006 reports it
        if "names neither" in citation.reason and (citation.role == "text" or _WORDS.match(citation.text) is not None):
            continue  # `folder 3, page 94` of whatever it is: no sign of an archive, and nothing that it stands for
        if citation.status == "unresolved" or several:
            yield Problem(
                citation.start,
                citation.end,
                f"cannot be resolved: {citation.reason}",
                "write the reference in full",
            )


_WORDS = regex.compile(r"\p{L}{4}")
