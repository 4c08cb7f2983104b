"""CSL-JSON items of documents and references, for styles written in CSL (citationstyles.org, schema 1.0.2).

What goes where: `archive` the archive, `archive_location` fond to sheets, `archive-place` the city, `medium` the
physical description. What has an addressee is `personal_communication` with `recipient` and `genre` and no title (with
a title Chicago sets quotation marks), anything else `manuscript` with its kind as title. For a style in Russian the item is
`manuscript` with the title that GOST wants, in which the addressee stands in the dative: no CSL style can inflect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from archcite.styles import _dates, _english, _levels, _people, gost
from archcite.styles._context import unresolved
from archcite.styles._labels import remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archcite.model import Citation, Date, Document, Person
    from archcite.styles._context import Context, Run


def item(record: Document | Citation, context: Context, lang: str) -> tuple[dict[str, Any], list[str]]:
    """The item without its id, empty for an unresolved reference, and what is wanting. `lang` is `ru` for Cyrillic, anything else for Latin letters."""
    from archcite.model import Citation

    missing: list[str] = []
    source = _source(record)
    why = unresolved(source)
    if isinstance(record, Citation):
        return ({}, [why]) if why else ({"type": "manuscript", **_place(record, context, lang, missing)}, missing)
    out = _russian(record, context, missing) if lang == "ru" else _romanized(record, context, missing)
    if source is None or why:
        missing.append(why or _english.no_source())
    else:
        out |= _place(source, context, lang, missing)
    missing += [f"doubtful: {doubt}" for doubt in record.doubts]
    return out, list(dict.fromkeys(missing))


def is_unresolved(record: Document | Citation) -> bool:
    """Whether the reference leads to no sheets."""
    return unresolved(_source(record)) is not None


def labels(record: Document | Citation, run: Run) -> dict[tuple[str, ...], str | None]:
    """The labels of opis and file, for references that inherit the levels."""
    source = _source(record)
    return {} if source is None else remembered(source, run)


def _source(record: Document | Citation) -> Citation | None:
    from archcite.model import Citation

    return record if isinstance(record, Citation) else record.source


def _russian(doc: Document, context: Context, missing: list[str]) -> dict[str, Any]:
    authors, title = gost.heading(doc, context, missing)
    out: dict[str, Any] = {"type": "manuscript", "language": "ru-RU"}
    if authors:
        out["author"] = _names(authors)
    if title:
        out["title"] = title
    if doc.date is not None:
        out["issued"] = _issued(doc.date, _dates.russian(doc.date).text)
    if doc.description:
        out["medium"] = gost.description(doc.description, missing)
    return out


def _romanized(doc: Document, context: Context, missing: list[str]) -> dict[str, Any]:
    missing += _english.gaps(doc)
    kind = _english.kind(doc)
    addressed = bool(doc.recipients)
    out: dict[str, Any] = {"type": "personal_communication" if addressed else "manuscript", "language": "en-US"}
    if doc.authors:
        out["author"] = _names(_english.people(doc.authors, context))
    if doc.recipients:
        out["recipient"] = _names(_english.people(doc.recipients, context))
    if addressed and kind:
        out["genre"] = kind
    elif not addressed and (title := _english.described(doc, context, 1)):
        out["title"] = title
    if doc.date is not None:
        written = _dates.english(doc.date)
        missing += written.missing
        out["issued"] = _issued(doc.date, written.text)
        if doc.date.supplied and "literal" not in out["issued"]:
            missing.append(f"CSL dates have no brackets: {', '.join(doc.date.supplied)} supplied by the editors")
    if doc.description:
        out["medium"] = _english.description(doc.description, missing)
    return out


def _names(persons: Sequence[Person]) -> list[dict[str, str]]:
    out = []
    for place, person in enumerate(persons):
        name = _people.parts(person.name)
        if person.kind == "body" or not name.given or not name.surname[:1].isupper():
            out.append({"literal": person.name if place else _english.opened(person.name)})
        else:
            out.append({"family": name.surname, "given": name.given})
    return out


def _issued(date: Date, words: str) -> dict[str, Any]:
    """`date-parts` for a day, month, year or an interval of them, `circa` for `~`, else the date in words."""
    read = _dates.parse(date.edtf)
    ends = [read] if isinstance(read, _dates.Point) else [read.start, read.end] if read else []
    parts = []
    for end in ends:
        if end is None or not end.year.isdigit() or end.month > 12 or end.doubt in ("?", "%"):
            return {"literal": words}
        parts.append([int(end.year), *([end.month] if end.month else []), *([end.day] if end.day else [])])
    if not parts:
        return {"literal": words}
    circa = {"circa": True} if any(end and end.doubt == "~" for end in ends) else {}
    return {"date-parts": parts, **circa}


def _place(citation: Citation, context: Context, lang: str, missing: list[str]) -> dict[str, Any]:
    archive = context.archive(citation.archive) if citation.archive else None
    if lang == "ru":
        name, lacking = context.abbreviation(citation.archive, "Cyrl")
        levels, wanting = _levels.russian(citation, context)
        city = archive.city() if archive else ""
        location = ". ".join(level.removesuffix(".") for level in levels[:-1] if level)
        location = ". ".join(filter(None, [location, *levels[-1:]]))
    else:
        name, city, _, lacking = context.english(citation.archive)
        levels, wanting = _levels.romanized(citation, context)
        location = ", ".join(levels)
    missing += lacking + wanting
    filled = {"archive": name, "archive_location": location, "archive-place": city}
    return {key: value for key, value in filled.items() if value}
