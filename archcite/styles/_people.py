"""Names of people as styles turn them: surname and initials, and the Russian dative.

A catalogue name is initials first, surname last (`И. В. Сталин`); a body is kept whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from archcite.styles._context import has_cyrillic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Person

_INITIAL = regex.compile(r"-?\p{Lu}\p{Ll}{0,3}\.")
_INITIALS = regex.compile(r"(?:\p{Lu}\p{Ll}{0,3}\.[\s\u00a0-]*+)+")

# Endings of Russian surnames in the nominative, first match wins: what is cut off, what is put on, and why it
# may be wrong. Rules for surnames: Rosental's handbook of spelling and style, the sections on the declension
# of surnames. A surname in a consonant is declined for a man only, and initials do not tell.
_MAN = "taken for a man's name"
_ENDINGS: tuple[tuple[str, int, str, str | None], ...] = (
    (r"(?:[оеёэуюиы]|[иуюеоэ]а|[иы]х|аго|яго)", 0, "", None),  # indeclinable: Орджоникидзе, Петренко, Гамсахурдиа
    (r"(?:ов|ев|ёв|ин|ын)", 0, "у", None),
    (r"(?:ов|ев|ёв)а", 1, "ой", None),
    (r"[иы]на", 1, "ой", "taken for the feminine of a name in -ин"),
    (r"ая", 2, "ой", None),
    (r"[кгх]ий", 2, "ому", None),
    (r"(?:[сц]к|[кгхнлдтв])ой", 2, "ому", None),
    (r"[^аеёиоуыэюя]ый", 2, "ому", None),
    (r"ия", 1, "и", None),
    (r"[^аеёиоуыэюя][ая]", 1, "е", None),
    (r"(?:ец|ок|ёк|ек|ел|ень|ий|ой)", 0, "?", None),  # a vowel may drop out, or it may be an adjective
    (r"[^аеёиоуыэюяйь]", 0, "у", _MAN),
    (r"[йь]", 1, "ю", _MAN),
)
_MALE = regex.compile(r"(?:(?:ов|ев|ёв|ин|ын)|(?:[сц]к)(?:ий|ой))")


@dataclass(frozen=True, slots=True)
class Parts:
    """A personal name taken apart; `given` are initials or first names, `""` where only a surname is known."""

    given: str
    surname: str


def parts(name: str) -> Parts:
    """`И. В. Сталин` into `И. В.` and `Сталин`; full first names likewise; a single word is a surname."""
    if found := _INITIALS.match(name):
        return Parts(found.group().strip(), name[found.end() :].strip())
    given, _, surname = name.strip().rpartition(" ")
    return Parts(given, surname)


def surname(person: Person) -> str:
    """The surname alone; a body, or an office in place of a name, whole."""
    last = parts(person.name).surname
    return last if person.kind == "person" and last[:1].isupper() else person.name


def running(name: str) -> str:
    """A name in running order with a space behind each initial: `А. В. Квашонкин` for `Квашонкин А.В.`."""
    bare = " ".join(name.split())
    surname, _, last = bare.partition(" ")
    if last and _INITIALS.fullmatch(last):
        bare = last + surname
    found = _INITIALS.match(bare)
    if found is None:
        return bare
    initials = " ".join(_INITIAL.findall(found.group())).replace(" -", "-")
    return f"{initials} {bare[found.end() :]}".strip()


def inverted(person: Person, comma: str) -> str:
    """Surname first: `Сталин И. В.` with an empty `comma`, `Stalin, I. V.` with `,`.

    A body stays as it is, and so does an office in place of a name.
    """
    name = parts(person.name)
    if person.kind == "body" or not name.surname[:1].isupper():
        return person.name
    return f"{name.surname}{comma} {name.given}" if name.given and name.surname else person.name


def wanting(persons: Sequence[Person]) -> list[str]:
    """What headings want and these names lack."""
    return [
        f"no initials of {person.name}"
        for person in persons
        if person.kind == "person" and not parts(person.name).given
    ]


def dative(person: Person) -> tuple[str, str | None] | None:
    """A Cyrillic personal name in the dative, and what is doubtful about it; None where it cannot be formed.

    The form that the text itself has (`written`, in a header with a dative) settles what is doubtful.
    """
    if person.kind == "body" or not has_cyrillic(person.name):
        return None
    name = parts(person.name)
    given = name.given if not name.given or _INITIALS.fullmatch(name.given) else _given_name(name.given)
    pieces = name.surname.split("-")
    last = _surname(pieces[-1])
    if given is None or not name.surname:
        return None
    written = parts(_turned(person.written)).surname
    if last is None or (last[1] and written != name.surname):
        if _is_dative_of(written, name.surname):
            return f"{given} {written}".strip(), None
        if last is None:
            return None
    # Of a double surname the first half is declined if its ending is that of a surname (Антонову-Овсеенко,
    # but Бонч-Бруевичу).
    first = [_surname(piece) if _MALE.search(piece[-4:]) else (piece, None) for piece in pieces[:-1]]
    surname = "-".join([*(half[0] for half in first if half is not None), last[0]])
    full = f"{given} {surname}".strip()
    doubt = last[1] if written.casefold() != surname.casefold() else None
    return full, f"{full} is a doubtful dative ({doubt})" if doubt else None


def _is_dative_of(written: str, surname: str) -> bool:
    """Whether a form of the text can only be the dative of a surname: `Радеку`, `Зайцу` (not `Радека`)."""
    return written != surname and written[:2] == surname[:2] and written[-1:] in ("у", "ю")


def _turned(written: str) -> str:
    """`Ленину В. И.` as `В. И. Ленину`, so that its surname is found."""
    surname, _, initials = written.partition(" ")
    return f"{initials} {surname}" if initials and _INITIALS.fullmatch(initials) else written


def _surname(surname: str) -> tuple[str, str | None] | None:
    for ending, cut, new, doubt in _ENDINGS:
        if regex.search(ending + "$", surname, regex.IGNORECASE) is None:
            continue
        if new != "?":
            return surname[: len(surname) - cut] + new, doubt
        found = _inflected(surname, "datv", "Surn")
        return (found, _MAN) if found else None
    return None


def _given_name(given: str) -> str | None:
    found = [_inflected(word, "datv", "Name") for word in given.split()]
    return " ".join(word for word in found if word) if all(found) else None


def accusative_of_body(name: str) -> str | None:
    """A Russian body in the accusative (`в Политбюро ЦК РКП(б)`); None where it cannot be told.

    Only the words up to the first noun are inflected; what depends on it stays.
    """
    out: list[str] = []
    words = name.split()
    for place, word in enumerate(words):
        if regex.fullmatch(r"\p{Lu}{2,}\p{Ll}?", word):  # an abbreviation: ЦК, ВЦИК, РВСР
            return " ".join([*out, *words[place:]])
        readings = [r for r in _morph().parse(word) if "nomn" in r.tag and r.score >= 0.05]
        adjectives = [r for r in readings if {"ADJF"} in r.tag or {"PRTF"} in r.tag]
        nouns = [r for r in readings if {"NOUN"} in r.tag and {"anim"} not in r.tag and {"Name"} not in r.tag]
        reading = (nouns or adjectives or [None])[0]
        form = None
        if reading is not None:
            by_animacy = "masc" in reading.tag or "plur" in reading.tag  # adjectives of those agree in it
            form = reading.inflect({"accs", "inan"} if by_animacy else {"accs"})
        if form is None:
            return None
        out.append(word if form.word == word.casefold() else _cased(form.word, word))
        if nouns:
            return " ".join([*out, *words[place + 1 :]])
    return None


@cache
def _morph() -> Any:
    """The dictionary of pymorphy3 (tens of milliseconds to load), once a process."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _inflected(word: str, case: str, grammeme: str) -> str | None:
    for reading in _morph().parse(word):
        of_a_woman = grammeme == "Surn" and "femn" in reading.tag
        if {"nomn", "sing", grammeme} in reading.tag and not of_a_woman:
            form = reading.inflect({case})
            return _cased(form.word, word) if form else None
    return None


def _cased(form: str, model: str) -> str:
    return form[:1].upper() + form[1:] if model[:1].isupper() else form
