"""The command line as a user meets it: exit codes, bad input, pipes, JSON contracts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
LETTERS = ROOT / "fixtures" / "letters"


def run(*arguments: object, stdin: bytes | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "archcite", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={k: v for k, v in os.environ.items() if k != "GITHUB_ACTIONS"} | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def rows(done: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_list_is_plain_off_a_terminal():
    done = run("list", LETTERS)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert not set("─│┃━") & set(done.stdout)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("document", ("list",)),
        ("citation", ("list", "--citations", "--unresolved")),
        ("merged", ("list", "--merge")),
        ("holding", ("reconcile",)),
    ],
)
def test_every_row_follows_its_schema(name: str, command: tuple[str, ...]):
    schema = json.loads(run("schema", name).stdout)
    found = rows(run(*command, LETTERS, "--format", "jsonl"))
    assert found
    for row in found:
        jsonschema.validate(row, schema)
    if name in ("document", "citation"):
        whole = json.loads(run("schema").stdout)
        jsonschema.validate(found[0], {"$ref": f"#/$defs/{name.capitalize()}", "$defs": whole["$defs"]})


def test_without_its_requirements_it_says_what_is_missing():
    done = subprocess.run(
        [sys.executable, "-S", "-m", "archcite"], capture_output=True, cwd=ROOT, check=False, encoding="utf-8"
    )
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith("archcite: needs ")


def test_citations_are_what_stands_there():
    for row in rows(run("list", LETTERS, "--citations", "--format", "jsonl")):
        text = Path(row["file"]).read_bytes().decode("utf-8")
        assert text[row["start"] : row["end"]] == row["text"]
        line = text.splitlines()[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["text"].splitlines()[0])


def test_three_witnesses_are_one_row():
    [row] = [r for r in rows(run("list", LETTERS, "--merge", "--format", "jsonl")) if r["date"]["edtf"] == "1917-12-27"]
    assert len(row["witnesses"]) == 3
    assert row["shelfmark"] == "rgaspi:558:1:5397:2"


@pytest.mark.parametrize("name", ["RTsKhIDNI", "РЦХИДНИ", "rgaspi", "ЦПА ИМЛ", "RGASPI"])
def test_filter_by_any_name_of_an_archive(name):
    found = rows(run("list", LETTERS, "--archive", name, "--format", "jsonl"))
    assert len(found) == len(rows(run("list", LETTERS, "--format", "jsonl")))


@pytest.mark.parametrize(("name", "hint"), [("bogus", "no known archive"), ("РГАСПП", "like RGASPI?")])
def test_filter_by_an_archive_that_is_not_known(name, hint):
    done = run("list", LETTERS, "--archive", name, "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert hint in done.stderr


def test_filters():
    def count(*options: str) -> int:
        return len(rows(run("list", LETTERS, *options, "--format", "jsonl")))

    assert count("--fond", "76") == 3
    assert count("--fond", "558", "--opis", "1", "--delo", "5397") == 3
    assert count("--to", "1918-01-09") == 3  # the Julian 27 December 1917 is the Gregorian 9 January 1918
    assert count("--to", "1918-01-08") == 0
    assert count("--from", "1923-11") == 3
    assert count("--person", "Магидов") == 2
    assert count("--person", "B. I. Magidov") == 2
    assert count("--text", "no such words anywhere") == 0


def test_sort_by_date_is_by_the_gregorian_day():
    dates = [row["date"]["gregorian"] for row in rows(run("list", LETTERS, "--sort", "date", "--format", "jsonl"))]
    assert dates == sorted(dates)


def test_standard_input():
    done = run(
        "list", "-", "--citations", "--format", "jsonl", stdin="См.: ГАРФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3.".encode()
    )
    [row] = rows(done)
    assert (row["file"], row["shelfmark"]) == ("-", "garf:R-5446:1:2:3")


def test_byte_order_mark_counts_for_nothing(tmp_path):
    file = tmp_path / "x.txt"
    file.write_bytes(b"\xef\xbb\xbf" + "ГАРФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3.".encode())
    [row] = rows(run("list", file, "--citations", "--format", "jsonl"))
    assert (row["start"], row["column"]) == (0, 1)


def test_bad_inputs_are_named_and_the_rest_is_done(tmp_path):
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02 F. 17")
    (tmp_path / "cp1251.txt").write_bytes("ГАРФ. Ф. 17. Оп. 3.".encode("cp1251"))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("ГАРФ. Ф. Р-5446. Оп. 1. Д. 2.", "utf-8")
    done = run("list", tmp_path / "missing.txt", tmp_path, "--citations", "--format", "jsonl")
    assert done.returncode == 2
    assert len(rows(done)) == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert all(any(name in line for line in lines) for name in ("missing.txt", "binary.txt", "cp1251.txt"))
    assert "Traceback" not in done.stderr


def test_encoding_option(tmp_path):
    file = tmp_path / "cp1251.txt"
    file.write_bytes("ГАРФ. Ф. 17. Оп. 3. Д. 5.".encode("cp1251"))
    [row] = rows(run("list", file, "--encoding", "windows-1251", "--citations", "--format", "jsonl"))
    assert row["shelfmark"] == "garf:17:3:5"


def test_empty_file_is_no_error(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("list", tmp_path / "empty.txt").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", LETTERS, "--format", "nonsense"),
        ("list", LETTERS, "--sort", "nonsense"),
        ("list", LETTERS, "--from", "yesterday"),
        ("list", LETTERS, "--unresolved"),
        ("show", f"{LETTERS}/1923-perepiska.txt#999"),
        ("show", "missing.txt"),
        ("cite", "neither a path nor a reference"),
        ("cite", LETTERS, "--style", "nonsense"),
        ("parse", "no reference"),
        ("archives", "no such archive anywhere"),
        ("rule", "X999"),
        ("nonsense",),
    ],
)
def test_usage_errors_exit_with_2(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_validate_exit_codes(tmp_path):
    assert run("validate", LETTERS).returncode == 0
    garbled = tmp_path / "x.txt"
    garbled.write_text("РГАСПИ. Ф. 17. 0п. 3. Д. 94. Л. 1.", "utf-8")
    assert run("validate", garbled).returncode == 1
    assert run("validate", garbled, tmp_path / "missing.txt").returncode == 2


def test_cite_a_reference():
    done = run("cite", "RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2", "--style", "gost")
    assert done.returncode == 0
    assert done.stdout == "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.\n"
    assert "On." in done.stderr
    assert "РГАСПИ" in done.stderr


def test_square_brackets_are_printed_as_they_stand(tmp_path):
    file = tmp_path / "x.txt"
    text = "No. 1\n\nA. B. Petrov to C. D. Ivanov\n\nMay 5 [1920]\n\nF[runze] [/] [l. 2] wrote.\n\nRGASPI. F. 17. Op. 3. D. 94. L. 1.\n"
    file.write_text(text, "utf-8")
    assert "F[runze] [/] [l. 2] wrote." in run("show", f"{file}#1").stdout


def test_every_command_has_examples_in_its_help():
    listed = run("--help").stdout
    for name in ("list", "show", "validate", "cite", "parse", "archives", "rule", "schema"):
        assert name in listed
        assert "archcite " + name in run(name, "--help").stdout


def test_module_and_version():
    assert run("--version").stdout.startswith("archcite ")
