"""What each format prints, and that the underline stands under what is meant."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.rules.engine import check
from archcite.rules.registry import select
from archcite.rules.reporters import FORMATS, statistics
from archcite.rules.reporters.github import path
from archcite.rules.reporters.sarif import uri
from archcite.rules.reporters.text import cells, excerpt
from archcite.transcript.reading import Text

SCHEMA = json.loads((Path(__file__).parent / "sarif-schema.json").read_text("utf-8"))
GARBLED = "RGASPI. F. 558. On. 1. D. 5397. L. 2."


@pytest.fixture(scope="module")
def reader():
    return Reader(Authority.load())


def found(reader, text, file="a.txt"):
    view = reader.text(Text(file, text, "utf-8"))
    return [(finding, view.text) for finding in check(view, select())]


def printed(format_, findings):
    return "".join(piece.text for piece in FORMATS[format_](findings))


@pytest.mark.parametrize(
    ("before", "width"),
    [("", 0), ("漢字 ", 5), ("е́ ", 2), ("日 е́ ", 5), ("\t", 1), ("ab ", 3), ("（a） ", 6)],
    ids=["nothing", "wide", "combining", "both", "tab", "latin", "full width"],
)
def test_the_underline_stands_under_its_place(reader, before, width):
    text = before + GARBLED
    lines = printed("text", found(reader, text)).splitlines()
    assert lines[2] == " " * (4 + width + 16) + "^^^"


def test_hidden_characters_are_shown_and_counted(reader):
    text = "a\u202eb\u200bc " + GARBLED
    lines = printed("text", found(reader, text)).splitlines()
    [line] = [line for line in lines if line.lstrip().startswith("a<U+202E>b<U+200B>c RGASPI. F. 558. On.")][:1]
    under = lines[lines.index(next(one for one in lines if "C001" in one)) + 2]
    assert line.index("On.") == under.index("^")
    assert not set("\u202e\u200b") & set("".join(lines))


def test_columns_are_code_points(reader):
    [(finding, _)] = found(reader, "𝒜 é " + GARBLED)
    assert finding.column == 5 + 16
    assert finding.start == 4 + 16


def test_long_lines_are_cut():
    text = Text("a", "x" * 500 + "y" * 400 + "z" * 500, "utf-8")
    before, inside, after = excerpt(text, 500, 900)
    assert before.startswith("…x")
    assert after.endswith("z…")
    assert " … " in inside
    assert len(before + inside + after) < 300


def test_a_span_of_several_lines_is_underlined_in_its_first():
    text = Text("a", "one two\r\nthree", "utf-8")
    assert excerpt(text, 4, 12) == ("one ", "two", "")
    assert cells("two") == 3


def test_sarif_follows_the_standard(reader):
    text = f"{GARBLED}\nРЦХИДИИ; Ф. 85. Оп. 24. Д. 150. Л. 13-12.\nСтр\u200bока.\n"
    findings = found(reader, text, "folder/a file.txt")
    log = json.loads(printed("sarif", findings))
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == len(findings) >= 4
    for result, (finding, _) in zip(run["results"], findings, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "folder/a%20file.txt"
        region = place["region"]
        assert text[region["charOffset"] :][: region["charLength"]] == text[finding.start : finding.end]
        line = text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(text[finding.start : finding.end])
    prints = [result["partialFingerprints"]["archcite/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_of_nothing(reader):
    log = json.loads(printed("sarif", []))
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    assert log["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("a.txt", "a.txt"),
        ("./a.txt", "a.txt"),
        ("письма/a b.txt", "%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%B0/a%20b.txt"),
        ("/home/a.txt", "file:///home/a.txt"),
        ("C:\\texts\\a.txt", "file:///C:/texts/a.txt"),
        ("-", "stdin"),
    ],
)
def test_uri(file, expected):
    assert uri(file) == expected


def test_github_escapes(reader):
    [line] = printed("github", found(reader, GARBLED, "a:b,c%d.txt")).splitlines()
    assert line.startswith("::warning file=a%3Ab%2Cc%25d.txt,line=1,endLine=1,col=17,endColumn=20,title=")


def test_github_escapes_what_a_message_may_hold(reader):
    """`%`, line ends in data; `:` and `,` too in properties (GitHub's documentation of workflow commands)."""
    [(finding, source)] = found(reader, GARBLED, "./50%/a\r\nb.txt")
    odd = replace(finding, message="100%: a, b\r\n::error::c", help="")
    [line] = printed("github", [(odd, source)]).splitlines()
    assert line.startswith("::warning file=50%25/a%0D%0Ab.txt,line=1,")
    assert line.endswith("::100%25: a, b%0D%0A::error::c")


@pytest.mark.parametrize(
    ("file", "cwd", "expected"),
    [("a.txt", ".", "a.txt"), ("./x/../a.txt", ".", "a.txt"), ("a.txt", "texts", "texts/a.txt")],
)
def test_github_paths_are_those_of_the_repository(tmp_path, monkeypatch, file, cwd, expected):
    (tmp_path / cwd).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / cwd)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    assert path(file) == expected
    assert path("/elsewhere/a.txt") == "/elsewhere/a.txt"


def test_statistics_are_sorted(reader):
    findings = found(reader, f"{GARBLED}\n{GARBLED}\nЦГА. Ф. 1. Оп. 2. Д. 3. Л. 4.\n")
    assert "".join(piece.text for piece in statistics(findings)).startswith("2  C001")
    assert list(statistics([])) == []


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_every_format_ends_with_a_line_end(reader, format_):
    output = printed(format_, found(reader, GARBLED))
    assert output.endswith("\n")
    assert "\x1b" not in output
