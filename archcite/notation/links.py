"""What links a reference without an archive to the one before it: separators, words of the same sentence, a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from archcite.notation.labels import Label
from archcite.notation.levels import PROSE
from archcite.notation.namewords import descriptions, images
from archcite.notation.tradition import Sense, lexicon

if TYPE_CHECKING:
    from archcite.notation.records import Reference


@cache
def _chain() -> regex.Pattern[str]:
    """What may stand between two references of one chain: separators, descriptions, a year, words that lead on."""
    return regex.compile(
        r"(?:\s(?:и\s(?:сл|др|след)\.|passim|et\sseq\.|f\.|ff\.))?(?:,?\s?\d{0,5}\s?\([^()\n]{1,60}\)){0,3}(?:,\s№\s?\d{1,5})?"
        rf"(?:{images()})?"
        rf"(?:{descriptions()})?[\s.,;:)\]]{{0,4}}"
        r"(?:(?:а\s+также|также|то\s+же|те\s+саме|те\s+ж|и|and|та|also|см\.|see|hier|here|здесь|esp\.|особ\.|особенно):?\s+){0,2}"
        r"(?:(?:(?:за|for)\s)?\(?(?:1[5-9]|20)\d\d\)?\s?(?:гг?\.?|рр?\.?)?\s?[:,—–-]?\s?)?[\s(]{0,2}",
        regex.IGNORECASE,
    )


# words between a file and further sheets of it, in the same sentence: `…, д. 894; именной список — лл. 40–48`
_CAPITALS = regex.compile(r"\p{Lu}{2}")
_GLOSS = regex.compile(r"(?:[^.;\n]|\.(?!\s\p{Lu})){0,80};\s(?:[^.;\n]|\.(?!\s\p{Lu})){2,110}?[,—–-]\s")
_ANNOUNCED = regex.compile(
    r"(?:[,.]?\s?\([^()\n]{1,80}\))?(?P<words>(?:[^.:;()\n]|\.(?!\s\p{Lu})){0,80}?)(?P<sign>[:;])\s"
)

_SIGN_BEFORE = regex.compile(r"(?r);\s{1,3}№\s{0,2}")


def sign_before(text: str, pos: int, last: Reference | None) -> Label | None:
    """The `№` of a chain whose files are named by it: `… № 41. Л. 5–8; № 44. Л. 11`."""
    sign = None if last is None or not last.by_sign else _SIGN_BEFORE.match(text, last.end, pos)
    if last is None or sign is None or not chained(text, last, start := text.index("№", sign.start())):
        return None
    return Label(start, start + 1, "№", (Sense("dela", frozenset(lexicon().titles)),))


def chained(text: str, last: Reference | None, start: int) -> bool:
    """Whether only separators stand between the reference before and `start`."""
    if last is None or _chain().fullmatch(text, last.end, start) is None:
        return False
    paragraph = text.count("\n", last.end, start) > 1
    return not (paragraph and PROSE.match(text, start) is not None)


def glossed(text: str, last: Reference | None, label: Label) -> bool:
    """Whether only words of the same sentence stand between a file and a label that can only be of its sheets."""
    if (
        last is None
        or not last.levels.keys() & {"dela", "sheets"}
        or any(sense.level != "sheets" for sense in label.senses)
    ):
        return False
    gloss = _GLOSS.fullmatch(text, last.end, label.start)
    return gloss is not None and _CAPITALS.search(gloss.group()) is None


def enumerated(text: str, last: Reference | None, label: Label) -> bool:
    """Whether a fond announces what follows it: `у фонді 442 (Канцелярія) є справи: оп. 1, спр. 5 (1831 р.); оп. 7`."""
    if last is None or not any(sense.level == "opis" for sense in label.senses):
        return False
    if list(last.levels) != ["fond"] and not (last.chained and "opis" in last.levels):
        return False
    named = last.archive
    end = last.end if named is None else max(last.end, named.end)  # `фонд 442 ЦДІАК`
    words = _ANNOUNCED.fullmatch(text, end, label.start)
    if words is None or _CAPITALS.search(words["words"]) is not None:
        return False
    return words["sign"] == (":" if "opis" not in last.levels else ";")
