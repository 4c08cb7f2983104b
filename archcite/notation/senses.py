"""What a label means in its place: of which level and tradition it is, given the labels before it."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from archcite.notation import punctuation, values
from archcite.notation.labels import Label, is_mixed, label_at
from archcite.notation.numerals import ALIKE
from archcite.notation.punctuation import GAP
from archcite.notation.records import LEVELS, RANK, Reference
from archcite.notation.tradition import LONGEST_GARBLED_LABEL, Sense, key, lexicon

STOP = regex.compile(
    r"(?:\s?\(\p{L}{1,4}\.?\))?(?:[\"']?\s?(?P<stop>[=:])\s?[\"'«]|[\"']\s?(?P<stop>[=:])\s?|(?P<stop>=|(?:[ \u00a0](?=[.]))?[.,:;/]{0,2}[-–—]?)\s{0,40})(?:\[(?:or|или|або)\s[^\[\]\n]{1,16}\]\s?)?"
)
STOP_SIGN = regex.compile(r"[.,:;/]")
_UNKNOWN = regex.compile(r"(?P<label>\p{L}{1,4})\.\s{0,2}(?=\d)")
_NUMBER_WORD = regex.compile(r"[Nn]o\.?\s(?=\d)")  # `inventory 2, no. 184`
_SHEETS_OF_NUMBER = regex.compile(r"№\s?\d{1,5}\p{L}?[.,]\s(?:Лл?|л{1,2}|[Аа]рк)\.")  # `Там же. № 5. С. 3` is a journal
_STOPS = frozenset(".:;/-–")
_NUMBER_SIGN = regex.compile(rf"№\s{{0,2}}(?=[{ALIKE}]{{0,2}}\d|[{ALIKE}](?![\p{{L}}\d]))")


@dataclass(slots=True)
class Reading:
    """A reference in the making: which traditions its labels fit, and how it is punctuated."""

    reference: Reference
    traditions: frozenset[str]
    rank: int = -1
    marks: list[punctuation.Mark] = field(default_factory=list)
    cyrillic: bool = False
    first_label: str = ""


def label_and_sense(text: str, pos: int, reading: Reading) -> tuple[Label | None, Sense | None]:
    """The label at `pos` and what it means there."""
    label = label_at(text, pos)
    if label is not None and (sense := _sense(text, label, reading)) is not None:
        return label, _opis_by_place(text, label, sense, reading)
    above = reading.rank == RANK["opis"] or (reading.rank == RANK["fond"] and "fond" in reading.reference.levels)
    first = not reading.reference.levels and not reading.reference.extra
    above = above or (first and reading.reference.chained)
    above = above or (first and reading.reference.ibid is not None and _SHEETS_OF_NUMBER.match(text, pos) is not None)
    sign = (_NUMBER_SIGN.match(text, pos) or _NUMBER_WORD.match(text, pos)) if above else None
    if sign is not None:
        sense = Sense("dela", reading.traditions)  # manuscript departments: `Ф. 1000. Оп. 2. № 1234`
        return Label(pos, sign.end(), "№", (sense,)), sense
    return _label_by_place(text, pos, reading)


def _sense(text: str, label: Label, reading: Reading) -> Sense | None:
    """What a label means here: a level lower than the last one, in a tradition that fits the labels before."""
    reference = reading.reference
    if reading.rank == RANK["opis"] and any(sense.level == "document" for sense in label.senses):
        document = next(sense for sense in label.senses if sense.level == "document")
        return Sense(
            "dela", document.traditions
        )  # `f. 89, op. 42, doc. 26`: no file is named, the document is the unit
    started = bool(reference.levels) or reference.ibid is not None or reference.chained
    is_fond = any(sense.level == "fond" for sense in label.senses)  # the French `f.` of a leaf
    possible = []
    for sense in label.senses:
        if sense.meant is not None and not (
            (started and (_is_garble(label.written) or STOP_SIGN.match(text, label.end)))
            or (len(label.written) >= LONGEST_GARBLED_LABEL + 1 and is_mixed(label.written))
        ):
            continue  # `On 1` may be a word and a day, `On. 1` and `оpis 1` are labels
        if sense.level in RANK and len(label.written) == 1 and not _narrowed(text, label, sense, reading):
            continue
        if sense.level in RANK:
            if RANK[sense.level] > reading.rank and (
                sense.level != "sheets"
                or not is_fond
                or reading.traditions <= sense.traditions | {"english"}
                or ("dela" in reference.levels and not _opens_reference(text, label))  # `517/1/1621, f. 8`
            ):
                possible.append(sense)
        elif sense.level == "page":
            if "sheets" not in reference.levels and ("dela" in reference.levels or reference.ibid is not None):
                possible.append(sense)
        elif started and not (sense.level == "folder" and "sheets" in reference.levels):
            possible.append(sense)
    fitting = [sense for sense in possible if sense.traditions & reading.traditions]
    if not fitting and (len(possible) == 1 or any(sense.level == "page" for sense in possible)):
        fitting = possible  # a mixed reference: `ф. 17, op. 3`
    if len(fitting) > 1:  # a level before an extra; then the tradition that more labels share
        main = {*LEVELS, "page"}
        fitting.sort(key=lambda sense: (sense.level not in main, -len(sense.traditions & reading.traditions)))
    return fitting[0] if fitting else None


def _narrowed(text: str, label: Label, sense: Sense, reading: Reading) -> bool:
    """Whether a letter that is a word too is a label: where no other tradition fits the labels before.

    `спр. 12, а. 25`, `zesp. 495, inw. 124, t. 27`; one that is no label otherwise (`а`) needs a stop too.
    """
    if key(label.written) not in lexicon().ordinary:
        return True
    stopped = len(label.senses) > 1 or text[label.end : label.end + 1] in _STOPS
    return stopped and reading.traditions <= sense.traditions


def _opens_reference(text: str, label: Label) -> bool:
    """Whether a label that can mean a fond is followed by an opis."""
    stop = STOP.match(text, label.end)
    value = None if stop is None else values.read(text, stop.end(), "fond")
    gap = None if value is None else GAP.match(text, value.end)
    following = None if gap is None else label_at(text, gap.end())
    return following is not None and any(sense.level == "opis" for sense in following.senses)


def _is_garble(written: str) -> bool:
    return is_mixed(written) or any(c.isdigit() for c in written)


# one wrong letter in a short label; `Рол. 4332` between fond and delo is a reel and no opis
_NEAR = {
    "opis": regex.compile(r"(?:оп|op|о|o){s<=1}", regex.IGNORECASE),
    "dela": regex.compile(r"\p{L}|(?:дд|dd|спр|spr){s<=1}", regex.IGNORECASE),
}


def _opis_by_place(text: str, label: Label, sense: Sense, reading: Reading) -> Sense:
    """A label of sheets between fond and file is that of an opis: `Fond 5446, List 1, File 95`, as translators have it."""
    if sense.level != "sheets" or reading.rank != RANK["fond"]:
        return sense
    value = values.read(text, stop.end(), "opis") if (stop := STOP.match(text, label.end)) is not None else None
    gap = None if value is None else GAP.match(text, value.end)
    following = None if gap is None or ";" in gap["mark"] else label_at(text, gap.end())
    if following is None or not any(one.level == "dela" for one in following.senses):
        return sense
    reading.reference.doubt = reading.reference.doubt or f"{label.written!r} stands where the opis does"
    return Sense("opis", reading.traditions, "")


def _label_by_place(text: str, pos: int, reading: Reading) -> tuple[Label | None, Sense | None]:
    """An unknown short label exactly between two known ones is the level between them (`F. 558. Qp. 1. D. 3`)."""
    wanted = {0: ("opis", "dela"), 1: ("dela", "sheets")}.get(reading.rank)
    unknown = _UNKNOWN.match(text, pos) if wanted and reading.reference.levels else None
    if unknown is None or wanted is None or _NEAR[wanted[0]].fullmatch(unknown["label"]) is None:
        return None, None
    value = values.read(text, unknown.end(), wanted[0])
    if value is None or (gap := GAP.match(text, value.end)) is None:
        return None, None
    following = label_at(text, gap.end())
    if following is None or not any(s.level == wanted[1] for s in following.senses):
        return None, None
    sense = Sense(wanted[0], reading.traditions, "")
    return Label(pos, unknown.end("label"), unknown["label"], (sense,)), sense
