"""Source lines: where a document's own shelfmark stands, and the words about its physical form beside it.

A source line begins with a shelfmark, or has before it only a label (`Архив:`), an opening bracket, or words about the
form and keeping of the sheet (`Autograph.`, `Подлинник хранится в`). Several one after another are one block: the
places where the document is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from archcite.notation.records import Printed, Reference
from archcite.transcript import lines as kinds
from archcite.transcript.publications import book_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.lines import Line

LONGEST_DESCRIPTION = 200
"""Code points of the longest line that can be a description by itself, and of the words before a shelfmark."""

#: Stems of the words that describe a sheet, and words that may stand between them.
FORM_STEMS: Final = (
    "autograph", "typewr", "typed", "typescript", "copy", "copies", "certified", "original", "manuscript", "handwr",
    "facsimile", "telegraph", "form", "tape", "signature", "signed", "draft", "printed", "shorthand", "carbon", "note",
    "автограф", "машинопис", "подлинник", "копи", "копі", "оригінал", "підпис", "засвідч", "завірен", "друкован", "заверен", "рукопис", "подпис", "телеграф", "бланк", "лент",
    "черновик", "отпуск", "оригинал", "факсимил", "ксерокоп", "фотокоп", "литограф", "типограф", "стеклограф",
    "гектограф", "стенограф", "печатн", "маш", "верн", "расшифров", "шифр", "телеграмм", "записано", "телефон", "фотокоп", "экземпляр", "подп",
)  # fmt: skip
FORM_LINKS: Final = frozenset(
    {"letter", "telegram", "document", "письмо", "письма", "телеграммы", "записки", "документ", "документа",
     "is", "are", "an", "a", "the", "by", "in", "of", "on", "with", "and", "hand", "text", "corrections", "kept", "held",
     "preserved", "at", "from", "to", "его", "ее", "рукой", "и", "в", "на", "с", "со", "по", "из", "правкой", "поправками",
     "текст", "экз", "хранится", "находится", "незаверенная", "тот", "же", "unsigned", "uncertified", "pencil", "карандаш",
     "чернила", "ink", "first", "second", "первый", "второй", "sent", "отправлен"}
)  # fmt: skip
_KEPT = regex.compile(
    r"(?:^|\s)(?:(?:is\s)?(?:kept|held|preserved)\s(?:in|at)|(?:хранится|находится)\s[вн]а?|from|из|in|at|в|на)$"
)
_WORDS = regex.compile(r"\p{L}[\p{L}’'-]*+")
_OPENING = regex.compile(r"(?:[(\[«—–-]|[*_>]{1,3})\s{0,2}")


@dataclass(slots=True, frozen=True)
class SourceLine:
    """A line with a shelfmark as its beginning. `end` is where the shelfmarks chained to the first one end, `stop` the end
    of the words that describe its sheet; `before` is the span of such words in front of it. `labelled` is the role of the
    label before it, if any. Offsets are code points of the text."""

    line: Line
    reference: Reference
    end: int
    stop: int
    before: tuple[int, int] | None
    labelled: str | None
    published: str | None = None
    """What the line says of a printed edition behind the shelfmark."""

    @property
    def described(self) -> bool:
        """Whether words about the form of the sheet stand beside the shelfmark."""
        if self.before is not None:
            return True
        words = self.line.text[max(0, self.end - self.line.start) : self.stop - self.line.start]
        return is_description(words)


def is_description(text: str) -> bool:
    """Whether a text is nothing but words about the physical form of a sheet: `Typewritten text. Signature - autograph.`"""
    if len(text) > LONGEST_DESCRIPTION or any(c.isdigit() for c in text):
        return False
    words = [match.group().lower() for match in _WORDS.finditer(text)]
    formal = [word.startswith(FORM_STEMS) for word in words]
    return any(formal) and all(fits or word in FORM_LINKS for fits, word in zip(formal, words, strict=True))


_REMARK = regex.compile(
    r"(?:На|В|Над|Под|Внизу|Вверху|Имеется|Имеются|Помета|Пометы|Резолюция|On|At|In|Above|Below|There (?:is|are))\s.{0,60}"
    r"(?:лист|документ|помет|резолюц|надпис|штамп|бланк|пол[ея]х|текст|sheet|page|document|inscription|resolution|letterhead|"
    r"stamp|margin)",
    regex.IGNORECASE,
)


def is_remark(text: str) -> bool:
    """Whether a line behind a source line is about what stands on the sheet: `На первом листе имеется помета …`."""
    return len(text) < 400 and _REMARK.match(text) is not None


def source_lines(text: str, lines: Sequence[Line], found: Sequence[Reference | Printed]) -> dict[int, SourceLine]:
    """The lines that may be source lines, by the offset of their beginning. One pass over lines and references."""
    sources: dict[int, SourceLine] = {}
    at = 0
    for index, line in enumerate(lines):
        while at < len(found) and found[at].start < line.start:
            at += 1
        if at < len(found) and found[at].start < line.end:
            labelled = lines[index - 1] if index else None
            source = _source_line(text, line, labelled, found, at)
            if source is not None:
                sources[line.start] = source
    return sources


def _source_line(
    text: str, line: Line, above: Line | None, found: Sequence[Reference | Printed], at: int
) -> SourceLine | None:
    label = kinds.label(line)
    if (
        label is None
        and above is not None
        and (over := kinds.label(above)) is not None
        and over.offset == len(above.text)
    ):
        label = over  # `Архив:` on a line of its own
        value = line.start
    else:
        value = line.start + (label.offset if label is not None else 0)
    if label is not None and label.role not in ("archive", "source"):
        return None
    while at < len(found) and found[at].start < line.end:  # a book may stand before the shelfmark, behind a label
        item = found[at]
        if isinstance(item, Reference) and _may_be_source(item):
            break
        at += 1
    else:
        return None
    reference = found[at]
    assert isinstance(reference, Reference)
    begin = value + (opening.end() if (opening := _OPENING.match(text[value : value + 4])) is not None else 0)
    before = published = None
    if reference.start > begin:
        words = text[(line.start if label is None else value) : reference.start].strip(" \t\u00a0(«—–-:,")
        if book_of(words) is not None:
            published = words
        elif label is None and is_description(words):
            words = _KEPT.sub("", words).rstrip(" .,:;(")
            before = (line.start, line.start + len(words))
        elif label is None:
            return None
    end, stop = reference.end, _line_end(text, line, reference.end)
    for other in found[at + 1 :]:
        if other.start >= line.end:
            break
        if not isinstance(other, Reference) or not other.chained:
            stop = other.start
            break
        end, stop = other.end, max(stop, _line_end(text, line, other.end))
    behind = text[end:stop]
    if (book := _PUBLISHED.search(behind)) is not None:
        published = text[end + book.start() : line.end].strip()
        stop = end + book.start()
        behind = behind[: book.start()]
    if len(behind) > LONGEST_DESCRIPTION and not is_description(behind):
        return None  # a sentence that begins with a shelfmark
    if reference.ibid is not None and behind.strip(" .,;)]\u00a0") and not is_description(behind):
        return None
    return SourceLine(line, reference, end, stop, before, None if label is None else label.role, published)


def _line_end(text: str, line: Line, offset: int) -> int:
    """Where the line ends in which a shelfmark ends: it can be broken over two, and its description stands behind it."""
    if offset <= line.end:
        return line.end
    found = _END.search(text, offset)
    return len(text) if found is None else found.start()


_END = regex.compile(r"[\r\n]")
_PUBLISHED = regex.compile(
    r"(?:Впервые\s|Ранее\s|Частично\s)?(?:[Оо]публ|[Пп]убликуе|[Нн]апечатан|[Пп]ечатается)|"
    r"(?:(?:First|Originally|Previously)\s)?[Pp]ublished|Printed in|(?:Источник|Source):\s"
)


def _may_be_source(reference: Reference) -> bool:
    if reference.ibid is not None:
        return bool(reference.levels)
    return reference.archive is not None or "fond" in reference.levels
