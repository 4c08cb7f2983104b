"""Fonds that may have another number today, by the fond rules of the authority file.

An entry under the present name of an archive has the number that the text gives under the former one. Where a rule says
that such fonds were renumbered (`ЦГАОР СССР. Ф. 5446`, today perhaps `ГА РФ. Ф. Р-5446`), it is told, and the number is
marked as doubtful; it is not replaced, because most rules are not verified.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from archcite.archives import Authority

if TYPE_CHECKING:
    from archcite.model import Citation, Holding
    from archcite.styles._context import Context


def told(citation: Citation, context: Context) -> list[str]:
    """Which form a reference has today, or may have, and by which rule."""
    holding = _holding(citation, context)
    if holding is None:
        return []
    out = [f"today perhaps {one.form} (rule {one.rule}, {one.provenance})" for one in holding.possible]
    if holding.rule is not None and not out:
        out.append(f"today {holding.present}: {holding.certainty}")
    return out


def is_doubtful(citation: Citation, context: Context) -> bool:
    """Whether the fond has, or may have, another number in the archive whose present name the entry has."""
    holding = _holding(citation, context)
    if holding is None or citation.archive is None:
        return False
    targets = [one.shelfmark or "" for one in holding.possible]
    if holding.rule is not None and holding.shelfmark != citation.shelfmark:
        targets.append(holding.shelfmark)
    return any(target.startswith(f"{citation.archive.id}:") for target in targets)


def _holding(citation: Citation, context: Context) -> Holding | None:
    from archcite.catalogue.reconcile import reconcile

    """The holding of a reference under a former name; None where the entry has that name, or no rule is about it."""
    authority = context.names
    archive = citation.archive
    if archive is None or not isinstance(authority, Authority) or archive.id not in _with_rules(authority):
        return None
    if context.as_published or not context.is_former(archive):
        return None
    return next(iter(reconcile([citation], authority)), None)


@cache
def _with_rules(authority: Authority) -> frozenset[str]:
    """The archives whose fonds a rule is about."""
    return frozenset(rule.from_archive for rule in authority.rules())
