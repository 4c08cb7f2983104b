"""A translation has no original.

It says from which file it was translated, or its file stands in the folder of translations and others of that folder
have originals, but no such document is among the files, and no such file is on the disk.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

CODE = "P001"
NAME = "no-original"
SEVERITY = "warning"


def check_all(project: Project) -> Iterator[tuple[FileView, Problem]]:
    """Every document that names an original, or lies in the folder of translations, and has no pair."""
    originals, translations = project.folders
    files = {view.text.file.replace("\\", "/") for view in project.views}
    both = any(_moved(file, translations, originals) & files for file in files)
    for entry in project.entries:
        if entry.document.pair is not None:
            continue
        file = entry.view.text.file.replace("\\", "/")
        named = entry.record.segment.original
        if named is not None and not _exists(file, named):
            message = f"translated from {named}, which is not among the files"
            line = entry.record.segment.lines[0]
            yield (
                entry.view,
                Problem(line.start, line.end, message, "check the path, or validate both folders together"),
            )
        elif named is None and both and (expected := _moved(file, translations, originals)) and not expected & files:
            path = sorted(expected)[0]
            if any(os.path.exists(one) for one in expected):
                continue
            yield entry.view, Problem(*entry.head, f"there is no original {path}", "add it, or correct the file's name")


def _exists(file: str, named: str) -> bool:
    """Whether the file that a translation names exists, from its own folder or from one above."""
    folder = os.path.dirname(os.path.abspath(file))
    while True:
        if os.path.exists(os.path.join(folder, named)):
            return True
        if folder == (folder := os.path.dirname(folder)):
            return False


def _moved(file: str, here: str, there: str) -> set[str]:
    """The paths of a file with one folder of the name `here` changed to `there`."""
    parts = file.split("/")
    return {"/".join((*parts[:at], there, *parts[at + 1 :])) for at, part in enumerate(parts[:-1]) if part == here}
