"""How `archcite archives` shows archives: a list, or one archive's history with the mark of every fact."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from archcite.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.archives import Archive, Authority, Fond, FondRule, Mark

FACT = tuple[str, str, str]
"""What a line shows: when or which, what, and where it is known from."""

PHRASES = {
    ("merged_into", "to"): "became part of",
    ("merged_into", "from"): "took over",
    ("reorganized", "to"): "became",
    ("reorganized", "from"): "formed from",
    ("renamed", "to"): "became",
    ("renamed", "from"): "formerly",
    ("split_from", "to"): "split off from",
    ("split_from", "from"): "gave off",
    ("holdings_transferred", "to"): "gave holdings to",
    ("holdings_transferred", "from"): "received holdings of",
    ("copies_of", "to"): "has copies of holdings of",
    ("copies_of", "from"): "copies are in",
    ("part_of", "to"): "is part of",
    ("part_of", "from"): "has as a part",
    ("branch_of", "to"): "is a branch of",
    ("branch_of", "from"): "has the branch",
}
"""How a relation reads from either end."""

HEAD = 18
"""Cells of the first column: `1991-10 – 1999-03`."""


def listing(archives: Iterable[Archive]) -> None:
    """One line an archive: id, abbreviations, city, name."""
    found = list(archives)
    width = max(len(archive.id) for archive in found)
    for archive in found:
        short = archive.abbr("en")
        cyrillic = archive.abbr("ru")
        both = short if cyrillic == short else f"{cyrillic}, {short}"
        console.out(f"{archive.id:<{width}}  {both} – {archive.city('en')} – {archive.name('en')}")


def show(archive: Archive, authority: Authority) -> None:
    """One archive: its names over time, relations, fond rules, fonds, confusions; each with where it is known from."""
    short = archive.abbr("ru")
    latin = archive.abbr("en")
    console.out(f"{short} ({latin})  {archive.name('ru')}" if short != latin else f"{short}  {archive.name()}", "bold")
    console.out(f"{archive.name('en')}, {archive.city('en')}")
    console.out(f"id {archive.id}, {archive.status}  {mark(archive.mark)}")
    _section("Names", _names(archive))
    _section("Related archives", _relations(archive, authority))
    _section("Fond numbers", _rules(authority.rules(archive.id)))
    _section("Known fonds", _fonds(authority.fonds(archive.id)))
    _section(
        "Taken for one another",
        (("", f"{', '.join(one.forms)}: {one.advice}", mark(one.mark)) for one in authority.confusions(archive.id)),
    )
    _section("Note", [("", archive.notes, "")] if archive.notes else [])


def record(archive: Archive, authority: Authority) -> dict[str, Any]:
    """The entry as it stands in the authority file, with its fonds, fond rules and confusions, for JSON."""
    return {
        **archive.data,
        "relations": [
            {"kind": r.kind, "direction": r.direction, "other": r.other, "date": r.date, "known": r.mark.known}
            for r in authority.relations(archive.id)
        ],
        "fonds": [
            {"fond": f.fond, "title_ru": f.title_ru, "title_en": f.title_en, "known": f.mark.known}
            for f in authority.fonds(archive.id)
        ],
        "rules": [
            {"id": r.id, "from": r.from_ref, "to": r.to_ref, "rule": r.rule, "known": r.mark.known}
            for r in authority.rules(archive.id)
        ],
        "confusions": [
            {"forms": c.forms, "candidates": c.candidates, "advice": c.advice, "known": c.mark.known}
            for c in authority.confusions(archive.id)
        ],
    }


def mark(known: Mark) -> str:
    """Where a fact is known from: `[verified: abb-b12-contact]`, `[memory, high]`, `[memory, medium: gh-f71]`."""
    return f"[{known}]"


def _section(title: str, facts: Iterable[FACT]) -> None:
    facts = list(facts)
    if not facts:
        return
    console.out()
    console.out(title, "bold")
    width = console.width()
    for head, what, known in facts:
        line = f"{head:<{HEAD}}  {what}  {known}".rstrip() if head else f"{what}  {known}".rstrip()
        indent = "  " + " " * (HEAD + 2 if head else 2)
        for part in (
            textwrap.wrap(line, width, initial_indent="  ", subsequent_indent=indent) if width else [f"  {line}"]
        ):
            console.out(part)


def _names(archive: Archive) -> Iterator[FACT]:
    for name in sorted(archive.names, key=lambda n: n.from_ or "0"):
        until = name.to or ("" if name.current else "?")
        note = f" ({name.note})" if name.note else ""
        short = f"{name.abbr}  " if name.abbr else ""
        yield f"{name.from_ or '?'} – {until}", f"{short}{name.name}{note}", mark(name.mark)


def _relations(archive: Archive, authority: Authority) -> Iterator[FACT]:
    for relation in authority.relations(archive.id):
        if relation.direction == "within":
            continue
        other = authority.get(relation.other).abbr("en") if relation.other in authority else relation.other
        plain = f"{relation.kind.replace('_', ' ')} ({relation.direction})"
        what = f"{PHRASES.get((relation.kind, relation.direction), plain)} {other} ({relation.other})"
        yield relation.date or relation.date_text or "?", what, mark(relation.mark)


def _rules(rules: Iterable[FondRule]) -> Iterator[FACT]:
    for rule in rules:
        note = f". {rule.note}" if rule.note else ""
        yield rule.id, f"{rule.from_ref} → {rule.to_ref}{note}", mark(rule.mark)


def _fonds(fonds: Iterable[Fond]) -> Iterator[FACT]:
    for fond in fonds:
        yield f"f. {fond.fond}", fond.title_ru or fond.title_en or "", mark(fond.mark)
