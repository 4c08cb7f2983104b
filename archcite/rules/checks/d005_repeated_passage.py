"""A passage stands in a document twice, word for word.

Machine translation stutters, and pages are copied together with an overlap. The references in the passage are counted
twice then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "D005"
NAME = "repeated-passage"
SEVERITY = "warning"


SHORTEST, LEAST = 40, 100
"""Code points of the shortest sentence that is compared, and of the shortest passage that is reported."""

_SENTENCE = regex.compile(r"[^.!?…\n\r]++(?:[.!?…]++(?!\s)[^.!?…\n\r]*+){0,200}+[.!?…]*+")


def check(view: FileView) -> Iterator[Problem]:
    """Every run of sentences that the same part (text or notes) of the document had before."""
    for record in view.records:
        spans = [record.segment.body]
        if record.segment.notes is not None:
            spans.append(record.segment.notes)
        for start, end in spans:
            yield from _repeated(view, start, end)


def _repeated(view: FileView, start: int, end: int) -> Iterator[Problem]:
    text = view.text.text
    seen: dict[str, int] = {}
    run: list[tuple[int, int, int]] = []
    for match in _SENTENCE.finditer(text, start, end):
        words = match.group().strip()
        begin = match.start() + len(match.group()) - len(match.group().lstrip())
        key = " ".join(words.casefold().split())
        first = seen.setdefault(key, begin) if len(key) >= SHORTEST else begin
        if first != begin:
            run.append((begin, begin + len(words), first))
            continue
        yield from _report(view, run)
        run = []
    yield from _report(view, run)


def _report(view: FileView, run: list[tuple[int, int, int]]) -> Iterator[Problem]:
    if run and run[-1][1] - run[0][0] >= LEAST:
        line = view.text.locate(run[0][2])[0]
        message = f"a passage of {run[-1][1] - run[0][0]} characters that stands in line {line} already"
        yield Problem(run[0][0], run[-1][1], message, "compare with the original, and take one of the two out")
