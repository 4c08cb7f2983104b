"""`archcite parse`: one string taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import common, console

if TYPE_CHECKING:
    from archcite.archives import Authority
    from archcite.model import Citation


def command(
    references: Annotated[list[str], typer.Argument(metavar="REFERENCE", help="Archival references, one a string.")],
    format_: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text, json or jsonl.")] = "text",
) -> None:
    """Take references apart: archive, levels, extra levels, repairs, and the canonical shelfmark.

    Examples:

    \b
    archcite parse 'RTsKhIDNI. F. 558. Op. 1. D. 5397. L. 2'
    archcite parse 'ГАРФ. Ф. Р-9401. Оп. 1а. Д. 552. Л. 64 об.' --format json
    """
    from archcite.errors import UsageError
    from archcite.export import structured

    if format_ not in ("text", "json", "jsonl"):
        raise UsageError(f"--format {format_}: expected text, json or jsonl")
    reader = common.reader()
    authority = reader.authority
    failed = False
    found = []
    for written in references:
        citations = reader.reference(written)
        if not citations:
            console.complain(f"{written}: not an archival reference (expected archive, fond, opis, delo, list)")
            failed = True
        found += citations
    if format_ == "text":
        for citation in found:
            _show(citation, authority)
    else:
        for piece in (structured.jsonl if format_ == "jsonl" else structured.array)(found):
            console.write(piece)
    if failed:
        raise typer.Exit(2)


def _show(citation: Citation, authority: Authority) -> None:
    console.out(citation.text, "bold")
    archive = citation.archive
    if archive is not None and archive.id is not None:
        known = authority.get(archive.id)
        console.out(f"  {'archive':<10} {known.abbr('ru')} ({known.abbr('en')}), {known.name('en')} [{archive.id}]")
    elif archive is not None:
        console.out(f"  {'archive':<10} {archive.written}")
    for level, value in (
        ("fond", citation.fond),
        ("opis", citation.opis),
        ("delo", ", ".join(citation.dela)),
        ("list", ", ".join(citation.sheets)),
    ):
        if value:
            console.out(f"  {level:<10} {value}")
    for extra in citation.extra:
        console.out(f"  {extra.kind:<10} {extra.value}")
    for repair in citation.repairs:
        console.out(f"  {'repaired':<10} {repair.written} read as {repair.read} ({repair.reason})")
    if citation.shelfmark:
        console.out(f"  {'shelfmark':<10} {citation.shelfmark}")
    console.out(f"  {'status':<10} {citation.status}" + (f": {citation.reason}" if citation.reason else ""))
