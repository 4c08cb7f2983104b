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
        ('# one\n  selct = ["C"]', r"archcite.toml:2:3: unknown key 'selct'; did you mean 'select'\? known keys are"),
        ('select = "C"', r"archcite.toml:1:1: select is 'C'; expected a list of strings"),
        ("select = [5]", "expected a list of strings"),
        (
            '\n[severity]\nC001 = "fatal"',
            r"archcite.toml:3:1: severity: 'C001' is 'fatal'; expected one of error, warning",
        ),
        ('severity = { C001 = "fatal" }', r"archcite.toml:1:14: severity: 'C001'"),
        ('[per-file-ignores]\n"a/*.txt" = "C"', r"archcite.toml:2:1: per-file-ignores: 'a/\*.txt' is 'C'"),
        ('pairs = ["ru"]', r"archcite.toml:1:1: pairs is \['ru'\]; expected the folder of originals"),
        ('[severitty]\nC001 = "error"', r"archcite.toml:1:1: unknown key 'severitty'; did you mean 'severity'"),
    ],
)
def test_mistakes_are_named(tmp_path, text, says):
    (tmp_path / "archcite.toml").write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=says):
        load(tmp_path)


def test_in_pyproject_the_place_is_that_of_the_file(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.archcite]\nselct = []\n', "utf-8")
    with pytest.raises(ConfigError, match=r"pyproject.toml:5:1: unknown key 'selct'"):
        load(tmp_path)
    (tmp_path / "pyproject.toml").write_text("[tool]\narchcite = 5\n", "utf-8")
    with pytest.raises(ConfigError, match="expected a table"):
        load(tmp_path)


def test_settings_of_rules(tmp_path):
    (tmp_path / "archcite.toml").write_text(
        'select = ["C"]\nignore = ["C007"]\npaths = ["letters"]\npairs = ["orig", "trans"]\nbaseline = "b.json"\n'
        '[per-file-ignores]\n"a/**" = ["C001"]\n[severity]\nC002 = "note"\n',
        "utf-8",
    )
    settings = load(tmp_path)
    assert settings.select == ["C"]
    assert settings.ignore == ["C007"]
    assert settings.paths == ["letters"]
    assert settings.pairs == ("orig", "trans")
    assert settings.baseline == tmp_path / "b.json"
    assert settings.per_file_ignores == {"a/**": ["C001"]}
    assert settings.severity == {"C002": "note"}
    assert settings.folder == tmp_path
