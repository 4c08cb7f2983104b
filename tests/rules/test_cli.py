"""`archcite validate` on the command line; the cases are in cli.toml."""

import json
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CASES = tomllib.loads((Path(__file__).parent / "cli.toml").read_text("utf-8"))["case"]
CLEAN = "RGASPI. F. 558. Op. 1. D. 5397. L. 2."
GARBLED = "RGASPI. F. 558. On. 1. D. 5397. L. 2."


def filled(text: str) -> str:
    return text.replace("{clean}", CLEAN).replace("{garbled}", GARBLED)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(archcite, tmp_path, case):
    for name, text in case.get("files", {}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filled(text).encode())
    done = archcite("validate", *case["args"], stdin=filled(case.get("stdin", "")).encode(), env=case.get("env"))
    assert done.status == case["status"], done
    if "out" in case:
        assert done.out == filled(case["out"]).removeprefix("\n")
    if "err" in case:
        assert done.err == case["err"]
    for part in case.get("out_has", ()):
        assert part in done.out
    for part in case.get("out_lacks", ()):
        assert part not in done.out
    for part in case.get("err_has", ()):
        assert part in done.err
    for name, text in case.get("after", {}).items():
        assert (tmp_path / name).read_bytes() == filled(text).encode()


def test_baseline(archcite, tmp_path):
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "a.txt").write_text(f"{GARBLED}\n{GARBLED}\n", "utf-8")
    assert archcite("validate", "letters", "--write-baseline", "b.json").status == 0
    assert archcite("validate", "letters", "--baseline", "b.json").status == 0
    (letters / "a.txt").write_text(f"A line above.\n\n{GARBLED}\n{GARBLED}\n", "utf-8")
    assert archcite("validate", "letters", "--baseline", "b.json").status == 0, "the lines have moved"
    (letters / "a.txt").write_text(f"{GARBLED}\n{GARBLED}\nЦГА. Ф. 1. Оп. 2. Д. 3. Л. 4.\n", "utf-8")
    done = archcite("validate", "letters", "--baseline", "b.json", "-f", "concise")
    assert done.status == 1
    assert "A003" in done.out
    assert "C001" not in done.out
    (letters / "a.txt").write_text(f"{CLEAN}\n{GARBLED}\n", "utf-8")
    done = archcite("validate", "letters", "--baseline", "b.json")
    assert done.status == 0
    assert "gone" in done.err
    (tmp_path / "archcite.toml").write_text('baseline = "b.json"\npaths = ["letters"]\n', "utf-8")
    assert archcite("validate").status == 0
    assert archcite("validate", "--fix").status == 0
    assert (letters / "a.txt").read_text("utf-8") == f"{CLEAN}\n{GARBLED}\n", "what is known is left alone"


def test_init_writes_and_never_overwrites(archcite, tmp_path):
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text(GARBLED, "utf-8")
    assert archcite("init").status == 0
    written = (tmp_path / "archcite.toml").read_text("utf-8")
    assert tomllib.loads(written) == {"paths": ["letters"]}
    assert archcite("validate").status == 1, "the configuration holds"
    (tmp_path / "archcite.toml").write_text("paths = []\n", "utf-8")
    done = archcite("init", "--path", "other")
    assert done.status == 0
    assert "left as it is" in done.out
    assert (tmp_path / "archcite.toml").read_text("utf-8") == "paths = []\n"


def test_init_says_where_the_workflow_gets_archcite_from(archcite, tmp_path):
    workflow = tmp_path / ".github" / "workflows" / "archcite.yml"
    done = archcite("init", "--source", "git+https://example.org/archcite@v0.1.0")
    assert done.status == 0
    assert "ARCHCITE: 'git+https://example.org/archcite@v0.1.0'\n" in workflow.read_text("utf-8")
    workflow.unlink()
    (tmp_path / "o'clock").mkdir()
    assert archcite("init", "--source", "./o'clock").status == 0
    assert "ARCHCITE: './o''clock'\n" in workflow.read_text("utf-8")
    workflow.unlink()
    assert archcite("init", "--source", "a\nb").status == 2
    assert not workflow.exists()


def test_init_says_when_nobody_knows_where_archcite_comes_from(archcite, tmp_path, monkeypatch):
    monkeypatch.setattr("archcite.cli.origin.requirement", lambda _: None)
    done = archcite("init", "--pre-commit")
    assert done.status == 0
    assert "set the variable ARCHCITE" in done.err
    assert "--source" in done.err
    assert "ARCHCITE: ${{ vars.ARCHCITE }}" in (tmp_path / ".github/workflows/archcite.yml").read_text("utf-8")
    assert "entry: archcite validate" in (tmp_path / ".pre-commit-config.yaml").read_text("utf-8")


def test_a_translation_whose_original_is_on_the_disk_is_not_without_one(archcite, tmp_path):
    for folder in ("ru", "en/1920"):
        (tmp_path / folder).mkdir(parents=True)
    text = "Translated from: ru/x.txt\n5 May 1920\nDear friend,\nThe grain has been sent.\nRGASPI. F. 17. Op. 3. D. 94. L. 1.\n"
    (tmp_path / "en/1920/x.txt").write_text(text, "utf-8")
    assert "P001" in archcite("validate", "en", "--select", "P", "-f", "concise").out
    (tmp_path / "ru/x.txt").write_text("5 мая 1920 г.\nХлеб отправлен.\n", "utf-8")
    assert archcite("validate", "en", "--select", "P").status == 0


def test_every_setting_that_init_proposes_holds(archcite, tmp_path):
    archcite("init", "--no-workflow")
    path = tmp_path / "archcite.toml"
    proposed = [line.removeprefix("# ") for line in path.read_text("utf-8").splitlines()]
    lines = [line for line in proposed if line.startswith("[") or " = " in line]
    keep = [line for line in lines if not line.startswith(("baseline", "archives"))]
    path.write_text("\n".join(keep), "utf-8")
    assert archcite("validate", "--show-settings").status == 0


def test_init_leaves_a_project_that_has_a_configuration(archcite, tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.archcite]\nselect = ['C']\n", "utf-8")
    assert archcite("init", "--no-workflow").status == 0
    assert not (tmp_path / "archcite.toml").exists()


def test_rules_are_listed_and_shown(archcite):
    listed = archcite("rules")
    assert listed.status == 0
    assert "C001  garbled-label            on   fix" in listed.out
    page = archcite("rule", "A005")
    assert page.status == 0
    assert "off by default" in page.out
    assert archcite("rule", "Q1").status == 2


def test_permissions_and_mark_are_kept(archcite, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"A\r\nB\r{GARBLED}\nC\u2028\x0c\r\n".encode())
    path.chmod(0o640)
    assert archcite("validate", "a.txt", "--fix", "--select", "C001").status == 0
    assert path.read_bytes() == b"\xef\xbb\xbf" + f"A\r\nB\r{CLEAN}\nC\u2028\x0c\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


MIXED = "No. 1\r\n\r\nА. Б. Петров - В. Г. Иванову\r\n\n5 мая 1920 г.\n\nХлеб отправлен.\r\r\nРГАСПИ. Ф. 17. 0п. 3. Д. 94. Л. 1. Автограф.\r"
"""All three line ends, and none at the end."""


@pytest.mark.parametrize("said", [True, False], ids=["said", "detected"])
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "cp866", "mac-cyrillic"],
)
def test_encoding_and_line_ends_are_kept(archcite, tmp_path, encoding, said):
    path = tmp_path / "a.txt"
    path.write_bytes(MIXED.encode(encoding))
    options = ["--encoding", encoding] if said and encoding not in ("utf-16", "utf-32") else []
    done = archcite("validate", "a.txt", "--fix", "-q", *options)
    assert done.status == 0, done
    assert path.read_bytes() == MIXED.replace("0п.", "Оп.").encode(encoding)
    assert archcite("validate", "a.txt", "--fix", "-q", *options).status == 0
    assert path.read_bytes() == MIXED.replace("0п.", "Оп.").encode(encoding), "a second run changes nothing"
    if not said and encoding in ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-16-le", "utf-16-be"):
        assert "read as" in done.err, "a guess is told, also to who wants it quiet"


def test_links_are_followed(archcite, tmp_path):
    real = tmp_path / "real.txt"
    real.write_text(GARBLED, "utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    assert archcite("validate", "link.txt", "--fix").status == 0
    assert link.is_symlink()
    assert real.read_text("utf-8") == CLEAN


def test_json_is_one_array(archcite, tmp_path):
    (tmp_path / "a.txt").write_text(GARBLED, "utf-8")
    [finding] = json.loads(archcite("validate", "a.txt", "-f", "json").out)
    assert finding["fix"] == {"edits": [{"start": 16, "end": 19, "text": "Op."}], "safe": True}
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 17, 20)
    assert json.loads(archcite("validate", "a.txt", "-f", "json", "--ignore", "C").out) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told():
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "archcite", "rules"],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "archcite: standard output: no space left on device\n"
