"""Checks of the authority data that no schema can make: what one entry says against what the others say.

The tests run them over the packaged data, `Authority.load` over the entries that a user adds or changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from archcite.archives.keys import letters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from archcite.archives.authority import Authority
    from archcite.archives.records import Archive

_BOUND: Final = regex.compile(r"\{(\w+)\}")


def problems(authority: Authority, ids: Collection[str] | None = None) -> Iterator[tuple[str, str]]:
    """Yield what is wrong: the id of the entry (or table line), and a sentence that says what was expected.

    With `ids`, only entries of these are looked at; the tables always are.
    """
    sources = set(authority.sources())
    for archive in authority:
        if ids is None or archive.id in ids:
            for message in _entry(authority, archive, sources):
                yield archive.id, message
    for id_, message in _collisions(authority):
        if ids is None or id_ in ids:
            yield id_, message
    yield from _tables(authority, sources)


def _entry(authority: Authority, archive: Archive, sources: set[str]) -> Iterator[str]:
    marks = [archive.mark, *(name.mark for name in archive.names), *(form.mark for form in archive.variants)]
    for ref in dict.fromkeys(ref for mark in marks for ref in mark.refs):
        if ref not in sources:
            yield f"refs: {ref!r} is not in the list of sources"
    for item in archive.data.get("relations", ()):
        if item["to"] not in authority:
            yield f"relations: {item['to']!r} is no archive of the file"
        elif item["to"] == archive.id:
            yield "relations: an archive is not related to itself; a renaming follows from the names"
    for example in archive.examples:
        match = authority.find(example)
        if match is None or match.id != archive.id or match.repaired:
            found = "nothing" if match is None else f"{', '.join(match.ids)} ({match.how})"
            yield f"examples: {example!r} must mean this archive; it means {found}"
    for variant in archive.variants:
        match = authority.find(variant.form)
        if match is None or archive.id not in match.ids:
            found = "nothing" if match is None else ", ".join(match.ids)
            yield f"variants: {variant.form!r} finds {found}"


def _collisions(authority: Authority) -> Iterator[tuple[str, str]]:
    """Keys that two archives claim, and neither a confusion nor `shared_with` declares."""
    declared: set[tuple[str, str, str]] = set()
    for confusion in authority.confusions():
        for form in confusion.forms if confusion.kind == "ambiguous-abbreviation" else ():
            key = letters(form)
            declared.update((key, one, two) for one in confusion.candidates for two in confusion.candidates)
    claims: dict[str, dict[str, str]] = {}
    for archive in authority:
        for variant in archive.variants:
            declared.update((letters(variant.form), archive.id, other) for other in variant.shared_with)
            if not variant.kind.startswith("fullname"):
                claims.setdefault(" ".join(map(letters, variant.form.split())), {})[archive.id] = variant.form
    for spaced, forms in claims.items():
        key = spaced.replace(" ", "")
        for one, form in forms.items():
            for two in forms:
                if one != two and not {(key, one, two), (key, two, one)} <= declared:
                    yield one, f"{form!r} is also claimed by {two}; declare it in `shared_with` of both"


def _pattern(rule: str) -> Iterator[str]:
    """What is wrong in a rule that gives numbers by a pattern: `fond {n} -> fond М-{n}`."""
    before, arrow, after = rule.partition("->")
    if not arrow or any(brace in _BOUND.sub("", rule) for brace in "{}"):
        yield f"rule: {rule!r} is no pattern such as 'fond {{n}} -> fond М-{{n}}'"
    unknown = set(_BOUND.findall(after)) - set(_BOUND.findall(before))
    if unknown:
        yield f"rule: {rule!r} has {{{min(unknown)}}} after the arrow and not before it"


def _tables(authority: Authority, sources: set[str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for rule in authority.rules():
        for id_ in (rule.from_archive, rule.to_archive):
            if id_ not in authority:
                yield rule.id, f"rule: {id_!r} is no archive of the file"
        if "{" in rule.rule or "}" in rule.rule:
            yield from ((rule.id, message) for message in _pattern(rule.rule))
        if rule.id in seen:
            yield rule.id, "rule: the id is taken"
        seen.add(rule.id)
    for confusion in authority.confusions():
        if confusion.id in seen:
            yield confusion.id, "confusion: the id is taken"
        seen.add(confusion.id)
        for id_ in confusion.candidates:
            if id_ not in authority:
                yield confusion.id, f"confusion: {id_!r} is no archive of the file"
    for fond in authority.fonds():
        if fond.archive not in authority:
            yield fond.fond, f"fond: {fond.archive!r} is no archive of the file"
    marks = [rule.mark for rule in authority.rules()]
    marks += [confusion.mark for confusion in authority.confusions()]
    marks += [fond.mark for fond in authority.fonds()]
    for ref in dict.fromkeys(ref for mark in marks for ref in mark.refs):
        if ref not in sources:
            yield ref, "refs: not in the list of sources"
