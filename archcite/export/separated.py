"""`csv` and `tsv`: a header and one row a record, the data exactly as they are.

RFC 4180 with `\\n` line ends: a cell with the separator, a quotation mark or a line end is quoted, quotation
marks inside are doubled. Cells are never altered, not even one that a spreadsheet would take for a formula.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archcite.export.columns import View

Record = TypeVar("Record")


def separated(records: Iterable[Record], view: View[Record], separator: str) -> Iterator[str]:
    """The lines, header first, each as soon as its record is there."""
    yield line([column.header for column in view.full], separator)
    for record in records:
        yield line([column.cell(record) for column in view.full], separator)


def line(cells: Sequence[str], separator: str) -> str:
    """One row with its line end."""
    buffer = io.StringIO()
    # With the two characters as line end the writer quotes a cell that has either of them.
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + "\n"
