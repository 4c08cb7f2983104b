"""The words about the form of a sheet as controlled values; the cases are in `cases/physical.toml`."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.physical import FORMS, physical_forms

CASES = tomllib.loads((Path(__file__).parent / "cases" / "physical.toml").read_text("utf-8"))["case"]


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else []
    return pytest.param(case, id=case["text"] or "nothing", marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_values(case: dict[str, Any]) -> None:
    assert sorted(physical_forms(case["text"])) == sorted(case["values"])


def test_the_order_is_that_of_the_words() -> None:
    assert physical_forms("Копия. Машинопись. Подпись – автограф.") == ("copy", "typescript", "signature-autograph")
    assert physical_forms("КОПИЯ. КОПИЯ.") == ("copy",)


def test_every_value_has_a_case() -> None:
    shown = {value for case in CASES for value in case["values"]}
    assert {value for value, _ in FORMS if value} - shown <= {"extract", "duplicated"}
    assert physical_forms("Выписка. Гектограф.") == ("extract", "duplicated")


def test_a_hostile_description_takes_no_time() -> None:
    begin = time.perf_counter()
    for piece in ("заверенная ", "signature ", "a ", "(", "копия с "):
        physical_forms(piece * 100_000)
    assert time.perf_counter() - begin < 3
