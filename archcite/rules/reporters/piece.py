"""What reporters take and yield."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from archcite.rules.finding import Finding
    from archcite.transcript.reading import Text

Style = Literal["bold", "dim", "red", "green", "yellow", "cyan"]

Found = Iterable[tuple["Finding", "Text"]]
"""Findings in order, each with the text that it stands in."""


class Piece(NamedTuple):
    """Whole lines of output, and how a terminal may colour them."""

    text: str
    style: Style | None = None
