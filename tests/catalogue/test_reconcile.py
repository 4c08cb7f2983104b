"""Reconciling old and new archive names."""

import tomllib
from pathlib import Path

import pytest

from archcite.archives import Authority
from archcite.catalogue.build import Reader
from archcite.catalogue.reconcile import reconcile
from archcite.transcript.reading import Text

CASES = tomllib.loads((Path(__file__).parent / "reconcile.toml").read_text("utf-8"))["case"]


@pytest.fixture(scope="module")
def reader():
    return Reader(Authority.load())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_holdings(reader, case):
    view = reader.text(Text("x", case["text"], "utf-8"))
    found = reconcile(view.citations, reader.authority)
    assert [[h.shelfmark, len(h.witnesses), h.certainty] for h in found] == case["holdings"]
    assert [p.shelfmark for h in found for p in h.possible] == case.get("possible", [])
    if "former" in case:
        assert list(found[0].former) == case["former"]


def test_every_witness_is_kept(reader):
    text = "РЦХИДНИ. Ф. 17. Оп. 3. Д. 94. Л. 1. Там же. Л. 2. РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1."
    view = reader.text(Text("x", text, "utf-8"))
    written = sorted(w.written for h in reconcile(view.citations, reader.authority) for w in h.witnesses)
    assert written == sorted(c.text for c in view.citations)


def test_no_rule_from_memory_is_sure(reader):
    from archcite.catalogue.equations import Equation, Levels

    target = Levels("rgaspi", "1", "1", ("1",))
    sure = [rule.id for rule in reader.authority.rules() if Equation(rule, target).sure]
    assert all(next(r for r in reader.authority.rules() if r.id == id_).mark.known == "verified" for id_ in sure)


def test_citations_say_the_name_used_and_its_years(reader):
    [citation] = reader.reference("РЦХИДНИ. Ф. 17. Оп. 3. Д. 94. Л. 1")
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("РЦХИДНИ", "1991-10/1999-03")
    [citation] = reader.reference("RGASPI, f. 17, op. 3, d. 94")
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("РГАСПИ", "1999-03-15/..")
