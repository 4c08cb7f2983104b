"""The parts of one document: body, source line, publications and notes, each by its span, below the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.transcript import lines as kinds
from archcite.transcript.apparatus import is_notes_heading
from archcite.transcript.headers import Segment, read_header, take_description, take_publication, take_source
from archcite.transcript.publications import is_collection, is_published
from archcite.transcript.sourcelines import is_description, is_remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.notation.records import Reference
    from archcite.transcript.lines import Line
    from archcite.transcript.sourcelines import SourceLine

NEAR = 3
"""Lines behind a source line among which a marker shows that notes without a heading begin there."""

_MARKER = regex.compile(
    r"(?:(?P<number>[12¹²])(?:\s?[.)]|\s)?\s{0,2}[\p{Lu}«“\"]|\[(?P<bracket>[12])\]|\*{1,3}\s?[\p{L}«“\"]|(?:one|один)\s?\p{Lu}"
    r"|(?P<letter>[аa])(?:[-–—](?P=letter))?(?:\)\s?|\s)[\p{Lu}«“\"\[])"
)


def notes_begin(lines: Sequence[Line], index: int) -> bool:
    """Whether notes begin at a line without a heading: the marker of a first note, right behind a source line or a rule."""
    line = lines[index]
    match = _MARKER.match(line.text)
    return match is not None and "2" not in (match["number"] or "", match["bracket"] or "") and match["number"] != "²"


def is_tail(line: Line) -> bool:
    """Whether a line behind a source line still belongs to it: a description, a publication, metadata."""
    text = line.text
    return is_description(text) or is_remark(text) or is_published(line) or kinds.label(line) is not None


def size(lines: Sequence[Line]) -> int:
    """Code points of text in the lines; a label of any kind (`Год:`) and its value below it count for nothing."""
    return sum(
        len(line.text)
        for index, line in enumerate(lines)
        if not _ANY_LABEL.fullmatch(line.text) and not (index and _ANY_LABEL.fullmatch(lines[index - 1].text))
    )


_ANY_LABEL = regex.compile(r"\p{Lu}[\p{L}\s]{1,28}:")


def part(lines: Sequence[Line], sources: dict[int, SourceLine]) -> tuple[Segment, list[Line]]:
    """Divide the lines of one document into its parts; also the furniture lines behind it."""
    segment = Segment(lines[0].start, lines[-1].end)
    lines, left = _without_edges(list(lines))
    at = read_header(segment, lines, sources)
    heading = next((i for i in range(at, len(lines)) if is_notes_heading(lines[i].text)), None)
    stop = len(lines) if heading is None else heading
    if heading is not None:
        segment.notes = [(lines[heading].end, lines[-1].end)]
    below = _below_notes(lines, heading, sources)
    if segment.source is None and below is not None:
        take_source(segment, sources[lines[below].start])
        _behind(segment, lines, below + 1, len(lines))
        segment.notes = [(lines[heading or 0].end, lines[below - 1].end)]
        stop = _metadata_end(segment, lines, at, stop)
    elif segment.source is None:
        at, stop = _source(segment, lines, at, stop, sources)
    else:
        stop = _repeated(segment, lines, at, stop, sources)
    if not segment.notes and (begin := _notes(segment, lines, stop, sources)) is not None:
        segment.notes = [(lines[begin].start, lines[-1].end)]
        stop = min(stop, begin)
    if heading is not None and segment.source is not None:
        _between(segment, lines, _tail_end(segment, lines, stop, sources), heading)
    if (footnotes := _footnotes(lines, at, stop)) is not None:
        mark = _mark(lines[footnotes])
        if any(_mark(line) == mark for line in lines[stop:]):
            segment.doubts.append(f"line {lines[footnotes].number} looks like a footnote, but stands above the notes")
        else:
            segment.notes.insert(0, (lines[footnotes].start, lines[stop - 1].end))
            stop = _metadata_end(segment, lines, at, footnotes)
    kept = len(lines)
    if not segment.notes:
        behind = _tail_end(segment, lines, stop, sources)
        if segment.source is not None and behind < len(lines):
            left = lines[behind:] + left
            kept = behind
            if any(len(line.text) > _LONG for line in left):
                segment.doubts.append("text behind its source line belongs to no document")
    else:
        _missed(segment, lines, sources)
    segment.lines = lines[:kept]
    segment.end = max(segment.lines[-1].end, segment.start)
    segment.body_lines = lines[at:stop]
    segment.body = (
        (segment.body_lines[0].start, segment.body_lines[-1].end)
        if segment.body_lines
        else (lines[0].end, lines[0].end)
    )
    return segment, left


_LONG = 120


def _without_edges(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines without the site's and the volume's own at their end, and those."""
    stop = len(lines)
    while stop > 1 and (
        kinds.is_navigation(lines[stop - 1])
        or kinds.is_part_heading(lines[stop - 1])
        or is_collection(lines[stop - 1])
        or kinds.is_rule(lines[stop - 1])
    ):
        stop -= 1
    return lines[:stop], lines[stop:]


def _missed(segment: Segment, lines: Sequence[Line], sources: dict[int, SourceLine]) -> None:
    """A described source line among the notes may be that of another document, whose header was not seen."""
    for line in lines:
        if (
            any(start < line.start < end for start, end in segment.notes)
            and (found := sources.get(line.start)) is not None
            and found.described
        ):
            segment.doubts.append(f"line {line.number} looks like the source line of another document")
            return


# source line and what stands behind it


def _below_notes(lines: Sequence[Line], heading: int | None, sources: dict[int, SourceLine]) -> int | None:
    """The source line that stands below the notes, at the very end of the document, if none stands above them."""
    if heading is None or any(line.start in sources for line in lines[:heading]):
        return None
    end = len(lines)
    while end - 1 > heading and is_tail(lines[end - 1]) and lines[end - 1].start not in sources:
        end -= 1
    begin = end
    while begin - 1 > heading and lines[begin - 1].start in sources:
        begin -= 1
    own = lines[begin:end]
    return begin if heading + 1 < begin and any(_is_own(sources[line.start]) for line in own) else None


def _is_own(source: SourceLine) -> bool:
    """Whether a line in the notes is a source line and not a note that is nothing but a shelfmark."""
    return source.described or source.labelled is not None or "sheets" in source.reference.levels


def _source(
    segment: Segment, lines: Sequence[Line], at: int, stop: int, sources: dict[int, SourceLine]
) -> tuple[int, int]:
    """Find the source line among `lines[at:stop]`; the bounds of the body."""
    places = [i for i in range(at, stop) if lines[i].start in sources]
    if not places:
        return at, _metadata_end(segment, lines, at, stop)
    last = places[-1]
    first = last
    while first - 1 >= at and (
        lines[first - 1].start in sources or (is_tail(lines[first - 1]) and _continues(lines, first - 1, at, sources))
    ):
        first -= 1
    while lines[first].start not in sources:
        first += 1
    if any(place < first for place in places) and first > at:
        number = lines[places[0]].number
        segment.doubts.append(f"line {number} begins with a shelfmark too; the last such line is taken as the source")
    take_source(segment, sources[lines[first].start])
    assert segment.source_line is not None
    segment.source_line = (segment.source_line[0], max(lines[last].end, sources[lines[last].start].stop))
    while last + 1 < stop and lines[last + 1].start < segment.source_line[1]:
        last += 1
    above = _metadata_end(segment, lines, at, first)
    behind = last + 1
    if first == at and behind < stop and not is_tail(lines[behind]) and not notes_begin(lines, behind):
        return behind, _metadata_end(segment, lines, behind, stop)  # the shelfmark stands between title and text
    text = next((i for i in range(behind, stop) if not is_tail(lines[i])), stop)
    labelled = sources[lines[first].start].labelled == "archive"
    if labelled and size(lines[text:stop]) > size(lines[at:above]):
        segment.doubts.append("the lines above its shelfmark were taken for a header, but not read")
        return text, _metadata_end(segment, lines, text, stop)
    _behind(segment, lines, behind, stop)
    return at, above


def _repeated(segment: Segment, lines: Sequence[Line], at: int, stop: int, sources: dict[int, SourceLine]) -> int:
    """Where the body ends whose header has the shelfmark already: it may stand below the text again."""
    assert segment.source is not None
    end = stop
    while end > at + 1 and (is_tail(lines[end - 1]) or lines[end - 1].start in sources):
        end -= 1
    while end < stop and lines[end].start not in sources:
        end += 1
    same = [i for i in range(at + 1, end) if _same_sheets(sources.get(lines[i].start), segment.source)]
    end = same[-1] if same else end  # a site's own lines may stand behind it
    if end < stop:
        again = sources[lines[end].start]
        segment.repeated_source = (lines[end].start, lines[end].end)
        if again.reference.levels != segment.source.levels:
            segment.doubts.append(f"line {lines[end].number} gives another shelfmark than the header")
        take_description(segment, again.end, again.stop)
        stop = end
    return _metadata_end(segment, lines, at, stop)


def _same_sheets(source: SourceLine | None, reference: Reference) -> bool:
    return source is not None and source.reference.levels == reference.levels


def _continues(lines: Sequence[Line], index: int, at: int, sources: dict[int, SourceLine]) -> bool:
    """Whether above a line of description or publication another source line stands."""
    return index - 1 >= at and lines[index - 1].start in sources


def _metadata_end(segment: Segment, lines: Sequence[Line], at: int, stop: int) -> int:
    """Where the body ends that goes up to `stop`: before lines of publications and metadata."""
    end = stop
    while end > at:
        line = lines[end - 1]
        label = kinds.label(line)
        if label is not None and label.role not in kinds.WEAK_LABELS:
            value = line.text[label.offset :].strip()
            if value and label.role in ("source", "published"):
                take_publication(segment, value, first=True)
            elif value and label.role == "description":
                take_description(segment, line.end - len(value), line.end)
            end -= 1
        elif is_published(line):
            segment.published.insert(0, line.text)
            end -= 1
        elif (
            end - 1 > at
            and (label := kinds.label(lines[end - 2])) is not None
            and label.offset == len(lines[end - 2].text)
        ):
            if label.role in ("source", "published"):
                segment.published.insert(0, line.text)
            end -= 2
        else:
            break
    return end


def _behind(segment: Segment, lines: Sequence[Line], at: int, stop: int) -> None:
    """Take the description and the publications that stand on lines of their own behind the source line."""
    for index, line in enumerate(lines[at:stop], at):
        if is_description(line.text):
            known = segment.description
            take_description(segment, line.start, line.end)
            if segment.description == known and known is not None and index == at and _broken(lines[at - 1], line):
                segment.description = (known[0], line.end)
        elif (label := kinds.label(line)) is not None:
            if label.role in ("source", "published"):
                take_publication(segment, line.text[label.offset :].strip())
            elif label.role == "description":
                take_description(segment, line.start + label.offset, line.end)
        elif is_published(line):
            segment.published.append(line.text)
        elif not is_remark(line.text):
            break


def _broken(above: Line, line: Line) -> bool:
    """Whether a description was broken in two lines."""
    return line.text[-1] in ".,;" and above.text[-1] not in ".,;)]"


def _tail_end(segment: Segment, lines: Sequence[Line], stop: int, sources: dict[int, SourceLine]) -> int:
    """The index behind the source line and the lines that belong to it."""
    behind = stop
    broken = 0 if segment.source_line is None else segment.source_line[1]
    while behind < len(lines) and (
        lines[behind].start in sources or is_tail(lines[behind]) or (stop < behind and lines[behind].start < broken)
    ):
        behind += 1
    return behind


def _notes(segment: Segment, lines: Sequence[Line], stop: int, sources: dict[int, SourceLine]) -> int | None:
    """Where notes without a heading begin: behind the source line at the end of the text, or behind a rule."""
    behind = _tail_end(segment, lines, stop, sources)
    if segment.source is not None and behind > stop:
        while behind < len(lines) and kinds.is_rule(lines[behind]):
            behind += 1
        near = lines[behind : behind + NEAR]
        if any(_MARKER.match(line.text) for line in near) or (near and _marked(lines[:stop], near[0])):
            return behind
        return None
    rules = [i for i in range(1, len(lines)) if kinds.is_rule(lines[i - 1]) and notes_begin(lines, i)]
    return rules[-1] if rules else None


_ANY_NUMBER = regex.compile(r"(?P<number>\d{1,3})(?:\s?[.)])?\s[\p{L}\p{N}«“\"]")


def _marked(text: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with a number that is a marker in the text: notes of a page of a book go on with its numbers."""
    match = _ANY_NUMBER.match(line.text)
    if match is None:
        return False
    marker = regex.compile(rf"(?<=\p{{Ll}}{{2}}|[»”\")\]])\s?{match['number']}(?=[.,;:!?)»”\"]|\s*$)")
    return any(marker.search(one.text) is not None for one in text)


def _between(segment: Segment, lines: Sequence[Line], begin: int, heading: int) -> None:
    """What stands between the source line and the heading of the notes: footnotes, or text that belongs to neither."""
    if begin >= heading:
        return
    if _FOOTNOTE.match(lines[begin].text) is not None:
        segment.notes.insert(0, (lines[begin].start, lines[heading - 1].end))
    else:
        segment.doubts.append("text between its source line and its notes belongs to neither")


def _mark(line: Line) -> str | None:
    """The mark of a footnote that opens a line."""
    match = _FOOTNOTE.match(line.text)
    return None if match is None else match["mark"]


def _footnotes(lines: Sequence[Line], at: int, stop: int) -> int | None:
    """Where the lines at the end of the text begin that open with `*`, `¹` or `[1]`, if the text above has that marker."""
    for index, line in enumerate(lines[at:stop], at):
        if (match := _FOOTNOTE.match(line.text)) is not None and index > at:
            return index if any(match["mark"] in above.text[1:] for above in lines[:index]) else None
    return _numbered_footnotes(lines, at, stop)


def _numbered_footnotes(lines: Sequence[Line], at: int, stop: int) -> int | None:
    """Where the lines `1. …`, `2. …` at the end of the text begin, if each number is glued to a word above: `persons.1`."""
    begin = stop
    numbers: list[str] = []
    for index in range(stop - 1, at, -1):
        if (match := _ANY_NUMBER.match(lines[index].text)) is not None:
            numbers.append(match["number"])
            if match["number"] == "1":
                begin = index
                break
    if begin == stop or numbers[::-1] != [str(n) for n in range(1, len(numbers) + 1)]:
        return None
    glued = {m["number"] for line in lines[:begin] for m in _GLUED.finditer(line.text)}
    return begin if glued.issuperset(numbers) else None


_GLUED = regex.compile(r"(?<=\p{Ll}{2}[.,;:!?]?[»”\")\]]?)(?P<number>\d{1,3})(?=\s|[.,;:!?]|\Z)")
"""A number behind a word or its stop, with no space before it."""


_FOOTNOTE = regex.compile(r"(?P<mark>¹|\[1\]|\*(?!\*))\s?[\p{L}\p{N}«“\"]")
