"""Citation styles, one module each: `archcite cite --style NAME`.

A style is a module of this package whose name has no leading underscore; its name on the command line is
that of the module with `-` for `_`. It needs no registration. See docs/how-to/add-a-style.md.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, cast

from archcite.errors import UsageError
from archcite.styles._context import (
    ArchiveNames,
    Context,
    DatedName,
    Entry,
    FoundName,
    Names,
    Run,
    mention,
    unresolved,
)
from archcite.styles._english import no_source
from archcite.styles._labels import remembered
from archcite.styles._output import FORMATS, in_order, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from archcite.model import Citation, Document

__all__ = [
    "FORMATS",
    "ArchiveNames",
    "Context",
    "DatedName",
    "Entry",
    "FoundName",
    "Names",
    "Run",
    "Style",
    "check",
    "cite",
    "get",
    "in_order",
    "names",
    "variant",
    "written",
]


class Style(Protocol):
    """What the module of a style has.

    Beside it, where they apply: `EDITIONS`, the editions of its manual, the usual one first; `REPEATS`, the variants
    that have a form for an immediate repeat; `PUBLISHED`, those that have one for a document in an edition.
    """

    @property
    def VARIANTS(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """The forms that the style knows, the usual one first."""

    def document(self, doc: Document, context: Context) -> Entry:
        """The entry of a document."""

    def reference(self, citation: Citation, context: Context) -> Entry:
        """The entry of a bare reference."""


def names() -> list[str]:
    """The names of all styles, in alphabetical order."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))


def get(name: str) -> Style:
    """The style of that name. Raises UsageError, with the names that there are, for an unknown one."""
    if name not in names():
        near = difflib.get_close_matches(name, names(), 1)
        hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(names())}"
        raise UsageError(f"--style {name}: no such style; {hint}")
    return cast("Style", importlib.import_module(f"{__name__}.{name.replace('-', '_')}"))


def variant(style: Style, name: str | None) -> str:
    """The variant of a style by name, its usual one for null. Raises UsageError for one that it has not."""
    if name is None:
        return style.VARIANTS[0]
    if name not in style.VARIANTS:
        raise UsageError(f"--variant {name}: this style has {', '.join(style.VARIANTS)}")
    return name


def check(style: Style, context: Context, *, ibid: bool = False) -> None:
    """Raise UsageError for what the style has no form for: a variant, an edition, a repeat, a published document."""
    chosen = variant(style, context.variant)
    editions = getattr(style, "EDITIONS", ())
    if context.edition is not None and context.edition not in editions:
        known = f"this style has {', '.join(map(str, editions))}" if editions else "this style has none"
        raise UsageError(f"--edition {context.edition}: {known}")
    for option, asked, forms in (("--ibid", ibid, "REPEATS"), ("--published", context.published, "PUBLISHED")):
        having = getattr(style, forms, ())
        if asked and chosen not in having:
            where = f"only {', '.join(having)} have" if having else "this style has"
            raise UsageError(f"{option}: {where} {'such a form' if having else 'no such form'}")


def cite(
    items: Iterable[Document | Citation], style: str = "gost", context: Context | None = None, *, ibid: bool = False
) -> Iterator[Entry]:
    """Entries of documents and references, one an item, in their order.

    With `ibid` what repeats the source right before is written `Там же` or `Ibid.`; never behind or for a reference
    that is not resolved. An unresolved reference has an entry without text, a document whose source line is unresolved
    one without search data. Without a `context` the packaged authority file and the usual options are taken. Raises
    UsageError for an unknown style and for what it has no form for.
    """
    if context is None:
        from archcite.archives import Authority

        context = Context(Authority.load())
    module = get(style)
    check(module, context, ibid=ibid)
    names: dict[str, str] = {}
    labels: dict[tuple[str, ...], str | None] = {}
    run = Run(names=names, labels=labels)
    for item in items:
        entry = _entry(module, item, replace(context, run=run))
        yield entry
        source = _source(item) if entry.resolved else None
        run = _next(run, source, entry.book, ibid=ibid)
        if source is not None:
            labels |= remembered(source, run)
            if source.archive and source.archive.id and source.archive.written:
                names[source.archive.id] = source.archive.written


def _entry(module: Style, item: Document | Citation, context: Context) -> Entry:
    from archcite.model import Citation

    why = unresolved(_source(item))
    if isinstance(item, Citation):
        return Entry("", (why,), resolved=False) if why else module.reference(item, context)
    if why is not None:
        item = item.model_copy(update={"source": None})
    entry = module.document(item, context)
    missing = [why if why and lack == no_source() else lack for lack in entry.missing]
    missing += [f"doubtful: {doubt}" for doubt in item.doubts]
    return replace(entry, missing=tuple(dict.fromkeys(missing)), resolved=why is None)


def _source(item: Document | Citation) -> Citation | None:
    from archcite.model import Citation

    return item if isinstance(item, Citation) else item.source


def _next(run: Run, source: Citation | None, book: str | None, *, ibid: bool) -> Run:
    """What the entries so far said, behind one of that source and that book."""
    if source is None or book is not None:
        return replace(run, previous=None, book=book if ibid else None)
    named = mention(source.archive)
    return replace(
        run, previous=source if ibid else None, book=None, mentioned=run.mentioned | {named} if named else run.mentioned
    )
