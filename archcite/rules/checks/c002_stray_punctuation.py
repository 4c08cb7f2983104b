"""A punctuation mark is missing, doubled or another one than in the rest of the reference.

A reference is its own measure: full stops, commas or spaces between the levels are all usual, a change from one to the
other within one reference is a slip.

Finds:
    РГАСПИ; Ф. 85. Оп. 24. Д. 150. Л. 1.
    РГАСПИ. Ф. 17. Оп. 163- Д. 869. Л. 57.
    РГАСПИ. Ф. 17. Оп. 167. Д. 36 Л. 178.

Passes:
    РГАСПИ, ф. 85, оп. 24, д. 150, л. 1.
    РГАСПИ. Ф. 85. Оп. 24. Д. 150. Л. 1.
    ЦДІАК України. – Ф. 442. – Оп. 1. – Спр. 2317. – Арк. 5.
    Держархів Полтавської обл., ф. Р-363, оп. 1, спр. 5.
    РГИА. Ф. 1286. Оп. 5. 1832 г. Д. 122. Л. 3.
    There is a published collection, 15 documents with 32 references.
    BArch B 162/1673, Bl. 220.
    Ф-487 оп. 1 спр. 47
    RGIA f. 1289 op. 1 d. 30, l. 17.
    РГАСПИ. Ф. 6. Оп. 1. Д. 104, лист 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.punctuation import LONGEST_ABBREVIATION
from archcite.rules.finding import Problem, replace
from archcite.rules.places import is_doubted, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation, Repair

CODE = "C002"
NAME = "stray-punctuation"
SEVERITY = "warning"
FIXES = "safe"
LEAST = 2
"""Levels of the shortest reference without an archive whose punctuation says anything."""


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of punctuation that is a slip and no usage."""
    for citation in view.citations:
        if citation.archive is None and (citation.status == "unresolved" or len(_levels(citation)) < LEAST):
            continue  # `a published collection, 15 documents`
        for repair in citation.repairs:
            if repair.level != "punctuation" or _usual(citation, repair):
                continue
            if is_doubted(repair, citation):
                continue  # C006 reports it
            at: tuple[int, int] | None
            if not repair.written.strip():
                joint = _JOINT.search(citation.text)
                if joint is None:
                    continue  # something else than a sign stands there: a year, a title
                at, sign = (citation.start + joint.start(), citation.start + joint.end()), f"{repair.read.strip()} "
            else:
                at, sign = place(citation, repair), repair.read.strip()
            fix = None if at is None else replace(*at, sign)
            yield Problem(
                *(at or (citation.start, citation.end)),
                repair.reason,
                f"write {repair.read!r}" if repair.read.strip() else "take it out",
                fix,
            )


def _usual(citation: Citation, repair: Repair) -> bool:
    """Whether the sign is a house's own: a stop and a dash at every joint, a stop of the name itself, `--` for a dash."""
    marks = "".join(repair.written.split())
    if repair.kind == "stop behind label" and _GLUED_FOND.search(citation.text) and repair.written in ("Ф-", "ф-"):
        return True
    if repair.kind == "stop behind label" and marks.endswith("."):
        return True
    if marks == "--" or (repair.kind == "separator" and marks == ";"):
        return True
    if marks == "," and repair.kind == "joint of levels" and _is_before_sheets(citation, repair):
        return True
    if marks == ";" and citation.text.count(";") > 1:
        return True  # a house that puts semicolons between all levels
    if marks in (".,", ".;", ".:") and citation.archive is not None:
        return _SHORTENED.search(citation.archive.written or "") is not None
    if _STOP_AND_DASH.fullmatch(marks) is None:
        return False
    alike = sum("".join(one.written.split()) == marks for one in citation.repairs)
    return alike >= len([level for level in _levels(citation) if level not in citation.inherited]) - 1


def _is_before_sheets(citation: Citation, repair: Repair) -> bool:
    """Whether a comma sets off the sheets, where nothing stands between the other levels or the label is a word."""
    if repair.read.strip():
        label = _SHEETS.search(citation.text)
        return label is not None and len(label["label"]) > LONGEST_ABBREVIATION
    return _SHEETS.search(citation.text) is not None


def _levels(citation: Citation) -> list[str]:
    """The levels that a reference has."""
    levels = {"fond": citation.fond, "opis": citation.opis, "dela": citation.dela, "sheets": citation.sheets}
    return [level for level, value in levels.items() if value]


_SHEETS = regex.compile(r",\s{0,3}(?P<label>\p{L}{1,12})\.?\s{0,2}\d[^,]*(?:,\s?\d[^,]*)*$")
"""A comma, the label of the last level, and its numbers."""

_JOINT = regex.compile(r"(?<=\d\p{L}?)\s{1,3}(?=\p{L}{1,6}\.?\s{0,2}\d)")
"""A space alone between a number and the next label."""

_SHORTENED = regex.compile(r"(?<!\p{L})\p{Ll}{1,4}$")
_GLUED_FOND = regex.compile(r"(?<!\p{L})[Фф]-\d")
"""`Ф-487 оп. 1`: the fond as one word."""
_STOP_AND_DASH = regex.compile(r"[.,]?[-–—]")
