"""`archcite rules` and `archcite rule CODE`."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli import console


def list_rules() -> None:
    """List the rules of `archcite validate`: code, name, whether it is on by default, and what it finds."""
    from archcite.rules.registry import rules

    for rule in rules().values():
        console.out(f"{rule.code}  {rule.name:<22} {'on ' if rule.default else 'off'}  {rule.summary}")


def show_rule(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or name.")],
) -> None:
    """Print the page of one rule: what it finds, why that matters, and examples.

    Example:

      archcite rule C001
    """
    from archcite.rules.registry import select

    for rule in select([code]):
        console.out(f"{rule.code} {rule.name} ({rule.severity})", "bold")
        console.out()
        console.out(rule.page)
