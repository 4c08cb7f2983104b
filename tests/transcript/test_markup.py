"""Pages and Markdown as they are shown, and the way back into the file.

To add a case, put `NAME.html` or `NAME.md` and `NAME.toml` into `cases/markup/`: `text` is what is shown (the space around
it aside), `references` are the references in the file as they stand there, with their line and shelfmark ("" for none).
"""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.transcript.markup import Page, page_of
from archcite.transcript.reading import Text

CASES = sorted((Path(__file__).parent / "cases" / "markup").glob("*.toml"))


def _source(case: Path) -> Path:
    return next(path for suffix in (".html", ".md") if (path := case.with_suffix(suffix)).exists())


def _page(text: str, file: str) -> Page:
    page = page_of(text, file)
    assert page is not None
    return page


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Authority.load())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_pages(case: Path, ends: str, reader: Reader) -> None:
    expected = tomllib.loads(case.read_text("utf-8"))
    text = Text(case.stem, _source(case).read_text("utf-8").replace("\n", ends), "utf-8")
    page = _page(text.text, _source(case).name)
    assert page.form == expected["form"]
    assert page.text.replace("\r\n", "\n").strip() == expected["text"].strip()
    titles = [entry.value for entry in page.metadata if entry.key == "title"]
    assert titles == ([expected["title"]] if "title" in expected else [])
    found = []
    for citation in reader.text(Text(text.file, page.text, "utf-8")).citations:
        start, end = page.span(citation.start, citation.end)
        assert not citation.repairs
        found.append([text.locate(start)[0], text.text[start:end].replace("\r\n", "\n"), citation.shelfmark or ""])
    assert found == expected["references"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_character_leads_back_to_itself(case: Path) -> None:
    """What the page keeps stands at its place in the file; what it puts there stands for something of the file."""
    text = _source(case).read_text("utf-8")
    page = _page(text, _source(case).name)
    kept = 0
    for offset, sign in enumerate(page.text):
        start, end = page.span(offset, offset + 1)
        assert 0 <= start <= end <= len(text)
        kept += text[start:end] == sign
    assert kept > len(page.text) * 0.7
    for word in ("Оп", "94"):
        at = page.text.find(word)
        if at >= 0:
            start, end = page.span(at, at + len(word))
            assert text[start:end] == word


def test_lines_have_their_numbers_in_the_file() -> None:
    text = Text("a.html", "<p>один\nдва<br>три</p><p>\n\nчетыре", "utf-8")
    page = _page(text.text, "a.html")
    assert page.text == "один два\nтри\nчетыре"
    assert page.line_numbers(Text("", page.text, "").line_starts(), text.line_starts()) == [1, 2, 4]


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("РГАСПИ. Ф. 17\nстрока < строки", "a.txt"),
        ("5 < 6 и ещё 7\nстрока", "a.html"),
        ("---\ntitle: Письмо\n---\nтекст", "a.txt"),
        ("---\n\nтекст\n---", "a.txt"),
        ("", "a.html"),
    ],
)
def test_plain_texts_are_no_pages(text: str, file: str) -> None:
    assert page_of(text, file) is None


@pytest.mark.parametrize("text", ["<!DOCTYPE html><p>а", "\n <html><body>а", "<p>а", '<?xml version="1.0"?><html><p>а'])
def test_a_page_without_a_name_is_known_by_its_beginning(text: str) -> None:
    assert _page(text, "-").text.strip() == "а"


def test_front_matter_is_no_text() -> None:
    page = _page("---\ntitle: Письмо\nlang: ru\n---\nа\n", "a.md")
    assert (page.form, page.text) == ("markdown", "Письмо\nа\n")
    assert [(entry.key, entry.value) for entry in page.metadata] == [("title", "Письмо"), ("lang", "ru")]
    assert _page("---\nне ключ\n---\nа\n", "a.md").text == "---\nне ключ\n---\nа\n"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("слово* и\n* сноска", "слово* и\n* сноска"),
        ("**№ 84**", "№ 84"),
        ("1\\. пункт", "1. пункт"),
        ("> > цитата", "цитата"),
        ("![вид](a.png)текст [ссылка](b.html)", "текст ссылка"),
        ("слово[2](#n2)", "слово²"),
        ("слово[^пр] и[^дв]\n\n[^пр]: раз\n[^дв]: два", "слово¹ и²\n\n¹ раз\n² два"),
        ("F[runze] [/] [l. 2]", "F[runze] [/] [l. 2]"),
        ("snake_case_name и _курсив_", "snake_case_name и курсив"),
        ("а<br>б<!-- нет -->в<sup>3</sup>", "а\nбв³"),
        ("***оба*** **одно *в* другом**", "оба одно в другом"),
    ],
)
def test_marks_of_markdown(written: str, shown: str) -> None:
    assert _page(written, "a.md").text == shown


@pytest.mark.parametrize("name", ["a.html", "a.md"])
@pytest.mark.parametrize(
    "piece",
    ["<", "<a ", '<a href="#x">', "<sup>", "<!--", "&", "<script>", " \n", "<tr><td>", "*", "*a ", "[", "![", "`"],
)
def test_hostile_markup_takes_linear_time(name: str, piece: str) -> None:
    begin = time.process_time()
    page_of("<p>" + piece * (300_000 // len(piece)), name)
    assert time.process_time() - begin < 6
