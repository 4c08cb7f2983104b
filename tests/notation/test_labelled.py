"""The labelled notation set is sound, and the parser is not worse on it than the documentation says."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archcite.archives import Authority

if TYPE_CHECKING:
    from types import ModuleType


def module() -> ModuleType:
    """`labelled.py` beside this file, however the tests are started."""
    spec = importlib.util.spec_from_file_location("labelled", Path(__file__).with_name("labelled.py"))
    assert spec is not None
    assert spec.loader is not None
    loaded = sys.modules.setdefault("labelled", importlib.util.module_from_spec(spec))
    spec.loader.exec_module(loaded)
    return loaded


labelled = module()
KEYS = {"quote", "archive", "archive_id", "fond", "opis", "delo", "sheets", "inherits"}
CASES = labelled.load()  # raises where a quote does not stand in its text


def test_size() -> None:
    assert len(CASES) >= 300
    assert sum(not case.labels for case in CASES) >= 70


def test_nothing_twice() -> None:
    for values in ([case.id for case in CASES], [" ".join(case.text.split()) for case in CASES]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_ids_are_known() -> None:
    authority = Authority.load()
    ids = {label.archive_id for case in CASES for label in case.labels if label.archive_id}
    assert [name for name in sorted(ids) if name not in authority] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_label(case: labelled.Case) -> None:
    before = 0
    for label, row in zip(case.labels, case.row["citations"], strict=True):
        assert set(row) - {"status", "note"} == KEYS
        assert case.text[label.start : label.end] == label.quote
        assert label.quote == label.quote.strip()
        assert label.start >= before
        before = label.end
        assert label.fond or label.opis or label.delo or label.sheets
        assert label.archive or not label.archive_id
        assert label.status in (None, "unresolved")
        assert label.status is None or label.archive is None


@pytest.mark.parametrize(
    ("written", "folded"),
    [("5 / С", "5/s"), ("12 об.–13", "12v-13"), ("1ob", "1v"), ("Р-5674", "r-5674"), ("4 доп.", "4dop"), (None, "")],
)
def test_fold(written: str | None, folded: str) -> None:
    assert labelled.fold(written) == folded


def test_not_worse_than_documented() -> None:
    scored = list(labelled.run(CASES))
    whole = labelled.totals(scored)["all"]
    now = [round(rate, 4) for rate in (whole.precision, whole.recall, whole.exact_rate)]
    misses = "\n".join(miss for _, _, missed in scored for miss in missed)
    assert all(rate >= floor for rate, floor in zip(now, labelled.committed(), strict=True)), misses
