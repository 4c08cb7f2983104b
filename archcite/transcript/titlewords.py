"""The words of titles that are not names: the kind of document, its subject, and the verbs of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.words import KIND_ADJECTIVES, KIND_OPENINGS, KINDS, fold

if TYPE_CHECKING:
    from archcite.model import Kind


#: Kinds that a body makes: the body named after them is their author, also where its case cannot be seen.
ACTS: Final = frozenset({"resolution", "protocol", "order", "directive", "circular"})


@dataclass(slots=True, frozen=True)
class KindReading:
    """A kind at the beginning of a title, its own number, and the rest; `alone`: nothing stood before it."""

    kind: Kind
    own_number: str | None
    rest: str
    alone: bool


_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
_OWN_NUMBER: Final = regex.compile(r"\s*(?:№|No\.?|Nr\.?)\s*(?P<number>\d{1,5}(?:[/-]\p{L}{1,2})?)\b\.?\s*")

_OWN_NUMBER_LAST: Final = regex.compile(r"(?<=\p{L})\s(?:№|No\.?)\s?(?P<number>\d{1,5})\Z")


def cyrillic(text: str) -> bool:
    """Whether most letters are Cyrillic."""
    letters = [c for c in text if c.isalpha()]
    return sum("\u0400" <= c <= "\u04ff" for c in letters) * 2 > len(letters)


def read_kind(text: str) -> KindReading | None:
    """The kind that opens a text, longest first, after words such as `Копия`, `Draft`; None without one."""
    words = [(m.group(), m.end()) for _, m in zip(range(8), _WORD.finditer(text), strict=False)]
    if not words or not text[:1].isalpha():
        return None
    norms = [fold(w) for w, _ in words]
    for opening in sorted((*KIND_OPENINGS, ()), key=len, reverse=True):
        if tuple(norms[: len(opening)]) != opening:
            continue
        at = len(opening)
        if at < len(norms) and norms[at] in KIND_ADJECTIVES:
            at += 1
        best = _kind_at(norms, at)
        if best is not None:
            return _with_rest(text, words[best[1] - 1][1], best[0], alone=at == 0)
    return None


def _kind_at(norms: list[str], at: int) -> tuple[Kind, int] | None:
    best: tuple[Kind, int] | None = None
    for stems, kind in KINDS:
        end = at + len(stems)
        if end <= len(norms) and all(_fits(w, s) for w, s in zip(norms[at:end], stems, strict=True)):
            size = sum(len(s) for s in stems)
            if best is None or size > sum(len(n) for n in norms[at : best[1]]):
                best = kind, end
    return best


def _fits(word: str, stem: str) -> bool:
    """A stem with `*` takes an ending of three letters at most: `письм*` fits `письма`, not `письмоводитель`."""
    if stem.endswith("*"):
        return word.startswith(stem[:-1]) and len(word) - len(stem) < 3
    return word == stem


def _with_rest(text: str, end: int, kind: Kind, *, alone: bool) -> KindReading | None:
    if end < len(text) and text[end] not in " .,:№":
        return None
    number = _OWN_NUMBER.match(text, end)
    rest = text[number.end() if number else end :].strip()
    if number is None and (number := _OWN_NUMBER_LAST.search(rest)) is not None:
        rest = rest[: number.start()]
    if rest[:1] in {".", ","} and not rest[1:].strip():
        rest = ""
    return KindReading(kind, number.group("number") if number else None, rest.strip(" ."), alone)


_TRAILING: Final = regex.compile(r"(?<=\p{L}{2}[.,])\s+(?P<kind>\p{Lu}\p{L}++(?:\s\p{Ll}\p{L}++){0,2})\.?\Z")


def trailing_kind(text: str) -> tuple[str, Kind | None]:
    """The kind that closes a title as a sentence of its own (`A to B. Telegram`), and the text before it."""
    m = _TRAILING.search(text)
    if m is None:
        return text, None
    kind = read_kind(m.group("kind"))
    return (text, None) if kind is None or kind.rest else (text[: m.start()].rstrip(), kind.kind)


_SUBJECT: Final = {
    "ru": regex.compile(
        r"(?:\A|\s)(?:о|об|обо|по поводу|по вопросу|по вопросам|с просьбой|с предложением|с изложением|относительно"
        r"|в связи с|с протестом)\s(?=\p{L})"
    ),
    "en": regex.compile(
        r"(?:\A|\s)(?:on|about|concerning|regarding|in connection with|with a request|with a proposal)\s(?=\p{L})"
    ),
}


# `«О посевной кампании»`, `“On the sowing campaign”`: the title of a resolution, in quotation marks.
_QUOTED_SUBJECT: Final = regex.compile(r"\s[«\"“„](?:Об?|О мерах|On|About|Concerning)\s[^«»\"“”]{3,300}[»\"”“]\Z")


def is_subject(rest: str, lang: str) -> tuple[str, str | None]:
    """The text before the clause that says what the document is about, and the clause."""
    m = _QUOTED_SUBJECT.search(rest) or _SUBJECT[lang].search(rest)
    if m is None:
        return rest, None
    return rest[: m.start()].strip(" ,"), rest[m.start() :].strip()


_ENGLISH_VERBS: Final = frozenset(
    {
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did",
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "we", "you", "he", "she", "they",
        "it", "that", "this", "these", "those", "which", "who", "not", "received", "sent", "asked", "said", "says",
        "read", "wrote", "written", "signed", "adopted", "arrived", "please", "let", "here", "there", "if",
        "because", "but", "so", "when",
    }
)  # fmt: skip


def has_verb(text: str) -> bool:
    """Whether a clause is a sentence: a finite verb or a pronoun that titles do not have."""
    words = _WORD.findall(text)
    if any(w.lower() in _ENGLISH_VERBS for w in words):
        return True
    russian = [w.lower() for w in words if "а" <= w[:1] <= "я"]
    if not russian:
        return False
    from archcite.transcript.declension import morph

    return any(_finite(morph().parse(w)) for w in russian[:40])


def _finite(parses: list[object]) -> bool:
    tags = [str(getattr(p, "tag", "")) for p in parses]
    verbs = [t for t in tags if t.startswith(("VERB", "PRTS", "PRED")) or ("NPRO" in t and "1per" in t)]
    return bool(verbs) and len(verbs) == len(tags)
