"""A reference cannot be resolved.

`Ibid.` has nothing to stand for: nothing before it in the document, a printed source, or a source with several files. A
reader who follows it finds nothing.

What rests on a reference that is itself reported, here or by another rule (an ambiguous archive, a doubtful number), has
the same cause and is not reported again.

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
    from archcite.model import Citation

CODE = "C003"
NAME = "unresolved-reference"
SEVERITY = "error"
UPON_IT = ("unresolved source", "doubtful source")
"""Kinds of reasons whose cause lies in another reference."""
CAUSES = ("no source", "printed source", "several files", "no link", *UPON_IT)


def check(view: FileView) -> Iterator[Problem]:
    """Every citation that cannot be resolved for a reason of its own, with how many rest on it."""
    first: Citation | None = None
    rest = 0
    document: object = None
    for citation, within in view.cited():
        unresolved = _is_unresolved(citation)
        upon_it = citation.reason_kind in UPON_IT
        if first is not None and within is document and unresolved and (upon_it or _both_inherit(first, citation)):
            rest += 1
            continue
        yield from _problem(first, rest)
        own = unresolved and not upon_it
        first, rest, document = (citation, 0, within) if own else (None, 0, None)
    yield from _problem(first, rest)


def _is_unresolved(citation: Citation) -> bool:
    """Whether a citation is left without a shelfmark for want of something before it."""
    if citation.reason_kind == "no link" and (citation.role == "text" or _WORDS.match(citation.text) is not None):
        return False  # `folder 3, page 94` of whatever it is: no sign of an archive, and nothing that it stands for
    return citation.status in ("unresolved", "ambiguous") and citation.reason_kind in CAUSES


def _both_inherit(one: Citation, other: Citation) -> bool:
    """Whether both took something from before: from the same source with several files."""
    return bool(one.inherited and other.inherited)


def _problem(citation: Citation | None, rest: int) -> Iterator[Problem]:
    if citation is not None:
        after = (
            "" if not rest else f", nor can the {rest} that rest on it" if rest > 1 else ", nor can the one after it"
        )
        message = f"cannot be resolved: {citation.reason}{after}"
        yield Problem(citation.start, citation.end, message, "write the reference in full")


_WORDS = regex.compile(r"\p{L}{4}")
