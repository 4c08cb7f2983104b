"""Lists of people and bodies, as headers give them; the way into the reading of names (`names`, `bodies`, `namekeys`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import regex

from archcite.transcript import declension
from archcite.transcript.bodies import is_body, is_office, like_surname
from archcite.transcript.namekeys import NameKey, name_key, same_person
from archcite.transcript.names import (
    CLEAN,
    INITIALS,
    LONGEST,
    OTHERS,
    NameReading,
    after_office,
    is_cyrillic,
    name_shape,
    office_inside,
    person_reading,
    read_name,
    without_honorific,
)
from archcite.transcript.words import ALL_WORDS, fold, in_capitals

__all__ = [
    "NameKey",
    "NameReading",
    "is_body",
    "is_office",
    "name_key",
    "name_shape",
    "read_name",
    "read_people",
    "same_person",
    "split_people",
]

_SEPARATOR: Final = regex.compile(r"(?P<sign>[,;&])|(?<=\s)(?P<word>and|AND|и|И|та|і|й)(?=\s)")


def split_people(text: str, *, case: str | None = None) -> list[str]:
    """Split a list of people and bodies, as written, on commas, `;`, `and`, `и`.

    A body is not cut (`Council of Labor and Defense`, `Всем губкомам, обкомам`), nor an office from the name
    after it, nor a surname from initials after its comma. Russian and English alike. A text longer than any
    header (`LONGEST`) is one piece. `case` is that of the names, as in `read_name`: a Russian noun that cannot stand in
    it goes on with the body before it (`членам Политбюро и Президиума ЦКК` in the dative).
    """
    if len(text) > LONGEST:
        return [text.strip()]
    pieces: list[tuple[str, str]] = []
    at, sign = 0, ""
    depth_at = _depths(text)
    for m in _SEPARATOR.finditer(text):
        if depth_at[m.start()]:
            continue
        pieces.append((sign, text[at : m.start()]))
        sign = m.group("sign") or "and"
        at = m.end()
    pieces.append((sign, text[at:]))
    out: list[str] = []
    end = 0
    for sign, piece in pieces:
        start = text.index(piece, end) if piece else end
        if out and piece.strip() and _belongs(out[-1], sign, piece.strip(), case):
            begin = text.rindex(out[-1], 0, end)
            out[-1] = text[begin : start + len(piece)].rstrip()
        elif piece.strip():
            out.append(piece.strip())
        end = start + len(piece)
    return out


def _depths(text: str) -> list[int]:
    depth, out = 0, []
    for c in text:
        depth += (c in "([«") - (c in ")]»" and depth > 0)
        out.append(depth)
    return out


def _belongs(before: str, sign: str, piece: str, case: str | None) -> bool:
    """Whether a piece is no name of its own but goes on with the one before it."""
    if sign == ";":
        return False
    if piece.lower().rstrip(".") in {o.rstrip(".") for o in OTHERS}:
        return False
    clean, honorific, _ = without_honorific(CLEAN.sub("", piece).rstrip("."))
    shape = name_shape(clean)
    if regex.fullmatch(INITIALS, piece) and name_shape(before) == "surname":
        return True
    if sign == "and" and before.isascii() and is_office(before):
        if _NAMED.search(before) is not None:
            return False  # `Head of the Department B. N. Orlov and Minister A. A. Petrov`
        if _NAMED.search(piece) is not None and is_office(piece):
            return (
                True  # `First Secretary of the CC and Chairman of the Council N. S. Petrov`: two offices of one person
            )
    office = (is_office(before) or (before.isascii() and office_inside(before))) and after_office(before) is None
    if honorific or shape in {"initials", "full"}:
        return sign == "," and office and " " in before
    opened = fold(before.split(" ", 1)[0])
    if opened in ALL_WORDS or (opened == "to" and " all " in f" {before.lower()} "):
        return shape in {"body", "other"} and (not piece[:1].isupper() or in_capitals(before.partition(" ")[2]))
    if not is_body(before) or name_shape(before) == "initials":
        return False
    if shape == "body" and sign == "and" and case and is_cyrillic(piece) and "genitive" not in case:
        found = declension.cases_of(piece.split(" ", 1)[0])
        if found and not found & {"nominative", *case.split("|")}:
            return True
    if shape == "body" and sign == "and" and before.lower().startswith(("members of", "member of")):
        return not piece.startswith("the ")
    if shape == "body":
        return sign == "and" and (" " not in before or before.endswith(("'", "’")) or not _heads(piece))
    if shape == "surname":
        return sign == "and" and " " in before
    return True


_NAMED: Final = regex.compile(r"\s(?:\p{Lu}\p{L}?\.[\s-]?){1,3}\p{Lu}[\p{L}'’-]+\Z")


def _heads(piece: str) -> bool:
    """Whether a body stands by itself after `and`: it begins with a capital, or an article."""
    return piece[:1].isupper() or piece.startswith("the ")


def read_people(text: str, *, case: str | None = None) -> tuple[NameReading, ...]:
    """The names of a list, split by `split_people`, each read with `read_name`."""
    names = tuple(read_name(piece, case=case) for piece in split_people(text, case=case))
    if not in_capitals(text):
        return names
    return tuple(_acronym_or_name(name, case) for name in names)


def _acronym_or_name(name: NameReading, case: str | None) -> NameReading:
    """A short word in a list all in capitals is a body by its capitals alone: it may be a surname as well."""
    word = name.written
    if name.shape != "body" or not like_surname(word) or (is_cyrillic(word) and not declension.may_be_surname(word)):
        return name
    read = person_reading(word, word, "surname", case)
    return replace(read, unsure="; ".join(d for d in (read.unsure, f"`{word}` may be a surname or a body") if d))
