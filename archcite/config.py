"""The project's configuration: `archcite.toml`, or `[tool.archcite]` in `pyproject.toml`; the nearest folder wins.

A new setting is a field of `Settings` and a line in `_KEYS`.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archcite.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "archcite.toml"
_KEYS = {"archives": (str, "a string"), "abbreviations": (dict, "a table")}


@dataclass(slots=True, frozen=True)
class Settings:
    """What a project sets.

    `archives` is its own authority data, a TOML file or a folder of them; `abbreviations` says which archive, by id, an
    ambiguous abbreviation means here.
    """

    source: Path | None = None
    archives: Path | None = None
    abbreviations: Mapping[str, str] = field(default_factory=dict)


def load(start: Path | None = None) -> Settings:
    """The settings that hold in a folder (the current one if none is given); all defaults where there is no file.

    Paths in a configuration are relative to its file. Raises ConfigError, naming file and key.
    """
    folder = (start or Path.cwd()).absolute()
    for parent in (folder, *folder.parents):
        own = parent / NAME
        if own.is_file():
            return _settings(own, _read(own))
        project = parent / "pyproject.toml"
        if project.is_file() and "archcite" in (table := _read(project).get("tool", {})):
            return _settings(project, table["archcite"])
    return Settings()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror or error}") from error


def _settings(path: Path, table: Mapping[str, Any]) -> Settings:
    for key, value in table.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known keys are {', '.join(_KEYS)}"
            raise ConfigError(f"{path}: unknown key {key!r}; {hint}")
        kind, what = _KEYS[key]
        if not isinstance(value, kind):
            raise ConfigError(f"{path}: {key} is {value!r}; expected {what}")
    archives = path.parent / table["archives"] if "archives" in table else None
    if archives is not None and not archives.exists():
        raise ConfigError(f"{path}: archives: {archives} does not exist")
    abbreviations = table.get("abbreviations", {})
    for short, id_ in abbreviations.items():
        if not isinstance(id_, str):
            raise ConfigError(f"{path}: abbreviations: {short!r} is {id_!r}; expected the id of an archive")
    return Settings(path, archives, abbreviations)
