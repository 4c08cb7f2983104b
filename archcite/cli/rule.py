"""`archcite rules` and `archcite rule CODE`."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli import console

_FIXES = {"no": "", "safe": "fix", "unsafe": "unsafe fix"}


def list_rules() -> None:
    """List the rules of `archcite validate`: code, name, whether it is on by default and has a fix, what it finds."""
    from archcite.rules.registry import rules

    for rule in rules().values():
        on = "on " if rule.default else "off"
        console.out(f"{rule.code}  {rule.name:<24} {on}  {_FIXES[rule.fixes]:<10}  {rule.summary}")


def show_rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")],
) -> None:
    """Print the page of one rule: what it finds, why that matters, whether it can mend it, and examples.

    Example:

    \b
    archcite rule C001
    """
    from archcite.rules.registry import named

    for place, rule in enumerate(named([code])):
        if place:
            console.out()
        fixes = f", {_FIXES[rule.fixes]}" if rule.fixes != "no" else ""
        on = "on" if rule.default else "off"
        console.out(f"{rule.code} {rule.name} ({rule.severity}, {on} by default{fixes})", "bold")
        console.out()
        console.out(rule.page)
