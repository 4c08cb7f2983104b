"""From files to the typed catalogue: scan, divide, resolve within each document, and make the models."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archcite.errors import InputError
from archcite.model import Archive, ArchiveName, Catalogue, Citation, CitedArchive, Extra, Repair, Skipped
from archcite.notation.cotes import cotes
from archcite.notation.resolve import name_key, resolve
from archcite.notation.scanner import Scanner
from archcite.transcript.reading import Source, Text, expand, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from archcite.archives import Authority
    from archcite.model import Document, Role
    from archcite.notation.records import Printed, Reference, Resolved
    from archcite.transcript.documents import DocumentRecord
    from archcite.transcript.lines import Line
    from archcite.transcript.markup import Page
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

    def cited(self) -> Iterator[tuple[Citation, Document | None]]:
        """Every citation with the document that it stands in, null for those outside all documents."""
        documents = iter(self.documents)
        document = next(documents, None)
        for citation in self.citations:
            while document is not None and document.end <= citation.start:
                document = next(documents, None)
            yield citation, document if document is not None and document.start <= citation.start else None


class Reader:
    """Reads files with one authority file; keeps what is costly to make."""

    __slots__ = ("_decided", "_scanner", "authority", "encoding")

    def __init__(
        self, authority: Authority, encoding: str | None = None, abbreviations: Mapping[str, str] | None = None
    ) -> None:
        """`abbreviations` says which archive, by id, an ambiguous abbreviation means. Raises UsageError for a wrong id."""
        self.authority = authority
        self.encoding = encoding
        self._decided = {name_key(short): authority.get(id_).id for short, id_ in (abbreviations or {}).items()}
        self._scanner = Scanner(authority)

    def files(self, paths: Sequence[str], skipped: Callable[[InputError], None]) -> Iterator[FileView]:
        """Read files, folders and `-` in order; what cannot be read is handed to `skipped`, the rest is done."""
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
        # a single reference needs none of these, and they take a third of the start
        from archcite.catalogue.models import document_model
        from archcite.transcript import relocate
        from archcite.transcript.documents import read_document
        from archcite.transcript.markup import page_of
        from archcite.transcript.segments import divide

        page = page_of(text.text, text.file)
        seen = text if page is None else Text(text.file, page.text, text.encoding)
        numbers = None if page is None else page.line_numbers(seen.line_starts(), text.line_starts())
        found = list(self._scanner.scan(seen.text))
        layout = divide(seen.text, seen.line_starts(), found, numbers)
        citations: list[Citation] = []
        documents: list[Document] = []
        records: list[DocumentRecord] = []
        numbered: dict[str, int] = {}
        for segment, items in _scopes(layout, found):
            if segment is None:
                citations += [self._citation(text, item, "text", None, page) for item in resolve(items, self._decided)]
                continue
            own = [
                self._citation(text, item, _role(segment, item.reference), segment.number, page)
                for item in resolve(items, self._decided)
            ]
            citations += own
            record = read_document(seen.text, segment, layout.furniture)
            if page is not None:
                relocate.record(record, page)
            own_number = segment.number or ""
            count = numbered[own_number] = numbered.get(own_number, 0) + 1
            mark = own_number if own_number and count == 1 else f"{own_number}:{count}"
            documents.append(document_model(text, record, own, f"{text.file}#{mark}"))
            records.append(record)
        furniture = layout.furniture if page is None else relocate.lines(layout.furniture, page)
        return FileView(text, documents, citations, furniture, records)

    def reference(self, written: str) -> list[Citation]:
        """Read what a user typed as a reference, or as one a line; its citations, resolved among themselves.

        There a line of numbers and slashes alone is a short cote, though it names no archive: `517/1/1080/12`.
        """
        text = Text("", written, "utf-8")
        found = [*self._scanner.scan(written), *cotes(written)]
        found.sort(key=lambda one: one.start)
        return [self._citation(text, item, "text", None) for item in resolve(found, self._decided)]

    def _citation(
        self, text: Text, item: Resolved, role: Role, document: str | None, page: Page | None = None
    ) -> Citation:
        """The model of one resolved reference; on a page its offsets are those of the page."""
        reference = item.reference
        if page is not None:
            from archcite.transcript import relocate

            reference = relocate.reference(reference, page)
        line, column = text.locate(reference.start)
        return Citation(
            file=text.file,
            line=line,
            column=column,
            start=reference.start,
            end=reference.end,
            text=text.text[reference.start : reference.end],
            archive=self._archive(item),
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
            reason_kind=None if item.why is None else item.why.kind,
        )

    def _archive(self, item: Resolved) -> CitedArchive | None:
        """The archive of a reference, with the name used and the years in which it bore that name."""
        mention = item.archive
        if mention is None:
            return None
        name = years = None
        if mention.id is not None:
            name, years = self.authority.name_used(mention.id, mention.written, mention.name_index)
        written = mention.written if item.reference.archive is not None else None
        return CitedArchive(id=mention.id, written=written, candidates=mention.candidates, name=name, years=years)


def build(views: Iterable[FileView], authority: Authority, errors: Iterable[InputError] = ()) -> Catalogue:
    """The catalogue of files that were read, with originals and translations paired."""
    from archcite.catalogue.pairs import pair

    views = list(views)
    documents = pair(views)
    ids = {c.archive.id for view in views for c in view.citations if c.archive is not None and c.archive.id is not None}
    return Catalogue(
        documents=tuple(documents),
        citations=tuple(item for view in views for item in view.citations),
        archives=tuple(_archive(authority, id_) for id_ in sorted(ids)),
        skipped=tuple(Skipped(file=error.path, reason=error.reason) for error in errors),
    )


def _archive(authority: Authority, id_: str) -> Archive:
    known = authority.get(id_)
    return Archive(
        id=id_,
        abbreviation=known.abbr(),
        name=known.name(),
        name_en=known.name("en"),
        city=known.city("en"),
        country=known.country,
        names=tuple(
            ArchiveName(name=one.name, abbreviation=one.abbr, first=one.from_, last=one.to) for one in known.names
        ),
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
    for span in (segment.source_line, segment.repeated_source):
        if span is not None and span[0] <= reference.start < span[1]:
            return "source"
    if any(start <= reference.start < end for start, end in segment.notes):
        return "note"
    return "text"
