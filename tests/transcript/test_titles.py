from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.titles import read_title

CASES = tomllib.loads((Path(__file__).parent / "cases" / "titles.toml").read_text("utf-8"))
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, marks=marks, id=case["text"])


@pytest.mark.parametrize("case", [marked(c) for c in CASES["title"]])
def test_title(case: dict[str, Any]) -> None:
    got = read_title(case["text"])
    assert got is not None
    assert got.kind == case.get("kind")
    for key in ("authors", "recipients", "others"):
        assert [n.name for n in getattr(got, key)] == case.get(key, []), key
    assert (got.date and got.date.edtf) == case.get("date")
    assert got.place == case.get("place")
    assert got.number == case.get("number")
    assert got.own_number == case.get("own")
    assert got.subject == case.get("subject")
    assert got.genre == case.get("genre", got.genre)
    assert got.strong is not case.get("weak", False)
    if "unsure" in case:
        assert got.unsure is not None
        assert case["unsure"] in got.unsure
    else:
        assert got.unsure is None


@pytest.mark.parametrize("case", CASES["no"], ids=lambda c: c["text"])
def test_no_title(case: dict[str, Any]) -> None:
    assert read_title(case["text"]) is None


def test_enough_shapes() -> None:
    assert len(CASES["title"]) >= 230
    texts = [c["text"] for c in (*CASES["title"], *CASES["no"])]
    assert len(set(texts)) == len(texts)


@pytest.mark.skipif(not CORPUS.exists(), reason="the real texts are not here")
def test_one_title_a_document_and_no_other_line() -> None:
    """Each real file: as many strong titles as it has documents with a title, by reading."""
    counts = {}
    for path in sorted(CORPUS.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        counts[path.name[:3]] = sum((t := read_title(line)) is not None and t.strong for line in lines)
    assert counts == {"000": 1, "001": 1, "002": 11, "004": 1}


@pytest.mark.parametrize(
    "sign",
    [
        "А. ",
        "Letter ",
        "to ",
        " - ",
        "Письмо ",
        "A. B. to ",
        "– А. Б. Вг ",
        "Politburo ",
        "в ЦК А. Б. Вг ",
        "[A] ",
        "46-ти ",
        "’s ",
    ],
)
def test_one_sign_repeated(sign: str) -> None:
    for size in (590, 1_000_000):
        read_title(sign * (size // len(sign)))
