"""Resolution: which source a reference takes what it leaves out from."""

import tomllib
from pathlib import Path

import pytest

from archcite.notation.resolve import resolve

CASES = tomllib.loads((Path(__file__).parent / "cases" / "resolution.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_resolution(scanner, case):
    found = list(resolve(scanner.scan(case["text"])))
    assert [item.shelfmark or "" for item in found] == case["expect"]
    assert all(item.reason for item in found if item.shelfmark is None), "what is not resolved says why"


def test_at_least_twenty_cases():
    assert len(CASES) >= 20


def test_the_configuration_settles_an_ambiguous_abbreviation(scanner):
    text = "НА РБ. Ф. 1. Оп. 2. Д. 3."
    [item] = resolve(scanner.scan(text), {"НАРБ": "narb"})
    assert (item.shelfmark, item.status) == ("narb:1:2:3", "resolved")
    assert item.reason is not None
    assert "configuration" in item.reason
