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


LOST = "the reference is unresolved: nothing before it in this document is an archival reference"


def test_an_unresolved_reference_is_no_entry_and_is_told_once(cite):
    done = cite("Ibid. L. 3")
    assert done == Done(2, [], f"Ibid. L. 3: {LOST}\n")
    done = cite("Д. 108. Л. 3", LETTER)
    assert (done.code, done.out) == (2, [f"{LETTER}."])
    assert done.err.count("\n") == 1


def test_unresolved_lines_are_left_out_of_a_numbered_list(cite):
    done = cite("-", "--number", "--lines", "--ibid", given=f"Там же. Л. 3\n{LETTER}\n\nТам же. Л. 4 об.\n")
    assert (done.code, done.out) == (2, ["1. РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.", "2. Там же. Л. 4 об."])
    assert f"-:1: {LOST}\n" in done.err


def test_nothing_is_inherited_over_a_line_that_could_not_be_read(cite):
    given = (
        f"{LETTER}\nПисьмо того же года\nТам же. Л. 4\nIbid., l. 5\nРГАСПИ. Ф. 17. Оп. 3. Д. 1. Л. 1\nТам же. Л. 2\n"
    )
    done = cite("-", "--lines", given=given)
    assert (done.code, done.out) == (
        2,
        [f"{LETTER}.", "РГАСПИ. Ф. 17. Оп. 3. Д. 1. Л. 1.", "РГАСПИ. Ф. 17. Оп. 3. Д. 1. Л. 2."],
    )
    for line in (3, 4):
        assert f"-:{line}: the reference is unresolved: it may repeat line 2, which could not be read" in done.err


def test_a_document_whose_source_line_is_unresolved(cite, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "№ 1\nПисьмо В. И. Ленина А. М. Горькому\n15 сентября 1919 г.\n\nДорогой Алексей Максимыч! Текст.\n\n"
        "Там же. Л. 5. Автограф.\n",
        "utf-8",
    )
    done = cite(file)
    assert done == Done(
        2, ["Ленин В. И. Письмо А. М. Горькому от 15 сентября 1919 г. Автограф."], f"{file}#1: {LOST}\n"
    )


@pytest.mark.parametrize("given", ["517/1/1080/12", "517/1/1080/12\r", " 517/1/1080/12. "])
def test_a_short_cote_without_an_archive(cite, given):
    done = cite("-", "--lines", given=f"{given}\n")
    assert done == Done(0, ["Ф. 517. Оп. 1. Д. 1080. Л. 12."], "-:1: no archive\n")
    assert cite("517/1/1080/12ob.", "-s", "kritika").out == ["F. 517, op. 1, d. 1080, l. 12 ob."]


@pytest.mark.parametrize("day", ["1917/12/27", "27/12/1917", "12/27", "1/2"])
def test_a_day_is_no_cote(cite, day):
    assert cite(day).code == 2


def test_the_name_of_the_text_runs_through_a_list(cite):
    given = "ЦПА ИМЛ. Ф. 17. Оп. 2. Д. 3. Л. 4\nТам же. Л. 8\nРГАСПИ. Ф. 17. Оп. 2. Д. 3. Л. 8\n"
    done = cite("-", "--as-published", given=given)
    assert done.out == [
        "ЦПА ИМЛ. Ф. 17. Оп. 2. Д. 3. Л. 4.",
        "ЦПА ИМЛ. Ф. 17. Оп. 2. Д. 3. Л. 8.",
        "РГАСПИ. Ф. 17. Оп. 2. Д. 3. Л. 8.",
    ]
    done = cite("-", "--as-published", "--ibid", given=given)
    assert done.out[1:] == ["Там же. Л. 8.", "РГАСПИ. Ф. 17. Оп. 2. Д. 3. Л. 8."]


def test_labels_run_through_a_list(cite):
    given = (
        "РГАЛИ. Ф. 190. Оп. 1. Ед. хр. 132. Л. 1\nТам же. Л. 3\nРГАНИ. Ф. 89. Пер. 18. Док. 12. Л. 3\nТам же. Л. 4\n"
    )
    assert cite("-", given=given).out == [
        "РГАЛИ. Ф. 190. Оп. 1. Ед. хр. 132. Л. 1.",
        "РГАЛИ. Ф. 190. Оп. 1. Ед. хр. 132. Л. 3.",
        "РГАНИ. Ф. 89. Пер. 18. Док. 12. Л. 3.",
        "РГАНИ. Ф. 89. Пер. 18. Док. 12. Л. 4.",
    ]


def test_a_fond_that_may_have_another_number_today_is_told(cite):
    done = cite("ЦГАОР СССР. Ф. 5446. Оп. 2. Д. 3. Л. 4")
    assert done.out == ["ГА РФ. Ф. 5446 [?]. Оп. 2. Д. 3. Л. 4."]
    assert "today perhaps ГА РФ. Ф. Р-5446. Оп. 2. Д. 3. Л. 4 (rule t03, memory" in done.err


def test_a_fond_under_the_name_of_its_time_has_its_number(cite):
    done = cite("ЦГАОР СССР. Ф. 5446. Оп. 2. Д. 3. Л. 4", "--as-published", "-s", "kritika")
    assert done.out == ["TsGAOR SSSR f. 5446, op. 2, d. 3, l. 4."]
    assert "perhaps" not in done.err
    assert cite("РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2").out == ["РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2."]


def test_repairs_and_doubts_of_documents_are_told(cite, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "№ 1\nПисьмо В. И. Ленина А. М. Горькому\n10 февраля 1913 г.\n\nДорогой Алексей Максимыч! Текст письма.\n\n"
        "РЦХИДНИ. Ф. 2. 0п. 1. Д. 11164. Л. 1. Автограф.\n",
        "utf-8",
    )
    done = cite(file)
    assert done.out == [
        "Ленин В. И. Письмо А. М. Горькому от 10 февраля 1913 г. // РГАСПИ. Ф. 2. Оп. 1. Д. 11164. Л. 1. Автограф."
    ]
    assert "a.txt#1: opis: '0п.' read as 'Оп.'" in done.err
    assert "1913-02-10 is Old Style (rule: before 14 February 1918); 1913-02-23 in the Gregorian calendar" in done.err
    assert "a.txt#1: РЦХИДНИ is today's РГАСПИ (RGASPI)" in done.err


def test_doubtful_numbers_are_marked(cite):
    done = cite("РГАСПИ. Ф. 517. Оп. 1. Д. 10 80. Л. 12", "--format", "markdown")
    assert done.out == [r"РГАСПИ. Ф. 517. Оп. 1. Д. 1080 \[?\]. Л. 12."]
    assert "doubtful, marked [?]: 10 80 may be one number or two" in done.err


def test_a_reference_that_is_cut_off_is_marked(cite):
    done = cite("ГА РФ. Ф. 109, смотри там дальше Д. 172. Л. 78")
    assert done.code == 2
    assert done.out == ["ГА РФ. Ф. 109 [?]."]
    assert "its levels may go on behind" in done.err
