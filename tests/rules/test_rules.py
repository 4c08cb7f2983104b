"""The rules: their pages' own examples, whole documents and collections, and the registry."""

import tomllib
from pathlib import Path

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.errors import UsageError
from archcite.rules.engine import check, check_project
from archcite.rules.project import Project
from archcite.rules.registry import FAMILIES, rules, select
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
    found = check(reader.text(Text("x", text, "utf-8")), select([code]), reader.authority)
    assert code in {f.code for f in found}


@pytest.mark.parametrize(("code", "text"), PASSES)
def test_example_passes(reader, code, text):
    assert check(reader.text(Text("x", text, "utf-8")), select([code]), reader.authority) == []


def findings(reader, case):
    """Every file of a case with its findings."""
    files = case.get("files") or {case.get("file", "x"): case["text"]}
    encoding = case.get("encoding", "utf-8")
    views = [reader.text(Text(file, text.lstrip("\n"), encoding)) for file, text in files.items()]
    project = Project(views, reader.authority, tuple(case.get("pairs", ("ru", "en"))))
    return [(view, found) for view, found in check_project(project, select(case.get("select")))]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_document(reader, case):
    found = findings(reader, case)
    several = "files" in case
    assert [
        f"{f.file} {f.line}:{f.column} {f.code}" if several else f"{f.line}:{f.column} {f.code}"
        for _, own in found
        for f in own
    ] == case["finds"]
    for view, own in found:
        for f in own:
            assert f.message
            assert f.help
            assert 0 <= f.start <= f.end <= len(view.text.text)
            if f.fix is not None:
                assert rules()[f.code].fixes != "no", f"{f.code} has fixes and does not say so"
    assert [own for _, own in findings(reader, case)] == [own for _, own in found], "the same findings every time"


def test_every_rule_has_a_page_and_a_case():
    covered = {find.split()[-1] for case in CASES for find in case["finds"]}
    for rule in rules().values():
        assert rule.page.count("\n") >= 2
        assert rule.summary.endswith(".")
        assert rule.code[0] in FAMILIES
        assert sum(one is not None for one in (rule.check, rule.check_known, rule.check_all)) == 1
        assert rule.code in covered, rule.code


def test_modules_are_called_after_their_rules():
    folder = Path(select.__code__.co_filename).parent / "checks"
    names = {path.stem for path in folder.glob("[a-z][0-9]*.py")}
    assert names == {f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in rules().values()}


def test_select_by_family_name_and_code():
    assert [rule.code for rule in select(["A"])] == [code for code in rules() if code.startswith("A")]
    assert [rule.code for rule in select(["garbled-label"])] == ["C001"]
    assert "C001" not in [rule.code for rule in select(None, ["C001"])]
    assert select(["DEFAULT"]) == select()
    assert len(select(["ALL"])) == len(rules())
    assert "C007" in [rule.code for rule in select(["DEFAULT", "C007"])]
    with pytest.raises(UsageError, match="no such rule"):
        select(["X999"])


def test_the_sample_collection_is_clean(reader):
    letters = Path(__file__).parents[2] / "fixtures" / "letters"
    views = list(reader.files([str(letters)], pytest.fail))
    assert views
    for _, own in check_project(Project(views, reader.authority), select()):
        assert own == []


CLEAN = sorted((Path(__file__).parent / "clean").iterdir())


@pytest.mark.parametrize("path", CLEAN, ids=[path.name for path in CLEAN])
def test_clean_text_is_left_in_peace(reader, path):
    """Files as people have them, in order: letters, protocols, articles, notes, lists, pages. Add one that is reported."""
    view = reader.file(str(path))
    [(_, own)] = check_project(Project([view], reader.authority), select())
    assert [(found.code, found.line, found.message) for found in own] == []


@pytest.mark.parametrize(
    "unit", ["a", "*", "1 ", "¹", "Ф. ", "A. ", "РГАСПИ. ", "C", "Cи", "\u200b", "Ð°", ".", "see note ", "\n1 ", "VІ"]
)
def test_hostile_input_takes_linear_time(reader, unit):
    text = (
        "No. 1\n\nA. B. Petrov to C. D. Ivanov\n\nMay 5, 1920\n\n"
        + unit * (60_000 // len(unit))
        + "\n\nNotes:\n\n1 x\n"
    )
    view = reader.text(Text("x", text, "utf-8"))
    import time

    for rule in rules().values():
        begun = time.perf_counter()
        check(view, [rule], reader.authority) if rule.check_all is None else list(
            check_project(Project([view], reader.authority), [rule])
        )
        assert time.perf_counter() - begun < 5, rule.code
