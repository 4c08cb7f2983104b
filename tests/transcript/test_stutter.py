"""Passages that stand twice; the cases are in `cases/stutter.toml`."""

from __future__ import annotations

import random
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.stutter import LEAST, NEAR, repeated

CASES = tomllib.loads((Path(__file__).parent / "cases" / "stutter.toml").read_text("utf-8"))["case"]
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_repeats(case: dict[str, Any]) -> None:
    text = case["text"]
    found = repeated(text, 0, len(text))
    assert [text[one.start : one.end] for one in found] == case["again"]
    for one in found:
        assert one.first < one.start
        assert text[one.first : one.first + 10] == text[one.start : one.start + 10]


WORDS = ["council", "worker", "bread", "town", "train", "river", "letter", "order", "summer", "winter"]


def _sentence(seed: int, length: int = LEAST) -> str:
    words = random.Random(seed).choices(WORDS, k=length)
    return " ".join(words).capitalize() + f" n{seed}. "


def test_far_apart_is_no_stutter() -> None:
    passage = _sentence(1)
    for sentences, marked in ((3, True), (NEAR // LEAST + 3, False)):
        text = passage + "".join(_sentence(n) for n in range(2, 2 + sentences)) + passage
        assert bool(repeated(text, 0, len(text))) is marked


def test_only_the_region_is_read() -> None:
    passage = _sentence(1)
    text = passage + passage
    assert repeated(text, 0, len(text))[0].start == len(passage)
    assert not repeated(text, len(passage), len(text))


@pytest.mark.parametrize(
    "text", ["a " * 300_000, "A. " * 200_000, "x" * 1_000_000, "A b c d e f g h i j k l m. " * 20_000, "." * 1_000_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.perf_counter()
    repeated(text, 0, len(text))
    assert time.perf_counter() - begin < 8


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared corpus")
def test_the_corpus_says_nothing_twice() -> None:
    """One note there comes near: `listened to` in place of `heard`."""
    for path in CORPUS.glob("*.txt"):
        text = path.read_text("utf-8")
        assert not repeated(text, 0, len(text)), path.name
