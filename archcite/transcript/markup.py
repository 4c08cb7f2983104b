"""Pages saved from a site, and Markdown: the text that a reader sees, and the way back into the file.

`page_of` makes of a marked-up text the text that a browser would show: tags, scripts, comments and marks of emphasis are
gone, entities are characters, blocks and `<br>` are lines, note links are superscript digits. The documents and references
are found in that text, so that none of the later stages knows of markup, and `Page.start` and `Page.end` turn every offset
into one of the file that the user has. (A text of the same length, with blanks in place of tags, would keep offsets without
a table, but every title, name and description would have holes in it.)

To read another form of markup, write one function like `_markdown` here and name it in `page_of`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Final, Literal

import regex

from archcite.notation.view import View

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

Form = Literal["html", "markdown"]

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HTML_NAMES: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES: Final = (".md", ".markdown")


@dataclass(slots=True, frozen=True)
class Metadata:
    """One key of a page's metadata (`title`, or a key of front matter), its value, and where the value stands in the file."""

    key: str
    value: str
    start: int
    end: int


@dataclass(slots=True)
class Page:
    """A marked-up text as it is shown. Offsets of `text` are code points, those of the file too."""

    view: View
    form: Form
    metadata: list[Metadata] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is shown; `\\n` ends a line."""
        return self.view.text

    def start(self, offset: int) -> int:
        """Offset in the file of the character at `offset` of `text`."""
        return self.view.start(offset)

    def end(self, offset: int) -> int:
        """Offset in the file right behind the character before `offset` of `text`, tags behind it left out."""
        return self.view.end(offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the file of a span of `text`; an empty one stays empty."""
        first = self.start(start)
        return first, max(first, self.end(end)) if end > start else first

    def line_numbers(self, starts: Sequence[int], file_starts: array[int]) -> list[int]:
        """The number in the file, from 1, of each line of `text`; both arguments are offsets of line beginnings."""
        return [bisect_right(file_starts, self.start(start)) for start in starts]


def page_of(text: str, file: str = "") -> Page | None:
    """The page that a text is, by the name of its file or by how it begins; None for a plain text. Linear in its length."""
    name = file.lower()
    if name.endswith(_HTML_NAMES) or _HTML.match(text) is not None:
        from archcite.transcript.htmltext import read_html

        return read_html(text)
    return _markdown(text) if name.endswith(_MARKDOWN_NAMES) else None


def shown(fragment: str) -> str:
    """What a browser shows of a stretch of a page, on one line; a text without tags and entities as it stands."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    from archcite.transcript.htmltext import read_html

    page = read_html(fragment)
    return fragment if page is None else " ".join(page.text.split())


_HTML: Final = regex.compile(
    r"\s*+<(?:!doctype\s{1,3}html|\?xml|html|head|body|meta|title|p|div|h[1-6]|table|center)\b[^<>]{0,2000}>", regex.I
)


class Writer:
    """Puts a page together piece by piece, in the order of the source."""

    __slots__ = ("_at", "_break", "_parts", "_run", "_source", "view")

    def __init__(self, source: str) -> None:
        self._source = source
        self.view = View("")
        self._parts: list[str] = []
        self._at = 0
        self._run = (0, 0)  # the run of the source that is kept as it stands and not yet written
        self._break: tuple[str, int, int] | None = None  # space or line end that is written before the next text

    @property
    def last(self) -> str:
        """The last character of the page so far; a line end at its beginning."""
        if self._break is not None:
            return self._break[0]
        if self._run[1] > self._run[0]:
            return self._source[self._run[1] - 1]
        return self._parts[-1][-1] if self._parts else "\n"

    def keep(self, start: int, end: int) -> None:
        """What stands at `start..end` of the source is text."""
        if start >= end:
            return
        if self._break is None and self._run[1] == start and self._run[0] < start:
            self._run = (self._run[0], end)
            return
        self._flush()
        self._run = (start, end)

    def put(self, instead: str, start: int, end: int) -> None:
        """`instead` is what is shown of `start..end` of the source."""
        if not instead:
            return
        self._flush()
        self._parts.append(instead)
        self.view.add(self._at, start, end - start)
        self._at += len(instead)

    def marker(self, written: str, start: int, end: int) -> None:
        """A note marker: superscript digits, stars as they stand; apart from a number before it and from a note behind it."""
        before, shown = self.last, written.translate(_SUPERSCRIPT)
        if before == "\n":
            shown += " "
        self.put(" " + shown if before.isdigit() else shown, start, end)

    def space(self, start: int, end: int) -> None:
        """White space: one space, none at the beginning of a line."""
        if not self.last.isspace():
            self._write_run()
            self._break = (" ", start, end)

    def line(self, start: int, end: int) -> None:
        """A line ends here; several ends are one."""
        self._write_run()
        if self.last != "\n":
            self._break = ("\n", start, end)

    def done(self) -> View:
        """The finished view."""
        self._break = None
        self._write_run()
        self.view.add(self._at, len(self._source), 0)
        self.view.text = "".join(self._parts)
        return self.view

    def _flush(self) -> None:
        self._write_run()
        if self._break is not None:
            sign, start, end = self._break
            self._break = None
            self._parts.append(sign)
            self.view.add(self._at, start, end - start)
            self._at += 1

    def _write_run(self) -> None:
        start, end = self._run
        if start < end:
            self._parts.append(self._source[start:end])
            self.view.add(self._at, start, end - start)
            self._at += end - start
            self._run = (end, end)


_UNCLOSED: Final = frozenset({"&nbsp", "&quot", "&amp", "&lt", "&gt", "&laquo", "&raquo", "&shy", "&sect", "&copy"})


def entity(written: str) -> str | None:
    """The character of an entity; a no-break space is a space, a soft hyphen nothing; None where it is none."""
    if not written.endswith(";") and written not in _UNCLOSED:
        return None
    sign = unescape(written)
    if sign == written or "\0" in sign:
        return None
    return sign.replace("\xa0", " ").replace("\u00ad", "")


# Markdown

_FRONT: Final = regex.compile(
    r"---[ \t]{0,20}+\r?\n(?P<block>(?:(?!(?:---|\.\.\.)[ \t\r]{0,20}+\n)[^\n]{0,4000}+\n){1,200}+)"
    r"(?:---|\.\.\.)[ \t]{0,20}+(?:\r?\n|\Z)"
)
_YAML_LINE: Final = regex.compile(
    r"(?P<key>[\p{L}_][\p{L}\p{N}_ -]{0,40}+):(?:[ \t]{1,20}+(?P<value>\S[^\r\n]{0,4000}+))?\s*+"
    r"|\s{1,40}\S[^\n]*+\n?|-\s[^\n]*+\n?|#[^\n]*+\n?|\s*+"
)
_TITLE_KEYS: Final = frozenset({"title", "заглавие", "заголовок", "название"})
_ALIASES: Final = {"from": "Author", "to": "Recipient", "от": "Author", "кому": "Recipient"}

_MARKDOWN: Final = regex.compile(
    r"(?P<fence>^[ ]{0,3}(?:```|~~~)[^\n]{0,200}$)"
    r"|(?P<head>^[ ]{0,3}#{1,6}[ \t]++)|(?P<tail>(?<=[ \t])#{1,6}[ \t]{0,20}+$)"
    r"|(?P<quote>^[ ]{0,3}(?:>[ ]?){1,9}+)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<slash>\\(?=\r?$))"
    r"|(?P<define>^[ ]{0,3}\[\^(?P<defined>[\w-]{1,40})\]:[ \t]{0,20}+)"
    r"|\[\^(?P<note>[\w-]{1,40})\]"
    r"|(?P<image>!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\))"
    r"|\[(?P<label>[^\[\]\n]{1,500})\]\((?P<target>[^()\n]{0,1000})\)"
    r"|(?P<em>\*{1,3})(?=[^\s*])(?P<strong>[^*\n]{1,2000}+)(?<=\S)(?P=em)(?!\*)|(?P<loose>\*{2,3})"
    r"|(?<!\w)(?P<low>_{1,3})(?=[^\s_])(?P<under>[^_\n]{1,2000}+)(?<=\S)(?P=low)(?!\w)"
    r"|(?P<comment><!--)|(?P<br><br\s?/?>)"
    r"|<sup>\s?\[?(?P<sup>\d{1,3}|\*{1,3})\]?\s?</sup>"
    r"|(?P<tag></?[a-zA-Z][\w-]{0,15}(?:\s[^<>]{0,300})?/?>)|<(?P<auto>https?://[^<>\s]{1,500})>"
    r"|(?P<entity>&(?:[a-zA-Z][\da-zA-Z]{1,30}|#\d{1,7}|#[xX][\da-fA-F]{1,6});)",
    regex.M,
)


_NUMBERED_NOTE: Final = regex.compile(r"\[\^(?P<number>\d{1,4})\]")


def _markdown(text: str) -> Page:
    """The page of a Markdown text; its front matter becomes lines of metadata."""
    writer = Writer(text)
    page = Page(writer.view, "markdown")
    taken = frozenset(match["number"] for match in _NUMBERED_NOTE.finditer(text))
    front = _FRONT.match(text)
    begin = 0
    if front is not None and (entries := _front_matter(front["block"], front.start("block"))):
        page.metadata = entries
        begin = front.end()
        body = Writer(text)
        _inline(body, text, begin, len(text), _Notes(taken), 0)
        _labels(writer, page.metadata, " ".join(body.done().text.split()))
    _inline(writer, text, begin, len(text), _Notes(taken), 0)
    page.view = writer.done()
    return page


def _front_matter(block: str, offset: int) -> list[Metadata]:
    """The keys of a block of YAML as far as it is simple: scalars and lists of them; empty if it is something else."""
    found: list[Metadata] = []
    at = 0
    for line in block.splitlines(keepends=True):
        match = _YAML_LINE.fullmatch(line)
        if match is None:
            return []
        if match["key"] is not None:
            value = match["value"] or ""
            start = offset + at + (match.start("value") if value else len(line.rstrip()))
            for quote in "\"'":
                if len(value.rstrip()) > 1 and value.startswith(quote) and value.rstrip().endswith(quote):
                    value, start = value.rstrip()[1:-1], start + 1
            if value.startswith("[") and value.rstrip().endswith("]"):
                value, start = value.rstrip()[1:-1], start + 1
            found.append(Metadata(match["key"].strip(), value.rstrip(), start, start + len(value.rstrip())))
        at += len(line)
    return found


def _labels(writer: Writer, metadata: Sequence[Metadata], body: str) -> None:
    """Write the keys that the reader of documents knows as lines such as `archive: …`, and the title as a line.

    What the body says in the same words is left to the body, so that one document is not read as two.
    """
    from archcite.transcript.lines import LABELS

    for entry in metadata:
        key = entry.key.lower().replace("_", " ").replace("-", " ")
        if entry.value in ("", "|", ">", "|-", ">-") or " ".join(entry.value.split()) in body:
            continue
        if key not in _TITLE_KEYS:
            label = _ALIASES.get(key) or (entry.key if LABELS.get(key, "site") != "site" else None)
            if label is None:
                continue
            writer.put(f"{label.replace('_', ' ').replace('-', ' ')}: ", entry.start, entry.start)
        writer.keep(entry.start, entry.end)
        writer.put("\n", entry.end, entry.end)


@dataclass(slots=True)
class _Notes:
    """The numbers of named footnotes, in the order in which they are met; `taken` are those that footnotes have as names."""

    taken: frozenset[str]
    numbers: dict[str, str] = field(default_factory=dict)
    last: int = 0

    def number(self, name: str) -> str:
        """Its own number, or the next one that is free."""
        if name.isdecimal():
            return name
        if name not in self.numbers:
            self.last += 1
            while str(self.last) in self.taken:
                self.last += 1
            self.numbers[name] = str(self.last)
        return self.numbers[name]


def _inline(writer: Writer, text: str, start: int, end: int, notes: _Notes, depth: int) -> None:
    """Write a stretch of Markdown without its marks."""
    at = start
    for match in _MARKDOWN.finditer(text, start, end):
        if match.start() < at:
            continue
        writer.keep(at, match.start())
        at = match.end()
        if match["escaped"] is not None:
            writer.keep(match.start("escaped"), at)
        elif match["define"] is not None:
            writer.marker(notes.number(match["defined"]), match.start(), at)
        elif match["note"] is not None:
            writer.marker(notes.number(match["note"]), match.start(), at)
        elif match["sup"] is not None:
            writer.marker(match["sup"], *match.span("sup"))
        elif match["label"] is not None:
            label = match["label"].strip("[]() ")
            if label.isdecimal() and len(label) < 4 and "#" in match["target"]:
                writer.marker(label, *match.span("label"))
            else:
                _nested(writer, text, match.span("label"), notes, depth)
        elif match["strong"] is not None or match["under"] is not None:
            _nested(writer, text, match.span("strong" if match["strong"] is not None else "under"), notes, depth)
        elif match["br"] is not None:
            writer.put("\n", match.start(), at)
        elif match["auto"] is not None:
            writer.keep(*match.span("auto"))
        elif match["entity"] is not None:
            sign = entity(match.group())
            if sign is None:
                writer.keep(match.start(), at)
            else:
                writer.put(sign, match.start(), at)
        elif match["comment"] is not None:
            close = text.find("-->", at, end)
            at = close + 3 if close >= 0 else end
    writer.keep(at, end)


_DEEPEST = 4


def _nested(writer: Writer, text: str, span: tuple[int, int], notes: _Notes, depth: int) -> None:
    if depth < _DEEPEST:
        _inline(writer, text, *span, notes, depth + 1)
    else:
        writer.keep(*span)
