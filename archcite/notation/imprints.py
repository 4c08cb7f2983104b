"""A printed source without a page, between a reference and an ibid word: `М., 1987.`, `(London, 1999)`, `Правда. 1937. 5 мая`."""

from __future__ import annotations

from collections import deque

import regex

from archcite.notation.records import Printed

_YEAR = r"(?:1[5-9]|20)\d\d"
_NAME = r"\p{Lu}[\p{Ll}'’]{2,20}"
_IMPRINT = regex.compile(
    # place and year, the place shortened or in full, with a publisher or without: `М.; Л., 1931`, `New York: Knopf, 1999`
    rf"(?<=[.:–—]\s{{1,3}})(?:М|Л|СПб|Пг|Пб|К|Х|M|L|SPb)\.(?:\s?[;–-]\s?(?:М|Л|M|L)\.)?(?::[^.;:\n]{{2,60}})?,\s{_YEAR}(?!\d)"
    rf"|\({_NAME}(?:[ -]{_NAME}){{0,2}}(?:: [^()\n:]{{2,60}})?, {_YEAR}\)"
    rf"|(?<=[.:]\s){_NAME}(?:[ -]{_NAME}){{0,2}}: \p{{Lu}}[^.;:\n]{{2,60}}, {_YEAR}(?!\d)"
    # a newspaper or a journal at the beginning of its note: title, year, and the day or the issue
    rf"|(?<=\n[^\S\n]{{0,3}}(?:\[?\d{{1,3}}[.)\]]?\s{{1,3}})?)[«\"“]?\p{{Lu}}[\p{{L}} ]{{3,40}}[»\"”]?[.,] {_YEAR}[.,] "
    rf"(?:\d{{1,2}} \p{{Ll}}{{3,9}}|(?:№|No?\.?|N|Вып\.|Vol\.) ?\d{{1,3}})(?!\d)"
)


def between(text: str, start: int, end: int) -> Printed | None:
    """The last imprint in `text[start:end]`; time linear in the length of the piece."""
    found = deque(_IMPRINT.finditer(text, start, end), maxlen=1)
    return Printed(*found[0].span()) if found else None
