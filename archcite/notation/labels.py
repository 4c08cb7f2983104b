"""Finding a label at a place of the text by dictionary; only labels of several words are matched by pattern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from archcite.notation.tradition import Sense, key, lexicon, pattern


@dataclass(slots=True, frozen=True)
class Label:
    """A label as it stands in the text (without its stop), and what it can mean."""

    start: int
    end: int
    written: str
    senses: tuple[Sense, ...]


@dataclass(slots=True, frozen=True)
class _Table:
    single: dict[str, tuple[Sense, ...]]
    by_first: dict[str, regex.Pattern[str]]
    by_last: dict[str, regex.Pattern[str]]


_WORD = regex.compile(r"[\p{L}\d][\p{L}'’ʹ]{0,13}+(?![\p{L}\p{M}])")
_DIGIT_FIRST = regex.compile(r"0\p{L}{1,2}(?!\p{L})")
_PARTS = regex.compile(r"[\s.-]+")


@cache
def _table() -> _Table:
    """Made once a process from the lexicon."""
    lex = lexicon()
    single = {}
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for form in (*lex.spellings, *lex.garbled):
        parts = [part.casefold() for part in _PARTS.split(form)]
        if len(parts) == 1:
            single[parts[0]] = lex.senses[key(form)]
        else:
            first.setdefault(parts[0], []).append(form)
            last.setdefault(parts[-1], []).append(form)
    return _Table(
        single,
        {word: regex.compile(rf"(?:{pattern(tuple(forms))})(?!\p{{L}})", regex.I) for word, forms in first.items()},
        {
            word: regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{pattern(tuple(forms))})$", regex.I)
            for word, forms in last.items()
        },
    )


_DOUBLED = regex.compile(r"(\p{L})\W{1,3}\1", regex.IGNORECASE)
"""`л. л. 15` is a doubled label, in `l. l98` the second letter stands for a digit."""
_LETTER_OF_NUMBER = regex.compile(r"\d|[-–]\d")
"""`Ф. Ф-30`: the second letter belongs to the number."""
_LONGEST = 24
_MIXED = regex.compile(r"(?=.*\p{Latin})(?=.*\p{Cyrillic})")


def is_mixed(written: str) -> bool:
    """Whether a string has letters of both alphabets."""
    return _MIXED.match(written) is not None


def label_at(text: str, pos: int) -> Label | None:
    """The longest label that starts at `pos`, or None.

    One with letters of both alphabets, or with digits among its letters, is read as garbled.
    """
    if not text[pos : pos + 1].isalnum():
        return None
    label = _label_at(text, pos)
    letter = label is not None and len(label.written) == 1 and key(label.written) in lexicon().ordinary
    if label is not None and not letter and not text[label.end : label.end + 1].isdigit():
        return label
    if (garbled := _with_digits(text, pos)) is not None:
        return garbled
    if label is not None and not letter:
        return label
    return _with_both_alphabets(text, pos) or label


def _with_both_alphabets(text: str, pos: int) -> Label | None:
    """A label with letters of both alphabets, in one word or in several (`a. е.`)."""
    first = _WORD.match(text, pos)
    if first is None or not (is_mixed(first.group()) or _may_begin(first.group().casefold())):
        return None
    window = text[pos : pos + _LONGEST]
    for table in (lexicon().to_cyrillic, lexicon().to_latin):
        folded = _label_at(window.translate(table), 0)
        if folded is not None and is_mixed(written := window[: folded.end]):
            senses = tuple(Sense(sense.level, sense.traditions, folded.written) for sense in folded.senses)
            return Label(pos, pos + folded.end, written, senses)
    return None


def _may_begin(word: str) -> bool:
    """Whether a label of several words begins with this one, in either alphabet."""
    by_first = _table().by_first
    return word in by_first or (len(word) < MIXED_WORD and word.translate(lexicon().to_cyrillic) in by_first)


MIXED_WORD = 3
"""Letters of a word that can be all look-alikes (`a. е.`); longer ones show that they are mixed."""
_WITH_DIGITS = regex.compile(
    r"(?=\p{L}*[0136])(?=\d?\p{L})[\p{L}0136]{2,14}+(?=[.:]?\s{1,2}(?:№\s?)?(?:\p{L}{1,3}\s?[-‐‑–])?\d)"
)
_DIGITS: list[dict[str, str]] = [{"0": "о", "1": "і", "3": "з", "6": "б"}, {"0": "o", "1": "l"}, {"0": "o", "1": "i"}]


def _with_digits(text: str, pos: int) -> Label | None:
    """A label in which digits stand for letters (`f0nd`, `fi1e`, `В0п`, `1l`), with a number behind it."""
    match = _WITH_DIGITS.match(text, pos)
    if match is None:
        return None
    written = match.group()
    for digits in _DIGITS:
        word = written.casefold().translate({ord(digit): letter for digit, letter in digits.items()})
        senses = _table().single.get(word)
        if senses is not None and all(sense.meant is None for sense in senses):
            meant = tuple(Sense(sense.level, sense.traditions, word) for sense in senses)
            return Label(pos, match.end(), written, meant)
    return None


def _label_at(text: str, pos: int) -> Label | None:
    table = _table()
    match = _WORD.match(text, pos)
    if match is None:
        return None
    word = match.group().casefold()
    if word[0].isdigit():  # `0п.` is a garbled label, `5л` is a number
        match = _DIGIT_FIRST.match(text, pos)
        if match is None or (word := match.group().casefold()) not in table.single:
            return None
    several = table.by_first.get(word)
    longer = None if several is None else several.match(text, pos)
    if longer is not None and not (
        _DOUBLED.fullmatch(longer.group()) and _LETTER_OF_NUMBER.match(text, longer.end()) is not None
    ):
        return Label(pos, longer.end(), longer.group(), lexicon().senses[key(longer.group())])
    senses = table.single.get(word)
    return None if senses is None else Label(pos, match.end(), match.group(), senses)


def label_ending_with(text: str, start: int, end: int, floor: int) -> Label | None:
    """The label whose last word stands at `start`..`end`: of several words (`ед. хр.`) if such a one stands there."""
    table = _table()
    word = text[start:end].casefold()
    if (several := table.by_last.get(word)) is not None:
        begin = max(floor, start - 24)
        longer = several.search(text[begin:end])
        if longer is not None:
            return Label(begin + longer.start(), end, longer.group(), lexicon().senses[key(longer.group())])
    return label_at(text, start)
