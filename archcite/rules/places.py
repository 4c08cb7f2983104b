"""Where in a citation a repair was made, and what to write there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.labels import label_at
from archcite.notation.records import LEVELS
from archcite.notation.tradition import lexicon

if TYPE_CHECKING:
    from archcite.model import Citation, Repair

LABELS = ("look-alike label", "label by place")
"""Kinds of repairs of labels; other repairs of a level are of its number."""


def is_label(repair: Repair) -> bool:
    """Whether a repair is of a level's label and not of its number."""
    return repair.level in LEVELS and repair.kind in LABELS


def is_doubted(repair: Repair, citation: Citation) -> bool:
    """Whether a repair is what leaves the citation's numbers doubtful: of a file or a sheet `53 97` may be two numbers."""
    if citation.reason_kind != "doubtful numbers":
        return False
    split = repair.kind == "split number" and repair.level in ("dela", "sheets")
    return split or repair.reason == citation.reason


def place(citation: Citation, repair: Repair) -> tuple[int, int] | None:
    """The span in the file's text at which the repair was made; None if that cannot be told."""
    written = repair.written
    if not written.strip():
        return None
    text = citation.text
    escaped = regex.escape(written)
    if repair.level == "archive":
        at = text.find(written)
        found = [] if at < 0 else [(at, at + len(written))]
    elif repair.level == "punctuation" and not any(c.isalnum() for c in written):
        found = _marks(citation, repair)
    else:
        before = r"(?<![\p{L}\p{N}])" if written[0].isalnum() else ""
        # a label stands before a number, so that `Д.` of a name or an earlier word is not taken for it
        after = r"(?=\s{0,3}\S)" if is_label(repair) else r"(?![\p{L}\p{N}])" if written[-1].isalnum() else ""
        found = [match.span() for match in regex.finditer(before + escaped + after, text)]
    if len(found) != 1:
        return None
    return citation.start + found[0][0], citation.start + found[0][1]


def _marks(citation: Citation, repair: Repair) -> list[tuple[int, int]]:
    """The spans of a punctuation mark: behind the archive's name, before a label, or between two numbers."""
    text, marks = citation.text, repair.written.strip()
    if repair.kind == "joint of archive":
        begin = len(citation.archive.written) if citation.archive is not None and citation.archive.written else 0
        signs = r"\s{0,2}".join(regex.escape(sign) for sign in marks if not sign.isspace())
        match = regex.compile(signs).search(text, begin, begin + 12)
        return [] if match is None else [match.span()]
    ahead = r"(?=\s{0,3}\p{L})" if repair.kind == "joint of levels" else r"(?=\s{0,3}\d)"
    return [
        match.span()
        for match in regex.finditer(rf"(?<=[\p{{L}}\p{{N}}]\.?)\s?+{regex.escape(marks)}{ahead}", text)
        if match.group().strip() == marks
    ]


def right_label(citation: Citation, repair: Repair) -> str | None:
    """The label as the rest of the reference would write it: `спр.` for `cпp.`, `оп.` for `0п.` among small letters.

    None if the letters alone do not tell.
    """
    stop = "." if repair.written.endswith(".") else ""
    bare = repair.written.rstrip(".,:;- ")
    cyrillic = "Ѐ" <= repair.read[0] <= "ӿ"
    table = lexicon().to_cyrillic if cyrillic else lexicon().to_latin
    letters = bare.translate(table)
    if letters != bare and letters.isalpha() and _is(letters, repair.level):
        return letters + stop
    if not repair.read.rstrip(".").isalpha():
        return None
    read = repair.read.rstrip(".")
    lower = sum(c.islower() for c in _initials(citation, repair.written))
    upper = sum(c.isupper() for c in _initials(citation, repair.written))
    return (read.lower() if lower > upper else read) + stop


def _is(label: str, level: str) -> bool:
    found = label_at(label + " 1", 0)
    return found is not None and any(sense.level == level and sense.meant is None for sense in found.senses)


def _initials(citation: Citation, leave: str) -> list[str]:
    """The first letters of the other labels of a reference."""
    return [
        match["label"][0]
        for match in regex.finditer(r"(?<![\p{L}\p{N}])(?P<label>\p{L}{1,3})\.?\s?(?=\d)", citation.text)
        if match["label"] != leave.rstrip(".")
    ]
