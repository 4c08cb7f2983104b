"""Which other shelfmark a holding has or had: the fond rules of the authority file, applied to one reference.

A rule's text says how numbers change: `fond {n} -> fond М-{n}`, `f. 45 op. 1 -> f. 558 op. 11`. What it does not say
in numbers (`personal fonds -> f. 77, 81`) is no equation: holdings moved, and nobody can tell whether the numbers were
kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import regex

from archcite.catalogue.formulas import formula, keeps_fonds
from archcite.catalogue.numbering import Numbering
from archcite.notation.shelfmark import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.archives import Authority, Fond, FondRule, Mark
    from archcite.catalogue.formulas import Side
    from archcite.model import Citation

_FILES = regex.compile(r"д\.\s*(?P<first>\d+)\s*[–-]\s*(?P<last>\d+)")
_KEPT = frozenset({"fond", "opis", "delo", "sprava", "list"})


@dataclass(slots=True, frozen=True)
class Levels:
    """Archive, fond, opis and files of a holding; what is missing is empty. Sheets are never part of a rule."""

    archive: str
    fond: str
    opis: str
    dela: tuple[str, ...]


@dataclass(slots=True, frozen=True)
class Equation:
    """What a rule makes of a holding; `target` is null where the rule gives no numbers.

    `rule` is null where it is no rule but the list of known fonds that says so.
    """

    rule: FondRule | None
    target: Levels | None
    mark: Mark

    @property
    def sure(self) -> bool:
        """Whether the equation may make two shelfmarks one.

        Its rule was verified in a source that leaves no doubt, keeps opis and delo without an `often` or `mostly`, and
        holds for whole fonds and not for a period or a theme.
        """
        if self.rule is None:
            return False
        kept = {word.strip() for word in (self.rule.keeps or "").split(",")}
        whole = kept <= _KEPT and kept & {"delo", "sprava"} and "opis" in kept and "(" not in self.rule.from_ref
        certain = self.mark.known == "verified" and self.mark.confidence == "high"
        return self.target is not None and certain and bool(whole)


@dataclass(slots=True)
class FondNumbers:
    """What the authority file says of the fond numbers of the archives that are cited; each is looked up once."""

    authority: Authority
    _known: dict[str, tuple[list[FondRule], list[Fond], Numbering]] = field(default_factory=dict)

    def numbering(self, id_: str) -> Numbering:
        """Which names of an archive share one numbering."""
        return self._of(id_)[2]

    def group(self, citation: Citation) -> int:
        """The numbering of the name under which an archive is cited; see `Numbering.group`."""
        archive = citation.archive
        return 0 if archive is None or archive.id is None else self.numbering(archive.id).group(archive.name)

    def equations(self, citation: Citation) -> list[Equation]:
        """The equations from the holding that is cited to another."""
        archive = citation.archive
        if archive is None or archive.id is None or citation.fond is None:
            return []
        holding = Levels(archive.id, citation.fond, citation.opis or "", citation.dela)
        found = equations(holding, archive.name, *self._of(archive.id))
        return [one for one in found if one.target is None or one.target.archive in self.authority]

    def _of(self, id_: str) -> tuple[list[FondRule], list[Fond], Numbering]:
        if id_ not in self._known:
            rules = self.authority.rules(id_)
            self._known[id_] = rules, self.authority.fonds(id_), Numbering(self.authority.get(id_), rules)
        return self._known[id_]


def equations(
    holding: Levels, used: str | None, rules: Iterable[FondRule], fonds: Iterable[Fond], numbering: Numbering
) -> Iterator[Equation]:
    """The equations from this holding forward, one for each rule that fits it and changes something.

    `used` is the name of the archive under which it is cited; `rules`, `fonds` and `numbering` are those of that
    archive. Where the list of fonds knows this one, a rule for all fonds of the archive counts only if it agrees.
    """
    listed = list(_listed(holding, used, fonds, numbering))
    agreed = set()
    for rule in rules:
        if rule.from_archive != holding.archive or not numbering.applies(rule, used):
            continue
        one = _by_rule(holding, rule)
        if one is None:
            continue
        if rule.to_archive != holding.archive or not listed or any(one.target == known.target for known in listed):
            agreed.add(one.target)
            yield one
    yield from (known for known in listed if known.target not in agreed)


def _by_rule(holding: Levels, rule: FondRule) -> Equation | None:
    sides = formula(rule)
    if sides is None:
        lost = _FONDS.search(rule.from_ref) or (rule.from_archive == rule.to_archive and not keeps_fonds(rule))
        return Equation(rule, None, rule.mark) if lost and _about(rule, holding.fond) else None
    before, after = sides
    bound = _bind(before, holding, rule)
    if bound is None:
        return None
    target = Levels(
        rule.to_archive,
        _fill(after.get("fond", holding.fond), bound),
        _fill(after.get("opis", holding.opis), bound),
        (_fill(after["dela"], bound),) if "dela" in after else holding.dela,
    )
    return None if target == holding else Equation(rule, target, rule.mark)


def _listed(holding: Levels, used: str | None, fonds: Iterable[Fond], numbering: Numbering) -> Iterator[Equation]:
    """What the list of fonds knows of this one under the present name: `ЦГАОР ф. 102`, or a number without its letter."""
    number = fold(holding.fond)
    former = numbering.group(used) != 0
    for fond in fonds:
        own = fold(fond.fond)
        if former:
            known = any(fold(was) == number for was in numbering.former(fond, used))
        else:
            known = own != number and str(fond.number) == number and number in fond.aliases
        if known:
            yield Equation(None, Levels(holding.archive, fond.fond, holding.opis, holding.dela), fond.mark)


def _bind(pattern: Side, holding: Levels, rule: FondRule) -> dict[str, str] | None:
    """What `{n}` and `{d}` stand for in this holding; None if the rule is about others."""
    if not _about(rule, holding.fond):
        return None
    bound: dict[str, str] = {}
    for level, wanted in pattern.items():
        own = holding.dela[0] if level == "dela" and holding.dela else getattr(holding, level)
        if not own or isinstance(own, tuple):
            return None
        if wanted.startswith("{"):
            tail = wanted.partition("}")[2].strip("/")
            number = fold(own)
            if tail:
                if not number.endswith(fold(tail)):
                    return None
                number = number.removesuffix(fold(tail)).rstrip("/-")
            if level == "fond" and not number.isdigit():
                return None
            bound[wanted.partition("}")[0][1:]] = number
        elif fold(own) != fold(wanted):
            return None
    files = _FILES.search(rule.from_ref)
    if files is not None and "dela" in pattern:
        number = bound.get("d", "")
        if not number.isdigit() or not int(files["first"]) <= int(number) <= int(files["last"]):
            return None
    return bound


def _fill(template: str, bound: dict[str, str]) -> str:
    for name, value in bound.items():
        template = template.replace(f"{{{name}}}", value)
    return template


_FONDS = regex.compile(r"ф\.\s*(?P<fonds>\d+(?:,\s*\d+)*)(?!\p{L})")


def _about(rule: FondRule, fond: str) -> bool:
    """Whether a rule can be about a fond: it names no fonds by number, or this one."""
    named = _FONDS.search(rule.from_ref)
    return named is None or fold(fond) in {number.strip() for number in named["fonds"].split(",")}
