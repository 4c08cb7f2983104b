"""Encodings: six texts in many encodings, single files, and the promise that nothing wrong is taken in silence."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.encodings import detect

CASES = tomllib.loads((Path(__file__).parent / "cases" / "encodings.toml").read_text("utf-8"))
CODECS = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "koi8-r",
    "koi8-u",
    "cp866",
    "cp1125",
    "mac-cyrillic",
    "iso8859-5",
)


def written(text: str, codec: str) -> bytes | None:
    """None where the encoding lacks a letter of the text."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


def in_reach_of(codec: str, text: str) -> str:
    """What people wrote where their encoding had no such sign."""
    return text if codec.startswith("utf") else text.translate(str.maketrans("«»—№", '""-N'))


PAIRS = [
    pytest.param(data, text, id=f"{case['name']} in {codec}")
    for case in CASES["text"]
    for codec in CODECS
    for text in (case["text"], in_reach_of(codec, case["text"]))
    if (data := written(text, codec)) is not None
]


def test_every_text_is_tried_in_six_encodings_at_least() -> None:
    for case in CASES["text"]:
        assert sum(written(in_reach_of(codec, case["text"]), codec) is not None for codec in CODECS) >= 6


@pytest.mark.parametrize(("data", "text"), PAIRS)
def test_the_encoding_of_a_text_is_found(data: bytes, text: str) -> None:
    found = detect(data)
    assert found.codec is not None, found
    assert data.decode(found.codec) == text
    if found.codec != "utf-8":
        assert not found.certain
        assert "--encoding" in (found.reason or "")


@pytest.mark.parametrize(("data", "text"), PAIRS)
def test_no_piece_of_a_text_is_read_wrong(data: bytes, text: str) -> None:
    """Every line, half a line and run of words: found rightly, or asked for. Two or three letters can be valid UTF-8."""
    codec = next(c for c in CODECS if written(text, c) == data)
    lines = [line for line in text.splitlines() if line]
    pieces = [*lines, *(line[: len(line) // 2] for line in lines), *(line[len(line) // 2 :] for line in lines)]
    pieces += [
        " ".join(text.split()[at : at + n]) for n in (1, 2, 3, 5, 8, 13) for at in range(0, len(text.split()), n)
    ]
    wrong = [
        (piece, found.codec)
        for piece in pieces
        if len(piece) > 3
        and (found := detect(piece.encode(codec))).codec is not None
        and piece.encode(codec).decode(found.codec) != piece
    ]
    assert not wrong


@pytest.mark.parametrize("case", CASES["file"], ids=lambda case: case["name"])
def test_files(case: dict[str, Any]) -> None:
    data = bytes.fromhex(case["bytes"]) if "bytes" in case else case["text"].encode(case["codec"])
    found = detect(data)
    assert (found.codec or "") == case["is"], found
    assert found.certain is case.get("certain", found.codec is None)
    for words in case.get("says", ()):
        assert words in (found.reason or "")


@pytest.mark.parametrize("data", [b"", b"plain\r\n", b"\xef\xbb\xbf"])
def test_what_is_utf8_has_no_remark(data: bytes) -> None:
    assert detect(data).codec == "utf-8"
    assert detect(data).reason is None


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0" * 1_000_000,
        b"<meta " * 200_000 + b"\xff",
        b"\xe0 " * 500_000,
        b"a" * 1_000_000 + b"\xff",
        b"\xff\n" * 500_000,
    ],
    ids=lambda data: repr(data[:8]),
)
def test_hostile_bytes_take_no_longer(data: bytes) -> None:
    import time

    begin = time.perf_counter()
    detect(data)
    assert time.perf_counter() - begin < 5
