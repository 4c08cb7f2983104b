"""Machine-translation stutter: a passage that stands word for word a second time, shortly after the first.

Only whole sentences count, and `LEAST` words of them, or `LEAST_AT_ONCE` where the two stand side by side; the words must be the same, their case and the signs between them need
not be. What comes a third time is a formula or a refrain and no stutter; so are lines as short as those of verses and
tables. A passage that begins otherwise and goes on alike is another sentence: it is not marked.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import regex

LEAST = 12
"""Words of the shortest passage."""

LEAST_AT_ONCE = 3
"""Words of the shortest sentence that stands twice at once: `The Council met. The Council met.`"""

NEAR = 250
"""Words from the end of the first to the beginning of the second."""

SHORT_LINE = 60
"""Mean code points of a line, if the passage has several, up to which they are verses or rows."""

_WORD: Final = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*+")
_STOP: Final = regex.compile(r"[.!?…\n\r]")
# `Leave at once! Leave at once!` is the writer's own.
_SHOUTED: Final = regex.compile(r"[»”\"]?[!?]")
_CLOSES: Final = regex.compile(r"[.,!?…;:»”\"’')\]]{0,10}")


@dataclass(slots=True, frozen=True)
class Repeat:
    """The second occurrence, `start` and `end` in code points of the text, and where the passage stands first."""

    start: int
    end: int
    first: int


@dataclass(slots=True)
class _Words:
    """The words of a region: where each begins and ends, and a number for each different one."""

    starts: list[int]
    ends: list[int]
    ids: list[int]
    opens: list[bool]
    """Whether a sentence or line begins with the word."""

    def __len__(self) -> int:
        return len(self.ids)


def repeated(text: str, start: int, end: int) -> list[Repeat]:
    """The second occurrences of what is repeated in `text[start:end]`, in order, without overlaps. Linear time."""
    words = _words(text, start, end)
    at_once = _at_once(text, words, end)
    if len(words) < 2 * LEAST:
        return at_once
    keys = _keys(words.ids)
    times = Counter(keys)
    found: list[Repeat] = []
    last: dict[int, int] = {}
    at = added = 0
    while at < len(keys):
        while added <= at - LEAST:  # what overlaps the passage itself is no first occurrence
            last[keys[added]] = added
            added += 1
        first = last.get(keys[at], -1)
        length = _alike(words.ids, first, at) if first >= 0 else 0
        if length < LEAST:
            at += 1
            continue
        passage = _sentences(words, first, at, length)
        if passage is not None:
            begin, stop = passage
            away = at + begin - (first + stop)
            if away <= NEAR and times[keys[at + begin]] == 2 and _is_prose(text, words, at + begin, at + stop):
                close = _CLOSES.match(text, words.ends[at + stop - 1], end)
                assert close is not None
                found.append(Repeat(words.starts[at + begin], close.end(), words.starts[first + begin]))
        at += length
    inside = [one for one in at_once if not any(other.first <= one.start < other.end for other in found)]
    return sorted(found + inside, key=lambda one: one.start)


def _at_once(text: str, words: _Words, end: int) -> list[Repeat]:
    """Sentences of a line that stand twice, one behind the other; a third time makes them a figure of speech.

    The number of a note may stand before the first one.
    """
    opens = [place for place in range(len(words)) if words.opens[place]] + [len(words)]
    sentences = [words.ids[one:two] for one, two in pairwise(opens)]
    found = []
    for n in range(1, len(sentences)):
        before, again = sentences[n - 1], sentences[n]
        size = len(again)
        marker = len(before) == size + 1 and text[words.starts[opens[n - 1]]].isdigit()
        if not LEAST_AT_ONCE <= size < LEAST or before[-size:] != again or (len(before) != size and not marker):
            continue
        first = words.starts[opens[n - 1] + marker]
        if (n > 1 and sentences[n - 2] == again) or (n + 1 < len(sentences) and sentences[n + 1] == again):
            continue
        if "\n" in text[first : words.starts[opens[n]]] or "\r" in text[first : words.starts[opens[n]]]:
            continue
        if _SHOUTED.match(text, words.ends[opens[n + 1] - 1]) is not None:
            continue
        close = _CLOSES.match(text, words.ends[opens[n + 1] - 1], end)
        assert close is not None
        found.append(Repeat(words.starts[opens[n]], close.end(), first))
    return found


def _words(text: str, start: int, end: int) -> _Words:
    numbers: dict[str, int] = {}
    words = _Words([], [], [], [])
    before = start
    for match in _WORD.finditer(text, start, end):
        words.opens.append(
            not words.ids or (_STOP.search(text, before, match.start()) is not None and not match.group()[0].islower())
        )
        words.starts.append(match.start())
        words.ends.append(before := match.end())
        words.ids.append(numbers.setdefault(match.group().casefold(), len(numbers)))
    return words


_BASE: Final = 1_000_003
_MODULUS: Final = (1 << 61) - 1


def _keys(ids: list[int]) -> list[int]:
    """A number for the `LEAST` words from each word on (Rabin and Karp's rolling hash)."""
    power = pow(_BASE, LEAST - 1, _MODULUS)
    key, keys = 0, []
    for place, number in enumerate(ids):
        if place >= LEAST:
            key = (key - (ids[place - LEAST] + 1) * power) % _MODULUS
        key = (key * _BASE + number + 1) % _MODULUS
        if place >= LEAST - 1:
            keys.append(key)
    return keys


def _alike(ids: list[int], first: int, second: int) -> int:
    """How many words are the same from two words on, the first run ending before the second begins."""
    length, most = 0, min(second - first, len(ids) - second)
    while length < most and ids[first + length] == ids[second + length]:
        length += 1
    return length


def _sentences(words: _Words, first: int, second: int, length: int) -> tuple[int, int] | None:
    """The whole sentences in both of two runs that are alike, as first word and the word behind; None if too few words."""

    def opens(place: int) -> bool:
        return place >= len(words) or words.opens[place]

    begin = next((n for n in range(length) if opens(first + n) and opens(second + n)), length)
    stop = next((n for n in range(length, begin, -1) if opens(first + n) and opens(second + n)), begin)
    return (begin, stop) if stop - begin >= LEAST else None


def _is_prose(text: str, words: _Words, begin: int, stop: int) -> bool:
    """Whether a passage is running text and not the lines of a poem, a list or a table."""
    passage = text[words.starts[begin] : words.ends[stop - 1]]
    lines = passage.splitlines()
    if len(lines) > 1 and len(passage) / len(lines) <= SHORT_LINE:
        return False
    numbers = sum(text[words.starts[n]].isdigit() for n in range(begin, stop))
    return numbers * 3 <= stop - begin
