"""Filters, sorting and the bounds of dates. The cases stand in query.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import FileView, Reader
from archcite.catalogue.query import Query, archives_named, bounds, citation_key, document_key, natural
from archcite.errors import UsageError
from archcite.transcript.reading import Text

CASES = tomllib.loads((Path(__file__).parent / "query.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(Authority.load())


@pytest.fixture(scope="module")
def view(reader: Reader) -> FileView:
    return reader.text(Text("letters.txt", CASES["text"], "utf-8"))


def _query(reader: Reader, case: dict[str, Any]) -> Query:
    ids, written = archives_named(case["archive"], reader.authority) if "archive" in case else (None, None)
    levels = {name: case.get(name) for name in ("fond", "opis", "delo", "since", "until", "person")}
    return Query(ids, written, **levels, text=case.get("text_"))


@pytest.mark.parametrize("case", CASES["filter"], ids=lambda case: case["name"])
def test_filter(case: dict[str, Any], reader: Reader, view: FileView) -> None:
    query = _query(reader, case)
    assert [d.number for d in view.documents if query.document(d)] == case["kept"]


@pytest.mark.parametrize("case", CASES["sort"], ids=lambda case: case["key"])
def test_sort(case: dict[str, Any], view: FileView) -> None:
    backwards = view.documents[::-1]
    backwards.sort(key=document_key(case["key"]))  # type: ignore[arg-type]
    assert [d.number for d in backwards] == case["order"]


@pytest.mark.parametrize(("edtf", "days"), CASES["bounds"].items())
def test_bounds(edtf: str, days: list[str]) -> None:
    assert list(bounds(edtf)) == days


@pytest.mark.parametrize("edtf", CASES["no_bounds"]["dates"])
def test_no_bounds(edtf: str) -> None:
    with pytest.raises(UsageError):
        bounds(edtf)


def test_citations_are_kept_by_their_own_levels(reader: Reader, view: FileView) -> None:
    query = _query(reader, {"fond": "R-130"})
    kept = [c for c in view.citations if query.citation(c, None)]
    assert [c.role for c in kept] == ["note"]


def test_citations_are_kept_by_the_date_of_their_document(reader: Reader, view: FileView) -> None:
    query = _query(reader, {"until": "1918-12-31"})
    kept = [c.document for c, document in view.cited() if query.citation(c, document)]
    assert kept == ["9", "9"]


def test_citations_sort(view: FileView) -> None:
    by_shelfmark = sorted(view.citations, key=citation_key("shelfmark"))  # type: ignore[arg-type,type-var]
    assert [c.fond for c in by_shelfmark] == ["04", "R-130", "2", "76", "558"]


def test_unknown_sort_key() -> None:
    with pytest.raises(UsageError, match="--sort size: expected one of date"):
        document_key("size")


def test_natural_order() -> None:
    assert sorted(["Д. 10", "Д. 9", "д. 1"], key=natural) == ["д. 1", "Д. 9", "Д. 10"]
