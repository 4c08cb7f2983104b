"""`Ibid.`, chains and inheritance within one document.

What a reference leaves out comes from the nearest archival source before it, and only if something says so: an ibid
word, or separators alone between the two. A printed source in between ends the chain. Nothing is inherited without
such a sign.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from archcite.notation.records import LEVELS, RANK, Extra, Mention, Printed, Reference, Resolved, Why
from archcite.notation.shelfmark import fold, shelfmark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from archcite.model import LevelName, Status


_NOTHING = Why("no source", "nothing before it in this document is an archival reference")


@dataclass(slots=True)
class _Source:
    """The nearest source before a reference, or the reason why there is none to inherit from."""

    archive: Mention | None = None
    levels: dict[str, tuple[str, ...]] | None = None
    canonical: dict[str, tuple[str, ...]] = field(default_factory=dict)
    extra: tuple[Extra, ...] = ()
    doubt: Why | None = None
    leaf: bool = False
    """Its sheets stand behind `f.` or `ff.`"""
    by_document: bool = False
    """Its files are documents of a list."""
    printed: bool = False
    why_not: Why = _NOTHING


def resolve(found: Iterable[Reference | Printed], decided: Mapping[str, str] | None = None) -> Iterator[Resolved]:
    """Resolve the references of one document, in the order of its text.

    `decided` says which archive an ambiguous abbreviation means in this project, by `name_key` of the abbreviation.
    """
    source = _Source()
    named: dict[str, str] = {}
    for item in found:
        if isinstance(item, Reference) and item.archive is not None:
            _decide(item.archive, named, decided or {})
        if isinstance(item, Printed):
            what = "in boxes and folders" if item.boxes else "a printed one"
            source = _Source(printed=True, why_not=Why("printed source", f"the source before it is {what}"))
            continue
        resolved, source = _resolve(item, source)
        if resolved is not None:
            yield resolved


def name_key(written: str) -> str:
    """An archive's name as a key: capitals and digits only."""
    return "".join(c for c in written.upper() if c.isalnum())


def _decide(mention: Mention, named: dict[str, str], decided: Mapping[str, str]) -> None:
    """Settle an ambiguous name by the project's configuration or by the one candidate that was named before.

    `named` collects the archives that the document names for sure, with the name that it used.
    """
    if mention.id is not None:
        named.setdefault(mention.id, mention.written)
        return
    chosen = decided.get(name_key(mention.written)) or _by_first_word(mention, decided)
    if chosen is not None and mention.candidates:
        mention.id, mention.decided = chosen, "the configuration says which archive is meant"
    else:
        before = [one for one in mention.candidates if one in named]
        if len(before) != 1 or not _settles(named[before[0]], mention.written):
            return
        mention.id, mention.decided = before[0], f"one of its archives was named before: {named[before[0]]}"
    mention.candidates = ()


def _by_first_word(mention: Mention, decided: Mapping[str, str]) -> str | None:
    """What the configuration says of an abbreviation whose place left several: `ЦГИА, Ленинград`."""
    first = mention.written.replace(",", " ").split()[0]
    chosen = decided.get(name_key(first))
    return chosen if chosen in mention.candidates else None


FEWEST_WORDS = 3


def _settles(earlier: str, abbreviation: str) -> bool:
    """Whether an earlier name can settle an abbreviation: it begins with it (`ЦПА ИМЛ`), or is a full name."""
    words = earlier.split()
    beginnings = {fold(name_key("".join(words[:count]))) for count in range(1, len(words) + 1)}
    return fold(name_key(abbreviation)) in beginnings or len(words) >= FEWEST_WORDS


def _resolve(reference: Reference, source: _Source) -> tuple[Resolved | None, _Source]:
    if reference.ibid is not None and reference.leaf and source.leaf and list(reference.levels) == ["fond"]:
        reference.levels = {"sheets": reference.levels["fond"]}  # `Ibid., f. 40` behind `…, ff. 34-35`
    documents = [piece for piece in reference.extra if piece.kind == "document"]
    if reference.ibid is not None and source.by_document and documents and "dela" not in reference.levels:
        kept = {level: items for level, items in reference.levels.items() if level == "sheets"}
        reference.levels = {"dela": tuple(piece.value for piece in documents)} | kept
        reference.extra = [piece for piece in reference.extra if piece.kind != "document"]
        reference.by_document = True
    linked = reference.ibid is not None or (reference.chained and reference.archive is None)
    archive = reference.archive
    levels = dict(reference.levels)
    extra = tuple(reference.extra)
    inherited: list[LevelName] = []
    status: Status | None = None
    why: Why | None = None
    if linked:
        if source.levels is None:
            if reference.ibid is not None and source.printed and (reference.paged or not levels):
                return None, source  # `Ibid., pp. 128-129` after a journal is the journal again
            if reference.ibid is not None or "fond" not in levels:
                status, why = "unresolved", source.why_not
        else:
            archive, levels, extra, inherited = _inherit(reference, source)
            doubt = _several(reference, source) or source.doubt
            if doubt is not None:
                status, why = "ambiguous", doubt
    elif archive is None and "fond" not in levels:
        why = Why("no link", "names neither archive nor fond, and nothing links it to the reference before")
        status = "partial" if "opis" in levels and "dela" in levels else "unresolved"
    if status is None:
        status, why = _status(archive, levels, reference.doubt)
    key = None if status == "unresolved" else archive_key(archive)
    canonical = _canonical(reference, source if linked else _Source())
    resolved = Resolved(
        reference,
        archive,
        key,
        levels,
        extra,
        tuple(inherited),
        status,
        why,
        None if status in ("unresolved", "ambiguous") else shelfmark(key, levels | canonical, extra),
    )
    if status == "unresolved":
        return resolved, _Source(why_not=Why("unresolved source", "the reference before it could not be resolved"))
    doubt = source.doubt if linked else None
    if doubt is None and status == "ambiguous" and key is not None and why is not None:
        doubt = Why("doubtful source", f"the reference before it is doubtful: {why.words}")
    leaf = "sheets" in levels and reference.leaf
    by_document = reference.by_document or (linked and source.by_document)
    return resolved, _Source(archive, levels, canonical, extra, doubt, leaf, by_document)


def _inherit(
    reference: Reference, source: _Source
) -> tuple[Mention | None, dict[str, tuple[str, ...]], tuple[Extra, ...], list[LevelName]]:
    """All above the highest level that stands in the reference comes from the source; without levels, everything."""
    assert source.levels is not None
    written = [level for level in LEVELS if level in reference.levels]
    highest = RANK[written[0]] if written else len(LEVELS)
    levels: dict[str, tuple[str, ...]] = {}
    inherited: list[LevelName] = []
    if source.archive is not None:
        inherited.append("archive")
    for level in LEVELS:
        if level in reference.levels:
            levels[level] = reference.levels[level]
        elif RANK[level] < highest and level in source.levels:
            levels[level] = source.levels[level]
            if level != "sheets":
                inherited.append(level)
    extra = tuple(reference.extra)
    if highest > RANK["dela"]:  # the same file: its volume or part stays
        kinds = {piece.kind for piece in extra}
        extra = tuple(piece for piece in source.extra if piece.kind not in kinds) + extra
    return source.archive, levels, extra, inherited


def _canonical(reference: Reference, source: _Source) -> dict[str, tuple[str, ...]]:
    """The levels whose key differs from what is written, those of the source included where they are inherited."""
    kept = {level: items for level, items in source.canonical.items() if level not in reference.levels}
    return kept | reference.canonical


def _several(reference: Reference, source: _Source) -> Why | None:
    """Sheets after a source with several files could be of any of them."""
    assert source.levels is not None
    if "sheets" in reference.levels and "dela" not in reference.levels and len(source.levels.get("dela", ())) > 1:
        return Why("several files", f"the source before it names several files ({', '.join(source.levels['dela'])})")
    return None


def _status(
    archive: Mention | None, levels: dict[str, tuple[str, ...]], doubt: str | None
) -> tuple[Status, Why | None]:
    if doubt is not None:
        return "ambiguous", Why("doubtful numbers", doubt)
    if archive is None:
        return "partial", Why("no archive", "no archive is named")
    if archive.candidates:
        several = f"{archive.written} fits several archives: {', '.join(archive.candidates)}"
        return "ambiguous", Why("ambiguous archive", several)
    if archive.id is None:
        return "partial", Why("unknown archive", f"the authority file has no archive called {archive.written}")
    if "fond" not in levels:
        return "partial", Why("no fond", "no fond is named")
    return "resolved", None if archive.decided is None else Why("decided archive", archive.decided)


def archive_key(archive: Mention | None) -> str | None:
    """The archive's part of the shelfmark: its id, or `name:` and the written name of an unlisted one."""
    if archive is None or archive.candidates:
        return None
    if archive.id is not None:
        return archive.id
    return f"name:{name_key(archive.written)}"
