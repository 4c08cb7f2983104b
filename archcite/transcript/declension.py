"""Russian names and bodies back into the nominative, by the case that their place in a header gives them.

The dictionary is pymorphy3's (OpenCorpora). It knows many surnames and predicts the rest; without the case it
hesitates (a surname in `-ова`: a man in the genitive, or a woman), so the case comes from the caller, and what
stays open is returned as a doubt. Letters are those of the text: `ё` is not put in where the text has `е`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Final, Literal

from archcite.transcript.words import places

CASES: Final = {
    "nominative": "nomn",
    "genitive": "gent",
    "dative": "datv",
    "accusative": "accs",
    "instrumental": "ablt",
    "prepositional": "loct",
}
#: Tried in this order where the case is not known; the accusative would only make doubts.
UNKNOWN: Final = ("nominative", "dative", "genitive", "instrumental")

# Ends of surnames that are never declined.
_FIXED: Final = ("о", "дзе", "швили", "их", "ых")


@dataclass(slots=True, frozen=True)
class Nominative:
    """A word in the nominative, the case it was read from (None: no reading fits) and the doubt, if any."""

    word: str
    case: str | None
    doubt: str | None = None


@cache
def morph() -> Any:
    """The dictionary, loaded once and only when a Russian name is met (about 0.1 s)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def _like(word: str, model: str) -> str:
    """The word with the capitals and the `е` of the model."""
    if "ё" not in model.lower():
        word = word.replace("ё", "е")
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _nominatives(word: str, case: str, grammeme: str, gender: str | None) -> list[str]:
    """The nominatives of the readings of a word in a case; `grammeme` is `Surn`, `Name`, `Patr` or `` for any."""
    found: dict[str, None] = {}
    for parse in morph().parse(word):
        tag = parse.tag
        if CASES[case] not in tag or "plur" in tag or (grammeme and grammeme not in tag):
            continue
        if tag.POS not in {"NOUN", "ADJF"} or (gender and tag.gender not in {gender, None, "ms-f"}):
            continue
        if not grammeme and tag.POS == "ADJF" and "Poss" in tag:
            continue
        if not grammeme and tag.gender == "neut":
            continue
        form = parse.inflect({"nomn", "sing"})
        if form is not None:
            found.setdefault(form.word)
    return list(found)


def surname(word: str, cases: tuple[str, ...], gender: str | None = None) -> Nominative:
    """A surname in the nominative; `cases` are those it may stand in, likeliest first.

    A compound is taken apart at its hyphens: its last part is declined, the others where they are not in the
    nominative already (`Тер-Фамилянцу`, `Фамилину-Другоенко`).
    """
    parts = word.split("-")
    last = _one(parts[-1], cases, gender)
    if len(parts) == 1:
        return last
    case = last.case
    rest = [_front(p, case or cases[0], gender) for p in parts[:-1]]
    return Nominative("-".join([*rest, last.word]), case, last.doubt)


def _front(part: str, case: str, gender: str | None) -> str:
    """A part of a compound before its last: declined if its ending says so, else only if it is no nominative."""
    if case != "nominative" and (expected := _expected(part, case)) is not None:
        return expected
    return _one(part, ("nominative", case), gender).word


@lru_cache(maxsize=4096)
def _one(word: str, cases: tuple[str, ...], gender: str | None) -> Nominative:
    low = word.lower()
    if low.endswith(_FIXED) and not low.endswith(("ого", "его")):
        return Nominative(word, cases[0])
    bare_dative = low[-1:] == "у" and low[-2:-1] in _CONSONANTS and not low.endswith(("ому", "ему"))
    if cases == ("nominative", "dative") and bare_dative and not _known_surname(low):
        bare = Nominative(word[:-1], "dative")  # `В. Пику`: hardly a surname in -у
        return (
            bare if not low.endswith(("еску", "ану", "яну")) else replace(bare, doubt=f"`{word}` may be the nominative")
        )
    by_case: dict[str, list[str]] = {}
    grammeme = ""
    for grammeme in ("Surn", "Name", ""):
        for case in cases:
            names = by_case.get(case) or _nominatives(low, case, grammeme, gender)
            if names:
                by_case.setdefault(case, names)
        if by_case:
            break
    if not by_case:
        return _by_rule(word, cases)
    case = next(c for c in cases if c in by_case)
    names = [_like(n, word) for n in by_case[case]]
    expected = _expected(word, case)
    if expected is not None and (expected in names or not grammeme):
        return Nominative(expected, case)
    if case != "nominative":
        names = [n for n in names if n != word] or names
    best = names[0]
    others = {_like(n, word) for c, ns in by_case.items() if c != case for n in ns} - {best}
    doubt = None
    if case in {"dative", "prepositional"} and low.endswith("е") and not _known_surname(low):
        best = word[:-1] + "а" if best == word else best
        doubt = f"`{word}` may be {best}, or {word} undeclined"
    elif len(set(names)) > 1:
        doubt = f"`{word}` may be {' or '.join(dict.fromkeys(names))}"
    elif len(cases) > 2 and case == "nominative" and others:
        doubt = f"`{word}` may be the nominative, or another case of {' or '.join(sorted(others))}"
    return Nominative(best, case, doubt)


_RULES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "dative": (
        ("скому", "ский"), ("цкому", "цкий"), ("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"),
        ("евой", "ева"), ("иной", "ина"), ("енку", "енко"), ("енкові", "енко"), ("ському", "ський"), ("цькому", "цький"),
        ("ові", ""), ("еві", ""), ("ову", "ов"), ("еву", "ев"), ("ину", "ин"), ("ыну", "ын"), ("ии", "ия"),
    ),
    "genitive": (
        ("ского", "ский"), ("цкого", "цкий"), ("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"),
        ("евой", "ева"), ("иной", "ина"), ("енка", "енко"), ("ського", "ський"), ("цького", "цький"), ("ова", "ов"), ("ева", "ев"), ("ина", "ин"), ("ына", "ын"), ("ии", "ия"),
    ),
    "instrumental": (
        ("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("иным", "ин"), ("овой", "ова"),
    ),
}  # fmt: skip


def _expected(word: str, case: str) -> str | None:
    """The nominative that the ending alone gives, for the regular surnames; None for the others."""
    low = word.lower()
    for ending, base in _RULES.get(case, ()):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return _like(low[: -len(ending)] + base, word)
    return None


def _known_surname(low: str) -> bool:
    """Whether the dictionary itself, not its prediction, lists the word as a surname."""
    return any("Surn" in p.tag and p.is_known for p in morph().parse(low))


_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщ"


def _by_rule(word: str, cases: tuple[str, ...]) -> Nominative:
    """A word that the dictionary does not even predict in the case: by its ending, or as it stands."""
    low = word.lower()
    for case in cases:
        expected = _expected(word, case)
        if expected is not None:
            return Nominative(expected, case)
        if case == "dative" and low[-1:] == "у" and low[-2:-1] in _CONSONANTS:
            return Nominative(word[:-1], case)
        if case == "genitive" and low[-1:] == "а" and low[-2:-1] in _CONSONANTS and "nominative" not in cases:
            return Nominative(word[:-1], case)
    if low[-1:] in _CONSONANTS or low[-1:] in "ьй":
        # a woman's surname in a consonant is not declined, a man's in the nominative looks the same
        doubt = None if "nominative" in cases else f"`{word}` has not the form of the {cases[0]}"
        return Nominative(word, cases[0] if doubt is None else None, doubt)
    if cases == ("nominative",):
        return Nominative(word, "nominative")
    return Nominative(word, None, f"`{word}`: its {cases[0]} form is not known, kept as written")


def given(word: str, cases: tuple[str, ...], grammeme: str) -> tuple[Nominative, str | None]:
    """A first name (`Name`) or patronymic (`Patr`) in the nominative, and the gender that it shows."""
    for case in cases:
        for parse in morph().parse(word.lower()):
            if grammeme in parse.tag and CASES[case] in parse.tag and "plur" not in parse.tag:
                form = parse.inflect({"nomn", "sing"})
                if form is not None:
                    return Nominative(_like(form.word, word), case), parse.tag.gender
    if is_syllable(word):
        return Nominative(word, cases[0]), None
    doubt = None if "nominative" in cases else f"`{word}`: its {cases[0]} form is not known, kept as written"
    return Nominative(word, None, doubt), None


def is_given(word: str, grammeme: str) -> bool:
    """Whether the word can be a first name (`Name`) or a patronymic (`Patr`)."""
    return any(grammeme in parse.tag for parse in morph().parse(word.lower()))


def place(word: str) -> str | None:
    """The nominative of a place in the genitive (`из Царицына`); None where it is not known or not the only one.

    A large town comes before what the dictionary has; `-ова`, `-ина` may be a town in `-ов` or a village in `-ово`.
    """
    low = word.lower()
    large = [low[:-1] + end for end in ("", "а", "ь", "я", "о", "й") if low[:-1] + end in places()]
    if len(large) == 1 or low in places():
        return _like(large[0] if large else low, word)
    if low.endswith(("ова", "ева", "ина", "ына")):
        return None
    found: dict[str, None] = {}
    for parse in morph().parse(low):
        if "Geox" in parse.tag and "gent" in parse.tag and parse.is_known:
            form = parse.inflect({"nomn"})
            if form is not None:
                found.setdefault(form.word)
    return _like(next(iter(found)), word) if len(found) == 1 else None


def may_be_surname(word: str) -> bool:
    """Whether the dictionary has a word as a name, or does not know it."""
    parses = morph().parse(word.lower())
    return not any(p.is_known for p in parses) or any({"Surn", "Name"} & set(p.tag.grammemes) for p in parses)


def surname_standing(word: str, cases: set[str]) -> Literal["only", "also"] | None:
    """Whether a word with a capital is a surname in one of the cases and no noun, or a noun as well; None if it is none.

    Adjectives do not count: where no noun follows, `Дзержинского` is a surname.
    """
    if not (word[:1].isupper() and word[1:].islower()):
        return None
    parses = morph().parse(word.lower())
    tags = [p.tag for p in parses if p.is_known] or [p.tag for p in parses]
    fits = [tag for tag in tags if any(CASES[case] in tag for case in cases)]
    if not any("Surn" in tag and "sing" in tag for tag in fits):
        return None
    return "only" if all({"Surn", "Name"} & set(t.grammemes) or t.POS in {"ADJF", "PRTF"} for t in fits) else "also"


def is_person(word: str) -> bool:
    """Whether a common noun is the word for one person and nothing else (`крестьянина`)."""
    parses = [p for p in morph().parse(word.lower()) if p.is_known]
    return bool(parses) and all(_is_one(p.tag) for p in parses)


def may_be_person(word: str) -> bool:
    """Whether a common noun may be the word for one person: `рабочего` is an adjective too."""
    return any(p.is_known and _is_one(p.tag) for p in morph().parse(word.lower()))


def _is_one(tag: Any) -> bool:
    return tag.POS == "NOUN" and "anim" in tag and "sing" in tag


def is_fixed(word: str) -> bool:
    """Whether a word has the end of surnames that are never declined and is long enough to be one."""
    return len(word) > 4 and word.lower().endswith(("дзе", "швили", "енко", "их", "ых", "аго", "ово"))


LONGEST_SYLLABLE: Final = 4


def is_syllable(word: str) -> bool:
    """Whether a word can be the first of a Chinese or Korean name: it is short and not the genitive or dative of another."""
    if len(word) > LONGEST_SYLLABLE:
        return False
    if any(
        "Fixd" in p.tag and {"Name", "Surn"} & set(p.tag.grammemes) for p in morph().parse(word.lower()) if p.is_known
    ):
        return True
    return all(_one(word, (case,), None).word == word for case in ("genitive", "dative"))


def is_place(word: str) -> bool:
    """Whether a word is a large town or known to the dictionary as a place and as no name, in whatever case."""
    if word.lower() in places() or place(word) is not None:
        return True
    tags = [p.tag for p in morph().parse(word.lower()) if p.is_known]
    return any("Geox" in t for t in tags) and not any("Surn" in t for t in tags)


def is_adjective(word: str) -> bool:
    """Whether the dictionary knows the word as an adjective and not as a surname."""
    parses = [p for p in morph().parse(word.lower()) if p.is_known]
    return any(p.tag.POS == "ADJF" for p in parses) and not any("Surn" in p.tag for p in parses)


def only_dative(word: str) -> bool:
    """Whether a word of a body can be a dative and no genitive (`губкомам`, `Петроградскому`)."""
    if word.lower().endswith(("ам", "ям")) and word.islower():
        return True
    cases = {c for p in morph().parse(word.lower()) for c in ("datv", "gent", "nomn") if c in p.tag}
    return "datv" in cases and not cases & {"gent", "nomn"}


def cases_of(word: str) -> set[str]:
    """The cases (`genitive`, `dative` …) that a singular noun or adjective may stand in."""
    tags = [p.tag for p in morph().parse(word.lower()) if "plur" not in p.tag]
    return {name for name, code in CASES.items() if any(code in tag for tag in tags)}


def phrase(words: list[str], case: str) -> list[str] | None:
    """The adjectives and the noun that open a phrase, in the nominative; None where that is not safe.

    `["Центральному", "Комитету", "РКП(б)"]` in the dative gives `["Центральный", "Комитет", "РКП(б)"]`; what
    follows the first noun stays.
    """
    out = list(words)
    for i, word in enumerate(words):
        if set(word) <= set("IVXLC") and i == 0 and len(words) > 1:
            continue  # `XIV съезда`
        if not word.replace("-", "").isalpha():
            return None
        parses = [p for p in morph().parse(word.lower()) if p.tag.POS in {"NOUN", "ADJF", "PRTF"}]
        fits = [p for p in parses if CASES[case] in p.tag and "Surn" not in p.tag]
        if word.isupper() or (parses and all("Fixd" in p.tag for p in parses)):
            return out if i == 0 or _agree(words[:i], out, case, "plur", None) else None  # `всем ЦК`
        nouns = [p for p in fits if p.tag.POS == "NOUN"]
        if nouns:
            forms = {_to_nominative(p) for p in nouns}
            if len(forms) != 1:
                return None
            out[i] = _like(str(forms.pop()), word)
            number = "plur" if any("plur" in p.tag for p in nouns) else "sing"
            gender = nouns[0].tag.gender
            return out if _agree(words[:i], out, case, number, gender) else None
        if not fits:
            return None
    return None


def _to_nominative(parse: Any) -> str | None:
    form = parse.inflect({"nomn"})
    return None if form is None else str(form.word)


def _agree(adjectives: list[str], out: list[str], case: str, number: str, gender: str | None) -> bool:
    for i, word in enumerate(adjectives):
        if set(word) <= set("IVXLC"):
            continue
        wanted = {"nomn", "sing", gender} if number == "sing" and gender else {"nomn", number}
        for parse in morph().parse(word.lower()):
            tag = parse.tag
            if tag.POS not in {"ADJF", "PRTF"} or CASES[case] not in tag or number not in tag:
                continue
            form = parse.inflect(wanted)
            if form is not None:
                out[i] = _like(form.word, word)
                break
        else:
            return False
    return True
