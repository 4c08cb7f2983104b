"""The archive has another name today.

RTsKhIDNI has been RGASPI since 1999. References keep the name that their edition has, so this rule is off by default;
select it to bring a collection up to date.

The unsafe fix writes the present name in the same script. It is offered only for renamings within one archive that left
fonds and numbers as they were, and only for abbreviations.

Finds:
    РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.
    RTsKhIDNI. F. 558. Op. 1. D. 5397. L. 2.

Passes:
    РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.
    RGASPI. F. 558. Op. 1. D. 5397. L. 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.catalogue.equations import FondNumbers
from archcite.rules.finding import Problem, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives import Authority
    from archcite.catalogue.build import FileView
    from archcite.model import Citation, CitedArchive

CODE = "A005"
NAME = "superseded-name"
SEVERITY = "note"
DEFAULT = False
FIXES = "unsafe"


def check_known(view: FileView, authority: Authority) -> Iterator[Problem]:
    """Every name written in the reference itself that is not the present one of its archive."""
    numbers = FondNumbers(authority)
    for citation in view.citations:
        cited = citation.archive
        if cited is None or not cited.written or cited.id is None or cited.name is None:
            continue
        if any(repair.level == "archive" for repair in citation.repairs):
            continue  # its spelling comes first
        archive = authority.get(cited.id)
        now = archive.names[0]
        if not now.current or now.abbr is None or cited.name == now.abbr:
            continue
        cyrillic = any("Ѐ" <= c <= "ӿ" for c in cited.written)
        present = archive.abbr_cyr if cyrillic else archive.abbr_lat
        fix = None
        start, end = citation.start, citation.start + len(cited.written)
        if present and view.text.text[start:end] == cited.written and _kept(citation, cited, numbers):
            fix = replace(start, end, present, safe=False)
        yield Problem(
            start,
            end,
            f"{cited.written} is called {present or now.abbr} today",
            f"write {present or now.abbr}" if fix else "check whether fond and numbers are still the same",
            fix,
        )


def _kept(citation: Citation, cited: CitedArchive, numbers: FondNumbers) -> bool:
    """Whether the name is an abbreviation under which this fond is known to have had the number of today."""
    if _WORDS.search(cited.written or "") is not None or citation.fond is None or cited.id is None:
        return False
    return numbers.group(citation) == 0 and not numbers.equations(citation)


_WORDS = regex.compile(r"\p{Ll}{4}")
