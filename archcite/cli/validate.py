"""`archcite validate`: a linter for transcriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console
from archcite.cli.common import Encoding, Inputs, Paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.rules.finding import Finding
    from archcite.transcript.reading import Text


def command(
    paths: Paths,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODE", help="Only these rules: codes, families, names."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="CODE", help="Not these rules.")] = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text, concise, json or jsonl.")
    ] = "text",
    encoding: Encoding = None,
) -> None:
    """Check transcriptions: file, line, column, rule, and what is wrong there. Columns are code points from 1.

    Exit code 0 if nothing was found, 1 if something was, 2 if an input could not be read.

    Examples:

      archcite validate letters/
      archcite validate letters/ --select C,A --format concise
      archcite rules
    """
    from archcite.errors import UsageError
    from archcite.rules import reporters
    from archcite.rules.engine import check
    from archcite.rules.registry import select as selected

    if format_ not in reporters.FORMATS:
        raise UsageError(f"--format {format_}: expected {', '.join(reporters.FORMATS)}")
    rules = selected(select, ignore)
    inputs = Inputs(paths, encoding)
    count = files = 0

    def found() -> Iterator[tuple[Finding, Text]]:
        nonlocal count, files
        for view in inputs:
            findings = check(view, rules)
            count += len(findings)
            files += bool(findings)
            for finding in findings:
                yield finding, view.text

    for piece in reporters.FORMATS[format_](found()):
        console.write(piece)
    if format_ == "text" and count:
        console.err(f"{count} finding{'s' * (count != 1)} in {files} file{'s' * (files != 1)}")
    inputs.close(1 if count else 0)
