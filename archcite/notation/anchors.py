"""Where a reference may begin: an ibid word, or a number and the label before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from archcite.notation.labels import Label, label_ending_with
from archcite.notation.numerals import ALIKE
from archcite.notation.records import RANK
from archcite.notation.tradition import lexicon, pattern


@dataclass(slots=True, frozen=True)
class Patterns:
    """Compiled once a process from the lexicon."""

    ibid: regex.Pattern[str]
    number: regex.Pattern[str]
    label_before: regex.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, compiled on first use."""
    sign = r"(?:(?:№+|[Nn][or]?|#)\.?\s{0,2})?"
    fond_letter = r"(?:\p{L}{0,3}\.?\s?[-‐‑‒–—]{1,2}\s?)?"
    letter = r"(?P<letter>(?:\p{L}{1,3}\.?\s?[-‐‑‒–—]{1,2}\s?[" + ALIKE + r"]?|[РПИМRPM]\.\s?|\p{L}{1,2}\s?)?)"
    aside = r"(?:\s?\(\p{L}{1,4}\.?\))?"  # `fond (f.) 17`
    word = r"(?<![\p{L}\p{N}_])(?P<label>\p{L}[\p{L}'’ʹ]{0,13})"
    roman = _alike(pattern(tuple(sorted({"ф", "f", "фонд", "fond", *lexicon().ordinary}))))
    return Patterns(
        ibid=regex.compile(rf"(?:{_alike(pattern(lexicon().words['ibid']))})(?!\p{{L}})", regex.IGNORECASE),
        # behind a letter, or behind a number and a separator: the next of a chain of shorthands
        number=regex.compile(
            rf"(?<!\d)(?<=\p{{L}}['’ʹ]?(?:[ \u00a0](?=[.]))?[.,:;)(»\"”'/=]{{0,4}}\s{{0,40}}[\"'«(]?{sign}{fond_letter}|\d\p{{L}}{{0,2}}[.)]?[;,]\s{{1,3}}(?:№\s{{0,2}})?|\p{{Lu}}{{3}}[01]\s|\p{{Lu}}{{2}}\s?[|\t]\s?)\d"
            # `Д. б/н`
            r"|(?<=(?<!\p{L})\p{L}{1,8}[.]?\s{0,2})[бb]/[нn](?!\p{L})"
            # a fond with a Roman number
            rf"|(?=[IVXLІХ])(?<=(?<!\p{{L}})(?i:{roman})[.,:;/–-]{{0,2}}\s)[IVXLІХ]{{1,6}}(?=[.,:;/–-]{{0,2}}\s)"
        ),
        label_before=regex.compile(
            rf"(?r){word}{aside}(?:(?:[ \u00a0](?=[.]))?[.,:;]{{0,2}}[-–]?\s{{0,40}}|[\"']?\s?[=:]\s?[\"'«]?){sign}{letter}"
        ),
    )


_CYRILLIC_WORD = regex.compile(r"(?<!\\)[а-яіўё]")


def _alike(forms: str) -> str:
    """The pattern of Cyrillic words with their Latin look-alikes: `Тaм жe`."""
    table = lexicon().to_latin
    return _CYRILLIC_WORD.sub(lambda m: f"[{m.group()}{table.get(ord(m.group()), '')}]", forms)


def label_before(text: str, pos: int, floor: int) -> Label | None:
    """The label that the number at `pos` stands behind."""
    before = patterns().label_before.match(text, floor, pos)
    if before is None:
        return None
    label = label_ending_with(text, before.start("label"), before.end("label"), floor)
    if label is None and before["letter"]:  # `ф Р5674` was tried; now `Ф 5674`
        start = before.start("letter")
        if start == 0 or not text[start - 1].isalpha():
            label = label_ending_with(text, start, start + len(before["letter"].rstrip()), floor)
            if label is not None and "-" in before["letter"] and not any(s.level in RANK for s in label.senses):
                return None  # the `P-` of `P-2/1/1735` is a fond's letter
    return label
