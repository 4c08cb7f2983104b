"""References to the same holding under all the names that its archive had.

A renaming keeps the numbers, so witnesses under the names of one archive come together by their shelfmark. Two archives,
or two numbers, are made one only by a rule that was verified in a source; a rule from memory is shown as possible and
merges nothing. Neither does one number under two names where it is not known to mean one fond (see
`archcite.catalogue.numbering`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.catalogue.equations import FondNumbers
from archcite.model import Holding, Possible, Witness
from archcite.notation.shelfmark import shelfmark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from archcite.archives import Authority
    from archcite.catalogue.equations import Equation, Levels
    from archcite.model import Citation

SAME_NAME = "one name"
RENAMED = "same archive, renamed"
MOVED = "moved, numbers not known to be kept"
UNKNOWN = "archive not in the authority file"


def reconcile(
    citations: Iterable[Citation], authority: Authority, chosen: Callable[[Citation], bool] | None = None
) -> list[Holding]:
    """One holding a shelfmark, in the order of the first witness; citations without a shelfmark are left out.

    Where a fond has another number under a later name of its archive, one shelfmark has a holding for each numbering.
    With `chosen` only those citations are witnesses; what may be the same holding is looked for among all.
    """
    numbers = FondNumbers(authority)
    groups: dict[tuple[str, int], list[Citation]] = {}
    merged_by: dict[tuple[str, int], Equation] = {}
    for citation in citations:
        if citation.shelfmark is None:
            continue
        key = citation.shelfmark, numbers.group(citation)
        sure = next((e for e in numbers.equations(citation) if e.sure and e.target is not None), None)
        target = None if sure is None or sure.target is None else _key(sure.target, citation)
        if sure is not None and target is not None:
            key = target, 0
            merged_by[key] = sure
        groups.setdefault(key, []).append(citation)
    holdings = {key: _holding(key, group, merged_by.get(key), numbers) for key, group in groups.items()}
    shown = holdings
    if chosen is not None:
        kept = {key: [citation for citation in group if chosen(citation)] for key, group in groups.items()}
        shown = {key: _holding(key, group, merged_by.get(key), numbers) for key, group in kept.items() if group}
    return _with_reverse(shown, holdings)


def _key(levels: Levels, citation: Citation) -> str | None:
    numbers = {"fond": (levels.fond,), "dela": levels.dela, "sheets": citation.sheets}
    if levels.opis:
        numbers["opis"] = (levels.opis,)
    return shelfmark(levels.archive, numbers, citation.extra)


def _holding(key: tuple[str, int], group: list[Citation], merged: Equation | None, numbers: FondNumbers) -> Holding:
    mark, numbering = key
    first = group[0]
    target = None if merged is None else merged.target
    id_ = target.archive if target is not None else first.archive.id if first.archive is not None else None
    rule: str | None = None
    possible: tuple[Possible, ...] = ()
    former: dict[str, Citation] = {}
    if id_ is None:
        present = (first.archive.written or "") if first.archive is not None else ""
        certainty = UNKNOWN
    else:
        latest = numbers.numbering(id_).latest(numbering)
        present = numbers.authority.get(id_).abbr() if numbering == 0 else latest
        if numbering < 0 and first.archive is not None:
            present = first.archive.written or present
        for citation in group:
            name = citation.archive.name if citation.archive is not None else None
            if name is not None and name not in (present, latest):  # `ГАРФ` and `ГА РФ` are one name
                former.setdefault(name, citation)
        certainty = RENAMED if former else SAME_NAME
        if merged is not None and merged.rule is not None:
            rule = merged.rule.id
            certainty = f"fond renumbered by rule {rule} ({merged.mark})"
        else:
            found = numbers.equations(first)
            possible = tuple(_possible(one, one.target, first, numbers.authority) for one in found if one.target)
            lost = next((one for one in found if one.target is None), None)
            if lost is not None and lost.rule is not None:
                rule = lost.rule.id
            if lost is not None or (numbering and not possible):
                certainty = MOVED
    return Holding(
        shelfmark=mark,
        present=_form(present, target, first),
        former=tuple(_form(name, None, citation) for name, citation in former.items()),
        certainty=certainty,
        rule=rule,
        possible=possible,
        witnesses=tuple(Witness(file=c.file, line=c.line, written=c.text) for c in group),
    )


def _possible(equation: Equation, target: Levels, citation: Citation, authority: Authority) -> Possible:
    return Possible(
        shelfmark=_key(target, citation),
        form=_form(authority.get(target.archive).abbr(), target, citation),
        rule=None if equation.rule is None else equation.rule.id,
        provenance=str(equation.mark),
    )


def _with_reverse(
    holdings: Mapping[tuple[str, int], Holding], others: Mapping[tuple[str, int], Holding]
) -> list[Holding]:
    """Holdings with what may be the same among the others, seen from both ends."""
    back: dict[tuple[str, int], list[Possible]] = {}
    for holding in others.values():
        for one in holding.possible:
            if one.shelfmark is not None and (one.shelfmark, 0) in holdings:
                other = one.model_copy(update={"shelfmark": holding.shelfmark, "form": holding.present})
                back.setdefault((one.shelfmark, 0), []).append(other)
    return [
        holding.model_copy(update={"possible": holding.possible + tuple(back[key])}) if key in back else holding
        for key, holding in holdings.items()
    ]


_CYRILLIC = regex.compile(r"\p{Cyrillic}")
_SERIES = str.maketrans("RAMLKk", "РАМЛКк")
"""Latin letters before or behind the number of a fond, in Cyrillic; P may be Р by its shape or П by its sound."""


def _form(name: str, target: Levels | None, citation: Citation) -> str:
    """A reference under one name of its archive: `РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2`."""
    fond = target.fond if target is not None else citation.fond
    opis = target.opis if target is not None else citation.opis
    dela = target.dela if target is not None else citation.dela
    parts = [name]
    if fond and _CYRILLIC.match(name):
        fond = fond.translate(_SERIES)
    parts += [f"Ф. {fond}"] if fond else []
    parts += [f"Оп. {opis}"] if opis else []
    parts += [f"Д. {', '.join(dela)}"] if dela else []
    parts += [f"{extra.written}" for extra in citation.extra if extra.kind not in ("title", "year")]
    parts += [f"Л. {', '.join(_sheet(sheet) for sheet in citation.sheets)}"] if citation.sheets else []
    return ". ".join(parts)


def _sheet(sheet: str) -> str:
    return "–".join(f"{side[:-1]} об." if side.endswith("v") else side for side in sheet.split("-"))
