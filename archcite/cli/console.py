"""Printing: the one door to the terminal.

Transcriptions are full of `[brackets]`, and may hold anything else. On a terminal nothing of a text is taken
for markup, emoji or highlight, and no control or bidirectional control character gets through. Off a terminal
the text goes out as it is: no colour, no box, no wrapping.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from itertools import groupby
from typing import IO, TYPE_CHECKING, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Style = Literal["bold", "dim", "red", "green", "yellow", "cyan"]

_SGR: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
# An arrow, initials and the word behind them; else any word.
_UNIT = regex.compile(r"(?:→ )?+(?:\p{Lu}\p{Ll}?\. ){0,4}+\S++|\S++")
_LINE_END = regex.compile(r"\r\n?+|[\x85\u2028\u2029]")
# C0 without tab and line feed, delete, C1; then the bidirectional controls of Unicode Standard Annex 9
# (marks, embeddings, overrides, isolates) and the deprecated ones beside them.
_CONTROL = regex.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
APART = 9
BELOW = 8
_INDENT = 5  # cells before what stands below its row
_GAP = 2  # cells between two columns
# Cells: a narrower column cannot be read. A kept column is folded only where one row is uncommonly long.
_NARROWEST, _NARROWEST_KEPT = 10, 28


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a terminal table.

    `priority` 0 keeps its width (a number, a shelfmark); of the others, the highest gives way first. `APART`
    leaves the table where that is too wide and stands above the rows that have the same value (a file), `BELOW` stands
    on lines of its own under its row (a reason). No column ever loses a character: what is too long is folded.
    """

    header: str
    priority: int = 0


def prepare() -> None:
    """Call once at the start of the program: makes both streams write any text.

    Piped output is UTF-8 with `\\n` line ends on every system; a terminal keeps its encoding, and what it
    cannot show becomes `\\uNNNN` and no error.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:  # a stream that a caller has put in its place
            continue
        if on_terminal(stream):
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def on_terminal(stream: IO[str] | None = None) -> bool:
    """Whether the stream (standard output if none is given) is a terminal."""
    stream = sys.stdout if stream is None else stream
    try:
        return bool(stream.isatty())
    except (AttributeError, ValueError):  # None, or closed
        return False


def has_colour(stream: IO[str] | None = None) -> bool:
    """Whether colour may be used: on a terminal that knows it, unless `NO_COLOR` is set and not empty.

    https://no-color.org
    """
    return on_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def safe(text: str) -> str:
    """Text that may go to a terminal: control and bidi control characters taken out, line ends made `\\n`."""
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def one_line(text: str) -> str:
    """The same on one line: every run of white space is one space."""
    return " ".join(safe(text).split())


def width() -> int | None:
    """Cells of a line on the terminal; null off a terminal, where nothing is wrapped."""
    import shutil

    return shutil.get_terminal_size().columns if on_terminal() else None


def out(text: str = "", style: Style | None = None) -> None:
    """Print to standard output: text and a line end."""
    _print(sys.stdout, text + "\n", style)


def write(text: str) -> None:
    """Print to standard output what has its line ends already (what an exporter yields)."""
    _print(sys.stdout, text, None)


def err(text: str = "", style: Style | None = None) -> None:
    """Print to standard error: text and a line end."""
    _print(sys.stderr, text + "\n", style)


def complain(error: Exception | str) -> None:
    """One line to standard error for something that went wrong, whatever the message holds."""
    _print(sys.stderr, f"archcite: {one_line(str(error))}\n", "red")


def _print(stream: IO[str] | None, text: str, style: Style | None) -> None:
    if stream is None:
        return
    if on_terminal(stream):
        text = safe(text)
        if style is not None and has_colour(stream):
            body = text.removesuffix("\n")
            text = f"\x1b[{_SGR[style]}m{body}\x1b[0m{text[len(body) :]}"
    stream.write(text)


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    *,
    width: int | None = None,
    stream: IO[str] | None = None,
) -> None:
    """Print a table to a terminal, `width` cells wide (that of the terminal if none is given).

    Off a terminal use the exporter `plain` instead: this one wraps and draws. A row has one string a column.
    Where the terminal is too narrow for all columns, each row is a block of `Header: cell` lines.
    """
    from textwrap import indent

    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    stream = sys.stdout if stream is None else stream
    colour = has_colour(stream)
    console = Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
    )
    headers = [one_line(column.header) for column in columns]
    cells = [[one_line(cell) for cell in row] for row in rows]
    natural = [max([cell_len(head), *(cell_len(row[at]) for row in cells)]) for at, head in enumerate(headers)]
    within = list(range(len(columns)))
    for leaving in (APART, BELOW):
        if sum(natural[at] for at in within) + _GAP * (len(within) - 1) > console.width:
            within = [at for at in within if columns[at].priority != leaving]
    above = [at for at in range(len(columns)) if at not in within and columns[at].priority == APART]
    below = [at for at in range(len(columns)) if at not in within and columns[at].priority == BELOW]
    room = console.width - _GAP * (len(within) - 1)
    widths = share([natural[at] for at in within], [columns[at].priority for at in within], room)
    if widths is None:
        for row in cells:
            stream.write("".join(f"{head}: {cell}\n" for head, cell in zip(headers, row, strict=True)) + "\n")
        return

    def grid(lines: Iterable[Sequence[str]], *, headed: bool) -> Table:
        # Cells are padded on the right only: with the rule between columns that is the gap of two.
        out = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), show_header=headed)
        for at, size in zip(within, widths, strict=True):
            out.add_column(Text(headers[at], style="bold"), width=size, overflow="fold")
        for line in lines:
            out.add_row(*(Text(fold(line[at], size)) for at, size in zip(within, widths, strict=True)))
        return out

    if not above and not below:
        console.print(grid(cells, headed=True))
        return
    console.print(grid((), headed=True))
    for value, group in groupby(cells, key=lambda row: [row[at] for at in above]):
        if above:
            console.print(Text(" ".join(value), style="cyan"), overflow="fold")
        lines: list[Sequence[str]] = []
        for row in group:
            lines.append(row)
            for cell in filter(None, (row[at] for at in below)):
                console.print(grid(lines, headed=False))
                console.print(Text(indent(fold(cell, console.width - _INDENT), " " * _INDENT), style="dim"))
                lines = []
        if lines:
            console.print(grid(lines, headed=False))


def fold(cell: str, width: int) -> str:
    """A cell in lines of at most `width` cells, broken between words; initials stay with their surname."""
    from rich.cells import cell_len, chop_cells

    lines = [""]
    for unit in _UNIT.findall(cell):
        words = [unit] if cell_len(unit) <= width else unit.split()
        for word in words:
            joined = f"{lines[-1]} {word}" if lines[-1] else word
            if cell_len(joined) <= width:
                lines[-1] = joined
                continue
            lines += [word] if cell_len(word) <= width else chop_cells(word, width)
    return "\n".join(line for line in lines if line)


def share(natural: Sequence[int], priorities: Sequence[int], room: int) -> list[int] | None:
    """Widths of columns that together fit into `room` cells; None if there is no readable way.

    The columns of the highest priority are narrowed first, the widest of them down to the others and none
    below ten cells, then those of the next priority; columns of priority 0 come last and keep 28 cells.
    """
    widths = list(natural)
    for priority in sorted(set(priorities), reverse=True):
        floor = _NARROWEST if priority else _NARROWEST_KEPT
        group = [index for index, own in enumerate(priorities) if own == priority]
        while (excess := sum(widths) - room) > 0:
            widest = max(widths[index] for index in group)
            if widest <= floor:
                break
            tall = [index for index in group if widths[index] == widest]
            below = max([widths[index] for index in group if widths[index] < widest], default=floor)
            cut = min(widest - max(below, floor), -(-excess // len(tall)))
            for index in tall:
                widths[index] -= cut
    return widths if sum(widths) <= room else None
