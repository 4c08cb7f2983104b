"""Writes the pages of docs/reference/ from the program itself.

    python docs/generate.py            write the pages
    python docs/generate.py --check    print what is stale, exit 1 if anything is

What a page says stands once, in the code or the data: help texts in `archcite/cli/`, descriptions of fields in
`archcite/model.py`, docstrings of rules and styles, the tables of the traditions. Change it there and run this.
Nothing that differs from one installed library to the next is written.
"""

from __future__ import annotations

import difflib
import inspect
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
MADE = "<!-- Written by docs/generate.py: change the program or its data, not this page. -->"


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def table(headers: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table and the empty line behind it."""
    headers = list(headers)
    yield f"| {' | '.join(headers)} |"
    yield f"|{'---|' * len(headers)}"
    for row in rows:
        yield f"| {' | '.join(cell(value) for value in row)} |"
    yield ""


def prose(docstring: str) -> Iterator[str]:
    """A docstring as Markdown: indented lines are a block of their own, a line such as `Finds:` stands in bold."""
    fenced = False
    lines = inspect.cleandoc(docstring).splitlines()
    for index, line in enumerate(lines):
        indented = line.startswith("    ")
        if indented and not fenced:
            if index and lines[index - 1].strip():
                yield ""
            yield "```text"
            fenced = True
        elif fenced and not indented:
            following = next((other for other in lines[index:] if other.strip()), "")
            if line.strip() or not following.startswith("    "):
                yield "```"
                fenced = False
                if line.strip():
                    yield ""
        if indented:
            yield line[4:]
        elif line.endswith(":") and " " not in line and line.strip():
            yield f"**{line}**"
        else:
            yield line
    if fenced:
        yield "```"
    yield ""


# commands


def commands() -> Iterator[str]:
    """Every command with its arguments and options, from the command line itself."""
    import typer.main

    from archcite.cli.app import app

    group: Any = typer.main.get_command(app)
    yield "# Commands"
    yield ""
    yield from prose(group.help)
    yield "`archcite --version` prints the version; `archcite COMMAND --help` prints what stands here."
    yield ""
    yield "## Exit codes"
    yield ""
    yield from table(
        ["code", "meaning"],
        [
            ["0", "fine"],
            ["1", "`validate` found something"],
            ["2", "a usage error, or some input could not be read (the other inputs are still done)"],
        ],
    )
    for name, command in group.commands.items():
        yield f"## archcite {name}"
        yield ""
        yield from _command(name, command)


def _command(name: str, command: Any) -> Iterator[str]:
    text, examples = (command.help or "").replace("\b\n", ""), ""  # click's mark for lines that stay apart
    for mark in ("Examples:", "Example:"):
        before, found, after = text.partition(mark)
        if found:
            text, examples = before, after
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    usage = " ".join(p.metavar or p.name.upper() for p in arguments)
    yield f"`archcite {name}{' [OPTION]...' if options else ''}{' ' + usage if usage else ''}`"
    yield ""
    yield from prose(text.strip())
    if arguments:
        rows = [[f"`{p.metavar or p.name.upper()}`", p.help or ""] for p in arguments]
        yield from table(["argument", "what it is"], rows)
    if options:
        yield from table(
            ["option", "what it does", "default"], [[_spelling(p), p.help or "", _default(p)] for p in options]
        )
    if examples:
        yield "```text"
        yield from (line.strip() for line in examples.strip().splitlines())
        yield "```"
        yield ""


def _spelling(option: Any) -> str:
    value = "" if option.is_flag else f" {option.metavar or option.name.upper()}"
    names = [*sorted(option.opts, key=lambda name: not name.startswith("--")), *option.secondary_opts]
    return ", ".join(f"`{name}{value if name.startswith('--') else ''}`" for name in names)


def _default(option: Any) -> str:
    if option.is_flag or option.default is None:
        return ""
    return f"`{option.default}`"


# records


def records() -> Iterator[str]:
    """The fields of everything that `json` and `jsonl` hold, from the models."""
    from archcite import model
    from archcite.rules.finding import Finding

    yield "# Records"
    yield ""
    yield (
        "What `--format json` and `jsonl` hold, field by field. `archcite schema` prints the same as a JSON Schema, "
        "for a whole catalogue; [The output contract](../explanation/output-contract.md) says what the values mean."
    )
    yield ""
    yield "Offsets are code points of the decoded text, `end` exclusive; lines and columns count from 1."
    yield ""
    made: list[tuple[str, Any]] = [
        ("`archcite list` prints one a document.", model.Document),
        ("`archcite list --citations` and `archcite parse` print one a reference.", model.Citation),
        ("", model.CitedArchive),
        ("", model.Extra),
        ("", model.Repair),
        ("", model.Person),
        ("", model.Date),
        ("", model.Body),
        ("", model.Note),
        ("", model.Repeated),
        ("", model.CrossReference),
        ("", model.Publication),
        ("`archcite list --merge` prints one a document, with all its witnesses.", model.Merged),
        ("`archcite.read` returns one.", model.Catalogue),
        ("", model.Archive),
        ("", model.ArchiveName),
        ("", model.Skipped),
        ("`archcite reconcile` prints one a shelfmark.", model.Holding),
        ("", model.Possible),
        ("", model.Witness),
    ]
    for where, kind in made:
        yield f"## {kind.__name__}"
        yield ""
        yield from prose(inspect.getdoc(kind) or "")
        if where:
            yield where
            yield ""
        schema = kind.model_json_schema(mode="serialization", by_alias=True)
        yield from table(
            ["field", "value", "meaning"],
            [
                [f"`{name}`", _value(one, schema.get("$defs", {})), one.get("description", "")]
                for name, one in schema["properties"].items()
            ],
        )
    yield "## Finding"
    yield ""
    yield from prose(inspect.getdoc(Finding) or "")
    yield "`archcite validate` prints one a problem."
    yield ""
    hints = inspect.get_annotations(Finding)
    yield from table(["field", "value"], [[f"`{name}`", _python(str(hint))] for name, hint in hints.items()])


def _value(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    """A JSON Schema in words: `string or null`, `list of Person`, `"julian" or "gregorian"`."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})" if defs.get(name, {}).get("type") == "object" else name
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return " or ".join(dict.fromkeys(_value(one, defs) for one in schema[key]))
    if len(schema.get("allOf", ())) == 1:
        return _value(schema["allOf"][0], defs)
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    match schema.get("type"):
        case "array":
            return f"list of {_value(schema.get('items', {}), defs)}"
        case "object":
            return f"object of {_value(schema.get('additionalProperties') or {}, defs)}"
        case str(name):
            return name
    return "any"


def _python(hint: str) -> str:
    return {"str": "string", "int": "integer", "Severity": "`error`, `warning`, `note`"}.get(hint, hint)


# rules, traditions, styles, formats


def rules() -> Iterator[str]:
    """The page of every rule, from its docstring."""
    from archcite.rules.registry import rules as all_rules

    yield "# Rules"
    yield ""
    yield (
        "What `archcite validate` looks for. `archcite rules` lists the rules, `archcite rule CODE` prints one page; "
        "`--select` and `--ignore` take codes, names and beginnings of codes (`C` is the whole family)."
    )
    yield ""
    found = list(all_rules().values())
    yield from table(
        ["code", "name", "severity", "by default", "finds"],
        [
            [
                f"[{rule.code}](#{rule.code.lower()}-{rule.name})",
                rule.name,
                rule.severity,
                "on" if rule.default else "off",
                rule.summary,
            ]
            for rule in found
        ],
    )
    for rule in found:
        yield f"## {rule.code} {rule.name}"
        yield ""
        yield f"{rule.severity.capitalize()}, {'on' if rule.default else 'off'} by default."
        yield ""
        yield from prose(rule.page)


def traditions() -> Iterator[str]:
    """Every table of `archcite/notation/traditions/`."""
    folder = ROOT / "archcite" / "notation" / "traditions"
    yield "# Traditions"
    yield ""
    yield (
        "One language's way of writing references each. Labels are given without their full stop; case does not count, "
        "a space inside a label may be missing. Adding one is adding a table: "
        "[Add a tradition](../how-to/add-a-tradition.md)."
    )
    yield ""
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        if "levels" not in data:
            continue
        yield f"## {data['title']}"
        yield ""
        order = "; numbers stand before their labels" if data.get("number_first") else ""
        yield f"`{path.name}`{order}. Example: `{data['example']}`"
        yield ""
        parts = {
            **data["levels"],
            "sheets, behind a file only": data["pages"]["words"],
            **{f"extra: {kind}": words for kind, words in data["extra"].items()},
            **data["words"],
        }
        rows = [[name, ", ".join(f"`{word}`" for word in words)] for name, words in parts.items() if words]
        yield from table(["means", "written"], rows)
    shapes = tomllib.loads((folder / "lookalikes.toml").read_text("utf-8"))["shapes"]
    yield "## Look-alikes"
    yield ""
    yield "Letters that are taken for one another when a short label stands garbled (`On.` for `Оп.`)."
    yield ""
    yield ", ".join("`" + " ".join(shape) + "`" for shape in shapes) + "."
    yield ""


def styles() -> Iterator[str]:
    """Every style, from its docstring and its constants."""
    from archcite import styles as room
    from archcite.archives import SCHEMES

    yield "# Styles"
    yield ""
    yield (
        "`archcite cite --style NAME --variant NAME`. What a style wants and the record lacks is said on standard "
        "error and never invented. Adding one: [Add a citation style](../how-to/add-a-style.md)."
    )
    yield ""
    for name in room.names():
        module: Any = room.get(name)
        yield f"## {name}"
        yield ""
        yield from prose(module.__doc__)
        yield f"Variants: {', '.join(f'`{one}`' for one in module.VARIANTS)} (the first unless asked for)."
        editions = getattr(module, "EDITIONS", ())
        if editions:
            yield f"Editions: {', '.join(f'`{one}`' for one in editions)}."
        yield ""
    yield "## Romanization"
    yield ""
    yield f"`--romanization` is one of {', '.join(f'`{one}`' for one in SCHEMES)}; the first unless asked for."
    yield ""


def formats() -> Iterator[str]:
    """The formats of `list` and the columns of the tables."""
    from archcite.export import columns

    yield "# Formats"
    yield ""
    yield from table(
        ["`--format`", "what it is"],
        [
            [
                "`table`",
                "on a terminal a table as wide as that, by file where it is narrow; in a pipe the same as `plain`",
            ],
            ["`plain`", "columns of text, never wrapped"],
            [
                "`markdown`",
                "a table for GitHub and other readers of Markdown; what they would take for markup is escaped",
            ],
            [
                "`csv`, `tsv`",
                "every value in a column of its own, header first, cells as they are (RFC 4180 with `\\n`)",
            ],
            ["`json`", "one array of [records](records.md)"],
            ["`jsonl`", "one [record](records.md) a line, each as soon as it is there"],
        ],
    )
    yield (
        "Any format of the library tabulate works too, by its name there (`html`, `latex`, `rst`, `mediawiki`, …); an "
        "unknown name is answered with the nearest."
    )
    yield ""
    for title, view in (
        ("archcite list", columns.documents()),
        ("archcite list --citations", columns.citations(unresolved=True)),
        ("archcite list --merge", getattr(columns, "merged", columns.documents)()),
    ):
        yield f"## Columns of {title}"
        yield ""
        yield from table(
            ["formats", "columns"],
            [
                ["for reading", ", ".join(column.header for column in view.short)],
                ["`csv`, `tsv`", ", ".join(f"`{column.header}`" for column in view.full)],
            ],
        )
    yield "Several values in one cell are parted by `; `. `Status` and `Reason` are shown with `--unresolved` only."
    yield ""


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "records.md": records,
    "rules.md": rules,
    "traditions.md": traditions,
    "styles.md": styles,
    "formats.md": formats,
}


def page(name: str) -> str:
    """The text of one page."""
    title, *rest = PAGES[name]()
    text = "\n".join([title, "", MADE, *rest])
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.rstrip() + "\n"


def stale(name: str) -> str:
    """A unified diff from a page to what the program says now; empty where they agree."""
    path = REFERENCE / name
    old = path.read_text("utf-8") if path.exists() else ""
    return "\n".join(difflib.unified_diff(old.splitlines(), page(name).splitlines(), name, "the program", lineterm=""))


def main(arguments: list[str]) -> int:
    """Write every page, or with `--check` print what is stale."""
    code = 0
    for name in PAGES:
        difference = stale(name)
        if not difference:
            continue
        if "--check" in arguments:
            print(difference)
            code = 1
        else:
            REFERENCE.mkdir(parents=True, exist_ok=True)
            (REFERENCE / name).write_text(page(name), "utf-8")
            print(f"wrote docs/reference/{name}")
    return code


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
