"""`archcite init`: a configuration and a workflow to begin with."""

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
# select = ["DEFAULT", "C007"]
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
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install archcite
      - run: archcite validate
"""

_FOLDERS = ("texts", "text", "letters", "documents", "docs", "transcriptions", "corpus", "data")


def command(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder of the project.")] = ".",
    paths: Annotated[
        list[str] | None, typer.Option("--path", metavar="PATH", help="Where the transcriptions are, from there.")
    ] = None,
    workflow: Annotated[bool, typer.Option(help="Write a workflow for GitHub Actions too.")] = True,
) -> None:
    """Write `archcite.toml` and a workflow for GitHub Actions. What is there already is never overwritten.

    Examples:

    \b
    archcite init
    archcite init --path letters --no-workflow
    """
    from archcite.errors import InputError

    if not os.path.isdir(folder):
        raise InputError(folder, "no such folder")
    found = paths or [name for name in _FOLDERS if os.path.isdir(os.path.join(folder, name))][:1] or ["."]
    text = CONFIG.replace("{paths}", "[" + ", ".join(_quoted(path) for path in found) + "]")
    if not _configured(folder):
        _write(os.path.join(folder, "archcite.toml"), text)
    if workflow:
        _write(os.path.join(folder, ".github", "workflows", "archcite.yml"), WORKFLOW)
    console.out("Next: archcite validate")


def _quoted(path: str) -> str:
    import json

    return json.dumps(path.replace(os.sep, "/"), ensure_ascii=False)  # a basic string of TOML


def _configured(folder: str) -> bool:
    """Whether `pyproject.toml` of the folder has a configuration, which `archcite.toml` would hide."""
    import tomllib

    path = os.path.join(folder, "pyproject.toml")
    try:
        with open(path, "rb") as stream:
            there = "archcite" in tomllib.load(stream).get("tool", {})
    except (OSError, tomllib.TOMLDecodeError, AttributeError):
        return False
    if there:
        console.out(f"{path}: has [tool.archcite], left as it is")
    return there


def _write(path: str, text: str) -> None:
    from archcite.errors import InputError

    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        console.out(f"{path}: there already, left as it is")
    except OSError as error:
        raise InputError(path, (error.strerror or str(error)).lower()) from error
    else:
        console.out(f"{path}: written")
