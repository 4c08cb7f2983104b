"""The file is not in UTF-8.

UTF-8 is what other programs expect, and it has all letters of all alphabets. Off by default: an old collection is in
windows-1251 throughout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F004"
NAME = "not-utf-8"
SEVERITY = "note"
DEFAULT = False


def check(view: FileView) -> Iterator[Problem]:
    """A file in another encoding, at its first character."""
    if view.text.encoding.replace("_", "-") not in ("utf-8", "ascii"):
        end = min(1, len(view.text.text))
        yield Problem(0, end, f"the file is in {view.text.encoding}", "convert it to UTF-8")
