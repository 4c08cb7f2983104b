"""The archive's name that stands behind a fond, or between two of its levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.notation.labels import label_at
from archcite.notation.mentions import archive_before, archive_like, listed
from archcite.notation.namewords import names_institution

if TYPE_CHECKING:
    from archcite.archives import Authority
    from archcite.notation.records import Mention, Reference


def archive_within(text: str, reference: Reference, authority: Authority) -> Mention | None:
    """The listed archive that stands between two levels, read as a section: `фонд 17 РГАСПИ, опись 3`."""
    for piece in reference.extra:
        start = text.find(piece.written, reference.start, reference.end) if piece.kind == "section" else -1
        found = None if start < 0 else authority.ending_at(text, start + len(piece.written), start)
        if found is not None and found.start == start and not found.repaired:
            reference.extra.remove(piece)
            return listed(found)
    return None


MOST_TOKENS_BEHIND = 10
_TITLE = regex.compile(r"\s?\([^()\n]{2,80}\)(?=\s)")
_NAME_BEHIND = regex.compile(r"(?:(?:\s|(?<=\())\p{L}[\p{L}’'-]*\.?)")
_OF = regex.compile(r"\s(?:du|des|de la|of the|of|in the|in|в|у|во)(?=\s)|,(?=\s)|\s\(", regex.IGNORECASE)


def archive_behind(text: str, pos: int, authority: Authority) -> Mention | None:
    """The listed archive whose name stands right behind `pos`: `дело 94 описи 3 фонда 17 РГАСПИ`."""
    behind = _SLASH.match(text, pos)
    if behind is not None:
        return _behind_slash(text, behind.end(), authority)
    title = _TITLE.match(text, pos)  # `фонд 442 (Канцелярія) ЦДІАК`
    pos = pos if title is None else title.end()
    of = _OF.match(text, pos)
    pos = pos if of is None else of.end()
    at = pos
    best: Mention | None = None
    for _ in range(MOST_TOKENS_BEHIND):
        word = _NAME_BEHIND.match(text, at)
        if word is None:
            break
        at = word.end()
        end = at - text.startswith(".", at - 1)  # `фонда 17 РГАСПИ.`
        found = authority.ending_at(text, at, pos) or (authority.ending_at(text, end, pos) if end < at else None)
        if found is not None and found.start in (pos, pos + 1) and not found.repaired:
            best = listed(found)
    joint = None if best is None else _NEXT.match(text, best.end)
    following = None if joint is None else label_at(text, joint.end())
    if following is not None and any(sense.level == "fond" for sense in following.senses):
        return None  # the archive of the next reference
    return best


_NEXT = regex.compile(r"[.,:]?\s{0,3}")
_SLASH = regex.compile(r"\s//?\s(?=\p{Lu})")
_OF_REGION = regex.compile(r"Ц?[ГД]А\s\p{Lu}\p{Ll}+\s(?:обл|кра|вобл)")
_NAME_TO_MARK = regex.compile(r"[^\n;,/()\[\]\d]{2,100}?(?=\s?(?:[;,/()\[\]\n]|\.?\s*$|\.\s\p{Lu}))")


def _behind_slash(text: str, pos: int, authority: Authority) -> Mention | None:
    """`Ф. Р-6023. Оп. 4. Д. 7711 / ГА Винницкой обл.`: an archive, listed or not, that fills what follows a slash."""
    name = _NAME_TO_MARK.match(text, pos)
    if name is None:
        return None
    mention, _ = archive_before(text, name.end(), pos, authority)
    if mention is None or mention.start != pos:
        return None
    sure = mention.id is not None or mention.candidates or names_institution(mention.written)
    return mention if sure or _OF_REGION.match(mention.written) or archive_like(mention.written.split()[0]) else None
