"""Entries in any style that is written in CSL, rendered by pandoc (`--csl`; the extra `archcite[csl]`).

pandoc is asked once for all entries. It is the program on the PATH, or the one that the package pypandoc_binary
brings. Why pandoc and no library: docs/decisions/csl.md.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import regex

from archcite.errors import InputError, UsageError
from archcite.styles import _csljson

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.model import Citation, Document
    from archcite.styles._context import Context

OWN = "gost-archive"
_WRITERS = {"text": "plain", "markdown": "commonmark", "html": "html"}
_DIVS = regex.compile(r"^</?div\b[^>]*>$")
_RUSSIAN = ("ru", "uk", "be")
_SECONDS = 600


@dataclass(slots=True)
class Rendered:
    """The lines to print, and what is wanting: the place of the item and a clause.

    `unresolved` says that a reference led to no sheets: it has no line, or that of its document has no search data.
    """

    lines: list[str]
    missing: list[tuple[int, str]] = field(default_factory=list)
    unresolved: bool = False


def program() -> str | None:
    """The path of pandoc, null where there is none."""
    import importlib.util
    import shutil

    found = shutil.which("pandoc")
    if found is None and importlib.util.find_spec("pypandoc") is not None:
        spec = importlib.util.find_spec("pypandoc")
        for folder in (spec.submodule_search_locations if spec else None) or ():
            found = found or shutil.which("pandoc", path=os.path.join(folder, "files"))
    return found


def render(items: Iterable[Document | Citation], csl: str, context: Context, format_: str = "text") -> Rendered:
    """Entries in the order of the CSL style. Raises UsageError without pandoc, InputError for a bad style file."""
    pandoc = program()
    if pandoc is None:
        raise UsageError("--csl: needs pandoc; install it, or pip install 'archcite[csl]'")
    if csl == OWN:
        with as_file(files(__package__).joinpath("csl", f"{OWN}.csl")) as path:
            return _render(pandoc, items, str(path), context, format_)
    return _render(pandoc, items, csl, context, format_)


def _render(pandoc: str, items: Iterable[Document | Citation], csl: str, context: Context, format_: str) -> Rendered:
    lang = language(csl)
    out = Rendered([])
    made = []
    run = context.run
    for place, record in enumerate(items):
        data, missing = _csljson.item(record, replace(context, run=run), lang)
        run = replace(run, labels={**run.labels, **_csljson.labels(record, run)})
        if data:
            made.append({"id": f"item-{place + 1}", **data})
        out.missing += [(place, lack) for lack in missing]
        out.unresolved |= _csljson.is_unresolved(record)
    if made:
        printed = _run(pandoc, json.dumps(made, ensure_ascii=False), csl, _WRITERS[format_])
        out.lines = printed.splitlines() if format_ == "html" else _entries(printed, format_)
    return out


def _entries(printed: str, format_: str) -> list[str]:
    blocks = [" ".join(block.split("\n")) for block in printed.split("\n\n")]
    kept = [block.strip() for block in blocks if block.strip() and not _DIVS.match(block.strip())]
    if format_ == "text":
        return kept
    return [line for place, entry in enumerate(kept) for line in (["", entry] if place else [entry])]


def language(csl: str) -> str:
    """`ru` for a style whose own locale is Russian, Ukrainian or Belarusian, else `en`.

    Raises InputError for a file that cannot be read, is no CSL, or has no bibliography of its own.
    """
    from xml.etree import ElementTree as Xml

    try:
        root = Xml.parse(csl).getroot()
    except OSError as error:
        raise InputError(csl, f"no CSL style: {(error.strerror or 'cannot be read').lower()}") from None
    except Xml.ParseError as error:
        raise InputError(csl, f"no CSL style: {error}") from None
    name = "{http://purl.org/net/xbiblio/csl}"
    if root.tag != f"{name}style":
        raise InputError(csl, f"no CSL style: its root is {root.tag}")
    if root.find(f"{name}bibliography") is None:
        raise InputError(csl, "this CSL style has no bibliography (a dependent style names another one to use)")
    return "ru" if root.get("default-locale", "").lower().startswith(_RUSSIAN) else "en"


def _run(pandoc: str, data: str, csl: str, writer: str) -> str:
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "items.json")
        with open(library, "w", encoding="utf-8") as file:
            file.write(data)
        done = subprocess.run(
            [
                pandoc,
                "--citeproc",
                f"--bibliography={library}",
                f"--csl={os.path.abspath(csl)}",
                "--wrap=none",
                "--from=markdown",
                f"--to={writer}",
            ],
            input="---\nnocite: '@*'\n---\n",
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
    if done.returncode:
        raise InputError(csl, f"pandoc: {' '.join(done.stderr.split())}")
    return done.stdout
