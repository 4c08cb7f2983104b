"""Which other shelfmark a holding has or had: the fond rules of the authority file, applied to one reference.

A rule's text says how numbers change: `fond {n} -> fond М-{n}`, `f. 45 op. 1 -> f. 558 op. 11`. What it does not say
in numbers (`personal fonds -> f. 77, 81`) is no equation: holdings moved, and nobody can tell whether the numbers were
kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from archcite.notation.shelfmark import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives import Authority
    from archcite.archives.records import FondRule

_SIDES = regex.compile(r"\s*->\s*")
_PART = regex.compile(
    r"(?P<level>fond|f\.|op\.|d\.)\s*(?P<number>[\p{L}\d{}/-]+)(?:\s\(no letter\))?(?=\s|$)", regex.IGNORECASE
)
_FILES = regex.compile(r"д\.\s*(?P<first>\d+)\s*[–-]\s*(?P<last>\d+)")
_KEPT = frozenset({"fond", "opis", "delo", "sprava", "list"})
_LEVELS = {"fond": "fond", "f.": "fond", "op.": "opis", "d.": "dela"}


@dataclass(slots=True, frozen=True)
class Levels:
    """Archive, fond, opis and files of a holding; what is missing is empty. Sheets are never part of a rule."""

    archive: str
    fond: str
    opis: str
    dela: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Equation:
    """What a rule makes of a holding; `target` is null where the rule gives no numbers."""

    rule: FondRule
    target: Levels | None

    @property
    def sure(self) -> bool:
        """Whether the equation may make two shelfmarks one.

        Its rule was verified in a source, keeps opis and delo without an `often` or `mostly`, and holds for whole fonds
        and not for a period or a theme.
        """
        kept = {word.strip() for word in (self.rule.keeps or "").split(",")}
        whole = kept <= _KEPT and kept & {"delo", "sprava"} and "opis" in kept and "(" not in self.rule.from_ref
        return self.target is not None and self.rule.mark.known == "verified" and bool(whole)


def equations(holding: Levels, authority: Authority) -> Iterator[Equation]:
    """The equations from this holding forward, one for each rule that fits it and changes something."""
    for rule in authority.rules(holding.archive):
        if rule.from_archive != holding.archive:
            continue
        parts = _SIDES.split(rule.rule)
        before = _numbers(parts[0]) if len(parts) == 2 else None
        after = _numbers(parts[1]) if len(parts) == 2 else None
        if before is None or after is None:
            if _FONDS.search(rule.from_ref) is not None and _about(rule, holding.fond):
                yield Equation(rule, None)
            continue
        bound = _bind(before, holding, rule)
        if bound is None:
            continue
        target = Levels(
            rule.to_archive,
            _fill(after.get("fond", holding.fond), bound),
            _fill(after.get("opis", holding.opis), bound),
            (_fill(after["dela"], bound),) if "dela" in after else holding.dela,
        )
        if target != holding:
            yield Equation(rule, target)


def _numbers(side: str) -> dict[str, str] | None:
    """The levels of one side of a rule; None if anything else stands there."""
    found = {}
    at = 0
    for part in _PART.finditer(side):
        if side[at : part.start()].strip(" ;,"):
            return None
        found[_LEVELS[part["level"].lower()]] = part["number"]
        at = part.end()
    return found if found and not side[at:].strip() else None


def _bind(pattern: dict[str, str], holding: Levels, rule: FondRule) -> dict[str, str] | None:
    """What `{n}` and `{d}` stand for in this holding; None if the rule is about others."""
    if not _about(rule, holding.fond):
        return None
    bound: dict[str, str] = {}
    for level, wanted in pattern.items():
        own = holding.dela[0] if level == "dela" and holding.dela else getattr(holding, level)
        if not own or isinstance(own, tuple):
            return None
        if wanted.startswith("{"):
            tail = wanted.partition("}")[2].strip("/")
            number = fold(own)
            if tail:
                if not number.endswith(fold(tail)):
                    return None
                number = number.removesuffix(fold(tail)).rstrip("/-")
            if level == "fond" and not number.isdigit():
                return None
            bound[wanted.partition("}")[0][1:]] = number
        elif fold(own) != fold(wanted):
            return None
    files = _FILES.search(rule.from_ref)
    if files is not None and "dela" in pattern:
        number = bound.get("d", "")
        if not number.isdigit() or not int(files["first"]) <= int(number) <= int(files["last"]):
            return None
    return bound


def _fill(template: str, bound: dict[str, str]) -> str:
    for name, value in bound.items():
        template = template.replace(f"{{{name}}}", value)
    return template


_FONDS = regex.compile(r"ф\.\s*(?P<fonds>\d+(?:,\s*\d+)*)(?!\p{L})")


def _about(rule: FondRule, fond: str) -> bool:
    """Whether a rule can be about a fond: it names no fonds by number, or this one."""
    named = _FONDS.search(rule.from_ref)
    return named is None or fold(fond) in {number.strip() for number in named["fonds"].split(",")}
