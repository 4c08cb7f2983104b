"""How findings are written, one function a format; each yields pieces of text that end with their line."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archcite.rules.finding import Finding
    from archcite.transcript.reading import Text

    Found = Iterable[tuple[Finding, Text]]

EXCERPT = 100
"""Code points of a line that are shown around a finding: lines of transcriptions are paragraphs."""


def concise(found: Found) -> Iterator[str]:
    """`file:line:column: CODE message`, one line a finding."""
    for finding, _ in found:
        yield f"{finding.file}:{finding.line}:{finding.column}: {finding.code} {finding.message}\n"


def text(found: Found) -> Iterator[str]:
    """The concise line, the place underlined in its line, and how to mend it."""
    for finding, source in found:
        yield from concise([(finding, source)])
        before, inside, after = excerpt(source.text, finding.start, finding.end)
        yield f"    {before}{inside}{after}\n"
        yield f"    {' ' * len(before)}{'^' * max(1, len(inside))}\n"
        if finding.help:
            yield f"    help: {finding.help}\n"


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The line around a span in three parts: before, the span itself, after; long ones are cut with `…`."""
    stop = min(end, *(at for at in (text.find("\n", start), text.find("\r", start)) if at >= 0), len(text))
    first = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    last = min((at for at in (text.find("\n", stop), text.find("\r", stop)) if at >= 0), default=len(text))
    inside = text[start:stop]
    room = max(20, EXCERPT - len(inside))
    before, after = text[first:start], text[stop:last]
    if len(before) > room // 2:
        before = "…" + before[-(room // 2) :]
    if len(after) > room // 2:
        after = after[: room // 2] + "…"
    return tuple(part.replace("\t", " ") for part in (before, inside, after))  # type: ignore[return-value]


def jsonl(found: Found) -> Iterator[str]:
    """One JSON object a line."""
    for finding, _ in found:
        yield json.dumps(asdict(finding), ensure_ascii=False) + "\n"


def array(found: Found) -> Iterator[str]:
    """One JSON array."""
    yield "["
    for index, (finding, _) in enumerate(found):
        yield (",\n " if index else "\n ") + json.dumps(asdict(finding), ensure_ascii=False)
    yield "\n]\n"


FORMATS: dict[str, Callable[[Found], Iterator[str]]] = {
    "text": text,
    "concise": concise,
    "json": array,
    "jsonl": jsonl,
}
