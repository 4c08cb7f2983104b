"""How `archcite archives` shows archives: a list, or one archive's history with the mark of every fact."""

from __future__ import annotations

import dataclasses
import textwrap
from typing import TYPE_CHECKING, Any

from archcite.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.archives import Archive, Authority, Confusion, Fond, FondRule, Mark, Relation

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
    relations = [one for one in authority.relations(archive.id) if one.direction != "within"]
    rules = authority.rules(archive.id)
    fonds = authority.fonds(archive.id)
    confusions = authority.confusions(archive.id)
    console.out(f"{short} ({latin})  {archive.name('ru')}" if short != latin else f"{short}  {archive.name()}", "bold")
    console.out(f"{archive.name('en')}, {archive.city('en')}")
    console.out(f"id {archive.id}, {archive.status}  {mark(archive.mark)}")
    _section("Names", _names(archive))
    _section("Related archives", _relations(relations, authority))
    _section("Fond numbers", _rules(rules))
    _section("Known fonds", _fonds(fonds))
    _section(
        "Taken for one another",
        (("", f"{', '.join(one.forms)}: {one.advice}", mark(one.mark)) for one in confusions),
    )
    _section("Elsewhere", ((one.scheme, _noted(one.value, one.note), mark(one.mark)) for one in archive.identifiers))
    _section("Note", [("", archive.notes, "")] if archive.notes else [])
    marks = [archive.mark]
    for facts in (archive.names, relations, rules, fonds, confusions, archive.identifiers):
        marks += [one.mark for one in facts]
    _section("Sources", _sources(marks, authority))


def record(archive: Archive, authority: Authority) -> dict[str, Any]:
    """The entry as it stands in the authority file, with its relations from both ends, fonds, fond rules and confusions.

    Every fact has its whole mark: `known`, `refs`, `confidence`.
    """
    return {
        **archive.data,
        "relations": [_fact(one, "archive") for one in authority.relations(archive.id)],
        "fonds": [_fact(one, "archive") for one in authority.fonds(archive.id)],
        "rules": [_fact(one) for one in authority.rules(archive.id)],
        "confusions": [_fact(one) for one in authority.confusions(archive.id)],
    }


_KEYS = {"from_archive": "from", "to_archive": "to"}
"""Fields of the records that have another name in the authority file."""


def _fact(one: Relation | Fond | FondRule | Confusion, *without: str) -> dict[str, Any]:
    fields = [field.name for field in dataclasses.fields(one) if field.name not in ("mark", *without)]
    return {_KEYS.get(name, name): getattr(one, name) for name in fields} | one.mark._asdict()


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
        # no break at hyphens: addresses and ids of sources stay whole
        wrap = textwrap.TextWrapper(width or 0, "  ", indent, break_long_words=False, break_on_hyphens=False)
        for part in wrap.wrap(line) if width else [f"  {line}"]:
            console.out(part)


def _noted(text: str, *notes: str | None) -> str:
    known = "; ".join(note.rstrip(".") for note in notes if note)
    return f"{text} ({known})" if known else text


def _names(archive: Archive) -> Iterator[FACT]:
    reorganized = {item["name"]: item.get("came_by") == "reorganized" for item in archive.data["names"]}
    for name in sorted(archive.names, key=lambda n: n.from_ or "0"):
        until = name.to or ("" if name.current else "?")
        short = f"{name.abbr}  " if name.abbr else ""
        how = "by reorganization" if reorganized[name.name] else None
        what = _noted(f"{short}{name.name}", how, name.date_note, name.note)
        yield f"{name.from_ or '?'} – {until}", what, mark(name.mark)


def _relations(relations: Iterable[Relation], authority: Authority) -> Iterator[FACT]:
    for relation in sorted(relations, key=lambda one: one.date or one.date_text or "9"):
        other = authority.get(relation.other).abbr("en") if relation.other in authority else relation.other
        plain = f"{relation.kind.replace('_', ' ')} ({relation.direction})"
        ends = f"{relation.from_abbr} → {relation.to_abbr}"
        what = f"{PHRASES.get((relation.kind, relation.direction), plain)} {other} ({relation.other})"
        yield relation.date or relation.date_text or "?", _noted(what, ends, relation.note), mark(relation.mark)


def _rules(rules: Iterable[FondRule]) -> Iterator[FACT]:
    for rule in rules:
        keeps = f"keeps {rule.keeps}" if rule.keeps else None
        what = _noted(f"{rule.from_ref} → {rule.to_ref}", rule.date or rule.date_text, keeps)
        yield rule.id, f"{what}. {rule.note}" if rule.note else what, mark(rule.mark)


def _fonds(fonds: Iterable[Fond]) -> Iterator[FACT]:
    for fond in fonds:
        former = f"formerly {fond.former}" if fond.former else None
        what = _noted(fond.title_ru or fond.title_en or "no title known", former, fond.note)
        yield f"f. {fond.fond}", what, mark(fond.mark)


def _sources(marks: Iterable[Mark], authority: Authority) -> Iterator[FACT]:
    sources = authority.sources()
    for ref in sorted({ref for one in marks for ref in one.refs}):
        source = sources.get(ref)
        if source is not None:
            yield ref, source.supports, source.where
