"""Two texts as a unified diff that `patch` and `git apply` take."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def unified(before: str, after: str, file: str) -> Iterator[str]:
    """The lines of the diff. Line ends are those of the file; only a line feed ends a line, as for `patch`."""
    lines = difflib.unified_diff(_lines(before), _lines(after), file, file)
    for line in lines:
        if line.endswith("\n"):
            yield line
        else:
            yield line + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    ends = [line + "\n" for line in lines[:-1]]
    return [*ends, lines[-1]] if lines[-1] else ends
