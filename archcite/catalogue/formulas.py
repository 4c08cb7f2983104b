"""What a fond rule says in numbers: `fond {n} -> fond М-{n}`, `f. 45 op. 1 -> f. 558 op. 11`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from archcite.archives import FondRule

Side = dict[str, str]
"""The levels of one side of a rule, each a number or a pattern with `{n}`."""

_SIDES = regex.compile(r"\s*->\s*")
_PART = regex.compile(
    r"(?:(?P<level>fond|f\.|op\.|d\.)\s*(?P<number>[\p{L}\d{}/-]+)|(?P<bare>\p{L}+\.\{n\}))"  # `ERAF.{n}`
    r"(?:\s\(no letter\))?(?=\s|$)",
    regex.IGNORECASE,
)
_LEVELS = {"fond": "fond", "f.": "fond", "op.": "opis", "d.": "dela"}


def formula(rule: FondRule) -> tuple[Side, Side] | None:
    """The levels before and after; None where the rule does not say it in numbers (`personal fonds -> f. 77, 81`)."""
    parts = _SIDES.split(rule.rule)
    before = _numbers(parts[0]) if len(parts) == 2 else None
    after = _numbers(parts[1]) if len(parts) == 2 else None
    return None if before is None or after is None else (before, after)


def keeps_fonds(rule: FondRule) -> bool:
    """Whether a fond has the same number on both sides of a rule."""
    sides = formula(rule)
    if sides is None:
        return "fond" in (rule.keeps or "")
    return sides[0].get("fond") == sides[1].get("fond")


def _numbers(side: str) -> Side | None:
    found = {}
    at = 0
    for part in _PART.finditer(side):
        if side[at : part.start()].strip(" ;,"):
            return None
        level = "fond" if part["level"] is None else _LEVELS[part["level"].lower()]
        found[level] = part["number"] or part["bare"]
        at = part.end()
    return found if found and not side[at:].strip() else None
