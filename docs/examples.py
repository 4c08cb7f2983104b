"""Runs the examples of the documentation and compares or refreshes what they print.

    python docs/examples.py            refresh the output in every page; read the diff before you keep it
    python docs/examples.py --check    print what is stale, exit 1 if anything is

An example is a fenced block of the language `console`: lines that begin with `$ ` are commands, the lines up to the
next command are what a terminal shows, standard output and standard error together. The blocks of one page run one
after another in one folder, which holds copies of `fixtures/` and `docs/examples/`, so that a file made by one command
is there for the next.

Commands are `archcite …`, `cat FILE`, `echo $?` and, behind `|`, `head -n N`; `< FILE`, `> FILE` and `2> FILE` work as
in a shell. The terminal is 100 columns wide and has no colour. Space at the end of a line counts for nothing.

A fenced block below the comment `<!-- file: PATH -->` is the text of that file of the repository.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import shlex
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 100
_BLOCK = regex.compile(r"^(?P<open>```console)\n(?P<body>.*?)^```$", regex.M | regex.S)
_FILE = regex.compile(r"^<!-- file: (?P<path>\S+) -->\n```\w*\n(?P<body>.*?)^```$", regex.M | regex.S)
_REDIRECTIONS = ("<", ">", "2>")


class ExampleError(Exception):
    """An example that this runner cannot run; the message has the command."""


class _Stream(io.StringIO):
    """A terminal, or a pipe or file that is none."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class _Input(io.StringIO):
    """Standard input with the bytes below it, as `archcite … -` reads them."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data.decode("utf-8"))
        self.buffer = io.BytesIO(data)  # type: ignore[misc]


@dataclass(slots=True)
class Page:
    """One Markdown file and the `console` blocks in it: offset of the body, the body."""

    path: Path
    text: str
    blocks: list[tuple[int, str]] = field(default_factory=list)


def pages() -> list[Path]:
    """Every Markdown file of the documentation, README first."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def read(path: Path) -> Page:
    """Read a page and find its examples."""
    return parsed(path, path.read_text("utf-8"))


def parsed(path: Path, text: str) -> Page:
    """A page of that text."""
    return Page(path, text, [(match.start("body"), match["body"]) for match in _BLOCK.finditer(text)])


def commands(block: str) -> list[tuple[str, str]]:
    """Pairs of (command, what it should print) of one block."""
    found: list[list[str]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append([line[2:]])
        elif found:
            found[-1].append(line)
        else:
            raise ExampleError(f"{line}: a console block begins with a command (`$ …`)")
    return [(lines[0], "\n".join(lines[1:])) for lines in found]


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """A folder with copies of the inputs, in which one page's examples run."""
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "fixtures", folder / "fixtures")
        shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


class Shell:
    """As much of a shell as the examples need."""

    def __init__(self) -> None:
        self.status = 0

    def run(self, command: str) -> str:
        """What a terminal shows for one command, without space at the ends of lines."""
        screen = _Stream(terminal=True)
        *first, last = self._stages(command)
        data = b""
        for words in first:
            pipe = _Stream(terminal=False)
            self._stage(words, data, pipe, screen)
            data = pipe.getvalue().encode()
        self._stage(last, data, screen, screen)
        return "\n".join(line.rstrip() for line in screen.getvalue().rstrip().splitlines())

    @staticmethod
    def _stages(command: str) -> list[list[str]]:
        lexer = shlex.shlex(command.replace("2>", " 2\0 "), posix=True, punctuation_chars="|<>")
        lexer.whitespace_split = True
        lexer.commenters = ""
        stages: list[list[str]] = [[]]
        for word in lexer:
            if word == "|":
                stages.append([])
            else:
                stages[-1].append("2>" if word == "2\0" else word)
        return stages

    def _stage(self, words: list[str], data: bytes, out: _Stream, err: _Stream) -> None:
        targets: dict[str, str] = {}
        plain: list[str] = []
        rest = iter(words)
        for word in rest:
            if word in _REDIRECTIONS:
                targets[word] = next(rest)
            else:
                plain.append(word)
        if "<" in targets:
            data = Path(targets["<"]).read_bytes()
        own_out = _Stream(terminal=False) if ">" in targets else out
        own_err = _Stream(terminal=False) if "2>" in targets else err
        match plain:
            case ["archcite", *arguments]:
                self.status = archcite(arguments, data, own_out, own_err)
            case ["cat", *files]:
                own_out.write("".join(Path(file).read_text("utf-8") for file in files))
            case ["echo", "$?"]:
                own_out.write(f"{self.status}\n")
            case ["head", "-n", count]:
                own_out.write("".join(io.StringIO(data.decode()).readlines()[: int(count)]))
            case _:
                raise ExampleError(f"{' '.join(words)}: not a command that examples can use (see docs/examples.py)")
        if own_out is not out:
            Path(targets[">"]).write_text(own_out.getvalue(), "utf-8")
        if own_err is not err:
            Path(targets["2>"]).write_text(own_err.getvalue(), "utf-8")


def archcite(arguments: list[str], data: bytes, out: io.StringIO, err: io.StringIO) -> int:
    """Run the program in this process; its exit code."""
    from archcite.cli import main

    saved = sys.argv, sys.stdin, dict(os.environ)
    os.environ.update(COLUMNS=str(WIDTH), LINES="40", NO_COLOR="1", TERM="xterm")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "GITHUB_ACTIONS"):
        os.environ.pop(name, None)
    sys.argv, sys.stdin = ["archcite", *arguments], _Input(data)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    finally:
        sys.argv, sys.stdin = saved[:2]
        os.environ.clear()
        os.environ.update(saved[2])
    return 0


def refreshed(page: Page) -> str:
    """The page with what its commands print now, and the files that it shows as they are now."""
    text = _FILE.sub(_with_file, page.text)
    if not page.blocks:
        return text
    if text != page.text:
        return refreshed(parsed(page.path, text))
    pieces, at, shell = [], 0, Shell()
    with workshop():
        for start, body in page.blocks:
            pieces.append(page.text[at:start])
            for command, _ in commands(body):
                printed = shell.run(command)
                pieces.append(f"$ {command}\n" + (f"{printed}\n" if printed else ""))
            at = start + len(body)
    return "".join(pieces) + page.text[at:]


def _with_file(block: regex.Match[str]) -> str:
    whole, start, end = block.group(), block.start("body") - block.start(), block.end("body") - block.start()
    return whole[:start] + (ROOT / block["path"]).read_text("utf-8") + whole[end:]


def stale(path: Path) -> str:
    """A unified diff from what a page shows to what its commands print; empty where they agree."""
    page = read(path)
    name = path.relative_to(ROOT).as_posix()
    old, new = page.text.splitlines(), refreshed(page).splitlines()
    return "\n".join(difflib.unified_diff(old, new, f"{name} (as it stands)", f"{name} (as printed)", lineterm=""))


def main(arguments: list[str]) -> int:
    """Refresh every page, or with `--check` print what is stale."""
    code = 0
    for path in pages():
        page = read(path)
        new = refreshed(page)
        if new == page.text:
            continue
        if "--check" in arguments:
            print(stale(path))
            code = 1
        else:
            path.write_text(new, "utf-8")
            print(f"refreshed {path.relative_to(ROOT).as_posix()}")
    return code


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(sys.argv[1:]))
