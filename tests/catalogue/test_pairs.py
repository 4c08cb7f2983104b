"""Originals and translations. The cases stand in pairs.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.catalogue.pairs import pair
from archcite.transcript.reading import Text

CASES = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_pairs(case: dict[str, Any]) -> None:
    reader = Reader(Authority.load())
    views = [reader.text(Text(file, text, "utf-8")) for file, text in case["files"].items()]
    documents = pair(views)
    assert [document.pair or "" for document in documents] == case["pairs"]
    if "doubts" in case:
        assert all(case["doubts"] in document.doubts for document in documents)
        assert "original" not in documents[-1].origins.values()
    if "first" in case:
        first, wanted = documents[0], case["first"]
        assert first.kind == wanted["kind"]
        assert [person.name for person in first.recipients] == wanted["recipients"]
        assert first.date is not None
        assert first.date.edtf == wanted["edtf"]
        assert {first.origins[field] for field in ("kind", "recipients", "date")} == {"original"}
