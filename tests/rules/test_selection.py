"""Which rules hold where, and the files that projects adopt archcite with."""

import shutil
import subprocess
from pathlib import Path

import pytest

from archcite.cli.init import HOOK, VARIABLE, WORKFLOW
from archcite.cli.origin import from_record
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


def page():
    return (ROOT / "docs" / "how-to" / "in-ci.md").read_text("utf-8")


def test_the_workflow_and_the_page_are_one():
    assert WORKFLOW.replace("{source}", VARIABLE) in page()
    assert HOOK in page()


def test_the_commands_of_the_workflow_are_plain_scalars():
    """In YAML `: ` and ` #` end a scalar that has no quotes around it."""
    runs = [line.partition("run: ")[2] for line in WORKFLOW.splitlines() if "run: " in line]
    assert len(runs) == 2
    assert not [run for run in runs if ": " in run or " #" in run]


def test_the_hooks_run_commands_that_exist():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entries = [line.partition(":")[2].strip() for line in text.splitlines() if line.strip().startswith("entry:")]
    assert entries == ["archcite validate --ignore N009", "archcite validate --fix --ignore N009"]
    assert f"entry: {entries[0]}\n" in HOOK


COMMIT = "1" * 40


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {"url": "https://example.org/a/archcite.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"git+https://example.org/a/archcite.git@{COMMIT}",
        ),
        (
            {"url": "https://me:secret@example.org/archcite", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"git+https://example.org/archcite@{COMMIT}",
        ),
        (
            {
                "url": "ssh://git@example.org/all.git",
                "vcs_info": {"vcs": "git", "commit_id": COMMIT},
                "subdirectory": "archcite",
            },
            f"git+ssh://example.org/all.git@{COMMIT}#subdirectory=archcite",
        ),
        (
            {"url": "https://example.org/archcite-0.1.0-py3-none-any.whl", "archive_info": {}},
            "https://example.org/archcite-0.1.0-py3-none-any.whl",
        ),
        ({"url": "file:///home/me/archcite-0.1.0-py3-none-any.whl", "archive_info": {}}, None),
        ({"url": "file:///home/me/archcite.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, None),
        ({"url": "file:///no/such/folder", "dir_info": {"editable": True}}, None),
        ({}, None),
    ],
    ids=[
        "git",
        "git with a password",
        "part of a repository",
        "a wheel",
        "a wheel here",
        "a clone here",
        "gone",
        "none",
    ],
)
def test_where_a_workflow_gets_this_archcite_from(tmp_path, record, expected):
    assert from_record(record, str(tmp_path)) == expected


def git(folder, *arguments):
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    done = subprocess.run(["git", *name, "-C", str(folder), *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.mark.skipif(shutil.which("git") is None, reason="git")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a/archcite.git", "git+https://example.org/a/archcite.git"),
        ("https://me:secret@example.org/archcite", "git+https://example.org/archcite"),
        ("git@example.org:a/archcite.git", "git+https://example.org/a/archcite.git"),
        ("/somewhere/archcite.git", None),
    ],
)
def test_a_copy_that_is_a_clone_stands_for_its_repository(tmp_path, address, expected):
    folder = tmp_path / "archcite"
    folder.mkdir()
    record = {"url": folder.as_uri(), "dir_info": {}}
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "one")
    git(folder, "remote", "add", "origin", address)
    assert from_record(record, str(tmp_path / "letters")) is None, "nobody else has this commit"
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    commit = git(folder, "rev-parse", "HEAD")
    found = from_record(record, str(tmp_path / "letters"))
    assert found == (None if expected is None else f"{expected}@{commit}")
    assert from_record(record, str(tmp_path)) == "./archcite", "a copy inside the project is named by its path"
