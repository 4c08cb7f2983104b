"""`archcite schema`: the JSON Schema of the catalogue."""

from __future__ import annotations

from archcite.cli import console


def command() -> None:
    """Print the JSON Schema of the catalogue: documents, citations, and all that is in them.

    Example:

      archcite schema > archcite.schema.json
    """
    import json

    from archcite.model import Catalogue

    console.out(json.dumps(Catalogue.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
