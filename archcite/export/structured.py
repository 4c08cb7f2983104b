"""`jsonl` and `json`: the records whole.

RFC 8259 JSON in UTF-8. Characters that would be dangerous raw are written as `\\uXXXX` escapes, which every
reader turns back: delete and C1 controls, bidirectional controls, lone surrogates, and U+0085, U+2028 and
U+2029, which some readers take for line ends (JSON itself escapes C0).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from pydantic import BaseModel

_RISKY = regex.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufeff]")


def dumps(record: BaseModel | Mapping[str, Any]) -> str:
    """One record on one line, keys as in the schema."""
    if isinstance(record, Mapping):
        text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    else:
        text = record.model_dump_json(by_alias=True)
    return _RISKY.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def jsonl(records: Iterable[BaseModel | Mapping[str, Any]]) -> Iterator[str]:
    """One record a line, each as soon as it is there."""
    for record in records:
        yield dumps(record) + "\n"


def array(records: Iterable[BaseModel | Mapping[str, Any]]) -> Iterator[str]:
    """One JSON array, one record a line."""
    opening = "[\n"
    for record in records:
        yield opening + dumps(record)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"
