"""Lines above a list: an archive above its fonds, a fond or an opis above its files; the references below are of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.levels import PROSE
from archcite.notation.mentions import archive_before
from archcite.notation.namewords import names_institution
from archcite.notation.numerals import is_unit
from archcite.notation.records import Reference

if TYPE_CHECKING:
    from archcite.archives import Authority
    from archcite.notation.labels import Label
    from archcite.notation.records import Mention, Printed

DECIDED = "named on a line above"
MOST_LINES = 60
"""Lines below a heading for which it holds."""
LONGEST_LINE = 200
MOST_LINES_OF_ENTRY = 8
"""Lines from one entry of a list to the next."""

_COUNTED = regex.compile(r"\.?\s{0,3}\d{1,5} ")
# what may stand before a name or a fond at the beginning of a line: list marks, numbers, marks of headings
_MARK = regex.compile(r"[ \t]*(?:[#*•>-]{1,4}[ \t]*|\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXІХ]{1,5})[.)][ \t]*)?")


class Headings:
    """Reads a text line by line as far as it is asked; every line is looked at once."""

    __slots__ = ("_age", "_at", "_authority", "_heading", "_list", "_text")

    def __init__(self, text: str, authority: Authority) -> None:
        self._text = text
        self._authority = authority
        self._at = 0
        self._age = 0
        self._heading: Mention | None = None
        self._list: Reference | None = None

    def above(self, reference: Reference, last: Reference | None) -> Mention | None:
        """The archive of the heading above a reference that begins its line; None if none holds there.

        A reference to an archive of its own in between ends what the heading says.
        """
        line = self._line_of(reference.start)
        if not line:
            return None
        self._read(line)
        heading = self._heading
        if heading is None or self._age > MOST_LINES:
            return None
        own = last is not None and last.archive is not None and last.archive is not heading
        return None if own and last is not None and last.start > heading.start else heading

    def read(self, found: Reference | Printed) -> None:
        """Take note of what was found: a line that begins with a fond and names no file heads a list."""
        if not isinstance(found, Reference) or self._line_of(found.start) is None:
            self._list = None
        elif "fond" in found.levels:
            several_lines = "\n" in self._text[found.start : found.end]
            self._list = found if several_lines or not found.levels.keys() & {"dela", "sheets"} else None
        elif not found.chained:
            self._list = None

    def heads(self, label: Label, last: Reference | None) -> bool:
        """Whether `label` begins an entry of a list whose heading names the levels above it."""
        if self._list is None or last is None or self._line_of(label.start) is None:
            return False
        if PROSE.match(self._text, label.start) is not None:
            return False
        if self._text.count("\n", last.end, label.start) > MOST_LINES_OF_ENTRY:
            return False
        above = "opis" if "opis" in last.levels or "dela" in last.levels else "fond"
        if (counted := _COUNTED.match(self._text, label.end)) is not None and is_unit(self._text, counted.end()):
            return False  # `Д. 5 лет`
        shown = len(label.written) > 1 or label.written[0].isupper()  # no `д. 5` of an address
        return shown and any(
            sense.level == "opis" or (sense.level == "dela" and above == "opis") for sense in label.senses
        )

    def _line_of(self, start: int) -> int | None:
        """Where the line of `start` begins, if nothing but a list mark stands before; None otherwise."""
        near = max(0, start - LONGEST_LINE)  # a list mark is short, and a text may be one line
        line = self._text.rfind("\n", near, start) + 1
        if not line and near:
            return None
        mark = _MARK.match(self._text, line)
        return line if mark is not None and mark.end() == start else None

    def _read(self, until: int) -> None:
        while self._at < until:
            end = self._text.find("\n", self._at)
            self._age += 1
            mention = self._name(self._at, end)
            if mention is not None:
                self._heading, self._age = mention, 0
            self._at = end + 1

    def _name(self, start: int, end: int) -> Mention | None:
        mark = _MARK.match(self._text, start, end)
        stop = end
        while stop > start and self._text[stop - 1] in " \t\r:;.,*":
            stop -= 1
        if mark is None or stop - mark.end() < 2 or stop - start > LONGEST_LINE or not self._text[mark.end()].isupper():
            return None
        mention, repairs = archive_before(self._text, stop, mark.end(), self._authority)
        if mention is None or repairs or mention.start != mark.end() or mention.end < stop - 1:
            return None
        sure = mention.id is not None or mention.candidates or names_institution(mention.written)
        return mention.settled(DECIDED) if sure else None
