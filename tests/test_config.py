"""The project's configuration, and the archives that it adds."""

import pytest

from archcite.archives import Authority
from archcite.config import load
from archcite.errors import ConfigError

OWN = """
[[archive]]
id = 'xyz-own'
status = 'outline'
country = 'RU'
city = 'Nowhere'
city_local = 'Нигде'
lang = 'ru'
abbr = 'ЩЪЫАР'
abbr_lat = 'SHCHAR'
name = 'Щъыйский архив'
name_en = 'Archive of Nowhere'
examples = ['ЩЪЫАР']
known = 'memory'

[[archive.names]]
abbr = 'ЩЪЫАР'
name = 'Щъыйский архив'
current = true
known = 'memory'
"""


def test_no_configuration(tmp_path):
    assert load(tmp_path).archives is None


def test_nearest_parent_wins(tmp_path):
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "archcite.toml").write_text('archives = "own.toml"\n', "utf-8")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert load(deep).archives == tmp_path / "own.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.archcite]\n", "utf-8")
    assert load(deep).archives is None


def test_own_archive_is_known(tmp_path):
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    (tmp_path / "archcite.toml").write_text('archives = "own.toml"\n', "utf-8")
    authority = Authority.load(load(tmp_path).archives)
    match = authority.find("ЩЪЫАР")
    assert match is not None
    assert match.id == "xyz-own"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('archive = "own.toml"', "did you mean 'archives'"),
        ('colour = "red"', "known keys are archives"),
        ("archives = 5", "expected a string"),
        ('archives = "missing.toml"', "does not exist"),
        ("archives = ", "archcite.toml"),
        ('abbreviations = "x"', "expected a table"),
        ("[abbreviations]\nx = 5", "expected the id"),
    ],
)
def test_mistakes_are_named(tmp_path, text, says):
    (tmp_path / "archcite.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=says):
        load(tmp_path)
