"""`archcite cite` as a user runs it: what goes to which stream, and the exit code."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from archcite.cli import main

LETTERS = Path(__file__).parents[2] / "fixtures" / "letters"
LETTER = "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2"


class Done(NamedTuple):
    code: int
    out: list[str]
    err: str


class Input(io.StringIO):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.buffer = io.BytesIO(text.encode())  # type: ignore[misc]


@pytest.fixture
def cite(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: object, given: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["archcite", "cite", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", Input(given))
        code = 0
        try:
            code = main() or 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Done(code, printed.out.splitlines(), printed.err)

    return run


def test_lines_on_standard_input(cite):
    done = cite("-", "--number", given=f"{LETTER}\r\n\r\n2. Там же. Л. 3 об.\r\n")
    assert done == Done(
        0,
        ["1. РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.", "2. РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 3 об."],
        "-:3: archive, fond, opis, dela from the reference before\n",
    )


def test_a_transcription_on_standard_input(cite):
    done = cite("-", "--style", "kritika", given=(LETTERS / "1923-correspondence.txt").read_text("utf-8"))
    assert done.code == 0
    assert len(done.out) == 2
    assert done.out[0].endswith("(F. E. Dzerzhinsky to I. V. Stalin, 3 August [1923]).")


def test_a_line_that_is_no_reference_is_named_and_the_rest_done(cite):
    done = cite("-", given=f"{LETTER}\nнаписать в архив\n{LETTER}\n")
    assert done.code == 2
    assert len(done.out) == 2
    assert "-:2: no archival reference: написать в архив" in done.err


def test_what_is_left_of_a_line_is_said(cite):
    done = cite("-", given=f"{LETTER}. Автограф.\n")
    assert "-:1: not in the entry: Автограф" in done.err
    done = cite(f"См.: {LETTER}")
    assert "not in the entry: См" in done.err
    assert done.out == [f"{LETTER}."]


def test_lines_of_a_file_when_asked_for(cite, tmp_path):
    file = tmp_path / "list.txt"
    file.write_text(f"{LETTER}\nГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3\n", "utf-8")
    assert len(cite(file, "--lines").out) == 2
    done = cite(file)
    assert (done.code, done.out) == (0, [])
    assert "no document found" in done.err


def test_text_when_asked_for(cite):
    done = cite("-", "--text", given=f"{LETTER}\n")
    assert "not" in done.err or done.out  # one line alone may be a document without text, never an error
    assert done.code == 0


def test_the_same_entry_once_in_a_sorted_list(cite):
    done = cite(LETTERS / "1917-12-27.txt", "--sort")
    assert done.out == ["Сталин. Письмо В. И. Ленину от 27 декабря 1917 г. // РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2."]
    assert "1 of 2 entries are the same as others: printed once" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--ibid", "--sort"), "right before it"),
        (("--style", "apa", "--ibid"), "no such form"),
        (("--format", "pdf"), "text, markdown, html"),
        (("--romanization", "loc"), "ala-lc"),
        (("--csl", "gost-archive", "--number"), "the CSL style decides"),
        (("--style", "kritik"), "did you mean kritika"),
        (("--variant", "note"), "footnote, inline, bibliography"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_read(arguments, message, cite):
    done = cite("no-such-file-either", *arguments)
    assert done.code == 2
    assert message in done.err
    assert "no-such-file" not in done.err
    assert done.out == []


def test_a_target_that_is_nothing_does_not_stop_the_rest(cite):
    done = cite("ничего", LETTER)
    assert done.code == 2
    assert done.out == [f"{LETTER}."]
