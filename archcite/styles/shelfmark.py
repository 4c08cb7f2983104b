"""The bare reference, without a full stop: what `archcite parse` reads back as the same sheets.

    russian    РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 56–56 об.
    romanized  RGASPI, f. 558, op. 1, d. 5397, ll. 56–56ob.
    ukrainian  ЦДАГО України, ф. 1, оп. 20, спр. 5254, арк. 12 зв.

Russian after GOST R 7.0.5-2008, 11.4, for archives of Ukraine too; the others are the usage of footnotes. Numbers are romanized as finding aids
do it, whatever scheme is asked for names: `Р-5674` is `R-5674`. An archive whose abbreviation another one has too
is given its full name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.styles import _levels
from archcite.styles._context import Context, Entry
from archcite.styles._labels import RUSSIAN, Labels
from archcite.styles._repeat import NOTHING, repeated

if TYPE_CHECKING:
    from archcite.model import Citation, Document
    from archcite.styles._context import Script

VARIANTS = ("russian", "romanized", "ukrainian")
REPEATS = VARIANTS
_IBID = {"russian": "Там же", "romanized": "Ibid.", "ukrainian": "Там само"}
_ROMANIZED = Labels(
    extra_words={
        "box": "kart.",
        "section": "razd.",
        "bundle": "sv.",
        "folder": "papka",
        "volume": "t.",
        "part": "ch.",
        "book": "kn.",
        "document": "dok.",
        "issue": "vyp.",
        "order": "por.",
    }
)
_UKRAINIAN = Labels(
    "ф.",
    "оп.",
    "спр.",
    "спр.",
    "арк.",
    "арк.",
    " зв.",
    "ru",
    {
        "section": "розд.",
        "bundle": "зв'язка",
        "folder": "папка",
        "volume": "т.",
        "part": "ч.",
        "book": "кн.",
        "document": "док.",
    },
    own="lower",
)


def document(doc: Document, context: Context) -> Entry:
    """The shelfmark of its source line."""
    if doc.source is None:
        return Entry("", ("no source line, and so no search data",))
    return reference(doc.source, context)


def reference(citation: Citation, context: Context) -> Entry:
    """The reference, in the chosen form."""
    variant = context.variant or VARIANTS[0]
    if variant == "romanized":
        levels, missing = _levels.romanized(citation, context, labels=_ROMANIZED)
    else:
        labels = _UKRAINIAN if variant == "ukrainian" else RUSSIAN
        levels, missing = _levels.cyrillic(citation, context, labels)
    if repeated(citation, context) != NOTHING:
        name = _IBID[variant]
    else:
        name, lacking = _archive(citation, context, "Latn" if variant == "romanized" else "Cyrl")
        missing = lacking + missing
    parts = [part for part in (name, *levels) if part]
    if variant == "russian":  # the stop of `об.` and that of the separator are one
        text = " ".join(part if part.endswith(".") else f"{part}." for part in parts[:-1])
        text = f"{text} {parts[-1]}".strip() if parts else citation.text
    else:
        text = ", ".join(parts) or citation.text
    return Entry(text, tuple(dict.fromkeys(missing)))


def _archive(citation: Citation, context: Context, script: Script) -> tuple[str, list[str]]:
    """The abbreviation, or the full name where the abbreviation alone does not tell the archive."""
    short, missing = context.abbreviation(citation.archive, script, alone=False)
    archive = context.archive(citation.archive) if citation.archive else None
    if archive is None or citation.archive is None or missing:
        return short, missing
    names = [short, archive.romanized() if script == "Latn" else archive.name(), archive.name("en")]
    for name in names:
        found = context.names.find(name)
        if found is not None and found.ids == (citation.archive.id,):
            return name, missing
    return short, [*missing, f"{short} may be read as another archive"]
