"""Posts abroad in English titles: in `the Soviet Ambassador to China A. B. Surname` the `to` addresses nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import regex

from archcite.transcript.people import is_body, read_name

if TYPE_CHECKING:
    from archcite.transcript.people import NameReading
    from archcite.transcript.titles import TitleReading

#: Countries and bodies that envoys were sent to, from the October Revolution to the end of the Soviet Union; an
#: entry is a row here.
COUNTRIES: Final = (
    "Afghanistan", "Albania", "Algeria", "Angola", "Argentina", "Armenia", "Australia", "Austria", "Azerbaijan", "Belgium",
    "Brazil", "Britain", "Great Britain", "Bulgaria", "Burma", "Cambodia", "Canada", "Chile", "China", "Communist China",
    "Colombia", "Congo", "Cuba", "Cyprus", "Czechoslovakia", "Denmark", "East Germany", "Egypt", "England", "Estonia", "Ethiopia",
    "Finland", "France", "Georgia", "Germany", "West Germany", "Ghana", "Greece", "Guinea", "Hungary", "Iceland", "India",
    "Indonesia", "Iran", "Iraq", "Ireland", "Israel", "Italy", "Japan", "Jordan", "Korea", "North Korea", "South Korea", "Laos",
    "Latvia", "Lebanon", "Libya", "Lithuania", "Mexico", "Mongolia", "Morocco", "Nepal", "Netherlands", "Nicaragua", "Norway",
    "Pakistan", "Persia", "Peru", "Poland", "Portugal", "Romania", "Rumania", "Russia", "Somalia", "South Africa", "Soviet Union",
    "Spain", "Sudan", "Sweden", "Switzerland", "Syria", "Thailand", "Turkey", "Ukraine", "United Kingdom", "United Nations",
    "United States", "United States of America", "Uruguay", "Venezuela", "Vietnam", "North Vietnam", "Yemen", "Yugoslavia",
    "DPRK", "PRC", "GDR", "FRG", "DRV", "ROK", "RSFSR", "USSR", "USA", "US", "U.S.", "UK", "UN", "Comintern", "League of Nations",
)  # fmt: skip
_COUNTRY: Final = "|".join(map(regex.escape, sorted(COUNTRIES, key=len, reverse=True)))
_POST: Final = regex.compile(
    r"\b(?i:ambassador|envoy|emissary|consul(?:[ -]general)?|representative|plenipotentiary|charg[eé] d['’]affaires|"
    r"attach[eé]|advis[eo]r|delegate|embassy|legation|mission)\s(?P<to>to)(?=\s(?:the\s)?(?:"
    + _COUNTRY
    + r")(?![\p{L}\d]))"
)
# `Ambassador to the USA Surname`
_BEHIND: Final = regex.compile(
    rf"\sto\s(?:the\s)?(?:{_COUNTRY})\s(?P<name>\p{{Lu}}\p{{Ll}}[\p{{L}}'-]*+(?:\s\p{{Lu}}\p{{Ll}}[\p{{L}}'-]*+)?)\Z"
)


def with_in(text: str) -> str:
    """The text with `in` for the `to` of a post abroad; as long as the text."""
    if " to " not in text:
        return text
    return _POST.sub(lambda m: f"{text[m.start() : m.start('to')]}in", text)


def as_written(title: TitleReading, text: str, changed: str) -> TitleReading:
    """What was read of `changed`, with the words of `text`, from which `with_in` made it."""

    def written(part: str) -> str:
        at = changed.find(part)
        return part if at < 0 else text[at : at + len(part)]

    def shown(name: NameReading) -> NameReading:
        behind = None if name.kind != "body" else _BEHIND.search(written(name.written))
        if behind is not None and not is_body(behind["name"]):
            return replace(read_name(behind["name"]), written=written(name.written))
        return replace(name, name=written(name.name), written=written(name.written))

    return replace(
        title,
        authors=tuple(map(shown, title.authors)),
        recipients=tuple(map(shown, title.recipients)),
        others=tuple(map(shown, title.others)),
        unsure=None if title.unsure is None else _QUOTED.sub(lambda m: f"`{written(m[1])}`", title.unsure),
    )


_QUOTED: Final = regex.compile(r"`([^`]*)`")
