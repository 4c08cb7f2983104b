"""Running rules over files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView
    from archcite.rules.finding import Problem, Rule
    from archcite.rules.project import Project


def check(view: FileView, rules: Iterable[Rule], authority: Authority | None = None) -> list[Finding]:
    """All findings in one file, by place and then by code: the same order every time.

    Rules that need the authority file run if it is given; those that compare files are left to `check_project`.
    """
    return ordered(found for rule in rules for found in _of_file(view, rule, authority))


def check_project(project: Project, rules: Iterable[Rule]) -> Iterator[tuple[FileView, list[Finding]]]:
    """All findings file by file, in the order of the files given."""
    rules = list(rules)
    across: dict[int, list[Finding]] = {id(view): [] for view in project.views}
    for rule in rules:
        if rule.check_all is not None:
            for view, problem in rule.check_all(project):
                across[id(view)].append(_finding(view, rule, problem))
    for view in project.views:
        own = check(view, rules, project.authority)
        yield view, ordered((*own, *across[id(view)]))


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one file by place, then code; none twice."""
    return sorted(dict.fromkeys(findings), key=lambda f: (f.start, f.end, f.code, f.message))


def _of_file(view: FileView, rule: Rule, authority: Authority | None) -> Iterator[Finding]:
    problems: Iterable[Problem] = ()
    if rule.check is not None:
        problems = rule.check(view)
    elif rule.check_known is not None and authority is not None:
        problems = rule.check_known(view, authority)
    for problem in problems:
        yield _finding(view, rule, problem)


def _finding(view: FileView, rule: Rule, problem: Problem) -> Finding:
    line, column = view.text.locate(problem.start)
    end_line, end_column = view.text.locate(problem.end)
    return Finding(
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
        problem.fix,
    )
