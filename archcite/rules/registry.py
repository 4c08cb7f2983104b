"""The rules: every module of `checks/` that has a CODE is one."""

from __future__ import annotations

import inspect
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from archcite.errors import UsageError
from archcite.rules import checks
from archcite.rules.finding import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

FAMILIES = {
    "A": "archives",
    "C": "citations",
    "D": "documents",
    "F": "files",
    "H": "headers",
    "N": "notes",
    "P": "pairs of original and translation",
}
"""What the letters of the codes mean."""


@cache
def rules() -> dict[str, Rule]:
    """All rules by code, in the order of their codes."""
    found = {}
    for module in iter_modules(checks.__path__):
        made = import_module(f"{checks.__name__}.{module.name}")
        found[made.CODE] = Rule(
            made.CODE,
            made.NAME,
            made.SEVERITY,
            getattr(made, "DEFAULT", True),
            inspect.cleandoc(made.__doc__ or ""),
            getattr(made, "check", None),
            getattr(made, "check_known", None),
            getattr(made, "check_all", None),
            getattr(made, "FIXES", "no"),
        )
    return dict(sorted(found.items()))


def select(codes: Iterable[str] | None = None, ignore: Iterable[str] | None = None) -> list[Rule]:
    """The rules to run: those named by code, name or the beginning of a code, else the default ones, less `ignore`.

    `ALL` names every rule, `DEFAULT` those that are on by default. Raises UsageError for a word that fits no rule.
    """
    chosen = [rule for rule in rules().values() if rule.default] if not codes else named(codes)
    left = {rule.code for rule in named(ignore or [])}
    return [rule for rule in chosen if rule.code not in left]


def named(words: Iterable[str]) -> list[Rule]:
    """The rules that words name, in the order of their codes. Raises UsageError for a word that fits none."""
    found: dict[str, Rule] = {}
    for word in filter(None, ",".join(words).replace(" ", "").split(",")):
        fitting = [rule for rule in rules().values() if _fits(rule, word)]
        if not fitting:
            raise UsageError(f"rule {word!r}: no such rule; `archcite rules` lists them")
        found |= {rule.code: rule for rule in fitting}
    return [found[code] for code in sorted(found)]


def _fits(rule: Rule, word: str) -> bool:
    if word.upper() in ("ALL", "DEFAULT"):
        return rule.default or word.upper() == "ALL"
    return rule.code.startswith(word.upper()) or rule.name == word.lower()
