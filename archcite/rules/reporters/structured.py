"""For other programs: the records as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from archcite.rules.reporters.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.rules.reporters.piece import Found


def jsonl(found: Found) -> Iterator[Piece]:
    """One JSON object a line."""
    for finding, _ in found:
        yield Piece(json.dumps(asdict(finding), ensure_ascii=False) + "\n")


def array(found: Found) -> Iterator[Piece]:
    """One JSON array."""
    yield Piece("[")
    for index, (finding, _) in enumerate(found):
        yield Piece((",\n " if index else "\n ") + json.dumps(asdict(finding), ensure_ascii=False))
    yield Piece("\n]\n")
