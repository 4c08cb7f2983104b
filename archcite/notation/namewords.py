"""The word lists of `names.toml` as patterns: words for institutions, and words around a reference that are none."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import regex


@cache
def _table() -> dict[str, list[str]]:
    """The word lists of `names.toml` (read once a process)."""
    return tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))


def _alternatives(name: str) -> str:
    """The words of a list as a pattern, the longest first."""
    return "|".join(sorted(_table()[name], key=lambda word: (-len(word), word)))


@cache
def words(name: str) -> frozenset[str]:
    """One list of `names.toml`."""
    return frozenset(_table()[name])


@cache
def institutions() -> regex.Pattern[str]:
    """The beginning of a word for archive, museum or library."""
    return regex.compile(r"(?<!\p{L})(?:\L<nouns>)", regex.IGNORECASE, nouns=_table()["nouns"])


@cache
def speaks_of_archives() -> regex.Pattern[str]:
    """A word that speaks for an archive, or the abbreviation of one."""
    return regex.compile(
        r"(?<!\p{L})(?:(?i:\L<evidence>)|Ц?[ГД]А\p{Lu}|РГ\p{Lu}|НА\p{Lu})", evidence=sorted(_table()["evidence"])
    )


@cache
def box_before() -> regex.Pattern[str]:
    """A word for a box or a reel right before a number."""
    return regex.compile(r"(?r)(?<!\p{L})\L<words>\.?\s", regex.IGNORECASE, words=_table()["elsewhere"])


@cache
def descriptions() -> str:
    """A pattern for the words of a physical description, such as `Заверенная копия`, with their stops."""
    stem = _alternatives("descriptions")
    return rf"(?:[.;,:]?\s?\(?(?:\p{{L}}{{4,20}}\s){{0,1}}(?:{stem})\p{{L}}{{0,10}}(?:\s\p{{L}}{{4,20}})?\)?(?:\s\(\w{{1,12}}\))?){{1,2}}"


@cache
def images() -> str:
    """A pattern for the numbers of scans and frames behind a reference: `скан 468`, `frames 50, 288`."""
    words = _alternatives("images")
    return rf",?\s\(?(?:{words})\.?\s\d{{1,6}}(?:(?:,\s?|[-–])\d{{1,6}}){{0,9}}\)?"


def names_institution(written: str) -> bool:
    """Whether a phrase has a word for archive, museum or library."""
    return institutions().search(written) is not None


@cache
def leads_away() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Words right before an archive's name, and words behind it, by which a reference is not of that archive."""
    table = _table()
    unlike = regex.compile(r"(?r)(?<!\p{L})\L<words>(?:\sthe)?\s", regex.IGNORECASE, words=table["unlike"])
    return unlike, regex.compile(r"(?<!\p{L})(?:\L<words>)", regex.IGNORECASE, words=table["absent"])
