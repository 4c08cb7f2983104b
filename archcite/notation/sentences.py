"""The archive that the same sentence names before a reference without one: `В РГАСПИ есть письмо (ф. 17, оп. 3, д. 5)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.labels import label_at
from archcite.notation.mentions import archive_like, listed
from archcite.notation.namewords import institutions, leads_away
from archcite.notation.records import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives import Authority

LONGEST_SENTENCE = 240
"""Code points before a reference in which the name is looked for."""
MOST_WORDS = 12
"""Words behind a word for an archive that may still be of its name."""

# an archive in small letters that is not named
_PARTY_ARCHIVE = regex.compile(r"\p{Ll}\p{L}{2,}(?:архив|архів|archive)(?:е|а|у|ом|і)?(?!\p{L})")
DECIDED = "named before in the same sentence"

_BOUNDARY = regex.compile(
    r"(?<!(?<!\p{L})(?:м|г|гг|обл|им|ім|р|см|ст|гл|проф|акад|кн|No|\p{Lu}))[.!?…][\"»”)]?\s+(?=[\p{Lu}\d\"«“„(\[]|$)"
    r"|(?<=\d{4}\s?(?:гг?|рр?))\.\s+(?=\p{Lu}|$)"
    r"|(?<![\p{Ll},]\s?)\r?\n|\n(?![^\S\n]*\p{Ll})|[;|{}<>]"
)
_ABBREVIATION = regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}\p{L}*\p{Lu}\p{L}*(?![\p{L}\p{N}_])")
# a word with a digit in it: what stands between name and reference may be a garbled label
_GARBLED = regex.compile(r"\p{Ll}\d|\d\p{Ll}{2}")
_REST = regex.compile(r"[\p{L}’'ʹ-]*")
_FOLLOWS = regex.compile(r"[ \u00a0](?:\p{L}[\p{L}’'ʹ-]*\.?|\(\p{L}[\p{L} -]{2,30}\))")


def archive_in_sentence(text: str, start: int, floor: int, authority: Authority) -> Mention | None:
    """The one archive that stands in the sentence of the reference at `start`, behind `floor`; None where two stand there."""
    label = label_at(text, start)
    if label is None or not any(sense.level == "fond" for sense in label.senses):
        return None
    begin = max(floor, start - LONGEST_SENTENCE)
    for mark in _BOUNDARY.finditer(text, begin, start):
        begin = mark.end()
    found: Mention | None = None
    for mention in _mentions(text, begin, start, authority):
        if mention is None:
            return None  # an institution that cannot be told
        if found is not None and (mention.id or mention.written) != (found.id or found.written):
            return None
        found = mention
    if found is None or _GARBLED.search(text, found.end, start) is not None:
        return None
    unlike, absent = leads_away()
    away = unlike.match(text, begin, found.start) or absent.search(text, found.end, start)
    return None if away is not None else found


def _mentions(text: str, begin: int, end: int, authority: Authority) -> Iterator[Mention | None]:
    done = begin
    for trigger in institutions().finditer(text, begin, end):
        if trigger.start() < done:
            continue
        mention = _longest(text, trigger, begin, end, MOST_WORDS, authority)
        if mention is not None:
            done = mention.end
        if mention is not None or _PARTY_ARCHIVE.match(text, trigger.start()) is not None:
            yield mention
    for trigger in _ABBREVIATION.finditer(text, begin, end):
        if trigger.start() < done:
            continue
        mention = _longest(text, trigger, begin, end, 2, authority)
        if mention is None and archive_like(trigger.group()):
            mention = Mention(*trigger.span(), trigger.group(), None)
        if mention is not None:
            done = mention.end
            yield mention


def _longest(
    text: str, trigger: regex.Match[str], begin: int, end: int, words: int, authority: Authority
) -> Mention | None:
    """The longest listed name over the trigger word."""
    word = _REST.match(text, trigger.end())
    at = trigger.end() if word is None else word.end()
    ends = [at]
    while len(ends) <= words and (more := _FOLLOWS.match(text, at, end)) is not None:
        at = more.end()
        ends.append(at)
    for stop in reversed(ends):
        match = authority.ending_at(text, stop, begin)
        if match is not None and match.start <= trigger.start() and not match.repaired:
            return listed(match).settled(DECIDED)
    return None
