"""The witnesses of one document. The cases stand in merge.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.catalogue.merge import merge
from archcite.catalogue.pairs import pair
from archcite.transcript.reading import Text

CASES = tomllib.loads((Path(__file__).parent / "merge.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_merge(case: dict[str, Any]) -> None:
    reader = Reader(Authority.load())
    views = [reader.text(Text(file, text, "utf-8")) for file, text in case["files"].items()]
    rows = merge(pair(views))
    assert [list(row.witnesses) for row in rows] == case["rows"]
    if "archives" in case:
        assert [list(row.archives_written) for row in rows] == case["archives"]
