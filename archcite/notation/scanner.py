"""One pass over a text: every reference as it is written, and the printed sources between them.

Anchors (a label with a number, an ibid word, numbers in a shorthand) are found from left to right; from an anchor the
reference is read label by label, and scanning goes on behind it. Nothing is read twice, so the time is linear.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING

import regex

from archcite.notation import punctuation, values
from archcite.notation.labels import Label, label_at, label_ending_with
from archcite.notation.mentions import archive_before
from archcite.notation.records import LEVELS, RANK, Extra, Printed, Reference, Repair
from archcite.notation.tradition import Sense, key, lexicon, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives import Authority

KEPT_STOPS = frozenset({"об", "ob", "зв", "адв", "обор", "звор"})
"""Verso words that are abbreviations: their full stop belongs to the reference."""

WEAK_IBID = frozenset({"id", "idem", "там", "samas", "turpat"})
"""Ibid words that are also ordinary words: they count only with a level behind them."""

LABELS = {
    "Cyrl": {"fond": "Ф.", "opis": "Оп.", "dela": "Д.", "sheets": "Л."},
    "Latn": {"fond": "F.", "opis": "Op.", "dela": "D.", "sheets": "L."},
}


@dataclass(slots=True, frozen=True)
class Patterns:
    """Compiled once a process from the lexicon."""

    ibid: regex.Pattern[str]
    number: regex.Pattern[str]
    label_before: regex.Pattern[str]
    letter_before: regex.Pattern[str]
    shorthand: regex.Pattern[str]
    delimiter: regex.Pattern[str]
    stop: regex.Pattern[str]
    gap: regex.Pattern[str]
    aside: regex.Pattern[str]
    year: regex.Pattern[str]
    unknown: regex.Pattern[str]
    chain: regex.Pattern[str]
    fond_before: regex.Pattern[str]


@cache
def _patterns() -> Patterns:
    lex = lexicon()
    flags = regex.IGNORECASE
    number = r"\d{1,6}\p{L}{0,2}(?!\p{L})"
    lettered = rf"(?:\p{{L}}{{1,3}}-)?+{number}"
    sign = r"(?:(?:№+|[Nn][or]?|#)\.?\s{0,2})?"
    fond_letter = r"(?:\p{L}{0,3}\s?[-‐‑‒–—]\s?)?"
    return Patterns(
        ibid=regex.compile(rf"(?:{pattern(lex.words['ibid'])})(?!\p{{L}})", flags),
        number=regex.compile(rf"(?<!\d)(?<=\p{{L}}['’ʹ]?[.,:;)(]{{0,3}}\s{{0,10}}{sign}{fond_letter})\d"),
        label_before=regex.compile(
            rf"(?r)(?<![\p{{L}}\p{{N}}_])(?P<label>\p{{L}}[\p{{L}}'’ʹ]{{0,13}})[.,:;]{{0,2}}\s{{0,10}}{sign}(?P<letter>(?:\p{{L}}{{1,3}}\s?[-‐‑‒–—]\s?|\p{{L}}{{1,2}}\s?)?)"
        ),
        letter_before=regex.compile(r"(?r)(?<![\p{L}\p{N}])\p{L}{1,3}[-‐‑–]"),
        shorthand=regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?:{lettered}(?:/{number}){{1,3}}|{lettered}(?:\.{number}){{2,3}}|{lettered}(?:[-‐‑–]{number}){{2,3}})(?![\p{{L}}\d/])"
        ),
        delimiter=regex.compile(r"[/.]|(?<=\d\p{L}{0,2})[-‐‑–]"),
        stop=regex.compile(r"(?P<stop>[.,:;]{0,2})\s{0,10}"),
        gap=regex.compile(r"\s{0,3}(?P<mark>[.,;:]{0,2}\s?[-‐‑–—]?)\s{0,6}"),
        aside=regex.compile(r"\s{0,2}[.,]?\s{0,2}[(\[«\"“][^()\[\]«»\"“”\n]{1,160}[)\]»\"”]\s{0,2}"),
        year=regex.compile(
            r"(?P<written>(?:1[5-9]|20)\d\d(?:\s?[-–—]\s?(?:1[5-9]|20)\d\d)?\s?(?:гг?|год[аы]?|года|рр?|g|gg|y)\.?)(?!\p{L})",
            flags,
        ),
        unknown=regex.compile(r"(?P<label>\p{L}{1,4})\.\s{0,2}(?=\d)"),
        chain=regex.compile(
            r"[\s.,;)\]]{0,4}(?:(?:а\s+также|также|и|and|та|also|см\.|see)\s+){0,2}(?:\(?(?:1[5-9]|20)\d\d\)?\s?[:,]\s?)?[\s(]{0,2}",
            flags,
        ),
        fond_before=regex.compile(r"(?P<fond>(?:\p{Lu}{1,2}\s?[-–‑]\s?)?\d{1,6}\p{L}?)[.,]\s?"),
    )


@dataclass(slots=True)
class _Reading:
    """A reference in the making: what is read, and how it was punctuated."""

    reference: Reference
    traditions: frozenset[str]
    rank: int = -1
    marks: list[punctuation.Mark] = field(default_factory=list)
    cyrillic: bool = False
    first_label: str = ""


class Scanner:
    """Reads references; holds the lexicon and the authority file that names are looked up in."""

    __slots__ = ("_all", "_authority", "_patterns", "_values")

    def __init__(self, authority: Authority) -> None:
        self._authority = authority

        self._patterns = _patterns()
        self._values = values.patterns()
        self._all = frozenset(lexicon().titles) - lexicon().number_first

    def scan(self, text: str) -> Iterator[Reference | Printed]:
        """Yield what stands in `text`, in its order. Spans are code points of `text` and do not overlap."""
        pos = 0
        last: Reference | None = None
        # digits are rare in prose, so looking for them first and for their label behind them is fast
        anchors = merge(
            ((match.start(), match.end(), True) for match in self._patterns.ibid.finditer(text)),
            ((match.start(), match.end(), False) for match in self._patterns.number.finditer(text)),
        )
        for start, end, is_ibid in anchors:
            if start < pos:
                continue
            found = self._ibid(text, start, end) if is_ibid else self._at_number(text, start, pos, last)
            if found is None:
                continue
            pos = found.end
            last = found if isinstance(found, Reference) else None
            yield found

    def _at_number(self, text: str, pos: int, floor: int, last: Reference | None) -> Reference | Printed | None:
        """What a number at `pos` belongs to: the first level of a reference, a shorthand, a page, or nothing."""
        before = self._patterns.label_before.match(text, floor, pos)
        label = None if before is None else label_ending_with(text, before.start("label"), before.end("label"), floor)
        if label is None and before is not None and before["letter"]:  # `ф Р5674` was tried; now `Ф 5674`
            start = before.start("letter")
            label = (
                None
                if text[start - 1].isalpha()
                else label_ending_with(text, start, start + len(before["letter"].rstrip()), floor)
            )
        if label is None:
            return self._shorthand(text, pos, floor, last)
        reading = self._read(text, label.start, Reference(label.start, label.start))
        reference = reading.reference
        if not reference.levels:
            return self._printed(text, label)
        if last is not None and (gap := self._patterns.chain.match(text, last.end)) is not None:
            reference.chained = gap.end() == reference.start
        self._add_fond_before(text, reference, floor)
        mention, repairs = archive_before(text, reference.start, floor, self._authority)
        if mention is not None:
            reference.archive = mention
            reference.start = mention.start
            reference.chained = False
            reference.repairs[:0] = repairs
        return reference if self._accepted(text, reading) else None

    # reading level by level

    def _read(self, text: str, pos: int, reference: Reference) -> _Reading:
        """Read label after label from `pos`; `reference` grows and its end is that of the last value."""
        reading = _Reading(reference, self._all)
        if reference.levels:
            reading.rank = max(RANK[level] for level in reference.levels)
        gap = ""
        while True:
            label = label_at(text, pos)
            sense = None if label is None else self._sense(text, label, reading)
            if label is None or sense is None:
                label, sense = self._label_by_place(text, pos, reading)
                if label is None or sense is None:
                    break
            stop = self._patterns.stop.match(text, label.end)
            assert stop is not None  # the pattern matches the empty string
            level = "sheets" if sense.level == "page" else sense.level
            value = values.read(text, stop.end(), level, KEPT_STOPS)
            if value is None:
                break
            self._take(text, reading, sense, level, label, stop["stop"], value, gap)
            pos = self._skip_asides(text, value.end, reading)
            between = self._patterns.gap.match(text, pos)
            assert between is not None
            breaks = text.count("\n", pos, between.end())
            if breaks > 1 or (breaks and reading.rank == RANK["sheets"]):
                break
            gap = between["mark"].strip()
            pos = between.end()
        reference.repairs.extend(punctuation.repairs(reading.marks))
        return reading

    def _sense(self, text: str, label: Label, reading: _Reading) -> Sense | None:
        """What a label means here: a level lower than the last one, in a tradition that fits the labels before."""
        started = bool(reading.reference.levels) or reading.reference.ibid is not None
        possible = []
        for sense in label.senses:
            if sense.meant is not None and not (started and text.startswith(".", label.end)):
                continue
            if sense.level in RANK:
                if RANK[sense.level] > reading.rank:
                    possible.append(sense)
            elif sense.level == "page":
                if "sheets" not in reading.reference.levels and (
                    "dela" in reading.reference.levels or reading.reference.ibid is not None
                ):
                    possible.append(sense)
            elif started:
                possible.append(sense)
        fitting = [sense for sense in possible if sense.traditions & reading.traditions]
        if not fitting and len(possible) == 1 and possible[0].traditions & self._all:
            fitting = possible  # a mixed reference: `ф. 17, op. 3`
        if len(fitting) > 1:  # a level before an extra; then the tradition that more labels share
            fitting.sort(key=lambda sense: (sense.level not in RANK, -len(sense.traditions & reading.traditions)))
        return fitting[0] if fitting else None

    def _label_by_place(self, text: str, pos: int, reading: _Reading) -> tuple[Label | None, Sense | None]:
        """An unknown short label exactly between two known ones is the level between them (`F. 558. Qp. 1. D. 3`)."""
        wanted = {0: ("opis", "dela"), 1: ("dela", "sheets")}.get(reading.rank)
        unknown = self._patterns.unknown.match(text, pos) if wanted and reading.reference.levels else None
        if unknown is None or wanted is None:
            return None, None
        value = values.read(text, unknown.end(), wanted[0], KEPT_STOPS)
        if value is None or (gap := self._patterns.gap.match(text, value.end)) is None:
            return None, None
        following = label_at(text, gap.end())
        if following is None or not any(s.level == wanted[1] for s in following.senses):
            return None, None
        sense = Sense(wanted[0], reading.traditions, "")
        return Label(pos, unknown.end("label"), unknown["label"], (sense,)), sense

    def _take(
        self,
        text: str,
        reading: _Reading,
        sense: Sense,
        level: str,
        label: Label,
        stop: str,
        value: values.Value,
        gap: str,
    ) -> None:
        """Add one level (or extra level) to the reference."""
        reference = reading.reference
        written = label.written
        if not reading.first_label:
            reading.first_label = written
            reading.cyrillic = "Ѐ" <= written[0] <= "ӿ"
        if sense.traditions & reading.traditions:
            reading.traditions &= sense.traditions
        if level in RANK:
            reading.marks.append(
                punctuation.Mark(
                    level,
                    written,
                    stop,
                    gap,
                    glued=value.end - label.end == len(value.items[0]) if value.items else False,
                )
            )
            reference.levels[level] = value.items
            reading.rank = RANK[level]
        else:
            reference.extra.append(Extra(level, value.items[0] if value.items else "", text[label.start : value.end]))
        if sense.meant is not None:
            right = LABELS["Cyrl" if reading.cyrillic else "Latn"][level]
            reason = "look-alike letters in the label" if sense.meant else f"unknown label in the place of {level}"
            reference.repairs.append(Repair(level, written + stop, right, reason))
        reference.doubt = reference.doubt or value.doubt
        reference.end = value.end

    def _skip_asides(self, text: str, pos: int, reading: _Reading) -> int:
        """Step over a year or a title between two levels and keep it; `pos` if no level follows it."""
        aside = self._patterns.aside.match(text, pos)
        kind = "title"
        if aside is None:
            gap = self._patterns.gap.match(text, pos)
            aside = self._patterns.year.match(text, gap.end()) if gap is not None else None
            kind = "year"
        if aside is None:
            return pos
        gap = self._patterns.gap.match(text, aside.end())
        label = None if gap is None else label_at(text, gap.end())
        if label is None or self._sense(text, label, reading) is None:
            return pos
        if values.read(text, self._patterns.stop.match(text, label.end).end(), "dela", KEPT_STOPS) is None:  # type: ignore[union-attr]
            return pos
        written = aside.group().strip(" \t\r\n.,")
        reading.reference.extra.append(Extra(kind, written.strip('()[]«»"“”'), written))
        return aside.end()

    # other anchors

    def _ibid(self, text: str, start: int, end: int) -> Reference | None:
        """`Ibid.` with the levels behind it, or alone where it closes a note, a bracket or a sentence."""
        if start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
            return None
        word = text[start:end]
        reference = Reference(start, end, ibid=word)
        gap = self._patterns.gap.match(text, end)
        assert gap is not None
        if "\n" not in text[end : gap.end()] or not word[0].islower():
            self._read(text, gap.end(), reference)
        if reference.levels or reference.extra:
            return reference
        if word[0].islower() or key(word) in WEAK_IBID:
            return None
        return reference if _CLOSES.match(text, end) else None

    def _shorthand(self, text: str, pos: int, floor: int, last: Reference | None) -> Reference | None:
        """`RGASPI, 17/3/94`, `RGASPI 558.11.754.121`, `РГАСПИ, 558–11–97`: an archive and its numbers by place."""
        letter = self._patterns.letter_before.match(text, floor, pos)
        match = self._patterns.shorthand.match(text, pos if letter is None else letter.start())
        if match is None:
            return None
        mention, repairs = archive_before(text, match.start(), floor, self._authority, known_only=True)
        chained = (
            last is not None
            and (gap := self._patterns.chain.match(text, last.end)) is not None
            and gap.end() == match.start()
        )
        numbers = [number.replace("\0", "-") for number in self._patterns.delimiter.split(_protect(match.group()))]
        if _DATE.match(match.group()):
            return None
        if (
            mention is None
            and not chained
            and (last is None or last.levels.get("fond") != (values.tidy(numbers[0]),) or numbers[0].isdigit())
        ):
            return None  # `И-138-2-532` alone counts as the lettered fond of the reference before it
        reference = Reference(
            match.start() if mention is None else mention.start, match.end(), mention, chained=mention is None
        )
        for level, number in zip(LEVELS, numbers, strict=False):
            reference.levels[level] = (values.tidy(number),)
        reference.repairs.extend(repairs)
        if "dela" in reference.levels and "sheets" not in reference.levels:
            more = self._values.conjunction.match(text, reference.end)
            if (
                more is not None
                and (value := values.read(text, more.end(), "dela", KEPT_STOPS)) is not None
                and text[more.start()] != ","
            ):
                reference.levels["dela"] += value.items
                reference.end = value.end
            gap = self._patterns.gap.match(text, reference.end)
            if gap is not None:
                self._read(text, gap.end(), reference)
        return reference

    def _printed(self, text: str, label: Label) -> Printed | None:
        """A page mark outside a reference is a printed source, if it stands as bibliographies write it."""
        if not any(sense.level == "page" for sense in label.senses):
            return None
        before = text[max(0, label.start - 3) : label.start].rstrip()
        if label.written[0].isupper() or before.endswith((",", ".", ":", ")")) or len(label.written) > 1:
            return Printed(label.start, label.end)
        return None

    def _add_fond_before(self, text: str, reference: Reference, floor: int) -> None:
        """`ОГАЧО. Р-274. Оп. 3`: a lettered number between archive and opis is the fond."""
        if "fond" in reference.levels or "opis" not in reference.levels or reference.chained:
            return
        window = text[max(floor, reference.start - 24) : reference.start]
        for match in self._patterns.fond_before.finditer(window):
            if match.end() == len(window):
                start = reference.start - len(window) + match.start()
                mention, _ = archive_before(text, start, floor, self._authority)
                lettered = not match["fond"][0].isdigit()
                if mention is None and not lettered:
                    return
                reference.levels = {"fond": (values.tidy(match["fond"]),), **reference.levels}
                reference.start = start
                if not lettered:
                    reference.repairs.append(
                        Repair(
                            "fond",
                            match["fond"],
                            match["fond"],
                            "the number stands in the fond's place without its label",
                        )
                    )
                return

    def _accepted(self, text: str, reading: _Reading) -> bool:
        """Whether what was read is an archival reference and not an initial, an opus number or a page."""
        reference = reading.reference
        levels = reference.levels
        if reference.archive is not None:
            return (
                reference.archive.id is not None
                or bool(reference.archive.candidates)
                or len(levels) > 1
                or "fond" in levels
            )
        if reference.chained:
            return True
        if "fond" in levels:
            if "opis" in levels or "dela" in levels:
                return True
            word = len(reading.first_label) > 1
            if not reading.cyrillic:
                return word and len(levels) == 1
            return (
                word
                or reading.first_label.islower()
                or not _NAME_BEFORE.match(text[max(0, reference.start - 40) : reference.start])
            )
        if "opis" in levels and "dela" in levels:
            return reading.cyrillic or "sheets" in levels
        return "dela" in levels and "sheets" in levels


_CLOSES = regex.compile(r"[.,]?\s{0,2}(?:$|[)\];\n\"”»]|\r)")
_NAME_BEFORE = regex.compile(r"(?s:.*)\p{Lu}[\p{L}’'-]+,?\s{1,2}$")
_DATE = regex.compile(r"(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:1[5-9]\d\d|20\d\d|\d\d)$")
_LETTERED = regex.compile(r"^(\p{L}{1,3})-")


def _protect(short: str) -> str:
    """Hide the hyphen of a fond letter (`И-138-2-532`) from the split."""
    return _LETTERED.sub("\\1\0", short)
