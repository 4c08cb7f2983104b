"""Lines that name an archive and nothing else, above a list of its fonds: the references below are of that archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.mentions import archive_before, names_institution

if TYPE_CHECKING:
    from archcite.archives import Authority
    from archcite.notation.records import Mention, Reference

MOST_LINES = 60
"""Lines below a heading for which it holds."""
LONGEST_LINE = 200

# what may stand before a name or a fond at the beginning of a line: list marks, numbers, marks of headings
_MARK = regex.compile(r"[ \t]*(?:[#*•>-]{1,4}[ \t]*|\(?(?:\d{1,3}|[IVXІХ]{1,5})[.)][ \t]*)?")


class Headings:
    """Reads a text line by line as far as it is asked; every line is looked at once."""

    __slots__ = ("_age", "_at", "_authority", "_heading", "_text")

    def __init__(self, text: str, authority: Authority) -> None:
        self._text = text
        self._authority = authority
        self._at = 0
        self._age = 0
        self._heading: Mention | None = None

    def above(self, reference: Reference, last: Reference | None) -> Mention | None:
        """The archive of the heading above a reference that begins its line; None if none holds there.

        A reference to an archive of its own in between ends what the heading says.
        """
        text = self._text
        line = text.rfind("\n", 0, reference.start) + 1
        mark = _MARK.match(text, line)
        if line == 0 or mark is None or mark.end() != reference.start:
            return None
        self._read(line)
        heading = self._heading
        if heading is None or self._age > MOST_LINES:
            return None
        own = last is not None and last.archive is not None and last.archive is not heading
        return None if own and last is not None and last.start > heading.start else heading

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
        return mention if sure else None
