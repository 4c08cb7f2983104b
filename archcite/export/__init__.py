"""Records to text, one module a family of formats. Nothing here prints: every exporter yields pieces of text.

A new family is a module with a function `(records, view) -> Iterator[str]` and a line in `render`.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeVar

from archcite.errors import UsageError
from archcite.export.columns import Column, View, citations, documents, holdings, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

__all__ = ["Column", "View", "check", "citations", "documents", "formats", "holdings", "merged", "render"]

Record = TypeVar("Record", bound="BaseModel")

COMMON = ("table", "plain", "markdown", "csv", "tsv", "json", "jsonl")
"""What help texts name; `formats()` has all."""


def formats() -> list[str]:
    """The names of all formats, the common ones first."""
    from archcite.export import tables

    return [*COMMON, *(name for name in tables.names() if name not in COMMON)]


def check(name: str) -> str:
    """The name again if there is such a format; if not, raises UsageError with the nearest names."""
    if name in COMMON or name in formats():
        return name
    near = difflib.get_close_matches(name, formats(), 3)
    hint = f"did you mean {' or '.join(near)}?" if near else f"known are {', '.join(formats())}"
    raise UsageError(f"--format {name}: no such format; {hint}")


def render(records: Iterable[Record], view: View[Record], name: str) -> Iterator[str]:
    """The records as text, piece by piece; the pieces end in `\\n` where a line ends.

    `csv`, `tsv`, `json` and `jsonl` yield each record as it comes. `table` is `plain` here: a terminal table
    is a matter of the terminal. Raises UsageError for an unknown format.
    """
    from archcite.export import separated, structured, tables

    match check(name):
        case "jsonl":
            return structured.jsonl(records)
        case "json":
            return structured.array(records)
        case "csv":
            return separated.separated(records, view, ",")
        case "tsv":
            return separated.separated(records, view, "\t")
        case "table":
            return tables.tabulated(records, view, "plain")
    return tables.tabulated(records, view, name)
