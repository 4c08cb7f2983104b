"""Romanization, on the cases in `cases/romanize.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from archcite.archives import SCHEMES, romanize
from archcite.errors import UsageError

CASES = tomllib.loads((Path(__file__).parent / "cases" / "romanize.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize(("case", "scheme"), [(case, scheme) for case in CASES for scheme in SCHEMES if scheme in case])
def test_scheme(case: dict, scheme: str) -> None:
    assert romanize(case["text"], scheme, case.get("lang", "ru")) == case[scheme]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_russian_letter_is_left(scheme: str) -> None:
    alphabet = "".join(chr(code) for code in range(0x410, 0x450)) + "Ёё"
    assert not any("\u0400" <= char <= "\u04ff" for char in romanize(alphabet, scheme))


def test_unknown_scheme() -> None:
    with pytest.raises(UsageError, match="ala-lc"):
        romanize("а", "wade-giles")
