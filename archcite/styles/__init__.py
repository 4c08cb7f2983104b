"""Citation styles, one module each: `archcite cite --style NAME`.

A style is a module of this package whose name has no leading underscore; its name on the command line is
that of the module with `-` for `_`. It needs no registration. See docs/how-to/add-a-style.md.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

from archcite.errors import UsageError
from archcite.styles._context import ArchiveNames, Context, DatedName, Entry, FoundName, Names

if TYPE_CHECKING:
    from archcite.model import Citation, Document

__all__ = [
    "ArchiveNames", "Context", "DatedName", "Entry", "FoundName", "Names", "Style", "get", "names", "variant",
]


class Style(Protocol):
    """What the module of a style has."""

    @property
    def VARIANTS(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """The forms that the style knows, the usual one first."""

    def document(self, doc: Document, context: Context) -> Entry:
        """The entry of a document."""

    def reference(self, citation: Citation, context: Context) -> Entry:
        """The entry of a bare reference."""


def names() -> list[str]:
    """The names of all styles, in alphabetical order."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))


def get(name: str) -> Style:
    """The style of that name. Raises UsageError, with the names that there are, for an unknown one."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(names())}"
        raise UsageError(f"--style {name}: no such style; {hint}")
    return cast("Style", importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))


def variant(style: Style, name: str | None) -> str:
    """The variant of a style by name, its usual one for null. Raises UsageError for one that it has not."""
    if name is None:
        return style.VARIANTS[0]
    if name not in style.VARIANTS:
        raise UsageError(f"--variant {name}: this style has {', '.join(style.VARIANTS)}")
    return name
