"""The letters inside fond, opis, delo and sheet numbers, from one alphabet into the other.

A romanized `R-5674` is the Russian `Р-5674`, `1/S` is `1/С`. Into Cyrillic a letter is turned only if it can
stand for one Cyrillic letter alone: Latin `P` is either the look-alike of Р or a romanized П, and fonds П- and
Р- are different ones, so it is left and reported. In a reference that is otherwise written in Cyrillic the
look-alike is meant.
"""

from __future__ import annotations

import regex

# ALA-LC read backwards, without the letters that are also the twin of another one (B C H P X Y, b c h p x y).
_ROMANIZED = {
    "A": "А",
    "D": "Д",
    "E": "Е",
    "F": "Ф",
    "G": "Г",
    "I": "И",
    "K": "К",
    "L": "Л",
    "M": "М",
    "N": "Н",
    "O": "О",
    "R": "Р",
    "S": "С",
    "T": "Т",
    "U": "У",
    "V": "В",
    "Z": "З",
    "CH": "Ч",
    "IA": "Я",
    "IU": "Ю",
    "KH": "Х",
    "SH": "Ш",
    "SHCH": "Щ",
    "TS": "Ц",
    "ZH": "Ж",
    "DOP": "ДОП",
}
_TWINS = {"B": "В", "C": "С", "H": "Н", "P": "Р", "X": "Х", "Y": "У"}  # look-alikes that romanize otherwise
_RUN = regex.compile(r"\p{Latin}+")
_ROMAN = regex.compile(r"[IVXLC]{2,}")


def to_cyrillic(number: str, *, among_cyrillic: bool) -> tuple[str, str | None]:
    """A number with its Latin letters in Cyrillic ones; and the letter that is doubtful, which stays, or None.

    `among_cyrillic` says that the reference around it is written in Cyrillic. Roman numerals are no letters.
    """
    doubtful: list[str] = []

    def turn(run: regex.Match[str]) -> str:
        letters: str = run.group()
        if _ROMAN.fullmatch(letters):
            return letters
        upper = letters.upper()
        found = _ROMANIZED.get(upper) or (_TWINS.get(upper) if among_cyrillic else None)
        if found is None:
            doubtful.append(letters)
            return letters
        return found.lower() if letters.islower() else found

    turned = _RUN.sub(turn, number)
    return turned, doubtful[0] if doubtful else None
