"""The archive's name that stands before a reference, listed in the authority file or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.namewords import institutions, names_institution, words
from archcite.notation.records import Mention, Repair

if TYPE_CHECKING:
    from archcite.archives import Authority, Match
    from archcite.model import RepairKind

LONGEST_NAME = 200
"""Code points before a reference that are searched for a name."""

MOST_WORDS = 14
"""Words of the longest phrase that can name an unlisted archive."""

LONGEST_JOINT = 8
"""Punctuation marks between a name and its reference; spaces do not count."""

_JOINT = frozenset(" \t\r\n\u00a0\u202f\u2009.,:;()\"«»“”„—–-*_/=|·•']`")
_FIELD = regex.compile(
    r"(?P<quote>[\"'])(?P<name>[^\"'\n]{3,80})(?P=quote),?\s{0,24}[\"']?\w{2,24}[\"']?\s?(?:[:=]|=>)\s?[\"']$"
)
# `Архив: ОГА СБУ. Архивный шифр: Ф. 6`
_NAMED = regex.compile(
    r"(?<!\p{L})(?i:архив|архів|archive|repository)\s?:\s?(?P<name>\p{Lu}[^\n:;\"']{2,80}?)\s?[.;,|\n]\s{0,3}(?:\p{L}{2,16}\s){0,2}\p{L}{2,16}\.?\s?:\s?$"
)
_EXPLAINED = regex.compile(r"\s\([^()\n\d]{2,160}\)$")
_ABBREVIATION = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\p{Lu}\p{L}*\p{Lu}\p{L}*)(?:[^\S\n]?[-–]?[^\S\n]?\p{Lu}[\p{L}]*){0,2}"
    r"(?:\s(?:в|у|in)\s(?:[гм]\.\s)?\p{Lu}[\p{Ll}-]{2,20}"
    r"|\s(?:(?:в|у|по|in)\s)?\p{Lu}[\p{Ll}-]{2,20}\s(?:обл|области|області|вобл|вобласці|края|краю|краї|губ|губернии|губернії))?$"
)
_TOWN = regex.compile(r"(?:,\s|\s\()(?:[гм]\.\s?)?\p{Lu}[\p{Ll}-]{2,}(?:\s\p{Lu}[\p{Ll}-]{2,})?$")
_SECTION = regex.compile(r"\.\s\p{Lu}{2,7}(?:\s(?:до|после)\s\d{4}\s?г)?$")
_NOTE_NUMBER = regex.compile(r"(?r)(?<![\p{L}\p{N}])(?P<number>\d{1,3})(?=\p{Lu})\p{L}+(?:\s\p{L}+){0,2}")
_STATE = regex.compile(r"\s(?:РФ|России|СССР|RF|of Russia|USSR|SSSR)$")
# what may stand between a name and its reference, and whether the name must be spelt right: `РГАНИ, Москва, ф. 5`,
# `ЦГВИА РФ`, which it was never called, `ЦГА Москвы. ОХД до 1917 г. Ф. 203`
_TAILS = ((_TOWN, False), (_STATE, True), (_SECTION, True))
LONGEST_TOWN = 40
SHORTEST_NAME = 3
"""Capitals of an abbreviation that names an archive without a mark behind it: `РДАДА ф. 229`."""
_CLAUSE = regex.compile(
    r"[\n\"«»“”„();:\[\]{}'`=|]|[,!?]\s|(?<!(?<!\p{L})(?:м|г|обл|им|ім|р|респ|гор|св|гос|держ|центр|нац|\p{Lu}))\.\s|\s[—–-]\s",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"[\p{L}\p{M}’'ʹ-]+")


def archive_before(
    text: str, pos: int, floor: int, authority: Authority, *, known_only: bool = False
) -> tuple[Mention | None, list[Repair]]:
    """The archive named right before `pos`, not looking before `floor`, with the repairs that reading it took.

    With `known_only` a name must be in the authority file; otherwise an unlisted abbreviation, or a phrase with a word
    for archive, museum or library, is a mention without an id.
    """
    end = pos
    marks = 0
    while end > floor and marks < LONGEST_JOINT and pos - end < LONGEST_NAME and text[end - 1] in _JOINT:
        marks += not text[end - 1].isspace()
        if text[end - 1] in ")»”":  # `Full Name (ABBR)`, `Архив «Название»`: the name may end with its bracket
            found = authority.ending_at(text, end, max(floor, end - LONGEST_NAME))
            if found is not None:
                whole = _unlisted_whole(text, found.start, floor) if found.written.startswith("(") else None
                if (
                    whole is not None and " " in text[whole : found.start].strip()
                ):  # not the noun alone: `Archivo (RGASPI)`
                    return Mention(whole, end, text[whole:end], None), _joint_repairs(text[end:pos])
                return _listed(found, text[end:pos])
            aside = _EXPLAINED.search(text, max(floor, end - LONGEST_NAME), end)
            inside = None if aside is None else authority.ending_at(text, end - 1, aside.start())
            if aside is not None and inside is None:  # `ЦДАГО (Центральний держ. архів …). Ф. 1`
                found = authority.ending_at(text, aside.start(), max(floor, aside.start() - LONGEST_NAME))
                if found is not None:
                    return _listed(found, text[end:pos])
        end -= 1
    joint = text[end:pos]
    if end <= floor or joint.count("\n") > 1 or not (text[end - 1].isalnum() or text[end - 1] in "’'ʹ"):
        return None, []
    found = authority.ending_at(text, end, max(floor, end - LONGEST_NAME))
    glued = _NOTE_NUMBER.match(text, max(floor, end - LONGEST_TOWN), end) if found is None else None
    if glued is not None:  # `82RGANI. F. 3`: the number of a note
        found = authority.ending_at(text, end, glued.end("number"))
        if found is not None and (found.repaired or found.start != glued.end("number")):
            found = None
    if found is not None:
        return _contradicted(text, found, floor, authority, _NEXT_LINE if "\n" in joint else _NOW) or _listed(
            found, joint
        )
    for tail, sure in _TAILS:
        if tail is _TOWN and not joint.strip():
            continue
        cut = tail.search(text, max(floor, end - LONGEST_TOWN), end)
        if cut is None or cut.start() <= floor:
            continue
        found = authority.ending_at(text, cut.start(), max(floor, cut.start() - LONGEST_NAME))
        if found is not None and not (sure and found.repaired):
            return _listed(found, joint)
    if known_only and not (
        joint.strip(" \t") in ("", "/", "-", "_", ",") and _ENDS_LIKE_ARCHIVE.search(text, max(floor, end - 12), end)
    ):
        return None, []
    start = _unlisted(text, end, max(floor, end - LONGEST_NAME), joint)
    if start is None:
        return None, []
    if text[start - 1 : start] == "(" and joint.startswith(")"):  # `Полное имя (ГАКО). Ф. 1`
        whole = _unlisted_whole(text, start - 1, floor)
        if whole is not None:
            return Mention(whole, end + 1, text[whole : end + 1], None), _joint_repairs(joint[1:])
    if joint.startswith(".") and _SHORTENED.search(text, start, end) is not None:
        end, joint = end + 1, joint[1:]
    return Mention(start, end, text[start:end], None), _joint_repairs(joint)


_ARCHIVE_OF = regex.compile(
    r"(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}+(?:ый|ий|ой|al|ary)\s\p{L}|\p{Lu})\p{Ll}{0,12}(?:рхив|рхів|rchive|rkhiv)s?\s(?:of\s(?:the\s)?)?$"
)
_SHORTENED = regex.compile(r"\s(?:обл|вобл|губ)$")  # the stop belongs to the name
_NOW = regex.compile(r"\s\((?:ныне|теперь|бывш\.?|бывший|позже|затем|now|formerly|later)\s$", regex.IGNORECASE)


# several archives on the line above a reference: `РГАСПИ, ГАРФ`
_NEXT_LINE = regex.compile(r"(?:,|\s(?:и|та|and))\s$|\s\((?:ныне|теперь|now)\s$", regex.IGNORECASE)


def _contradicted(
    text: str, found: Match, floor: int, authority: Authority, joined: regex.Pattern[str]
) -> tuple[Mention | None, list[Repair]] | None:
    """`РЦХИДНИ (ныне ГАРФ)`: two archives are named as one, so either may be meant; None where nothing contradicts."""
    now = joined.search(text, max(floor, found.start - LONGEST_TOWN), found.start)
    other = None if now is None else authority.ending_at(text, now.start(), max(floor, now.start() - LONGEST_NAME))
    if other is None or set(other.ids) & set(found.ids):
        return None
    ids = tuple(dict.fromkeys((*other.ids, *found.ids)))
    return Mention(other.start, found.end, text[other.start : found.end], None, ids), []


def _unlisted_whole(text: str, bracket: int, floor: int) -> int | None:
    """Start of the full name of an archive that the authority file lacks, before its abbreviation in a bracket."""
    end = bracket - (text[bracket - 1 : bracket] == " ")
    return None if end <= floor else _unlisted(text, end, max(floor, end - LONGEST_NAME), ".")


def archive_in_field(text: str, pos: int, authority: Authority) -> Mention | None:
    """The archive in the field of data before the one that begins at `pos`: `archive: 'ЦДІАК', reference: 'Ф. 127 …'`."""
    floor = max(0, pos - LONGEST_NAME)
    field = _FIELD.search(text, floor, pos) or _NAMED.search(text, floor, pos)
    if field is None:
        return None
    found = authority.ending_at(text, field.end("name"), field.start("name"))
    if found is not None and found.start == field.start("name"):
        return listed(found).settled("named in the field before")
    written = field["name"]
    if written[0].islower() or not (names_institution(written) or _ABBREVIATION.fullmatch(written)):
        return None
    return Mention(*field.span("name"), written, None)


def listed(found: Match) -> Mention:
    """The mention of an archive that the authority file found."""
    return _listed(found, "")[0]


def archive_like(abbreviation: str) -> bool:
    """Whether capitals begin as those of archives do (`ГАТО`, `ЦГАСО`)."""
    return _ARCHIVE_LIKE.fullmatch(abbreviation) is not None


def _listed(found: Match, joint: str) -> tuple[Mention, list[Repair]]:
    repairs = []
    if found.repaired:
        kind: RepairKind = "look-alike name" if found.how == "lookalike" else "misspelt name"
        repairs.append(Repair("archive", found.written, found.form, kind, found.note or found.how))
    one = found.ids[0] if len(found.ids) == 1 else None
    mention = Mention(
        found.start, found.end, found.written, one, () if one else found.ids, found.name_index, found.decided
    )
    return mention, repairs + _joint_repairs(joint)


def _joint_repairs(joint: str) -> list[Repair]:
    marks = "".join(joint.split())
    if ";" in marks or (len(marks) > 1 and set(marks) <= set(".,:;")):
        return [
            Repair("punctuation", marks, ".", "joint of archive", "stray punctuation between archive and reference")
        ]
    return []


_LIKE = r"(?:Ц?[ГД]А|РГА|НА|ОГА|ГДА|ГАН|ЦД|ЦХ|TsGA|TsDA|GA|DA)\p{L}{1,}"
_ARCHIVE_LIKE = regex.compile(_LIKE)
_ENDS_LIKE_ARCHIVE = regex.compile(rf"(?<!\p{{L}}){_LIKE}$")


# capitals that are a word, no abbreviation: `ВЕСЬ ф. 196`, `ЛАТИНЦІ ф. 792`
_IS_WORD = regex.compile(r"[ЬЫЪ]|\p{Lu}{7}")


def _joins(abbreviation: str, joint: str) -> bool:
    """Whether an unlisted abbreviation and what stands between it and the reference make it an archive's."""
    marks = joint.strip().lstrip(")]")
    if not marks or marks in ("/", "-", "_"):
        long = (
            not marks and sum(c.isupper() for c in abbreviation) >= SHORTEST_NAME and not _IS_WORD.search(abbreviation)
        )
        return long or _ARCHIVE_LIKE.fullmatch(abbreviation) is not None
    return not any(c in marks for c in "-–—") or marks.startswith(".")


def _unlisted(text: str, end: int, floor: int, joint: str) -> int | None:
    """Start of a name that the authority file lacks: an abbreviation, or a phrase with a word for archive."""
    not_archives = words("not_archives")
    window = text[floor:end]
    abbreviation = _ABBREVIATION.search(window, max(0, len(window) - 64))
    if abbreviation is not None and _joins(abbreviation.group(), joint):
        found = _WORD.findall(abbreviation.group())
        if _ROMAN.fullmatch(found[-1]) is not None:
            return None  # `Ф. 304/III. Ед. хр. 5` with a wrong sign
        if found[-1] not in not_archives and sum(c.isupper() for c in abbreviation.group()) > 1:
            if found[0] in not_archives:  # `Партархив … при ЦК Компартии Украины`
                start = _phrase(window)
                if start is not None:
                    return floor + start
            before = _ARCHIVE_OF.search(window, max(0, abbreviation.start() - LONGEST_TOWN), abbreviation.start())
            if before is not None:  # `Архив УФСБ по Омской области`
                return floor + before.start()
            while found[0] in not_archives:
                found.pop(0)
            return floor + window.rindex(found[0], 0, len(window)) if len(found) == 1 else floor + abbreviation.start()
    start = _phrase(window)
    return None if start is None else floor + start


def _phrase(window: str) -> int | None:
    """Start of a phrase with a word for archive, museum or library that ends where the window ends."""
    nouns, not_names, prepositions = institutions(), words("not_names"), words("prepositions")
    clause = 0
    for mark in _CLAUSE.finditer(window):
        clause = mark.end()
    phrase = list(_WORD.finditer(window, clause))
    noun = next((word for word in phrase if nouns.match(window, word.start())), None)
    if noun is None or len(phrase) > MOST_WORDS:
        return None
    # `Сотрудник ГАРФ нашёл в Государственном архиве …`: what stands before a preposition is of the sentence
    inside = max(
        (word.end() for word in phrase if word.group() in prepositions and word.end() < noun.start()), default=0
    )
    # `Три листа дела Государственного архива`: nor does a noun in small letters belong to it
    for word in phrase:
        small = "а" <= word.group()[0] <= "ї" and word.end() < noun.start()
        if small and _ADJECTIVE.search(word.group()) is None:
            inside = max(inside, word.end())
    first = next((word for word in phrase if word.start() >= inside and word.group()[0].isupper()), None)
    if first is None or first.start() > noun.start():
        return None
    if any(word.group().casefold() in not_names for word in phrase if word.start() >= first.start()):
        return None  # `Archive Code on Microfilm: Ф.201`
    return int(first.start())


_ADJECTIVE = regex.compile(
    r"(?:[ыиіо]й|[оеьї]го|[оеь]му|[оеыиі]м|[ыиі]х|[ао]я|яя|[ую]ю|[оеї]е|ые|ої|ою|[нк][аеіы]|[аы]га|аму|-)$"
)


_ROMAN = regex.compile(r"[IVXLCІХ]+")
