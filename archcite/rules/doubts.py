"""References that can be read in more than one way by what stands in themselves, for the rules about those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.notation.plausible import runs_backwards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation

DAMAGE = frozenset({"letters for digits", "split number", "separator", "hyphens", "stop behind label"})
"""Kinds of repairs that leave a number doubtful: something stands there that no house writes."""


def doubtful(view: FileView) -> Iterator[Citation]:
    """Every citation whose own numbers leave a doubt; C004 has clean ranges that run backwards."""
    for citation in view.citations:
        if citation.reason_kind != "doubtful numbers":
            continue
        backwards = any(runs_backwards(item) for item in (*citation.dela, *citation.sheets))
        if not backwards or is_damaged(citation):
            yield citation


def is_damaged(citation: Citation) -> bool:
    """Whether a sign or a digit of a doubtful citation is garbled; else its numbers are clean and allow two readings."""
    return any(repair.kind in DAMAGE for repair in citation.repairs)
