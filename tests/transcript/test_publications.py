"""Descriptions of books and journals: `cases/publications.toml` has a line and what is read of it."""

from __future__ import annotations

import time
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.publications import published

CASES = tomllib.loads((Path(__file__).parent / "cases" / "publications.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_statements_of_publication(case: dict[str, Any]) -> None:
    found = [
        {key: list(value) if key == "compilers" else value for key, value in asdict(book).items() if value}
        for book in published(case["text"])
    ]
    for book in found:
        assert book.pop("written") in case["text"]
    assert found == case["books"]


@pytest.mark.parametrize("piece", ["А. ", "Т. 5. ", "№ 5. ", "1990. ", "/ Сост. ", "М.: ", "; Х", "(", "С. 5, "])
def test_hostile_descriptions_take_linear_time(piece: str) -> None:
    begin = time.process_time()
    published("Опубл.: Х" + piece * (590 // len(piece)))
    published("Опубл.: Х" + piece * (590 // len(piece)) + " М.: Я, 1990. С. 5")
    assert time.process_time() - begin < 1
