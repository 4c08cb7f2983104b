"""Titles of documents: `A – B`, `A to B`, `Письмо А. Б. Фамилину 5 мая 1920 года`, `Протокол № 5 заседания …`.

A strict judge: segmentation asks it of every short line, so a line is a title only if all of it is accounted
for. What is left over makes it an ordinary line; what can be read in two ways is read as far as it goes and says
so in `unsure`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

import regex

from archcite.transcript import posts
from archcite.transcript.conversations import diary_may_begin, diary_title
from archcite.transcript.dates import PARTS, DateReading, read_date
from archcite.transcript.englishtitles import (
    body_first,
    kind_after_body,
    possessive_may_begin,
    possessive_title,
)
from archcite.transcript.kindtitles import kind_title
from archcite.transcript.names import UNNAMED
from archcite.transcript.pairtitles import DASH, TO, dash_title, side_by_side, side_by_side_may_begin, to_title
from archcite.transcript.people import NameReading, is_body, is_office, read_name
from archcite.transcript.places import read_place
from archcite.transcript.titleends import copied, cut_copy, cut_date, cut_place
from archcite.transcript.titlewords import (
    cyrillic,
    has_verb,
    is_english_sentence,
    is_subject,
    read_kind,
    trailing_kind,
)
from archcite.transcript.words import SENTENCE_OPENINGS

if TYPE_CHECKING:
    from archcite.model import Kind
    from archcite.transcript.titleparts import Found, TitleShape

LONGEST: Final = 600


@dataclass(slots=True, frozen=True)
class TitleReading:
    """What a title says. `written` is the line without space around it.

    `number` is the document's (`No. 5` before the title), `own_number` that of the kind (`Протокол № 5`).
    `others` are people who are neither author nor addressee for certain: those of a conversation or an
    interrogation, those who got a copy, or names that are not told apart (then `unsure` says so). `genre` are the
    document's own words for what it is (`Докладная записка`), `bare_number` says that the number has no sign (`5. A – B`),
    as points of a list have. `subject` is the rest (`о положении на фронте`). `strong` is false
    for shapes that an ordinary line may have too: a bare kind, bare surnames on both sides of a dash.
    """

    written: str
    kind: Kind | None
    authors: tuple[NameReading, ...]
    recipients: tuple[NameReading, ...]
    date: DateReading | None
    place: str | None
    number: str | None
    lang: Literal["ru", "en"]
    unsure: str | None
    shape: TitleShape
    strong: bool = True
    own_number: str | None = None
    others: tuple[NameReading, ...] = ()
    subject: str | None = None
    genre: str | None = None
    bare_number: bool = False


_NUMBER: Final = regex.compile(
    r"(?:(?:(?:Document|Документ|Doc\.|Док\.)\s*)?(?:№|No\.?|Nr\.?|N°|N)\s*|(?:Document|Документ)\s+)"
    r"(?P<number>\d{1,4}\p{Ll}?)\s*[.:)]?\s+"
)
_BARE_NUMBER: Final = regex.compile(r"(?P<number>\d{1,4})[.)]\s+(?=\p{Lu})")
# `5 мая 1920 г. Письмо …`, `[Май 1920 г.] – Письмо …`
_PLACE_BEHIND_DATE: Final = regex.compile(
    r"(?:,\s|\.?\s(?=г\.)|(?<=,\sг\.)\s?)(?P<place>(?:г\.\s?)?\p{Lu}[\p{L}-]++)(?=\s?(?:\.\s*)?[-–—]{1,2}\s)"
)
_DATE_FIRST: Final = regex.compile(r"\s*(?:[.:]?\s*[-–—]{1,2}(?=\s)|(?<=\.|\])|[.:])\s*(?=\p{Lu})")
# `И. В. Фамилин. Письмо …`, `Фамилин И. В. Письмо …`, `A. B. Surname, letter to …`
_AUTHOR_FIRST: Final = regex.compile(
    r"(?P<author>(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}++(?=\.|[,:]\s\p{L}{3})|\p{Lu}\p{Ll}++\s\p{Lu}\.(?:\s?\p{Lu}\.)?)"
    r"(?:\.?\s(?=\p{Lu}\p{Ll}{2})|[,:]\s(?=\p{L}\p{Ll}{2}))"
)
_SECRECY: Final = regex.compile(
    r"(?:особая папка|(?:совершенно|строго|сов\.)\s?секретно|секретно|top secret|strictly secret|secret)\.\s(?=\p{Lu})",
    regex.IGNORECASE,
)
# `[excerpt]`, `(черновик)`: what the editors say of the text, no part of a name
_REMARK: Final = regex.compile(
    r"\s(?:\[(?:excerpts?|extracts?|fragments?|draft|copy|translation|not sent|выдержк[аи]|отрыв(?:ок|ки)|фрагмент|извлечени[ея]|"
    r"проект|черновик|копия|перевод|не отправлено)\]|\((?:excerpts?|extracts?|fragments?|draft|выдержк[аи]|отрыв(?:ок|ки)|фрагмент|"
    r"извлечени[ея]|черновик|не отправлено|(?:для|for)\s[^()]{3,40})\))\.?\Z",
    regex.IGNORECASE,
)
_NOTE_MARK: Final = regex.compile(r"(?<=\p{L}{2}|\))(?:\s?\*{1,2}|\s?[¹²³⁴-⁹]|\s\d{1,2})\Z")
# `Фамилину1`, `Фамилину*`
_GLUED_MARK: Final = regex.compile(r"(?<=\p{Ll}{3}|\)|\p{Lu}{2}|\p{Lu}\.)(?:\d{1,2}|\*{1,3}|[¹²³⁴-⁹])\Z")
#: Note marks glued to names, also before a dash or a comma: `И. В. Фамилин1 — В. Г. Другому2`.
_MARKS: Final = regex.compile(r"(?<=\p{Ll}{3}|\p{Lu}{4}|\))(?:\d{1,2}|[¹²³⁴-⁹]|\*{1,3})(?=[\s,;]|\Z)")
_NAVIGATION: Final = ("|", "http:", "https:", "www.", "....", " > ", "» »")


def read_title(line: str) -> TitleReading | None:
    """Read a line that is a document's title; None for any other line.

    Navigation, salutations, signatures, address lines and sentences are no titles. A final stop is allowed.
    """
    written = " ".join(line.split())
    if not 5 <= len(written) <= LONGEST or written[-1] in "?!:;,…" or any(s in written for s in _NAVIGATION):
        return None
    first = written.lstrip('«"“*#([ ')[:1]
    if not (first.isupper() or first == "№" or first.isdigit()):
        return None
    text, number, bare = written, None, False
    if (m := _NUMBER.match(text) or _BARE_NUMBER.match(text)) is not None:
        text, number, bare = text[m.end() :], m.group("number"), m.re is _BARE_NUMBER
    text, opening = _opening_date(text)
    if text[:1].isdigit() or not _may_be_title(text):
        return None
    posted = posts.with_in(text)
    title = _read(posted, opening)
    if title is not None and posted != text:
        title = posts.as_written(title, text, posted)
    if title is None or ((bare or opening is not None) and not (title.authors or title.recipients or title.others)):
        return None
    if opening is not None and not title.strong:
        return None
    return replace(title, written=written, number=number, bare_number=bare)


def read_unknown_title(line: str) -> TitleReading | None:
    """A line that a kind opens and that has no verb, but is no title of a known shape: its kind, number and date alone.

    It is weak, of the shape `unread`; what it says of people is not read.
    """
    text = " ".join(line.split())
    if len(text) > LONGEST_UNKNOWN or text[-1:] in "?!:;,…":
        return None
    number = _NUMBER.match(text)
    text = text[number.end() :] if number is not None else text
    kind = read_kind(text)
    if kind is None or not kind.rest or not kind.written[0].isupper():
        return None
    before, date, _ = cut_date(text)
    if kind.kind is None and date is None:
        return None
    if _SENTENCES.search(before) is not None or has_verb(before):
        return None
    lang: Literal["ru", "en"] = "ru" if cyrillic(text) else "en"
    return TitleReading(
        written=line,
        kind=kind.kind,
        authors=(),
        recipients=(),
        date=date,
        place=None,
        number=None if number is None else number.group("number"),
        lang=lang,
        unsure=None,
        shape="unread",
        strong=False,
        genre=kind.written,
    )


LONGEST_UNKNOWN: Final = 200
"""Code points of the longest line of an unknown shape that is taken for a title."""
_SENTENCES: Final = regex.compile(r"\p{Ll}{2}[.!?]\s+\p{Lu}\p{Ll}{2}|[!?:;]")


def _opening_date(text: str) -> tuple[str, DateReading | None]:
    """The text behind a date that opens it (`5 мая 1920 г. Письмо …`), and the date; a month and year at least.

    A place may stand between them: `1919 г., октября 5, г. Город. — Приказ …`.
    """
    if not (text[:1].isdigit() or text[:1] == "["):
        return text, None
    date = read_date(text)
    if date is None or not {"year", "month"} <= set(date.parts):
        return text, None
    place = _PLACE_BEHIND_DATE.match(text, date.end) if date.place is None else None
    if place is not None and (read := read_place(place["place"] + ",")) is not None:
        date = replace(date, place=read[0], place_unsure=None)
    link = _DATE_FIRST.match(text, date.end if place is None else place.end())
    return (text, None) if link is None else (text[link.end() :], date)


def _read(text: str, date: DateReading | None) -> TitleReading | None:
    """Read a title without its number; `date` is the one that stood before it."""
    written = text
    text = _REMARK.sub("", _SECRECY.sub("", text))
    signed = _AUTHOR_FIRST.match(text)
    if signed is not None and read_kind(text[signed.end() :]) is not None:
        title = _read(text[signed.end()].upper() + text[signed.end() + 1 :], date)
        if title is None or title.authors or title.others or not title.recipients:
            return None
        author = read_name(signed["author"], case="nominative")
        unsure = "; ".join(d for d in (author.unsure, title.unsure) if d) or None
        return replace(title, written=written, authors=(author,), unsure=unsure, strong=True)
    lang: Literal["ru", "en"] = "ru" if cyrillic(text) else "en"
    text, last = trailing_kind(text)
    place = None
    if date is None:
        text, date, place = cut_date(text)
    text, copies = cut_copy(text, lang)
    if not copies:  # the subject may stand behind those who got a copy
        before, subject = is_subject(text, lang)
        before, copies = cut_copy(before, lang)
        text = f"{before} {subject}" if copies else text
    addressed = None
    if date is None:
        text, place = cut_place(text)
        addressed = place
    if last is None:
        text, last = trailing_kind(text)
    if (told := diary_title(text)) is not None:
        found: Found | None = told
    elif read_kind(text) is not None:
        text = _GLUED_MARK.sub("", text)
        found = kind_title(text, lang, dated=date is not None)
    else:
        text = _MARKS.sub("", _NOTE_MARK.sub("", text))
        found = (
            dash_title(text)
            or to_title(text, dated=date is not None)
            or possessive_title(text, dated=date is not None)
            or side_by_side(text)
        )
        found = found or body_first(text, dated=date is not None)
    if found is None:
        return None
    if addressed is not None and found.recipients and found.unsure is None:
        found.unsure = f"`{addressed}` may be where it was written or where its addressee was"
    _leave_unnamed(found)
    if lang == "ru" and _UKRAINIAN.search(text) is not None:
        found.authors, found.recipients, found.others = map(_ukrainian, (found.authors, found.recipients, found.others))
    whole_day = date is not None and set(date.parts) == set(PARTS)
    return TitleReading(
        written=written,
        kind=found.kind or (last.kind if last else None),
        authors=found.authors,
        recipients=found.recipients,
        date=date,
        place=place or found.place or (None if date is None or date.place_unsure else date.place),
        number=None,
        lang=lang,
        unsure=_doubts(found, copies),
        shape=found.shape,
        strong=found.strong or (whole_day and bool(found.authors and found.recipients)),
        own_number=found.own_number,
        others=found.others + copies,
        subject=found.subject,
        genre=found.genre or (last.written if last else None),
    )


#: Letters and words for kinds that Ukrainian has and Russian has not.
_UKRAINIAN: Final = regex.compile(
    r"[іїєґІЇЄҐ]|\b(?:лист[аи]?|телеграм[аи]|шифротелеграм[аи]|шифрограм[аи]|постанов[аи]|заяв[аи]|доповідь|звіт)\b",
    regex.IGNORECASE,
)


def _leave_unnamed(found: Found) -> None:
    """Leave out `и др.`, `and others`: that there were others is a doubt and no name."""
    for role in ("authors", "recipients"):
        names = getattr(found, role)
        named = tuple(n for n in names if n.unsure != UNNAMED)
        if len(named) < len(names):
            setattr(found, role, named)
            found.unsure = "; ".join(d for d in (found.unsure, UNNAMED) if d)


def _ukrainian(names: tuple[NameReading, ...]) -> tuple[NameReading, ...]:
    """Names of a Ukrainian title: a surname in `-ря` is one in `-р`, where Russian has `-рь`."""
    return tuple(replace(n, name=n.name[:-1]) if n.name.endswith("рь") and n.written[-1] in "яю" else n for n in names)


def _may_be_title(text: str) -> bool:
    """The cheap `no` for nearly all lines: whether a kind opens the line, or names may stand before a link."""
    if (
        read_kind(text) is not None
        or diary_may_begin(text)
        or side_by_side_may_begin(text)
        or kind_after_body(text) is not None
    ):
        return True
    if _SECRECY.match(text) or _AUTHOR_FIRST.match(text):
        return True
    if possessive_may_begin(text) or (text.startswith("To ") and " from " in text):
        return True
    if (" - " in text or " -- " in text or "–" in text or "—" in text) and _names_before(text, DASH):
        return True
    return (" to " in text or " TO " in text) and _names_before(text, TO)


def _names_before(text: str, link: regex.Pattern[str]) -> bool:
    """Whether what stands before one of the links is capitalised, or names a body or office, and is no sentence."""
    for m in link.finditer(text):
        left = text[: m.start()]
        words = left.removeprefix("From ").split()
        if len(words) > 1 and words[0] in SENTENCE_OPENINGS and words[1][0].islower():
            return False
        low = [w for w in words if w[0].islower() and w not in _NAME_LINKS]
        if is_english_sentence(low):
            return False  # so does what stands before every later link
        if not low or is_body(left) or is_office(left):
            return True
    return False


_NAME_LINKS: Final = frozenset(
    {"and", "и", "of", "the", "von", "van", "de", "der", "фон", "де", "ван", "т.", "тов.", "others", "др.", "др"}
)


def _doubts(found: Found, copies: tuple[NameReading, ...]) -> str | None:
    """The doubts of the title and of its names, so that a caller sees them in one place."""
    doubts = [n.unsure for n in (*found.authors, *found.recipients, *found.others, *copies) if n.unsure]
    if found.unsure is not None:
        doubts.insert(0, found.unsure)
    if copies:
        doubts.append(copied(copies))
    return "; ".join(dict.fromkeys(doubts)) or None
