"""How findings are written, one function a format; each yields pieces of text that end with their line.

text.py         for people: the place underlined; one line a finding; statistics
structured.py   json and jsonl
sarif.py        SARIF 2.1.0, for code scanning services
github.py       workflow commands of GitHub Actions

A new format is a function from findings to pieces, and a line in `FORMATS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.reporters.github import github
from archcite.rules.reporters.sarif import sarif
from archcite.rules.reporters.structured import array, jsonl
from archcite.rules.reporters.text import concise, statistics, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archcite.rules.reporters.piece import Found, Piece

__all__ = ["FORMATS", "statistics"]

FORMATS: dict[str, Callable[[Found], Iterator[Piece]]] = {
    "text": text,
    "concise": concise,
    "json": array,
    "jsonl": jsonl,
    "sarif": sarif,
    "github": github,
}
