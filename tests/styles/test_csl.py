"""CSL: the project's own style agrees with `--style gost`, and any other style renders (skipped without pandoc)."""

from __future__ import annotations

import json
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as Xml

import pytest
from test_styles import CASES, citation, context, document

from archcite import styles
from archcite.archives import Authority
from archcite.errors import InputError
from archcite.styles import _csljson, _pandoc

if TYPE_CHECKING:
    from archcite.model import Citation, Document

OWN = Path(styles.__file__).parent / "csl" / "gost-archive.csl"
NAME = "{http://purl.org/net/xbiblio/csl}"
PANDOC = _pandoc.program()
needs_pandoc = pytest.mark.skipif(PANDOC is None, reason="no pandoc: pip install 'archcite[csl]'")


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


def plain_cases() -> list[tuple[Document | Citation, str]]:
    """The cases of gost.toml that a list of entries can have: footnotes under present names, archival, no repeats."""
    table = tomllib.loads((CASES / "gost.toml").read_text("utf-8"))
    made: list[tuple[Document | Citation, str]] = []
    for what, case in [("document", c) for c in table["document"]] + [("reference", c) for c in table["reference"]]:
        options = ("variant", "as_published", "published", "after", "after_book", "names")
        if not any(option in case for option in options):
            made.append((document(case) if what == "document" else citation(case["cited"]), case["entry"]))
    return made


@needs_pandoc
def test_the_csl_style_agrees_with_the_module(authority: Authority) -> None:
    cases = plain_cases()
    assert len(cases) > 45
    printed = _pandoc.render([record for record, _ in cases], "gost-archive", context({}, authority)).lines
    assert printed == [entry for _, entry in cases]
    assert printed == [
        entry.text for entry in styles.cite([record for record, _ in cases], "gost", context({}, authority))
    ]


@needs_pandoc
@pytest.mark.parametrize("format_", styles.FORMATS)
def test_brackets_survive_every_format(format_: str, authority: Authority) -> None:
    supplied = document(tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["document"][1])
    printed = "\n".join(_pandoc.render([supplied], "gost-archive", context({}, authority), format_).lines)
    assert "27 декабря [1917 г.]" in printed.replace("\\", "")


@needs_pandoc
def test_a_style_in_english_gets_names_in_latin_letters(tmp_path: Path, authority: Authority) -> None:
    assert PANDOC is not None
    chicago = tmp_path / "chicago.csl"
    default = subprocess.run([PANDOC, "--print-default-data-file=default.csl"], capture_output=True, check=True)
    chicago.write_bytes(default.stdout)
    letter = document(tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["document"][0])
    (line,) = _pandoc.render([letter], str(chicago), context({}, authority)).lines
    for part in (
        "Stalin, I. V.",
        "Letter to V. I. Lenin",
        "December 27",
        "op. 1, d. 5397, l. 2",
        "Russian State Archive of Socio-Political History",
        "Moscow",
    ):
        assert part in line


def test_a_supplied_year_is_told(authority: Authority) -> None:
    case = tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["document"][1]
    _, missing = _csljson.item(document(case), context({}, authority), "en")
    assert missing == ["CSL dates have no brackets: year supplied by the editors"]


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("1917-12-27", {"date-parts": [[1917, 12, 27]]}),
        ("1920-07", {"date-parts": [[1920, 7]]}),
        ("1920-07-13/1920-07-14", {"date-parts": [[1920, 7, 13], [1920, 7, 14]]}),
        ("1920~", {"date-parts": [[1920]], "circa": True}),
        ("1920?", {"literal": "1920 (?)"}),
        ("../1920-05-05", {"literal": "not later than May 5, 1920"}),
        ("192X", {"literal": "1920s"}),
    ],
)
def test_dates_of_items(edtf: str, issued: dict[str, Any], authority: Authority) -> None:
    made, _ = _csljson.item(document({"kind": "letter", "date": edtf}), context({}, authority), "en")
    assert made["issued"] == issued


def test_a_conversation_is_called_by_its_header(authority: Authority) -> None:
    case = {"kind": "record", "title": "Запись беседы И. В. Сталина с послом США", "date": "1938-06-05"}
    made, missing = _csljson.item(document(case), context({}, authority), "en")
    assert (made["type"], made["title"]) == ("manuscript", "Zapis' besedy I. V. Stalina s poslom SShA")
    assert missing == ["no source line, and so no search data"]


def test_a_letter_has_recipient_and_genre_and_no_title(authority: Authority) -> None:
    case = tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["document"][0]
    made, _ = _csljson.item(document(case), context({}, authority), "en")
    assert made == {
        "type": "personal_communication",
        "language": "en-US",
        "author": [{"family": "Stalin", "given": "I. V."}],
        "recipient": [{"family": "Lenin", "given": "V. I."}],
        "genre": "letter",
        "issued": {"date-parts": [[1917, 12, 27]]},
        "medium": "Autograph",
        "archive": "Russian State Archive of Socio-Political History",
        "archive_location": "f. 558, op. 1, d. 5397, l. 2",
        "archive-place": "Moscow",
    }


@needs_pandoc
def test_a_repeat_in_a_manuscript_is_there_the_same(tmp_path: Path, authority: Authority) -> None:
    """What Zotero and pandoc users see: footnotes, the same letter again, another sheet of it, another letter."""
    assert PANDOC is not None
    table = tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["document"]
    items = [
        {"id": f"i{place}", **_csljson.item(document(table[place]), context({}, authority), "ru")[0]}
        for place in (0, 5)
    ]
    library = tmp_path / "items.json"
    library.write_text(json.dumps(items, ensure_ascii=False), "utf-8")
    printed = subprocess.run(
        [PANDOC, "--citeproc", f"--bibliography={library}", f"--csl={OWN}", "--wrap=none", "--to=plain"],
        input="A[@i0] b[@i0] c[@i0, {3 об.}] d[@i5]\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    notes = [line.partition("] ")[2] for line in printed.splitlines() if line.startswith("[")]
    assert notes[:4] == [
        table[0]["entry"],
        "Там же.",
        "Там же. Л. 3 об.",
        table[5]["entry"].replace("РЦХИДНИ", "РГАСПИ"),
    ]


@needs_pandoc
def test_an_unresolved_reference_has_no_line(authority: Authority) -> None:
    case = tomllib.loads((CASES / "gost.toml").read_text("utf-8"))["reference"][0]
    known = citation(case["cited"])
    lost = known.model_copy(update={"status": "unresolved", "reason": "no earlier reference"})
    done = _pandoc.render([known, lost], "gost-archive", context({}, authority))
    assert done.lines == [case["entry"]]
    assert done.missing == [(1, "the reference is unresolved: no earlier reference")]
    assert done.unresolved


def test_the_style_has_what_the_schema_asks_for() -> None:
    """The parts of CSL 1.0.2 that a hand-made style gets wrong; the whole schema is checked at each change by hand."""
    root = Xml.parse(OWN).getroot()
    assert root.tag == f"{NAME}style"
    assert root.get("version") == "1.0"
    assert _pandoc.language(str(OWN)) == "ru"
    for part in ("title", "id", "updated", "rights"):
        assert root.find(f"{NAME}info/{NAME}{part}") is not None, part
    macros = {macro.get("name") for macro in root.iter(f"{NAME}macro")}
    used = {element.get("macro") for element in root.iter() if element.get("macro")}
    assert used == macros


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no xml", "no CSL style"),
        ("<style/>", "its root is style"),
        ('<style xmlns="http://purl.org/net/xbiblio/csl"/>', "has no bibliography"),
    ],
)
def test_what_is_no_style_is_refused(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "a.csl"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message):
        _pandoc.language(str(file))
