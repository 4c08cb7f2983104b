"""What a rule reports: a place, what is wrong there, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archcite.catalogue.build import FileView

Severity = Literal["error", "warning", "note"]


@dataclass(slots=True, frozen=True)
class Problem:
    """What a check yields: a span of the text (code points, `end` exclusive), a message, and how to mend it."""

    start: int
    end: int
    message: str
    help: str = ""


@dataclass(slots=True, frozen=True)
class Finding:
    """A problem in its file. Lines and columns count from 1, columns in code points; `end_column` is exclusive."""

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


@dataclass(slots=True, frozen=True)
class Rule:
    """One rule: a stable code, a name, its page, and the check."""

    code: str
    name: str
    severity: Severity
    default: bool
    page: str
    check: Callable[[FileView], Iterable[Problem]]

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]
