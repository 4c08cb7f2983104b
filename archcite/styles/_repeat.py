"""What an entry shares with the one right before it, so that `Там же` or `Ibid.` can stand for it.

GOST R 7.0.5-2008, 7.16 (immediate repeat in footnotes); CMOS 17, 14.34. A repeat says only what changed; it is
made only where the words cannot be read as another sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.notation.shelfmark import fold
from archcite.styles._context import mention, words

if TYPE_CHECKING:
    from archcite.model import Citation
    from archcite.styles._context import Context

NOTHING, ARCHIVE, FOND, OPIS, DELO, SHEETS = range(6)
_CITED = ("resolved", "partial")


def repeated(citation: Citation, context: Context) -> int:
    """The deepest level through which all is the same as in the entry right before; `NOTHING` where none is.

    `SHEETS` is the very same reference. What lies below and is missing in this reference, but stood in the one
    before, would be read into it: then less is repeated, so that the next level is named again.
    """
    before = context.run.previous
    if before is None or before.status not in _CITED or citation.status not in _CITED:
        return NOTHING
    if mention(citation.archive) is None or mention(citation.archive) != mention(before.archive):
        return NOTHING
    if context.as_published and _name(citation, context) != _name(before, context):
        return NOTHING
    here, there = _levels(citation), _levels(before)
    shared = ARCHIVE
    for level in (FOND, OPIS, DELO, SHEETS):
        if here[level] != there[level]:
            break
        shared = level
    if shared == SHEETS:
        return SHEETS
    if shared == DELO and (len(before.dela) > 1 or "-" in "".join(before.dela)):
        shared = OPIS  # sheets alone would not tell of which file they are
    while shared > ARCHIVE and not here[shared + 1]:
        shared -= 1
    return shared if here[shared + 1] else NOTHING


def _levels(citation: Citation) -> dict[int, tuple[str, ...]]:
    """The folded numbers of each level; a level beside the four is told apart where it stands."""
    out = {
        FOND: tuple(map(fold, filter(None, [citation.fond]))),
        OPIS: tuple(map(fold, filter(None, [citation.opis]))),
        DELO: tuple(map(fold, citation.dela)),
        SHEETS: tuple(map(fold, citation.sheets)),
    }
    for extra in citation.extra:
        known = words()["extra"].get(extra.kind)
        level = SHEETS if known and known["before"] == "end" else DELO
        out[level] += (f"{extra.kind}={fold(extra.value)}",)
    return out


def _name(citation: Citation, context: Context) -> str | None:
    """The archive's name as the text has it."""
    written = None if citation.archive is None else context.name_in_text(citation.archive)
    return written.casefold() if written else None
