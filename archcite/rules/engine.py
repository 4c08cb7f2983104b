"""Running rules over one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.catalogue.build import FileView
    from archcite.rules.finding import Rule


def check(view: FileView, rules: Iterable[Rule]) -> list[Finding]:
    """All findings in a file, by place and then by code: the same order every time."""
    found = []
    for rule in rules:
        for problem in rule.check(view):
            line, column = view.text.locate(problem.start)
            end_line, end_column = view.text.locate(problem.end)
            found.append(
                Finding(
                    view.text.file,
                    line,
                    column,
                    end_line,
                    end_column,
                    problem.start,
                    problem.end,
                    rule.code,
                    rule.name,
                    rule.severity,
                    problem.message,
                    problem.help,
                )
            )
    return sorted(found, key=lambda f: (f.start, f.end, f.code, f.message))
