"""Which rules hold for which file, and how severe each is: the configuration's and the command line's words together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, cast

import regex

from archcite.config import point
from archcite.errors import ConfigError, UsageError
from archcite.rules.registry import named, select

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archcite.config import Settings
    from archcite.rules.finding import Finding, Rule, Severity


@dataclass(slots=True, frozen=True)
class Selection:
    """The rules of a run. `ignored` are pairs of a pattern for paths and the codes that are not reported there."""

    rules: Sequence[Rule]
    severity: Mapping[str, Severity]
    ignored: Sequence[tuple[str, frozenset[str]]] = ()

    def kept(self, findings: Sequence[Finding], path: str) -> list[Finding]:
        """The findings of a file that are reported, with their severities. `path` is relative to the configuration."""
        left = {code for pattern, codes in self.ignored if fits(path, pattern) for code in codes}
        return [
            replace(found, severity=self.severity.get(found.code, found.severity))
            for found in findings
            if found.code not in left
        ]


def selection(
    settings: Settings, chosen: Sequence[str] | None = None, ignore: Sequence[str] | None = None
) -> Selection:
    """The rules of the settings, `chosen` and `ignore` of the command line coming first.

    `--select` replaces what the configuration selects and ignores, `--ignore` is added to it. Raises UsageError for a
    word of the command line that fits no rule, or if no rule is left, ConfigError for a word of the configuration.
    """
    base = _configured(settings, "select", settings.select) if settings.select and not chosen else None
    left = _configured(settings, "ignore", settings.ignore) if not chosen else []
    ignored = [
        (pattern, frozenset(rule.code for rule in _configured(settings, "per-file-ignores", codes, pattern)))
        for pattern, codes in settings.per_file_ignores.items()
    ]
    severity = {
        rule.code: cast("Severity", level)
        for word, level in settings.severity.items()
        for rule in _configured(settings, "severity", [word])
    }
    rules = select(chosen) if base is None else base
    out = {rule.code for rule in (*left, *named(ignore or []))}
    kept = [rule for rule in rules if rule.code not in out]
    if not kept:
        raise UsageError("no rule is left to check: --select and --ignore leave none; `archcite rules` lists them")
    return Selection(kept, severity, ignored)


def _configured(settings: Settings, key: str, words: Sequence[str], inside: str | None = None) -> list[Rule]:
    """The rules that words of the configuration name. Raises ConfigError that points at one that names none."""
    found: list[Rule] = []
    for word in words:
        try:
            found += named([word])
        except UsageError as error:
            keys = (key, word) if inside is None else (key, inside)
            raise ConfigError(f"{point(settings, *keys)}{key}: {error}") from error
    return sorted(dict.fromkeys(found), key=lambda rule: rule.code)


def fits(path: str, pattern: str) -> bool:
    """Whether a path (with `/`) fits a pattern: `*` stays within a folder, `**` does not, a bare name fits anywhere.

    A pattern that ends in `/`, or names a folder, fits everything below it.
    """
    return _pattern(pattern).fullmatch(path) is not None


@cache
def _pattern(pattern: str) -> regex.Pattern[str]:
    bare = pattern.rstrip("/")
    out = "" if "/" in bare else "(?:.*/)?"
    parts = regex.split(r"(\*\*/|\*\*|\*|\?)", bare)
    signs = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    out += "".join(signs.get(part) or regex.escape(part) for part in parts)
    return regex.compile(out + "(?:/.*)?")
