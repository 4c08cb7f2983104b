"""Every format keeps the data as they are, and every format that is promised is there."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from archcite import export
from archcite.errors import UsageError
from archcite.export import columns, structured
from archcite.model import Body, Citation, CitedArchive, Date, Document, Extra, Merged, Person, Repair

NASTY = [
    "[/b] F[runze]",
    "a,b",
    'say "x"',
    "two\nlines",
    "cr\rhere",
    "tab\there",
    "=1+1",
    "1e3",
    "12.50",
    "| pipe",
    "\u202e\x85\u2028",
    "日本語",
]


def citation(**changes: Any) -> Citation:
    fields: dict[str, Any] = {
        "file": "a.txt",
        "line": 3,
        "column": 1,
        "start": 5,
        "end": 20,
        "text": "RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2",
        "archive": CitedArchive(id="rgaspi", written="RTSKHIDNI"),
        "fond": "558",
        "opis": "1",
        "dela": ("5397",),
        "sheets": ("2",),
        "role": "source",
        "document": "9",
        "shelfmark": "rgaspi/558/1/5397/2",
        "status": "resolved",
        "repairs": (Repair(level="opis", written="On.", read="Op.", kind="look-alike label", reason="garbled label"),),
    }
    return Citation(**(fields | changes))


def document(**changes: Any) -> Document:
    fields: dict[str, Any] = {
        "file": "a.txt",
        "line": 1,
        "end_line": 9,
        "start": 0,
        "end": 100,
        "id": "a.txt#9",
        "number": "9",
        "title": "I. V. Stalin - V. I. Lenin",
        "kind": None,
        "authors": (Person(name="I. V. Stalin", written="I. V. Stalin"),),
        "recipients": (Person(name="V. I. Lenin", written="V. I. Lenin"),),
        "date": Date(
            edtf="1917-12-27",
            written="December 27 [1917]",
            supplied=("year",),
            calendar="julian",
            calendar_from="rule",
            gregorian="1918-01-09",
        ),
        "place": None,
        "description": "Autograph",
        "source": citation(),
        "notes": (),
        "body": Body(text="Text.", start=1, end=2),
    }
    return Document(**(fields | changes))


def rendered(records: list[Any], view: Any, name: str) -> str:
    return "".join(export.render(records, view, name))


def test_short_columns_of_a_document() -> None:
    view = export.documents({"rgaspi": "RGASPI"}.__getitem__)
    assert {column.header: column.cell(document()) for column in view.short} == {
        "No.": "9",
        "Date": "[1917]-12-27",
        "From → to": "I. V. Stalin → V. I. Lenin",
        "Shelfmark": "RGASPI f.558 op.1 d.5397 l.2",
        "File": "a.txt",
    }


def test_full_columns_of_a_citation() -> None:
    row = {column.header: column.cell(citation(inherited=("fond",))) for column in export.citations().full}
    assert row == {
        "file": "a.txt",
        "line": "3",
        "column": "1",
        "start": "5",
        "end": "20",
        "document": "9",
        "role": "source",
        "text": "RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2",
        "archive": "rgaspi",
        "archive_written": "RTSKHIDNI",
        "fond": "558",
        "opis": "1",
        "dela": "5397",
        "sheets": "2",
        "extra": "",
        "inherited": "fond",
        "shelfmark": "rgaspi/558/1/5397/2",
        "repairs": "On. > Op.",
        "status": "resolved",
        "reason": "",
    }


def test_a_document_without_anything() -> None:
    empty = document(number=None, title=None, authors=(), recipients=(), date=None, description=None, source=None)
    for column in (*export.documents().short, *export.documents().full):
        assert isinstance(column.cell(empty), str)


def test_a_merged_row_names_its_witnesses() -> None:
    first = document()
    row = Merged(
        shelfmark="rgaspi/558/1/5397/2",
        number="9",
        date=first.date,
        kind=None,
        authors=first.authors,
        recipients=first.recipients,
        source=first.source,
        archives_written=("RTSKHIDNI", "РГАСПИ"),
        witnesses=("a.txt#9", "b.txt#:1"),
    )
    assert [column.cell(row) for column in export.merged().short] == [
        "9",
        "[1917]-12-27",
        "I. V. Stalin → V. I. Lenin",
        "RGASPI f.558 op.1 d.5397 l.2",
        "a.txt#9 b.txt#:1",
    ]
    assert {column.header: column.cell(row) for column in export.merged().full} == {
        "number": "9",
        "date": "1917-12-27",
        "gregorian": "1918-01-09",
        "kind": "",
        "authors": "I. V. Stalin",
        "recipients": "V. I. Lenin",
        "archive": "rgaspi",
        "fond": "558",
        "opis": "1",
        "dela": "5397",
        "sheets": "2",
        "shelfmark": "rgaspi/558/1/5397/2",
        "archives_written": "RTSKHIDNI; РГАСПИ",
        "witnesses": "a.txt#9; b.txt#:1",
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "RGASPI f.558 op.1 d.5397 l.2"),
        ({"opis": "1/S", "sheets": ("12-13", "56v")}, "RGASPI f.558 op.1/S d.5397 l.12-13,56v"),
        ({"dela": ("87", "88"), "sheets": ()}, "RGASPI f.558 op.1 d.87,88"),
        ({"extra": (Extra(kind="volume", value="2", written="т. 2"),)}, "RGASPI f.558 op.1 d.5397 volume 2 l.2"),
        ({"archive": None, "status": "partial"}, "f.558 op.1 d.5397 l.2"),
        ({"archive": CitedArchive(id=None, written="ОГАПО")}, "ОГАПО f.558 op.1 d.5397 l.2"),
        (
            {"archive": CitedArchive(id=None, written="ЦГИА", candidates=("rgia", "tsdiak")), "status": "ambiguous"},
            "ЦГИА? f.558 op.1 d.5397 l.2 ?",
        ),
    ],
)
def test_shelfmark(changes: dict[str, Any], expected: str) -> None:
    assert columns.shelfmark(citation(**changes)) == expected


@pytest.mark.parametrize(
    ("edtf", "supplied", "expected"),
    [
        ("1917-12-27", (), "1917-12-27"),
        ("1917-12-27", ("year",), "[1917]-12-27"),
        ("1917-12", ("month", "day"), "1917-[12]"),
        ("../1920-05-05", ("year",), "../1920-05-05"),
        ("XXXX-12-27", (), "XXXX-12-27"),
    ],
)
def test_day(edtf: str, supplied: tuple[Any, ...], expected: str) -> None:
    record = Date(edtf=edtf, written="", supplied=supplied, calendar="julian", calendar_from="", gregorian="")
    assert columns.day(record) == expected


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_separated_values_come_back_as_they_were(name: str) -> None:
    documents = [document(title=value, description=value) for value in NASTY]
    text = rendered(documents, export.documents(), name)
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if name == "csv" else "\t"))
    assert [row["title"] for row in rows] == NASTY
    assert [row["description"] for row in rows] == NASTY
    assert "\r\n" not in text
    assert text.endswith("\n")


def test_csv_is_spelt_like_this() -> None:
    text = rendered([citation(text='a "b", c')], export.citations(), "csv")
    assert text == (
        "file,line,column,start,end,document,role,text,archive,archive_written,fond,opis,dela,sheets,extra,inherited,"
        "shelfmark,repairs,status,reason\n"
        'a.txt,3,1,5,20,9,source,"a ""b"", c",rgaspi,RTSKHIDNI,558,1,5397,2,,,rgaspi/558/1/5397/2,On. > Op.,resolved,\n'
    )


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_is_an_array_of_the_records(count: int) -> None:
    records = [document(title=value) for value in NASTY[:count]]
    text = rendered(records, export.documents(), "json")
    assert [Document.model_validate(one) for one in json.loads(text)] == records
    assert text.endswith("]\n")


def test_jsonl_is_one_record_a_line_whatever_the_reader_takes_for_a_line() -> None:
    records = [document(title=value) for value in NASTY]
    text = rendered(records, export.documents(), "jsonl")
    assert [Document.model_validate_json(line) for line in text.splitlines()] == records
    assert "from" in json.loads(text.splitlines()[0])


def test_json_has_no_character_that_a_terminal_obeys() -> None:
    risky = "".join(map(chr, [*range(1, 32), *range(0x7F, 0xA0), 0x200E, 0x202E, 0x2066, 0x2028, 0xFEFF]))
    line = structured.dumps({"a": risky})
    assert not set(risky) & set(line)
    assert json.loads(line) == {"a": risky}
    assert json.loads(structured.dumps({"a": "\ud800"})) == {"a": "\ud800"}


def test_records_are_streamed() -> None:
    def endless() -> Any:
        yield document()
        yield document()
        raise AssertionError("read ahead")

    for name in ("jsonl", "json", "csv", "tsv"):
        pieces = export.render(endless(), export.documents(), name)
        assert next(pieces)
        assert next(pieces)


@pytest.mark.parametrize("name", [name for name in export.formats() if name not in ("json", "jsonl", "csv", "tsv")])
def test_every_format_of_text_prints_the_rows(name: str) -> None:
    text = rendered([document(), document(number="10")], export.documents(), name)
    assert "5397" in text
    assert "10" in text
    assert text.endswith("\n")
    assert "\x1b" not in text


def test_formats_are_those_of_tabulate_and_ours() -> None:
    import tabulate

    assert set(export.formats()) == set(tabulate.tabulate_formats) | set(export.COMMON)
    assert len(export.formats()) == len(set(export.formats()))


@pytest.mark.parametrize("name", ["table", "plain"])
def test_plain_tables_neither_wrap_nor_draw_nor_change_numbers(name: str) -> None:
    record = document(number="1e3", authors=(Person(name="[/] " + "x" * 300, written="x"),))
    header, row = rendered([record], export.documents(), name).splitlines()
    assert row.startswith("1e3 ")
    assert "[/] " + "x" * 300 in row
    assert header.isascii() or "→" in header
    assert not set("─│|+-=") & set(header)


def test_markdown_keeps_cells_apart_and_markup_out() -> None:
    record = document(recipients=(Person(name="a|b *c* <d> [e](f) _g_ h_i F[runze]", written=""),))
    row = rendered([record], export.documents(), "markdown").splitlines()[2]
    assert r"a\|b \*c\* \<d\> [e]\(f) \_g\_ h_i F[runze]" in row


def test_wide_characters_are_measured() -> None:
    records = [document(number="日本"), document(number="9")]
    rows = rendered(records, export.documents(), "plain").splitlines()[1:]
    assert rows[0].index("[1917]") + 2 == rows[1].index("[1917]")


def test_an_unknown_format_is_answered_with_near_ones() -> None:
    with pytest.raises(UsageError, match="did you mean markdown"):
        export.render([], export.documents(), "markdwn")
    with pytest.raises(UsageError, match="known are table, plain"):
        export.check("zzzzzz")
