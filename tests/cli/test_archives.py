"""`archcite archives` and `archcite reconcile` as a user meets them."""

import csv
import io
import json

import pytest
from test_commands import LETTERS, run


def test_a_misspelt_query_is_told():
    done = run("archives", "РГСАПИ")
    assert done.stdout.startswith("РГАСПИ (RGASPI)")
    assert done.stderr == "archcite: РГСАПИ: read as РГАСПИ (one letter wrong)\n"


def test_an_ambiguous_query_says_what_decides():
    done = run("archives", "ГАСО")
    assert "gaso-saratov" in done.stdout
    assert done.stderr.startswith("archcite: ГАСО fits several archives: ")
    assert "Needs a city" in done.stderr


def test_an_abbreviation_of_many_archives_says_so():
    done = run("archives", "ГАВО")
    assert done.returncode == 2
    assert "Воронеж" in done.stderr


def test_a_city_by_its_russian_name():
    assert "tsdiak" in run("archives", "Киев").stdout


def test_a_plain_query_says_nothing():
    assert run("archives", "РЦХИДНИ").stderr == ""
    assert run("archives", "rgaspi").stderr == ""


@pytest.mark.parametrize(
    "fact",
    [
        "1991-10 – 1999-03   РЦХИДНИ",
        "took over TsKhDMO (tskhdmo) (ЦХДМО → РГАСПИ)  [verified: rgaspi-decree",
        "t08                 АП РФ ф. 45 оп. 1 д. {d} → РГАСПИ ф. 558 оп. 11 д. {d} (1999-04; keeps delo and list",
        "[memory, medium: abb-b12-access, bibliboba-39, wilson-558]",
        "f. 1                Маркс Карл, Энгельс Фридрих (formerly ЦПА ИМЛ ф. 1;",
        "[verified, medium: mega-f1]",
        "ЦПА, TsPA, CPA, ZPA: ",
        "archeobibliobase    B-12  [verified: abb-b12-contact]",
        "abb-b12-contact     ABB: RGASPI name, English name",
    ],
)
def test_the_history_of_an_archive(fact):
    assert fact in run("archives", "rgaspi").stdout


def test_json_keeps_every_mark():
    [archive] = json.loads(run("archives", "rgaspi", "--format", "json").stdout)
    for facts in ("relations", "fonds", "rules", "confusions"):
        assert archive[facts]
        for fact in archive[facts]:
            assert {"known", "refs", "confidence", *(("note",) if facts != "confusions" else ())} <= set(fact)
    [rule] = [rule for rule in archive["rules"] if rule["id"] == "t08"]
    assert (rule["known"], rule["confidence"], rule["refs"][0]) == ("memory", "medium", "abb-b12-access")


def test_witnesses_stand_as_written():
    done = run("reconcile", LETTERS, "--fond", "558", "--delo", "5397")
    for written in ("RTsKhIDNI. F. 558. Op. 1. D. 5397. L. 2", "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2"):
        assert written in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--archive", "ЦПА ИМЛ"),
        ("--archive", "RGASPI", "--fond", "558"),
        ("--fond", "558", "--opis", "1", "--delo", "5397"),
        ("--from", "1917-12-27", "--to", "1917-12-27", "--fond", "558"),
    ],
)
def test_filters(options):
    found = json.loads(run("reconcile", LETTERS, *options, "--format", "json").stdout)
    assert "rgaspi:558:1:5397:2" in {holding["shelfmark"] for holding in found}
    assert all(holding["shelfmark"].startswith("rgaspi:") for holding in found)


def test_a_filter_hides_witnesses_and_not_what_may_be_the_same(tmp_path):
    (tmp_path / "t.txt").write_text("АП РФ. Ф. 45. Оп. 1. Д. 329. РГАСПИ. Ф. 558. Оп. 11. Д. 329.", "utf-8")
    [one] = json.loads(run("reconcile", "t.txt", "--archive", "rgaspi", "-f", "json", cwd=tmp_path).stdout)
    assert [witness["written"] for witness in one["witnesses"]] == ["РГАСПИ. Ф. 558. Оп. 11. Д. 329"]
    assert [other["shelfmark"] for other in one["possible"]] == ["ap-rf:45:1:329"]


def test_a_terminal_gets_a_line_a_witness(capsys):
    from archcite.cli.reconcile import _blocks
    from archcite.model import Holding, Possible, Witness

    _blocks(
        [
            Holding(
                shelfmark="rgaspi:1:2:3",
                present="РГАСПИ. Ф. 1. Оп. 2. Д. 3",
                former=("РЦХИДНИ. Ф. 1. Оп. 2. Д. 3",),
                certainty="same archive, renamed",
                rule=None,
                possible=(Possible(shelfmark=None, form="АП РФ. Ф. 4", rule="t0", provenance="memory, high"),),
                witnesses=(
                    Witness(file="a.txt", line=2, written="РГАСПИ. Ф. 1. Оп. 2. Д. 3"),
                    Witness(file="b.txt", line=9, written="RTsKhIDNI, f. 1, op. 2, d. 3"),
                ),
            )
        ]
    )
    assert capsys.readouterr().out.splitlines() == [
        "РГАСПИ. Ф. 1. Оп. 2. Д. 3",
        "  same archive, renamed: РЦХИДНИ",
        "  possibly АП РФ. Ф. 4 (rule t0, memory, high)",
        "    a.txt:2 РГАСПИ. Ф. 1. Оп. 2. Д. 3",
        "    b.txt:9 RTsKhIDNI, f. 1, op. 2, d. 3",
    ]


def test_csv_and_json_hold_the_same():
    as_json = json.loads(run("reconcile", LETTERS, "--format", "json").stdout)
    as_csv = list(csv.DictReader(io.StringIO(run("reconcile", LETTERS, "--format", "csv").stdout)))
    assert [one["shelfmark"] for one in as_csv] == [one["shelfmark"] for one in as_json]
    assert [one["certainty"] for one in as_csv] == [one["certainty"] for one in as_json]
    assert set(as_json[0]) >= {"shelfmark", "present", "former", "certainty", "rule", "witnesses"}
    assert set(as_json[0]["witnesses"][0]) == {"file", "line", "written"}


def test_a_wrong_id_for_an_abbreviation_is_named(tmp_path):
    (tmp_path / "archcite.toml").write_text('[abbreviations]\n"ЦГИА" = "rgiaa"\n', "utf-8")
    (tmp_path / "t.txt").write_text("ЦГИА. Ф. 1. Оп. 1. Д. 2.", "utf-8")
    done = run("reconcile", "t.txt", cwd=tmp_path)
    assert done.returncode == 2
    for word in ("archcite.toml", "abbreviations", "ЦГИА", "rgiaa"):
        assert word in done.stderr


def test_the_configuration_decides_what_a_place_leaves_open(tmp_path):
    (tmp_path / "archcite.toml").write_text('[abbreviations]\n"ЦГИА" = "rgia"\n', "utf-8")
    (tmp_path / "t.txt").write_text("ЦГИА, Ленинград, ф. 1, оп. 1, д. 2. ЦГИА (Киев). Ф. 1. Оп. 1. Д. 3.", "utf-8")
    found = [
        json.loads(line)
        for line in run("list", "--citations", "-f", "jsonl", "t.txt", cwd=tmp_path).stdout.splitlines()
    ]
    assert [one["shelfmark"] for one in found] == ["rgia:1:1:2", "tsdiak:1:1:3"]
    assert [one["reason"] for one in found] == [
        "the configuration says which archive is meant",
        "the place after it: Киев",
    ]
