from __future__ import annotations

import json
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import regex

from archcite.transcript.apparatus import body_markers, is_notes_heading, read_notes

CASES = tomllib.loads((Path(__file__).parent / "cases" / "notes.toml").read_text("utf-8"))
SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize("case", CASES["case"], ids=lambda c: c["about"])
def test_notes(case: dict[str, Any]) -> None:
    body = case.get("body", "")
    text = body + "\n" + case["notes"]
    got = read_notes(text, len(body) + 1, len(text), (0, len(body)))
    assert [[n.marker or "", n.found] for n in got] == [w[:2] for w in case["want"]]
    for note, (_, _, begins, doubt) in zip(got, case["want"], strict=True):
        assert text[note.start : note.end].startswith(begins)
        assert note.start <= note.text_start <= note.end
        assert doubt in (note.unsure or "")
        assert bool(doubt) is bool(note.unsure), note.unsure
    whole = "".join(text[n.start : n.end] for n in got)
    assert regex.sub(r"\s", "", whole) == regex.sub(r"\s", "", case["notes"])


@pytest.mark.parametrize("case", CASES["marks"], ids=lambda c: c["text"])
def test_markers_in_the_text(case: dict[str, Any]) -> None:
    text = case["text"]
    got = body_markers(text, 0, len(text), case["expected"])
    assert [m.number for m in got] == case["numbers"]
    assert [m.number for m in got if not m.sure] == case["unsure"]
    superscript = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
    assert [int(text[m.start : m.end].translate(superscript)) for m in got] == case["numbers"]


@pytest.mark.parametrize("case", CASES["heading"], ids=lambda c: c["line"])
def test_heading(case: dict[str, Any]) -> None:
    assert is_notes_heading(case["line"]) is case["is"]


def test_offsets_of_a_region_and_other_line_ends() -> None:
    text = "head\r\n1 See.\r\n\r\n2Also.\r\ntail"
    start, end = text.index("1 See"), text.index("tail")
    notes = read_notes(text, start, end)
    assert [text[n.start : n.end] for n in notes] == ["1 See.", "2Also."]
    assert [text[n.text_start : n.end] for n in notes] == ["See.", "Also."]


@pytest.mark.skipif(not (SHARED / "gold").exists(), reason="the real texts and their labels are not here")
def test_as_many_notes_as_the_labels_say() -> None:
    labels = [json.loads(line) for line in (SHARED / "gold" / "documents.jsonl").read_text("utf-8").splitlines()]
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as f:
            text = f.read()
        lines = [(m.start(), m.end(), m.group()) for m in regex.finditer(r"[^\r\n]+", text)]
        opens = [0, *(a for a, _, line in lines if regex.fullmatch(r"No\. \d+\s*", line)), len(text)]
        counts = []
        for start, stop in pairwise(opens):
            heads = [(a, b) for a, b, line in lines if start <= a < stop and is_notes_heading(line)]
            regions = [(b, stop, (start, a)) for a, b in heads]
            notes = [n for a, b, body in regions for n in read_notes(text, a, b, body)]
            counts += [len(notes)] if heads else []
            assert not [n.unsure for n in notes if n.unsure]
        assert counts == [x["notes"] for x in labels if x["file"] == path.name and x["notes"]]


@pytest.mark.parametrize("sign", ["1", "1 ", " ", "\n", "1 A\n", "a 1 .", "*", "¹", "one", "1\n", "(", "A1 "])
def test_one_sign_repeated(sign: str) -> None:
    text = sign * (300_000 // len(sign))
    notes = read_notes(text, 0, len(text), (0, len(text)))
    assert sum(n.end - n.start for n in notes) <= len(text)
