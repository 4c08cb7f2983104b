"""The levels of a reference as styles write them: `Ф. 558. Оп. 1. Д. 5397. Л. 2`, `f. 558, op. 1, d. 5397, l. 2`.

Values are those of the catalogue: a range is one item with a hyphen, verso is a trailing `v`. Where an entry may
say `Ibid.` (`Context.run`), the levels that it repeats are left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from archcite.notation.numerals import ROMAN_LETTERS, roman
from archcite.styles import _renumbered
from archcite.styles._context import Context, has_cyrillic, words
from archcite.styles._labels import (
    BELARUSIAN,
    ROMANIZED,
    RUSSIAN,
    UKRAINIAN,
    Labels,
    language,
    localized,
    own_label,
    places,
)
from archcite.styles._letters import to_cyrillic
from archcite.styles._repeat import DELO, FOND, OPIS, SHEETS, repeated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archcite.model import Citation, Extra
    from archcite.styles._context import Run

_RANGE = regex.compile(r"(\d+\p{L}?)-(\d+\p{L}?)")
_SHEETS = regex.compile(r"\d+\p{L}?v?-\d+\p{L}?v?")
_LETTERED = regex.compile(r"^(\d+\p{L}*) \((\p{Lu})\)$")
_YEARS = regex.compile(r"\d{4}(?:\s?[-–—]\s?\d{4})?")
_LEVELS = (FOND, OPIS, DELO, SHEETS)
_BEFORE = {"delo": 2, "sheets": 3, "end": 4}  # places among `_LEVELS`
DOUBT = " [?]"
_CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"})


def russian(citation: Citation, context: Context) -> tuple[list[str], list[str]]:
    """The levels below the archive in Cyrillic, one string a level without its stop, and what is wanting.

    Labels after GOST R 7.0.5-2008, 11.4; the singular stays for ranges. An archive whose own name the entry has in
    Ukrainian has its labels in Ukrainian too (`Спр.`, `Арк.`), a Belarusian one where the text has them so.
    """
    labels = {"uk": UKRAINIAN, "be": BELARUSIAN}.get(language(citation, context), RUSSIAN)
    return cyrillic(citation, context, labels)


def cyrillic(citation: Citation, context: Context, labels: Labels) -> tuple[list[str], list[str]]:
    """The levels with Cyrillic letters in the numbers of archives that number so."""
    doubts: list[str] = []
    among_cyrillic = has_cyrillic(citation.text)

    def number(value: str) -> str:
        if not _is_cyrillic_archive(citation, context) or roman(value) is not None:
            return value
        turned, doubt = to_cyrillic(value, among_cyrillic=among_cyrillic)
        if doubt is not None:
            doubts.append(f"no sure Cyrillic letter for {doubt} in {value}: as written")
        return turned

    return _written(citation, context, labels, number), doubts + wanting(citation, context)


def romanized(
    citation: Citation, context: Context, verso: str = "ob.", labels: Labels | None = None
) -> tuple[list[str], list[str]]:
    """The levels in Latin letters: `f. 558`, `op. 1`, `d. 5397` or `dd. 5397, 5398`, `l. 2` or `ll. 2–3`.

    Those of an archive of Ukraine have its own labels: `spr. 5254`, `ark. 12zv.`.
    """
    levels = _written(
        citation,
        context,
        localized(labels or replace(ROMANIZED, verso=verso), language(citation, context)),
        latin_number(citation, context),
        latin_words(citation, context),
    )
    return levels, wanting(citation, context)


def latin_number(citation: Citation, context: Context) -> Callable[[str], str]:
    """What writes a number of that reference in Latin letters.

    It is ALA-LC for Russian, as finding aids romanize fonds, whatever scheme names have: `Х-5` is always `Kh-5`, and
    is read as the same fond again.
    """
    among_cyrillic = has_cyrillic(citation.text)
    plain = replace(context, scheme="ala-lc")

    def number(value: str) -> str:
        if roman(value) is not None:
            return value.translate(ROMAN_LETTERS)
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
    return [text for rank, text in _ranked(citation, labels, number, word, context) if rank > shared]


def _ranked(
    citation: Citation, labels: Labels, number: Callable[[str], str], word: Callable[[str], str], context: Context
) -> Iterator[tuple[int, str]]:
    """Each level with its rank, in the order of the text; what subdivides the file ranks with it."""
    unsure = doubtful(citation, context)
    inserted, titles, title_of_file = _beside(citation, labels, number, word)
    for place, rank in enumerate(_LEVELS):
        yield from inserted.get(place, ())
        label, value = _level(citation, rank, labels, number, context.run)
        if value:
            mark = DOUBT if rank in unsure else ""
            yield rank, f"{label} {value}{mark}{titles.get(place, '')}"
    yield from inserted.get(len(_LEVELS), ())
    if title_of_file:  # GOST has the title of the file behind the search data
        yield SHEETS, title_of_file


def _level(citation: Citation, rank: int, labels: Labels, number: Callable[[str], str], run: Run) -> tuple[str, str]:
    """Label and value of one of the four levels; the value is empty where the reference has none."""
    if rank == FOND:
        return own_label(citation, "fond", labels, run) or labels.fond, number(citation.fond or "")
    if rank == OPIS:
        return own_label(citation, "opis", labels, run) or labels.opis, number(citation.opis or "")
    if rank == DELO:
        usual = labels.dela if several(citation.dela) else labels.delo
        return own_label(citation, "delo", labels, run) or usual, files(citation, number)
    usual = labels.sheets if several(citation.sheets) else labels.sheet
    return usual, sheets(citation, labels.verso, number)


def doubtful(citation: Citation, context: Context) -> frozenset[int]:
    """The levels that the reading is not sure of; the last one where the doubt is of the whole reference.

    An abbreviation that fits several archives is none: the entry has it as the text does. The fond of a former archive
    may have another number today.
    """
    if _renumbered.is_doubtful(citation, context):
        return frozenset({FOND}) | _unsure(citation)
    return _unsure(citation)


def _unsure(citation: Citation) -> frozenset[int]:
    if citation.status != "ambiguous" or (citation.archive is not None and citation.archive.candidates):
        return frozenset()
    reason = citation.reason or ""
    named = {"fond": FOND, "opis": OPIS, "dela": DELO, "sheets": SHEETS}
    found = {
        named[repair.level]
        for repair in citation.repairs
        if repair.level in named and (repair.reason == reason or (repair.written and repair.written in reason))
    }
    present = (citation.fond, citation.opis, citation.dela, citation.sheets)
    there = [rank for rank, value in zip(_LEVELS, present, strict=True) if value]
    return frozenset(found or there[-1:])


def files(citation: Citation, number: Callable[[str], str] = str) -> str:
    """The numbers of the files: `87, 88–90`."""
    return ", ".join(_dashed(number(delo)) for delo in citation.dela)


def sheets(citation: Citation, verso: str, number: Callable[[str], str] = str) -> str:
    """The numbers of the sheets with the verso mark: `1, 3–4 об.`."""
    letters = {sheet: letter for extra in citation.extra for sheet, letter in _of_sheet(extra)}
    return ", ".join(
        _sheet(sheet, verso, number) + (f" ({number(letters[sheet])})" if sheet in letters else "")
        for sheet in citation.sheets
    )


def _of_sheet(extra: Extra) -> list[tuple[str, str]]:
    """The sheet and the letter of one of several documents on it: `67 (А)`; empty where the extra level is no such."""
    return _LETTERED.findall(extra.value) if extra.kind == "letter" else []


def several(items: tuple[str, ...]) -> bool:
    """Whether a label before them is in the plural: more than one, or a range."""
    return len(items) > 1 or any(_SHEETS.fullmatch(item) for item in items)


def wanting(citation: Citation, context: Context) -> list[str]:
    """What the reference lacks, and what is doubtful about it."""
    lacking = [
        name
        for name, value in (("fond", citation.fond), ("delo", citation.dela), ("sheets", citation.sheets))
        if not value
    ]
    out = [f"no {name}" for name in lacking]
    if citation.status == "ambiguous" and not (citation.archive and citation.archive.candidates):
        out.append(f"doubtful, marked [?]: {citation.reason or 'no reason given'}")
    out += [f"the text itself has {extra.written.strip()}" for extra in citation.extra if is_mark(extra)]
    return out + _renumbered.told(citation, context)


def extras(
    citation: Citation, labels: Labels, number: Callable[[str], str] = str, word: Callable[[str], str] = str
) -> list[str]:
    """All further levels, without titles: `vol. 2`."""
    return [
        text
        for extra in citation.extra
        if extra.kind != "title" and not _of_sheet(extra)
        for text in _extra(extra, labels, number, word)
    ]


def _beside(
    citation: Citation, labels: Labels, number: Callable[[str], str], word: Callable[[str], str]
) -> tuple[dict[int, list[tuple[int, str]]], dict[int, str], str]:
    """What stands beside the four levels, by the place among them that it has in the text.

    First further levels with their rank, before that place (4: at the end); then titles in parentheses, behind that
    level (GOST R 7.0.5-2008, 11.4), and the title of the file that closes the search data (11.9).
    """
    inserted: dict[int, list[tuple[int, str]]] = {}
    titles: dict[int, str] = {}
    last = ""
    present = (citation.fond, citation.opis, citation.dela, citation.sheets)
    for extra, place in zip(citation.extra, places(citation), strict=True):
        if _of_sheet(extra):
            continue  # it stands with its sheet
        if is_mark(extra):
            level = max(0, (3 if place is None else place) - 1)
            titles[level] = f"{titles.get(level, '')} {extra.written.strip()}"
            continue
        if extra.kind == "title":
            stop = "." if extra.written.endswith(".)") else ""  # of an abbreviation: `(1-е отд.)`
            said = f"({word(extra.value.strip(' ,;.()'))}{stop})"
            explained = [level for level in range(3) if present[level] and (place is None or level < place)]
            level = explained[-1] if explained else 0
            if level == 2 and labels.extra == "ru" and citation.sheets:
                last = f"{last} {said}".strip()
            else:
                titles[level] = f"{titles.get(level, '')} {said}"
            continue
        known = words()["extra"].get(extra.kind)
        usual = known["before"] if known else "sheets"
        place = _BEFORE[usual] if place is None else place
        rank = SHEETS if usual == "end" else DELO
        inserted.setdefault(place, []).extend((rank, text) for text in _extra(extra, labels, number, word))
    return inserted, titles, last


def is_mark(extra: Extra) -> bool:
    """Whether what stands in brackets is no title: an editor's `[?]`, which stays where it is."""
    return extra.kind == "title" and not any(char.isalnum() for char in extra.value)


def _extra(extra: Extra, labels: Labels, number: Callable[[str], str], word: Callable[[str], str]) -> Iterator[str]:
    """A further level with its label; without one where the text has none (`ДП ОО`, `1907`), or no style knows it."""
    value = extra.value.strip(" ,;.")
    written = extra.written.strip(" ,;.")
    if extra.kind == "year":
        years = _YEARS.search(value)
        text = years.group() if years else value
        in_russian = labels.extra == "ru" and has_cyrillic(written)
        yield _dashed(text) + (" гг." if in_russian and len(text) > 4 else " г." if in_russian else "")
        return
    known = words()["extra"].get(extra.kind)
    label = labels.extra_words.get(extra.kind) or (known[labels.extra] if known else None)
    if not value or (written == value and written) or label is None or (known and known.get("as_written") and written):
        yield word(written or value)
    else:
        yield f"{label.capitalize() if labels.own == 'capital' else label} {number(value)}"


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
