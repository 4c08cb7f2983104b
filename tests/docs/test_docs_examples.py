"""Every example in the pages is what the program prints."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import regex

ROOT = Path(__file__).resolve().parents[2]
examples: Any = sys.modules["docs_examples"]
PAGES = examples.pages()


@pytest.mark.parametrize("path", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])
def test_examples_print_what_the_page_shows(path: Path) -> None:
    difference = examples.stale(path)
    assert not difference, f"refresh with python docs/examples.py, and read the difference:\n{difference}"


def test_the_readme_shows_every_kind_of_output() -> None:
    shown = [command for _, body in examples.read(ROOT / "README.md").blocks for command, _ in examples.commands(body)]
    wanted = ("archcite list fixtures/letters", "--citations", "--merge", "archcite parse", "2>", "archcite validate")
    for words in wanted:
        assert any(words in command for command in shown), words


def test_python_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = regex.findall(r"^```python\n(.*?)^```$", text, regex.M | regex.S)
    assert blocks
    monkeypatch.chdir(ROOT)
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert "rgaspi:558:1:5397:2" in capsys.readouterr().out


# the runner itself


def test_the_runner_tells_output_from_remarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shell = examples.Shell()
    entry = "archcite cite 'RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2' --style gost"
    assert shell.run(f"{entry} 2> remarks.txt") == "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2."
    remarks = shell.run("cat remarks.txt")
    assert "On." in remarks
    assert "РГАСПИ" in remarks
    both = shell.run(entry)
    assert remarks in both
    assert "Л. 2." in both


def test_the_runner_knows_pipes_files_and_exit_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("one\ntwo\nthree\n", "utf-8")
    shell = examples.Shell()
    assert shell.run("cat a.txt | head -n 2") == "one\ntwo"
    assert shell.run("archcite validate no-such-file.txt") == "archcite: no-such-file.txt: no such file or folder"
    assert shell.run("echo $?") == "2"
    with pytest.raises(examples.ExampleError, match="rm -r"):
        shell.run("rm -r a.txt")


def test_a_stale_example_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ archcite --version\narchcite 0\n```\n", "utf-8")
    monkeypatch.setattr(examples, "ROOT", tmp_path)
    for folder in ("fixtures", "docs/examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    assert "-archcite 0" in examples.stale(page)


def test_a_file_that_a_page_shows_is_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- file: a.toml -->\n```toml\nold = 1\n```\nend\n", "utf-8")
    (tmp_path / "a.toml").write_text("new = 2\n", "utf-8")
    monkeypatch.setattr(examples, "ROOT", tmp_path)
    assert examples.refreshed(examples.read(page)) == "<!-- file: a.toml -->\n```toml\nnew = 2\n```\nend\n"


def test_a_block_begins_with_a_command() -> None:
    assert examples.commands("$ archcite rules\na\nb\n$ echo $?\n") == [("archcite rules", "a\nb"), ("echo $?", "")]
    with pytest.raises(examples.ExampleError):
        examples.commands("A001  unknown-archive\n")
