"""`archcite schema`: the JSON Schemas of what archcite writes and reads."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli import console

NAMES = ("catalogue", "document", "citation", "merged", "holding", "archive", "own-archives")


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]",
            help="catalogue; a record of it: document or citation; a row of list --merge: merged, of reconcile: holding; "
            "archive (an entry of the authority file); own-archives.",
        ),
    ] = "catalogue",
) -> None:
    """Print a JSON Schema: of the catalogue, of one record as `jsonl` has it, or of the authority data.

    Examples:

    \b
    archcite schema > catalogue.schema.json
    archcite schema citation
    archcite schema own-archives
    """
    import json

    from archcite.archives.schema import json_schema, user_json_schema
    from archcite.errors import UsageError
    from archcite.model import Catalogue, Citation, Document, Holding, Merged

    if name not in NAMES:
        raise UsageError(f"schema {name!r}: expected {', '.join(NAMES)}")
    models = (Catalogue, Document, Citation, Merged, Holding)
    own = {"archive": json_schema, "own-archives": user_json_schema}
    made = {model.__name__.lower(): model for model in models}
    schema = own[name]() if name in own else made[name].model_json_schema(mode="serialization")
    console.out(json.dumps(schema, ensure_ascii=False, indent=2))
