"""Fixes: nothing else changes, a second run changes nothing, and a killed run leaves a whole file."""

import os
import random
import re
import signal
import subprocess
import sys
import time
import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.errors import InputError
from archcite.rules.difference import unified
from archcite.rules.engine import check
from archcite.rules.finding import Edit, Finding, Fix
from archcite.rules.registry import select
from archcite.rules.rewrite import encoded, fixed, write, write_atomically
from archcite.transcript.reading import Text

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def reader():
    return Reader(Authority.load())


def mend(reader, text, *, unsafe=False, rules=None):
    view = reader.text(Text("x", text, "utf-8"))
    after, count = fixed(view, reader, lambda v: check(v, select(rules), reader.authority), unsafe=unsafe)
    return after.text.text, count


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("RGASPI. F. 558. On. 1. D. 5397. L. 2.", "RGASPI. F. 558. Op. 1. D. 5397. L. 2."),
        ("РГАСПИ. Ф. 17. On. 3. Д. 94. Л. 12.", "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 12."),
        ("РГАСПИ, ф. 17, 0п. 3, д. 94, л. 12.", "РГАСПИ, ф. 17, оп. 3, д. 94, л. 12."),
        ("ЦДАГО України, ф. 1, оп. 20, cпp. 5394, арк. 8.", "ЦДАГО України, ф. 1, оп. 20, спр. 5394, арк. 8."),
        ("ГАРФ. Ф. P-3897. Оп. 1. Д. 2. Л. 3.", "ГАРФ. Ф. Р-3897. Оп. 1. Д. 2. Л. 3."),
        ("PГАСПИ. Ф. 17. Оп. 84. Д. 228. Л. 51.", "РГАСПИ. Ф. 17. Оп. 84. Д. 228. Л. 51."),
        ("РГАСПИ; Ф. 85. Оп. 24. Д. 150. Л. 1.", "РГАСПИ. Ф. 85. Оп. 24. Д. 150. Л. 1."),
        ("РГАСПИ. Ф. 17. Опи\u00adсь 3. Де\u00adло 94. Л. 1.", "РГАСПИ. Ф. 17. Опись 3. Дело 94. Л. 1."),
    ],
)
def test_safe_fixes(reader, before, after):
    text, count = mend(reader, before)
    assert text == after
    assert count
    assert mend(reader, after) == (after, 0)


@pytest.mark.parametrize(
    "text",
    [
        "РГАСПИ. Ф. 17. Оп. З. Д. 94. Л. 1.",  # a doubt
        "РГАСЛИ. Ф. 17. Оп. 3. Д. 94. Л. 1.",  # a misspelling
        "РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.",  # an old name
        "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 13-12.",
        "Ibid. L. 5.",
        "ЦДІАК України. – Ф. 442. – Оп. 1. – Спр. 2317. – Арк. 5.",
        "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1; 3–4.",
        "GARF, collection 5446, inv. 12, file 3, fols. 5–6.",
        "На XXго съезде, 5 кВт, Cabernet и С. С. Каменев.",
    ],
)
def test_what_is_not_safe_is_left(reader, text):
    assert mend(reader, text, rules=["ALL"]) == (text, 0)


def test_unsafe_fixes(reader):
    before = "РГАСЛИ. Ф. 17. Оп. 3. Д. 94. Л. 1. RTSHIDNI. F. 85. Op. 24. D. 150. L. 1."
    after = "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1. RTsKhIDNI. F. 85. Op. 24. D. 150. L. 1."
    assert mend(reader, before, unsafe=True)[0] == after
    assert mend(reader, after, unsafe=True) == (after, 0)


def test_look_alike_letters_of_the_prose_are_mended_on_request_only(reader):
    before, after = "Cталин и Mолотов, 3/VІІІ.", "Сталин и Молотов, 3/VІІІ."
    assert mend(reader, before) == (before, 0)
    assert mend(reader, before, unsafe=True)[0] == after
    assert mend(reader, after, unsafe=True) == (after, 0)
    assert mend(reader, after, rules=["F005"])[0] == "Сталин и Молотов, 3/VIII."


def test_a_fix_that_changes_a_shelfmark_is_dropped(reader):
    view = reader.text(Text("x", "RGASPI. F. 558. Op. 1. D. 5397. L. 2. RGASPI. F. 17. On. 3. D. 94. L. 1.", "utf-8"))
    wrong = Finding("x", 1, 1, 1, 2, 11, 14, "X001", "wrong", "error", "wrong", "", Fix((Edit(11, 14, "559"),)))
    after, count = fixed(view, reader, lambda v: [replace(wrong), *check(v, select(["C001"]))])
    assert after.text.text == "RGASPI. F. 558. Op. 1. D. 5397. L. 2. RGASPI. F. 17. Op. 3. D. 94. L. 1."
    assert count == 1


def test_fixtures_of_garbles_are_mended_once(reader):
    import json

    for line in (ROOT / "fixtures" / "notation" / "garbles.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if "text" not in row:
            continue
        view = reader.text(Text("x", row["text"], "utf-8"))
        text, _ = mend(reader, row["text"], unsafe=True)
        again = reader.text(Text("x", text, "utf-8"))
        for before, after in zip(view.citations, again.citations, strict=True):
            assert before.shelfmark in (after.shelfmark, None), row["text"]
        assert mend(reader, text, unsafe=True) == (text, 0), row["text"]


def texts():
    """Every text that the tests of rules have, the documents and pages of the tests of reading, and the shared corpus."""
    here = Path(__file__).parent
    for case in tomllib.loads((here / "cases.toml").read_text("utf-8"))["case"]:
        for name, text in (case.get("files") or {"text": case["text"]}).items():
            yield pytest.param(text, id=f"{case['name']}: {name}")
    folders = (here / "clean", ROOT / "tests/transcript/cases/documents", ROOT / "tests/transcript/cases/markup")
    corpus = ROOT.parent / "shared" / "corpus"
    for folder in (*folders, ROOT / "docs/examples", *([corpus] if corpus.is_dir() else ())):
        for path in sorted(folder.iterdir()):
            if path.suffix in (".txt", ".md", ".html"):
                with suppress(UnicodeDecodeError):  # some are in an encoding of their own
                    yield pytest.param(path.read_bytes().decode("utf-8"), id=path.name)


def outside(before, spans):
    """A pattern that a text fits if it is as before outside of the spans."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            pieces.append(re.escape(before[at:start]))
        at = max(at, end)
    return re.compile("(?s:.{0,80}?)".join((*pieces, re.escape(before[at:]))))


@pytest.mark.parametrize("text", list(texts()))
def test_fixes_change_their_spans_alone_and_a_second_run_changes_nothing(reader, monkeypatch, text):
    def findings(view):
        return check(view, select(["ALL"]), reader.authority)

    for unsafe in (False, True):
        whole, _ = mend(reader, text, unsafe=unsafe, rules=["ALL"])
        assert mend(reader, whole, unsafe=unsafe, rules=["ALL"]) == (whole, 0)
        view = reader.text(Text("x", text, "utf-8"))
        monkeypatch.setattr("archcite.rules.rewrite.PASSES", 1)
        for _ in range(20):
            edits = [edit for found in findings(view) if found.fix is not None for edit in found.fix.edits]
            after, count = fixed(view, reader, findings, unsafe=unsafe)
            pattern = outside(view.text.text, [(edit.start, edit.end) for edit in edits])
            assert pattern.fullmatch(after.text.text), "something else was changed"
            if not count:
                break
            view = after
        monkeypatch.undo()


def test_what_changed_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one", "utf-8")
    before, after = Text("a.txt", "one", "utf-8"), Text("a.txt", "two", "utf-8")
    path.write_text("changed", "utf-8")
    with pytest.raises(InputError, match="no longer the file"):
        write(str(path), before, after)
    assert path.read_text("utf-8") == "changed"


def test_a_letter_that_the_encoding_lacks(tmp_path):
    with pytest.raises(InputError, match=r"U\+0460"):
        encoded(Text("a.txt", "Ѡ", "cp1251"))


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="not written"):
        write_atomically(str(tmp_path / "no" / "a.txt"), b"x")


def test_no_file_is_left_behind_when_writing_fails(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(InputError, match="no space left"):
        write_atomically(str(path), b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_bytes() == b"old"


KILLED = """
import sys
from archcite.rules.rewrite import write_atomically
path, size = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
while True:
    for letter in (b"a", b"b"):
        write_atomically(path, letter * size)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path):
    path, size = tmp_path / "letters.txt", 3_000_000
    path.write_bytes(b"a" * size)
    chance = random.Random(1917)
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), str(size)], stdout=subprocess.PIPE, env=env
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.12))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        data = path.read_bytes()
        assert data in (b"a" * size, b"b" * size), "a torn file"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_of_the_whole_command(tmp_path):
    old = ("RGASPI. F. 558. On. 1. D. 5397. L. 2.\n" + "A line of text.\n" * 200).encode() * 20
    new = old.replace(b"On.", b"Op.")
    chance = random.Random(1923)
    for _ in range(6):
        path = tmp_path / "a.txt"
        path.write_bytes(old)
        process = subprocess.Popen(
            [sys.executable, "-m", "archcite", "validate", "a.txt", "--fix", "--isolated", "--select", "C001"],
            cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.2, 1.5))
        process.kill()
        process.wait()
        assert path.read_bytes() in (old, new)


def test_the_diff_is_one_that_patch_takes(tmp_path):
    import shutil

    before = "one\r\ntwo\nRGASPI. F. 558. On. 1. D. 5397. L. 2."
    after = before.replace("On.", "Op.")
    diff = "".join(unified(before, after, "a.txt"))
    assert diff.count("\\ No newline at end of file") == 2
    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    (tmp_path / "a.txt").write_bytes(before.encode())
    subprocess.run(["patch", "--binary", "-s", "a.txt"], input=diff.encode(), cwd=tmp_path, check=True)
    assert (tmp_path / "a.txt").read_bytes() == after.encode()
