"""The names under a text: one a line or several, behind a closing formula or an office, above a postscript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.linedates import is_date_line
from archcite.transcript.people import read_name
from archcite.transcript.places import read_place
from archcite.transcript.words import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.transcript.lines import Line
    from archcite.transcript.people import NameReading

LONGEST: Final = 80
"""Code points of the longest line that can hold a signature."""

CLOSING_LINES: Final = 6
"""Lines at the end of a text among which its signature is looked for, postscripts aside."""

#: Single words at the end of a text that are no names.
NO_NAMES: Final = frozenset(
    {"end", "copy", "greetings", "regards", "yours", "goodbye", "amen", "signature", "signatures", "signed", "true", "correct",
     "конец", "копия", "привет", "верно", "подпись", "подписи", "подписал", "подписали", "прощай", "прощайте", "точка",
     "notes", "note", "original", "подлинник", "telegram", "телеграмма", "secret", "секретно", "urgent", "срочно"}
)  # fmt: skip
_NO_WORD = regex.compile(r"[\P{L}]*")
_NOTE_MARK = regex.compile(r"\s{0,2}(?:\d{1,2}|\*{1,3}|[¹²³⁴-⁹]{1,2})?\s?[.,]?$")
_POSTSCRIPT = regex.compile(r"(?:P\.?\s?P?\.?\s?S|PSS?|NB)\b|Постскриптум|П\.\s?С\.|Приписка", regex.IGNORECASE)
_CLOSING = regex.compile(
    r"(?:with\s(?:\p{L}+\s){0,4}(?:greetings?|regards|respect)|(?:(?:best|kind|warm(?:est)?)\s)?(?:greetings|regards)|(?:best|kind)\swishes|"
    r"(?:(?:very|sincerely|always|respectfully|faithfully)\s)?yours?(?:\s(?:truly|sincerely|faithfully|ever|always|devotedly))?|"
    r"respectfully|sincerely|i (?:shake|press) (?:your )?hands?|hugs?|(?:с\s(?:\p{L}+[.]?\s){0,3}(?:приветом|уважением))|"
    r"(?:всегда\s|искренне\s|преданный\s)?(?:твой|ваш|твоя|ваша)|жму руку|крепко жму руку|привет)[,.!:—–-]{0,2}\s{1,3}",
    regex.IGNORECASE,
)
_SALUTATION = regex.compile(
    r"(?:my\s)?(?:dear|esteemed|respected)\b|(?:дорог|уважаем|многоуважаем|глубокоуважаем|мил)\p{Ll}{2,3}\b",
    regex.IGNORECASE,
)
# Who led a meeting stands at the head of its minutes; he did not write them.
_CHAIR = regex.compile(
    r"(?:председательству\p{Ll}{2,4}|присутству\p{Ll}{2,4}|слушали|постановили|presiding|in the chair|present|attended)\b",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(r"(?:№|No\.?|Nr\.?|N°)\s?\d")
_OFFICE = regex.compile(r"^\P{Lu}?[^:]{3,70}:\s{1,3}(?=\p{Lu})")


@dataclass(slots=True, frozen=True)
class Signatures:
    """The names in the order of the text. `written` is the last one as it stands, without note mark and stop; `last` says
    whether nothing but dates and places stands behind them."""

    names: tuple[NameReading, ...] = ()
    written: str | None = None
    last: bool = False


def read_signatures(body: Sequence[Line]) -> Signatures:
    """Read the signatures at the end of a text. A line that may be a place or is a known word is none."""
    lines = [line for line in body if _NO_WORD.fullmatch(line.text) is None]
    for index in range(len(lines) - 1, max(0, len(lines) - 2 * CLOSING_LINES), -1):
        if _POSTSCRIPT.match(lines[index].text):
            lines = lines[:index]
            break
    names: list[NameReading] = []
    written = None
    between = 0
    for depth, line in enumerate(reversed(lines)):
        if not names and depth >= CLOSING_LINES:
            break
        if len(line.text) <= LONGEST and is_date_line(line.text) is not None:
            continue
        found = _signature(line.text)
        if found is None:
            if names:
                break
            between += not _is_place(line.text)
            continue
        if written is None:
            written = found.written
        names.insert(0, found)
    return Signatures(tuple(names), written, between < 1) if names else Signatures()


def _is_place(text: str) -> bool:
    place = read_place(_NOTE_MARK.sub("", text))
    return place is not None and place[1] is None


def _signature(text: str) -> NameReading | None:
    """The name that is all of a line, or stands behind its closing formula or office."""
    if len(text) > LONGEST or _is_place(text) or _NUMBER.match(text):
        return None
    written = _NOTE_MARK.sub("", text).strip()
    if any(c.isdigit() for c in written):
        return None
    for opening in (_CLOSING, _OFFICE):
        match = opening.match(written)
        if match is not None:
            written = written[match.end() :].strip()
    if fold(written.strip(" .")) in NO_NAMES:
        return None
    if _SALUTATION.match(written) or _CHAIR.match(text):
        return None
    name = read_name(written, case="nominative")
    if name.honorific:
        return None  # nobody signs as `Comrade Surname`: it is an address
    if name.shape not in ("initials", "full", "surname") or name.unsure is not None:
        return None
    return None if name.shape == "surname" and _common_noun(written.strip(" .")) else name


def _common_noun(word: str) -> bool:
    """Whether the Russian dictionary knows a word and does not know it as a name (`Список`, `Приложение`)."""
    if not word or not "Ѐ" <= word[-1] <= "ӿ" or " " in word:
        return False
    from archcite.transcript.declension import morph

    if not morph().word_is_known(word.lower()):
        return False
    return not any({"Surn", "Name", "Patr"} & set(parse.tag.grammemes) for parse in morph().parse(word.lower()))
