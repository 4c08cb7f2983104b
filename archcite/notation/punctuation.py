"""What is wrong with the punctuation of one reference.

A reference is its own measure: full stops or commas between the levels, stops behind labels or none are all usual,
so only what departs from the rest of the same reference, or is usual nowhere, is a repair.
"""

from __future__ import annotations

from dataclasses import dataclass

from archcite.notation.records import Repair

USUAL = {".", ",", "", ":"}


@dataclass(slots=True, frozen=True)
class Mark:
    """The punctuation around one level: `stop` behind its label, `gap` before the label."""

    level: str
    label: str
    stop: str
    gap: str


def repairs(marks: list[Mark]) -> list[Repair]:
    """The repairs that one reference's punctuation needs, in its order."""
    found: list[Repair] = []
    abbreviations = [mark for mark in marks if len(mark.label) <= 4 and mark.label != "№"]
    stopped = sum(mark.stop.startswith(".") for mark in abbreviations)
    gaps = [mark.gap for mark in marks[1:]]
    usual_gap = max(set(gaps), key=gaps.count) if gaps else ""
    for index, mark in enumerate(marks):
        if mark.stop not in USUAL or mark.stop == ",":
            found.append(
                Repair(
                    "punctuation",
                    mark.label + mark.stop,
                    mark.label + ".",
                    f"stray mark behind the label of {mark.level}",
                )
            )
        elif mark.stop == "" and mark in abbreviations and stopped * 2 > len(abbreviations):
            found.append(
                Repair(
                    "punctuation",
                    mark.label,
                    mark.label + ".",
                    f"no full stop behind the label of {mark.level}",
                )
            )
        if index == 0:
            continue
        odd = mark.gap not in USUAL and not (mark.gap == ";" and usual_gap == ";")
        if odd or (mark.gap != usual_gap and gaps.count(usual_gap) > 1):
            what = (
                f"{mark.gap!r} before {mark.level}"
                if mark.gap
                else f"nothing between the number and the label of {mark.level}"
            )
            found.append(
                Repair(
                    "punctuation",
                    mark.gap,
                    usual_gap if usual_gap in USUAL else ".",
                    f"{what}, unlike the rest of the reference",
                )
            )
    return found
