"""Pages are complete, in step with the program, and lead where they say."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import regex

ROOT = Path(__file__).resolve().parents[2]
examples: Any = sys.modules["docs_examples"]
generate: Any = sys.modules["docs_generate"]

PAGES = [*examples.pages(), ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", ROOT / "fixtures" / "README.md"]
LINK = regex.compile(r"\[[^\]\n]*+\]\((?P<to>[^)\s]++)\)")
FENCE = regex.compile(r"^(?P<fence>```+)[^\n]*\n.*?^(?P=fence)$", regex.M | regex.S)
HEADING = regex.compile(r"^#{1,6}\s(?P<title>.+)$", regex.M)


def prose(path: Path) -> str:
    """A page without its code."""
    return FENCE.sub("", path.read_text("utf-8"))


def anchors(path: Path) -> set[str]:
    """The names of its headings, as GitHub makes them."""
    titles = [match["title"] for match in HEADING.finditer(prose(path))]
    return {regex.sub(r"[^\p{L}\p{N} _-]", "", title.strip().casefold()).replace(" ", "-") for title in titles}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# links


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    text = regex.sub(r"`[^`\n]*+`", "", prose(path))
    for match in LINK.finditer(text):
        target, _, anchor = match["to"].partition("#")
        if regex.match(r"[a-z]+:", target):
            continue
        other = path if not target else (path.parent / target).resolve()
        assert other.exists(), f"{name(path)}: no {match['to']}"
        assert other.is_relative_to(ROOT), f"{name(path)}: {match['to']} leads out of the repository"
        if anchor:
            assert anchor in anchors(other), f"{name(path)}: {name(other)} has no heading #{anchor}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        path = ahead.pop()
        if path in reached or path.suffix != ".md" or not path.exists():
            continue
        reached.add(path)
        links = [match["to"].partition("#")[0] for match in LINK.finditer(prose(path))]
        ahead += [(path.parent / link).resolve() for link in links if not regex.match(r"[a-z]+:", link)]
    lost = [name(path) for path in PAGES if path not in reached and "README.md" not in path.name]
    assert not lost


# the reference


@pytest.mark.parametrize("page", list(generate.PAGES))
def test_the_reference_is_in_step(page: str) -> None:
    difference = generate.stale(page)
    assert not difference, f"write it with python docs/generate.py:\n{difference}"


def test_no_page_is_left_from_an_earlier_generator() -> None:
    made = {path.name for path in generate.REFERENCE.glob("*.md") if generate.MADE in path.read_text("utf-8")}
    assert made == set(generate.PAGES)


def commands() -> list[str]:
    import typer.main

    from archcite.cli.app import app

    group: Any = typer.main.get_command(app)
    return list(group.commands)


def used() -> set[str]:
    """The commands that examples use."""
    found = set()
    for path in examples.pages():
        for _, body in examples.read(path).blocks:
            words = " ".join(command for command, _ in examples.commands(body))
            found |= set(regex.findall(r"archcite ([a-z]+)", words))
    return found


def test_every_command_is_documented() -> None:
    reference = (generate.REFERENCE / "commands.md").read_text("utf-8")
    readme = prose(ROOT / "README.md") + prose(ROOT / "CHANGELOG.md")
    shown = used()
    for command in commands():
        assert f"\n## archcite {command}\n" in reference, command
        assert f"archcite {command}" in readme or command in shown, f"{command}: in no example"


def test_every_command_has_help_with_an_example() -> None:
    import typer.main

    from archcite.cli.app import app

    group: Any = typer.main.get_command(app)
    for command, made in group.commands.items():
        assert made.help, command
        takes = [parameter.name for parameter in made.params if parameter.param_type_name == "argument"]
        assert not takes or "archcite " + command in made.help, f"{command}: no example in its help"
        for parameter in made.params:
            assert parameter.help, f"{command}: {parameter.name} has no help"


def help_examples() -> list[Any]:
    import typer.main

    from archcite.cli.app import app

    group: Any = typer.main.get_command(app)
    return [
        line for made in group.commands.values() for line in regex.findall(r"^\s*(archcite .+)$", made.help, regex.M)
    ]


@pytest.mark.parametrize("line", help_examples())
def test_examples_of_the_help_are_accepted(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their paths stand for files that we put there; exit code 1 is a finding, 2 would be a wrong example."""
    letters = ROOT / "fixtures" / "letters"
    shutil.copytree(letters, tmp_path / "letters")
    shutil.copy(letters / "1923-correspondence.txt", tmp_path / "letters" / "1923.txt")
    shutil.copy(letters / "1917-12-27.txt", tmp_path / "pair.txt")
    monkeypatch.chdir(tmp_path)
    shell = examples.Shell()
    printed = shell.run(line)
    assert shell.status < 2, printed


def test_every_rule_is_documented() -> None:
    from archcite.rules.registry import rules

    reference = (generate.REFERENCE / "rules.md").read_text("utf-8")
    for rule in rules().values():
        assert f"\n## {rule.code} {rule.name}\n" in reference, rule.code
        assert len(rule.page.split("\n\n")) > 1, f"{rule.code}: its page is one line only"


def test_every_tradition_and_style_is_documented() -> None:
    from archcite import styles

    traditions = (generate.REFERENCE / "traditions.md").read_text("utf-8")
    for path in (ROOT / "archcite" / "notation" / "traditions").glob("*.toml"):
        data = tomllib.loads(path.read_text("utf-8"))
        if "levels" in data:
            assert f"\n## {data['title']}\n" in traditions, path.name
    reference = (generate.REFERENCE / "styles.md").read_text("utf-8")
    for style in styles.names():
        assert f"\n## {style}\n" in reference, style


def test_every_room_stands_in_the_architecture() -> None:
    text = (ROOT / "docs" / "explanation" / "architecture.md").read_text("utf-8")
    rooms = [path.name for path in (ROOT / "archcite").iterdir() if path.is_dir() and (path / "__init__.py").exists()]
    assert rooms
    for room in rooms:
        assert f"`{room}/`" in text, room


def test_every_name_of_the_public_interface_is_in_the_change_log() -> None:
    import archcite

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for one in archcite.__all__:
        assert one.endswith("Error") or f"archcite.{one}" in text, one


# the two lines of the README


def test_the_readme_has_the_two_lines() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    marked = regex.search(r"^<!-- test-line -->\n```\w*\n(?P<line>[^\n]+)\n```$", text, regex.M)
    assert marked is not None
    assert marked["line"].startswith("python3 -m venv .venv && ")
    assert marked["line"].endswith(" -m pytest")
    assert "[test]" in marked["line"]
    first = regex.search(r"^python3 -m venv \.venv && .*archcite list fixtures/$", text, regex.M)
    assert first is not None
    assert "\n" not in first.group()


def test_what_the_test_line_installs_is_what_the_tests_import() -> None:
    """Every module that a test file imports is archcite, the standard library, or comes with `.[test]`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = {regex.match(r"[\w-]+", one).group().casefold().replace("-", "_") for one in asked}  # type: ignore[union-attr]
    imported = set()
    for path in (ROOT / "tests").rglob("*.py"):
        imported |= set(regex.findall(r"^\s*(?:import|from)\s+(\w+)", path.read_text("utf-8"), regex.M))
    local = {path.stem for path in (ROOT / "tests").rglob("*.py")} | {"archcite"}
    missing = {one for one in imported - local - set(sys.stdlib_module_names) if one.casefold() not in names}
    assert not missing


# recipes


def test_the_rule_of_the_recipe_works() -> None:
    """The module in `add-a-rule.md` finds what its own page says, and passes the rest."""
    from types import ModuleType

    from archcite.archives import Authority
    from archcite.catalogue.build import Reader
    from archcite.transcript.reading import Text

    text = (ROOT / "docs" / "how-to" / "add-a-rule.md").read_text("utf-8")
    block = regex.search(r"^```python\n(?P<code>.*?)^```$", text, regex.M | regex.S)
    assert block is not None
    rule: Any = ModuleType("rule")
    exec(compile(block["code"], "add-a-rule.md", "exec"), rule.__dict__)
    reader = Reader(Authority.load())
    found, passes = rule.__doc__.split("Finds:")[1].split("Passes:")
    for part, expected in ((found, True), (passes, False)):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        assert lines
        for line in lines:
            assert bool(list(rule.check(reader.text(Text("example", line, "utf-8"))))) is expected, line
