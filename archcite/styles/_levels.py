"""The levels of a reference as styles write them: `Ф. 558. Оп. 1. Д. 5397. Л. 2`, `f. 558, op. 1, d. 5397, l. 2`.

Values are those of the catalogue: a range is one item with a hyphen, verso is a trailing `v`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.styles._context import Context, has_cyrillic, words
from archcite.styles._letters import to_cyrillic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archcite.model import Citation, Extra

_RANGE = regex.compile(r"(\d+\p{L}?)-(\d+\p{L}?)")
_SHEETS = regex.compile(r"\d+\p{L}?v?-\d+\p{L}?v?")
_UNIT = regex.compile(r"ед\.?\s?хр|ed\.?\s?khr", regex.IGNORECASE)
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


def russian(citation: Citation, context: Context) -> tuple[list[str], list[str]]:
    """The levels below the archive in Russian, one string a level without its stop, and what is wanting.

    Labels after GOST R 7.0.5-2008, 11.4; the singular stays for ranges; a file that the source calls `ед. хр.`
    is called so again.
    """
    doubts: list[str] = []
    among_cyrillic = has_cyrillic(citation.text)

    def number(value: str) -> str:
        if not _is_cyrillic_archive(citation, context):
            return value
        turned, doubt = to_cyrillic(value, among_cyrillic=among_cyrillic)
        if doubt is not None:
            doubts.append(f"no sure Cyrillic letter for {doubt} in {value}: as written")
        return turned

    file_label = "Ед. хр." if _UNIT.search(citation.text) else "Д."
    out = [f"Ф. {number(citation.fond)}"] if citation.fond is not None else []
    out += [f"Оп. {number(citation.opis)}"] if citation.opis is not None else []
    out += _extra(citation, "delo", "ru", number)
    if citation.dela:
        out.append(f"{file_label} {', '.join(_dashed(number(delo)) for delo in citation.dela)}")
    out += _extra(citation, "sheets", "ru", number)
    if citation.sheets:
        out.append("Л. " + ", ".join(_sheet(sheet, " об.", number) for sheet in citation.sheets))
    out += _extra(citation, "end", "ru", number)
    return out, doubts + wanting(citation)


def romanized(citation: Citation, context: Context, verso: str = "ob.") -> tuple[list[str], list[str]]:
    """The levels in Latin letters: `f. 558`, `op. 1`, `d. 5397` or `dd. 5397, 5398`, `l. 2` or `ll. 2–3`."""

    among_cyrillic = has_cyrillic(citation.text)

    def number(value: str) -> str:
        if among_cyrillic:  # a Latin P there is the look-alike of Р, and R in Latin letters
            value = to_cyrillic(value, among_cyrillic=True)[0]
        return context.romanize(value, _language(citation, context))

    out = [f"f. {number(citation.fond)}"] if citation.fond is not None else []
    out += [f"op. {number(citation.opis)}"] if citation.opis is not None else []
    out += _extra(citation, "delo", "en", number)
    if citation.dela:
        files = ", ".join(_dashed(number(delo)) for delo in citation.dela)
        out.append(f"{'dd.' if _several(citation.dela) else 'd.'} {files}")
    out += _extra(citation, "sheets", "en", number)
    if citation.sheets:
        sheets = ", ".join(_sheet(sheet, verso, number) for sheet in citation.sheets)
        out.append(f"{'ll.' if _several(citation.sheets) else 'l.'} {sheets}")
    out += _extra(citation, "end", "en", number)
    return out, wanting(citation)


def wanting(citation: Citation) -> list[str]:
    """What the reference lacks, and what is doubtful about it."""
    lacking = [
        name
        for name, value in (("fond", citation.fond), ("delo", citation.dela), ("sheets", citation.sheets))
        if not value
    ]
    out = [f"no {name}" for name in lacking]
    if citation.status in ("unresolved", "ambiguous"):
        out.append(f"the reference is {citation.status}: {citation.reason or 'no reason given'}")
    return out


def _extra(citation: Citation, before: str, lang: str, number: Callable[[str], str]) -> Iterator[str]:
    """The further levels that stand before a level; those of no known kind before the sheets, as written."""
    for extra in citation.extra:
        known = words()["extra"].get(extra.kind)
        if (known["before"] if known else "sheets") == before:
            yield f"{known[lang]} {number(extra.value)}" if known else _plain(extra)


def _plain(extra: Extra) -> str:
    return (extra.written or extra.value).strip(" ,;.")


def _sheet(value: str, verso: str, number: Callable[[str], str]) -> str:
    """`56-56v` as `56–56` and the verso mark."""
    sides = value.split("-") if _SHEETS.fullmatch(value) else [value]
    return "–".join(number(side.removesuffix("v")) + (verso if side.endswith("v") else "") for side in sides)


def _dashed(value: str) -> str:
    """A range of numbers with an en dash; the hyphen of a lettered number stays."""
    return f"{found[1]}–{found[2]}" if (found := _RANGE.fullmatch(value)) else value


def _several(items: tuple[str, ...]) -> bool:
    return len(items) > 1 or any(_SHEETS.fullmatch(item) for item in items)


def _language(citation: Citation, context: Context) -> str:
    archive = context.archive(citation.archive) if citation.archive else None
    return archive.lang if archive else "ru"


def _is_cyrillic_archive(citation: Citation, context: Context) -> bool:
    """Whether the archive numbers its fonds with Cyrillic letters; an unknown one if it is written so."""
    if citation.archive is None:
        return has_cyrillic(citation.text)
    archive = context.archive(citation.archive)
    if archive is None:
        return has_cyrillic(citation.archive.written or "")
    return archive.lang in _CYRILLIC_LANGUAGES
