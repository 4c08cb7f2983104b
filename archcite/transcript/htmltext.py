"""The text that a browser shows of an HTML page, with the way back: see `markup`.

One pass over the tags, which need not be well formed. What is shown is kept even where the markup is broken; a tag is only
what has its `>` before the next `<`. Line ends of the source are spaces, as in a browser, unless the page has no blocks.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

from archcite.transcript.markup import Metadata, Page, Writer, entity

_TOKEN: Final = regex.compile(
    r"(?P<comment><!--)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]{0,30}+)(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+)>"
    r"|(?P<declaration><[!?][^<>]*+>)"
    r"|(?P<entity>&(?:[a-zA-Z][\da-zA-Z]{1,30}+|#\d{1,7}+|#[xX][\da-fA-F]{1,6}+);?)"
    r"|(?P<space>[ \t\r\n\f]++)"
)

_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dir",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "head", "header", "hr", "html", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
     "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"}
)  # fmt: skip
_UNSHOWN: Final = frozenset(
    {"script", "style", "template", "svg", "noscript", "iframe", "object", "select", "textarea", "title",
     "audio", "video", "math"}
)  # fmt: skip
_BLOCK_TAG: Final = regex.compile(r"<(?:p|br|div|td|li|pre|h[1-6]|tr|dd)\b", regex.I)

_ROW: Final = 3000  # code points of the longest row of a table that is shown in one line
_ROW_END: Final = regex.compile(r"</tr|<tr|</table|</tbody", regex.I)
_ROW_BLOCK: Final = regex.compile(r"<(?:p|div|br|table|h[1-6]|li|ul|ol|hr|center|blockquote|pre)\b", regex.I)

# A note marker: a number or stars alone in a link or in a superscript, with or without brackets.
_OPENS: Final = r"(?:\s|&nbsp;|<![^<>]{0,60}>|</?(?:span|b|i|u|font|small|strong|em|sup)\b[^<>]{0,400}>){0,9}+"
_SUP: Final = regex.compile(
    r"(?:\s|&nbsp;|<(?:a|span|b|i|u|font|small|strong|em)\b[^<>]{0,400}>){0,6}+[\[(]?(?:<[^<>]{0,100}>){0,2}+"
    r"(?P<number>\d{1,3}|\*{1,3})(?:<[^<>]{0,100}>){0,2}?[\])]?"
    r"(?:\s|&nbsp;|</(?:a|span|b|i|u|font|small|strong|em)>){0,6}+</sup>",
    regex.I,
)
_ARROW: Final = r"(?:[\^↑↩⏎▲⤴]|&(?:#(?:94|8593|8617|9166|9650|10548|x5e|x2191|x21a9|x23ce|x25b2|x2934)|uarr|larrhk);)(?:\ufe0e|&#(?:65038|xfe0e);)?"
_LINK: Final = regex.compile(
    rf"{_OPENS}(?P<open>[\[(]?){_OPENS}(?:(?P<number>\d{{1,3}}|\*{{1,3}})|(?P<back>{_ARROW})){_OPENS}[\])]?{_OPENS}</a\s?>",
    regex.I,
)
_TO_PLACE: Final = regex.compile(r"href\s{0,3}=\s{0,3}[\"']?[^\"'\s<>]{0,300}#", regex.I)
_TO_NOTE: Final = regex.compile(r"ftn|fn|foot|note|cite|edn|(?<!h)ref|snos|prim|прим|сноск|comment|sdf", regex.I)
_VALUE: Final = regex.compile(r"\b(?:start|value)\s{0,3}=\s{0,3}[\"']?(?P<value>\d{1,4})", regex.I)
_LETTERED: Final = regex.compile(r"\btype\s{0,3}=\s{0,3}[\"']?[aAiI]\b")


def read_html(text: str) -> Page | None:
    """The page of an HTML text; None if there is neither a tag nor an entity in it. Time and memory linear."""
    if not any(match["space"] is None for match in _TOKEN.finditer(text)):
        return None
    reader = _Reader(text)
    reader.read()
    return Page(reader.writer.done(), "html", reader.metadata)


class _Reader:
    """One pass over a page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.writer = Writer(text)
        self.metadata: list[Metadata] = []
        self._flows = _BLOCK_TAG.search(text) is not None
        self._pre = 0
        self._lists: list[int | None] = []  # the next number of each open list, None for one without numbers
        self._tabs = False
        self._cells = 0
        self._unclosed: set[str] = set()
        self._at = 0

    def read(self) -> None:
        """Write the page."""
        for match in _TOKEN.finditer(self.text):
            if match.start() < self._at:
                continue
            self.writer.keep(self._at, match.start())
            self._at = match.end()
            if match["space"] is not None:
                self._space(match.start(), match.end())
            elif match["entity"] is not None:
                self._entity(match)
            elif match["comment"] is not None:
                self._skip("-->", match.start())
            elif match["name"] is not None:
                self._tag(match)
        self.writer.keep(self._at, len(self.text))

    def _space(self, start: int, end: int) -> None:
        written = self.text[start:end]
        breaks = not self._flows and ("\n" in written or "\r" in written)
        if self._pre or breaks or (written == " " and not self.writer.last.isspace()):
            self.writer.keep(start, end)
        else:
            self.writer.space(start, end)

    def _entity(self, match: regex.Match[str]) -> None:
        sign = entity(match.group())
        if sign is None:
            self.writer.keep(match.start(), match.end())
        elif sign == " ":
            self.writer.space(match.start(), match.end())
        else:
            self.writer.put(sign, match.start(), match.end())

    def _skip(self, close: str, start: int) -> bool:
        """Leave out what goes up to `close`; where it does not come, only the opening."""
        found = -1 if close in self._unclosed else self.text.find(close, self._at)
        if found < 0:
            self._unclosed.add(close)
            if close == "-->":
                self.writer.keep(start, self._at)
            return False
        self._at = found + len(close)
        return True

    def _tag(self, match: regex.Match[str]) -> None:
        name = match["name"].lower()
        closes = match["close"] == "/"
        if name in _UNSHOWN and not closes and not match["attributes"].endswith("/"):
            self._unshown(name, match.start())
        elif name in _BLOCKS:
            self._block(name, closes, match)
        elif name in ("td", "th") and not closes:
            self._cell(match.start(), match.end())
        elif not closes and (name == "sup" or (name == "a" and _TO_PLACE.search(match["attributes"]))):
            self._marker(name, match)

    def _unshown(self, name: str, start: int) -> None:
        begin = self._at
        if name in self._unclosed:
            return
        close = _closing(name).search(self.text, self._at)
        if close is None:
            self._unclosed.add(name)
            return
        self._at = close.end()
        self.writer.line(start, self._at)
        if name == "title":
            value = " ".join(_TAGS.sub(" ", self.text[begin : close.start()]).split())
            value = regex.sub(r"&#?\w{1,30};", lambda found: entity(found.group()) or found.group(), value)
            self.metadata.append(Metadata("title", value, begin, close.start()))

    def _block(self, name: str, closes: bool, match: regex.Match[str]) -> None:
        self.writer.line(match.start(), match.end())
        if name == "pre":
            self._pre = max(0, self._pre + (-1 if closes else 1))
        elif name in ("ol", "ul", "dl", "menu", "dir"):
            self._list(name, closes, match["attributes"])
        elif name == "li" and not closes:
            self._item(match)
        elif name == "hr":
            self.writer.put("---", match.start(), match.end())
            self.writer.line(match.start(), match.end())
        elif name == "tr" and not closes:
            row = self.text[match.end() : match.end() + _ROW]
            end = _ROW_END.search(row)
            self._tabs = end is not None and _ROW_BLOCK.search(row, 0, end.start()) is None
            self._cells = 0

    def _list(self, name: str, closes: bool, attributes: str) -> None:
        if closes:
            if self._lists:
                self._lists.pop()
            return
        value = _VALUE.search(attributes)
        numbered = name == "ol" and _LETTERED.search(attributes) is None
        self._lists.append((int(value["value"]) if value else 1) if numbered else None)

    def _item(self, match: regex.Match[str]) -> None:
        """A browser shows the number of an item that the page does not write."""
        number = self._lists[-1] if self._lists else None
        if number is None:
            return
        value = _VALUE.search(match["attributes"])
        number = int(value["value"]) if value else number
        self._lists[-1] = number + 1
        self.writer.put(f"{number}. ", match.start(), match.end())

    def _cell(self, start: int, end: int) -> None:
        self._cells += 1
        if self._cells == 1 or not self._tabs:
            self.writer.line(start, end)
        else:
            self.writer.put("\t", start, end)

    def _marker(self, name: str, match: regex.Match[str]) -> None:
        """A superscript number or a link to a note; anything else is text."""
        found = (_SUP if name == "sup" else _LINK).match(self.text, self._at)
        if found is None:
            return
        if name == "a":
            if found["back"] is not None:
                self._at = found.end()  # `↩`, the way back from a note
                return
            if not found["open"] and _TO_NOTE.search(match["attributes"]) is None:
                return  # a table of contents: `№ <a href="#d84">84</a>`
        self.writer.marker(found["number"], *found.span("number"))
        self._at = found.end()


_TAGS: Final = regex.compile(r"<[^<>]*+>")


@cache
def _closing(name: str) -> regex.Pattern[str]:
    """The closing tag of an element, in any case."""
    return regex.compile(rf"</{name}\s{{0,20}}>", regex.I)
