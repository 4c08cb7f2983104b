"""What a row of a list shows: the columns of documents and of citations, in one place.

A `View` has two sets of columns. `short` is for reading (`table`, `plain`, `markdown` and the other formats
of text); `full` is for other programs (`csv`, `tsv`): every level in a column of its own. `json` and `jsonl`
take no columns: they are the records whole.

A new column is one more `Column` in one of the tuples at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from archcite.transcript.markup import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archcite.model import Citation, CitedArchive, Date, Document, Holding, Merged, Person, Possible

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Column(Generic[Record]):
    """One column: its header, the cell of a record, and its rank on a narrow terminal.

    `priority` 0 keeps its width; the others are folded, the highest first. Where the table is too wide, 9
    stands above the rows that share its value and 8 under its row (as in `archcite.cli.console`).
    """

    header: str
    cell: Callable[[Record], str]
    priority: int = 0


@dataclass(frozen=True, slots=True)
class View(Generic[Record]):
    """The columns of one kind of record."""

    short: tuple[Column[Record], ...]
    full: tuple[Column[Record], ...]


def documents(names: Callable[[str], str] = str.upper) -> View[Document]:
    """The view of `list`. `names` gives the short name of an archive for its id (else the id stands)."""
    return View(
        short=(
            Column("No.", lambda d: d.number or ""),
            Column("Date", lambda d: day(d.date) if d.date else ""),
            Column("From → to", correspondents, 1),
            Column("Shelfmark", lambda d: shelfmark(d.source, names) if d.source else ""),
            Column("File", lambda d: d.file, 9),
        ),
        full=(
            Column("file", lambda d: d.file),
            Column("line", lambda d: str(d.line)),
            Column("id", lambda d: d.id),
            Column("number", lambda d: d.number or ""),
            Column("date", lambda d: d.date.edtf if d.date else ""),
            Column("date_written", lambda d: d.date.written if d.date else ""),
            Column("supplied", lambda d: joined(d.date.supplied) if d.date else ""),
            Column("calendar", lambda d: d.date.calendar if d.date else ""),
            Column("gregorian", lambda d: d.date.gregorian if d.date else ""),
            Column("kind", lambda d: d.kind or ""),
            Column("title", lambda d: d.title or ""),
            Column("authors", lambda d: people(d.authors)),
            Column("recipients", lambda d: people(d.recipients)),
            Column("place", lambda d: d.place or ""),
            *_of_source(*_levels(), *_judgement()),
            Column("description", lambda d: d.description or ""),
            Column("notes", lambda d: str(len(d.notes))),
            Column("pair", lambda d: d.pair or ""),
        ),
    )


def holdings() -> View[Holding]:
    """The view of `reconcile`: a row a shelfmark, with the forms that its archive's names give it and its witnesses."""
    return View(
        short=(
            Column("Present form", lambda h: h.present),
            Column("Also cited under", lambda h: ", ".join(form.partition(". ")[0] for form in h.former), 2),
            Column("Certainty", _certainty, 1),
            Column("Witnesses", lambda h: joined(f"{w.file}:{w.line} {w.written}" for w in h.witnesses), 9),
        ),
        full=(
            Column("shelfmark", lambda h: h.shelfmark),
            Column("present", lambda h: h.present),
            Column("former", lambda h: joined(h.former)),
            Column("certainty", lambda h: h.certainty),
            Column("rule", lambda h: h.rule or ""),
            Column("possible", lambda h: joined(map(_possible, h.possible))),
            Column("witnesses", lambda h: joined(f"{w.file}:{w.line} {w.written}" for w in h.witnesses)),
        ),
    )


def _certainty(holding: Holding) -> str:
    by = holding.rule and f"rule {holding.rule}"
    sure = f"{holding.certainty} ({by})" if by and by not in holding.certainty else holding.certainty
    return "; ".join([sure, *(f"possibly {_possible(one)}" for one in holding.possible)])


def _possible(one: Possible) -> str:
    return f"{one.form} ({f'rule {one.rule}' if one.rule else 'list of fonds'}, {one.provenance})"


def merged(names: Callable[[str], str] = str.upper) -> View[Merged]:
    """The view of `list --merge`: a row a document, with all its witnesses and the names its archive has there."""
    return View(
        short=(
            Column("No.", lambda m: m.number or ""),
            Column("Date", lambda m: day(m.date) if m.date else ""),
            Column("From → to", correspondents, 1),
            Column("Shelfmark", lambda m: shelfmark(m.source, names) if m.source else ""),
            Column("Witnesses", lambda m: " ".join(m.witnesses), 9),
        ),
        full=(
            Column("number", lambda m: m.number or ""),
            Column("date", lambda m: m.date.edtf if m.date else ""),
            Column("gregorian", lambda m: m.date.gregorian if m.date else ""),
            Column("kind", lambda m: m.kind or ""),
            Column("authors", lambda m: people(m.authors)),
            Column("recipients", lambda m: people(m.recipients)),
            *_of_source(*(column for column in _levels() if column.header != "archive_written")),
            Column("shelfmark", lambda m: m.shelfmark or ""),
            Column("archives_written", lambda m: joined(m.archives_written)),
            Column("witnesses", lambda m: joined(m.witnesses)),
        ),
    )


def citations(names: Callable[[str], str] = str.upper, *, unresolved: bool = False) -> View[Citation]:
    """The view of `list --citations`; with `unresolved`, status and reason are short columns too."""
    short: tuple[Column[Citation], ...] = (
        Column("File", lambda c: c.file, 9),
        Column("Line", lambda c: str(c.line)),
        Column("No.", lambda c: c.document or ""),
        Column("Shelfmark", lambda c: shelfmark(c, names)),
        Column("As written", lambda c: shown(c.text), 2),
    )
    if unresolved:
        short += (Column("Status", lambda c: c.status), Column("Reason", lambda c: c.reason or "", 8))
    return View(
        short=short,
        full=(
            Column("file", lambda c: c.file),
            Column("line", lambda c: str(c.line)),
            Column("column", lambda c: str(c.column)),
            Column("start", lambda c: str(c.start)),
            Column("end", lambda c: str(c.end)),
            Column("document", lambda c: c.document or ""),
            Column("role", lambda c: c.role),
            Column("text", lambda c: c.text),
            *_levels(),
            Column("extra", lambda c: joined(f"{e.kind}={e.value}" for e in c.extra)),
            Column("inherited", lambda c: joined(c.inherited)),
            *_judgement(),
            Column("reason", lambda c: c.reason or ""),
        ),
    )


def shelfmark(citation: Citation, names: Callable[[str], str] = str.upper) -> str:
    """A reference on one short line with every level labelled: `RGASPI f.558 op.1 d.5397 l.2`.

    The archive has its present short name; one that has no id stands as written, with a question mark where
    its name fits several archives. A reference that is not resolved ends in `?`.
    """
    parts = [archive(citation.archive, names)]
    parts += [f"f.{citation.fond}"] if citation.fond is not None else []
    parts += [f"op.{citation.opis}"] if citation.opis is not None else []
    parts += [f"d.{','.join(citation.dela)}"] if citation.dela else []
    parts += [f"{extra.kind} {extra.value}" for extra in citation.extra]
    parts += [f"l.{','.join(citation.sheets)}"] if citation.sheets else []
    if citation.status in ("unresolved", "ambiguous"):
        parts.append("?")
    return " ".join(part for part in parts if part)


def archive(cited: CitedArchive | None, names: Callable[[str], str] = str.upper) -> str:
    """The short name of an archive; `""` where none is named."""
    if cited is None:
        return ""
    if cited.id is not None:
        return names(cited.id)
    return (cited.written or "") + ("?" if cited.candidates else "")


def day(date: Date) -> str:
    """EDTF, with the parts that the editors supplied in their brackets: `[1917]-12-27`."""
    parts = date.edtf.split("-")
    names = ("year", "month", "day")
    if not date.supplied or "/" in date.edtf or not parts[0] or len(parts) > len(names):
        return date.edtf
    pairs = zip(names, parts, strict=False)
    return "-".join(f"[{part}]" if name in date.supplied else part for name, part in pairs)


def correspondents(document: Document | Merged) -> str:
    """`I. V. Stalin → V. I. Lenin`, or the authors alone, or `→` and the recipients alone."""
    authors = ", ".join(person.name for person in document.authors)
    recipients = ", ".join(person.name for person in document.recipients)
    return f"{authors} → {recipients}".strip() if recipients else authors


def people(persons: Iterable[Person]) -> str:
    """Names in one cell."""
    return joined(person.name for person in persons)


def joined(values: Iterable[str]) -> str:
    """Several values in one cell: `; ` between them, as in the fields of library catalogues."""
    return "; ".join(values)


def _levels() -> tuple[Column[Citation], ...]:
    return (
        Column("archive", lambda c: (c.archive.id or "") if c.archive else ""),
        Column("archive_written", lambda c: (c.archive.written or "") if c.archive else ""),
        Column("fond", lambda c: c.fond or ""),
        Column("opis", lambda c: c.opis or ""),
        Column("dela", lambda c: joined(c.dela)),
        Column("sheets", lambda c: joined(c.sheets)),
    )


def _judgement() -> tuple[Column[Citation], ...]:
    return (
        Column("shelfmark", lambda c: c.shelfmark or ""),
        Column("repairs", lambda c: joined(f"{r.written} > {r.read}" for r in c.repairs)),
        Column("status", lambda c: c.status),
    )


def _of_source(*columns: Column[Citation]) -> Iterator[Column[Any]]:
    """Columns of a citation, for the source line of a record (Document or Merged) that may lack one."""
    for column in columns:
        yield Column(column.header, _cell_of_source(column.cell))


def _cell_of_source(cell: Callable[[Citation], str]) -> Callable[[Document | Merged], str]:
    return lambda record: cell(record.source) if record.source else ""
