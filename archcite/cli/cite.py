"""`archcite cite`: entries ready to paste."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import regex
import typer

from archcite.cli import console
from archcite.cli.common import Encoding, Inputs
from archcite.cli.show import pick, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archcite import styles
    from archcite.model import Citation, Document

_LETTER = regex.compile(r"[\p{L}\p{N}]")
_LIST_MARK = regex.compile(r"^[\s\p{P}]*+(?:\d{1,4}[.)\]]?\s++)?")
_EDGES = " \t\r\n.,;:()[]–—-"


def command(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|REFERENCE",
            help="Files, folders, FILE#NUMBER, quoted references, or - for standard input.",
        ),
    ],
    style: Annotated[
        str,
        typer.Option(
            "--style",
            "-s",
            metavar="NAME",
            help="gost, chicago, mla, apa, kritika, slavic-review, wikipedia or shelfmark.",
        ),
    ] = "gost",
    variant: Annotated[
        str | None,
        typer.Option("--variant", metavar="NAME", help="A form of the style: footnote, inline, note, bibliography …"),
    ] = None,
    edition: Annotated[int | None, typer.Option("--edition", metavar="N", help="Edition of the manual.")] = None,
    as_published: Annotated[
        bool, typer.Option("--as-published/--current", help="The archive's name as the text has it, or today's.")
    ] = False,
    published: Annotated[
        bool, typer.Option("--published", help="Cite the book that the file says a document was published in.")
    ] = False,
    ibid: Annotated[
        bool, typer.Option("--ibid", help="Write Там же or Ibid. for the source of the entry right before.")
    ] = False,
    sort: Annotated[bool, typer.Option("--sort", help="In alphabetical order, each entry once.")] = False,
    number: Annotated[bool, typer.Option("--number", "-n", help="Number the entries.")] = False,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="text, markdown or html.", show_default=True)
    ] = "text",
    scheme: Annotated[
        str,
        typer.Option(
            "--romanization", metavar="NAME", help="ala-lc, bgn-pcgn, iso-9 or scientific, for Latin letters."
        ),
    ] = "ala-lc",
    csl: Annotated[
        str | None,
        typer.Option(
            "--csl",
            metavar="FILE",
            help="Any other style, written in CSL; gost-archive is our own. Needs archcite[csl].",
        ),
    ] = None,
    lines: Annotated[
        bool | None,
        typer.Option(
            "--lines/--text",
            help="Read files and standard input as one reference a line, or as text.",
            show_default=False,
        ),
    ] = None,
    encoding: Encoding = None,
) -> None:
    """Print a bibliography entry for each document, or for references typed on the command line.

    An existing path is a path; anything else must parse as a reference. Standard input (-) is a list of references if
    most of its lines are references, else a transcription. What was repaired, what the archive is called today, and
    what the style wants and the record lacks is said on standard error. A number that may be read in another way is marked
    [?]. A reference that leads to no sheets has no entry, and the exit code is 2.

    Examples:

    \b
    archcite cite letters/1923.txt#171
    archcite cite letters/ --style chicago --variant bibliography --sort --number
    archcite cite letters/ --style kritika --ibid --format markdown
    archcite cite 'RTSKHIDNI. F. 558. On. 1. D. 5397. L. 2' --style gost
    """
    from archcite import styles
    from archcite.errors import UsageError

    inputs = Inputs([], encoding)
    documents: dict[str, Document] = {}
    context = styles.Context(inputs.authority, variant, as_published, edition, scheme, documents.get, published)
    _check(context, style, format_, ibid=ibid, listed=sort or number, csl=csl)
    if ibid and sort:
        raise UsageError("--ibid with --sort: what a repeat repeats must stand right before it")
    collected = _Collected(inputs, lines, documents)
    items = [item for target in targets for item in collected.of(target)]
    if csl is not None:
        from archcite.styles import _pandoc

        result = _pandoc.render([item for _, item in items], csl, context, format_)
        for place, lack in result.missing:
            collected.say(items[place][0], lack)
        for line in result.lines:
            console.out(line)
        inputs.close(2 if collected.failed or result.unresolved else 0)
        return
    entries = list(styles.cite([item for _, item in items], style, context, ibid=ibid))
    order = list(range(len(entries)))
    if sort:
        order, same = styles.in_order(entries)
        if same:
            inputs.remark(f"{same} of {len(entries)} entries are the same as others: printed once")
    for (name, _), entry in zip(items, entries, strict=True):
        for lack in entry.missing:
            collected.say(name, lack)
    for line in styles.written([entries[place] for place in order], format_, numbered=number):
        console.out(line)
    inputs.close(2 if collected.failed or not all(entry.resolved for entry in entries) else 0)


def _check(context: styles.Context, style: str, format_: str, *, ibid: bool, listed: bool, csl: str | None) -> None:
    """Raise UsageError for options that contradict each other or the style, before anything is read."""
    from archcite import styles
    from archcite.archives import SCHEMES
    from archcite.errors import UsageError

    if format_ not in styles.FORMATS:
        raise UsageError(f"--format {format_}: expected {', '.join(styles.FORMATS)}")
    if context.scheme not in SCHEMES:
        raise UsageError(f"--romanization {context.scheme}: expected one of {', '.join(SCHEMES)}")
    styles.check(styles.get(style), context, ibid=ibid)
    if csl is not None and (ibid or listed or context.variant or context.edition or context.published):
        raise UsageError("--csl: the CSL style decides on order, numbers, repeats, form and edition")


@dataclass(slots=True)
class _Collected:
    """Reads the targets; says what went wrong and remembers that it did, and says nothing twice."""

    inputs: Inputs
    lines: bool | None
    documents: dict[str, Document]
    failed: bool = False
    said: set[tuple[str, str]] = field(default_factory=set)

    def say(self, name: str, remark: str) -> None:
        """A remark on one input, on standard error, once."""
        if (name, remark) not in self.said:
            self.said.add((name, remark))
            console.err(f"{name}: {remark}")

    def of(self, target: str) -> Iterator[tuple[str, Document | Citation]]:
        """What is to be cited for one target, and how to speak of it."""
        path, number = split(target)
        if target == "-" or os.path.exists(path):
            yield from self._path(path, number)
            return
        citations = self.inputs.reader.reference(target)
        if not citations:
            console.complain(f"{target}: neither an existing path nor an archival reference")
            self.failed = True
            return
        _say_left(target, target, citations, 0)
        for citation in _cut_off(target, citations):
            self._repairs(citation.text, citation)
            yield citation.text, citation

    def _path(self, path: str, number: str | None) -> Iterator[tuple[str, Document | Citation]]:
        from archcite.catalogue.pairs import pair
        from archcite.errors import InputError
        from archcite.transcript.reading import expand

        views = []
        for source in expand([path]):
            try:
                view = self.inputs.reader.file(source)
            except InputError as error:
                self.inputs.errors.append(error)
                console.complain(error)
                continue
            listed = self.lines if self.lines is not None else path == "-" and is_list(view.text.text, view.citations)
            if listed and number is None:
                yield from self._lines(view.text.text, view.text.file)
                continue
            views.append(view)
            if not view.documents and view.text.text.strip():
                cited = (
                    f"; it has {len(view.citations)} references (archcite list --citations)" if view.citations else ""
                )
                self.inputs.remark(f"{view.text.file}: no document found, nothing to cite{cited}")
        found = pair(views, self.inputs.settings.pairs)
        self.documents.update((document.id, document) for document in found)
        for document in pick(found, path, number) if views else ():
            if document.source is not None:
                self._repairs(document.id, document.source)
            yield document.id, document

    def _lines(self, text: str, file: str) -> Iterator[tuple[str, Citation]]:
        """A list of references: each line is read behind the lines before it, so that `Ibid.` is resolved.

        Behind a line that could not be read nothing is inherited: the source that is meant may be that line.
        """
        citations = _cut_off(text, self.inputs.reader.reference(text))
        at = unread = 0
        for count, (start, line) in enumerate(_with_offsets(text), 1):
            own = []
            while at < len(citations) and citations[at].start < start + len(line):
                own.append(citations[at])
                at += 1
            if line.strip() and not own:
                console.complain(f"{file}:{count}: no archival reference: {line.strip()}")
                self.failed = True
                unread = count
            if own:
                _say_left(f"{file}:{count}", line, own, start)
            for citation in own:
                name = f"{file}:{count}"
                if not citation.inherited:
                    unread = 0
                elif unread:
                    reason = f"it may repeat line {unread}, which could not be read"
                    citation = citation.model_copy(
                        update={"status": "unresolved", "reason": reason, "reason_kind": "unresolved source"}
                    )
                else:
                    self.say(name, f"{', '.join(citation.inherited)} from the reference before")
                self._repairs(name, citation)
                yield name, citation

    def _repairs(self, name: str, citation: Citation) -> None:
        """What was repaired in a reference, and what its archive is called today (once for every former name)."""
        for repair in citation.repairs:
            self.say(name, f"{repair.level}: {repair.written!r} read as {repair.read!r} ({repair.reason})")
        archive = citation.archive
        if archive is None or archive.id is None or not archive.written:
            return
        from archcite.styles import Context

        if not Context(self.inputs.authority).is_former(archive) or ("", archive.written) in self.said:
            return
        self.said.add(("", archive.written))
        known = self.inputs.authority.get(archive.id)
        console.err(f"{name}: {archive.written} is today's {known.abbr('ru')} ({known.abbr('en')})")


def is_list(text: str, citations: Sequence[Citation]) -> bool:
    """Whether a text is a list of references, one a line, and no transcription.

    It is where its first line is one, and at least half of its lines are: a line whose references leave fewer letters
    of it over than they have themselves.
    """
    lines = [(start, line) for start, line in _with_offsets(text) if line.strip()]
    taken = [0] * len(lines)
    at = 0
    for place, (start, line) in enumerate(lines):
        while at < len(citations) and citations[at].start < start + len(line):
            taken[place] += len(_LETTER.findall(text[citations[at].start : citations[at].end]))
            at += 1
    made = [count * 2 > len(_LETTER.findall(line)) for count, (_, line) in zip(taken, lines, strict=True)]
    return bool(made) and made[0] and sum(made) * 2 >= len(made)


def _cut_off(text: str, citations: list[Citation]) -> list[Citation]:
    """A reference whose levels go on behind words that cannot be read (`Ф. 210. Московский стол. Стб. 12`) is doubtful."""
    out = list(citations)
    for place, (citation, following) in enumerate(pairwise(citations)):
        between = text[citation.end : following.start]
        if following.status == "unresolved" and not following.inherited and "\n" not in between:
            reason = f"its levels may go on behind “{between.strip(_EDGES)}”"
            out[place] = citation.model_copy(
                update={"status": "ambiguous", "reason": reason, "reason_kind": "doubtful numbers"}
            )
    return out


def _with_offsets(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in regex.split(r"(\r\n|\r|\n)", text)[::2]:
        yield start, line
        start += len(line)
        start += 2 if text.startswith("\r\n", start) else 1


def _say_left(name: str, line: str, citations: Sequence[Citation], start: int) -> None:
    """On standard error: the words of a typed reference that are in no level and so in no entry."""
    left, at = [], len(_LIST_MARK.match(line).group()) if line is not name else 0  # type: ignore[union-attr]
    for citation in citations:
        left.append(line[at : citation.start - start])
        at = max(at, citation.end - start)
    left.append(line[at:])
    words = "; ".join(piece.strip(_EDGES) for piece in left if _LETTER.search(piece))
    if words:
        console.err(f"{name}: not in the entry: {words}")
