"""`archcite init`: a configuration, a workflow and a hook to begin with."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from archcite.cli import console

CONFIG = """\
# Configuration of archcite: https://toml.io. Every setting can be left out.

# What `archcite validate` checks if it is given no path.
paths = {paths}

# Rules beside or instead of the default ones: codes, families (C), names, ALL, DEFAULT. `archcite rules` lists them.
# select = ["DEFAULT", "F005"]
# ignore = ["D004"]

# Findings that were there before: archcite validate --write-baseline archcite-baseline.json
# baseline = "archcite-baseline.json"

# Folders of originals and of translations: ru/1917/x.txt and en/1917/x.txt are one document.
# pairs = ["ru", "en"]

# Archives that the authority file lacks, a TOML file or a folder of them.
# archives = "archives.toml"

# [per-file-ignores]
# "drafts/**" = ["D001", "H"]

# [severity]
# D002 = "note"

# What an ambiguous abbreviation means in this collection.
# [abbreviations]
# "ЦГА" = "tsga-spb"
"""

WORKFLOW = """\
name: archcite

on:
  push:
  pull_request:

permissions:
  contents: read

jobs:
  validate:
    runs-on: ubuntu-latest
    env:
      # What pip installs: a version, a git address with a commit, or a path in this repository.
      ARCHCITE: {source}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install "${ARCHCITE:?must say where to get archcite from}"
      - run: archcite validate
"""

HOOK = """\
repos:
  - repo: local
    hooks:
      - id: archcite
        name: archcite validate
        entry: archcite validate --ignore N009
        language: system
        types_or: [plain-text, markdown, html]
        require_serial: true
"""

VARIABLE = "${{ vars.ARCHCITE }}"
"""The source in a workflow whose author has yet to say it: a variable of the repository."""

_FOLDERS = ("texts", "text", "letters", "documents", "docs", "transcriptions", "corpus", "data")


def command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder of the project.")] = ".",
    paths: Annotated[
        list[str] | None, typer.Option("--path", metavar="PATH", help="Where the transcriptions are, from there.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="WHERE",
            help="Where the workflow gets archcite from: anything that pip installs. [default: where this one is from]",
            show_default=False,
        ),
    ] = None,
    workflow: Annotated[bool, typer.Option(help="Write a workflow for GitHub Actions too.")] = True,
    pre_commit: Annotated[
        bool,
        typer.Option("--pre-commit", help="Write a hook for pre-commit too, which runs the archcite installed here."),
    ] = False,
) -> None:
    """Write `archcite.toml` and a workflow for GitHub Actions. What is there already is never overwritten.

    The workflow installs the archcite that runs now, from where that was installed from; --source names another place: a
    git address (`git+https://…@COMMIT`), a version (`archcite==0.1.0`), or a path in the repository.

    Examples:

    \b
    archcite init
    archcite init --path letters --no-workflow --pre-commit
    archcite init --source git+https://example.org/archcite@v0.1.0
    """
    from archcite.cli.origin import requirement
    from archcite.errors import InputError

    if not os.path.isdir(folder):
        raise InputError(folder, "no such folder")
    found = paths or [name for name in _FOLDERS if os.path.isdir(os.path.join(folder, name))][:1] or ["."]
    text = CONFIG.replace("{paths}", "[" + ", ".join(_quoted(path) for path in found) + "]")
    if not _configured(folder):
        _write(_in(folder, "archcite.toml"), text)
    if workflow:
        where = _requirement(source) if source is not None else requirement(folder)
        path = _in(folder, ".github", "workflows", "archcite.yml")
        written = _write(path, WORKFLOW.replace("{source}", VARIABLE if where is None else _yaml(where)))
        if written and where is None:
            console.err(
                f"archcite: {path}: where other machines get archcite from is not known; set the variable ARCHCITE of the "
                "repository, or delete the file and run `archcite init --source WHERE`"
            )
    if pre_commit:
        _write(_in(folder, ".pre-commit-config.yaml"), HOOK)
    console.out("Next: archcite validate")


def _in(folder: str, *names: str) -> str:
    return os.path.normpath(os.path.join(folder, *names))


def _requirement(source: str) -> str:
    """The source that a user named, as they wrote it. Raises UsageError for none."""
    from archcite.errors import UsageError

    if not source.strip() or any(ord(c) < 32 for c in source):
        raise UsageError("--source: expected a git address, a version such as archcite==0.1.0, or a path")
    return source.strip()


def _yaml(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _quoted(path: str) -> str:
    import json

    return json.dumps(path.replace(os.sep, "/"), ensure_ascii=False)  # a basic string of TOML


def _configured(folder: str) -> bool:
    """Whether `pyproject.toml` of the folder has a configuration, which `archcite.toml` would hide."""
    import tomllib

    path = _in(folder, "pyproject.toml")
    try:
        with open(path, "rb") as stream:
            there = "archcite" in tomllib.load(stream).get("tool", {})
    except (OSError, tomllib.TOMLDecodeError, AttributeError):
        return False
    if there:
        console.out(f"{path}: has [tool.archcite], left as it is")
    return there


def _write(path: str, text: str) -> bool:
    """Write a file that is not there yet; whether it was written."""
    from archcite.errors import InputError

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        console.out(f"{path}: there already, left as it is")
        return False
    except OSError as error:
        raise InputError(path, (error.strerror or str(error)).lower()) from error
    console.out(f"{path}: written")
    return True
