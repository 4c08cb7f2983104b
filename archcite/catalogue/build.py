"""From files to the typed catalogue: scan, divide, resolve within each document, and make the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archcite.errors import InputError
from archcite.model import Catalogue, Citation, CitedArchive, Extra, Repair, Skipped
from archcite.notation.resolve import resolve
from archcite.notation.scanner import Scanner
from archcite.transcript.documents import read_document
from archcite.transcript.reading import Source, Text, expand, read
from archcite.transcript.segments import divide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from archcite.archives import Authority
    from archcite.model import Document, Role
    from archcite.notation.records import Printed, Reference, Resolved
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.lines import Line
    from archcite.transcript.segments import Layout, Segment


@dataclass(slots=True)
class FileView:
    """One file read: its text, its documents and citations, and what was set aside."""

    text: Text
    documents: list[Document]
    citations: list[Citation]
    furniture: list[Line] = field(default_factory=list)
    records: list[DocumentRecord] = field(default_factory=list)
    """As many as `documents`, in the same order: what the models leave out (spans of the header, paths)."""


class Reader:
    """Reads files with one authority file; keeps what is costly to make."""

    __slots__ = ("_scanner", "authority", "encoding")

    def __init__(self, authority: Authority, encoding: str | None = None) -> None:
        self.authority = authority
        self.encoding = encoding
        self._scanner = Scanner(authority)

    def files(self, paths: Sequence[str], skipped: Callable[[InputError], None]) -> Iterator[FileView]:
        """Read files, folders and `-` one after another; what cannot be read is handed to `skipped`, the rest is done."""
        for source in expand(paths):
            try:
                yield self.file(source)
            except InputError as error:
                skipped(error)

    def file(self, source: Source | str) -> FileView:
        """Read one file. Raises InputError."""
        return self.text(read(source, self.encoding))

    def text(self, text: Text) -> FileView:
        """Read a decoded text."""
        from archcite.catalogue.models import document_model

        found = list(self._scanner.scan(text.text))
        layout = divide(text.text, text.line_starts(), found)
        citations: list[Citation] = []
        documents: list[Document] = []
        records: list[DocumentRecord] = []
        unnumbered = 0
        for segment, items in _scopes(layout, found):
            if segment is None:
                citations += [citation(text, item, "text", None) for item in resolve(items)]
                continue
            own = [citation(text, item, _role(segment, item.reference), segment.number) for item in resolve(items)]
            citations += own
            record = read_document(text.text, segment, layout.furniture)
            unnumbered += segment.number is None
            mark = segment.number if segment.number is not None else f":{unnumbered}"
            documents.append(document_model(text, record, own, f"{text.file}#{mark}"))
            records.append(record)
        return FileView(text, documents, citations, layout.furniture, records)

    def reference(self, written: str) -> list[Citation]:
        """Read a string typed by a user; its citations, resolved among themselves."""
        text = Text("", written, "utf-8")
        return [citation(text, item, "text", None) for item in resolve(list(self._scanner.scan(written)))]


def build(views: Iterable[FileView], errors: Iterable[InputError] = ()) -> Catalogue:
    """The catalogue of files that were read, with originals and translations paired."""
    from archcite.catalogue.pairs import pair

    views = list(views)
    documents = pair(views)
    return Catalogue(
        documents=tuple(documents),
        citations=tuple(item for view in views for item in view.citations),
        skipped=tuple(Skipped(file=error.path, reason=error.reason) for error in errors),
    )


def _scopes(
    layout: Layout, found: Sequence[Reference | Printed]
) -> Iterator[tuple[Segment | None, list[Reference | Printed]]]:
    """The references document by document, and those between documents; inheritance never leaves a scope."""
    at = 0
    for segment in layout.segments:
        outside = []
        while at < len(found) and found[at].start < segment.start:
            outside.append(found[at])
            at += 1
        if outside:
            yield None, outside
        inside = []
        while at < len(found) and found[at].start < segment.end:
            inside.append(found[at])
            at += 1
        yield segment, inside
    if at < len(found):
        yield None, list(found[at:])


def _role(segment: Segment, reference: Reference) -> Role:
    line = segment.source_line
    if line is not None and line[0] <= reference.start < line[1]:
        return "source"
    if segment.notes is not None and segment.notes[0] <= reference.start < segment.notes[1]:
        return "note"
    return "text"


def citation(text: Text, item: Resolved, role: Role, document: str | None) -> Citation:
    """The model of one resolved reference."""
    reference = item.reference
    line, column = text.locate(reference.start)
    own = reference.archive
    archive = None
    if own is not None:
        archive = CitedArchive(id=own.id, written=own.written, candidates=own.candidates)
    elif "archive" in item.inherited:
        archive = CitedArchive(id=item.archive_id, written=None, candidates=item.candidates)
    return Citation(
        file=text.file,
        line=line,
        column=column,
        start=reference.start,
        end=reference.end,
        text=text.text[reference.start : reference.end],
        archive=archive,
        fond=item.levels.get("fond", (None,))[0],
        opis=item.levels.get("opis", (None,))[0],
        dela=item.levels.get("dela", ()),
        sheets=item.levels.get("sheets", ()),
        extra=tuple(Extra(kind=piece.kind, value=piece.value, written=piece.written) for piece in item.extra),
        inherited=item.inherited,
        role=role,
        document=document,
        shelfmark=item.shelfmark,
        repairs=tuple(Repair.model_validate(repair) for repair in reference.repairs),
        status=item.status,
        reason=item.reason,
    )
