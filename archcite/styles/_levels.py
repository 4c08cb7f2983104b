"""The levels of a reference as styles write them: `Ф. 558. Оп. 1. Д. 5397. Л. 2`, `f. 558, op. 1, d. 5397, l. 2`.

Values are those of the catalogue: a range is one item with a hyphen, verso is a trailing `v`. Where an entry may
say `Ibid.` (`Context.run`), the levels that it repeats are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import regex

from archcite.styles._context import Context, has_cyrillic, stop, words
from archcite.styles._letters import to_cyrillic
from archcite.styles._repeat import DELO, FOND, OPIS, SHEETS, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from archcite.model import Citation

_RANGE = regex.compile(r"(\d+\p{L}?)-(\d+\p{L}?)")
_SHEETS = regex.compile(r"\d+\p{L}?v?-\d+\p{L}?v?")
_UNIT = regex.compile(r"ед\.?\s?хр|ed\.?\s?khr", regex.IGNORECASE)
_EXPLAINING = frozenset({"title", "year"})
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a style puts before the numbers. `dela` and `sheets` stand before several or a range.

    `extra` is the column of `[extra]` in words.toml, `extra_words` has labels of the style's own by kind.
    """

    fond: str = "f."
    opis: str = "op."
    delo: str = "d."
    dela: str = "dd."
    sheet: str = "l."
    sheets: str = "ll."
    verso: str = "ob."
    extra: str = "en"
    extra_words: Mapping[str, str] = field(default_factory=dict)


RUSSIAN = Labels("Ф.", "Оп.", "Д.", "Д.", "Л.", "Л.", " об.", "ru")
UNIT_RUSSIAN = Labels("Ф.", "Оп.", "Ед. хр.", "Ед. хр.", "Л.", "Л.", " об.", "ru")
ROMANIZED = Labels()


def russian(citation: Citation, context: Context) -> tuple[list[str], list[str]]:
    """The levels below the archive in Russian, one string a level without its stop, and what is wanting.

    Labels after GOST R 7.0.5-2008, 11.4; the singular stays for ranges; a file that the source calls `ед. хр.`
    is called so again.
    """
    return cyrillic(citation, context, UNIT_RUSSIAN if is_unit(citation) else RUSSIAN)


def cyrillic(citation: Citation, context: Context, labels: Labels) -> tuple[list[str], list[str]]:
    """The levels with Cyrillic letters in the numbers of archives that number so."""
    doubts: list[str] = []
    among_cyrillic = has_cyrillic(citation.text)

    def number(value: str) -> str:
        if not _is_cyrillic_archive(citation, context):
            return value
        turned, doubt = to_cyrillic(value, among_cyrillic=among_cyrillic)
        if doubt is not None:
            doubts.append(f"no sure Cyrillic letter for {doubt} in {value}: as written")
        return turned

    return _written(citation, context, labels, number), doubts + wanting(citation)


def romanized(
    citation: Citation, context: Context, verso: str = "ob.", labels: Labels | None = None
) -> tuple[list[str], list[str]]:
    """The levels in Latin letters: `f. 558`, `op. 1`, `d. 5397` or `dd. 5397, 5398`, `l. 2` or `ll. 2–3`."""
    levels = _written(
        citation,
        context,
        labels or Labels(verso=verso),
        latin_number(citation, context),
        latin_words(citation, context),
    )
    return levels, wanting(citation)


def latin_number(citation: Citation, context: Context) -> Callable[[str], str]:
    """What writes a number of that reference in Latin letters.

    It is ALA-LC for Russian, as finding aids romanize fonds, whatever scheme names have: `Х-5` is always `Kh-5`, and
    is read as the same fond again.
    """
    among_cyrillic = has_cyrillic(citation.text)
    plain = replace(context, scheme="ala-lc")

    def number(value: str) -> str:
        if among_cyrillic:  # a Latin P there is the look-alike of Р, and R in Latin letters
            value = to_cyrillic(value, among_cyrillic=True)[0]
        return plain.romanize(value)

    return number


def latin_words(citation: Citation, context: Context) -> Callable[[str], str]:
    """What writes the titles and words of that reference in Latin letters, by the language of its archive."""
    archive = context.archive(citation.archive) if citation.archive else None

    def word(value: str) -> str:
        return context.romanize(value, archive.lang if archive else "ru")

    return word


def _written(
    citation: Citation, context: Context, labels: Labels, number: Callable[[str], str], word: Callable[[str], str] = str
) -> list[str]:
    """The levels that an immediate repeat does not leave out; `number` and `word` write numbers and words."""
    shared = repeated(citation, context)
    return [text for rank, text in _ranked(citation, labels, number, word) if rank > shared]


def _ranked(
    citation: Citation, labels: Labels, number: Callable[[str], str], word: Callable[[str], str]
) -> Iterator[tuple[int, str]]:
    """Each level with its rank; what subdivides the file ranks with it."""
    of_fond, of_opis, of_file = _titles(citation, word)
    of_sheets = ""
    if labels.extra == "ru" and citation.sheets:  # GOST has the title of the file behind the search data
        of_file, of_sheets = "", of_file
    if citation.fond is not None:
        yield FOND, f"{labels.fond} {number(citation.fond)}{of_fond}"
    if citation.opis is not None:
        yield OPIS, f"{labels.opis} {number(citation.opis)}{of_opis}"
    yield from ((DELO, text) for text in _extra(citation, "delo", labels, number, word))
    if citation.dela:
        label = labels.dela if several(citation.dela) else labels.delo
        yield DELO, f"{label} {files(citation, number)}{of_file}"
    yield from ((DELO, text) for text in _extra(citation, "sheets", labels, number, word))
    if citation.sheets:
        label = labels.sheets if several(citation.sheets) else labels.sheet
        yield SHEETS, f"{label} {sheets(citation, labels.verso, number)}{of_sheets}"
    yield from ((SHEETS, text) for text in _extra(citation, "end", labels, number, word))


def files(citation: Citation, number: Callable[[str], str] = str) -> str:
    """The numbers of the files: `87, 88–90`."""
    return ", ".join(_dashed(number(delo)) for delo in citation.dela)


def sheets(citation: Citation, verso: str, number: Callable[[str], str] = str) -> str:
    """The numbers of the sheets with the verso mark: `1, 3–4 об.`."""
    return ", ".join(_sheet(sheet, verso, number) for sheet in citation.sheets)


def several(items: tuple[str, ...]) -> bool:
    """Whether a label before them is in the plural: more than one, or a range."""
    return len(items) > 1 or any(_SHEETS.fullmatch(item) for item in items)


def is_unit(citation: Citation) -> bool:
    """Whether the source calls the file a storage unit (`ед. хр.`)."""
    return _UNIT.search(citation.text) is not None


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


def extras(
    citation: Citation, labels: Labels, number: Callable[[str], str] = str, word: Callable[[str], str] = str
) -> list[str]:
    """All further levels: `vol. 2`."""
    return [text for before in ("delo", "sheets", "end") for text in _extra(citation, before, labels, number, word)]


def _extra(
    citation: Citation, before: str, labels: Labels, number: Callable[[str], str], word: Callable[[str], str]
) -> Iterator[str]:
    """The further levels that stand before a level; those of no known kind before the sheets, as written."""
    for extra in citation.extra:
        if extra.kind in _EXPLAINING:
            continue
        known = words()["extra"].get(extra.kind)
        if (known["before"] if known else "sheets") == before:
            label = labels.extra_words.get(extra.kind) or (known[labels.extra] if known else None)
            if label:
                yield f"{label} {number(extra.value)}"
            else:
                yield word((extra.written or extra.value).strip(" ,;."))


def _titles(citation: Citation, word: Callable[[str], str]) -> tuple[str, str, str]:
    """Titles and years behind fond, opis and file, each in parentheses (GOST R 7.0.5-2008, 11.4 and 11.9).

    Which level one explains is told by the place where it stands in the text; without a text it is the file.
    """
    behind = {FOND: "", OPIS: "", DELO: ""}
    for extra in citation.extra:
        if extra.kind not in _EXPLAINING:
            continue
        said = extra.value.strip(" ,;.()")
        if extra.kind == "year" and has_cyrillic(said):
            said = stop(said)
        rest = citation.text.partition(extra.written)[2]
        level = DELO
        if citation.opis is not None and _stands(citation.opis, rest):
            level = FOND
        elif any(_stands(delo, rest) for delo in citation.dela):
            level = OPIS if citation.opis is not None else FOND
        behind[level] += f" ({word(said)})"
    return behind[FOND], behind[OPIS], behind[DELO]


def _stands(value: str, text: str) -> bool:
    """Whether a number stands in a text, apart from others, behind the label of a fond's parts."""
    return regex.search(rf"\p{{L}}\W{{0,3}}{regex.escape(value)}(?!\d)", text) is not None


def _sheet(value: str, verso: str, number: Callable[[str], str]) -> str:
    """`56-56v` as `56–56` and the verso mark."""
    sides = value.split("-") if _SHEETS.fullmatch(value) else [value]
    return "–".join(number(side.removesuffix("v")) + (verso if side.endswith("v") else "") for side in sides)


def _dashed(value: str) -> str:
    """A range of numbers with an en dash; the hyphen of a lettered number stays."""
    return f"{found[1]}–{found[2]}" if (found := _RANGE.fullmatch(value)) else value


def _is_cyrillic_archive(citation: Citation, context: Context) -> bool:
    """Whether the archive numbers its fonds with Cyrillic letters; an unknown one if it is written so."""
    if citation.archive is None:
        return has_cyrillic(citation.text)
    archive = context.archive(citation.archive)
    if archive is None:
        return has_cyrillic(citation.archive.written or "")
    return archive.lang in _CYRILLIC_LANGUAGES
