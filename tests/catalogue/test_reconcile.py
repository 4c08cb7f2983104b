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
    if "present" in case:
        assert [h.present for h in found] == case["present"]
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
    for rule in reader.authority.rules():
        if Equation(rule, target, rule.mark).sure:
            assert (rule.mark.known, rule.mark.confidence) == ("verified", "high")


VERIFIED = """
[[rule]]
id = 'u1'
from = 'tskhdmo'
from_ref = 'ЦХДМО ф. {n}'
to = 'rgaspi'
to_ref = 'РГАСПИ ф. М-{n}'
rule = 'fond {n} -> fond М-{n}'
keeps = 'opis, delo, list'
known = 'verified'
refs = ['guide']
confidence = 'high'

[sources]
guide = { where = 'guide, p. 3', supports = 'every fond' }
"""


@pytest.mark.parametrize(("confidence", "merged"), [("high", True), ("medium", False)])
def test_a_rule_verified_by_the_user_merges(tmp_path, confidence, merged):
    path = tmp_path / "mine.toml"
    path.write_text(VERIFIED.replace("'high'", f"'{confidence}'"), "utf-8")
    reader = Reader(Authority.load(path))
    text = "РГАСПИ. Ф. М-1. Оп. 23. Д. 5. Л. 7. ЦХДМО. Ф. 1. Оп. 23. Д. 5. Л. 7."
    found = reconcile(reader.text(Text("x", text, "utf-8")).citations, reader.authority)
    assert len(found) == (1 if merged else 2)
    if merged:
        assert found[0].present == "РГАСПИ. Ф. М-1. Оп. 23. Д. 5. Л. 7"
        assert found[0].former == ("ЦХДМО. Ф. 1. Оп. 23. Д. 5. Л. 7",)
        assert (found[0].certainty, found[0].rule) == ("fond renumbered by rule u1 (verified: guide)", "u1")
    else:
        assert "verified, medium: guide" in {one.provenance for one in found[1].possible}


def test_a_rule_about_an_archive_that_was_taken_out_says_nothing():
    authority = Authority(archive for archive in Authority.load() if archive.id != "rgaspi")
    view = Reader(authority).text(Text("x", "ЦХДМО. Ф. 1. Оп. 23. Д. 5. Л. 7.", "utf-8"))
    [holding] = reconcile(view.citations, authority)
    assert (holding.shelfmark, holding.possible) == ("tskhdmo:1:23:5:7", ())


def test_citations_say_the_name_used_and_its_years(reader):
    [citation] = reader.reference("РЦХИДНИ. Ф. 17. Оп. 3. Д. 94. Л. 1")
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("РЦХИДНИ", "1991-10/1999-03")
    [citation] = reader.reference("RGASPI, f. 17, op. 3, d. 94")
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("РГАСПИ", "1999-03-15/..")
    [_, citation] = reader.text(
        Text("x", "ЦПА ИМЛ, ф. 17, оп. 3, д. 94. TsPA, f. 17, op. 3, d. 95.", "utf-8")
    ).citations
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("ЦПА", "1929/1991-10")
    [citation] = reader.reference("Архив КГБ Грузинской ССР. Ф. 1. Оп. 2. Д. 3")
    assert citation.archive is not None
    assert (citation.archive.name, citation.archive.years) == ("Архив КГБ Грузинской ССР", "1921/1991")
