"""`archcite schema`: the JSON Schemas of what archcite writes and reads."""

from __future__ import annotations

from typing import Annotated

import typer

from archcite.cli import console

NAMES = ("catalogue", "archive", "own-archives")


def command(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="catalogue, archive (an entry of the authority file), own-archives.")
    ] = "catalogue",
) -> None:
    """Print a JSON Schema: of the catalogue with its documents and citations, or of the authority data.

    Examples:

    \b
    archcite schema > catalogue.schema.json
    archcite schema own-archives
    """
    import json

    from archcite.archives.schema import json_schema, user_json_schema
    from archcite.errors import UsageError
    from archcite.model import Catalogue

    if name not in NAMES:
        raise UsageError(f"schema {name!r}: expected {', '.join(NAMES)}")
    made = {
        "catalogue": lambda: Catalogue.model_json_schema(mode="serialization"),
        "archive": json_schema,
        "own-archives": user_json_schema,
    }
    console.out(json.dumps(made[name](), ensure_ascii=False, indent=2))
