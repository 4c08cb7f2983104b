"""Documents found in texts: each case is a small text with the expected record beside it.

To add a case, put `NAME.txt`, `NAME.md` or `NAME.html` (or a folder `NAME/` of several files) and `NAME.toml` into
`cases/documents/`; no code is needed. Only what the expectation gives is compared:

    encoding = "cp866"     the codec that the file is read with
    furniture = ["…"]      lines of the text that must not belong to any document
    sources, body, …       see FIELDS; "" stands for a null, `document = []` for a text without any document
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.catalogue.pairs import pair
from archcite.transcript.markup import page_of
from archcite.transcript.reading import SUFFIXES, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from archcite.model import Document

CASES = Path(__file__).parent / "cases" / "documents"


def _known_failure(case: Path) -> Any:
    reason = tomllib.loads(case.read_text("utf-8")).get("xfail")
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(case, id=case.stem, marks=marks)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Authority.load())


FIELDS: dict[str, Callable[[Document], object]] = {
    "number": lambda d: d.number or "",
    "line": lambda d: d.line,
    "end_line": lambda d: d.end_line,
    "title": lambda d: d.title or "",
    "kind": lambda d: d.kind or "",
    "authors": lambda d: [person.name for person in d.authors],
    "recipients": lambda d: [person.name for person in d.recipients],
    "date": lambda d: "" if d.date is None else d.date.edtf,
    "supplied": lambda d: [] if d.date is None else list(d.date.supplied),
    "place": lambda d: d.place or "",
    "description": lambda d: d.description or "",
    "source": lambda d: "" if d.source is None else _flat(d.source.text),
    "shelfmark": lambda d: "" if d.source is None else d.source.shelfmark or "",
    "notes": lambda d: len(d.notes),
    "markers": lambda d: [note.marker for note in d.notes],
    "signature": lambda d: _flat(d.signature or ""),
    "publications": lambda d: [book.title for book in d.publications],
    "pair": lambda d: "" if d.pair is None else d.pair.rpartition("/")[2].rpartition("#")[2],
    "pair_file": lambda d: "" if d.pair is None else _within_case(d.pair.rpartition("#")[0]),
    "books": lambda d: [
        {k: list(v) if k == "compilers" else v for k, v in book.model_dump(exclude={"written"}).items() if v}
        for book in d.publications
    ],
    "text": lambda d: _flat(d.body.text),
    "note_texts": lambda d: [_flat(note.text) for note in d.notes],
    "repeated": lambda d: len(d.repeated),
    "doubtful": lambda d: bool(d.doubts),
    "doubts": lambda d: list(d.doubts),
    "genre": lambda d: d.genre or "",
    "others": lambda d: [person.name for person in d.others],
    "breaks_off": lambda d: d.breaks_off,
}


def _within_case(path: str) -> str:
    return path.partition("/cases/documents/")[2].partition("/")[2]


def _flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", [_known_failure(path) for path in sorted(CASES.glob("*.toml"))])
def test_documents(case: Path, reader: Reader) -> None:
    expected = tomllib.loads(case.read_text("utf-8"))
    folder = case.with_suffix("")
    every = folder.rglob("*") if folder.is_dir() else [case.with_suffix(suffix) for suffix in SUFFIXES]
    files = sorted(path for path in every if path.suffix in SUFFIXES and path.exists())
    views = [reader.file(str(path)) for path in files]
    documents = pair(views)
    wanted = expected["document"]
    found_titles = [d.title or d.body.text[:40] for d in documents]
    assert len(found_titles) == len(wanted), found_titles
    wrong = []
    for document, fields in zip(documents, wanted, strict=True):
        for name, value in fields.items():
            if name == "body":
                found: object = [
                    _flat(document.body.text)[: len(value[0])],
                    _flat(document.body.text)[-len(value[1]) :],
                ]
            elif name == "sources":
                view = next(view for view in views if view.text.file == document.file)
                found = [
                    _flat(c.text)
                    for c in view.citations
                    if c.role == "source" and document.line <= c.line <= document.end_line
                ]
            else:
                found = FIELDS[name](document)
            if found != value:
                wrong.append(f"{document.id.rpartition('/')[2]} {name}: {found!r}, not {value!r}")
    if "encoding" in expected and {view.text.encoding for view in views} != {expected["encoding"]}:
        wrong.append(f"encoding {views[0].text.encoding}")
    furniture = {line.text for view in views for line in view.furniture}
    wrong += [f"not furniture: {line!r}" for line in expected.get("furniture", ()) if line not in furniture]
    assert not wrong, "\n".join(wrong)
    _nothing_lost(views)


def _nothing_lost(views: list[Any]) -> None:
    """Every line with text belongs to one document or to the furniture, and to one of them only."""
    for view in views:
        if page_of(view.text.text, view.text.file) is not None:
            continue  # lines of tags alone show nothing
        held = [line.number for record in view.records for line in record.segment.lines]
        held += [line.number for line in view.furniture]
        starts = view.text.line_starts()
        ends = [*starts[1:], len(view.text.text)]
        every = [n for n, (a, b) in enumerate(zip(starts, ends, strict=True), 1) if view.text.text[a:b].strip()]
        assert sorted(set(held)) == every


HOSTILE = {
    "bars": "a   |   " * 30,
    "marks of Markdown": "*_" * 300,
    "labels without end": "Архив:\n" * 5_000,
    "numbers": "".join(f"No. {n}\n" for n in range(5_000)),
    "shelfmarks": "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1.\n" * 2_000,
    "dates": "".join(f"May {n}, 1922\n" for n in range(2_000)),
    "one long line": "a " * 500_000,
    "space": " " * 500_000 + "\n" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_hold_no_document(text: str, reader: Reader) -> None:
    view = reader.text(Text("x", text, "utf-8"))
    assert not view.documents
    _nothing_lost([view])
