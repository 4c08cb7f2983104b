"""Markers of notes: at the beginning of a paragraph of the apparatus, and in the text of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.datewords import months
from archcite.transcript.words import NUMBER_WORDS, fold

if TYPE_CHECKING:
    from archcite.model import MarkerFound

_NONE: Final = float("-inf")
_MOST: Final = 400  # no document has more notes


@dataclass(slots=True, frozen=True)
class Candidate:
    """What may be the marker of a paragraph: its number (0 for a star or a letter), how it stands, where the text begins.

    `strong` is false where the number may as well belong to the sentence (`12 people`, `5 May`).
    """

    number: int
    text: str
    found: MarkerFound
    end: int
    strong: bool
    star: bool = False
    stop: bool = False
    """A stop or bracket stands behind it: `1. `, `1) `."""


@dataclass(slots=True, frozen=True)
class Paragraph:
    """A line of the apparatus that is not empty, without the space around it."""

    start: int
    end: int
    candidate: Candidate | None


@dataclass(slots=True, frozen=True)
class BodyMarker:
    """A note marker in the text of the document; `sure` where its place leaves no other reading."""

    number: int
    start: int
    end: int
    sure: bool


_LINE: Final = regex.compile(r"[^\n\r]++")
_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK: Final = regex.compile(
    r"(?P<star>\*{1,3}|†)\)?\s*+"
    r"|(?P<letter>\p{Ll})(?:[-–—](?P=letter))?(?:\)\s*+|\s++)(?=[\p{Lu}«“\"\[])"
    r"|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s*+"
    r"|[\[(](?P<bracket>\d{1,3})[\])]\s*+"
    r"|(?P<num>\d{1,3})(?![\d,]|\.\d|\s?[-–—%/]\s?\d|%|-\p{L}|(?:\s\d{3})+(?!\d)\s\p{Ll})"
    r"(?P<sep>\s?[.)]\s*+|\s++)?"
    r"|(?P<word>\p{Ll}{3,11})(?:(?=\p{Lu}\p{Ll})|\s(?=\p{Lu}))"
)
_GLUED_WORD: Final = regex.compile(r"\p{Ll}{3,11}(?=\p{Lu})")


def paragraphs(text: str, start: int, end: int) -> list[Paragraph]:
    """The lines of a region with what may be their markers, in order."""
    found: list[Paragraph] = []
    for m in _LINE.finditer(text, start, end):
        begin = m.start()
        for cut in (*_glued_numbers(text, m.start(), m.end()), m.end()):
            line = text[begin:cut]
            if line and not line.isspace():
                first = begin + len(line) - len(line.lstrip())
                stop = begin + len(line.rstrip())
                found.append(Paragraph(first, stop, _candidate(text, first, stop)))
            begin = cut
    return _letters_in_order(found)


#: The letters of textual notes, `а–а` being one passage: those that look like numbers or other letters are passed over.
_ALPHABETS: Final = ("абвгдежзиклмнопрст", "abcdefghijklmnop")


def _letters_in_order(found: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs whose letters are markers only where the apparatus opens with them: elsewhere they are points of a list."""
    first = found[0].candidate.text if found and found[0].candidate is not None else ""
    alphabet = next((letters for letters in _ALPHABETS if first == letters[0]), "")
    wanted = 0
    out: list[Paragraph] = []
    for p in found:
        if p.candidate is None or not p.candidate.text.isalpha():
            wanted = wanted if p.candidate is None or p.candidate.star else len(alphabet)
        elif p.candidate.text == alphabet[wanted : wanted + 1]:
            wanted += 1
        else:
            p = replace(p, candidate=None)
        out.append(p)
    return out


_INSIDE: Final = regex.compile(r"(?<=[.!?»”\")]\s{1,3})\p{Ll}{3,11}(?=\p{Lu}\p{Ll})")


def _glued_numbers(text: str, start: int, end: int) -> list[int]:
    """Where notes begin inside a line that machine translation made of several: `… at last. twoThe second note.`"""
    if _GLUED_WORD.match(text, start, end) is None:
        return []
    return [m.start() for m in _INSIDE.finditer(text, start, end) if fold(m.group()) in NUMBER_WORDS]


def _candidate(text: str, start: int, end: int) -> Candidate | None:
    m = _MARK.match(text, start, end)
    if m is None:
        return None
    after = text[m.end() : m.end() + 1] if m.end() < end else ""
    if m.group("star"):
        return Candidate(0, m.group("star"), "printed", m.end(), True, star=True)
    if m.group("letter"):
        return Candidate(0, m.group("letter"), "printed", m.end(), True, star=True)
    if m.group("super") or m.group("bracket"):
        digits = (m.group("super") or m.group("bracket")).translate(_SUPERSCRIPT)
        return Candidate(int(digits), str(int(digits)), "printed", m.end(), True)
    if m.group("word"):
        number = NUMBER_WORDS.get(fold(m.group("word")))
        return None if number is None else Candidate(number, str(number), "spelt-out", m.end(), True)
    number = int(m.group("num"))
    if not 0 < number <= _MOST or (m.group("num")[0] == "0"):
        return None
    separator = m.group("sep") or ""
    if not separator:
        glued = after.isalpha() or after in "«“\"'„[("
        if not glued or not after:
            return None
        strong = after.isupper() or after in "«“„"
        return Candidate(number, str(number), "glued", m.end(), strong)
    strong = separator.strip() != "" or not (after.islower() or _month_follows(text, m.end(), end))
    return Candidate(number, str(number), "printed", m.end(), strong, stop=separator.strip() != "")


_WORD: Final = regex.compile(r"\p{L}+")


def _month_follows(text: str, at: int, end: int) -> bool:
    m = _WORD.match(text, at, end)
    return m is not None and m.group().lower() in months()


def numbers_expected(count: int) -> int:
    """How high to look for markers in the body, at most."""
    return min(count, _MOST)


# A number after a word, a quotation mark or a closing bracket, and what stands after it.
_IN_BODY: Final = regex.compile(
    r"(?<=(?P<before>[\p{L}»”\"’')\]?!.…]))(?P<gap>\s?)(?P<num>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"(?P<after>\s?[.,;:!?)»”\"…]|\s?$|\p{Ll}|\s(?=\p{Lu})|\s(?=\p{Ll})|\s?[-–—]\s)",
    regex.MULTILINE,
)
#: What a number belongs to when it stands after it: `No. 5`, `F. 17`, `гл. 3`.
_LABEL: Final = regex.compile(
    r"(?:№|\b(?:no|nos|nr|п|пп|ст|гл|т|ч|с|стр|р|f|op|on|d|l|ll|p|pp|vol|v|ф|оп|д|л|лл|art|page|chapter|paragraph|"
    r"point|part|issue|номер|пункт|часть|глава|room|section|number|document|документ))\.?\s?\Z",
    regex.IGNORECASE,
)


def body_markers(text: str, start: int, end: int, expected: int) -> list[BodyMarker]:
    """The note markers 1 to `expected` in `text[start:end]`, in rising order; those not found are left out.

    A number before a full stop, comma or the end of a line, after a word, is a marker almost surely
    (`settle it 2 ;`, `state2 .`); one between words may be a number of the sentence (`sure` is false).
    """
    best: list[tuple[float, int]] = [(_NONE, -1)] * (expected + 1)
    best[0] = (0.0, -1)
    nodes: list[tuple[BodyMarker, int]] = []
    for m in _IN_BODY.finditer(text, start, end):
        marker, weight = _weigh(text, start, m, expected)
        if marker is None:
            continue
        top, came = max(
            (
                (best[n][0] - 0.5 * (marker.number - 1 - n), best[n][1])
                for n in range(max(0, marker.number - 4), marker.number)
                if best[n][0] > _NONE
            ),
            default=(_NONE, -1),
        )
        if top == _NONE:
            continue
        if top + weight > best[marker.number][0]:
            nodes.append((marker, came))
            best[marker.number] = (top + weight, len(nodes) - 1)
    k = max(best)[1]
    found: list[BodyMarker] = []
    while k >= 0:
        found.append(nodes[k][0])
        k = nodes[k][1]
    return found[::-1]


def _weigh(text: str, start: int, m: regex.Match[str], expected: int) -> tuple[BodyMarker | None, float]:
    digits = m.group("num").translate(_SUPERSCRIPT)
    number = int(digits)
    if not 0 < number <= expected or digits[0] == "0":
        return None, 0.0
    at = m.start("num")
    before, gap, after = m.group("before"), m.group("gap"), m.group("after")
    if m.group("num") != digits:
        return BodyMarker(number, at, m.end("num"), True), 4.0
    if before == "." and not gap:
        return None, 0.0  # `D.5`, `1.5`
    context = text[max(start, at - 14) : at]
    line_start = "\n" not in context and at - start < 3
    if line_start or _LABEL.search(context) or _date_word(context):
        return None, 0.0
    if "\n" in gap:
        return None, 0.0
    closes = after.strip() != "" and after.strip() in '.,;:!?)»”"…'
    line_end = after.strip() == "" and not text[m.end() : m.end() + 1].strip()
    if after.isalpha():
        return BodyMarker(number, at, m.end("num"), bool(gap)), 3.0 if gap else 1.0
    if closes and after.strip() == ")" and "(" in context[-3:]:
        return None, 0.0
    if closes or line_end:
        return BodyMarker(number, at, m.end("num"), True), 4.0
    return BodyMarker(number, at, m.end("num"), False), 1.0


_LAST_WORD: Final = regex.compile(r"(\p{L}+)\.?\s?\Z")


def _date_word(context: str) -> bool:
    """Whether the word before the number is a month: `November 5`."""
    m = _LAST_WORD.search(context)
    return m is not None and m.group(1).lower() in months()
