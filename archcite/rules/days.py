"""Comparing dates of one document that were read in different places."""

from __future__ import annotations

from typing import Protocol


class Dated(Protocol):
    """A date, as record or as model."""

    @property
    def edtf(self) -> str:
        """In the calendar of the document."""

    @property
    def gregorian(self) -> str:
        """The same in the Gregorian calendar."""


WHOLE = 10
"""Code points of a whole day, `1923-11-10`; with `XXXX` for a year that is not written."""


def is_day(date: Dated | None) -> bool:
    """Whether a date is one whole day, its year aside."""
    return date is not None and len(date.edtf) == WHOLE and "X" not in date.edtf[4:] and "/" not in date.edtf


def agree(one: Dated, other: Dated) -> bool:
    """Whether two whole days can be one: the same in any of the two calendars, the year of one of them perhaps missing."""
    for left in {one.edtf, one.gregorian}:
        for right in {other.edtf, other.gregorian}:
            bare = "XXXX" in (left[:4], right[:4])
            if left == right or (bare and left[4:] == right[4:]):
                return True
    return False
