"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli import archives, cite, init, list_, parse, reconcile, rule, schema, show, validate

app = typer.Typer(
    name="archcite",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""Read, list, validate and cite references to Soviet and Russian archives.

    archcite reads transcriptions (text files with documents, their source lines and notes), finds every reference to
    fond, opis, delo and list, resolves `Ibid.`, and knows the archives under their old and new names.
    """,
)
app.command("list")(list_.command)
app.command("show")(show.command)
app.command("validate")(validate.command)
app.command("cite")(cite.command)
app.command("parse")(parse.command)
app.command("reconcile")(reconcile.command)
app.command("archives")(archives.command)
app.command("rules")(rule.list_rules)
app.command("rule")(rule.show_rule)
app.command("init")(init.command)
app.command("schema")(schema.command)


def _version(wanted: bool) -> None:
    if wanted:
        from archcite import __version__

        typer.echo(f"archcite {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    del version
