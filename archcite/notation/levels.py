"""Reading one reference level by level: label, number, separators, and what may stand between two levels."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from archcite.notation import numerals, punctuation, tails, values
from archcite.notation.asides import aside
from archcite.notation.labels import Label, is_mixed, label_at
from archcite.notation.punctuation import GAP
from archcite.notation.records import LEVELS, RANK, Extra, Repair
from archcite.notation.senses import STOP, Reading, label_and_sense
from archcite.notation.tradition import Sense, lexicon

if TYPE_CHECKING:
    from archcite.model import RepairKind, RepairLevel
    from archcite.notation.records import Reference

LABELS = {
    "Cyrl": {"fond": "Ф.", "opis": "Оп.", "dela": "Д.", "sheets": "Л."},
    "Latn": {"fond": "F.", "opis": "Op.", "dela": "D.", "sheets": "L."},
}
"""How a garbled label is shown mended."""

_MORE_DIGITS = regex.compile(r"[ \u00a0\u2009\u202f]{1,2}(?P<digits>\d{1,5}\p{L}?)(?![\p{L}\d])")
_ENDS = regex.compile(r"\s{0,1}(?:[.;)\]]|$|\n)")


LONGEST_SHORT = 4
"""Letters of a label that may have a comma for its stop by mistake; words in full have none."""
_COUNTED = frozenset({"дел", "files"})


@cache
def _all() -> frozenset[str]:
    return frozenset(lexicon().titles)


def read(text: str, pos: int, reference: Reference) -> Reading:
    """Read label after label from `pos`; `reference` grows, and its end becomes that of the last value."""
    reading = Reading(reference, _all())
    if reference.levels:
        reading.rank = max(RANK[level] for level in reference.levels)
    gap = ""
    while True:
        label, sense = label_and_sense(text, pos, reading)
        if label is None or sense is None:
            break
        stop = STOP.match(text, label.end)
        assert stop is not None  # the pattern matches the empty string
        if stop["stop"] == "," and (len(label.written) > LONGEST_SHORT or label.written in _COUNTED):
            break  # `12 описей, 345 дел` are counted
        level = "sheets" if sense.level == "page" else sense.level
        behind_sheets = reading.rank == RANK["sheets"] and gap.startswith(";")
        if level not in LEVELS and (behind_sheets or any(piece.kind == level for piece in reference.extra)):
            break  # `Картон 79. Ед. хр. 122; Картон 80. Ед. хр. 1`: a second box begins the next reference
        if sense.level == "page" and _NEXT_KEY.search(text, pos - 4, pos) is not None:
            break  # `"ф. 30 оп. 2 спр. 77", "pages": 214`
        heading = sense.level == "page" and label.written.istitle() and len(label.written) > LONGEST_SHORT
        if heading and _OWN_LINE.match(text, 0, pos) is not None:
            break  # `Ф. 487, оп. 1, спр. 545\nСтраница 22`: the heading of a page
        value = values.read(text, stop.end(), level, sense.meant or label.written)
        if value is None:
            _note_unread(text, reading, sense, stop.end())
            break
        _take(text, reading, sense, level, label, stop["stop"], value, gap)
        end = _mend_split_number(text, reading, level)
        pos = _skip_asides(text, end, reading)
        between = GAP.match(text, pos)
        assert between is not None
        breaks = text.count("\n", pos, between.end())
        if breaks > 1 and not _goes_on(text, between.end(), reading.rank):
            break
        if breaks and reading.rank == RANK["sheets"]:
            break
        gap = between["mark"].strip() or (text[pos - 1] if pos > end and text[pos - 1] in ".," else "")
        pos = between.end()
    reference.repairs.extend(punctuation.repairs(reading.marks))
    _documents_as_files(reading)
    _bare_manuscripts(text, reference)
    if reference.levels and reference.doubt is None:
        reference.doubt = tails.doubt(text, reference.end, reading.rank)
    return reading


def _goes_on(text: str, pos: int, rank: int) -> bool:
    """Whether the very next level stands at `pos`: scanned pages have empty lines within a reference."""
    label = label_at(text, pos)
    next_level = label is not None and any(s.level in RANK and RANK[s.level] == rank + 1 for s in label.senses)
    return next_level and PROSE.match(text, pos) is None


# a paragraph that begins with an abbreviation, a number and words: `Д. 5 по улице Ленина снесён`
PROSE = regex.compile(r"\p{L}{1,12}\.?\s?\d{1,5}\s(?!(?:и|та|і|and|или|об|зв|адв|ob)(?!\p{L}))\p{Ll}{2,}")

_NEXT_KEY = regex.compile(r"[\"'],\s?[\"']$")
_OWN_LINE = regex.compile(r"(?r)\n[^\S\n]*$")
_LISTS = frozenset({"per", "perechen", "пер", "перечень"})


def _documents_as_files(reading: Reading) -> None:
    """In a fond of lists (`f. 89, per. 12, dok. 5`) the documents of a list are its files."""
    reference = reading.reference
    by_list = any(mark.level == "opis" and mark.label.casefold() in _LISTS for mark in reading.marks)
    documents = [piece for piece in reference.extra if piece.kind == "document"]
    if by_list and documents and "dela" not in reference.levels:
        reference.levels["dela"] = tuple(piece.value for piece in documents)
        reference.by_document = True
        reference.extra = [piece for piece in reference.extra if piece.kind != "document"]


_ENDS_OR_SO_ON = regex.compile(r"\s?(?:[.;)\]]|$|\n|и\s(?:др|сл)\.)")
_BARE = regex.compile(r"\.\s(?=\d)")


def _bare_manuscripts(text: str, reference: Reference) -> None:
    """`Ф. 304/I. 239, 240`: in a part of a collection numbers without a label are manuscripts, but that is not sure."""
    fond = reference.levels.get("fond", ("",))[0]
    bare = _BARE.match(text, reference.end) if len(reference.levels) == 1 and fond[:1].isdigit() else None
    value = None if bare is None or numerals.roman(fond) is None else values.read(text, bare.end(), "dela")
    if value is not None and _ENDS_OR_SO_ON.match(text, value.end) is not None:
        reference.levels["dela"], reference.end = value.items, value.end
        reference.doubt = reference.doubt or f"{value.items[0]} stands without a label behind the fond"


def read_upwards(text: str, reading: Reading) -> bool:
    """`листах 14 и 15 дела 94 описи 3 фонда 17`: words from the sheet up to the fond; whether a fond was reached."""
    reference = reading.reference
    at = reference.end
    rank = reading.rank
    while rank > 0 and len(reading.first_label) > punctuation.LONGEST_ABBREVIATION:
        gap = GAP.match(text, at)
        label = None if gap is None or gap["mark"].strip() else label_at(text, gap.end())
        if label is None or len(label.written) <= punctuation.LONGEST_ABBREVIATION:
            break
        level = next((s.level for s in label.senses if s.level in LEVELS and RANK[s.level] < rank), None)
        stop = STOP.match(text, label.end)
        value = None if level is None or stop is None else values.read(text, stop.end(), level)
        if level is None or value is None:
            break
        reference.levels[level] = value.items
        at = value.end
        rank = RANK[level]
    if rank == 0:
        reference.end = at
        reference.levels = {level: reference.levels[level] for level in LEVELS if level in reference.levels}
    return rank == 0


_LONE_LETTER = regex.compile(r"[ЗзОоOoIlІб]\p{L}?(?![\p{L}\d])")
_DIGIT_SOON = regex.compile(r"[^\d\n]{1,20}\d")


def _note_unread(text: str, reading: Reading, sense: Sense, pos: int) -> None:
    """A label whose number cannot be read, though one stands near: the reference goes on, so it is doubtful."""
    if not reading.reference.levels or sense.level not in RANK:
        return
    digit = sense.level != "sheets" and _DIGIT_SOON.match(text, pos) is not None
    if digit or _LONE_LETTER.match(text, pos):
        reading.reference.doubt = f"what follows the label of {sense.level} cannot be read"


def _take(
    text: str, reading: Reading, sense: Sense, level: str, label: Label, stop: str, value: values.Value, gap: str
) -> None:
    """Add one level (or extra level) to the reference."""
    reference = reading.reference
    if not reading.first_label:
        reading.first_label = label.written
        reading.cyrillic = "Ѐ" <= label.written[0] <= "ӿ"
    if sense.traditions & reading.traditions:
        reading.traditions &= sense.traditions
    if level in LEVELS:
        reading.marks.append(punctuation.Mark(level, label.written, stop, gap))
        reference.levels[level] = value.items
        reference.paged |= sense.level == "page"
        reference.by_sign |= label.written == "№"
        reference.by_document |= level == "dela" and any(one.level == "document" for one in label.senses)
        senses = {one.level for one in label.senses}
        reference.leaf |= level in ("fond", "sheets") and "fond" in senses and not senses.isdisjoint(("sheets", "page"))
        reading.rank = RANK[level]
    else:
        reference.extra.append(Extra(level, value.items[0] if value.items else "", text[label.start : value.end]))
        if len(label.written) == 1 and _is_alien(label.written, reading):
            reference.doubt = reference.doubt or f"{label.written!r} is a letter of the other alphabet"
    if sense.meant is not None:
        right = LABELS["Cyrl" if reading.cyrillic else "Latn"].get(level, sense.meant)
        own = reading.cyrillic and not is_mixed(sense.meant + "а") and sense.meant[:1] != right[:1].casefold()
        if own and sense.meant and level in LEVELS:
            right = f"{sense.meant.capitalize()}."  # `Cnp.` is a Ukrainian `Спр.`
        kind: RepairKind = "look-alike label" if sense.meant else "label by place"
        reason = "look-alike letters in the label" if sense.meant else f"unknown label in the place of {level}"
        reference.repairs.append(Repair(_own(level), label.written + stop, right, kind, reason))
    if level in LEVELS:
        mend_alphabet(reference, level, value.items, cyrillic=reading.cyrillic)
    reference.extra.extend(Extra("letter", lettered, lettered) for lettered in value.letters)
    reference.repairs.extend(repairs_of(value, level))
    reference.doubt = reference.doubt or value.doubt
    if level == "sheets" and gap.startswith(";") and "fond" in senses:
        reference.doubt = reference.doubt or f"{label.written!r} behind a semicolon may be a leaf or the next fond"
    if len(value.items) > 1 and reference.doubt is None:
        reference.doubt = punctuation.lone_tight_comma(text, reference.start, label.start, value.end)
    reference.end = value.end


def _own(level: str) -> RepairLevel:
    """How repairs call a level: those beside the four are `extra`."""
    return level if level in LEVELS else "extra"


def repairs_of(value: values.Value, level: str) -> list[Repair]:
    """What was mended inside the number of a level."""
    own = _own(level)
    punctuation: tuple[RepairKind, ...] = ("separator", "hyphens")
    return [
        Repair("punctuation" if slip.kind in punctuation else own, slip.written, slip.read, slip.kind, slip.reason)
        for slip in value.slips
    ]


def mend_alphabet(reference: Reference, level: str, items: tuple[str, ...], *, cyrillic: bool) -> None:
    """A Latin `P` in `Ф. P-3897` is a Cyrillic `Р`: letters of numbers belong to the alphabet of what they stand behind."""
    table = lexicon().to_cyrillic if cyrillic else lexicon().to_latin
    if level == "sheets":
        items = tuple(item.replace("v", "") for item in items)  # the verso mark is no letter
    right = tuple(numerals.roman(item) or item.translate(table) for item in items)
    if all(numerals.roman(item) is not None for item in items):
        reference.canonical[level] = right  # a Roman number is the same in either alphabet
    elif right != items:
        written, read = ", ".join(items), ", ".join(right)
        reason = f"a {'Latin' if cyrillic else 'Cyrillic'} letter in the number of {level}"
        reference.repairs.append(Repair(level, written, read, "other alphabet", reason))  # type: ignore[arg-type]
        if level != "sheets":
            reference.canonical[level] = right


def _mend_split_number(text: str, reading: Reading, level: str) -> int:
    """A space inside a number (`Ф. 5 58. Оп. 1`): mended where a number of one level alone can stand, else a doubt."""
    reference = reading.reference
    more = _MORE_DIGITS.match(text, reference.end) if level in RANK else None
    if more is None:
        return reference.end
    gap = GAP.match(text, more.end())
    label = None if gap is None else label_and_sense(text, gap.end(), reading)[0]
    leads_on = label is not None
    items = reference.levels[level]
    if not items[-1][-1:].isdigit() or not (
        leads_on or (level in ("dela", "sheets") and _ENDS.match(text, more.end()))
    ):
        return reference.end
    written = f"{items[-1]} {more['digits']}"
    joined = items[-1] + more["digits"]
    reference.levels[level] = (*items[:-1], joined)
    repair = Repair(level, written, joined, "split number", "a space inside the number")  # type: ignore[arg-type]
    reference.repairs.append(repair)
    reference.end = more.end()
    if level in ("dela", "sheets") or (label is not None and label.written == "№"):
        reference.doubt = f"{written} may be one number or two"
    return reference.end


def _skip_asides(text: str, pos: int, reading: Reading) -> int:
    """Step over years, titles and sections between two levels and keep them; `pos` if no level follows them."""
    at = pos
    found: list[Extra] = []
    while len(found) < MOST_ASIDES and (piece := aside(text, at)) is not None:
        if piece[0].kind == "other" and _is_alien(piece[0].written[0], reading):
            break  # `op. 47, р. 355` with a Cyrillic р: a garbled label
        found.append(piece[0])
        at = piece[1]
    if not found:
        return pos
    gap = GAP.match(text, at)
    jumps = gap is None or (";" in gap["mark"] and found[-1].kind == "other")  # `F. 2, Taf. 5; Op. 3`
    label, sense = (None, None) if gap is None or jumps else label_and_sense(text, gap.end(), reading)
    stop = None if label is None else STOP.match(text, label.end)
    if label is None or stop is None or sense is None or sense.meant == "":
        return pos
    if any(one.kind == "section" for one in found) and sense.level not in LEVELS:
        return pos  # `L. 1. Autograph. Published in …, vol. 80`
    if values.read(text, stop.end(), "letter" if sense.level == "letter" else "dela") is None:
        return pos
    reading.reference.extra.extend(found)
    if reading.rank == RANK["fond"] and reading.reference.doubt is None:
        reading.reference.doubt = tails.part_of_fond(text, pos)
    long = next((one.value for one in found if one.kind == "section" and len(one.value.split()) > MOST_WORDS), None)
    if long is not None and reading.reference.doubt is None:
        reading.reference.doubt = f"the words between two levels may not belong to the reference: {long}"
    return at


def _is_alien(letter: str, reading: Reading) -> bool:
    """Whether a letter of the other alphabet looks like one of the reference's own."""
    return ord(letter) in (lexicon().to_cyrillic if reading.cyrillic else lexicon().to_latin)


MOST_ASIDES = 3
MOST_WORDS = 5
"""Words of a named part of a fond; more may be prose."""
