"""For people: each finding with its place underlined, or in one line; and how often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from archcite.rules.reporters.piece import Piece, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.rules.finding import Finding
    from archcite.rules.reporters.piece import Found
    from archcite.transcript.reading import Text

EXCERPT = 100
"""Code points of a line that are shown around a finding: lines of transcriptions are paragraphs."""

LONGEST = 160
"""Code points of a finding that are shown; the middle of a longer one is left out."""

_COLOURS: dict[str, Style] = {"error": "red", "warning": "yellow", "note": "cyan"}


def concise(found: Found) -> Iterator[Piece]:
    """`file:line:column: CODE message`, one line a finding; `[*]` behind the code of what `--fix` can mend."""
    for finding, _ in found:
        yield Piece(f"{_headline(finding)}\n", _COLOURS[finding.severity])


def text(found: Found) -> Iterator[Piece]:
    """The concise line, the place underlined in its line, and how to mend it."""
    for finding, source in found:
        yield Piece(f"{_headline(finding)}\n", "bold")
        before, inside, after = excerpt(source, finding.start, finding.end)
        yield Piece(f"    {before}{inside}{after}\n")
        yield Piece(f"    {' ' * cells(before)}{'^' * max(1, cells(inside))}\n", _COLOURS[finding.severity])
        if finding.help:
            yield Piece(f"    help: {finding.help}\n", "dim")


def _headline(finding: Finding) -> str:
    mark = "" if finding.fix is None else " [*]" if finding.fix.safe else " [unsafe fix]"
    return f"{finding.file}:{finding.line}:{finding.column}: {finding.code}{mark} {shown(finding.message)}"


def excerpt(source: Text, start: int, end: int) -> tuple[str, str, str]:
    """The line around a span in three parts: before, the span itself, after; long ones are cut with `…`.

    Characters that a terminal does not show, or takes for orders, stand as `<U+200B>`.
    """
    line = source.locate(start)[0]
    starts = source.line_starts()
    first = starts[line - 1]
    last = starts[line] if line < len(starts) else len(source.text)
    while last > start and source.text[last - 1] in "\r\n":
        last -= 1
    stop = min(end, last)
    size = min(stop - start, LONGEST)
    room = max(20, EXCERPT - size)
    before = source.text[max(first, start - room // 2) : start]
    inside = source.text[start:stop]
    if len(inside) > LONGEST:
        inside = f"{inside[: LONGEST // 2]} … {inside[-LONGEST // 2 :]}"
    after = source.text[stop : min(last, stop + room // 2)]
    if start - len(before) > first:
        while before and category(before[0]).startswith("M"):  # a mark without its letter
            before = before[1:]
        before = "…" + before
    if stop + len(after) < last:
        after += "…"
    return shown(before), shown(inside), shown(after)


def shown(written: str) -> str:
    """Text on one line in which every character can be seen."""
    return "".join(f"<U+{ord(c):04X}>" if _hidden(c) else " " if c in "\t\r\n" else c for c in written)


def _hidden(character: str) -> bool:
    return character not in "\t\r\n" and category(character) in ("Cc", "Cf", "Zl", "Zp", "Cs")


def cells(written: str) -> int:
    """Columns of a terminal that a text takes: wide letters two, combining marks none (Unicode Annex 11)."""
    return sum(0 if category(c) in ("Mn", "Me") else 2 if east_asian_width(c) in ("W", "F") else 1 for c in written)


def statistics(found: Found) -> Iterator[Piece]:
    """How often each rule found something, the most frequent first."""
    findings = [finding for finding, _ in found]
    counts = Counter((finding.code, finding.rule) for finding in findings)
    fixable = Counter(finding.code for finding in findings if finding.fix is not None and finding.fix.safe)
    width = len(str(max(counts.values(), default=0)))
    for (code, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        fixes = f" [{fixable[code]} fixable]" if fixable[code] else ""
        yield Piece(f"{count:>{width}}  {code}  {rule}{fixes}\n")
