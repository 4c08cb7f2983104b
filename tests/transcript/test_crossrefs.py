"""Cross-references between documents; the cases are in `cases/crossrefs.toml`."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.crossrefs import CrossReference, Target, cross_references, resolve

CASES = tomllib.loads((Path(__file__).parent / "cases" / "crossrefs.toml").read_text("utf-8"))


def shown(found: CrossReference) -> str:
    if found.elsewhere:
        return f"elsewhere {found.document}"
    return f"document {found.document}" if found.kind == "document" else f"note {found.note} -> {found.document or '.'}"


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_references(case: dict[str, Any]) -> None:
    found = cross_references(case["text"])
    assert [shown(one) for one in found] == case["finds"]
    if "written" in case:
        assert case["text"][found[0].start : found[0].end] == case["written"]


@pytest.mark.parametrize("case", CASES["resolution"], ids=lambda case: f"{case['text']} {case['documents']}")
def test_resolution(case: dict[str, Any]) -> None:
    targets = []
    for written in case["documents"]:
        id_, *notes = written.split()
        file, _, number = id_.partition("#")
        targets.append(Target(id_, number, file, tuple(notes)))
    [reference] = cross_references(case["text"])
    found = resolve(reference, targets[0], targets)
    assert (found.target or "", found.reason or "") == (case["target"], case.get("reason", ""))


def test_only_the_given_stretch_is_read() -> None:
    text = "See No. 1. See No. 2. See No. 3."
    assert [one.document for one in cross_references(text, 10, 21)] == ["2"]


@pytest.mark.parametrize(
    "piece", ["see ", "См. ", "see also ", "см. наст. изд., ", "See Nos. 1, ", "1-", "(док. № 1 ", "see note 1 to "]
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    begin = time.perf_counter()
    cross_references(piece * (300_000 // len(piece)))
    assert time.perf_counter() - begin < 5
