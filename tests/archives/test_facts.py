"""The packaged data against the facts they were made from: nothing lost, nothing invented, no mark lost.

The facts lie beside a checkout and not in the package; without them these tests are skipped. What the facts hold
twice (both ends of a relation) or derive by a scheme stands once here or is computed, and is compared as computed.
"""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from archcite.archives import Authority, Mark
from archcite.archives.keys import letters

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts"

pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason="the facts do not lie beside this checkout")


def facts(name: str) -> Any:
    path = FACTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


OWN: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "cases" / "own-forms.toml").read_text("utf-8"))
ARCHIVES: dict[str, dict] = {archive["id"]: archive for archive in facts("archives")}


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


def mark(source: dict) -> Mark:
    return Mark(source["status"], tuple(source["refs"]), source["confidence"])


def test_no_entry_left_behind(authority: Authority) -> None:
    assert {archive.id for archive in authority} == set(ARCHIVES)


@pytest.mark.parametrize("id_", ARCHIVES)
def test_entry(authority: Authority, id_: str) -> None:
    mine, fact = authority.get(id_), ARCHIVES[id_]
    assert (mine.country, mine.city_en, mine.city_local) == (
        fact["country"],
        fact["city"],
        fact["city_local"],
    )
    assert (mine.status, mine.lang, mine.notes) == (fact["status"], fact["lang"], fact["notes"])
    assert (mine.name_local, mine.name_en) == (fact["name_local"], fact["name_en"])
    assert (mine.abbr_cyr, mine.abbr_lat) == (fact["abbr_cyr"], fact["abbr_lat"])
    assert mine.mark == mark(fact["source"])


@pytest.mark.parametrize("id_", ARCHIVES)
def test_names(authority: Authority, id_: str) -> None:
    mine = authority.get(id_).names
    assert len(mine) == len(ARCHIVES[id_]["names"])
    for name, fact in zip(mine, ARCHIVES[id_]["names"], strict=True):
        assert (name.name, name.lang, name.abbr) == (fact["name"], fact["lang"], fact["abbr"])
        assert (name.from_, name.to, name.current) == (fact["from"], fact["to"], fact["current"])
        assert (name.date_note, name.note, name.mark) == (
            fact["date_note"],
            fact["note"],
            mark(fact["source"]),
        )
        if fact["translit"] is not None:
            assert name.translit() == fact["translit"]


def variant_key(form: str, kind: str, of: str | None, note: str | None, source: Mark) -> tuple:
    return form, kind, of, note, source


@pytest.mark.parametrize("id_", ARCHIVES)
def test_variants(authority: Authority, id_: str) -> None:
    archive = authority.get(id_)
    mine = Counter(variant_key(v.form, v.kind, v.of, v.note, v.mark) for v in archive.variants)
    given = Counter(
        variant_key(v["form"], v["kind"], v["of"], v["note"], mark(v["source"])) for v in ARCHIVES[id_]["variants"]
    )
    lost = [key for key in given - mine if key[4].known != "derived"]
    assert not lost
    # beside the facts stand only the official abbreviations of the names, which the facts hold as names, and own forms
    official = {variant_key(name.abbr or "", "abbr-official", name.abbr, None, name.mark) for name in archive.names}
    beside = set(mine - given) - official
    assert {key[0] for key in beside} == set(OWN.get(id_, ()))
    assert all(key[4].known == "memory" for key in beside)
    assert all(v["scheme"] is None for v in ARCHIVES[id_]["variants"] if v["source"]["status"] != "derived")


@pytest.mark.parametrize("id_", ARCHIVES)
def test_what_a_rule_derives_is_found_without_being_stored(authority: Authority, id_: str) -> None:
    for fact in ARCHIVES[id_]["variants"]:
        match = authority.find(fact["form"])
        assert match is not None, fact["form"]
        assert id_ in match.ids, fact["form"]
        if fact["kind"].startswith(("garble", "wrong")) and match.id:
            assert match.repaired, fact["form"]


def script(form: str) -> str:
    found = {unicodedata.name(char).split()[0] for char in form if char.isalpha()} - {"MODIFIER"}
    short = {"CYRILLIC": "Cyrl", "LATIN": "Latn", "GEORGIAN": "Geor", "ARMENIAN": "Arme"}
    return short[found.pop()] if len(found) == 1 else "mixed"


@pytest.mark.parametrize("id_", ARCHIVES)
def test_keys_and_scripts_are_computed(id_: str) -> None:
    for fact in ARCHIVES[id_]["variants"]:
        if fact["script"] not in ("Geor", "Arme") and "Қ" not in fact["form"]:
            assert letters(fact["form"]) == fact["key"]
        assert script(fact["form"]) == fact["script"], fact["form"]


# Both archives bear it, though the facts do not say so.
UNDECLARED = {"DAChO"}


@pytest.mark.parametrize("id_", ARCHIVES)
def test_ambiguity(authority: Authority, id_: str) -> None:
    declared: dict[str, set[str]] = {}
    for confusion in authority.confusions():
        if confusion.kind == "ambiguous-abbreviation":
            for form in confusion.forms:
                declared.setdefault(letters(form), set()).update(confusion.candidates)
    for fact in ARCHIVES[id_]["variants"]:
        others = set(fact["ambiguous_with"])
        match = authority.find(fact["form"])
        assert match is not None
        assert {id_} | others <= set(match.ids), fact["form"]
        listed = fact["source"]["status"] != "derived" and fact["form"] not in UNDECLARED
        if listed and not others and not match.repaired:
            assert match.ids == (id_,), fact["form"]
        assert fact["unsafe_alone"] == (len(fact["key"]) <= 3 or bool(others))


@pytest.mark.parametrize("id_", ARCHIVES)
def test_relations(authority: Authority, id_: str) -> None:
    mine = Counter(
        (r.kind, r.direction, r.other, r.from_abbr, r.to_abbr, r.date, r.date_text, r.note, r.mark)
        for r in authority.relations(id_)
    )
    keys = ("kind", "direction", "other", "from_abbr", "to_abbr", "date", "date_text", "note")
    given = Counter((*(r[key] for key in keys), mark(r["source"])) for r in ARCHIVES[id_]["relations"])
    assert mine == given


@pytest.mark.parametrize("id_", ARCHIVES)
def test_fond_rules(authority: Authority, id_: str) -> None:
    keys = (
        "id",
        "from_archive",
        "from_ref",
        "to_archive",
        "to_ref",
        "date",
        "date_text",
        "rule",
        "keeps",
        "note",
    )
    mine = [(*(getattr(rule, key) for key in keys), rule.mark) for rule in authority.rules(id_)]
    given = [(*(rule[key] for key in keys), mark(rule["source"])) for rule in ARCHIVES[id_]["transfers"]]
    assert sorted(mine, key=str) == sorted(given, key=str)


@pytest.mark.parametrize("id_", ARCHIVES)
def test_identifiers_and_confusions(authority: Authority, id_: str) -> None:
    fact = ARCHIVES[id_]
    mine = [(one.scheme, one.value, one.note, one.mark) for one in authority.get(id_).identifiers]
    assert mine == [(one["scheme"], one["value"], one["note"], mark(one["source"])) for one in fact["identifiers"]]
    assert {one.id for one in authority.confusions(id_)} == {one["id"] for one in fact["confusions"]}


def test_confusions(authority: Authority) -> None:
    mine = [(c.id, c.kind, c.forms, c.candidates, c.advice, c.mark) for c in authority.confusions()]
    given = [
        (c["id"], c["kind"], tuple(c["forms"]), tuple(c["candidates"]), c["advice"], mark(c["source"]))
        for c in facts("confusions")
    ]
    assert mine == given


def test_fonds(authority: Authority) -> None:
    keys = ("fond", "fond_ascii", "prefix", "number", "suffix", "title_ru", "title_en", "former", "note")
    mine = [(f.archive, *(getattr(f, k) for k in keys), f.aliases, f.mark) for f in authority.fonds()]
    given = [(f["archive_id"], *(f[k] for k in keys), tuple(f["aliases"]), mark(f["source"])) for f in facts("fonds")]
    assert mine == given


def test_sources(authority: Authority) -> None:
    mine = {one.id: (one.where, one.supports) for one in authority.sources().values()}
    assert mine == {id_: (one["where"], one["supports"]) for id_, one in facts("sources").items()}
