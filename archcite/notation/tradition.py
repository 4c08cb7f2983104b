"""The traditions, merged into one lexicon.

A tradition is one language's way of writing references: a TOML table in `traditions/`, found by its file name.
The scanner works on all of them at once, and a reference narrows them down label by label.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import regex

from archcite.errors import DataError
from archcite.notation.records import LEVELS

TABLES = Path(__file__).parent / "traditions"
WORD_LISTS = ("verso", "ibid", "and", "number", "none", "supplement")
OPTIONAL_WORD_LISTS = ("verso_mistranslated", "recto")
"""Lists that few traditions have."""
VERSO_BEFORE = "verso_before"
"""Optional list of words for the verso before a label of sheets (`оборот листа 15`)."""
ORDINARY = "ordinary"
"""Optional table of labels that are ordinary words too (`разряд`, `коллекция`): they need an archive or another level."""
LONGEST_GARBLED_LABEL = 3
"""Look-alike spellings are made for short labels only: a long word with a wrong letter is still told apart."""


@dataclass(slots=True, frozen=True)
class Sense:
    """One meaning of a label: a level (or `page`, or the kind of an extra level) in some traditions."""

    level: str
    traditions: frozenset[str]
    meant: str | None = None
    """The right label, where the form is a look-alike garble."""


@dataclass(slots=True, frozen=True)
class Lexicon:
    """All traditions together. Label forms are keyed without case, spaces and full stops."""

    senses: dict[str, tuple[Sense, ...]]
    spellings: tuple[str, ...]
    garbled: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    ordinary: frozenset[str]
    """Keys of labels that are words of prose too."""
    of_verso: frozenset[str]
    """Keys of labels that say that the verso of a sheet is meant."""
    number_first: frozenset[str]
    dotted_to_file: frozenset[str]
    """Countries whose archives write fond, opis and file with full stops; elsewhere the sheet is the last number."""
    to_cyrillic: dict[int, str]
    to_latin: dict[int, str]
    """Look-alike letters of one alphabet to the other, letter for letter."""
    titles: dict[str, str]


_SPACE_AND_STOP = regex.compile(r"[\s.]+")


def key(form: str) -> str:
    """Key of a label form: case, spaces and full stops do not count."""
    return _SPACE_AND_STOP.sub("", form).casefold()


def pattern(forms: tuple[str, ...]) -> str:
    """An alternation for label forms, longest first; a space in a form may be a stop, a line break or nothing."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return (
        "|".join(r"\.?\s{0,2}".join(regex.escape(part) for part in form.replace(".", " ").split()) for form in ordered)
        or r"(?!)"
    )


@cache
def lexicon() -> Lexicon:
    """The packaged traditions (read once a process, on first use).

    Raises DataError if a table breaks its form.
    """
    collected: dict[str, dict[str, set[str]]] = {}
    words: dict[str, set[str]] = {name: set() for name in (*WORD_LISTS, *OPTIONAL_WORD_LISTS)}
    spellings: set[str] = set()
    ordinary: set[str] = set()
    of_verso: set[str] = set()
    number_first: set[str] = set()
    dotted_to_file: set[str] = set()
    titles: dict[str, str] = {}
    for path in sorted(TABLES.glob("*.toml")):
        if path.stem == "lookalikes":
            continue
        table = _read(path)
        name = table["name"]
        titles[name] = table["title"]
        if table.get("number_first"):
            number_first.add(name)
        dotted_to_file.update(table.get("dotted_to_file", ()))
        prose: dict[str, list[str]] = table.get(ORDINARY, {})
        ordinary.update(key(form) for forms in prose.values() for form in forms)
        groups: dict[str, list[str]] = {
            level: table["levels"].get(level, []) + prose.get(level, []) for level in LEVELS
        }
        versos = [f"{word} {form}" for word in table["words"].get(VERSO_BEFORE, ()) for form in groups["sheets"]]
        of_verso.update(key(form) for form in versos)
        groups["sheets"] = groups["sheets"] + versos
        groups["page"] = table["pages"]["words"]
        groups |= table["extra"]
        for level, forms in groups.items():
            for form in forms:
                spellings.add(form)
                collected.setdefault(key(form), {}).setdefault(level, set()).add(name)
        for name_of_list in words:
            words[name_of_list].update(table["words"].get(name_of_list, ()))
    garbled = _garbles(collected, {form for form in spellings if key(form) not in ordinary})
    senses = {
        form: tuple(Sense(level, frozenset(names)) for level, names in levels.items())
        for form, levels in collected.items()
    }
    for form, (meant, level, names) in garbled.items():
        senses[form] = (Sense(level, frozenset(names), meant),)
    return Lexicon(
        senses,
        tuple(spellings),
        tuple(garbled),
        {name: tuple(sorted(forms, key=lambda f: (-len(f), f))) for name, forms in words.items()},
        frozenset(ordinary),
        frozenset(of_verso),
        frozenset(number_first),
        frozenset(dotted_to_file),
        *_alphabets(),
        titles,
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path.name}: {error}") from error
    missing = [part for part in ("name", "title", "levels", "pages", "extra", "words") if part not in table]
    missing += [f"words.{name}" for name in WORD_LISTS if name not in table.get("words", {})]
    if missing:
        raise DataError(f"{path.name}: lacks {', '.join(missing)}")
    return table


def _shapes() -> list[list[str]]:
    shapes: list[list[str]] = tomllib.loads((TABLES / "lookalikes.toml").read_text("utf-8"))["shapes"]
    return shapes


def _alphabets() -> tuple[dict[int, str], dict[int, str]]:
    """Translation tables between look-alike Cyrillic and Latin letters, small and capital."""
    cyrillic: dict[int, str] = {}
    latin: dict[int, str] = {}
    for shape in _shapes():
        native = next(letter for letter in shape if "а" <= letter <= "ї")
        foreign = next(letter for letter in shape if "a" <= letter <= "z")
        for one, other in ((native, foreign), (native.upper(), foreign.upper())):
            cyrillic.setdefault(ord(other), one)
            latin.setdefault(ord(one), other)
    return cyrillic, latin


def _garbles(collected: dict[str, dict[str, set[str]]], spellings: set[str]) -> dict[str, tuple[str, str, set[str]]]:
    """Spellings of short level labels with look-alike letters: `On` for `Оп`, `0п`, mixed alphabets.

    Only forms that mean nothing else and come from one level are kept.
    """
    alike: dict[str, set[str]] = {}
    for shape in _shapes():
        for letter in shape:
            alike.setdefault(letter, set()).update(shape)
    made: dict[str, tuple[str, str, set[str]]] = {}
    doubtful: set[str] = set()
    for form in sorted(spellings):
        if not 1 < len(form) <= LONGEST_GARBLED_LABEL or not form.isalpha():
            continue
        levels = collected[key(form)]
        if len(levels) != 1 or next(iter(levels)) not in LEVELS:
            continue
        [(level, names)] = levels.items()
        for letters in product(*(sorted(alike.get(letter, {letter})) for letter in form)):
            spelling = "".join(letters)
            if spelling in collected:
                continue
            if spelling in made and made[spelling][1] != level:
                doubtful.add(spelling)
            made.setdefault(spelling, (form, level, names))
    for spelling, form in tomllib.loads((TABLES / "lookalikes.toml").read_text("utf-8"))["labels"].items():
        [(level, names)] = ((level, names) for level, names in collected[key(form)].items() if level in LEVELS)
        made.setdefault(spelling, (form, level, names))
    return {spelling: meaning for spelling, meaning in made.items() if spelling not in doubtful}
