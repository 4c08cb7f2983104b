"""The lines of a text, and what kind of line each is as far as the line alone can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_HEADER = 600
"""Code points of the longest line that can be a title: nine authors and four addressees are 230."""

LONGEST_SITE_LINE = 100
"""Code points of the longest line of a site's own words (`Back to the contents`)."""


@dataclass(slots=True, frozen=True)
class Line:
    """One line without its end: offsets in code points of the text, `number` from 1, `text` stripped of outer space."""

    number: int
    start: int
    end: int
    text: str


def split(text: str, starts: Sequence[int], numbers: Sequence[int] | None = None) -> list[Line]:
    """The lines that hold more than space. `starts` are the offsets of all lines, `numbers` their numbers in the file,
    if these are not 1, 2, 3 …"""
    lines = []
    for index, begin in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(text)
        raw = text[begin:stop]
        stripped = raw.strip()
        if stripped:
            first = begin + len(raw) - len(raw.lstrip())
            lines.append(Line(index + 1 if numbers is None else numbers[index], first, first + len(stripped), stripped))
    return lines


_MARKUP = regex.compile(r"(?:#{1,6}\s{1,3}|>\s{0,2})?(?P<open>[*_]{0,3})(?P<text>.*?)(?P=open)")


def bare(text: str) -> str:
    """A line's text without the marks of Markdown around all of it: `## No. 84`, `**A - B**`."""
    if text[:1] not in "#>*_" or len(text) > LONGEST_HEADER:
        return text
    match = _MARKUP.fullmatch(text)
    return text if match is None or not match["text"].strip() else match["text"].strip()


def joined(first: Line, second: Line) -> Line:
    """Two lines as one, a space between their texts: a title that was broken in two."""
    return Line(first.number, first.start, second.end, f"{first.text} {second.text}")


def cut_at(line: Line, at: int) -> tuple[Line, Line]:
    """One line as two, the second beginning at `at` of its text."""
    before = line.text[:at].rstrip()
    return (
        Line(line.number, line.start, line.start + len(before), before),
        Line(line.number, line.start + at, line.end, line.text[at:]),
    )


# numbers

_SIGN: Final = r"(?:№|No\.?|Nr\.?|N\.?|N°|Num\.?|Number|#)"
_WORD: Final = r"(?:Документ|Document|Dokument|Doc\.?|Док\.?)"
_ROMAN_DIGITS: Final = "IVXLCІХС"
"""Latin, with the Cyrillic letters that look like them."""
_ROMAN: Final = rf"(?-i:[{_ROMAN_DIGITS}]{{1,7}})(?!\.\s|[\p{{L}}\d])"
_NUMBER = regex.compile(
    rf"(?:{_WORD}\s{{0,3}}{_SIGN}?|{_SIGN})\s{{0,3}}(?P<number>\d{{1,5}}\p{{L}}?|{_ROMAN})(?!\p{{L}})"
    r"(?P<rest>\s?\.?(?:\*{1,3}|[¹²³⁴-⁹])?|\s?[.:]\s{1,4}(?P<title>\S.*))",
    regex.IGNORECASE,
)
_NUMBER_BEFORE = regex.compile(
    rf"(?:{_WORD}\s{{0,3}}{_SIGN}?|{_SIGN})\s{{0,3}}\d{{1,5}}\p{{L}}?\s?[.:]?\s{{1,4}}", regex.IGNORECASE
)
_NUMBER_BEHIND = regex.compile(rf"(?<=[.;)]\s{{1,3}})(?:{_WORD}\s)?{_SIGN}\s{{0,2}}\d{{1,4}}\.?$", regex.IGNORECASE)


def number_line(line: Line) -> tuple[str, str | None] | None:
    """The number of a line such as `No. 84`, `№ 84` or `Nr. 84. Title`, with the title behind it; None otherwise."""
    if len(line.text) >= LONGEST_HEADER:
        return None
    match = _NUMBER.fullmatch(_unbracketed(bare(line.text)))
    return None if match is None else (match["number"], match["title"])


def order(number: str) -> int:
    """The place of a number among the others: `84`, `84a` and `LXXXIV` are all the 84th."""
    digits = number.rstrip(_LETTERS)
    if digits:
        return int(digits)
    values = [_VALUES[letter] for letter in number.translate(_LATIN)]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


_LATIN: Final = str.maketrans("ІХС", "IXC")
_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LETTERS: Final = "".join(map(chr, (*range(97, 123), *range(65, 91), *range(0x400, 0x460))))

_BARE_NUMBER = regex.compile(rf"[\[(]?(?P<number>\d{{1,4}}|[{_ROMAN_DIGITS}]{{1,7}})[\])]?\.?(?:\*{{1,3}}|[¹²³⁴-⁹])?")


def bare_number(line: Line) -> str | None:
    """The number of a line that is nothing but digits (`84`, `84.`, `[84]`, `XVI`): that of a document, or of a page."""
    match = _BARE_NUMBER.fullmatch(line.text)
    return None if match is None or 1800 <= order(match["number"]) <= 2100 else match["number"]


def _unbracketed(text: str) -> str:
    """`№ 84` for `[№ 84]`: the number that editors gave."""
    return text[1:-1] if len(text) < LONGEST_SITE_LINE and text[:1] == "[" and text[-1:] == "]" else text


def is_number(text: str) -> bool:
    """Whether a text is nothing but a number with its sign: `No. 1922` is no year."""
    return (
        len(text) < LONGEST_SITE_LINE
        and (match := _NUMBER.fullmatch(bare(text))) is not None
        and match["title"] is None
    )


def cut_number(line: Line) -> tuple[Line, Line] | None:
    """A line that ends in the number of the next document (`… Autograph. No. 22`), as two lines; None otherwise."""
    match = _NUMBER_BEHIND.search(line.text) if len(line.text) < LONGEST_HEADER else None
    if match is None:
        return None
    return cut_at(line, match.start())


def cut_number_before(line: Line) -> tuple[Line, Line] | None:
    """A line that begins with a number (`No. 85. RGASPI. …`), as two lines; None otherwise."""
    match = _NUMBER_BEFORE.match(line.text)
    if match is None or match.end() == len(line.text):
        return None
    return cut_at(line, match.end())


# furniture

_BARS = regex.compile(r"[|•·»>]")
MOST_BARS = 14
LONGEST_PIECE = 64
_BAR_BETWEEN = regex.compile(r"\s[|•·»>]\s|\|")
_SITE = regex.compile(
    r"(?:last (?:updated|modified)|updated on|page last|copyright|©|all rights reserved|home\s?page|home$|back to|"
    r"return to|to (?:the )?(?:contents|index|top)$|contents$|table of contents$|next$|previous$|print(?:able)? version|"
    r"contact (?:us)?|share$|download|log\s?in$|search$|menu$|skip to|https?://|www\.|"
    r"обновлен|последнее (?:обновление|изменение)|все права|главная(?: страница)?$|на главную|назад|наверх|в начало|"
    r"(?:к |вернуться к )?(?:оглавлени|содержани)[еюя]|следующ(?:ий|ая|ее)(?: документ| страница)?$|"
    r"предыдущ(?:ий|ая|ее)(?: документ| страница)?$|версия для печати|комментари(?:и|ев|я)\s?[:(]?\s?\d|поделиться|"
    r"(?:\p{L}+['’]?\s){1,3}archives?$|(?:collected|selected) works (?:volume|table|index)|"
    r"скачать|войти$|поиск$|меню$|добавить комментарий|просмотров|количество просмотров)",
    regex.IGNORECASE,
)
_RULE = regex.compile(r"[\W_]{3,200}")
_PART = regex.compile(
    r"(?:part|book|chapter|section|appendix|volume|vol\.|часть|книга|глава|раздел|том|приложение)\s{1,3}"
    r"(?:[\dIVXLC]{1,5}|\p{L}{3,12})(?:\s?[.:—–-].{0,200})?"
    r"|(?:1[89]|20)\d\d(?:\s?[-–—]\s?(?:1[89]|20)\d\d)?(?:\s?(?:г|гг|год|годы)\.?)?",
    regex.IGNORECASE,
)


def is_navigation(line: Line) -> bool:
    """Whether the line is a site's own: short words between bars or angles, `Back to top`, `Last updated on …`."""
    text = line.text
    if len(text) < 300 and _BAR_BETWEEN.search(text) is not None:
        pieces = _BARS.split(text)
        if len(pieces) <= MOST_BARS and all(0 < len(piece) <= LONGEST_PIECE for piece in pieces):
            return True
    return len(text) < LONGEST_SITE_LINE and _SITE.match(text) is not None


def is_rule(line: Line) -> bool:
    """Whether the line is drawn and not written: `-----`, `* * *`."""
    return len(line.text) <= 200 and _RULE.fullmatch(line.text) is not None


def is_part_heading(line: Line) -> bool:
    """Whether the line is the heading of a part of a volume: `PART TWO. 1921-1923`, `Глава 3`, a bare year."""
    return len(line.text) < 250 and _PART.fullmatch(line.text) is not None


# translations

_TRANSLATED = regex.compile(
    r"(?:Translated from|Translation of|Перевод с|Перевод текста|Original|Оригинал):\s{0,4}(?P<path>\S.{0,400})",
    regex.I,
)
_VERSION = regex.compile(
    r"[\[(]?(?:(?:(?:the|english|russian|german|french|английский|русский|немецкий|французский)\s)?"
    r"(?:(?P<translation>translation|перевод)|(?P<original>original(?: text| in russian| \(russian\))?|"
    r"(?:текст )?оригинала?|подлинный текст)|text|текст)"
    r"(?:\s(?:into english|from (?:the )?russian|на английский|с русского))?)[\])]?\s?[:.]?",
    regex.IGNORECASE,
)


def translated_from(line: Line) -> str | None:
    """The path or name of the original that a translation's first line gives."""
    match = _TRANSLATED.fullmatch(line.text) if len(line.text) < 500 else None
    return None if match is None else match["path"].strip()


def version_heading(line: Line) -> Literal["original", "translation"] | None:
    """Which version of a document a line heads that says nothing else: `Original:`, `English translation`, `Перевод`."""
    match = _VERSION.fullmatch(line.text) if len(line.text) < 60 else None
    if match is None or (match["translation"] is None and match["original"] is None):
        return None
    return "translation" if match["translation"] else "original"


# labels of metadata

LabelRole = Literal[
    "date", "archive", "source", "published", "author", "recipient", "place", "kind", "title", "description", "site"
]

#: What the labels of metadata blocks (`Архив: …`) mean. `archive` names nothing but a shelfmark, `source` a book or one.
LABELS: Final[dict[str, LabelRole]] = {
    **dict.fromkeys(("дата", "датировка", "дата документа", "дата создания", "дата написания", "date", "dated", "written", "date written", "date created",
                     "creation date", "date of creation", "document date", "date of document"), "date"),
    **dict.fromkeys(
        ("архив", "архивный шифр", "архивные реквизиты", "шифр", "место хранения", "хранится", "легенда", "архивный источник",
         "archive", "archives", "archival source", "archival reference", "shelfmark", "location", "held"),
        "archive",
    ),
    **dict.fromkeys(("источник", "источники", "ист", "source", "sources", "ist", "печатается по", "публикуется по"), "source"),
    **dict.fromkeys(
        ("опубликовано", "опубл", "впервые опубликовано", "публикация", "публикуется впервые", "published", "first published",
         "publication", "published in", "published by", "published from", "published according to", "printed in", "printed from"),
        "published",
    ),
    **dict.fromkeys(("автор", "авторы", "отправитель", "author", "authors", "sender", "from", "от кого"), "author"),
    **dict.fromkeys(("адресат", "адресаты", "получатель", "addressee", "addressees", "recipient", "to", "кому"), "recipient"),
    **dict.fromkeys(("title", "заголовок", "заглавие", "название"), "title"),
    **dict.fromkeys(("место", "место создания", "place"), "place"),
    **dict.fromkeys(("тип документа", "вид документа", "type", "document type", "genre"), "kind"),
    **dict.fromkeys(
        ("описание", "подлинность", "вид подлинности", "физическое описание", "способ воспроизведения", "description", "form",
         "physical description"),
        "description",
    ),
    **dict.fromkeys(
        ("метки", "теги", "тэги", "tags", "категория", "категории", "рубрика", "рубрики", "ключевые слова", "keywords", "том",
         "язык", "language", "период", "тематика", "transcribed", "transcribed by", "transcription", "transcription/markup",
         "transcription\\markup", "markup", "html markup", "html", "transcription/html markup", "transcription/html", "transcription and markup",
         "html-markup", "publisher", "издательство", "редактор", "editor", "edited", "edited by", "converted", "digitized by", "translated", "translated by", "translator", "online version",
         "copyleft", "public domain", "copyright", "proofread", "proofread by", "переводчик", "перевод", "прислал",
         "опубликовано на сайте", "подготовка текста", "первоисточник", "ocr", "scan"),
        "site",
    ),
}  # fmt: skip
WEAK_LABELS: Final = frozenset({"author", "recipient", "place", "kind", "title"})
"""Roles whose labels letters have too (`Place: …`): they count only beside another label."""

_OF_ARCHIVE = regex.compile(
    r"\b(?:archiv(?:al|e)|архивн\p{Ll}{2})\s(?:\p{L}+\s)?(?:citation|reference|source|signature|location|ссылка|адрес|сигнатура|данные|реквизиты|шифр|номер)\Z"
)
"""Labels such as `Archival citation:` and `Архивная ссылка:`, with a word between the two at most."""

_LABEL = regex.compile(r"[\[(]?(?P<label>\p{L}[\p{L}\s/\\]{0,28}\p{L})\.?\s{0,2}:\s{0,4}")


@dataclass(slots=True, frozen=True)
class Label:
    """The label of a line of metadata, and how far into the line its value begins; the value may be empty."""

    role: LabelRole
    offset: int


def label(line: Line) -> Label | None:
    """The label of a line such as `Архив: РГАСПИ. …` or `Date: 2 August 1933`; None for any other line."""
    match = _LABEL.match(line.text, 0, 60)
    if match is None:
        return None
    written = " ".join(match["label"].lower().split())
    role = LABELS.get(written) or ("archive" if _OF_ARCHIVE.search(written) is not None else None)
    return None if role is None else Label(role, match.end())
