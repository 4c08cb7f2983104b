"""Workflow commands: GitHub Actions shows each finding at its line in the changes of a pull request.

The form is that of GitHub's documentation, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from archcite.rules.reporters.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.rules.reporters.piece import Found

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def github(found: Found) -> Iterator[Piece]:
    """`::warning file=…,line=…::message`, one line a finding. Standard input has no place that GitHub could show."""
    for finding, _ in found:
        properties = {
            "file": path(finding.file),
            "line": str(finding.line),
            "endLine": str(finding.end_line),
            "col": str(finding.column),
            "endColumn": str(finding.end_column),
            "title": f"archcite {finding.code} {finding.rule}",
        }
        if finding.end_line != finding.line:  # GitHub takes columns for spans of one line only
            del properties["col"], properties["endColumn"]
        if finding.file == "-":
            properties = {"title": properties["title"]}
        where = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        help_ = f" ({finding.help})" if finding.help else ""
        yield Piece(f"::{_COMMANDS[finding.severity]} {where}::{_data(f'{finding.message}{help_}')}\n")


def path(file: str) -> str:
    """A path as GitHub wants it: with `/`, without `./`, and from the top of the repository where it is known."""
    top = os.environ.get("GITHUB_WORKSPACE")
    if top:
        with contextlib.suppress(ValueError):  # another drive
            from_top = os.path.relpath(os.path.abspath(file), top)
            file = file if from_top.startswith(os.pardir) else from_top
    return os.path.normpath(file).replace(os.sep, "/")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
