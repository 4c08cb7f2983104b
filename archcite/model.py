"""The typed catalogue: what every other room speaks.

All models are frozen; together they have one JSON Schema (`archcite schema`). Offsets are code points of the
decoded text (a byte-order mark counts for nothing), `end` is exclusive; lines and columns count from 1.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["resolved", "partial", "unresolved", "ambiguous"]
Role = Literal["source", "note", "text"]
LevelName = Literal["archive", "fond", "opis", "dela"]
RepairLevel = Literal["archive", "fond", "opis", "dela", "sheets", "extra", "ibid", "punctuation", "characters"]
Kind = Literal[
    "letter", "telegram", "cipher-telegram", "note", "statement", "protocol", "resolution",
    "report", "circular", "record", "order", "directive",
]
Origin = Literal["header", "dateline", "signature", "original", "path"]
DatePart = Literal["year", "month", "day"]
Calendar = Literal["julian", "gregorian"]
MarkerFound = Literal["printed", "eaten", "glued", "spelt-out", "unsure"]


class Frozen(BaseModel):
    """Base of the models: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True, populate_by_name=True)


class Repair(Frozen):
    """One thing that stood garbled and how it was read."""

    level: RepairLevel
    written: str
    read: str
    reason: str


class CitedArchive(Frozen):
    """The archive of a citation: `id` from the authority file, null if it has none or several candidates."""

    id: str | None
    written: str | None = Field(description="as the text has it; null where the archive is inherited")
    candidates: tuple[str, ...] = Field(default=(), description="ids, where the name fits several archives")


class Extra(Frozen):
    """A level beside the four: folder, volume, part, document number, year, section, title …"""

    kind: str
    value: str
    written: str


class Citation(Frozen):
    """One archival reference, resolved as far as its document allows."""

    file: str
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str = Field(description="exactly what stands at start..end")
    archive: CitedArchive | None
    fond: str | None
    opis: str | None
    dela: tuple[str, ...]
    sheets: tuple[str, ...] = Field(description="a range is one item with a hyphen; verso is a trailing v")
    extra: tuple[Extra, ...] = ()
    inherited: tuple[LevelName, ...] = Field(default=(), description="levels that came from an earlier reference")
    role: Role
    document: str | None = Field(description="number of the document it stands in")
    shelfmark: str | None = Field(description="one key: the same for every way of writing the same sheets")
    repairs: tuple[Repair, ...] = ()
    status: Status
    reason: str | None = Field(default=None, description="why the status is not `resolved`")


class Date(Frozen):
    """A date in the calendar of its document."""

    edtf: str = Field(description="EDTF level 1, without a qualifier for a supplied part")
    written: str
    supplied: tuple[DatePart, ...] = Field(default=(), description="the parts in the editors' brackets")
    calendar: Calendar
    calendar_from: str = Field(description="what decided the calendar")
    gregorian: str = Field(description="the same day in the Gregorian calendar")


class Person(Frozen):
    """An author or addressee: initials first, surname last, nominative, in the script of the text."""

    name: str
    written: str
    kind: Literal["person", "body"] = "person"


class Note(Frozen):
    """One note of the apparatus."""

    marker: str | None
    found: MarkerFound
    text: str
    start: int
    end: int
    line: int
    citations: tuple[Citation, ...] = ()


class Body(Frozen):
    """The text of the document itself, from the first line after the header to the last before the source line."""

    text: str
    start: int
    end: int


class Publication(Frozen):
    """A book or journal that the file says the document was published in."""

    title: str
    compilers: tuple[str, ...] = ()
    place: str | None = None
    year: str | None = None
    page: str | None = None
    number: str | None = None
    written: str


class Document(Frozen):
    """One document of a transcription."""

    file: str
    line: int = Field(ge=1)
    end_line: int = Field(ge=1)
    id: str = Field(description="FILE#NUMBER, or FILE#:N for the Nth unnumbered document")
    number: str | None
    title: str | None
    kind: Kind | None
    authors: tuple[Person, ...]
    recipients: tuple[Person, ...]
    date: Date | None
    place: str | None
    description: str | None
    source: Citation | None
    notes: tuple[Note, ...]
    body: Body
    pair: str | None = None
    publications: tuple[Publication, ...] = ()
    origins: dict[str, Origin] = Field(default_factory=dict, alias="from")
    signature: str | None = Field(default=None, description="the name under the text, as written")
    breaks_off: bool = Field(default=False, description="the text stops in the middle of a sentence")


class Merged(Frozen):
    """One document and all its witnesses: records with the same shelfmark and day."""

    shelfmark: str | None
    number: str | None
    date: Date | None
    kind: Kind | None
    authors: tuple[Person, ...]
    recipients: tuple[Person, ...]
    source: Citation | None
    archives_written: tuple[str, ...] = Field(description="the names of the archive that the witnesses have")
    witnesses: tuple[str, ...] = Field(description="ids of the documents")


class Skipped(Frozen):
    """An input that could not be read, and why."""

    file: str
    reason: str


class Catalogue(Frozen):
    """Everything that was read, in the order of the files given and of the place in the file."""

    documents: tuple[Document, ...]
    citations: tuple[Citation, ...] = Field(description="all references, unresolved ones included")
    skipped: tuple[Skipped, ...] = ()
