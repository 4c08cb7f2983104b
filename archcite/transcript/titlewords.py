"""The words of titles that are not names: the kind of document, its subject, and the verbs of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

import regex

from archcite.transcript.kindwords import KIND_ADJECTIVES, KIND_OPENINGS, KINDS
from archcite.transcript.words import fold, in_capitals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.model import Kind


#: Kinds that a body makes: the body named after them is their author, also where its case cannot be seen.
ACTS: Final = frozenset({"resolution", "protocol", "order", "directive", "circular", "statement"})


@dataclass(slots=True, frozen=True)
class KindReading:
    """A kind at the beginning of a title, its own number, and the rest; `alone`: nothing stood before it. `written` are
    its own words (`Докладная записка`, `Из протокола`), without an article.

    `kind` is None for a document of a kind of its own (a reply, a speech), for which there is no controlled word.
    """

    kind: Kind | None
    own_number: str | None
    rest: str
    alone: bool
    written: str


_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*+")
# `№ 5`, `№ 1234-345сс`, `№ 794/Б`, `№ 54 (особый № 41)`
_DIGITS: Final = r"(?:\p{Lu}{2,4}-)?\d{1,6}(?:[/-](?:\p{L}{1,3}|\d{1,5}\p{L}{0,3}))*+(?:\p{L}{1,2}(?!\p{L}))?"
_SPECIAL: Final = r"(?:\s\((?:особый|special|спец\.?)\s(?:№|No\.?)\s?\d{1,4}\))?"
_OWN_NUMBER: Final = regex.compile(
    rf"\s*(?:№|No\.?|Nr\.?)\s*(?P<number>{_DIGITS}{_SPECIAL})(?![\p{{L}}\d])\.?\s*", regex.IGNORECASE
)
# `№ 5, п. 3`: the point of a protocol
_POINT: Final = regex.compile(
    r",?\s*(?:п\.|пп\.|пункты?|§|point|item)\s?\d{1,3}(?:\s?[-–,]\s?\d{1,3})*+\s*", regex.IGNORECASE
)
_POINT_LAST: Final = regex.compile(rf"(?<=\d){_POINT.pattern}\Z", regex.IGNORECASE)
_OWN_NUMBER_LAST: Final = regex.compile(
    rf"(?<=[\p{{L}})»\"”])[,.]?\s(?:(?:№|No\.?)\s?|(?=П\s?\d{{1,3}}/\d))(?P<number>(?:П\s?)?{_DIGITS}(?:\s\p{{L}}{{1,2}})?{_SPECIAL})\Z",
    regex.IGNORECASE,
)


def cyrillic(text: str) -> bool:
    """Whether most letters are Cyrillic."""
    letters = [c for c in text if c.isalpha()]
    return sum("\u0400" <= c <= "\u04ff" for c in letters) * 2 > len(letters)


def read_kind(text: str) -> KindReading | None:
    """The kind that opens a text, longest first, after words such as `Копия`, `Draft`; None without one."""
    first = _WORD.match(text)
    if first is None:
        return None
    tables = _tables()
    norm = fold(first.group())
    if norm not in tables.openings and not tables.kinds_at(norm) and not _is_adjective(norm):
        return None  # nearly every line: no more than its first word is looked at
    words = [(m.group(), m.end()) for _, m in zip(range(_MOST_WORDS), _WORD.finditer(text), strict=False)]
    norms = [fold(w) for w, _ in words]
    for opening in (*tables.openings.get(norm, ()), ()):
        if tuple(norms[: len(opening)]) != opening:
            continue
        at = len(opening)
        if at < len(norms) and _is_adjective(norms[at]) and (at + 1 < len(norms)):
            at = at if _kind_at(norms, at) else at + 1
        best = _kind_at(norms, at)
        if best is not None:
            first_word = len(opening) if norms[:1] in _ARTICLES else 0
            begin = words[first_word - 1][1] if first_word else 0
            return _with_rest(text, begin, words[best[1] - 1][1], best[0], alone=not opening)
    return None


_ARTICLES: Final = (["a"], ["the"])
_MOST_WORDS: Final = 10
_KEY: Final = 3
_Entry: TypeAlias = "tuple[tuple[str, ...], Kind | None]"


@dataclass(slots=True, frozen=True)
class _Tables:
    """The tables of words by their first word, or by its first letters where an ending follows."""

    openings: dict[str, tuple[tuple[str, ...], ...]]
    whole: dict[str, tuple[_Entry, ...]]
    stems: dict[str, tuple[_Entry, ...]]
    adjectives: dict[str, tuple[str, ...]]

    def kinds_at(self, norm: str) -> tuple[_Entry, ...]:
        """The kinds that may begin with a word."""
        found = (*self.whole.get(norm, ()), *self.stems.get(norm[:_KEY], ()))
        return tuple(e for e in found if _fits(norm, e[0][0]))


@cache
def _tables() -> _Tables:
    openings: dict[str, tuple[tuple[str, ...], ...]] = {}
    for opening in sorted(KIND_OPENINGS, key=len, reverse=True):
        openings[opening[0]] = (*openings.get(opening[0], ()), opening)
    whole: dict[str, tuple[_Entry, ...]] = {}
    stems: dict[str, tuple[_Entry, ...]] = {}
    for entry in KINDS:
        first = entry[0][0]
        table, key = (stems, first[:_KEY]) if first.endswith("*") else (whole, first)
        table[key] = (*table.get(key, ()), entry)
    adjectives: dict[str, tuple[str, ...]] = {}
    for adjective in KIND_ADJECTIVES:
        adjectives[adjective[:_KEY]] = (*adjectives.get(adjective[:_KEY], ()), adjective)
    return _Tables(openings, whole, stems, adjectives)


def _is_adjective(norm: str) -> bool:
    return any(_fits(norm, stem) for stem in _tables().adjectives.get(norm[:_KEY], ()))


def _kind_at(norms: list[str], at: int) -> tuple[Kind | None, int] | None:
    """The entry of most words, then of most letters, that stands at a word, and the word after it."""
    best: tuple[int, int, Kind | None] | None = None
    for stems, kind in _tables().kinds_at(norms[at]) if at < len(norms) else ():
        end = at + len(stems)
        if end <= len(norms) and all(_fits(w, s) for w, s in zip(norms[at:end], stems, strict=True)):
            size = sum(len(s) for s in stems)
            if best is None or (end, size) > best[:2]:
                best = end, size, kind
    return None if best is None else (best[2], best[0])


def _fits(word: str, stem: str) -> bool:
    """A stem with `*` takes an ending of three letters at most: `письм*` fits `письма`, not `письмоводитель`."""
    if stem.endswith("*"):
        return word.startswith(stem[:-1]) and len(word) - len(stem) < 3
    return word == stem


def _with_rest(text: str, begin: int, end: int, kind: Kind | None, *, alone: bool) -> KindReading | None:
    if end < len(text) and text[end] not in " .,:№":
        return None
    number = _OWN_NUMBER.match(text, end)
    at = number.end() if number else end
    if number is not None and (point := _POINT.match(text, at)) is not None:
        at = point.end()
    rest = _POINT_LAST.sub("", text[at:].strip())
    own = number.group("number") if number else None
    if own is None:
        rest, own = number_last(rest)
    if own is None and kind in _NUMBERED and rest.rstrip(".").isdigit():
        rest, own = "", rest.rstrip(".")  # `Письмо 14`
    if rest[:1] in {".", ","} and not rest[1:].strip():
        rest = ""
    return KindReading(kind, own, _stops_gone(rest), alone, text[begin:end].strip())


_NUMBERED: Final = frozenset({"letter", "telegram", "cipher-telegram", "protocol"})


def _stops_gone(rest: str) -> str:
    """Without stops at both ends; that of a last initial stays (`Surname I. V.`)."""
    rest = rest.lstrip(" .").rstrip()
    return rest if _LAST_INITIAL.search(rest) else rest.rstrip(" .")


_LAST_INITIAL: Final = regex.compile(r"(?<=\p{Ll}{2}\s)\p{Lu}\.(?:\s?\p{Lu}\.)?\Z")


def number_last(rest: str) -> tuple[str, str | None]:
    """The text before a number at its end (`Сводка ОГПУ № 5`), and the number."""
    m = _OWN_NUMBER_LAST.search(rest)
    return (rest, None) if m is None else (rest[: m.start()], m.group("number"))


_TRAILING: Final = regex.compile(
    r"(?<=\p{L}{2}[.,])\s+(?P<kind>\p{Lu}\p{L}++(?:\s\p{Ll}\p{L}++){0,2})\.?\Z"
    r"|\s\((?P<kind>\p{L}++(?:\s\p{Ll}\p{L}++){0,2})\)\.?\Z"
)


def trailing_kind(text: str) -> tuple[str, KindReading | None]:
    """The kind that closes a title as a sentence of its own (`A to B. Telegram`), and the text before it."""
    m = _TRAILING.search(text)
    if m is not None:
        kind = read_kind(m.group("kind"))
        if kind is not None and kind.kind is not None and not kind.rest:
            return text[: m.start()].rstrip(), kind
    for m in _BEHIND_NAMES.finditer(text):
        kind = read_kind(text[m.end() :])
        if kind is not None and not is_subject(kind.rest, "ru" if cyrillic(text) else "en")[0]:
            return text[: m.start()], kind
    return text, None


#: Where a kind with its subject may begin behind the names: `A - B, Exchange of notes at a meeting …`.
_BEHIND_NAMES: Final = regex.compile(r"(?<=\p{L}{3}|\))[.,]\s+(?=\p{Lu}\p{Ll}{3})")


_SUBJECT: Final = {
    "ru": regex.compile(
        r"(?:\A|\s)(?:на (?:\p{Ll}++\s){0,2}(?:заседани|пленум|съезд|конференци|совещани|собрани|сесси)\p{Ll}{1,3}"
        r"|на (?:письмо|телеграмму|записку|запрос|обращение|заявление|вопросы?)"
        r"|к (?:\p{Ll}++\s){0,2}(?:записк|письм|телеграмм|протокол|доклад|проект|постановлени|сообщени)\p{Ll}{1,3}|о|об|обо|про|щодо|против|по поводу|относительно|в связи с|по (?:делу|докладу|запросу|письму|заявлению|предложению|сообщению)|в ответ на|в защиту|насчет|касательно"
        r"|со?\s(?:\p{Ll}++\s){0,2}(?:просьб|предложени|изложени|приложени|сообщени|протест|резолюци|помет|замечани|проект|"
        r"записк|препровождени|приписк|отчет|план|требовани|ответ|отказ|поправк|возражени|благодарност|информаци|жалоб|"
        r"текст|список|списк|материал|докладом|перевод|копи|указани)\p{Ll}{1,4})\s(?=[\p{L}«])|(?:\A|\s)по (?:\p{Ll}++\s)?вопрос(?:у|ам)(?=\s\p{L}|\Z)"
    ),
    "en": regex.compile(
        r"(?:\A|\s)(?:(?:requesting|expressing|asking|thanking|proposing|demanding|informing|inviting|conveying|enclosing|transmitting|notifying|reporting)"
        r"|during|for (?:acceptance|admission|permission|assistance|help|approval|consideration)|with (?:gratitude|thanks|congratulations|condolences)|at (?:an?|the) (?:\p{L}[\p{L}-]*+\s){0,3}(?i:plenum|meeting|session|conference|congress|sitting)(?: of)?|on|about|concerning|regarding|in connection with|with\s(?:an?\s|the\s|\p{Lu}[\p{L}.]++['’]s?\s)?(?:\p{Ll}++(?:['’]s)?\s)?(?:requests?|reply|answer|postscript|proposals?|appeal|information|drafts?|message|resolution|"
        r"attachment|attached|enclosed|note|comments?|corrections|text|report|telegram|instructions?)|in (?:the )?(?:case|matter|affair) of|against|in (?:reply|response|answer) to|in defen[cs]e of)(?:\s(?=\p{L})|\Z)"
    ),
}


# `«О посевной кампании»`, `“On the sowing campaign”`: the title of a resolution, in quotation marks.
_QUOTED_SUBJECT: Final = regex.compile(
    r"(?:\A|\s)[«\"“„'‘](?:(?:Об?|О мерах|Про|Щодо|On|About|Concerning)\s[^«»\"“”]{3,300}"
    # any other quotation of four words or more is no name of a body
    r"|(?=(?:[^\s«»\"“”]+\s){3})\p{Lu}.{10,300})[»\"”“'’]\Z"
)


def is_subject(rest: str, lang: str) -> tuple[str, str | None]:
    """The text before the clause that says what the document is about, and the clause."""
    m = _QUOTED_SUBJECT.search(rest) or _SUBJECT[lang].search(rest)
    if m is None and in_capitals(rest) and len(low := rest.lower()) == len(rest):
        m = _SUBJECT[lang].search(low)  # a title all in capitals
    if m is None:
        return rest, None
    start = m.start()
    if (
        opened := _OPENED.search(rest, 0, start)
    ) is not None:  # `Resolution of … "On informing …"`: all of the quotation
        start = opened.start("mark")
    return rest[:start].strip(" ,"), rest[start:].strip()


_OPENED: Final = regex.compile(r"\s(?P<mark>[«\"“„])[^«»\"“”„]*\Z")


_ENGLISH_VERBS: Final = frozenset(
    {
        "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did",
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "we", "you", "he", "she", "they",
        "it", "that", "this", "these", "those", "which", "who", "not", "received", "sent", "asked", "said", "says",
        "read", "wrote", "written", "signed", "adopted", "arrived", "please", "let", "here", "there", "if",
        "because", "but", "so", "when",
    }
)  # fmt: skip


def is_english_sentence(words: Iterable[str]) -> bool:
    """Whether one of the words is a finite verb or a pronoun that titles do not have."""
    return not _ENGLISH_VERBS.isdisjoint(words)


def has_verb(text: str) -> bool:
    """Whether a clause is a sentence: a finite verb or a pronoun that titles do not have."""
    words = _WORD.findall(text)
    if any(w.lower() in _ENGLISH_VERBS for w in words):
        return True
    russian = [w.lower() for w in words if "а" <= w[:1] <= "я"]
    if not russian or any(c in "іїєґ" for w in russian for c in w):
        return False  # the dictionary is that of Russian, and takes Ukrainian nouns for verbs
    from archcite.transcript.declension import morph

    return any(_finite(morph().parse(w)) for w in russian[:40])


def _finite(parses: list[object]) -> bool:
    tags = [str(getattr(p, "tag", "")) for p in parses]
    verbs = [t for t in tags if t.startswith(("VERB", "PRTS", "PRED")) or ("NPRO" in t and "1per" in t)]
    return bool(verbs) and len(verbs) == len(tags)
