"""A reference has letters of another alphabet than the rest of it, or characters that nobody sees.

`Ф. P-3897` with a Latin `P` looks right and is found by no search. Soft hyphens, zero-width spaces and entities inside a
reference do the same.

Finds:
    ГАРФ. Ф. P-3897. Оп. 1. Д. 2. Л. 3.
    РГАСПИ. Ф. 17. Опи\u00adсь 3. Дело 94. Л. 1.

Passes:
    ГАРФ. Ф. Р-3897. Оп. 1. Д. 2. Л. 3.
    RGASPI. F. 85. Op. 1/S. D. 13. L. 12-13.
    ІР НБУВ. Ф. X. Спр. 17984. Арк. 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import name

import regex

from archcite.rules.finding import Edit, Fix, Problem, replace
from archcite.rules.places import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView
    from archcite.model import Citation, Repair

CODE = "C005"
NAME = "mixed-script"
SEVERITY = "warning"
FIXES = "safe"


def check(view: FileView) -> Iterator[Problem]:
    """Every repair of letters in numbers, of hidden characters, and of mixed alphabets; entities are no mistake."""
    for citation in view.citations:
        for repair in citation.repairs:
            if repair.level == "characters" and not repair.written.startswith("&"):
                yield _hidden(citation, repair)
            elif repair.kind == "both alphabets":
                start, end = place(citation, repair) or (citation.start, citation.end)
                yield Problem(start, end, f"{repair.written!r} has {repair.reason}", "write it in one alphabet")
            elif (
                repair.kind == "other alphabet" and not _own(citation, repair) and not _ROMAN.fullmatch(repair.written)
            ):
                at = place(citation, repair)
                yield Problem(
                    *(at or (citation.start, citation.end)),
                    f"{repair.written!r} has {repair.reason}",
                    f"write {repair.read!r} in one alphabet",
                    None if at is None else replace(*at, repair.read),
                )


def _own(citation: Citation, repair: Repair) -> bool:
    """Whether the letters of the number are of the alphabet of the archive's name: the labels are a translation."""
    name = "" if citation.archive is None else citation.archive.written or ""
    return bool(name) and _cyrillic(name) == _cyrillic(repair.written) != _cyrillic(repair.read)


_ROMAN = regex.compile(r"[IVXL]+(?:[^\p{L}\p{N}]+[IVXL]+)*")
"""Roman numerals, which are written in Latin letters everywhere."""


def _cyrillic(written: str) -> bool:
    return any("Ѐ" <= c <= "ӿ" for c in written)


def _hidden(citation: Citation, repair: Repair) -> Problem:
    written, start = repair.written, citation.start
    hits = [start + match.start() for match in regex.finditer(regex.escape(written), citation.text)]
    edits = tuple(Edit(hit, hit + len(written), repair.read) for hit in hits)
    if any(c.isalnum() for c in written):
        numbers = " ".join(f"U+{ord(c):04X}" for c in written)
        message, help_ = (
            f"the letter {repair.read!r} is written as {numbers}",
            f"write it as U+{ord(repair.read[:1] or ' '):04X}",
        )
    else:
        numbers = ", ".join(f"U+{ord(c):04X} {name(c, 'control').lower()}" for c in written)
        message, help_ = f"{numbers} inside the reference", "take it out"
    at = (edits[0].start, edits[0].end) if edits else (start, citation.end)
    return Problem(*at, message, help_, Fix(edits) if edits else None)
