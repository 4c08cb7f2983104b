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
RepairKind = Literal[
    "look-alike name",
    "misspelt name",
    "look-alike label",
    "label by place",
    "missing label",
    "letters for digits",
    "spelt-out number",
    "split number",
    "mistranslated",
    "both alphabets",
    "other alphabet",
    "stop behind label",
    "joint of levels",
    "joint of archive",
    "separator",
    "hyphens",
    "hidden characters",
]
ReasonKind = Literal[
    "no archive",
    "unknown archive",
    "ambiguous archive",
    "decided archive",
    "no fond",
    "doubtful numbers",
    "doubtful source",
    "several files",
    "unresolved source",
    "printed source",
    "no source",
    "no link",
]
Kind = Literal[
    "letter",
    "telegram",
    "cipher-telegram",
    "note",
    "statement",
    "protocol",
    "resolution",
    "report",
    "circular",
    "record",
    "order",
    "directive",
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

    level: RepairLevel = Field(description="what was repaired: a level, an ibid word, punctuation, characters")
    written: str = Field(description="what stands in the text")
    read: str = Field(description="how it was read")
    kind: RepairKind = Field(description="what went wrong, one of a closed list; `reason` says it in words")
    reason: str = Field(description="why it was read so")


class ArchiveName(Frozen):
    """One official name of an archive and the years in which it bore it."""

    name: str = Field(description="in the archive's own language")
    abbreviation: str | None = Field(description="official abbreviation, null if there was none")
    first: str | None = Field(description="EDTF date from which it bore the name")
    last: str | None = Field(description="EDTF date until which it bore it; null for the present name")


class Archive(Frozen):
    """An archive of the authority file that is cited; `archcite archives ID` shows all that is known of it."""

    id: str = Field(description="stable id in the authority file")
    abbreviation: str = Field(description="present abbreviation, in the archive's own script")
    name: str = Field(description="present name, in the archive's own language")
    name_en: str = Field(description="present name in English")
    city: str = Field(description="city, in English")
    country: str = Field(description="ISO 3166-1 code")
    names: tuple[ArchiveName, ...] = Field(description="all its names, the present one first")


class CitedArchive(Frozen):
    """The archive of a citation: `id` from the authority file, null if it has none or several candidates."""

    id: str | None = Field(description="id in the authority file")
    written: str | None = Field(description="as the text has it; null where the archive is inherited")
    candidates: tuple[str, ...] = Field(default=(), description="ids, where the name fits several archives")
    name: str | None = Field(
        default=None, description="the name used: its official abbreviation, in full if it has none"
    )
    years: str | None = Field(default=None, description="when the archive bore that name, as an EDTF interval")


class Extra(Frozen):
    """A level beside the four: folder, volume, part, document number, year, section, title …"""

    kind: str = Field(description="which level: volume, part, folder, document …")
    value: str = Field(description="its number or words")
    written: str = Field(description="label and value as they stand")


class Citation(Frozen):
    """One archival reference, resolved as far as its document allows."""

    file: str = Field(description="the path as given, or - for standard input")
    line: int = Field(ge=1, description="where it begins")
    column: int = Field(ge=1, description="in code points")
    start: int = Field(ge=0, description="offset of its first character")
    end: int = Field(ge=0, description="offset behind its last character")
    text: str = Field(description="what stands at start..end; of a page what a reader sees, without tags and entities")
    archive: CitedArchive | None = Field(description="null where none is named or inherited")
    fond: str | None = Field(description="in the script and with the letters of the text")
    opis: str | None = Field(description="in the script and with the letters of the text")
    dela: tuple[str, ...] = Field(description="files, in the script and with the letters of the text")
    sheets: tuple[str, ...] = Field(description="a range is one item with a hyphen; verso is a trailing v")
    extra: tuple[Extra, ...] = Field(default=(), description="levels beside the four")
    inherited: tuple[LevelName, ...] = Field(default=(), description="levels that came from an earlier reference")
    role: Role = Field(description="source: the document's own source line; note: in its notes; text: anywhere else")
    document: str | None = Field(description="number of the document it stands in")
    shelfmark: str | None = Field(description="one key: the same for every way of writing the same sheets")
    repairs: tuple[Repair, ...] = Field(default=(), description="none for a clean reference")
    status: Status = Field(description="how far it is resolved")
    reason: str | None = Field(default=None, description="why it is not resolved, or what settled an ambiguous archive")
    reason_kind: ReasonKind | None = Field(
        default=None, description="the same, one of a closed list: of the reference itself, or of the source before it"
    )


class Date(Frozen):
    """A date in the calendar of its document."""

    edtf: str = Field(description="EDTF level 1, without a qualifier for a supplied part")
    written: str = Field(description="as the text has it")
    supplied: tuple[DatePart, ...] = Field(default=(), description="the parts in the editors' brackets")
    calendar: Calendar = Field(description="that of the document")
    calendar_from: str = Field(description="what decided the calendar")
    gregorian: str = Field(description="the same day in the Gregorian calendar")


class Person(Frozen):
    """An author or addressee: initials first, surname last, nominative, in the script of the text."""

    name: str = Field(description="initials first, surname last, nominative, in the script of the text")
    written: str = Field(description="as the text has it")
    kind: Literal["person", "body"] = Field(default="person", description="a person or a body")


class Note(Frozen):
    """One note of the apparatus."""

    marker: str | None = Field(description="its number, also where it was eaten and the sequence gives it")
    found: MarkerFound = Field(description="how the marker was found")
    text: str = Field(description="the note, marker included; of a page what a reader sees")
    start: int = Field(description="offset of its first character")
    end: int = Field(description="offset behind its last character")
    line: int = Field(description="where it begins")
    citations: tuple[Citation, ...] = Field(default=(), description="the references in it")


class Body(Frozen):
    """The text of the document itself, from the first line after the header to the last before the source line."""

    text: str = Field(description="what stands at start..end; of a page what a reader sees, without tags and entities")
    start: int = Field(description="offset of its first character")
    end: int = Field(description="offset behind its last character")


class Repeated(Frozen):
    """A passage that repeats an earlier one word for word, as machine translation stutters."""

    start: int = Field(description="offset of its first character")
    end: int = Field(description="offset behind its last character")
    first: int = Field(description="offset of the passage that it repeats")


class CrossReference(Frozen):
    """A reference from a note to another note or document."""

    written: str = Field(description="as the note has it")
    start: int = Field(description="offset of its first character")
    end: int = Field(description="offset behind its last character")
    note: str | None = Field(description="marker of the note that it names")
    document: str | None = Field(description="number of the document that it names; null for its own")
    target: str | None = Field(description="id of the document it leads to")
    reason: str | None = Field(description="why it leads nowhere, or what is unsure")


class Publication(Frozen):
    """A book or journal that the file says the document was published in."""

    title: str = Field(description="title of the book or journal")
    compilers: tuple[str, ...] = Field(default=(), description="as the file names them, initials spaced")
    place: str | None = Field(default=None, description="of publication")
    year: str | None = Field(default=None, description="of publication")
    page: str | None = Field(default=None, description="where the document begins")
    number: str | None = Field(default=None, description="of the document in the book")
    issue: str | None = Field(default=None, description="of a journal, or the day of a newspaper")
    written: str = Field(description="the lines of the file that say so")


class Document(Frozen):
    """One document of a transcription."""

    file: str = Field(description="the path as given, or - for standard input")
    line: int = Field(ge=1, description="first line")
    end_line: int = Field(ge=1, description="last line")
    start: int = Field(ge=0, description="offset of its first character")
    end: int = Field(ge=0, description="offset behind its last character")
    id: str = Field(
        description="FILE#NUMBER, FILE#:N for the Nth unnumbered document, FILE#NUMBER:N if a number comes again"
    )
    number: str | None = Field(description="the number alone, null where the text gives none")
    title: str | None = Field(description="the header line as written")
    kind: Kind | None = Field(description="null where the text names none")
    genre: str | None = Field(default=None, description="its own words for its kind, as the header has them")
    authors: tuple[Person, ...] = Field(description="people and bodies")
    recipients: tuple[Person, ...] = Field(description="people and bodies")
    others: tuple[Person, ...] = Field(
        default=(),
        description="named in the title, but neither: who talks or is questioned, who got a copy, or who is not told apart",
    )
    date: Date | None = Field(description="null where the text has none")
    place: str | None = Field(description="where it was written")
    description: str | None = Field(description="the words behind the shelfmark in the source line, as written")
    source: Citation | None = Field(description="the reference of its source line")
    notes: tuple[Note, ...] = Field(description="the notes of its apparatus")
    body: Body = Field(description="its text and where it stands")
    pair: str | None = Field(default=None, description="id of its original or translation")
    publications: tuple[Publication, ...] = Field(default=(), description="where the file says it was published")
    origins: dict[str, Origin] = Field(default_factory=dict, alias="from", description="origin of each header field")
    forms: tuple[str, ...] = Field(default=(), description="controlled values for the description: autograph, copy …")
    repeated: tuple[Repeated, ...] = Field(default=(), description="passages that stand twice word for word")
    see: tuple[CrossReference, ...] = Field(default=(), description="cross-references of its notes")
    signature: str | None = Field(default=None, description="the name under the text, as written")
    breaks_off: bool = Field(default=False, description="the text stops in the middle of a sentence")
    doubts: tuple[str, ...] = Field(default=(), description="what could be read otherwise, or not at all, and why")


class Merged(Frozen):
    """One document and all its witnesses: records with the same shelfmark and day."""

    shelfmark: str | None = Field(description="that of all witnesses")
    number: str | None = Field(description="the first that a witness has")
    date: Date | None = Field(description="that of the fullest witness")
    kind: Kind | None = Field(description="the first that a witness has")
    authors: tuple[Person, ...] = Field(description="those of the fullest witness")
    recipients: tuple[Person, ...] = Field(description="those of the fullest witness")
    source: Citation | None = Field(description="the source line of the fullest witness")
    archives_written: tuple[str, ...] = Field(description="the names of the archive that the witnesses have")
    witnesses: tuple[str, ...] = Field(description="ids of the documents")


class Witness(Frozen):
    """One place where a sheet is cited."""

    file: str = Field(description="the path as given, or - for standard input")
    line: int = Field(description="where it begins")
    written: str = Field(description="the reference as it stands there")


class Possible(Frozen):
    """Another shelfmark that the holding may have, by a rule that is not verified: never merged."""

    shelfmark: str | None
    form: str = Field(description="the reference as it would be written")
    rule: str | None = Field(description="id of the fond rule; null where the list of known fonds says so")
    provenance: str = Field(description="where that is known from")


class Holding(Frozen):
    """One shelfmark and all its witnesses, under every name of its archive that keeps the numbers of the fonds."""

    shelfmark: str = Field(description="that of the witnesses; two holdings have it where a fond was renumbered")
    present: str = Field(description="the reference under the archive's present name")
    former: tuple[str, ...] = Field(description="the forms under former names that its witnesses have")
    certainty: str = Field(description="how sure it is that the witnesses cite one holding")
    rule: str | None = Field(default=None, description="id of the fond rule that this rests on")
    possible: tuple[Possible, ...] = ()
    witnesses: tuple[Witness, ...]


class Skipped(Frozen):
    """An input that could not be read, and why."""

    file: str = Field(description="the path as given")
    reason: str = Field(description="a clause without the path")


class Catalogue(Frozen):
    """Everything that was read, in the order of the files given and of the place in the file."""

    documents: tuple[Document, ...] = Field(description="all documents")
    citations: tuple[Citation, ...] = Field(description="all references, unresolved ones included")
    archives: tuple[Archive, ...] = Field(default=(), description="the archives that are cited, by id")
    skipped: tuple[Skipped, ...] = Field(default=(), description="inputs that could not be read")
