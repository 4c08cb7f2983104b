"""English Wikipedia, the template *Cite Russian archive*.

    template  {{cite Russian archive|title=I. V. Stalin to V. I. Lenin, December 27, 1917|institution=Russian
              State Archive of Socio-Political History (RGASPI)|fond=558|opis=1|delo=5397|page=2|note=Autograph}}

Parameters of the template's documentation (its page in Wikipedia, read in November 2026): title, institution, fond, opis,
box, delo or unit (a file that the archive calls `ед. хр.`), page or pages, case-title (the title of the file), note.
Empty ones are left out, as it recommends. Levels that it has no
parameter for stand in the note. Verso is ` ob.`. Names are romanized, the institution has its English name with
the abbreviation.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from archcite.styles import _dates, _english, _levels
from archcite.styles._context import Context, Entry
from archcite.styles._labels import ROMANIZED, language, localized, own_kind, places
from archcite.styles._repeat import DELO, FOND, OPIS, SHEETS

if TYPE_CHECKING:
    from archcite.model import Citation, Document

VARIANTS = ("template",)
_MOST = 3


def document(doc: Document, context: Context) -> Entry:
    """The template of one document."""
    missing = _english.gaps(doc)
    date = ""
    if doc.date is not None:
        written = _dates.english(doc.date)
        date = written.text
        missing += written.missing
    title = ", ".join(filter(None, [_english.correspondence(doc, context, _MOST), date]))
    fields: list[tuple[str, str]] = [("title", title)]
    notes: list[str] = []
    if doc.source is None:
        missing.append(_english.no_source())
    else:
        fields += _fields(doc.source, context, notes, missing)
    if doc.description:
        notes.append(_english.description(doc.description, missing))
    return _entry([*fields, ("note", ". ".join(notes))], missing)


def reference(citation: Citation, context: Context) -> Entry:
    """The template without a title."""
    notes: list[str] = []
    missing: list[str] = []
    fields = _fields(citation, context, notes, missing)
    return _entry([*fields, ("note", ". ".join(notes))], missing)


def _entry(fields: list[tuple[str, str]], missing: list[str]) -> Entry:
    filled = "".join(f"|{name}={_safe(value)}" for name, value in fields if value)
    return Entry(f"{{{{cite Russian archive{filled}}}}}", tuple(dict.fromkeys(missing)))


def _safe(value: str) -> str:
    """A value in which nothing ends the parameter or the template, or opens a link."""
    out = value.replace("&", "&amp;").replace("{", "&#123;").replace("}", "&#125;").replace("|", "{{!}}")
    return out.replace("[[", "&#91;&#91;").replace("]]", "&#93;&#93;").replace("<", "&lt;")


def _fields(citation: Citation, context: Context, notes: list[str], missing: list[str]) -> list[tuple[str, str]]:
    number, word = _levels.latin_number(citation, context), _levels.latin_words(citation, context)
    name, _, _, lacking = context.english(citation.archive)
    short = context.abbreviation(citation.archive, "Latn", alone=False)[0]
    missing += lacking + _levels.wanting(citation, context)
    doubtful = _levels.doubtful(citation, context)
    boxes = [extra.value for extra in citation.extra if extra.kind == "box"]
    of_file, of_others = _titles(citation)
    rest = citation.model_copy(update={"extra": tuple(extra for extra in citation.extra if extra.kind != "box")})
    further = [*_levels.extras(rest, ROMANIZED, number, word), *map(word, of_others)]
    if further:
        notes.append(", ".join(further))
    lang = language(citation, context)
    kept = own_kind(citation, "delo", context.run)
    values = [
        ("fond", FOND, number(citation.fond or "")),
        ("opis", OPIS, number(citation.opis or "")),
        ("box", None, ", ".join(number(box) for box in boxes)),
        ("unit" if kept and kept.startswith("unit") else "delo", DELO, _levels.files(citation, number)),
        (
            "pages" if _levels.several(citation.sheets) else "page",
            SHEETS,
            _levels.sheets(citation, localized(replace(ROMANIZED, verso=" ob."), lang).verso, number),
        ),
    ]
    return [
        ("institution", f"{name} ({short})" if short and short != name else name),
        *((field, value + _levels.DOUBT if value and rank in doubtful else value) for field, rank, value in values),
        ("case-title", "; ".join(map(word, of_file))),
    ]


def _titles(citation: Citation) -> tuple[list[str], list[str]]:
    """The titles of the file, and those of other levels."""
    of_file: list[str] = []
    of_others: list[str] = []
    for extra, place in zip(citation.extra, places(citation), strict=True):
        if extra.kind == "title" and not _levels.is_mark(extra):  # a mark is told
            (of_file if place is None or place > 2 else of_others).append(extra.value.strip(" ,;.()"))
    return of_file, of_others
