"""One canonical key for a sheet: equal for every way of writing it, different for different sheets.

`rgaspi:558:1:5397:2` is archive id, fond, opis, dela and sheets. Letters of either alphabet, case, spaces and dashes
are folded; short ranges are expanded (`54-9` → `54-59`); a missing level is `-`, missing last levels are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


# Letters of fond, opis and file numbers, romanized as finding aids do it; П and Р stay apart.
_CYRILLIC = "А Б В Г Д Е Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ы Э Ю Я І Ї Є Ґ Ў"
_ROMAN = "A B V G D E E ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH Y E IU IA I I IE G U"
_LATIN = str.maketrans(dict(zip(_CYRILLIC.split(), _ROMAN.split(), strict=True)) | dict.fromkeys("ЬЪ'’ʹʺ", ""))
_RANGE = regex.compile(r"^(\d+)(\P{N}*)-(\d+)(.*)$")
_YEARS = regex.compile(r"\d{4}")
_LETTER = regex.compile(r"^([A-Z]{1,3})\.?(\d)")
_SUBDIVIDING = frozenset(
    {
        "volume",
        "part",
        "book",
        "folder",
        "section",
        "bundle",
        "box",
        "order",
        "column",
        "stolpik",
        "year",
        "letter",
        "paragraph",
        "other",
    }
)


class Piece(Protocol):
    """A level beside the four, as record or model."""

    @property
    def kind(self) -> str:
        """Which level."""

    @property
    def value(self) -> str:
        """Its number."""

    @property
    def written(self) -> str:
        """Label and number as they stand."""


def fold(number: str, *, ranged: bool = True) -> str:
    """One number in its canonical form; a trailing small `v` is the verso mark, no letter.

    `ranged` is false for fonds and opisi, where `20-5` is one number with a hyphen in it.
    """
    sides = [side.removesuffix("v").upper().translate(_LATIN) + "v" * side.endswith("v") for side in number.split("-")]
    folded = "".join("-".join(sides).split())
    folded = _LETTER.sub(r"\1-\2", folded)
    match = _RANGE.match(folded)
    # `56-6` runs backwards even when written out: it stays as it stands
    if ranged and match is not None and len(match[3]) < len(match[1]) and match[1][-len(match[3]) :] < match[3]:
        folded = f"{match[1]}{match[2]}-{match[1][: -len(match[3])]}{match[3]}{match[4]}"
    return folded


def _tells_apart(piece: Piece, told: bool) -> bool:
    """Whether a further level belongs to the address.

    Where fond and opis are `told`, the name of a section (`ДП ОО`, `Директивы`) adds nothing to them: an opis numbers its
    files through. A section with a label and a number (`разр. 2`) does.
    """
    named = piece.kind == "section" and piece.written == piece.value
    return piece.kind in _SUBDIVIDING and not (told and named)


def _number(piece: Piece) -> str:
    """`1807` of `1807 г.`: a year tells dela apart where they are numbered anew every year."""
    year = _YEARS.findall(piece.value) if piece.kind == "year" else []
    return "-".join(year) or fold(piece.value)


def shelfmark(archive: str | None, levels: Mapping[str, tuple[str, ...]], extra: Iterable[Piece]) -> str | None:
    """The key of a reference, or None where no archive is known: numbers alone tell no two archives apart.

    `archive` is an id of the authority file, or `name:…` for an archive that the file lacks.
    """
    if archive is None:
        return None
    parts = [archive]
    for level in ("fond", "opis", "dela", "sheets"):
        items = levels.get(level, ())
        part = ",".join(fold(item, ranged=level in ("dela", "sheets")) for item in items) or "-"
        if level == "dela":
            told = bool(levels.get("fond") and levels.get("opis"))
            part += "".join(sorted(f"+{piece.kind}={_number(piece)}" for piece in extra if _tells_apart(piece, told)))
        parts.append(part)
    while parts[-1] == "-":
        parts.pop()
    return ":".join(parts)
