"""The words before the numbers of a reference: those of a style, and those that a reference keeps as its text has them.

A file that its archive calls a storage unit (`Ед. хр.`), a scroll (`Стб.`) or a document of a list (`Док.`) is called
so in every style. The label is found in the text of the reference; a reference that inherits the level has the label
of the one that it inherits it from (`Run.labels`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

import regex

from archcite.styles._context import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archcite.model import Citation
    from archcite.styles._context import Context, Run

Level = Literal["fond", "opis", "delo"]
_PLACES: dict[Level, int] = {"fond": 0, "opis": 1, "delo": 2}
_LEAD = regex.compile(r"\P{N}*\d+|[IVXІХ]+$")
_FOREIGN_LABEL = regex.compile(r"(?<!\p{L})(?:спр|арк)(?!\p{L})", regex.IGNORECASE)
_ENDS_IN_LABEL = regex.compile(r"\p{L}[\s.,№:]{0,4}$")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a style puts before the numbers. `dela` and `sheets` stand before several or a range.

    `extra` is the column of `[extra]` in words.toml, `extra_words` has labels of the style's own by kind. `own` is
    the column of `[labels]` there: `ru`, `en`, `capital` or `spelt_out`, or `lower` for `ru` without capitals.
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
    own: str = "en"


ROMANIZED = Labels()
RUSSIAN = Labels("Ф.", "Оп.", "Д.", "Д.", "Л.", "Л.", " об.", "ru", own="ru")
_OF_UKRAINE = {"section": "Розд.", "bundle": "Зв'язка", "document": "Док."}
UKRAINIAN = Labels("Ф.", "Оп.", "Спр.", "Спр.", "Арк.", "Арк.", " зв.", "ru", _OF_UKRAINE, own="ru")
BELARUSIAN = Labels("Ф.", "Воп.", "Спр.", "Спр.", "Арк.", "Арк.", " адв.", "ru", own="ru")


def language(citation: Citation, context: Context) -> str:
    """The language of the labels: `uk` for archives of Ukraine, `be` where a text has them so, else `ru`."""
    archive = context.archive(citation.archive) if citation.archive else None
    if archive is not None and archive.lang == "uk":
        return "uk"
    if (archive is None or archive.lang == "be") and _FOREIGN_LABEL.search(citation.text):
        return "uk" if archive is None else "be"
    return "ru"


def localized(labels: Labels, lang: str) -> Labels:
    """The romanized labels of a style in Ukrainian or Belarusian: `spr.`, `ark.`, `zv.`."""
    known = words()["romanized_labels"].get(lang)
    if known is None:
        return labels
    column = "spelt_out" if labels.own == "spelt_out" else "short"
    opis, delo, dela, sheet, sheets = known[column]
    if labels.delo[:1].isupper():
        opis, delo, dela, sheet, sheets = (one[:1].upper() + one[1:] for one in (opis, delo, dela, sheet, sheets))
    verso = labels.verso.replace("ob.", known["verso"])
    return replace(labels, opis=opis, delo=delo, dela=dela, sheet=sheet, sheets=sheets, verso=verso)


def own_label(citation: Citation, level: Level, labels: Labels, run: Run) -> str | None:
    """The label that the fond, the opis or the file keeps, as the style writes it; null for the usual one."""
    kind = own_kind(citation, level, run)
    if kind is None:
        return None
    forms = words()["labels"][level][kind]
    return str(forms["ru"].lower() if labels.own == "lower" else forms[labels.own])


def own_kind(citation: Citation, level: Level, run: Run) -> str | None:
    """Which label of `[labels]` in words.toml the level has in the text, or had where it comes from."""
    position = positions(citation)[_PLACES[level]]
    before = "" if position is None else citation.text[:position]
    if position is None or not _ENDS_IN_LABEL.search(before):
        return run.labels.get(label_key(citation, level)) or _of_collection(citation, level)
    return next((kind for kind, pattern in _patterns(level) if pattern.search(before)), None)


def _of_collection(citation: Citation, level: Level) -> str | None:
    """The label that a collection is known to have, for a reference without labels or a level that is inherited."""
    archive = citation.archive.id if citation.archive else None
    for known in words()["collections"]:
        if (known["archive"], known["fond"]) == (archive, citation.fond):
            return None if level == "fond" else str(known[level])
    return None


def label_key(citation: Citation, level: Level) -> tuple[str, ...]:
    """By what the label of a level is remembered: everything that stands above it."""
    archive = citation.archive
    named = "" if archive is None else archive.id or archive.written or ""
    return (level, named, citation.fond or "", citation.opis or "" if level == "delo" else "")


def remembered(citation: Citation, run: Run) -> dict[tuple[str, ...], str | None]:
    """The labels of fond, opis and file of a reference, to be kept for those that inherit the levels."""
    return {label_key(citation, level): own_kind(citation, level, run) for level in _PLACES}


@cache
def _patterns(level: Level) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """What the text before a number ends with, if the label is that of the kind."""
    out = []
    for kind, label in words()["labels"][level].items():
        forms = "|".join(regex.escape(form).replace(r"\ ", r"\.?\s*") for form in label["written"])
        out.append((kind, regex.compile(rf"(?<!\p{{L}})(?:{forms})[\s.,№:]{{0,4}}$", regex.IGNORECASE)))
    return tuple(out)


def positions(citation: Citation) -> tuple[int | None, ...]:
    """Where the numbers of fond, opis, file and sheets stand in the text of the reference, null for one that does not.

    They are looked for from the last to the first, and never within a further level, which may have the same number.
    """
    text = citation.text
    for extra, found in zip(citation.extra, _stands(citation), strict=True):
        if found is not None:
            behind = found + len(extra.written)
            text = f"{text[:found]}{' ' * len(extra.written)}{text[behind:]}"
    end = len(text)
    out: list[int | None] = []
    first = [
        citation.sheets[0] if citation.sheets else None,
        citation.dela[0] if citation.dela else None,
        citation.opis,
        citation.fond,
    ]
    for value in first:
        lead = None if value is None else _LEAD.match(value)
        position = None if lead is None else _last(text, lead.group(), end)
        out.append(position)
        end = end if position is None else position
    return tuple(reversed(out))


def _stands(citation: Citation) -> list[int | None]:
    """Where the further levels stand in the text, in their order; null for one that does not."""
    out: list[int | None] = []
    at = 0
    for extra in citation.extra:
        found = citation.text.find(extra.written, at) if extra.written else -1
        out.append(None if found < 0 else found)
        at = at if found < 0 else found + len(extra.written)
    return out


def _last(text: str, number: str, end: int) -> int | None:
    """Where a number stands last before `end`, no part of a longer one."""
    at = text.rfind(number, 0, end)
    while at >= 0:
        behind = at + len(number)
        if not text[at - 1 : at].isdigit() and not text[behind : behind + 1].isdigit():
            return at
        at = text.rfind(number, 0, at + len(number) - 1)
    return None


def places(citation: Citation) -> list[int | None]:
    """For each further level how many of the four levels stand before it in the text; null where that is not known."""
    known = positions(citation)
    named = next((place for place, level in enumerate(known) if level is not None), None)
    # what is inherited stands before all that the text names
    levels = [-1 if named is not None and place < named else level for place, level in enumerate(known)]
    out: list[int | None] = []
    for found in _stands(citation):
        before = [
            place for place, level in enumerate(levels, 1) if level is not None and found is not None and level < found
        ]
        out.append(None if found is None or named is None else max(before, default=0))
    return out
