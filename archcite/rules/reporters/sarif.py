"""SARIF 2.1.0 (OASIS Standard, 27 March 2020): what code scanning services read.

Columns are code points (`columnKind`, section 3.14.17), lines and columns count from 1 and an end column is exclusive
(3.30.5 to 3.30.8), offsets are `charOffset` and `charLength` (3.30.9, 3.30.10).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from archcite.rules.baseline import fingerprint
from archcite.rules.registry import rules
from archcite.rules.reporters.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.rules.finding import Edit, Finding
    from archcite.rules.reporters.piece import Found
    from archcite.transcript.reading import Text

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(found: Found) -> Iterator[Piece]:
    """One log with one run; all rules stand in it, so that a clean run says what it looked for."""
    from archcite import __version__

    codes = list(rules())
    driver = {
        "name": "archcite",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.page},
                "help": {"text": rule.page},
                "defaultConfiguration": {"level": rule.severity, "enabled": rule.default},
            }
            for rule in rules().values()
        ],
    }
    results = [_result(finding, source, codes) for finding, source in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    yield Piece(json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _result(finding: Finding, source: Text, codes: list[str]) -> dict[str, Any]:
    help_ = f" ({finding.help})" if finding.help else ""
    place = {"artifactLocation": {"uri": uri(finding.file)}, "region": _region(source, finding.start, finding.end)}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        "message": {"text": finding.message + help_},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"archcite/v1": fingerprint(finding, source)},
    }
    if finding.fix is not None:
        changes = [_replacement(source, edit) for edit in finding.fix.edits]
        result["fixes"] = [
            {
                "description": {"text": finding.help or finding.message},
                "artifactChanges": [{"artifactLocation": {"uri": uri(finding.file)}, "replacements": changes}],
            }
        ]
    return result


def _replacement(source: Text, edit: Edit) -> dict[str, Any]:
    return {"deletedRegion": _region(source, edit.start, edit.end), "insertedContent": {"text": edit.text}}


def _region(source: Text, start: int, end: int) -> dict[str, int]:
    line, column = source.locate(start)
    end_line, end_column = source.locate(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": end - start,
    }


def uri(file: str) -> str:
    """A path as a URI reference: relative stays relative, an absolute path gets `file://`, standard input is `stdin`."""
    if file == "-":
        return "stdin"
    path = quote(file.replace("\\", "/"), safe="/")
    if path.startswith("/"):
        return "file://" + path
    return "file:///" + path.replace("%3A", ":", 1) if file[1:2] == ":" else path.removeprefix("./")
