"""The authority file of archives, the lookup over it, and romanization. It knows nothing of the other rooms."""

from archcite.archives.authority import Authority
from archcite.archives.records import (
    REPAIRS,
    Archive,
    Confusion,
    Fond,
    FondRule,
    Mark,
    Match,
    Name,
    Relation,
    Source,
    Variant,
)
from archcite.archives.romanize import SCHEMES, romanize

__all__ = [
    "REPAIRS",
    "SCHEMES",
    "Archive",
    "Authority",
    "Confusion",
    "Fond",
    "FondRule",
    "Mark",
    "Match",
    "Name",
    "Relation",
    "Source",
    "Variant",
    "romanize",
]
