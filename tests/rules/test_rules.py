"""The rules: their pages' own examples, whole documents, and the registry."""

import tomllib
from pathlib import Path

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.errors import UsageError
from archcite.rules.engine import check
from archcite.rules.registry import rules, select
from archcite.transcript.reading import Text

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader():
    return Reader(Authority.load())


def examples(page: str, heading: str) -> list[str]:
    """The indented lines under `Finds:` or `Passes:` of a rule's page."""
    lines = page.splitlines()
    if heading not in lines:
        return []
    found = []
    for line in lines[lines.index(heading) + 1 :]:
        if not line.startswith("    "):
            break
        found.append(line.strip())
    return found


FINDS = [(rule.code, text) for rule in rules().values() for text in examples(rule.page, "Finds:")]
PASSES = [(rule.code, text) for rule in rules().values() for text in examples(rule.page, "Passes:")]


@pytest.mark.parametrize(("code", "text"), FINDS)
def test_example_is_found(reader, code, text):
    assert code in {f.code for f in check(reader.text(Text("x", text, "utf-8")), select([code]))}


@pytest.mark.parametrize(("code", "text"), PASSES)
def test_example_passes(reader, code, text):
    assert check(reader.text(Text("x", text, "utf-8")), select([code])) == []


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_document(reader, case):
    view = reader.text(Text("x", case["text"].lstrip("\n"), "utf-8"))
    found = check(view, select())
    assert [f"{f.line}:{f.column} {f.code}" for f in found] == case["finds"]
    assert all(f.message and f.help for f in found)
    assert check(view, select()) == found, "the same findings every time"


def test_every_rule_has_a_page_and_a_case():
    covered = {find.split()[1] for case in CASES for find in case["finds"]}
    for rule in rules().values():
        assert rule.page.count("\n") > 2
        assert rule.summary.endswith(".")
        assert rule.code in covered


def test_select_by_family_name_and_code():
    assert [rule.code for rule in select(["A"])] == [code for code in rules() if code.startswith("A")]
    assert [rule.code for rule in select(["garbled-label"])] == ["C001"]
    assert "C001" not in [rule.code for rule in select(None, ["C001"])]
    with pytest.raises(UsageError, match="no such rule"):
        select(["X999"])
