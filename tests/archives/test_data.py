"""The authority data itself."""

from __future__ import annotations

import re

import jsonschema
import pytest

from archcite.archives import Authority, check, load, schema
from archcite.archives.load import DATA

ENTRIES = load.packaged_entries()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


@pytest.mark.parametrize("id_", ENTRIES)
def test_entry_fits_the_schema(id_: str) -> None:
    assert ENTRIES[id_]["id"] == id_, "a file bears the id of its archive"
    schema.ArchiveEntry.model_validate(ENTRIES[id_])
    jsonschema.validate(ENTRIES[id_], schema.json_schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("table", "key", "model"),
    [
        ("fond-rules", "rule", schema.FondRuleEntry),
        ("confusions", "confusion", schema.ConfusionEntry),
        ("fonds", "fond", schema.FondEntry),
        ("cities", "city", schema.CityEntry),
    ],
)
def test_table_fits_the_schema(table: str, key: str, model: type) -> None:
    lines = load.toml(DATA / "tables" / f"{table}.toml")[key]
    assert lines
    for line in lines:
        model.model_validate(line)


def test_sources_fit_the_schema() -> None:
    for line in load.toml(DATA / "tables" / "sources.toml").values():
        schema.SourceEntry.model_validate(line)


def test_nothing_contradicts_anything(authority: Authority) -> None:
    """Refs are listed, relations have their other end, examples and variants lead home, collisions are declared."""
    assert list(check.problems(authority)) == []


def test_listed_cities_are_those_of_the_entries(authority: Authority) -> None:
    assert set(load.cities()) <= {archive.city_en for archive in authority}


def test_other_end_of_every_relation_is_seen(authority: Authority) -> None:
    for archive in authority:
        for relation in authority.relations(archive.id):
            if relation.direction != "within":
                far = authority.relations(relation.other)
                assert any(one.other == archive.id and one.kind == relation.kind for one in far)


def test_no_mark_is_missing(authority: Authority) -> None:
    for archive in authority:
        assert archive.mark.known in ("verified", "memory")
        for name in archive.names:
            assert name.mark.known in ("verified", "memory")


def test_garbles_are_reported(authority: Authority) -> None:
    for archive in authority:
        for variant in archive.variants:
            if variant.repair:
                match = authority.find(variant.form)
                assert match is not None
                assert match.repaired or len(match.ids) > 1, variant.form


def test_files_are_for_people() -> None:
    """One entry a file, of moderate size, no tabs, no line so long that it hides what it says."""
    for path in DATA.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert len(text) < 16_000
        assert "\t" not in text
        assert re.match(r"id = '", text)


@pytest.mark.parametrize("id_", [*list(ENTRIES)[::9], "rgaspi", "garf"])
def test_an_entry_can_be_taken_away(id_: str) -> None:
    left = {key: value for key, value in ENTRIES.items() if key != id_}
    authority = Authority(map(load.archive_of, left.values()))
    assert id_ not in authority
    for archive in authority:
        authority.relations(archive.id)
    for form in ("РГАСПИ", "ЦГИА", "ГАРФ", "РГАСПН", "Архив Президента Российской Федерации"):
        match = authority.find(form)
        assert match is None or id_ not in match.ids
