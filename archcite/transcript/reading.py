"""Bytes to text: which files a request names, and what stands in each of them.

`expand` turns the paths that a user gave into sources, `read` turns one source into decoded text. Nothing
here stops the work: a source that cannot be read is yielded like the others, and `read` raises its
`InputError`, so that a caller reports it in its place and goes on.

Decoding follows the byte-order mark where there is one, whatever was asked for (WHATWG Encoding Standard,
"BOM sniff": a mark is certain, a label is a claim), then the encoding that the caller named, then what the bytes
themselves say (see `encodings`).
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from archcite.errors import InputError, UsageError
from archcite.transcript.encodings import detect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STDIN = "-"
SUFFIXES = (".txt", ".md", ".html", ".htm")
"""What is read from a folder. A file that is named itself is read whatever its name is."""

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codecs of Python that turn bytes into text but are no encodings of files.
_NO_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: `path` to open it, `file` to speak of it, `problem` if it is known to be unreadable.

    `file` is the path as the user gave it, joined with `/` below a folder; bytes of a file name that are no
    UTF-8 are shown as `\\xNN`.
    """

    path: str
    file: str
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A decoded input. Offsets are code points of `text`; a byte-order mark counts for nothing.

    `text` has its line ends as they stand in the file; `encoding` is the name of the Python codec; `mark`
    says whether the file began with a byte-order mark (a writer that changes the file puts it back). `detected` is
    true where the encoding was neither marked, named, declared nor plainly UTF-8; `remark` is what a user should be told
    of it (a clause without the path), None where there is nothing to tell.
    """

    file: str
    text: str
    encoding: str
    mark: bool = False
    detected: bool = False
    remark: str | None = None
    _starts: list[array[int]] = field(default_factory=list, repr=False, compare=False)

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points.

        `\\n`, `\\r\\n` and a lone `\\r` end a line, and nothing else does (no form feed, no U+2028). The line
        ends are counted at the first call. Raises IndexError for an offset outside 0..len(text).
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} is outside the text (0..{len(self.text)})")
        starts = self.line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_starts(self) -> array[int]:
        """Offset of the first character of each line; the first is 0. Counted once."""
        if not self._starts:
            text = self.text
            if "\r" in text:  # length for length, so that offsets stay what they are
                text = text.replace("\r\n", " \n").replace("\r", "\n")
            ends = accumulate(len(line) + 1 for line in text.split("\n"))
            starts = array("Q", [0])
            starts.extend(ends)
            starts.pop()  # the end of the last line begins none
            self._starts.append(starts)
        return self._starts[0]


def expand(paths: Sequence[str]) -> Iterator[Source]:
    """Sources for the paths as given: files, folders (recursively, sorted by name), `-` for standard input.

    In a folder, files ending in one of `SUFFIXES` (any case) are taken, hidden files and folders (a leading
    dot) are not; a file or folder that the user names is always taken. A folder that several links lead to is
    read once, by the first path. What cannot be entered or is not there is yielded with its `problem`.
    """
    for path in paths:
        if path == STDIN:
            yield Source(path, path)
        elif os.path.isdir(path):
            yield from _walk(path)
        else:
            yield Source(path, _shown(path), None if path else InputError("''", "an empty path"))


def read(source: Source | str, encoding: str | None = None) -> Text:
    """Decode one source (or the file of that path, or `-`), with no newline translation.

    `encoding` is what the caller says of files without a byte-order mark; without it the bytes are asked, and the
    result has a `remark` unless they are UTF-8 or as they declare.
    Raises InputError (one line, naming the file as the user gave it) for a file that is missing, unreadable, binary or
    in an encoding that cannot be told for sure; UsageError for an `encoding` that Python does not know.
    """
    asked = _codec(encoding) if encoding is not None else None
    if isinstance(source, str):
        source = Source(source, _shown(source))
    if source.problem is not None:
        raise source.problem
    data = _bytes(source)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            text = _decode(data[len(mark) :], codec, source.file, marked=True)
            return Text(source.file, text, codec, mark=True)
    if asked is not None:
        return Text(source.file, _decode(data, asked, source.file).removeprefix(_BOM), asked)
    found = detect(data)
    if found.codec is None:
        names = f"; say which with --encoding: {' or '.join(found.candidates)}" if found.candidates else ""
        raise InputError(source.file, f"{found.reason}{names}")
    text = _decode(data, found.codec, source.file).removeprefix(_BOM)
    return Text(source.file, text, found.codec, detected=not found.certain, remark=found.reason)


def _bytes(source: Source) -> bytes:
    try:
        if source.path == STDIN:
            if sys.stdin is None:
                raise InputError(STDIN, "there is no standard input")
            return sys.stdin.buffer.read()
        with open(source.path, "rb", opener=_open) as stream:
            return _awaited(stream.fileno(), source.file) + stream.read()
    except (OSError, ValueError, MemoryError) as error:  # ValueError: a NUL in the path
        raise InputError(source.file, _why(error)) from error


PATIENCE = 2.0
"""Seconds in which somebody must begin to write into a named pipe."""


def _open(path: str, flags: int) -> int:
    """Opening a named pipe would wait for one who writes into it, for ever if nobody does."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _awaited(stream: int, file: str) -> bytes:
    """What had to be read to see that a pipe has a writer, mostly nothing; from then on reading waits.

    Raises InputError for a pipe that nobody writes into, and for a device, which may have no end.
    """
    status = os.fstat(stream)
    device = stat.S_ISBLK(status.st_mode) or stat.S_ISCHR(status.st_mode)
    if device and not os.isatty(stream) and status.st_rdev != os.stat(os.devnull).st_rdev:
        raise InputError(file, "a device, where a file was expected")
    first = b""
    if stat.S_ISFIFO(status.st_mode):
        import select

        if not select.select([stream], [], [], PATIENCE)[0]:
            try:
                first = os.read(stream, 1)
            except BlockingIOError:
                pass  # its writer is slow
            else:
                if not first:
                    raise InputError(file, "a pipe that nobody writes into")
    if not stat.S_ISREG(status.st_mode) and hasattr(os, "set_blocking"):
        os.set_blocking(stream, True)
    return first


def _decode(data: bytes, codec: str, file: str, *, marked: bool = False) -> str:
    try:
        text = data.decode(codec)
    except UnicodeError as error:
        if b"\0" in data and not codec.startswith(("utf-16", "utf-32")):
            raise InputError(file, "a binary file (it has NUL bytes)") from error
        where = str(error)
        if isinstance(error, UnicodeDecodeError) and error.start < len(data):
            where = f"byte 0x{data[error.start]:02x} at {error.start}"
        if marked:
            reason = f"its byte-order mark says {codec.upper()}, but it is not ({where})"
        else:
            reason = f"not {codec} as --encoding says ({where})"
        raise InputError(file, reason) from error
    if "\0" in text:
        raise InputError(file, "a binary file (it has NUL characters)")
    return text


def _codec(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        name = ""
    if not name or name in _NO_ENCODINGS or not getattr(codecs.lookup(name), "_is_text_encoding", True):
        known = "utf-8, utf-16-le, windows-1251, koi8-r, cp866"
        raise UsageError(f"--encoding {encoding}: no such encoding; known are {known} and others")
    return name


def _walk(root: str) -> Iterator[Source]:
    """Depth first, by name; an explicit stack, because a hostile tree is deeper than the stack of Python."""
    # The folders above each entry tell a loop from a folder that is linked twice; `seen` keeps links that
    # fan out from being followed without end.
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[str, frozenset[tuple[int, int]]]] = [(root, frozenset())]
    while stack:
        path, above = stack.pop()
        file = _shown(path)
        try:
            status = os.stat(path)
            if stat.S_ISREG(status.st_mode):
                yield Source(path, file)
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield Source(path, file, InputError(file, "neither a file nor a folder"))
                continue
            here = (status.st_dev, status.st_ino)
            if here in above:
                yield Source(path, file, InputError(file, "a link back to a folder above it; not followed"))
                continue
            if here in seen:
                continue
            seen.add(here)
            with os.scandir(path) as entries:
                found = sorted(entry.name for entry in entries if _taken(entry))
        except OSError as error:
            yield Source(path, file, InputError(file, _why(error)))
            continue
        base = path if path.endswith("/") else path.rstrip(os.sep) + "/"
        below = above | {here}
        stack.extend((base + name, below) for name in reversed(found))


def _taken(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.name.lower().endswith(SUFFIXES):
        return True
    try:
        return entry.is_dir()
    except OSError:
        return True  # it cannot be told what it is: taken, and reported when it is opened


def _why(error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return "no such file or folder"
        case PermissionError():
            return "permission denied"
        case IsADirectoryError():
            return "a folder, where a file was expected"
        case MemoryError():
            return "too large for the memory of this machine"
        case OSError(strerror=str(text)):
            return text[:1].lower() + text[1:]
    return str(error)


def _shown(path: str) -> str:
    """A path as text: a file name that is no UTF-8 comes from the system with lone surrogates."""
    return os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path
