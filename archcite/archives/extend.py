"""Reads what a user adds to the authority file, under the same schema and checks as the packaged data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from archcite.archives import load, schema
from archcite.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PARTS: Final[Mapping[str, type[BaseModel]]] = {
    "archive": schema.ArchiveEntry,
    "variants": schema.AddedVariants,
    "rule": schema.FondRuleEntry,
    "confusion": schema.ConfusionEntry,
    "fond": schema.FondEntry,
}


@dataclass(slots=True)
class Added:
    """The packaged entries with those of the user, and the user's lines for the tables."""

    entries: dict[str, dict[str, Any]]
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    touched: dict[str, str] = field(default_factory=dict)
    """Ids of the archives that the user added or changed, and the file that did."""


def read(path: Path, entries: Mapping[str, dict[str, Any]]) -> Added:
    """Read a TOML file, or all those of a folder, in the order of their names.

    A file is one entry (it has an `id`), or holds any of `[[archive]]`, `[[variants]]`, `[[rule]]`,
    `[[confusion]]`, `[[fond]]`, `[sources]`. An archive replaces the packaged one with its id.

    Raises DataError, naming file and entry.
    """
    added = Added(dict(entries))
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    for file in files:
        data = load.toml(file)
        add(added, {"archive": [data]} if "id" in data else data, str(file))
    return added


def add(added: Added, data: Mapping[str, Any], where: str) -> None:
    """Put the parsed file `where` on top of what was added so far. Raises DataError, naming file and entry."""
    unknown = set(data) - {*_PARTS, "sources"}
    if unknown:
        expected = ", ".join([*_PARTS, "sources"])
        raise DataError(f"{where}: {sorted(unknown)[0]!r} is no part of an authority file; expected {expected}")
    sources = data.get("sources", {})
    if not isinstance(sources, dict):
        raise DataError(f"{where}: sources: expected [sources]")
    for id_, source in sources.items():
        _check(schema.SourceEntry, source, f"{where}: source {id_}")
        added.sources[id_] = source
    for part, model in _PARTS.items():
        items = data.get(part, [])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise DataError(f"{where}: {part}: expected [[{part}]]")
        for number, item in enumerate(items, 1):
            name = item.get("id") or item.get("archive") or f"number {number}"
            _check(model, item, f"{where}: {part} {name}")
            _place(added, part, item, where)


def _place(added: Added, part: str, item: dict[str, Any], where: str) -> None:
    if part == "archive":
        added.entries[item["id"]] = item
        added.touched[item["id"]] = where
    elif part == "variants":
        id_ = item["archive"]
        if id_ not in added.entries:
            raise DataError(f"{where}: variants {id_}: no such archive; expected an id of the authority file")
        entry = dict(added.entries[id_])
        group = {key: value for key, value in item.items() if key != "archive"}
        entry["variants"] = [
            *entry.get("variants", []),
            {"of": entry.get("abbr") or entry["abbr_lat"], **group},
        ]
        added.entries[id_] = entry
        added.touched[id_] = where
    else:
        added.tables.setdefault(part, []).append(item)


def _check(model: type[BaseModel], item: object, where: str) -> None:
    try:
        model.model_validate(item)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = first["msg"].removeprefix("Value error, ")
        raise DataError(f"{where}: {place + ': ' if place else ''}{message}") from error
