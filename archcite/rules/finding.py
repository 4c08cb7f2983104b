"""What a rule reports: a place, what is wrong there, how to mend it, and, where a program can do it, the fix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView
    from archcite.rules.project import Project

Severity = Literal["error", "warning", "note"]


@dataclass(slots=True, frozen=True)
class Edit:
    """Put `text` in the place of the span `start..end` of the file's text (code points, `end` exclusive)."""

    start: int
    end: int
    text: str


@dataclass(slots=True, frozen=True)
class Fix:
    """Edits that belong together. A `safe` one changes how a thing is written and never what it says."""

    edits: tuple[Edit, ...]
    safe: bool = True


def replace(start: int, end: int, text: str, *, safe: bool = True) -> Fix:
    """The fix that is one replacement."""
    return Fix((Edit(start, end, text),), safe)


@dataclass(slots=True, frozen=True)
class Problem:
    """What a check yields: a span of the text (code points, `end` exclusive), a message, how to mend it, a fix."""

    start: int
    end: int
    message: str
    help: str = ""
    fix: Fix | None = None


@dataclass(slots=True, frozen=True)
class Finding:
    """A problem in its file. Lines and columns count from 1, columns in code points; `end_column` is exclusive.

    `fix` is null, or the edits that mend it: spans of the text in code points, and what to write there.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    code: str
    rule: str
    severity: Severity
    message: str
    help: str
    fix: Fix | None = None


@dataclass(slots=True, frozen=True)
class Rule:
    """One rule: a stable code, a name, its page, and its check.

    `check` looks at one file, `check_known` at one file with the authority file, `check_all` at all files together;
    a rule has one of them. `fixes` says whether it can mend what it finds: always safely, or only unsafely.
    """

    code: str
    name: str
    severity: Severity
    default: bool
    page: str
    check: Callable[[FileView], Iterable[Problem]] | None = None
    check_known: Callable[[FileView, Authority], Iterable[Problem]] | None = None
    check_all: Callable[[Project], Iterable[tuple[FileView, Problem]]] | None = None
    fixes: Literal["no", "safe", "unsafe"] = "no"

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]
