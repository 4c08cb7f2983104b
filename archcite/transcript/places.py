"""The place of a place-and-date line: `Berlin,`, `г. Москва,`, `Serpukhov.`."""

from __future__ import annotations

from typing import Final

import regex

from archcite.transcript.words import LABELS, NO_PLACES, fold, places

_SETTLEMENT: Final = regex.compile(
    r"(?:(?:г|гор|город|с|село|дер|деревня|ст|станция|пос|поселок|м|местечко)(?:\.\s*|\s+)"
    r"|(?:city|town|village|station)\s+(?:of\s+)?)",
    regex.IGNORECASE,
)
# A telegram is dated `Из Царицына, 5 мая`: the preposition is no part of the name.
_FROM: Final = regex.compile(r"(?P<word>From|from|FROM|Из|из)\s+(?=\p{Lu})")
# `From Sochi to Moscow`: where it went is no part of it.
_ADDRESSED: Final = regex.compile(r"\s(?:to|в)\s\p{Lu}[\p{L}-]++\Z")
_NAME: Final = regex.compile(
    r"\p{Lu}[\p{L}’']++(?:[-‑]\p{L}[\p{L}’']*+){0,3}"
    r"(?:\s(?:на|upon|on|am|an|der|les|la)\s?\p{Lu}[\p{L}’']++|\s\p{Lu}[\p{Ll}’']++){0,2}"
)


def read_place(text: str) -> tuple[str, str | None] | None:
    """The place that is all of a short text, and why it may be none; None where it has not the shape of one.

    A known town, a name with `г.` or one that a comma parts from the date is sure; another single name may as
    well be a person's (`unsure`).
    """
    whole = text.strip()
    body = whole.rstrip(" ,.;")
    if not body or len(body) > 60:
        return None
    if "," in body:  # `Москва, Кремль`
        parts = [read_place(part + ",") for part in body.split(",")]
        names = [p[0] for p in parts if p is not None]
        return (", ".join(names), None) if len(names) == len(parts) <= 3 else None
    sent = _FROM.match(body)
    if sent is not None:
        body = _ADDRESSED.sub("", body[sent.end() :])
    marked = _SETTLEMENT.match(body)
    name = body[marked.end() :] if marked else body
    if _NAME.fullmatch(name) is None or fold(name) in LABELS or fold(name) in NO_PLACES:
        return None
    if sent is not None and sent["word"] in {"Из", "из"}:
        from archcite.transcript import declension

        read = declension.place(name)
        return (name, f"`{name}`: the nominative is not known") if read is None else (read, None)
    if marked or fold(name) in places() or whole.endswith(",") or _geographic(name):
        return name, None
    return name, f"`{name}` may be a place or a person"


def _geographic(name: str) -> bool:
    """Whether the Russian dictionary knows the word as a place and not also as a surname."""
    if not ("а" <= name[-1].lower() <= "я") or " " in name:
        return False
    from archcite.transcript.declension import morph

    tags = [p.tag for p in morph().parse(name)]
    return any("Geox" in t for t in tags) and not any("Surn" in t for t in tags)
