"""The published schema of the authority file: what an entry and the five tables may hold.

These models check data of a user, and the packaged data in the tests. The lookup builds its records without them
(see `archcite.archives.load`).
"""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Forms = Annotated[tuple[Text, ...], Field(min_length=1)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
"""EDTF level 0: a year, a month, or a day."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Fact(_Strict):
    """Anything that is known from somewhere."""

    known: Literal["verified", "memory", "derived"] = Field(
        description="verified: the sources in `refs` were seen to say it; memory: nobody looked it up; "
        "derived: made by a rule, not attested"
    )
    refs: tuple[Text, ...] = Field(
        default=(),
        description="ids in tables/sources.toml; beside `memory`, where the neighbouring fact was seen",
    )
    confidence: Literal["high", "medium", "low"] = "high"

    @model_validator(mode="after")
    def _sourced(self) -> Fact:
        if self.known == "verified" and not self.refs:
            raise ValueError("a verified fact needs `refs`")
        return self


class VariantGroup(Fact):
    """Forms of one name that share their mark: abbreviations, full names by language, and known garbles."""

    of: str | None = Field(default=None, description="the abbreviation meant, where it is none of the names'")
    official: Forms | None = None
    abbr: Forms | None = None
    en: Forms | None = None
    de: Forms | None = None
    fr: Forms | None = None
    it: Forms | None = None
    es: Forms | None = None
    pl: Forms | None = None
    translit: Forms | None = Field(default=None, description="a printed romanization that no scheme makes")
    other: Forms | None = Field(default=None, description="full names in other languages, and mixed ones")
    ocr: Forms | None = Field(default=None, description="garbled by a scanner")
    mt: Forms | None = Field(default=None, description="garbled by machine translation")
    typo: Forms | None = None
    homoglyph: Forms | None = Field(default=None, description="letters of another script")
    expansion: Forms | None = Field(default=None, description="a wrong full name for the right abbreviation")
    scheme: Forms | None = Field(default=None, description="made by a romanization that is not computed")
    repair: bool = Field(default=False, description="a spelling that counts as a slip, and is reported as a repair")
    shared_with: tuple[Id, ...] = Field(default=(), description="other archives that these forms may stand for")
    note: Text | None = None


class DatedName(Fact):
    """One official name and its years."""

    abbr: Text | None = None
    name: Text
    lang: Text | None = Field(default=None, description="ISO 639 code, where it is not that of the entry")
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    current: bool = False
    came_by: Literal["renamed", "reorganized"] = Field(
        default="renamed", description="how it followed the name below it"
    )
    date_note: Text | None = None
    note: Text | None = None
    shared_with: tuple[Id, ...] = ()
    variants: tuple[VariantGroup, ...] = ()

    @model_validator(mode="after")
    def _ordered(self) -> DatedName:
        if self.from_ and self.to and self.from_[: len(self.to)] > self.to[: len(self.from_)]:
            raise ValueError(f"the name begins ({self.from_}) after it ends ({self.to})")
        if self.current and self.to:
            raise ValueError("a current name has no `to`")
        return self


class IdentifierEntry(Fact):
    """A number or address by which others know the archive."""

    scheme: Text
    value: Text
    note: Text | None = None


class RelationEntry(Fact):
    """What happened between this archive and another; the other entry does not repeat it."""

    kind: Literal["merged_into", "split_from", "holdings_transferred", "copies_of", "part_of", "branch_of"]
    to: Id
    from_abbr: Text
    to_abbr: Text
    date: Day | None = None
    date_text: Text | None = Field(default=None, description="where no one date is known: `1992/`, `1990s`")
    note: Text | None = None


class ArchiveEntry(Fact):
    """One archive: `data/ID.toml`. Names stand from the present one back."""

    id: Id
    status: Literal["current", "former", "outline"]
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    city: Text
    city_local: Text
    lang: Text
    abbr: Text | None = Field(default=None, description="the present abbreviation in Cyrillic")
    abbr_lat: Text
    name: Text
    name_en: Text
    notes: Text | None = None
    examples: Forms = Field(description="strings that mean this archive and no other")
    names: tuple[DatedName, ...] = Field(min_length=1)
    variants: tuple[VariantGroup, ...] = Field(
        default=(), description="forms of abbreviations (`of`) that are none of the names'"
    )
    identifiers: tuple[IdentifierEntry, ...] = ()
    relations: tuple[RelationEntry, ...] = ()

    @model_validator(mode="after")
    def _newest_first(self) -> ArchiveEntry:
        ends = [name.to or ("9999" if name.current else None) for name in self.names]
        known = [end for end in ends if end]
        if any(newer[:4] < older[:4] for newer, older in pairwise(known)):
            raise ValueError("the names stand from the present one back: the years of their `to` must not rise")
        return self


class AddedVariants(VariantGroup):
    """Forms that a user adds to an archive of the file."""

    archive: Id


class FondRuleEntry(Fact):
    """How fonds of one archive are numbered in another, or in the same under a later name."""

    id: Text
    from_: Id = Field(alias="from")
    from_ref: Text
    to: Id
    to_ref: Text
    date: Day | None = None
    date_text: Text | None = None
    rule: Text
    keeps: Text | None = Field(default=None, description="the levels whose numbers stay as they were")
    note: Text | None = None


class ConfusionEntry(Fact):
    """Forms that are taken for one another, the archives concerned, and what decides between them."""

    id: Text
    kind: Literal["ambiguous-abbreviation", "near-miss", "homoglyph", "machine-translation", "crossed-citation"]
    forms: Forms
    candidates: tuple[Id, ...] = Field(min_length=1)
    advice: Text


class FondEntry(Fact):
    """A known fond."""

    archive: Id
    fond: Annotated[str, StringConstraints(pattern=r"^([A-Za-zА-Яа-яІіЇїЄєҐґ]+-)?[0-9]+[A-Za-zА-Яа-яІіЇїЄєҐґ]?$")]
    bare: bool = Field(default=False, description="its number is also cited without the letter")
    title_ru: Text | None = None
    title_en: Text | None = None
    former: Text | None = None
    note: Text | None = None


class CityEntry(Fact):
    """Other names of a city in the entries."""

    city: Text
    forms: Forms


class SourceEntry(_Strict):
    """A source of facts."""

    where: Text
    supports: Text


class AuthorityFile(_Strict):
    """What a file of a user may hold: whole archives (which replace those of the same id), and additions."""

    archive: tuple[ArchiveEntry, ...] = ()
    variants: tuple[AddedVariants, ...] = ()
    rule: tuple[FondRuleEntry, ...] = ()
    confusion: tuple[ConfusionEntry, ...] = ()
    fond: tuple[FondEntry, ...] = ()
    sources: dict[str, SourceEntry] = Field(default_factory=dict)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one entry, `data/ID.toml`."""
    return ArchiveEntry.model_json_schema(by_alias=True)


def user_json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a user's file."""
    return AuthorityFile.model_json_schema(by_alias=True)
