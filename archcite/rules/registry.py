"""The rules: every module of `checks/` that has a CODE is one."""

from __future__ import annotations

import inspect
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from archcite.errors import UsageError
from archcite.rules import checks
from archcite.rules.finding import Rule


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
            made.check,
        )
    return dict(sorted(found.items()))


def select(codes: list[str] | None = None, ignore: list[str] | None = None) -> list[Rule]:
    """The rules to run: those named by code, name or the beginning of a code, else the default ones, less `ignore`.

    Raises UsageError for a word that fits no rule.
    """
    chosen = [rule for rule in rules().values() if rule.default] if not codes else _named(codes)
    left = {rule.code for rule in _named(ignore or [])}
    return [rule for rule in chosen if rule.code not in left]


def _named(words: list[str]) -> list[Rule]:
    found: dict[str, Rule] = {}
    for word in filter(None, ",".join(words).replace(" ", "").split(",")):
        fitting = [
            rule
            for rule in rules().values()
            if word.upper() == "ALL" or rule.code.startswith(word.upper()) or rule.name == word.lower()
        ]
        if not fitting:
            raise UsageError(f"rule {word!r}: no such rule; `archcite rules` lists them")
        found |= {rule.code: rule for rule in fitting}
    return [found[code] for code in sorted(found)]
