"""From a document's record to its model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.model import Body, Date, Document, Note, Person, Publication, Repeated
from archcite.transcript.physical import physical_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archcite.model import Citation
    from archcite.transcript.apparatus import NoteReading
    from archcite.transcript.dates import DateReading
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.people import NameReading
    from archcite.transcript.reading import Text


def document_model(text: Text, record: DocumentRecord, citations: Sequence[Citation], id_: str) -> Document:
    """The model of one document; `citations` are those within it, `id_` its identifier."""
    segment = record.segment
    source = segment.source
    end = segment.start + len(text.text[segment.start : segment.end].rstrip())
    cited = None if source is None else next((c for c in citations if c.end == source.end and c.role == "source"), None)
    return Document(
        file=text.file,
        line=text.locate(segment.start)[0],
        end_line=text.locate(end)[0],
        start=segment.start,
        end=end,
        id=id_,
        number=segment.number,
        title=record.title,
        kind=record.kind,
        genre=record.genre,
        authors=people(record.authors),
        recipients=people(record.recipients),
        others=people(record.others),
        date=None if record.date is None else date_model(record.date),
        place=record.place,
        description=record.description,
        source=cited,
        notes=tuple(
            _note(text, note, shown, citations) for note, shown in zip(record.notes, record.note_texts, strict=True)
        ),
        body=Body(text=record.body_text, start=segment.body[0], end=segment.body[1]),
        publications=tuple(
            Publication(
                title=book.title,
                compilers=book.compilers,
                place=book.place,
                year=book.year,
                page=book.page,
                number=book.number,
                issue=book.issue,
                written=book.written,
            )
            for book in record.publications
        ),
        origins=record.origins,
        forms=physical_forms(record.description or ""),
        repeated=tuple(Repeated(start=one.start, end=one.end, first=one.first) for one in record.repeated),
        signature=record.signature,
        breaks_off=record.breaks_off,
        doubts=tuple(dict.fromkeys(record.doubts)),
    )


def people(readings: Iterable[NameReading]) -> tuple[Person, ...]:
    """The models of authors or addressees."""
    return tuple(Person(name=reading.name, written=reading.written, kind=reading.kind) for reading in readings)


def date_model(reading: DateReading) -> Date:
    """The model of a date."""
    return Date(
        edtf=reading.edtf,
        written=reading.written,
        supplied=reading.supplied,
        calendar=reading.calendar,
        calendar_from=reading.calendar_from,
        gregorian=reading.gregorian,
    )


def _note(text: Text, note: NoteReading, shown: str, citations: Sequence[Citation]) -> Note:
    return Note(
        marker=note.marker,
        found=note.found,
        text=shown,
        start=note.start,
        end=note.end,
        line=text.locate(note.start)[0],
        citations=tuple(c for c in citations if note.start <= c.start < note.end),
    )
