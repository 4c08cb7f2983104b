"""What follows a reference and looks like the rest of it: then the reference may have been broken off.

One wrong sign (`Л. 58/64`, `Арк. 156 зв,–157`, `fi1e 230`, `I. 121` for `l. 121`) must not make a clean reference to
something else, so a reference with such a tail is doubtful.
"""

from __future__ import annotations

from functools import cache

import regex

from archcite.notation import numerals, single
from archcite.notation.labels import label_at
from archcite.notation.records import LEVELS, RANK
from archcite.notation.tradition import key, lexicon, pattern

_DIGITS = r"(?=\p{L}?\d)[\d" + numerals.ALIKE + r"]{1,7}\p{L}?(?![\p{L}\d])"
_CLOSES = r"(?=\s?(?:[.,;)\]]|$|\n))"
_NUMBER = regex.compile(
    # a stroke, a colon or a hyphen between two numbers, other marks before it or none
    rf"(?:[.,;:]?[^\S\n]?[/:-‐‑–—](?:[^\S\n]?[-‐‑–—])?[^\S\n]?(?P<number>{_DIGITS})"
    # a full stop, or nothing but a space, and then a number or a range that ends there
    rf"|[^\S\n]?\.{{1,2}}[^\S\n]?(?P<number>\d{{1,4}}(?:[-‐‑–—]\d{{1,4}})?)(?:\s?(?:об|ob|зв|адв|[vr]))?(?![\p{{L}}\d]){_CLOSES}"
    # a letter that may stand for a digit, at the end of a list or of a range
    rf"|(?:,\s?|[-‐‑–])(?P<number>(?P<listed>[ЗзОоІIlб]))(?![\p{{L}}\d]){_CLOSES}"
    # one more number in the list, with such a sign behind it
    rf"|,\s?(?P<number>(?P<listed>\d{{1,4}}(?:[-‐‑–—]\d{{1,4}})?)(?=[/:][^\S\n]?\d|\s?\p{{L}}{{1,4}}[/:]))"
    # one more number behind a bracket: `Д. 5, 6 (письма), 7 (ответы)`
    rf"|\s?\([^()\n]{{2,60}}\),\s?(?P<number>\d{{1,5}}\p{{L}}?)(?=\s?\(|{_CLOSES[3:-1]})"
    # one more number behind two marks, or glued to a full stop
    rf"|[.,;:-]{{2,3}}\s?(?P<number>(?P<listed>\d{{1,4}}(?:[-‐‑–—]\d{{1,4}})?))(?![\p{{L}}\d]){_CLOSES}"
    rf"|\.(?P<number>\d{{1,4}}|\p{{Ll}}(?!\p{{L}}))(?=\s\p{{L}})"
    rf"|[^\S\n](?P<number>\d{{1,4}}[-‐‑–—]\d{{1,4}})(?![\p{{L}}\d]){_CLOSES})".replace(":-‐", ":\\-‐")
)
_RANGE_OF_YEARS = regex.compile(r"(?:1[5-9]|20)\d\d\s?[-–—]")
_LABEL = regex.compile(r"[.,;:/]\s{0,3}(?P<label>[\p{L}\p{N}|]{1,12})(?P<stop>[.:/]?)\s{0,2}(?:№\s?)?\p{L}?-?\d")
# `Ф127 О1014 С64`
_GLUED_LABEL = regex.compile(r"\s\p{Lu}\d{1,5}(?![\p{L}\d-]|\.\d)")
SHORTEST_WORD = 3


def doubt(text: str, end: int, rank: int) -> str | None:
    """Why a reference that ends at `end`, with levels down to `rank`, may go on behind it; None if nothing says so."""
    if rank == RANK["fond"] and (part := part_of_fond(text, end)) is not None:
        return part
    number = _NUMBER.match(text, end)
    if number is not None and not _is_another_thing(text, number):
        return f"{number['number']} behind it, after {_shown(text[end : number.start('number')])}, may belong to it"
    if rank == RANK["fond"] and (more := _MORE_FONDS.match(text, end)) is not None:
        return f"{more['number']} behind the comma may be a further fond or an opis"
    if rank == RANK["opis"] and (more := _MORE_FONDS.match(text, end)) is not None:
        return f"{more['number']} behind the comma may be a further opis or a file"
    if rank < RANK["sheets"] and (glued := _GLUED_LABEL.match(text, end)) is not None and text[end - 1].isdigit():
        return f"{glued.group().strip()!r} behind it may be a label that is not known, with its number"
    if rank >= RANK["sheets"]:
        glued = _verso().match(text, end)
        return None if glued is None else f"{glued.group().strip()!r} behind it may be a garbled verso mark"
    label = _LABEL.match(text, end)
    if label is not None and _is_like_a_label(text, label, rank):
        return f"{label['label'] + label['stop']!r} behind it may be a garbled label"
    number = _NUMBER_AND_MARK.match(text, end)
    following = None if number is None else label_at(text, number.end())
    lower = following is not None and all(RANK.get(sense.level, -1) > rank for sense in following.senses)
    if number is not None and following is not None and lower:
        return f"{number['number']} stands without a label before {following.written}"
    garbled = _DIGIT_IN_WORD.match(text, end)
    if garbled is not None:
        return f"{garbled['word']!r} behind it has a digit among its letters: a label may be garbled"
    if rank < RANK["dela"] and (orphan := _orphan(text, end, rank)) is not None:
        return f"what stands before {orphan!r} cannot be read"
    apart = _APART.match(text, end)
    if apart is not None and _letters(apart.group()) in _labels(rank) and not _opens(text, apart):
        return f"{apart.group().strip(' .,;:/-')!r} behind it may be a label with a wrong sign"
    return None


def _orphan(text: str, end: int, rank: int) -> str | None:
    """The label of a file or of sheets near the end of a reference that names none, nothing of another one between."""
    for found in _LABEL_AND_NUMBER.finditer(text, end, min(len(text), end + NEAR)):
        if _ANOTHER.search(text, end, found.start()) is not None:
            return None
        label = label_at(text, found.start())
        levels = set() if label is None else {sense.level for sense in label.senses}
        if "fond" in levels:
            return None
        if levels and all(RANK.get(level, -1) > rank for level in levels):
            return found.group()
    return None


NEAR = 40
"""Code points behind a reference in which its next level may stand behind something that cannot be read."""
_LABEL_AND_NUMBER = regex.compile(r"(?<![\p{L}\p{N}])\p{L}{1,4}\.\s{0,2}(?:\p{L}{2,4}\.\s{0,2})?(?:№\s?)?\d{1,6}")
_ANOTHER = regex.compile(r"(?<!\p{L})(?![IVXІХ]+(?!\p{L}))\p{L}?\p{Lu}{2}|[\n)]")


def _opens(text: str, apart: regex.Match[str]) -> bool:
    """`; f. 2-N, op. 54`: the next reference, and no sheet."""
    number = _FOND_AND_MARK.match(text, apart.end()) if apart.group().startswith(";") else None
    label = None if number is None else label_at(text, number.end())
    return label is not None and any(sense.level == "opis" for sense in label.senses)


def part_of_fond(text: str, end: int) -> str | None:
    """Why a fond that ends at `end` may be a part of it, `304 I` or `173.II`, with a wrong sign; None if it is whole."""
    part = _PART.match(text, end)
    if part is None or not (text[part.end()] == "№" or label_at(text, part.end()) is not None):
        part = _LETTER.match(text, end)
    return None if part is None else f"{part['part']} behind the fond may be a part of it or a section"


def behind_number_first(text: str, end: int, last: str) -> str | None:
    """Why a reference with its numbers before their labels, down to the level `last`, may go on behind `end`."""
    more = _NUMBER_AND_LABEL.match(text, end)
    if more is None or (last == "sheets" and ";" in more.group() and more["label"].isalpha()):
        return None  # the next file
    return f"{more.group().strip(' .,;')!r} behind it cannot be read"


_LETTER = regex.compile(r"\s(?P<part>\p{Lu})(?!\p{L}|\d|[-–]\d|\.\s?\p{Lu}|\s\p{Ll}{3})(?=[.,:;/–-]{0,2}\s[\p{L}0])")
# no year and no day: `РГАСПИ, ф. 17, 558`
_MORE_FONDS = regex.compile(
    r",\s(?P<number>(?!(?:1[5-9]|20)\d\d)\d{1,5}\p{L}?)(?=\s?(?:[;,)\]]|\.?\s{0,2}(?:$|\n)|\.\s\p{Lu}\p{L}|(?:и|та|and)\s))"
)
_FOND_AND_MARK = regex.compile(r"\d{1,5}(?:-?\p{L}{1,2})?[.,]\s{1,2}")
_NUMBER_AND_MARK = regex.compile(r"[.,;:/–-]{1,2}\s?(?P<number>\d{1,5}\p{L}?)[.,;:/–-]{1,2}\s{0,2}(?=\p{L})")
_DIGIT_IN_WORD = regex.compile(r"[.,;]\s{1,2}(?P<word>\p{L}{1,8}[0136]\p{L}{1,8})(?=\s\p{L}{1,8}\.?\s\d)")
_PART = regex.compile(
    r"[ .,:;/–—-]{1,3}(?P<part>(?=[1l]?[IVXІХ])[IVXІХ1l]{1,4})(?![\p{L}\p{N}])[.,:;/–—-]{0,2}\s{0,2}(?=[\p{L}№])"
)
_APART = regex.compile(r"[.,;:/ –-]{1,4}(?=\p{L})[\p{L}.,;:/ –-]{1,14}(?=\d)")
_NUMBER_AND_LABEL = regex.compile(
    r"[.,;:]{0,2}\s{0,2}[\dОоOoЗзIlІ]{1,5}[.,;:/-]{0,2}\s?(?P<label>[\p{L}1]{1,3})(?=[.,;:/-])"
)


def _letters(written: str) -> str:
    return "".join(c for c in written if c.isalpha()).casefold()


@cache
def _labels(rank: int) -> frozenset[str]:
    """The labels of lower levels than `rank`, their letters alone."""
    wanted = set(LEVELS[rank + 1 :])
    lex = lexicon()
    forms = (form for form in lex.spellings if any(sense.level in wanted for sense in lex.senses[key(form)]))
    return frozenset(_letters(form) for form in forms)


def _shown(sign: str) -> str:
    return repr(sign.strip()) if sign.strip() else "a space"


def _is_another_thing(text: str, number: regex.Match[str]) -> bool:
    """A year, a day, an extent, or the level of another label."""
    start, end = number.span("number")
    if number["listed"] is not None:
        return False
    if numerals.is_unit(text, end) or single.belongs_elsewhere(text, end) or _next_note().match(text, end):
        return True
    if single.patterns().year.fullmatch(text, start, end) is not None:
        return True
    return _RANGE_OF_YEARS.match(text, start) is not None


@cache
def _next_note() -> regex.Pattern[str]:
    """An ibid word behind the number of its note: `Л. 43. 6. Там же`."""
    return regex.compile(rf"\.?\s{{1,2}}(?:{pattern(lexicon().words['ibid'])})(?!\p{{L}})", regex.IGNORECASE)


def _is_like_a_label(text: str, match: regex.Match[str], rank: int) -> bool:
    word = match["label"]
    if word.isdigit():
        return word == "1" and match["stop"] == "." and rank == RANK["dela"]  # `1. 308` for `l. 308`
    label = label_at(text, match.start("label"))
    if label is not None and any(sense.level == "fond" for sense in label.senses):
        return False  # the next reference
    apart = match.group().startswith(";") or "\n" in match.group()
    if label is not None and apart and all(RANK.get(sense.level, 9) <= rank for sense in label.senses):
        return False  # the next file, on a line of its own in a list
    if len(word) == 1:
        return bool(match["stop"])
    if label is not None or len(word) < SHORTEST_WORD or numerals.is_unit(text, match.start("label")):
        return False
    return _near(rank).fullmatch(word) is not None


@cache
def _verso() -> regex.Pattern[str]:
    forms = lexicon().words["verso"]
    apart = "|".join(r"[.,;]".join(form.strip(".")) for form in forms if len(form.strip(".")) in (2, 3))
    stopped = pattern(tuple(form.strip(".") for form in forms if form.endswith(".")))
    return regex.compile(
        rf"\s(?:(?:{pattern(forms)})\d{{1,4}}|(?:{apart})(?!\p{{L}}))|,\s?(?:{stopped})\.(?!\s?\d)", regex.IGNORECASE
    )


@cache
def _near(rank: int) -> regex.Pattern[str]:
    """One wrong letter in a label of a lower level than `rank`."""
    wanted = set(LEVELS[rank + 1 :])
    lex = lexicon()
    forms = [form for form in lex.spellings if form.isalpha() and len(form) >= SHORTEST_WORD]
    forms = [form for form in forms if any(sense.level in wanted for sense in lex.senses[form.casefold()])]
    return regex.compile(r"(?:\L<forms>){e<=1}", regex.IGNORECASE, forms=forms)
