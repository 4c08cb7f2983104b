"""`archcite validate`: a linter for transcriptions."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console
from archcite.cli.common import Encoding  # noqa: TC001  typer reads the annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from archcite.catalogue.build import FileView
    from archcite.config import Settings
    from archcite.rules.runs import Checked, Run

Codes = list[str] | None


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders (read recursively), or - for standard input. Without any, `paths` of the configuration.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        Codes, typer.Option("--select", metavar="CODE", help="Only these rules: codes, families, names, ALL, DEFAULT.")
    ] = None,
    ignore: Annotated[Codes, typer.Option("--ignore", metavar="CODE", help="Not these rules.")] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="text, concise, json, jsonl, sarif or github. [default: text; github inside GitHub Actions]",
            show_default=False,
        ),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, and report the rest.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: mend also by readings that may be wrong.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Print what --fix would change, and change nothing.")] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print how often each rule found something, and not the findings.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print the findings and no summary.")] = False,
    warn_only: Annotated[bool, typer.Option("--warn-only", help="Exit with 0 whatever the rules find.")] = False,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Report only what this file does not know.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option("--write-baseline", metavar="FILE", help="Write all findings to this file and stop.")
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option("--stdin-filename", metavar="PATH", help="What standard input is called in the findings."),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration.")] = False,
    show_settings: Annotated[bool, typer.Option("--show-settings", help="Print what holds here, and stop.")] = False,
    show_files: Annotated[bool, typer.Option("--show-files", help="Print the files to check, and stop.")] = False,
    encoding: Encoding = None,
) -> None:
    """Check transcriptions: file, line, column, rule, and what is wrong there. Columns are code points from 1.

    Exit code 0 if nothing was found, 1 if something was (after --fix: if something is left), 2 if the request makes no
    sense or an input could not be read or written.

    Examples:

    \b
    archcite validate letters/
    archcite validate letters/ --select C,A --format concise
    archcite validate letters/ --diff
    archcite validate letters/ --fix
    archcite validate letters/ --write-baseline archcite-baseline.json
    archcite rules
    """
    from archcite.config import Settings, load
    from archcite.errors import UsageError
    from archcite.rules.reporters import FORMATS
    from archcite.rules.runs import Run
    from archcite.rules.selection import selection

    actions = os.environ.get("GITHUB_ACTIONS") == "true"
    format_ = format_ or ("github" if actions else "text")
    if format_ not in FORMATS:
        raise UsageError(f"--format {format_}: expected {', '.join(FORMATS)}")
    if statistics and format_ not in ("text", "concise") and not actions:
        raise UsageError(f"--statistics goes with the format text, not with {format_}")
    if fix and diff:
        raise UsageError("--fix and --diff: one of them; --diff changes nothing")
    if unsafe_fixes and not (fix or diff):
        raise UsageError("--unsafe-fixes goes with --fix or --diff")
    if baseline is not None and write_baseline is not None:
        raise UsageError("--baseline and --write-baseline: one of them")
    settings = Settings() if isolated else load()
    chosen = selection(settings, select, ignore)
    if show_settings:
        _settings(settings, [rule.code for rule in chosen.rules])
        return
    paths = paths or [os.path.relpath(settings.folder / path) for path in settings.paths]
    if not paths:
        raise UsageError("no PATH: name files or folders, or set `paths` in archcite.toml")
    run = Run(paths, settings, chosen, encoding, stdin_filename, console.complain)
    if show_files:
        for file in run.files():
            console.out(file)
        raise typer.Exit(2 if run.failed else 0)
    run.read()
    if fix or not quiet:  # what is written must not rest on a guess that nobody hears of
        for remark in run.remarks():
            console.err(f"archcite: {remark}")
    if not run.has_files and not run.failed:
        console.complain(f"{', '.join(paths)}: no files to check there")
    if write_baseline is not None:
        if run.failed:  # a baseline that lacks a file would make its old findings new ones
            console.complain(f"{write_baseline}: not written: an input could not be read")
            raise typer.Exit(2)
        count = run.write_baseline(write_baseline)
        if not quiet:
            console.err(f"{_count(count, 'finding')} written to {write_baseline}")
        return
    run.use_baseline(baseline)
    checked = run.check()
    before = sum(len(one.findings) for one in checked)
    if diff:
        _diff(run, unsafe_fixes=unsafe_fixes, quiet=quiet)
        raise typer.Exit(_code(run, before, warn_only=warn_only))
    mended = _fix(run, unsafe_fixes=unsafe_fixes) if fix else 0
    if mended:
        checked = run.check()
    _report(checked, format_, statistics=statistics, to_error=fix and run.has_stdin)
    count = sum(len(one.findings) for one in checked)
    if not quiet and format_ in ("text", "concise"):
        _summary(run, checked, mended, fix=fix)
    raise typer.Exit(_code(run, count, warn_only=warn_only))


def _code(run: Run, count: int, *, warn_only: bool) -> int:
    return 2 if run.failed else 1 if count and not warn_only else 0


def _report(checked: Iterable[Checked], format_: str, *, statistics: bool, to_error: bool) -> None:
    from archcite.rules import reporters

    found = ((finding, one.view.text) for one in checked for finding in one.findings)
    pieces = reporters.statistics(found) if statistics else reporters.FORMATS[format_](found)
    show: Callable[..., None] = console.err if to_error else console.out
    for piece in pieces:
        if piece.style is None and not to_error:
            console.write(piece.text)
        else:
            show(piece.text.removesuffix("\n"), piece.style)


def _summary(run: Run, checked: Iterable[Checked], mended: int, *, fix: bool) -> None:
    findings = [finding for one in checked for finding in one.findings]
    files = len({finding.file for finding in findings})
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    safe = sum(one.safe for one in fixes)
    parts = [f"{mended} mended"] if fix else []
    if findings:
        parts.append(f"{_count(len(findings), 'finding')} in {_count(files, 'file')}")
    if safe and not fix:
        parts.append(f"{safe} can be mended with --fix")
    if len(fixes) > safe:
        parts.append(f"{len(fixes) - safe} with --fix --unsafe-fixes")
    if run.known:
        parts.append(f"{run.known} known from the baseline")
    if run.gone:
        parts.append(f"{run.gone} of the baseline gone: write it again")
    if parts:
        console.err(", ".join(parts))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _fix(run: Run, *, unsafe_fixes: bool) -> int:
    """Mend the files, one after another; standard input goes to standard output. How many findings were mended."""
    mended = 0
    for view, after, count in run.fixes(unsafe=unsafe_fixes):
        if view.text.file == run.stdin_name and run.has_stdin:
            _pass_on(after)
            run.accept(view, after)
            mended += count
        elif run.write(view, after):
            mended += count
    return mended


def _pass_on(view: FileView) -> None:
    """Write a text to standard output in the encoding, and with the line ends, that it came with."""
    import sys

    from archcite.rules.rewrite import encoded

    if console.on_terminal() or not hasattr(sys.stdout, "buffer"):
        console.write(view.text.text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded(view.text))
    sys.stdout.buffer.flush()


def _diff(run: Run, *, unsafe_fixes: bool, quiet: bool) -> None:
    from archcite.rules.difference import unified

    count = files = 0
    for view, after, mended in run.fixes(unsafe=unsafe_fixes, all_=True):
        for line in unified(view.text.text, after.text.text, view.text.file):
            console.write(line)
        count, files = count + mended, files + 1
    if not quiet:
        console.err(f"would mend {_count(count, 'finding')} in {_count(files, 'file')}" if count else "nothing to mend")


def _settings(settings: Settings, codes: list[str]) -> None:
    """Print the settings as a configuration would have them; `select` are the rules that are run."""
    import json

    def toml(value: object) -> str:
        if isinstance(value, Mapping):
            return (
                "{ " + ", ".join(f"{toml(key)} = {toml(one)}" for key, one in value.items()) + " }" if value else "{}"
            )
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(toml(one) for one in value) + "]"
        return json.dumps(str(value), ensure_ascii=False)

    console.out(f"# {settings.source or 'no configuration'}")
    values = {
        "paths": settings.paths,
        "select": codes,
        "ignore": (),
        "per-file-ignores": settings.per_file_ignores,
        "severity": settings.severity,
        "baseline": settings.baseline,
        "pairs": settings.pairs,
        "archives": settings.archives,
        "abbreviations": settings.abbreviations,
    }
    for key, value in values.items():
        console.out(f"# {key}: none" if value is None else f"{key} = {toml(value)}")
