"""The project's configuration: `archcite.toml`, or `[tool.archcite]` in `pyproject.toml`; the nearest folder wins.

A new setting is a field of `Settings`, a line in `_KEYS`, and a line in `_settings`.
"""

from __future__ import annotations

import difflib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from archcite.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAME = "archcite.toml"
SEVERITIES = ("error", "warning", "note")
_KEYS = {
    "archives": (str, "a string"),
    "abbreviations": (dict, "a table"),
    "select": (list, "a list of strings"),
    "ignore": (list, "a list of strings"),
    "per-file-ignores": (dict, "a table"),
    "severity": (dict, "a table"),
    "paths": (list, "a list of strings"),
    "pairs": (list, "a list of two strings"),
    "baseline": (str, "a string"),
}


@dataclass(slots=True, frozen=True)
class Settings:
    """What a project sets.

    `archives` is its own authority data, a TOML file or a folder of them; `abbreviations` says which archive, by id, an
    ambiguous abbreviation means here. `select`, `ignore`, `per_file_ignores` (codes by pattern) and `severity` are about
    rules, as written: codes, families and names. `paths` is what `validate` checks if it is given none, `pairs` are the
    names of the folders of originals and of translations, `baseline` is a file of known findings.
    """

    source: Path | None = None
    archives: Path | None = None
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    per_file_ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    severity: Mapping[str, str] = field(default_factory=dict)
    paths: Sequence[str] = ()
    pairs: tuple[str, str] = ("ru", "en")
    baseline: Path | None = None

    @property
    def folder(self) -> Path:
        """The folder that paths and patterns are relative to: that of the configuration, else the current one."""
        return Path.cwd() if self.source is None else self.source.parent


def point(settings: Settings, *keys: str) -> str:
    """Where a key of the settings stands in their file, as `file:line:column: `; empty for settings of no file.

    For those who find a mistake in a value that only they understand: the code of a rule, the id of an archive.
    """
    if settings.source is None:
        return ""
    text, table = _read(settings.source)
    where = _Where(settings.source, text, "" if settings.source.name == NAME else "tool.archcite")
    return str(where.error(keys, "")) if table else ""


def load(start: Path | None = None) -> Settings:
    """The settings that hold in a folder (the current one if none is given); all defaults where there is no file.

    Paths in a configuration are relative to its file. Raises ConfigError, naming file, line, column and key.
    """
    folder = (start or Path.cwd()).absolute()
    for parent in (folder, *folder.parents):
        own = parent / NAME
        if own.is_file():
            text, table = _read(own)
            return _settings(_Where(own, text, ""), table)
        project = parent / "pyproject.toml"
        if project.is_file():
            text, table = _read(project)
            tool = table.get("tool", {})
            if "archcite" in tool:
                if not isinstance(tool["archcite"], dict):
                    raise ConfigError(f"{_shown(project)}: tool.archcite is {tool['archcite']!r}; expected a table")
                return _settings(_Where(project, text, "tool.archcite"), tool["archcite"])
    return Settings()


@dataclass(slots=True, frozen=True)
class _Where:
    """A configuration as it stands in its file: `table` is the TOML table that it is."""

    path: Path
    text: str
    table: str

    def error(self, keys: Sequence[str], message: str) -> ConfigError:
        """An error that points at a key: the file, and the line and column (both from 1) where the key stands."""
        line, column = self._find(keys)
        return ConfigError(f"{_shown(self.path)}:{line}:{column}: {message}")

    def _find(self, keys: Sequence[str]) -> tuple[int, int]:
        wanted = [*filter(None, self.table.split(".")), *keys]
        open_ = ""
        best = (1, 1)
        for number, line in enumerate(self.text.split("\n"), 1):
            bare = line.lstrip()
            column = len(line) - len(bare) + 1
            if header := _HEADER.match(bare):
                open_ = header["name"].strip()
                name, value = open_, ""
            elif (pair := _PAIR.match(bare)) is not None:
                name, value = f"{open_}.{pair['name'].strip()}".lstrip("."), bare[pair.end() :]
            else:
                continue
            parts = _parts(name)
            if parts == wanted:
                return number, column
            if parts and parts == wanted[: len(parts)]:  # an inline table, or the table that holds the key
                inside = value.find(wanted[-1])
                best = (number, column + (len(bare) - len(value) + inside if inside >= 0 else 0))
                if inside >= 0:
                    return best
        return best


_HEADER = regex.compile(r"\[{1,2}(?P<name>[^\[\]]{1,200})\]")
_PAIR = regex.compile(
    r"(?P<name>(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\p{L}\w-]{1,100})(?:\s?\.\s?(?:\"[^\"\n]{0,200}\"|[\w-]{1,100})){0,5})\s{0,20}="
)
_PART = regex.compile(r"\"([^\"]*)\"|'([^']*)'|([^\s.\"']+)")


def _parts(name: str) -> list[str]:
    return [one or two or three for one, two, three in _PART.findall(name)]


_AT = regex.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = path.read_text("utf-8-sig")
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT.search(str(error))
        at = "" if place is None else f":{place['line']}:{place['column']}"
        raise ConfigError(f"{_shown(path)}{at}: not TOML: {_AT.sub('', str(error)).lower()}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{_shown(path)}: not UTF-8, which TOML must be (byte {error.start})") from error
    except OSError as error:
        raise ConfigError(f"{_shown(path)}: {(error.strerror or str(error)).lower()}") from error


def _shown(path: Path) -> str:
    """A path as short as it can be: that of a file below the current folder from there."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _settings(where: _Where, table: Mapping[str, Any]) -> Settings:
    for key, value in table.items():
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean {near[0]!r}? " if near else ""
            if key == "tool":
                hint = f"in {NAME} the keys stand without [tool.archcite]; "
            raise where.error([key], f"unknown key {key!r}; {hint}known keys are {', '.join(_KEYS)}")
        kind, what = _KEYS[key]
        if not isinstance(value, kind) or (kind is list and not all(isinstance(item, str) for item in value)):
            raise where.error([key], f"{key} is {value!r}; expected {what}")
    folder = where.path.parent
    archives = folder / table["archives"] if "archives" in table else None
    if archives is not None and not archives.exists():
        raise where.error(["archives"], f"archives: {archives} does not exist")
    for short, id_ in table.get("abbreviations", {}).items():
        if not isinstance(id_, str):
            raise where.error(
                ["abbreviations", short], f"abbreviations: {short!r} is {id_!r}; expected the id of an archive"
            )
    for pattern, codes in table.get("per-file-ignores", {}).items():
        if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
            raise where.error(
                ["per-file-ignores", pattern], f"per-file-ignores: {pattern!r} is {codes!r}; expected a list of strings"
            )
    for code, level in table.get("severity", {}).items():
        if level not in SEVERITIES:
            expected = ", ".join(SEVERITIES)
            raise where.error(["severity", code], f"severity: {code!r} is {level!r}; expected one of {expected}")
    pairs = table.get("pairs", ["ru", "en"])
    if len(pairs) != 2 or pairs[0] == pairs[1]:
        raise where.error(["pairs"], f"pairs is {pairs!r}; expected the folder of originals and that of translations")
    return Settings(
        where.path,
        archives,
        table.get("abbreviations", {}),
        table.get("select", ()),
        table.get("ignore", ()),
        table.get("per-file-ignores", {}),
        table.get("severity", {}),
        table.get("paths", ()),
        (pairs[0], pairs[1]),
        folder / table["baseline"] if "baseline" in table else None,
    )
