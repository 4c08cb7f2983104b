"""Light records of the notation room: what the scanner finds, before and after resolution.

Offsets are code points of the text that was scanned, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from archcite.model import LevelName, ReasonKind, RepairKind, RepairLevel, Status

Level = Literal["fond", "opis", "dela", "sheets"]
LEVELS: Final[tuple[Level, ...]] = ("fond", "opis", "dela", "sheets")
RANK: Final[dict[str, int]] = {name: rank for rank, name in enumerate(LEVELS)}


@dataclass(slots=True, frozen=True)
class Repair:
    """One thing that stood garbled: the level, what stood there, how it was read, and why (for programs and in words)."""

    level: RepairLevel
    written: str
    read: str
    kind: RepairKind
    reason: str


@dataclass(slots=True, frozen=True)
class Extra:
    """A level beside fond, opis, delo and sheets, such as a volume, a folder or a year."""

    kind: str
    value: str
    written: str


@dataclass(slots=True)
class Mention:
    """An archive's name as it stands in the text; `id` is null if it is unknown or fits several archives."""

    start: int
    end: int
    written: str
    id: str | None
    candidates: tuple[str, ...] = ()
    name_index: int | None = None
    decided: str | None = None
    """What settled an ambiguous name."""

    def settled(self, words: str) -> Mention:
        """The mention itself, with the words for what settled it, unless it has some or its archive is not known."""
        if self.id is not None and self.decided is None:
            self.decided = words
        return self


@dataclass(slots=True)
class Reference:
    """One reference as written: only the levels that stand there, nothing inherited."""

    start: int
    end: int
    archive: Mention | None = None
    levels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    extra: list[Extra] = field(default_factory=list)
    ibid: str | None = None
    chained: bool = False
    """Only separators stand between this reference and the one before."""
    repairs: list[Repair] = field(default_factory=list)
    canonical: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Levels written with letters of the wrong alphabet, with the right ones; only the key is made of these."""
    paged: bool = False
    """The sheets stand behind a page word (`p.`, `с.`), which printed sources use too."""
    leaf: bool = False
    """The label of the fond or the sheets is one that means a fond to some and a leaf to others (`f.`, `ff.`)."""
    by_document: bool = False
    """The documents of a list stand in the place of files."""
    by_sign: bool = False
    """The file is named by `№` alone, as manuscript departments have it."""
    doubt: str | None = None
    """Why the reference can be read in more than one way."""


@dataclass(slots=True, frozen=True)
class Printed:
    """A printed source (book or journal with pages), or one of boxes and folders: it ends every `Ibid.` chain."""

    start: int
    end: int
    boxes: bool = False


@dataclass(slots=True, frozen=True)
class Why:
    """Why a reference is not resolved, or what settled its archive: for programs and in words."""

    kind: ReasonKind
    words: str


@dataclass(slots=True)
class Resolved:
    """A reference with what it inherits, its status and its key."""

    reference: Reference
    archive: Mention | None
    """The archive of the reference itself, or the one that it inherits."""
    archive_key: str | None
    levels: dict[str, tuple[str, ...]]
    extra: tuple[Extra, ...]
    inherited: tuple[LevelName, ...]
    status: Status
    why: Why | None
    shelfmark: str | None

    @property
    def reason(self) -> str | None:
        """Why it is not resolved, or what settled its archive, in words."""
        return None if self.why is None else self.why.words

    @property
    def archive_id(self) -> str | None:
        """Id of the archive; None where none is known or several are possible."""
        return None if self.archive is None else self.archive.id

    @property
    def candidates(self) -> tuple[str, ...]:
        """Ids of the archives that an ambiguous name can mean."""
        return () if self.archive is None else self.archive.candidates
