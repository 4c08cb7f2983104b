"""One document's record: who wrote to whom, when and where, and from which line each of it came.

The header comes first. What it lacks comes from the place-and-date line and the signature of the text; nothing is
taken from anywhere else, and each field says where it is from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import regex

from archcite.transcript.apparatus import read_notes
from archcite.transcript.crossrefs import cross_references
from archcite.transcript.datelines import OPENING_LINES, read_datelines
from archcite.transcript.headerlines import is_marking, is_salutation, place_and_way
from archcite.transcript.linedates import is_date_line
from archcite.transcript.people import is_office, name_key, read_people
from archcite.transcript.physical import physical_forms
from archcite.transcript.places import read_place
from archcite.transcript.publications import cited_book, collection, published
from archcite.transcript.signatures import read_signatures
from archcite.transcript.stutter import repeated
from archcite.transcript.titleends import copied, cut_copy, cut_place
from archcite.transcript.titles import read_title
from archcite.transcript.titlewords import read_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Kind, Origin
    from archcite.transcript.apparatus import NoteReading
    from archcite.transcript.crossrefs import CrossReference
    from archcite.transcript.dates import DateReading
    from archcite.transcript.headers import Segment
    from archcite.transcript.lines import Line
    from archcite.transcript.people import NameReading
    from archcite.transcript.publications import PublicationReading
    from archcite.transcript.stutter import Repeat
    from archcite.transcript.titles import TitleReading

LONGEST_LINE = 120
"""Code points of the longest line that can name a kind or be a place-and-date line."""


@dataclass(slots=True)
class DocumentRecord:
    """What was read of one document; `origins` says for each header field where it came from."""

    segment: Segment
    title: str | None
    kind: Kind | None
    authors: tuple[NameReading, ...]
    recipients: tuple[NameReading, ...]
    date: DateReading | None
    place: str | None
    description: str | None
    signature: str | None
    notes: list[NoteReading]
    publications: list[PublicationReading]
    genre: str | None = None
    others: tuple[NameReading, ...] = ()
    origins: dict[str, Origin] = field(default_factory=dict)
    breaks_off: bool = False
    doubts: list[str] = field(default_factory=list)
    body_text: str = ""
    note_texts: list[str] = field(default_factory=list)
    """As a reader sees them; the spans of a page's parts are moved into the file, where tags stand between the words."""
    repeated: list[Repeat] = field(default_factory=list)
    see: list[CrossReference] = field(default_factory=list)
    """What its notes refer to, in order."""


def read_document(text: str, segment: Segment, furniture: Sequence[Line]) -> DocumentRecord:
    """The record of one segment. `furniture` are the lines outside all documents of its file."""
    publications = _publications(segment, furniture)
    reading = segment.title_reading
    record = DocumentRecord(
        segment,
        title=None if segment.title is None else segment.title.text,
        kind=None if reading is None else reading.kind,
        authors=() if reading is None else reading.authors,
        recipients=() if reading is None else reading.recipients,
        date=segment.date if segment.date is not None else None if reading is None else reading.date,
        place=None if reading is None else reading.place,
        description=_description(text, segment),
        signature=None,
        notes=[note for span in segment.notes for note in read_notes(text, *span, segment.body)],
        publications=publications,
        genre=None if reading is None else reading.genre,
        others=() if reading is None else reading.others,
    )
    for name in ("kind", "authors", "recipients", "date", "place"):
        if getattr(record, name):
            record.origins[name] = "header"
    if record.title is not None:
        record.origins["title"] = "header"
    _from_labels(record)
    _from_kind_line(record)
    read_datelines(record)
    _from_signature(record)
    _doubts(record, reading)
    record.breaks_off = _breaks_off(text, record)
    record.body_text = text[slice(*segment.body)]
    record.note_texts = [text[note.start : note.end] for note in record.notes]
    record.repeated = [one for span in (segment.body, *segment.notes) for one in repeated(text, *span)]
    record.see = [one for note in record.notes for one in cross_references(text, note.start, note.end)]
    return record


def _publications(segment: Segment, furniture: Sequence[Line]) -> list[PublicationReading]:
    """The books named beside the source line and in the metadata, and the file's collection."""
    found = []
    if segment.body_lines:
        book = cited_book(segment.body_lines[-1], dated=segment.source is None)
        if book is not None:
            found.append(book)
            segment.body_lines.pop()
            if segment.body_lines:
                segment.body = (segment.body[0], segment.body_lines[-1].end)
    found += [book for written in segment.published for book in published(written)]
    file_book = collection(furniture)
    if file_book is not None:
        found.append(replace(file_book, number=segment.number))
    return found


_KEPT = regex.compile(
    r"(?:^|\s)(?:(?:is\s)?(?:kept|held|preserved)(?:\s(?:in|at))?|(?:хранится|находится)(?:\s[вн]а?)?|[вн]а?|in|at)$"
)


def _description(text: str, segment: Segment) -> str | None:
    """The words about the form of the sheet beside the shelfmark, as written, without the last stop."""
    if segment.description is None:
        return None
    words = " ".join(text[slice(*segment.description)].split()).lstrip(f"{_AROUND})]")
    while words and words[-1] in f"{_AROUND})]":
        if words[-1] in _PAIRS and words.count(_PAIRS[words[-1]]) >= words.count(words[-1]):
            break  # it closes one of its own
        words = words[:-1]
    return _KEPT.sub("", words) or None


_PAIRS = {")": "(", "]": "["}
_AROUND = " .,;:([*_—–-⁰¹²³⁴⁵⁶⁷⁸⁹"


def _from_kind_line(record: DocumentRecord) -> None:
    """A line that is only a kind (`Statement`, `Телеграмма`) at the head of the text names it, if the header does not."""
    if record.kind is not None:
        return
    for line in record.segment.body_lines[:OPENING_LINES]:
        sent = place_and_way(line.text)
        written = line.text if sent is None else sent[1]
        first, stop, marked = written.partition(". ")
        if stop and is_marking(marked):
            written = first  # `Cipher. Out of turn.`
        title = read_title(written) if len(written) < LONGEST_LINE else None
        if title is not None and title.shape == "kind":
            record.kind, record.genre = title.kind, title.genre
            record.origins["kind"] = "header"
            return


def _from_labels(record: DocumentRecord) -> None:
    """Author, addressee, place and kind from the labels of a metadata block (`Автор: …`), where the title lacks them."""
    labels = record.segment.labels
    for role, name in (("author", "authors"), ("recipient", "recipients")):
        written = labels.get(role)  # type: ignore[call-overload]
        if not written:
            continue
        written, copies = cut_copy(cut_place(written)[0], "en" if written.isascii() else "ru")
        people = tuple(read_people(written, case="nominative"))
        if copies:
            record.others += copies
            record.doubts.append(copied(copies))
        of_title = getattr(record, name)
        if not of_title or _fuller(people, of_title):
            setattr(record, name, people)
            record.origins[name] = "header"
        elif not _agree(people, of_title):
            record.doubts.append(f"the title and the line `{written}` name different {name}")
    if record.place is None and (place := read_place(labels.get("place", ""))) is not None:
        record.place, record.origins["place"] = place[0], "header"
    if record.kind is None and (kind := read_kind(labels.get("kind", ""))) is not None and kind.kind is not None:
        record.kind, record.genre, record.origins["kind"] = kind.kind, kind.written, "header"


def _fuller(people: Sequence[NameReading], of_title: Sequence[NameReading]) -> bool:
    """Whether a label gives initials to the surnames of the title, or the name to its office (`the Soviet Ambassador`)."""
    return len(people) == len(of_title) and all(
        (" " not in bare.name and _same_surname(full, bare)) or (full.kind == "person" and _is_office(bare))
        for full, bare in zip(people, of_title, strict=True)
    )


def _is_office(name: NameReading) -> bool:
    words = name.written.split()[:3]
    return name.kind == "body" and any(is_office(" ".join(words[i:])) for i in range(len(words)))


def _same_surname(one: NameReading, other: NameReading) -> bool:
    return bool(name_key(one.name).surname & name_key(other.name).surname)


def _agree(people: Sequence[NameReading], of_title: Sequence[NameReading]) -> bool:
    """Whether a label names nobody whom the title does not name; two names of bodies are not compared."""
    return all(
        any(one.kind == other.kind == "body" or _same_surname(one, other) for other in of_title) for one in people
    )


_SHORT_WORD = regex.compile(r"\p{Ll}{1,8}\.?\s(?=\p{Lu})|\p{Ll}{1,8}\.?$")


def _doubts(record: DocumentRecord, reading: TitleReading | None) -> None:
    """Gather what the parts say of their own uncertainty."""
    record.doubts[:0] = record.segment.doubts
    if _begins_inside(record):
        record.doubts.append("its text begins in the middle of a sentence: the header stands elsewhere")
    if not record.segment.doubts and (line := _may_be_title(record)) is not None:
        record.doubts.append(f"title: the first line may be one that was not read: `{line}`")
    if reading is not None and reading.unsure is not None:
        record.doubts += [f"title: {doubt}" for doubt in reading.unsure.split("; ")]
    if record.date is not None and record.date.unsure is not None:
        record.doubts.append(f"date: {record.date.unsure}")
    behind = None if record.description is None else _SHORT_WORD.match(record.description)
    if behind is not None and not physical_forms(behind.group()):
        record.doubts.append(f"`{behind.group().strip()}` behind the shelfmark may belong to its sheets: `об.`, verso")
    if record.origins.get("authors") == "signature":
        record.doubts += [f"author: {name.unsure}" for name in record.authors if name.unsure is not None]


def _begins_inside(record: DocumentRecord) -> bool:
    """Whether the text of a document without a header goes on from a page before: its first line has a small letter."""
    segment = record.segment
    return (
        segment.title is None
        and segment.number is None
        and segment.original is None
        and bool(segment.body_lines)
        and segment.body_lines[0].text[0].islower()
        and " " in segment.body_lines[0].text
    )


_SENTENCE_END = regex.compile(r"[.!?…:;,»”\"]$")
LONGEST_TITLE = 110


def _may_be_title(record: DocumentRecord) -> str | None:
    """The first line of a text without a title, where it stands alone like a title above further text."""
    segment = record.segment
    if segment.title is not None or segment.original is not None or segment.labels or len(segment.body_lines) < 2:
        return None
    first, second = segment.body_lines[:2]
    apart = second.number > first.number + 1 or len(second.text) <= LONGEST_TITLE // 2
    if is_date_line(first.text) is not None or (record.date is not None and record.date.written in first.text):
        return None
    if is_salutation(first.text):
        return None
    if not apart or len(first.text) > LONGEST_TITLE or _SENTENCE_END.search(first.text.rstrip()) is not None:
        return None
    return first.text.strip()


def _from_signature(record: DocumentRecord) -> None:
    """The signatures under the text; they are the authors where the header names none."""
    signatures = read_signatures(record.segment.body_lines)
    if not signatures.names:
        return
    record.signature = signatures.written
    if not record.authors and signatures.last:
        record.authors = signatures.names
        record.origins["authors"] = "signature"


_ENDED = regex.compile(r"[.!?…:;»”\"’')\]}*>]$")
LEAST_PROSE = 8
"""Words of the shortest last paragraph that must end in a stop: shorter notes are often a bare name."""


def _breaks_off(text: str, record: DocumentRecord) -> bool:
    """Whether the last paragraph of the document stops in the middle of a sentence."""
    segment = record.segment
    if record.notes and unfinished(text[record.notes[-1].start : record.notes[-1].end].rstrip()):
        return True
    if not segment.body_lines or (record.notes and segment.source is None):
        return False
    last = segment.body_lines[-1].text
    if segment.source is None:
        return unfinished(last)
    small = sum(word[0].islower() for word in last.split())  # else signatures may stand in one line
    return unfinished(last) and small * 2 > len(last.split()) and is_date_line(last) is None


def unfinished(paragraph: str) -> bool:
    """Whether a paragraph, the last of a text if there are several, has no end."""
    paragraph = paragraph[paragraph.rfind("\n") + 1 :]
    return len(paragraph.split()) >= LEAST_PROSE and _ENDED.search(paragraph) is None
