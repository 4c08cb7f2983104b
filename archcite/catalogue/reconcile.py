"""References to the same holding under all the names that its archive had.

A renaming within one archive keeps the numbers, so its witnesses come together by their shelfmark. Two archives, or two
numbers, are made one only by a rule that was verified in a source; a rule from memory is shown as possible and merges
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.catalogue.equations import Levels, equations
from archcite.model import Holding, Possible, Witness
from archcite.notation.shelfmark import shelfmark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.archives import Authority
    from archcite.catalogue.equations import Equation
    from archcite.model import Citation

SAME_NAME = "one name"
RENAMED = "same archive, renamed"
MOVED = "moved, numbers not known to be kept"
UNKNOWN = "archive not in the authority file"


def reconcile(citations: Iterable[Citation], authority: Authority) -> list[Holding]:
    """One holding a shelfmark, in the order of the first witness; citations without a shelfmark are left out."""
    groups: dict[str, list[Citation]] = {}
    merged_by: dict[str, Equation] = {}
    for citation in citations:
        if citation.shelfmark is None:
            continue
        key = citation.shelfmark
        sure = next((e for e in _equations(citation, authority) if e.sure and e.target is not None), None)
        if sure is not None and sure.target is not None:
            key = _key(sure.target, citation) or key
            merged_by[key] = sure
        groups.setdefault(key, []).append(citation)
    return [_holding(key, group, merged_by.get(key), authority) for key, group in groups.items()]


def _equations(citation: Citation, authority: Authority) -> list[Equation]:
    archive = citation.archive
    if archive is None or archive.id is None or citation.fond is None:
        return []
    return list(equations(Levels(archive.id, citation.fond, citation.opis or "", citation.dela), authority))


def _key(levels: Levels, citation: Citation) -> str | None:
    numbers = {"fond": (levels.fond,), "dela": levels.dela, "sheets": citation.sheets}
    if levels.opis:
        numbers["opis"] = (levels.opis,)
    return shelfmark(levels.archive, numbers, citation.extra)


def _holding(key: str, group: list[Citation], merged: Equation | None, authority: Authority) -> Holding:
    first = group[0]
    used = {c.archive.name for c in group if c.archive is not None and c.archive.name is not None}
    archive = None if first.archive is None or first.archive.id is None else authority.get(first.archive.id)
    present = "" if archive is None else archive.abbr()
    rule = certainty = None
    possible: list[Possible] = []
    if merged is not None and merged.target is not None:
        rule = merged.rule.id
        certainty = f"fond renumbered by rule {rule} ({_provenance(merged)})"
        archive = authority.get(merged.target.archive)
        present = archive.abbr()
    elif archive is None:
        certainty = UNKNOWN
    else:
        for equation in _equations(first, authority):
            if equation.target is None:
                certainty, rule = MOVED, equation.rule.id
            else:
                mark = _key(equation.target, first)
                form = _form(authority.get(equation.target.archive).abbr(), equation.target, first)
                possible.append(
                    Possible(shelfmark=mark, form=form, rule=equation.rule.id, provenance=_provenance(equation))
                )
        certainty = certainty or (RENAMED if used - {_short(archive.names[0].abbr, present)} else SAME_NAME)
    target = merged.target if merged is not None else None
    former = sorted(name for name in used if name != present) if archive is not None else []
    return Holding(
        shelfmark=key,
        present=_form(present or (first.archive.written or "" if first.archive else ""), target, first),
        former=tuple(dict.fromkeys(_form(name, None, first) for name in former)),
        certainty=certainty,
        rule=rule,
        possible=tuple(possible),
        witnesses=tuple(Witness(file=c.file, line=c.line, written=c.text) for c in group),
    )


def _short(abbreviation: str | None, default: str) -> str:
    return abbreviation or default


def _provenance(equation: Equation) -> str:
    mark = equation.rule.mark
    return f"{mark.known}: {', '.join(mark.refs)}" if mark.refs else f"{mark.known}, {mark.confidence}"


def _form(name: str, target: Levels | None, citation: Citation) -> str:
    """A reference under one name of its archive: `РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2`."""
    fond = target.fond if target is not None else citation.fond
    opis = target.opis if target is not None else citation.opis
    dela = target.dela if target is not None else citation.dela
    parts = [name]
    parts += [f"Ф. {fond}"] if fond else []
    parts += [f"Оп. {opis}"] if opis else []
    parts += [f"Д. {', '.join(dela)}"] if dela else []
    parts += [f"{extra.written}" for extra in citation.extra if extra.kind not in ("title", "year")]
    parts += [f"Л. {', '.join(_sheet(sheet) for sheet in citation.sheets)}"] if citation.sheets else []
    return ". ".join(parts)


def _sheet(sheet: str) -> str:
    return "–".join(f"{side[:-1]} об." if side.endswith("v") else side for side in sheet.split("-"))
