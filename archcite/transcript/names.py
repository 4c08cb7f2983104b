"""One name of a person or body as headers give it.

A person is written initials first, surname last, in the nominative and the script of the text; a body as it
stands, but for a Russian one whose opening phrase can be put into the nominative safely. No personal name
stands here or in the data: a name is known by its shape and its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

import regex

from archcite.transcript import declension
from archcite.transcript.bodies import is_body, is_office
from archcite.transcript.words import HONORIFICS, fold, places

Shape = Literal["initials", "full", "surname", "body", "other"]


@dataclass(slots=True, frozen=True)
class NameReading:
    """One author or addressee.

    `name` is the nominative, initials first; `written` is as the text has it, honorific included. `unsure` is why
    the name may be another. `shape` tells how much like a name it looked: `initials` and `full` stand by
    themselves, a bare `surname` needs its place in a header, `other` is neither a name nor a known body.
    """

    name: str
    written: str
    kind: Literal["person", "body"]
    unsure: str | None = None
    shape: Shape = "other"
    honorific: bool = False


LONGEST: Final = 4000
UNNAMED: Final = "others, who are not named"
"""The doubt of `и др.`, `and others` in a list of names."""
_TWO_CAPITALS: Final = regex.compile(r"\p{L}\s\p{Lu}\p{Ll}++\s\p{Lu}\p{Ll}++\Z")

# One to three initials (`В.`, `Yu.`, `Shch.`, `Ж.-Б.`), then the surname; `(?!...)` keeps words with stops out.
_INITIAL: Final = r"\p{Lu}\p{Ll}{0,3}\s?\."
INITIALS: Final = rf"{_INITIAL}(?:(?:\s{{0,2}}|-){_INITIAL}){{0,2}}|\p{{Lu}}\s\p{{Lu}}(?=\s)"
_PARTICLE: Final = r"(?:(?:von|van|de|der|den|zu|фон|де|дер|ван)\s){0,2}"
_SURNAME: Final = rf"{_PARTICLE}\p{{Lu}}[\p{{L}}'’ʹ]++(?:\s?[-‑]\s?\p{{L}}[\p{{L}}'’ʹ]++){{0,2}}"
_FIRST_LAST: Final = regex.compile(rf"(?P<initials>{INITIALS})\s{{0,3}}(?P<surname>{_SURNAME})")
_LAST_FIRST: Final = regex.compile(rf"(?P<surname>{_SURNAME}),?\s{{1,3}}(?P<initials>{INITIALS})")
_WORDS: Final = regex.compile(rf"{_SURNAME}(?:\s{_SURNAME}){{1,2}}")
_BARE: Final = regex.compile(_SURNAME)
_HONORIFIC: Final = regex.compile(r"(?P<word>\p{L}++)(?P<stop>\.?)\s{0,3}")
_OFFICE_TAIL: Final = regex.compile(rf"(?:{INITIALS})\s{{0,3}}{_SURNAME}\Z")
# `A. B. Surname at the plenum of the Committee`: more than a name, and no body
_NAME_AND_MORE: Final = regex.compile(rf"(?:{INITIALS})\s{{0,3}}{_SURNAME}\s\p{{Ll}}")
# `peasant A. Surname`: a word for a person before the name
_RANK: Final = regex.compile(
    rf"(?P<rank>(?:(?!of\b|to\b|by\b|and\b|и\b|в\b|о\b)\p{{Ll}}++\s){{1,3}})(?P<name>(?:{INITIALS})\s{{0,3}}{_SURNAME})"
)
# what a list leaves behind its last but one name
_LINK_LEFT: Final = regex.compile(r"(?<=\p{L}{2}|\)|\.)\s(?:и|and)\Z")
# `to A. B. Surname, for the members of the Politburo`
_MEANT_FOR: Final = regex.compile(r"(?:for\s(?:the\s)?(?=\p{L})|(?P<ru>для)\s(?=\p{L}))")
_PARENTHESIS: Final = regex.compile(r"\s?\([^()]{2,40}\)\Z")
# `Pseudonym [Surname]`: the editors say who is meant, or supply the rest of the name.
_ALIAS: Final = regex.compile(r"\s\[[^\[\]]{2,40}\]\Z")
_PERSONAL: Final = frozenset({"initials", "full", "surname"})
OTHERS: Final = frozenset({"и др", "и др.", "др", "др.", "и другие", "и другим", "другие", "другим", "и других",
                            "et al", "et al.", "and others", "others", "etc", "etc."})  # fmt: skip
CLEAN: Final = regex.compile(r"[\[\]<>{}*]|[¹²³⁰⁴-⁹]")
_NOTE_MARK: Final = regex.compile(r"(?<=[\p{L}.])\s?\d{1,2}(?:\s?\.)?\Z")


def name_shape(text: str) -> Shape:
    """The shape of a cleaned name without honorifics; a person's name with initials is never a body."""
    if _FIRST_LAST.fullmatch(text) or _LAST_FIRST.fullmatch(text):
        return "initials"
    if is_body(text):
        return "body"
    if _WORDS.fullmatch(text):
        return "full"
    return "surname" if _BARE.fullmatch(text) else "other"


def read_name(text: str, *, case: str | None = None) -> NameReading:
    """Read one name, whole in `text`.

    `case` is the grammatical case that a Russian name has by its place in the header (`nominative`, `genitive`,
    `dative`, `accusative`, `instrumental`, `prepositional`), several likely ones with `|` between them, None
    where it is not known. Latin names are not declined.
    """
    written = text.strip().rstrip(",;:").rstrip()
    written = _LINK_LEFT.sub("", written)
    if (meant := _MEANT_FOR.match(written)) is not None:
        return replace(read_name(written[meant.end() :], case=meant["ru"] and "genitive"), written=written)
    if (alias := _ALIAS.search(written)) is not None and name_shape(before := written[: alias.start()]) in _PERSONAL:
        said = f"`{alias.group().strip()}` is left out of the name, it may be a part of it"
        read = read_name(before, case=case)
        return replace(read, written=written, unsure="; ".join(d for d in (said, read.unsure) if d))
    if len(written) > LONGEST:
        return NameReading(written, written, "body", "longer than any name", "other")
    if written.lower().strip(" .") in {o.strip(".") for o in OTHERS}:
        return NameReading(written, written, "body", UNNAMED, "other")
    clean = _NOTE_MARK.sub("", " ".join(CLEAN.sub("", written).split()))
    clean, honorific, doubt = without_honorific(clean)
    clean = _bare_stop(clean)
    if name_shape(clean) == "other" and (aside := _PARENTHESIS.search(clean)) is not None:
        cut = clean[: aside.start()]
        if cut and name_shape(cut) != "body":
            clean = cut
            if len(aside.group().split()) > 2 and name_shape(aside.group().strip(" ()")) == "other":
                doubt = f"`{aside.group().strip()}` is left out of the name"
    shape = name_shape(clean)
    if shape != "initials" and is_office(clean) and (is_cyrillic(clean) or " of " in clean):
        shape = "body"
    elif shape == "body" and _NAME_AND_MORE.match(clean) is not None:
        shape = "other"
    if shape in {"other", "body"} or (shape == "full" and clean.isascii() and is_office(clean)):
        person = after_office(clean)
        if person is not None:
            return replace(read_name(person, case=case), written=written)
    reading = person_reading(clean, written, shape, case) if shape in {"initials", "full", "surname"} else None
    if reading is None:
        name, why = _body_name(clean, case)
        if shape == "other":
            why = why or "neither the shape of a name nor a known body"
        elif (
            (is_office(clean) or (clean.isascii() and office_inside(clean)))
            and _TWO_CAPITALS.search(clean)
            and _may_be_surname(clean.rpartition(" ")[2])
        ):
            why = why or "the name after the office may be a person's"
        return NameReading(name or written, written, "body", why, shape)
    doubts = [d for d in (doubt, reading.unsure) if d]
    return replace(reading, unsure="; ".join(doubts) or None, honorific=honorific)


def _may_be_surname(word: str) -> bool:
    if is_body(word):
        return False
    return not is_cyrillic(word) or declension.may_be_surname(word)


def _bare_stop(text: str) -> str:
    """Without the full stop of the sentence; the stop of a last initial stays (`Surname I. V.`)."""
    if text.endswith(".") and _LAST_FIRST.fullmatch(text) is None:
        return text[:-1].rstrip()
    return text


def without_honorific(text: str) -> tuple[str, bool, str | None]:
    """The text after `Comrade`, `тов.`, `т.`; a capital `T.` before a lone surname may be an initial."""
    found, doubt = False, None
    while (m := _HONORIFIC.match(text)) is not None and m.end() < len(text):
        word, rest = m.group("word"), text[m.end() :]
        low = fold(word)
        if low in HONORIFICS and rest[0].isupper():
            text, found = rest, True
        elif low in {"т", "t"} and m.group("stop") and _BARE.fullmatch(rest.rstrip(".")):
            if word.isupper():
                doubt = f"`{word}.` read as `comrade`, it may be an initial"
            text, found = rest, True
        elif low in {"т", "t"} and word.islower() and m.group("stop") and rest[0].isupper():
            text, found = rest, True
        else:
            break
    return text, found, doubt


def after_office(text: str) -> str | None:
    """The person named after an office: `Секретарю ЦК РКП(б) В. М. Фамилии`, `Secretary …, Comrade Surname`."""
    ranked = _RANK.fullmatch(text)
    if ranked is not None and (text.isascii() or any(map(declension.is_person, ranked["rank"].split()))):
        return ranked["name"]
    members = _MEMBERS.match(text)
    if not is_office(text) and members is None and not (text.isascii() and office_inside(text)):  # `Soviet Ambassador`
        return None
    if members is not None:
        tail = _OFFICE_TAIL.search(text)
        return (
            tail.group()
            if tail is not None and tail.start() > members.end() and text[tail.start() - 1] in " ,"
            else None
        )
    for opened in (text, text.partition(" ")[2]) if text.isascii() else ():
        named = _ENGLISH_OFFICE.fullmatch(opened)
        if named is not None and is_office(named["office"]) and _is_only_name(named["name"]):
            return named["name"]
    tail = _OFFICE_TAIL.search(text)
    if tail is not None and tail.start() > 0 and text[tail.start() - 1] in " ,":
        return tail.group()
    words = text.replace(",", " ").split()
    if len(words) == 2 and _BARE.fullmatch(words[1]) and is_cyrillic(words[1]) and _may_be_surname(words[1]):
        return words[1]  # `Командарм Фамилин`
    for i, word in enumerate(words[:-1]):
        if i and fold(word.rstrip(".")) in HONORIFICS | {"т", "t"} and _BARE.fullmatch(words[-1].rstrip(".")):
            return " ".join(words[i:])
    return None


def office_inside(text: str) -> bool:
    """Whether an office stands behind words in capitals: `Soviet Ambassador …`, `Comintern Executive Secretary …`."""
    words = text.split(" ")
    return any(
        is_office(" ".join(words[i:])) for i in range(1, min(4, len(words))) if all(w[:1].isupper() for w in words[:i])
    )


def _is_only_name(text: str) -> bool:
    return not (is_body(text) or is_office(text) or fold(text) in places())


# `members of the Bureau A. B. Surname, C. D. Other`
_MEMBERS: Final = regex.compile(r"(?:members?\sof\s|(?:член|кандидат)\p{Ll}{0,3}\s)", regex.IGNORECASE)
# `Soviet Ambassador First Last`, `President Last`: only an adjective before the office, only capitals behind it.
_ENGLISH_OFFICE: Final = regex.compile(
    r"(?P<office>\p{Lu}[\p{L}]++)\s(?P<name>(?:(?:von|van|de|der)\s){0,2}\p{Lu}[\p{L}'-]++(?:\s\p{Lu}[\p{L}'-]++){0,2})"
)


def _cases(case: str | None) -> tuple[str, ...]:
    return declension.UNKNOWN if case is None else tuple(case.split("|"))


def is_cyrillic(text: str) -> bool:
    """Whether a text has a Cyrillic letter."""
    return any("\u0400" <= c <= "\u04ff" for c in text)


def person_reading(clean: str, written: str, shape: Shape, case: str | None) -> NameReading:
    """A person's name, its honorific and marks gone (`clean`), in the nominative; `shape` is that of `clean`."""
    m = _FIRST_LAST.fullmatch(clean) or _LAST_FIRST.fullmatch(clean)
    if m is not None:
        initials, family = _spaced(m.group("initials")), _case_of_letters(m.group("surname"))
        doubt = None
        if is_cyrillic(family):
            family, doubt = _decline(family, case, None)
        return NameReading(f"{initials} {family}", written, "person", doubt, "initials")
    words = [_case_of_letters(w) for w in clean.split()]
    if not is_cyrillic(clean):
        return NameReading(" ".join(words), written, "person", None, shape)
    if len(words) == 1:
        family, doubt = _decline(words[0], case, None)
        return NameReading(family, written, "person", doubt, shape)
    return _full_name(words, written, case)


def _full_name(words: list[str], written: str, case: str | None) -> NameReading:
    """`Владимиру Ильичу Фамилии`, also with the surname first."""
    cases = _cases(case)
    if len(words) == 3 and declension.is_given(words[2], "Patr") and not declension.is_given(words[1], "Patr"):
        words = [words[1], words[2], words[0]]
    out: list[str] = []
    gender, doubts = None, []
    for word, grammeme in zip(words[:-1], ("Name", "Patr"), strict=False):
        form, found = declension.given(word, cases, grammeme)
        gender = gender or found
        out.append(form.word)
        doubts.append(form.doubt)
    family, doubt = _decline(words[-1], case, gender)
    why = "; ".join(d for d in [*doubts, doubt] if d) or None
    return NameReading(" ".join([*out, family]), written, "person", why, "full")


def _decline(family: str, case: str | None, gender: str | None) -> tuple[str, str | None]:
    particle, _, last = family.rpartition(" ")
    form = declension.surname(last, _cases(case), gender)
    return (f"{particle} {form.word}" if particle else form.word), form.doubt


def _spaced(initials: str) -> str:
    """`В.И.` as `В. И.`, `В И` as `В. И.`, `Ж.-Б.` as it stands."""
    if "." not in initials:
        return " ".join(f"{c}." for c in initials.split())
    return regex.sub(r"\.\s*(?=\p{Lu})", ". ", regex.sub(r"\s+\.", ".", initials))


def _case_of_letters(word: str) -> str:
    """`ФАМИЛИН` as it is written in ordinary letters; anything else unchanged."""
    word = regex.sub(r"\s*[-‑]\s*", "-", word)
    if word.isupper() and len(word) > 2:
        return "-".join(p[:1] + p[1:].lower() for p in word.split("-"))
    return word


def _body_name(clean: str, case: str | None) -> tuple[str, str | None]:
    if case is None or case == "nominative" or not is_cyrillic(clean):
        return clean.removeprefix("the "), None
    kept = f"kept as written; it may not be in the nominative but in the {case.replace('|', ' or ')}"
    for wanted in case.split("|"):
        if wanted == "nominative":
            continue
        heads = [_body_head(part.split(" "), wanted, first=i == 0) for i, part in enumerate(clean.split(", "))]
        if all(heads):
            return ", ".join(h for h in heads if h), None
        if heads[0] is not None or "," in clean:
            return clean, kept
    return clean, None if "nominative" in case else kept


def _body_head(words: list[str], case: str, *, first: bool) -> str | None:
    """A part of a body in the nominative; one behind a comma may be in the genitive and stays (`секретарям обкомов, ЦК …`)."""
    out = declension.phrase(words, case)
    if out is not None:
        return " ".join(out) if _second_head(out, words, case) else None
    return None if first or declension.only_dative(words[0]) else " ".join(words)


def _second_head(out: list[str], words: list[str], case: str) -> bool:
    """Put the second noun of `членам и кандидатам ЦК` into the nominative too; whether nothing stays declined."""
    changed = [i for i, (new, old) in enumerate(zip(out, words, strict=True)) if new != old]
    at = changed[-1] + 1 if changed else len(words)
    second = [
        i for i, word in enumerate(words[:-1]) if word == "и" and (i == at or is_office(" ".join(words[i + 1 :])))
    ]
    for i in second:  # `начальника штаба и члена совета` too
        rest = declension.phrase(words[i + 1 :], case)
        if rest is None:
            return False
        out[i + 1 :] = rest
    return True
