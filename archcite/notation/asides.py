"""What may stand between two levels of a reference: a title in brackets, a year, a section, a level without a name."""

from __future__ import annotations

import regex

from archcite.notation.labels import label_at
from archcite.notation.punctuation import GAP
from archcite.notation.records import Extra
from archcite.notation.tradition import key, lexicon

_ASIDE = regex.compile(
    r"\s{0,2}[.,]?\s{0,2}(?:\((?:[^()\n]|\n(?!\n)|\([^()\n]{1,40}\)){1,160}\)|(?:(?<=\s)\"|[\[«“])[^()\[\]«»\"“”\n]{1,160}[\]»\"”])\s{0,2}"
)
_YEAR = regex.compile(
    r"(?P<year>(?:1[5-9]|20)\d\d(?:\s?[-–—]\s?(?:1[5-9]|20)\d\d)?)(?:\s?(?:гг?|год[аы]?|рр?|g|gg|y)(?!\p{L})\.?|(?=[.,]\s))",
    regex.IGNORECASE,
)


def aside(text: str, pos: int) -> tuple[Extra, int] | None:
    """A title in brackets, a year, a section (`ДП ОО`, `4-е д-во`, `Разрядный приказ`) at `pos`, and where it ends."""
    if (title := _ASIDE.match(text, pos)) is not None:
        written = title.group().strip(" \t\r\n.,")
        return Extra("title", written.strip('()[]«»"“”'), written), title.end()
    gap = GAP.match(text, pos)
    mark = None if gap is None else gap["mark"].strip()
    if gap is None or mark not in (".", ",", "") or gap.end() == pos:
        return None
    at = gap.end()
    if mark and (year := _YEAR.match(text, at)) is not None:
        return Extra("year", year["year"], year.group().strip(" ,")), year.end()
    section = _SECTION.match(text, at)
    if section is not None and (mark or text[section.end()] in ".,"):  # not `фонде 577 РГИА (оп. 35`
        return Extra("section", section["name"], section["name"]), section.end("name")
    if not mark:
        return None
    if label_at(text, at) is not None and _GROUP_OF_FILES.match(text, at) is None:
        return None
    if (part := _PARAGRAPH.match(text, at)) is not None:
        return Extra("paragraph", part["value"], part.group()), part.end()
    if (other := _OTHER.match(text, at)) is not None:
        return Extra("other", other["value"], other.group()), other.end()
    if (named := _NAMED_SECTION.match(text, at)) is not None and not _is_ibid(named.group()):
        return Extra("section", named.group(), named.group()), named.end()
    return None


def _is_ibid(words: str) -> bool:
    return key(words) in {key(form) for form in lexicon().words["ibid"]}


_PARAGRAPH = regex.compile(r"§\s{0,2}(?P<value>\d{1,4}\p{L}?)")
# a level that no tradition has a name for: `рол. 4332`, `carton 187`, `компл. 1-15`
_OTHER = regex.compile(
    r"(?![Nn][oо]\b)\p{L}{1,12}(?:\.\s{0,2}|\s{1,2})(?:№\s?)?(?P<value>\d{1,6}(?:[-–]\d{1,6})?\p{L}?)(?![\p{L}\d])"
)


_SECTION = regex.compile(
    r"(?P<name>\p{Lu}{2,6}(?:\s\p{Lu}{2,4}){0,2}|(?:[IVXІХ]{1,4}|\d{1,2}(?:-\p{L}{1,2})?)\s(?:отд\.\s\d{1,2}\sст\.?|д-во|d-vo|стол|делопр\p{L}*|эксп\p{L}*|отд\p{L}*)\.?)(?=[.,]\s|\s?\()"
)
# words that begin with a capital and end with a mark before the next label: a part of the fond, the title of a file
_GROUP_OF_FILES = regex.compile(r"(?:[Кк]ниги|[Сс]толбцы|[Вв]язки|[Дд]ела)\s\p{Lu}\p{Ll}")
_NAMED_SECTION = regex.compile(
    r"(?:(?:книги|столбцы|вязки|дела)\s)?\p{Lu}(?:[^.,;:!?()\[\]\n]|\n(?=[\p{L}(])){3,100}(?:\s?\(\p{Lu}{2,6}\))?(?=[.,]\s)"
)
