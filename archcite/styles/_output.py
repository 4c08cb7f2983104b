"""A list of entries: sorted, numbered, and as plain text, Markdown or HTML."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from archcite.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archcite.styles._context import Entry

FORMATS = ("text", "markdown", "html")
# ASCII punctuation that CommonMark or pandoc's Markdown could take for markup; a backslash is safe before any
_MARKUP = regex.compile(r"[\\`*_\[\]<>|~^$&@]")
_BULLET = regex.compile(r"^[#+-]")
_LIST_NUMBER = regex.compile(r"^(\d{1,9})([.)])")  # `1917. …` would begin a numbered list
_DIGITS = regex.compile(r"(\d+)")
_BREVE = "\u0306"  # of й, a letter of its own
_NO_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")


def key(text: str) -> tuple[object, ...]:
    """Where an entry stands in an alphabetical list.

    Cyrillic before Latin, as bibliographies in Russian have it; letters without marks and case, `ё` as `е`,
    numbers by their value; punctuation counts for nothing.
    """
    marked = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in marked if char == _BREVE or not unicodedata.combining(char))
    plain = _NO_LETTERS.sub(" ", unicodedata.normalize("NFC", plain)).strip()
    first = regex.search(r"\p{L}", plain)
    latin = first is None or regex.match(r"\p{Cyrillic}", first.group()) is None
    pieces = _DIGITS.split(plain)
    return (latin, [(0, int(one), "") if one.isdecimal() else (1, 0, one.strip()) for one in pieces if one.strip()])


def in_order(entries: Sequence[Entry]) -> tuple[list[int], int]:
    """The places of the entries in alphabetical order, each text once, and how many are left out as the same."""
    seen: set[str] = set()
    order = []
    for place in sorted(range(len(entries)), key=lambda place: key(entries[place].text)):
        if entries[place].text and entries[place].text not in seen:
            seen.add(entries[place].text)
            order.append(place)
    return order, sum(1 for entry in entries if entry.text) - len(order)


def written(entries: Sequence[Entry], format_: str = "text", *, numbered: bool = False) -> Iterator[str]:
    """The lines of a list of entries, without their line ends; an entry without text has none.

    Raises UsageError for an unknown format.
    """
    if format_ not in FORMATS:
        raise UsageError(f"--format {format_}: expected {', '.join(FORMATS)}")
    entries = [entry for entry in entries if entry.text]
    if format_ == "html" and numbered and entries:
        yield "<ol>"
    for number, entry in enumerate(entries, 1):
        if format_ == "html":
            inner = _marked(entry, _html, "<i>", "</i>")
            yield f"<li>{inner}</li>" if numbered else f"<p>{inner}</p>"
            continue
        line = entry.text if format_ == "text" else _marked(entry, _markdown, "*", "*")
        if format_ == "markdown":
            line = _BULLET.sub(r"\\\g<0>", _LIST_NUMBER.sub(r"\1\\\2", line))
            if number > 1 and not numbered:
                yield ""
        yield f"{number}. {line}" if numbered else line
    if format_ == "html" and numbered and entries:
        yield "</ol>"


def _marked(entry: Entry, escape: Callable[[str], str], before: str, behind: str) -> str:
    """The text escaped, with the first place of each italic piece between the marks."""
    text, out = entry.text, ""
    for piece in entry.italic:
        head, found, tail = text.partition(piece)
        if not found:
            continue
        out += f"{escape(head)}{before}{escape(piece)}{behind}"
        text = tail
    return out + escape(text)


def _markdown(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", text)


def _html(text: str) -> str:
    import html

    return html.escape(text, quote=False)
