"""Telling the encoding of a text from its bytes, and saying when it cannot be told.

Old transcriptions are UTF-8, windows-1251, KOI8, the DOS code pages, Mac Cyrillic or UTF-16 without a mark. Every codec
turns almost every byte into something, so decoding without an error proves nothing: each reading is weighed by how
letters and signs follow one another in Russian, Ukrainian and western languages. A reading is taken if it is plausible by
itself and clearly better than every other reading that differs from it; codecs that give the same text are no two
readings. charset-normalizer, which is often wrong on short and on mixed texts and does not say so, has the casting vote
where two readings are near each other, and names candidates where none of those weighed here fits.
"""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE = 100_000
"""Bytes of the lines that are weighed; a codec must decode all bytes nevertheless."""

CLEAR = 12.0
"""How much better, in nats, a reading must be than the next that differs."""

NEAR = 4.0
"""From here to `CLEAR` charset-normalizer must come to the same text."""

PLAUSIBLE = 4.7
"""The highest mean cost of a high character, in nats, at which a few letters can be language."""

PLAUSIBLE_LONG = 3.75
"""The same for more than `FEW` Cyrillic letters: Russian and Ukrainian have about 3.3, Greek read as Cyrillic 4.2."""

FEW = 60

# In the order of preference among codecs that give the same text.
CYRILLIC: Final = ("cp1251", "koi8-r", "koi8-u", "cp866", "cp1125", "mac-cyrillic", "iso8859-5")
WESTERN: Final = ("cp1252", "cp1250")

#: How a codec is called in messages.
NAMES: Final = {
    "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1250": "windows-1250", "koi8-r": "KOI8-R", "koi8-u": "KOI8-U",
    "cp866": "CP866", "cp1125": "CP1125", "mac-cyrillic": "mac-cyrillic", "iso8859-5": "ISO-8859-5", "utf-8": "UTF-8",
    "utf-16-le": "UTF-16-LE", "utf-16-be": "UTF-16-BE",
}  # fmt: skip

#: How files begin that hold text in another form, or none.
SIGNATURES: Final = {
    b"%PDF-": "a PDF file, no text; save its text in a file of its own",
    b"{\\rtf": "an RTF file, no plain text; save it as text",
    b"PK\x03\x04": "a binary file (an archive, or a document of a word processor)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a binary file (a document of an old word processor)",
    b"\x1f\x8b\x08": "a binary file (compressed)",
    b"\x89PNG\r\n": "a binary file (an image)",
    b"\xff\xd8\xff": "a binary file (an image)",
    b"GIF8": "a binary file (an image)",
    b"AT&TFORM": "a binary file (DjVu)",
}  # fmt: skip

# The labels that browsers read as windows-1252 (WHATWG Encoding Standard, 4.2).
_LATIN_1: Final = frozenset({"iso8859-1", "ascii", "latin-1"})


@dataclass(slots=True, frozen=True)
class Detection:
    """What the bytes say of their encoding.

    `codec` is a codec of Python, None where it cannot be told; then `reason` says why (a clause) and `candidates` are the
    names of those that it could be, best first. `certain` is false where the codec was weighed and not proved: `reason` is
    then what a user should be told.
    """

    codec: str | None
    certain: bool
    reason: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What one codec makes of the sample: its cost in nats, and the mean cost of a character beyond ASCII.

    `alphabet` is what it makes of the high bytes that there are; codecs with the same one read alike.
    """

    codec: str
    alphabet: str
    cost: float
    mean: float
    plausible: bool


def detect(data: bytes) -> Detection:
    """The encoding of bytes without a byte-order mark. Linear in their length; raises nothing."""
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            return Detection(None, True, what)
    wide = _utf16(data)
    if wide is not None:
        reason = f"read as {NAMES[wide]}, which has no byte-order mark here"
        return Detection(wide, False, f"{reason}; say --encoding if that is wrong")
    declared = declaration(data)
    if _is_utf8(data):
        if declared is None or declared[1] in ("utf-8", None) or data.isascii():
            return Detection("utf-8", True)
        return Detection("utf-8", True, f"declares {declared[0]} but is UTF-8, and was read so")
    if b"\0" in data:
        return Detection(None, True, "a binary file (it has NUL bytes)")
    broken = _broken_utf8(data)
    if broken is not None:
        return Detection(None, True, broken, ("UTF-8",))
    readings = weigh(data)
    if declared is not None and declared[1] is not None and declared[1] != "utf-8":
        return _declared(data, declared[0], declared[1], readings)
    return _best(data, readings)


_DECLARED: Final = regex.compile(
    rb"<(?:meta\s[^<>]{0,400}?charset|\?xml\s[^<>]{0,200}?encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}(?P<label>[\w.:-]{2,40})",
    regex.I,
)
_PRESCAN: Final = 4096


def declaration(data: bytes) -> tuple[str, str | None] | None:
    """The encoding that an HTML or XML file declares near its beginning: the label and its codec, None if unknown.

    UTF-16 in a declaration that can be read byte by byte means UTF-8 (WHATWG HTML, 13.2.3.2).
    """
    match = _DECLARED.search(data[:_PRESCAN])
    if match is None:
        return None
    label = match["label"].decode("ascii", "replace")
    try:
        codec = codecs.lookup(label).name
    except (LookupError, ValueError):
        return label, None
    if codec.startswith("utf-16"):
        codec = "utf-8"
    if codec in _LATIN_1:
        codec = "cp1252"
    return label, codec


def weigh(data: bytes) -> list[_Reading]:
    """The readings of bytes that are no UTF-8, the most plausible first, one for codecs that read all bytes alike."""
    high = bytes(sorted(set(data.translate(None, bytes(range(128))))))
    sample = _sample(data)
    found: list[_Reading] = []
    for codec in (*CYRILLIC, *WESTERN):
        try:
            alphabet = high.decode(codec)
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        if any("\x80" <= sign < "\xa0" for sign in alphabet) or any(alphabet == r.alphabet for r in found):
            continue
        cost, count = 0.0, 0
        for (before, sign), times in Counter(zip(" " + text, text, strict=False)).items():
            if sign >= "\x80" or before >= "\x80":
                cost += _cost(before, sign) * times
                count += times if sign >= "\x80" else 0
        mean = cost / max(1, count)
        long = count > FEW and any(_is_cyrillic(sign) for sign in alphabet)
        if codec == "cp1251" and not any(_is_cyrillic(sign) for sign in alphabet):
            codec = "cp1252"  # quotation marks and dashes are alike in both
        cost -= sum(4.0 if len(label[1]) > 1 else 2.0 for label in _LABELLED.finditer(text))
        found.append(_Reading(codec, alphabet, cost, mean, mean <= (PLAUSIBLE_LONG if long else PLAUSIBLE)))
    return sorted(found, key=lambda reading: reading.cost)


# A reading in which labels of levels stand before numbers has more for it than its letters.
_LABELLED: Final = regex.compile(r"(?<!\p{L})(ФОНД|фонд|Фонд|[Оо]п|[Лл]л|[ФДЛфдл])\.?\s?\d")


def _best(data: bytes, readings: Sequence[_Reading]) -> Detection:
    """The reading that is plausible and clearly better than the others, or the names of those that come near it."""
    plausible = [reading for reading in readings if reading.plausible]
    if not plausible:
        return _unknown(
            data, "not UTF-8, and nothing that it could be reads as Russian, Ukrainian or a western language"
        )
    first = plausible[0]
    near = [reading for reading in readings if reading is not first and reading.cost - first.cost < CLEAR]
    if near and near[0].cost - first.cost >= NEAR and _seconded(data, first.codec):
        near = []
    if near:
        names = tuple(NAMES[reading.codec] for reading in (first, *near))
        return Detection(None, True, "not UTF-8, and its encoding cannot be told for sure", names)
    return Detection(
        first.codec, False, f"read as {NAMES[first.codec]}, by its letters; say --encoding if that is wrong"
    )


def _declared(data: bytes, label: str, codec: str, readings: Sequence[_Reading]) -> Detection:
    """The declared encoding, unless its bytes contradict it."""
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError):
        return _contradicted(label, _best(data, readings), "does not decode so")
    own = next((reading for reading in readings if reading.codec == codec), None)
    if own is None:  # one that is not weighed here, or reads like another one
        alike = any(data.decode(reading.codec, "replace") == text for reading in readings[:3])
        return Detection(
            codec, True, None if alike else f"read as {label}, as it declares; say --encoding if that is wrong"
        )
    best = readings[0]
    if own.cost - best.cost >= CLEAR and best.plausible:
        reason = f"declares {label} but reads as {NAMES[best.codec]}"
        return Detection(None, True, reason, (NAMES[best.codec], label))
    return Detection(codec, True)


def _contradicted(label: str, best: Detection, why: str) -> Detection:
    names = best.candidates if best.codec is None else (NAMES[best.codec],)
    return Detection(None, True, f"declares {label} but {why}", names)


def _unknown(data: bytes, reason: str) -> Detection:
    """No reading is plausible: charset-normalizer may know a name."""
    from charset_normalizer import from_bytes

    guesses = from_bytes(_sample(data), cp_exclusion=["utf_8"])
    names = dict.fromkeys(guess.encoding.replace("_", "-") for guess in guesses)
    return Detection(None, True, reason, tuple(names)[:3])


def _seconded(data: bytes, codec: str) -> bool:
    """Whether charset-normalizer comes to the same text."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    best = from_bytes(sample).best()
    return best is not None and sample.decode(best.encoding, "replace") == sample.decode(codec, "replace")


# UTF-8 and UTF-16


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_PAIRS: Final = regex.compile(rb"[\xc2-\xc5\xd0-\xd2][\x80-\xbf]|\xe2\x80[\x90-\xbf]")


def _broken_utf8(data: bytes) -> str | None:
    """Why bytes that hold UTF-8 are not UTF-8 altogether; None where they are something else.

    What counts are the sequences of Cyrillic, western letters and quotation marks: others occur by chance in CP866.
    """
    sample = _sample(data) if len(data) <= SAMPLE else _sample(data) + _sample(data[-SAMPLE:])
    high = sum(len(run) for run in _HIGH.findall(sample))
    pairs = sum(len(pair) for pair in _PAIRS.findall(sample))
    if pairs * 10 < high:
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = f"byte 0x{data[error.start]:02x} at {error.start}"
        return f"UTF-8 with bytes that are none ({where}): damaged, or of two encodings"
    return None


_HIGH: Final = regex.compile(rb"[\x80-\xff]++")
_TEXT: Final = regex.compile(r"[\t\n\r -~\xa0-\u024f\u0370-\u04ff\u2010-\u203a\u2116\u2500-\u259f]")


def _utf16(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` for bytes that are one of them without a mark: every other byte is 0 or 4."""
    if len(data) < 4 or len(data) % 2 or not (b"\0" in data or b"\x04" in data):
        return None
    head = data[: SAMPLE - SAMPLE % 2]
    shares = {}
    for codec in ("utf-16-le", "utf-16-be"):
        text = head.decode(codec, "replace")
        shares[codec] = len(_TEXT.findall(text)) / len(text)
    best, other = sorted(shares, key=lambda codec: -shares[codec])
    return best if shares[best] >= 0.97 and shares[other] < 0.5 else None


def _sample(data: bytes) -> bytes:
    """The first stretches with a byte beyond ASCII; all of a short text."""
    if len(data) <= SAMPLE:
        return data
    kept, size, end = [], 0, 0
    for match in _STRETCH.finditer(data):
        kept.append(data[max(end, match.start() - _BEFORE) : match.end()])
        size, end = size + len(kept[-1]), match.end()
        if size >= SAMPLE:
            break
    return b"\n".join(kept)


_STRETCH: Final = regex.compile(rb"[\x80-\xff][^\n]{0,4000}+")
_BEFORE: Final = 100  # bytes of ASCII before a stretch that may belong to its line


# The weights: how unlikely one character is behind another, in nats. Shares of letters are the common knowledge of
# frequency tables, rounded; only differences of several nats decide.

_SHARES: Final = {
    **dict(zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", (
        11.0, 8.5, 8.0, 7.4, 6.7, 6.3, 5.5, 4.7, 4.5, 4.4, 3.5, 3.2, 3.0, 2.8, 2.6, 2.0, 1.9, 1.7, 1.7, 1.65, 1.6, 1.45, 1.2,
        1.0, 0.95, 0.7, 0.65, 0.5, 0.36, 0.32, 0.3, 0.05, 0.05), strict=True)),
    **dict(zip("іїєґў", (4.0, 0.6, 0.5, 0.03, 0.1), strict=True)),
}  # fmt: skip
_VOWELS: Final = frozenset("оеаиуяыюэёіїє")
_SIGNS: Final = frozenset("ьъ")
_NEVER_FIRST: Final = frozenset("ьъы")
_LOOKALIKES: Final = frozenset("aceopxyiABCEHIKMOPTXVLD'")
_COMMON_MARKS: Final = frozenset("«»“”„‘’—–…№§\xa0°\xad")
_OPENING: Final = frozenset("«“„‘№§")
_WESTERN_LETTERS: Final = frozenset("éèüöäßáíóúçàâêîôëïñåæøœčšžćłńśźżąęěřůýď")


@lru_cache(maxsize=65536)
def _cost(before: str, sign: str) -> float:
    """The cost of a character behind another one; one of them is no ASCII."""
    if sign < "\x80":
        if _is_cyrillic(before) and sign.isalpha():
            return 1.5 if sign in _LOOKALIKES else 4.0
        return 3.0 if before in _OPENING - {"№", "§", "‘"} and sign.isspace() else 0.0
    small = sign.lower()
    if _is_cyrillic(sign):
        share = _SHARES.get(small)
        return (7.6 - _log(share) if share is not None else 10.0) + _place(before, sign, small)
    if sign.isalpha():
        cost = 4.0 if small in _WESTERN_LETTERS else 6.0
        if _is_cyrillic(before) or (before >= "\x80" and before.isalpha()):
            cost += 4.0
        return (
            cost
            + (4.0 if sign != small and before.islower() else 0.0)
            + (0.0 if before.isalpha() or sign != small else 1.5)
        )
    if sign in _COMMON_MARKS:
        joined = before.isalpha() and sign in _OPENING and sign != "‘"
        return 4.5 + (4.0 if joined else 0.0)
    if "─" <= sign <= "▟":
        return 0.5 if sign == before else 10.0 if before.isalpha() else 6.0
    return 10.0 if before.isalpha() else 7.0


def _place(before: str, sign: str, small: str) -> float:
    """What a Cyrillic letter costs for what stands before it: its case, vowels and consonants, a foreign letter."""
    if not _is_cyrillic(before):
        if before.isalpha():
            return 1.5 if before in _LOOKALIKES else 4.0
        closing = 3.0 if before in "»…" else 0.0
        return closing + (1.2 if sign != small else 0.3) + (4.0 if small in _NEVER_FIRST else 0.0)
    last = before.lower()
    cost = 0.0
    if sign != small:
        cost += 5.0 if before == last else 0.6
    elif before == last:
        cost += 0.1
    if small in _SIGNS:
        return cost + (6.0 if last in _VOWELS or last in _SIGNS else 0.0)
    if small == "ы" and (last in _VOWELS or last in _SIGNS):
        return cost + 4.0
    if last in _SIGNS:
        return cost + (0.3 if small not in _VOWELS or small in "яюеєї" else 2.0)
    alike = (small in _VOWELS) == (last in _VOWELS)
    return cost + ((1.3 if small in _VOWELS else 0.5) if alike else -0.4)


def _log(share: float) -> float:
    from math import log

    return log(share * 20)


def _is_cyrillic(sign: str) -> bool:
    return "\u0400" <= sign <= "\u052f"
