"""Which rules hold where, and the files that projects adopt archcite with."""

from pathlib import Path

import pytest

from archcite.cli.init import WORKFLOW
from archcite.config import Settings
from archcite.errors import ConfigError, UsageError
from archcite.rules.selection import fits, selection

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("path", "pattern", "expected"),
    [
        ("a.txt", "a.txt", True),
        ("x/a.txt", "a.txt", True),
        ("x/a.txt", "*.txt", True),
        ("x/a.txt", "x/*.txt", True),
        ("x/y/a.txt", "x/*.txt", False),
        ("x/y/a.txt", "x/**/*.txt", True),
        ("x/a.txt", "x/**/*.txt", True),
        ("x/y/a.txt", "x/**", True),
        ("x/y/a.txt", "y/", True),
        ("x/y/a.txt", "x", True),
        ("xy/a.txt", "x", False),
        ("a+b.txt", "a+b.txt", True),
        ("1917.txt", "191?.txt", True),
        ("../a.txt", "a.txt", True),
    ],
)
def test_patterns(path, pattern, expected):
    assert fits(path, pattern) is expected


def codes(*arguments, **settings):
    return [rule.code for rule in selection(Settings(**settings), *arguments).rules]


def test_the_command_line_comes_first():
    assert codes(None, None, select=["C001", "C002"], ignore=["C002"]) == ["C001"]
    assert codes(["C002"], None, select=["C001"], ignore=["C002"]) == ["C002"]
    assert codes(None, ["C001"], select=["C001", "C002"]) == ["C002"]
    assert codes(None, None, select=["DEFAULT", "C007"]).count("C007") == 1


def test_mistakes_name_their_place():
    with pytest.raises(ConfigError, match="Q99"):
        codes(None, None, severity={"Q99": "error"})
    with pytest.raises(UsageError, match="Q99"):
        codes(["Q99"], None)


def test_the_workflow_and_the_page_are_one():
    page = (ROOT / "docs" / "how-to" / "in-ci.md").read_text("utf-8")
    assert WORKFLOW in page


def test_the_hooks_run_commands_that_exist():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entries = [line.partition(":")[2].strip() for line in text.splitlines() if line.strip().startswith("entry:")]
    assert entries == ["archcite validate", "archcite validate --fix"]
