"""Reads the authority file: one TOML file an archive, and five tables.

    data/ID.toml                 one archive
    data/tables/fond-rules.toml  how fond numbers changed
    data/tables/confusions.toml  forms that are taken for one another
    data/tables/fonds.toml       known fonds
    data/tables/cities.toml      other names of the cities
    data/tables/sources.toml     the sources that the facts refer to

The packaged data are checked by the tests, so that a start pays for parsing alone; what a user adds is checked
here (see `archcite.archives.schema`).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from archcite.archives.records import (
    Archive,
    Confusion,
    Fond,
    FondRule,
    Mark,
    Name,
    Relation,
    Source,
    Variant,
    mark_of,
)
from archcite.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATA: Final = Path(__file__).parent / "data"

KINDS: Final = {
    "official": "abbr-official",
    "abbr": "abbr",
    "en": "fullname-en",
    "de": "fullname-de",
    "fr": "fullname-fr",
    "it": "fullname-it",
    "es": "fullname-es",
    "pl": "fullname-pl",
    "translit": "fullname-translit",
    "other": "fullname-other",
    "ocr": "garble-ocr",
    "mt": "garble-mt",
    "typo": "garble-typo",
    "homoglyph": "garble-homoglyph",
    "expansion": "wrong-expansion",
    "scheme": "abbr-derived",
}
"""Keys of a line of variants, and the kind of the forms that stand under it."""

_GARBLED: Final = frozenset({"ocr", "mt", "typo", "homoglyph", "expansion"})


def toml(path: Path) -> dict[str, Any]:
    """Parse one TOML file. Raises DataError naming it where it cannot be read or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(f"{path}: {error.strerror or error}; expected a readable TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: {error}; expected TOML in UTF-8") from error


def packaged_entries() -> dict[str, dict[str, Any]]:
    """The packaged entries by id, in the order of their file names, as parsed."""
    return {path.stem: toml(path) for path in sorted(DATA.glob("*.toml"))}


def archive_of(data: Mapping[str, Any]) -> Archive:
    """Build the record of one entry from its parsed file."""
    lang = data["lang"]
    id_ = data["id"]
    names: list[Name] = []
    variants: list[Variant] = []
    for index, item in enumerate(data.get("names", ())):
        mark = mark_of(item)
        abbr = item.get("abbr")
        names.append(
            Name(
                abbr,
                item["name"],
                item.get("lang", lang),
                item.get("from"),
                item.get("to"),
                item.get("current", False),
                item.get("date_note"),
                item.get("note"),
                mark,
            )
        )
        if abbr:
            shared = tuple(item.get("shared_with", ()))
            variants.append(Variant(id_, abbr, "abbr-official", abbr, index, False, None, mark, shared))
        for group in item.get("variants", ()):
            _add_group(variants, id_, group, abbr, index)
    for group in data.get("variants", ()):
        of = group.get("of")
        _add_group(variants, id_, group, of, _index_of(of, names))
    return Archive(
        id=id_,
        status=data["status"],
        country=data["country"],
        city_en=data["city"],
        city_local=data["city_local"],
        lang=lang,
        abbr_cyr=data.get("abbr"),
        abbr_lat=data["abbr_lat"],
        name_local=data["name"],
        name_en=data["name_en"],
        names=tuple(names),
        variants=tuple(variants),
        notes=data.get("notes"),
        examples=tuple(data.get("examples", ())),
        mark=mark_of(data),
        data=data,
    )


def _add_group(variants: list[Variant], id_: str, group: Mapping[str, Any], of: str | None, index: int | None) -> None:
    mark = mark_of(group)
    note = group.get("note")
    slip = group.get("repair", False)
    shared = tuple(group.get("shared_with", ()))
    for key, forms in group.items():
        kind = KINDS.get(key)
        if kind is not None:
            repair = slip or key in _GARBLED
            variants += [Variant(id_, form, kind, of, index, repair, note, mark, shared) for form in forms]


def _index_of(of: str | None, names: list[Name]) -> int | None:
    """The name that an abbreviation outside the official list belongs to: `ЦГАОРиСС` to `ЦГАОРиСС СССР`."""
    if of is None:
        return None
    bare = of.replace(" ", "")
    for index, name in enumerate(names):
        if name.abbr and name.abbr.replace(" ", "").startswith(bare):
            return index
    return 0 if names else None


def fond_rules(extra: list[dict[str, Any]] | None = None) -> list[FondRule]:
    """The rules by which fond numbers changed."""
    return [
        FondRule(
            item["id"],
            item["from"],
            item["from_ref"],
            item["to"],
            item["to_ref"],
            item.get("date"),
            item.get("date_text"),
            item["rule"],
            item.get("keeps"),
            item.get("note"),
            mark_of(item),
        )
        for item in [*_table("fond-rules", "rule"), *(extra or ())]
    ]


def confusions(extra: list[dict[str, Any]] | None = None) -> list[Confusion]:
    """The forms that are taken for one another."""
    return [
        Confusion(
            item["id"],
            item["kind"],
            tuple(item["forms"]),
            tuple(item["candidates"]),
            item["advice"],
            mark_of(item),
        )
        for item in [*_table("confusions", "confusion"), *(extra or ())]
    ]


def sources(extra: Mapping[str, Mapping[str, str]] | None = None) -> dict[str, Source]:
    """The sources by id."""
    found = {**toml(DATA / "tables" / "sources.toml"), **(extra or {})}
    return {id_: Source(id_, item["where"], item["supports"]) for id_, item in found.items()}


def cities() -> dict[str, tuple[str, ...]]:
    """Further names of the cities in the entries, by `city`."""
    return {item["city"]: tuple(item["forms"]) for item in _table("cities", "city")}


def fonds(extra: list[dict[str, Any]] | None = None) -> list[Fond]:
    """The known fonds."""
    return [_fond(item) for item in [*_table("fonds", "fond"), *(extra or ())]]


@cache  # asked for at every reference under a former name
def _table(name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = toml(DATA / "tables" / f"{name}.toml")[key]
    return found


_LATIN: Final = {"Р": "R", "А": "A", "М": "M", "П": "P", "Л": "L", "К": "K", "к": "K", "п": "P"}
_TWINS: Final = {"Р": "RP", "А": "A", "М": "M", "К": "K", "к": "k", "п": "p"}
"""Latin letters for which a letter of a fond number is taken: `Р-` as `R-` by sound and `P-` by shape."""


def _fond(item: Mapping[str, Any]) -> Fond:
    fond: str = item["fond"]
    prefix, bare, suffix = _split(fond)
    aliases = [fond]
    if prefix:
        twins = _TWINS.get(prefix, "")
        aliases += [prefix + bare, f"{prefix} {bare}"]
        aliases += [f"{twin}-{bare}" for twin in twins] + [twin + bare for twin in twins]
        if item.get("bare"):
            aliases.append(bare)
        ascii_form = f"{_LATIN.get(prefix, prefix)}-{bare}"
    elif suffix:
        twins = _TWINS.get(suffix, "")
        aliases += [f"{bare}-{suffix}", f"{bare}/{suffix}"]
        aliases += [bare + twin for twin in twins] + [f"{bare}-{twin}" for twin in twins]
        if item.get("bare"):
            aliases.append(bare)
        ascii_form = bare + _LATIN.get(suffix, suffix)
    else:
        ascii_form = fond
    return Fond(
        item["archive"],
        fond,
        ascii_form,
        prefix,
        int(bare),
        suffix,
        tuple(aliases),
        item.get("title_ru"),
        item.get("title_en"),
        item.get("former"),
        item.get("note"),
        mark_of(item),
    )


def _split(fond: str) -> tuple[str | None, str, str | None]:
    """`Р-5674` to (Р, 5674, null), `500к` to (null, 500, к)."""
    prefix, dash, rest = fond.rpartition("-")
    digits = rest.rstrip("кп")
    return (prefix if dash else None), digits, rest[len(digits) :] or None


def relations(archive: Archive, archives: Iterable[Archive]) -> list[Relation]:
    """What relates an archive to itself under its names, to others, and others to it.

    A renaming follows from two names of which one ends in the year in which the next begins; it is known as well
    as both are.
    """
    found = list(_renamings(archive))
    own = archive.data.get("relations", ())
    found += [_relation(archive.id, "to", item["to"], item) for item in own]
    for other in archives:
        if other.id != archive.id:
            far = other.data.get("relations", ())
            found += [_relation(archive.id, "from", other.id, item) for item in far if item["to"] == archive.id]
    return found


def _relation(id_: str, direction: Literal["to", "from"], other: str, item: Mapping[str, Any]) -> Relation:
    return Relation(
        id_,
        item["kind"],
        direction,
        other,
        item["from_abbr"],
        item["to_abbr"],
        item.get("date"),
        item.get("date_text"),
        item.get("note"),
        mark_of(item),
    )


_CONFIDENCE: Final = ("low", "medium", "high")


def _renamings(archive: Archive) -> Iterable[Relation]:
    dated = archive.data.get("names", ())
    for newer, older, item in zip(archive.names, archive.names[1:], dated, strict=False):
        if newer.from_ and older.to and newer.from_[:4] == older.to[:4]:
            both = newer.mark.known == older.mark.known == "verified"
            refs = tuple(dict.fromkeys(newer.mark.refs + older.mark.refs))
            confidence = min(newer.mark.confidence, older.mark.confidence, key=_CONFIDENCE.index)
            yield Relation(
                archive.id,
                item.get("came_by", "renamed"),
                "within",
                archive.id,
                older.abbr,
                newer.abbr,
                newer.from_,
                None,
                None,
                Mark("verified" if both else "memory", refs, confidence),
            )
