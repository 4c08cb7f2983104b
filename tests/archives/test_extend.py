"""What a user adds to the authority file."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from archcite.archives import Authority, schema
from archcite.errors import DataError

ENTRY = """
id = 'gaio'
status = 'outline'
country = 'RU'
city = 'Irkutsk'
city_local = 'Иркутск'
lang = 'ru'
abbr = 'ГАИО'
abbr_lat = 'GAIO'
name = 'Государственный архив Иркутской области'
name_en = 'State Archive of Irkutsk Oblast'
examples = ['ГАИО', 'Государственного архива Иркутской области']
known = 'memory'

[[names]]
abbr = 'ГАИО'
name = 'Государственный архив Иркутской области'
current = true
known = 'memory'
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_archive_is_added(tmp_path: Path) -> None:
    authority = Authority.load(write(tmp_path, ENTRY))
    match = authority.find("ГАИО")
    assert match is not None
    assert match.id == "gaio"
    assert authority.find("GAIO") is not None
    assert authority.get("gaio").city("en") == "Irkutsk"
    assert len(authority) == len(Authority.load()) + 1


def test_a_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path, ENTRY, "gaio.toml")
    write(tmp_path, "[[variants]]\narchive = 'rgaspi'\nknown = 'memory'\nabbr = ['ARSPH']\n", "more.toml")
    authority = Authority.load(tmp_path)
    assert "gaio" in authority
    match = authority.find("ARSPH")
    assert match is not None
    assert match.id == "rgaspi"
    assert match.name_index == 0


def test_an_entry_is_corrected(tmp_path: Path) -> None:
    packaged = Path(schema.__file__).parent / "data" / "rgva.toml"
    text = packaged.read_text(encoding="utf-8").replace("city = 'Moscow'", "city = 'Moskva'")
    authority = Authority.load(write(tmp_path, text))
    assert authority.get("rgva").city("en") == "Moskva"
    assert len(authority) == len(Authority.load())


def test_rules_and_sources_are_added(tmp_path: Path) -> None:
    text = """
[[rule]]
id = 'u1'
from = 'tskhidk'
from_ref = 'ЦХИДК ф. {n}'
to = 'rgva'
to_ref = 'РГВА ф. {n}к'
rule = 'fond {n} -> fond {n}к'
known = 'verified'
refs = ['my-guide']

[sources]
my-guide = { where = 'guide, p. 5', supports = 'the letter к' }
"""
    authority = Authority.load(write(tmp_path, text))
    assert "u1" in {rule.id for rule in authority.rules("rgva")}
    assert authority.sources()["my-guide"].where == "guide, p. 5"


RULE = """
[[rule]]
id = 'u1'
from = 'tskhidk'
from_ref = 'ЦХИДК ф. {n}'
to = 'rgva'
to_ref = 'РГВА ф. {n}к'
rule = 'fond {n} -> fond {n}к'
known = 'memory'
"""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (RULE.replace("'tskhidk'", "'nowhere'"), ["mine.toml", "u1", "nowhere"]),
        (RULE.replace("'u1'", "'t01'"), ["mine.toml", "t01", "taken"]),
        (RULE.replace("-> fond {n}к", "-> fond {m}к"), ["mine.toml", "u1", "{m}"]),
        (RULE.replace("fond {n} ->", "fond {n ->"), ["mine.toml", "u1", "pattern"]),
        (RULE.replace("to_ref", "to_reff"), ["mine.toml", "rule u1", "to_ref"]),
        (ENTRY.replace("known = 'memory'", "known = 'certain'", 1), ["mine.toml", "archive gaio", "known"]),
        (ENTRY.replace("known = 'memory'", "known = 'verified'", 1), ["archive gaio", "refs"]),
        (ENTRY.replace("city = 'Irkutsk'", "town = 'Irkutsk'"), ["archive gaio", "city"]),
        (ENTRY.replace("current = true", "from = '1999'\nto = '1920'"), ["gaio", "begins"]),
        (ENTRY.replace("current = true", "from = '12.03.1920'"), ["gaio", "names.0.from"]),
        (ENTRY.replace("'ГАИО', 'Гос", "'ГАРФ', 'Гос"), ["gaio", "ГАРФ", "garf"]),
        (
            ENTRY.replace("'ГАИО'", "'РГАСПИ'").replace("examples = ['РГАСПИ', ", "examples = ["),
            ["gaio", "РГАСПИ", "rgaspi"],
        ),
        (ENTRY + "refs = ['nowhere']\n", ["gaio", "nowhere"]),
        ("[[variants]]\narchive = 'nowhere'\nknown = 'memory'\nabbr = ['X']\n", ["mine.toml", "nowhere"]),
        (
            "[[variants]]\narchive = 'rgaspi'\nknown = 'memory'\nabbr = ['ГАРФ']\n",
            ["rgaspi", "ГАРФ", "shared_with"],
        ),
        ("[[rules]]\n", ["mine.toml", "rules", "rule"]),
        ("archive = 'x'\n", ["mine.toml", "[[archive]]"]),
        ("archive = ['x']\n", ["mine.toml", "[[archive]]"]),
        ("rule = [1]\n", ["mine.toml", "[[rule]]"]),
        ("sources = 3\n", ["mine.toml", "[sources]"]),
        (
            "[[confusion]]\nid = 'c01'\nkind = 'near-miss'\nforms = ['ЯЯ']\ncandidates = ['garf']\nadvice = 'x'\nknown = 'memory'\n",
            ["mine.toml", "c01", "taken"],
        ),
        ("id = \n", ["mine.toml", "TOML"]),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, says: list[str]) -> None:
    with pytest.raises(DataError) as error:
        Authority.load(write(tmp_path, text))
    for word in says:
        assert word in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.toml"):
        Authority.load(tmp_path / "none.toml")


def test_the_schema_is_published() -> None:
    jsonschema.Draft202012Validator.check_schema(schema.json_schema())
    jsonschema.Draft202012Validator.check_schema(schema.user_json_schema())
