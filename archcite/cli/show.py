"""`archcite show`: one document whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from archcite.cli import console
from archcite.cli.common import Encoding, Inputs, short_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from archcite.model import Date, Document


def command(
    target: Annotated[
        str, typer.Argument(metavar="FILE[#NUMBER]", help="A file; behind # a document's number, or :2 for the second.")
    ],
    furniture: Annotated[
        bool, typer.Option("--furniture", help="The lines of the file that were taken for no part of any document.")
    ] = False,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="NAME", help="text or json.")] = "text",
    encoding: Encoding = None,
) -> None:
    """Show one document whole: its header, where each part of it came from, its text, and its notes.

    Examples:

    \b
    archcite show letters/1923.txt#171
    archcite show 'pair.txt#:2' --format json
    archcite show letters/1923.txt --furniture
    """
    from archcite.errors import UsageError

    if format_ not in ("text", "json"):
        raise UsageError(f"--format {format_}: expected text or json")
    from archcite.export.structured import dumps

    path, number = split(target)
    inputs = Inputs([path], encoding)
    if furniture:
        _furniture(inputs, format_)
        inputs.close()
        return
    documents = inputs.documents()
    inputs.close()
    if not documents and number is None:
        inputs.remark(f"{path}: no document was found in it; --furniture shows its lines")
    for document in pick(documents, path, number):
        if format_ == "json":
            console.out(dumps(document))
        else:
            _show(document, short_names(inputs.authority))


def _furniture(inputs: Inputs, format_: str) -> None:
    """The lines outside all documents, each with its number in the file."""
    from archcite.export.structured import dumps

    for view in inputs:
        for line in sorted(view.furniture, key=lambda one: one.start):
            if format_ == "json":
                console.out(dumps({"file": view.text.file, "line": line.number, "text": line.text}))
            else:
                console.out(f"{view.text.file}:{line.number}: {line.text}")


def split(target: str) -> tuple[str, str | None]:
    """`FILE#NUMBER` taken apart; a file whose own name holds `#` is a file."""
    import os

    if os.path.exists(target) or "#" not in target:
        return target, None
    path, _, number = target.rpartition("#")
    return path, number


def pick(documents: list[Document], path: str, number: str | None) -> list[Document]:
    """The document of that number, or all if none is asked for. Raises UsageError, naming those there are."""
    from archcite.errors import UsageError

    if number is None:
        return documents
    picked = [document for document in documents if document.id.rpartition("#")[2] == number]
    if not picked:
        known = ", ".join(document.id.rpartition("#")[2] for document in documents) or "none"
        raise UsageError(f"{path}: has no document {number}; it has {known}")
    return picked


def _show(document: Document, names: Callable[[str], str]) -> None:
    from archcite.export.columns import day, shelfmark
    from archcite.transcript.markup import shown

    console.out(f"{document.id}  (lines {document.line}-{document.end_line})", "bold")
    rows = [
        ("Title", document.title, "title"),
        ("Kind", document.kind, "kind"),
        ("From", "; ".join(person.name for person in document.authors), "authors"),
        ("To", "; ".join(person.name for person in document.recipients), "recipients"),
        ("Also named", "; ".join(person.name for person in document.others), None),
        ("Date", None if document.date is None else _date(document.date, day(document.date)), "date"),
        ("Place", document.place, "place"),
        ("Signature", document.signature, None),
        ("Source", None if document.source is None else shelfmark(document.source, names), None),
        ("Described", document.description, None),
        ("Pair", document.pair, None),
        *(("Published", book.written, None) for book in document.publications),
    ]
    for label, value, field in rows:
        if value:
            origin = document.origins.get(field or "")
            console.out(
                f"  {label + ':':<11} {value}" + (f"  [from the {origin}]" if origin not in (None, "header") else "")
            )
    if document.source is not None:
        for repair in document.source.repairs:
            console.out(f"  {'Repaired:':<11} {repair.written} read as {repair.read} ({repair.reason})")
        if document.source.reason is not None:
            console.out(f"  {'Unsure:':<11} source: {document.source.reason}")
    for doubt in _doubts(document):
        console.out(f"  {'Unsure:':<11} {doubt}")
    console.out()
    console.out(document.body.text)
    if document.notes:
        console.out()
        console.out("Notes", "bold")
    for note in document.notes:
        found = "" if note.found == "printed" else f" [{note.found}]"
        console.out(f"{note.marker or '*'}{found}  {_without_marker(note.text, note.marker, note.found)}")
        for citation in note.citations:
            reason = "" if citation.reason is None else f" ({citation.reason})"
            console.out(
                f"    {citation.line}:{citation.column}  {shown(citation.text)}  =  {shelfmark(citation, names)}{reason}",
                "dim",
            )
    if document.see:
        console.out()
        console.out("See", "bold")
    for see in document.see:
        told = f" ({see.reason})" if see.reason is not None else ""
        console.out(f"{see.written}  =  {see.target or '?'}{told}")


def _doubts(document: Document) -> Iterator[str]:
    """What a reader should compare with the original."""
    yield from document.doubts
    if document.breaks_off:
        yield "the text breaks off in the middle of a sentence"
    if document.repeated:
        yield "a passage stands in it twice"


def _date(date: Date, shown: str) -> str:
    if date.calendar == "julian":
        return f"{shown} (Julian; Gregorian {date.gregorian}; written {date.written})"
    return f"{shown} (written {date.written})"


def _without_marker(text: str, marker: str | None, found: str) -> str:
    if marker is None or found not in ("printed", "glued"):
        return text
    for written in (marker, f"[{marker}]", f"({marker})", marker.translate(RAISED)):
        if text.startswith(written):
            return text.removeprefix(written).lstrip(" .)")
    return text


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits as they stand above the line."""
