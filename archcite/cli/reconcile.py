"""`archcite reconcile`: references to the same holding under all its names."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from archcite.cli import console
from archcite.cli.common import (
    ByArchive,
    ByDelo,
    ByFond,
    ByOpis,
    ByPerson,
    ByText,
    Encoding,
    Format,
    Inputs,
    Paths,
    Since,
    Until,
    print_records,
    selection,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.model import Holding


def command(
    paths: Paths,
    archive: ByArchive = None,
    fond: ByFond = None,
    opis: ByOpis = None,
    delo: ByDelo = None,
    since: Since = None,
    until: Until = None,
    person: ByPerson = None,
    text: ByText = None,
    format_: Format = "table",
    encoding: Encoding = None,
) -> None:
    """Gather the references to the same sheets under old and new names of their archives, with the witnesses.

    A renaming within one archive keeps the numbers. An equation between two archives, or with changed numbers, that
    rests on memory is shown as possible and merges nothing.

    Examples:

    \b
    archcite reconcile letters/
    archcite reconcile letters/ --archive RTsKhIDNI --format json
    """
    from archcite.catalogue.reconcile import reconcile
    from archcite.export import check, holdings

    check(format_)
    inputs = Inputs(paths, encoding)
    query = selection(inputs.authority, archive, fond, opis, delo, since, until, person, text)
    found = [(c, d) for view in inputs for c, d in view.cited() if c.status != "unresolved"]
    chosen = {id(c) for c, d in found if query.citation(c, d)}
    shown = reconcile((c for c, _ in found), inputs.authority, lambda c: id(c) in chosen)
    if format_ == "table" and console.on_terminal():
        _blocks(shown)
    else:
        print_records(shown, holdings(), format_)
    without = sum(c.shelfmark is None for c, _ in found if id(c) in chosen)
    if without:
        which = "1 reference has" if without == 1 else f"{without} references have"
        inputs.remark(f"{which} no shelfmark (no archive, or a doubtful one): see list --citations")
    inputs.close()


def _blocks(found: Iterable[Holding]) -> None:
    """For a terminal: the present form of each holding, how sure it is, then a line a witness."""
    from archcite.export import holdings

    _, under, certainty, _ = holdings().short
    for at, holding in enumerate(found):
        if at:
            console.out()
        _wrapped(holding.present, "", "bold")
        names = under.cell(holding)
        sure, *possible = certainty.cell(holding).split("; possibly ")
        _wrapped(f"{sure}{': ' if names else ''}{names}", "  ")
        for one in possible:
            _wrapped(f"possibly {one}", "  ", "yellow")
        for witness in holding.witnesses:
            _wrapped(f"{witness.file}:{witness.line}  {witness.written}", "    ", "cyan")


def _wrapped(text: str, indent: str, style: console.Style | None = None) -> None:
    wrap = textwrap.TextWrapper(console.width() or 80, indent, indent + "  ", break_on_hyphens=False)
    for line in wrap.wrap(console.one_line(text)):
        console.out(line, style)
