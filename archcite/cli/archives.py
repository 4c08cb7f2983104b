"""`archcite archives`: the archives that archcite knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import common, console

if TYPE_CHECKING:
    from archcite.archives import Authority


def command(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="A name, abbreviation, city or id; without it, all.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or jsonl.")] = "text",
) -> None:
    """List the archives, or search them by any name they ever had.

    Examples:

    \b
    archcite archives
    archcite archives RTsKhIDNI
    archcite archives rgaspi
    """
    from archcite.cli import timeline
    from archcite.errors import UsageError
    from archcite.export import structured

    if format_ not in ("text", "json", "jsonl"):
        raise UsageError(f"--format {format_}: expected text, json or jsonl")
    authority = common.authority()
    if query is None:
        found = sorted(authority, key=lambda archive: archive.id)
    elif query.casefold() in authority:
        found = [authority.get(query.casefold())]
    else:
        found = authority.search(query)
    if query is not None:
        _say_how_read(query, authority)
    if not found:
        console.complain(f"{query}: no archive of the authority file has such a name, city or id")
        raise typer.Exit(2)
    if format_ != "text":
        records = [timeline.record(archive, authority) for archive in found]
        for piece in (structured.jsonl if format_ == "jsonl" else structured.array)(records):
            console.write(piece)
    elif len(found) == 1:
        timeline.show(found[0], authority)
    else:
        timeline.listing(found)


def _say_how_read(query: str, authority: Authority) -> None:
    """On standard error: that a name was repaired, or fits several archives, and what decides between them."""
    from archcite.archives.keys import letters

    if query.casefold() in authority:
        return
    match = authority.find(query)
    if match is not None and match.repaired:
        console.err(f"archcite: {query}: read as {match.form} ({match.note})")
    if match is None or match.id is None:
        key = letters(query if match is None else match.form)
        advice = " ".join(one.advice for one in authority.confusions() if key in map(letters, one.forms))
        if match is not None:
            console.err(f"archcite: {query} fits several archives{': ' if advice else ''}{advice}")
        elif advice:
            console.err(f"archcite: {query}: {advice}")
