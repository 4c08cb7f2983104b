"""What is wrong with the punctuation of one reference.

A reference is its own measure: full stops or commas between the levels, stops behind labels or none are all usual,
so only what departs from the rest of the same reference, or is usual nowhere, is a repair.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from archcite.notation.records import Repair

if TYPE_CHECKING:
    from archcite.model import RepairLevel

GAP = regex.compile(
    r"[\"'»]?\s{0,3}(?P<mark>(?:[.,;:/|·•\-‐‑–—]\s?){0,4})\s{0,40}(?:\((?=\p{L}))?(?:(?<=\n[ \t]{0,20})(?:>|\#|\*|//|\|)\s{0,4})?[\"']?"
)
"""What may stand between two levels."""
_GAPS = {".", ",", "", ":", ". –", ". —", ".–", ".—"}
_NO_GAPS = ("-", "–", "—")
_NO_STOPS = (*_NO_GAPS, ";", ",")


@dataclass(slots=True, frozen=True)
class Mark:
    """The punctuation around one level: `stop` behind its label, `gap` before the label."""

    level: RepairLevel
    label: str
    stop: str
    gap: str

    @property
    def abbreviated(self) -> bool:
        """Whether the label is one that takes a full stop."""
        initials = len(self.label) == LONGEST_ABBREVIATION and self.label.isupper()  # `АСД`
        return (len(self.label) <= LONGEST_ABBREVIATION and not initials) or "." in self.label


LONGEST_ABBREVIATION = 3
"""Letters: `спр`, `арк`, `воп` take a stop, `fond`, `file`, `list` do not."""


def repairs(marks: list[Mark]) -> list[Repair]:
    """The repairs that one reference's punctuation needs, in its order."""
    found: list[Repair] = []
    marks = [mark for mark in marks if mark.label != "№"]
    for group, default in (([m for m in marks if m.abbreviated], "."), ([m for m in marks if not m.abbreviated], "")):
        usual = _usual([mark.stop for mark in group], default)
        for mark in group:
            if mark.stop != usual and not (mark.stop == "." and not mark.abbreviated):
                what = "no full stop" if not mark.stop else f"{mark.stop!r}"
                reason = f"{what} behind the label of {mark.level}"
                found.append(
                    Repair("punctuation", mark.label + mark.stop, mark.label + usual, "stop behind label", reason)
                )
    gaps = [mark.gap for mark in marks[1:]]
    usual = _usual(gaps, ".", _NO_GAPS) if gaps else ""
    for mark in marks[1:]:
        if mark.gap != usual and (mark.gap not in _GAPS or gaps.count(usual) > 1):
            what = f"{mark.gap!r} before {mark.level}" if mark.gap else f"nothing before the label of {mark.level}"
            reason = f"{what}, unlike the rest of the reference"
            found.append(Repair("punctuation", mark.gap, usual, "joint of levels", reason))
    return found


def _usual(signs: list[str], default: str, never: tuple[str, ...] = _NO_STOPS) -> str:
    """The sign that most have; the default among equals. Two signs in a row, or a hyphen, are never usual."""
    allowed = [sign for sign in signs if len(sign) < 2 and sign not in never] or [default]
    return max(dict.fromkeys(allowed), key=lambda sign: (allowed.count(sign), sign == default))


_TIGHT = regex.compile(r"(?<=\d\p{L}?)[.,;](?=[\p{L}№])")
_TIGHT_COMMA = regex.compile(r"(?<=\d(?:\s?\p{L}{1,5})?\.?),(?=\d)")


def lone_tight_comma(text: str, start: int, label: int, end: int) -> str | None:
    """Why a comma without a space may be a slip for a hyphen: none other in the reference stands so (`Л. 58,64`)."""
    commas = _TIGHT_COMMA.findall(text, label, end)
    if len(commas) == 1 and _TIGHT.search(text, start, label + 1) is None:
        return "a comma without a space, unlike the rest of the reference, may be a slip for a hyphen"
    return None
