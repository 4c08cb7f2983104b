"""How `archcite archives` shows archives: a list, or one archive's history with the mark of every fact."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from archcite.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.archives import Archive, Authority, Mark


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
    console.out(f"{archive.abbr('ru')} ({archive.abbr('en')})  {archive.name('ru')}", "bold")
    console.out(f"{archive.name('en')}, {archive.city('en')}  [{archive.id}, {archive.status}]  {_mark(archive.mark)}")
    _section("Names", _names(archive))
    _section("Related archives", _relations(archive, authority))
    _section("Fond numbers", _rules(archive, authority))
    _section("Known fonds", (f"{f.fond:<8} {f.title_ru or f.title_en or ''}  {_mark(f.mark)}" for f in authority.fonds(archive.id)))
    _section("Taken for one another", (f"{', '.join(c.forms)}: {c.advice}  {_mark(c.mark)}" for c in authority.confusions(archive.id)))
    if archive.notes:
        _section("Note", [archive.notes])


def structured(archives: Iterable[Archive], authority: Authority, format_: str) -> None:
    """The entries as they stand in the authority file, with their fonds and fond rules."""
    entries = [
        dict(archive.data)
        | {
            "fonds": [{"fond": f.fond, "title_ru": f.title_ru, "title_en": f.title_en} for f in authority.fonds(archive.id)],
            "rules": [{"id": r.id, "from": r.from_ref, "to": r.to_ref, "rule": r.rule, "known": r.mark.known} for r in authority.rules(archive.id)],
        }
        for archive in archives
    ]
    if format_ == "json":
        console.out(json.dumps(entries, ensure_ascii=False, indent=2, default=str))
        return
    for entry in entries:
        console.out(json.dumps(entry, ensure_ascii=False, default=str))


def _section(title: str, lines: Iterable[str]) -> None:
    lines = list(lines)
    if lines:
        console.out()
        console.out(title, "bold")
        for line in lines:
            console.out(f"  {line}")


def _names(archive: Archive) -> Iterator[str]:
    for name in sorted(archive.names, key=lambda n: n.from_ or "0"):
        years = f"{name.from_ or '?'} – {name.to or ('' if name.current else '?')}"
        note = f" ({name.note})" if name.note else ""
        console_abbr = f"{name.abbr}  " if name.abbr else ""
        yield f"{years:<24} {console_abbr}{name.name}{note}  {_mark(name.mark)}"


def _relations(archive: Archive, authority: Authority) -> Iterator[str]:
    for relation in authority.relations(archive.id):
        if relation.direction != "within":
            other = authority.get(relation.other).abbr("en") if relation.other in authority else relation.other
            arrow = "→" if relation.direction == "to" else "←"
            when = relation.date or relation.date_text or ""
            yield f"{when:<12} {relation.kind.replace('_', ' ')} {arrow} {other} [{relation.other}]  {_mark(relation.mark)}"


def _rules(archive: Archive, authority: Authority) -> Iterator[str]:
    for rule in authority.rules(archive.id):
        yield f"{rule.from_ref} → {rule.to_ref} [{rule.id}]  {_mark(rule.mark)}"


def _mark(mark: Mark) -> str:
    """`[verified: abb-b12-contact]`, `[memory, high]`."""
    if mark.refs:
        return f"[{mark.known}: {', '.join(mark.refs)}]"
    return f"[{mark.known}, {mark.confidence}]"
