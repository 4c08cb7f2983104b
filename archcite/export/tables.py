"""Tables of plain text: every format that the library tabulate knows, by its name there, and `markdown`.

Numbers are text (`disable_numparse`: an opis `1e3` is no thousand), wide and combining characters are
measured by wcwidth. Cells are one line each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.export.columns import View

Record = TypeVar("Record")

_MARKDOWN = frozenset({"github", "pipe"})
# What GitHub Flavored Markdown would take for markup in a cell; brackets by themselves mean nothing.
_MARKUP = regex.compile(r"[\\`*|<>]|(?<=\])\(|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])")


def names() -> list[str]:
    """The names of the formats, in alphabetical order, without `tsv`, which is written elsewhere."""
    import tabulate

    return sorted(set(tabulate.tabulate_formats) - {"tsv"} | {"markdown"})


def tabulated(records: Iterable[Record], view: View[Record], name: str) -> Iterator[str]:
    """The table; all rows are needed to measure the columns, so nothing comes before the last record."""
    import tabulate

    form = "github" if name == "markdown" else name
    clean = _in_markdown if form in _MARKDOWN else _on_one_line
    rows = [[clean(column.cell(record)) for column in view.short] for record in records]
    headers = [clean(column.header) for column in view.short]
    yield tabulate.tabulate(rows, headers, tablefmt=form, disable_numparse=True, missingval="") + "\n"


def _on_one_line(cell: str) -> str:
    return " ".join(cell.split())


def _in_markdown(cell: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _on_one_line(cell))
