"""Notes of the apparatus: where each begins, which number it has, and what became of its marker.

Markers are printed (`1 `, `2. `, `11 . `; `*`; `а`, `б` of textual notes), glued to the text (`4In addition`), spelt out by machine translation
(`oneThe`) or eaten. The sequence of the numbers decides, and the markers that stand in the body: what cannot be
told apart is one note marked unsure. The notes cover their region; nothing of it is lost.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.notemarks import (
    BodyMarker,
    Candidate,
    Paragraph,
    body_markers,
    numbers_expected,
    paragraphs,
)

if TYPE_CHECKING:
    from archcite.model import MarkerFound

__all__ = ["BodyMarker", "NoteReading", "body_markers", "is_notes_heading", "read_notes"]


@dataclass(slots=True, frozen=True)
class NoteReading:
    """One note. `start`, `end` are offsets in the text (code points, end exclusive), marker included.

    `marker` is its number as a string (also where it was eaten and the sequence gives it), `*` for a starred
    note, None where it cannot be told; `text_start` is where the words after the marker begin.
    """

    marker: str | None
    found: MarkerFound
    start: int
    end: int
    unsure: str | None = None
    text_start: int = 0


_HEADING: Final = regex.compile(
    r"[\s#*_]*+(?:foot|end)?(?:notes?|примечани[ея]|приміт(?:ки|ка)|комментари[ий]|сноск[аи]|remarks|comments|annotations)"
    r"(?:\s(?:of the (?:editors?|compilers?)|редакци[ия]|составител(?:я|ей)))?[\s*_]*+[:.]?[\s*_]*+",
    regex.IGNORECASE,
)


def is_notes_heading(line: str) -> bool:
    """Whether the line is nothing but the heading of the notes (`Notes:`, `Примечания`, `Footnotes`)."""
    return len(line) <= 80 and _HEADING.fullmatch(line) is not None


@dataclass(slots=True)
class _Link:
    """A step of the chain of numbered paragraphs: its best score and what came before it."""

    score: float
    before: int


_FAR: Final = 50  # how many numbered paragraphs one note may hold


def read_notes(text: str, start: int, end: int, body: tuple[int, int] | None = None) -> list[NoteReading]:
    """Read the notes in `text[start:end]`, the region after their heading; `body` is the span of the document.

    Every character of the region that is no white space belongs to exactly one note, in order.
    """
    found = paragraphs(text, start, end)
    if not found:
        return []
    notes: list[NoteReading] = []
    for group in _series(found):
        if group[0].candidate is not None and group[0].candidate.star:
            notes.append(_note(group, group[0].candidate))
        else:
            notes += _numbered(text, group, body)
    return notes


def _series(found: list[Paragraph]) -> list[list[Paragraph]]:
    """Starred notes by themselves, with the unnumbered paragraphs after them; the runs of others between."""
    groups: list[list[Paragraph]] = []
    starred = False
    for p in found:
        star = p.candidate is not None and p.candidate.star
        if star or not groups or (starred and p.candidate is not None):
            groups.append([p])
            starred = star
        else:
            groups[-1].append(p)
    return groups


def _note(group: list[Paragraph], mark: Candidate, unsure: str | None = None) -> NoteReading:
    return NoteReading(mark.text, mark.found, group[0].start, group[-1].end, unsure, mark.end)


def _numbered(text: str, group: list[Paragraph], body: tuple[int, int] | None) -> list[NoteReading]:
    numbered = [(i, p.candidate) for i, p in enumerate(group) if p.candidate is not None]
    expected = max((c.number for _, c in numbered), default=0) + len(group)
    marks = body_markers(text, *body, numbers_expected(expected)) if body is not None else []
    joined = _join_lists(text, group, max((m.number for m in marks if m.sure), default=0))
    if len(joined) < len(group):
        group, numbered = joined, [(i, p.candidate) for i, p in enumerate(joined) if p.candidate is not None]
    chain = _chain(numbered, {m.number for m in marks})
    if not chain:
        return _without_numbers(group, marks)
    notes: list[NoteReading] = []
    first_index, first = chain[0]
    notes += _gap(group[:first_index], 0, first.number, None)
    skipped = _skipped(0, first.number, first_index)
    for k, (i, mark) in enumerate(chain):
        stop = chain[k + 1][0] if k + 1 < len(chain) else len(group)
        following = chain[k + 1][1].number if k + 1 < len(chain) else None
        rest = group[i + 1 : stop]
        doubt = skipped or (_restart(rest) if _is_doubtful(chain, k, numbered, stop) else None)
        skipped = None if following is None else _skipped(mark.number, following, len(rest))
        if following is None:
            following, weak = _after_last(mark.number, marks)
            notes += _with_rest(group[i], rest, mark, following, doubt, weak=weak)
        else:
            notes += _with_rest(group[i], rest, mark, following, doubt)
    return notes


def _join_lists(text: str, group: list[Paragraph], marked: int) -> list[Paragraph]:
    """The paragraphs, with a list behind a colon (`The Politburo resolved:`, `1. To write.`) joined to what it belongs to.

    `marked` is the highest number that the document has as a marker: as many paragraphs must be left for the notes, and
    the last points of a list go to them.
    """
    out: list[Paragraph] = []
    i = 0
    while i < len(group):
        last = i if text[group[i].end - 1] != ":" else _list_end(group, i)
        if i == 0 and group[0].candidate is None and not marked:
            last = i  # a heading, or a note: nothing tells
        while last > i and len(out) + 1 + len(group) - 1 - last < marked:
            last -= 1
        out.append(group[i] if last == i else replace(group[i], end=group[last].end))
        i = last + 1
    return out


def _list_end(group: list[Paragraph], i: int) -> int:
    """The index of the last point of a list that begins with 1 behind paragraph `i`, `i` without one."""
    last = i
    for p in group[i + 1 :]:
        if p.candidate is None or p.candidate.number != last - i + 1 or not p.candidate.stop:
            break
        last += 1
    return last


def _skipped(before: int, following: int, room: int) -> str | None:
    """Why a note is doubtful that comes after missing numbers, with no paragraph that could be theirs."""
    missing = following - before - 1
    if missing <= 0 or room:
        return None
    numbers = str(following - 1) if missing == 1 else f"{before + 1}-{following - 1}"
    return f"number {numbers} is missing before it; it may be no note"


def _with_rest(
    head: Paragraph, rest: list[Paragraph], mark: Candidate, following: int, doubt: str | None, *, weak: bool = False
) -> list[NoteReading]:
    """A numbered paragraph and those before the next number: its own, or notes whose markers are gone."""
    missing = following - mark.number - 1
    if missing <= 0 or not rest:
        return [_note([head, *rest], mark, doubt)]
    notes = _gap(rest, mark.number, following, mark)
    if weak:
        why = "the text of the document has a number that may be its marker, or may be none"
        notes = [replace(n, unsure=n.unsure or why, found="unsure") for n in notes]
    return [_note([head], mark, doubt), *notes]


def _gap(rest: list[Paragraph], before: int, following: int, mark: Candidate | None) -> list[NoteReading]:
    """Paragraphs without markers where the numbers from `before` to `following` leave some out."""
    missing = list(range(before + 1, following))
    if not rest:
        return []
    if not missing:
        why = "stands before the first note and has no number"
        return [NoteReading(None, "unsure", rest[0].start, rest[-1].end, why, rest[0].start)]
    if len(rest) == len(missing):
        return [NoteReading(str(n), "eaten", p.start, p.end, None, p.start) for n, p in zip(missing, rest, strict=True)]
    numbers = str(missing[0]) if len(missing) == 1 else f"{missing[0]}-{missing[-1]}"
    if len(rest) < len(missing):
        why = f"markers {numbers} are gone and there are only {len(rest)} paragraphs"
        return [NoteReading(None, "unsure", p.start, p.end, why, p.start) for p in rest]
    own = f" or go on with note {before}" if mark is not None else ""
    why = f"{len(rest)} paragraphs without a marker stand for {numbers}{own}"
    marker = numbers if len(missing) == 1 else None
    return [NoteReading(marker, "unsure", rest[0].start, rest[-1].end, why, rest[0].start)]


def _without_numbers(group: list[Paragraph], marks: list[BodyMarker]) -> list[NoteReading]:
    """No paragraph has a marker: as many notes as the body has markers, if that fits."""
    numbers = [m.number for m in marks if m.sure]
    if numbers == list(range(1, len(group) + 1)):
        return [
            NoteReading(str(n), "eaten", p.start, p.end, None, p.start) for n, p in zip(numbers, group, strict=True)
        ]
    why = f"{len(group)} paragraphs without markers, and {len(numbers)} markers in the text of the document"
    return [NoteReading(None, "unsure", group[0].start, group[-1].end, why, group[0].start)]


def _after_last(last: int, marks: list[BodyMarker]) -> tuple[int, bool]:
    """The number after the last note by the markers of the body, and whether they are uncertain."""
    number, weak = last, False
    for m in marks:
        if m.number == number + 1:
            number, weak = m.number, weak or not m.sure
    return number + 1, weak


# --- the chain of numbers -----------------------------------------------------------------------------------


def _chain(numbered: list[tuple[int, Candidate]], in_body: set[int]) -> list[tuple[int, Candidate]]:
    """The numbered paragraphs that are notes: the best rising sequence, the others being lists inside notes.

    Each step is weighed by how sure the marker is, how many numbers it leaves out and whether there are as many
    paragraphs for them, and whether the numbers passed over make a list of their own (1, 2, 3 …).
    """
    if not numbered:
        return []
    broken = _broken_lists(numbered)
    listed = _listed(numbered)
    links: list[_Link] = []
    for k, (i, c) in enumerate(numbered):
        own = (10.0 if c.strong else 3.0) + (1.0 if c.number in in_body else 0.0)
        if k in listed and ((len(in_body) > 1 and c.number not in in_body) or (c.stop and not numbered[0][1].stop)):
            own = 0.0  # a point of a list: the text has no such marker, or it is written otherwise than those of notes
        best = _Link(own + _step_cost(0, c, i, i, -1, k, broken), -1)
        for j in range(max(0, k - _FAR), k):
            pi, pc = numbered[j]
            if pc.number >= c.number:
                continue
            score = links[j].score + own + _step_cost(pc.number, c, i - pi - 1, i, j, k, broken)
            # of two equal ways the later one: what restarts at 1 inside a note is a list
            if score >= best.score:
                best = _Link(score, j)
        links.append(best)
    total = [link.score - _left_over(k, len(numbered), broken) for k, link in enumerate(links)]
    k = max(range(len(total)), key=lambda x: (total[x], -x))
    if total[k] <= 0:
        return []
    chain: list[tuple[int, Candidate]] = []
    while k >= 0:
        chain.append(numbered[k])
        k = links[k].before
    return chain[::-1]


def _step_cost(before: int, c: Candidate, room: int, index: int, j: int, k: int, broken: list[int]) -> float:
    missing = c.number - before - 1
    cost = -min(2.0 * missing, 4.0)
    if missing > room:
        cost -= min(3.0 * (missing - room), 4.5)
    if before == 0 and missing == 0 and index > 0:
        cost -= 12.0  # paragraphs before note 1 belong to nothing
    if not c.strong and missing:
        cost -= 4.0
    return cost - 6.0 * (_left_over(j, k, broken))


def _listed(numbered: list[tuple[int, Candidate]]) -> set[int]:
    """The numbers that go on with a 1 that is not the first: they may be a list inside a note."""
    out: set[int] = set()
    seen = False
    for k, (_, c) in enumerate(numbered):
        if (c.number == 1 and seen) or (k - 1 in out and c.number == numbered[k - 1][1].number + 1):
            out.add(k)
        seen = seen or c.number == 1
    return out


def _broken_lists(numbered: list[tuple[int, Candidate]]) -> list[int]:
    """Running count of numbers that neither begin a list (1) nor go on with the one before."""
    count, out = 0, [0]
    for k, (_, c) in enumerate(numbered):
        goes_on = k > 0 and c.number == numbered[k - 1][1].number + 1
        count += 0 if c.number == 1 or goes_on or not c.strong else 1
        out.append(count)
    return out


def _left_over(j: int, k: int, broken: list[int]) -> int:
    """How many numbers between the chosen `j` and `k` make no list; the first must be a 1."""
    if k - j <= 1:
        return 0
    first_broken = broken[j + 2] - broken[j + 1]
    return broken[k] - broken[j + 2] + first_broken


def _is_doubtful(chain: list[tuple[int, Candidate]], k: int, numbered: list[tuple[int, Candidate]], stop: int) -> bool:
    """Whether a list inside the note has the number of the next note too, so that either may be it."""
    if k + 1 >= len(chain):
        return False
    following = chain[k + 1][1].number
    inside = numbered[bisect_left(numbered, chain[k][0] + 1, key=lambda p: p[0]) :]
    return any(c.number == following and c.strong for i, c in inside if i < stop)


def _restart(rest: list[Paragraph]) -> str | None:
    listed = [p.candidate.number for p in rest if p.candidate is not None]
    if not listed:
        return None
    return f"holds a list numbered {listed[0]} to {listed[-1]}; the notes after it may begin earlier"
