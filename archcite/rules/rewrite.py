"""Applying fixes to texts, and writing files back.

A fixed text is read again before it counts: the references in it must be the same as before (archive, levels,
shelfmark), and so must the documents and the number of their notes. A fix that would change what the text says is
dropped, whatever a rule thinks of it.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import tempfile
from dataclasses import replace
from typing import TYPE_CHECKING

from archcite.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from archcite.catalogue.build import FileView, Reader
    from archcite.model import Document
    from archcite.rules.finding import Finding, Fix
    from archcite.transcript.reading import Text

PASSES = 8
"""How often a text is checked again after fixes: one fix may show the next."""

_BOMS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def fixed(
    view: FileView, reader: Reader, findings: Callable[[FileView], list[Finding]], *, unsafe: bool = False
) -> tuple[FileView, int]:
    """The file with every fix applied that can be, and how many were. `findings` are those to mend.

    Fixes are applied until none is left, so that a second run changes nothing.
    """
    count = 0
    refused: set[tuple[str, str, str]] = set()
    for _ in range(PASSES):
        fixes = [
            (_name(view, found), found.fix)
            for found in findings(view)
            if found.fix is not None and (unsafe or found.fix.safe) and _name(view, found) not in refused
        ]
        chosen = list(_apart(fixes))
        if not chosen:
            break
        view, done, left = _apply(view, reader, chosen)
        count += done
        refused |= left
    return view, count


def _apply(
    view: FileView, reader: Reader, fixes: list[tuple[tuple[str, str, str], Fix]]
) -> tuple[FileView, int, set[tuple[str, str, str]]]:
    """Apply fixes that stand apart, in order; how many were applied, and the names of those that were not.

    All at once if the text says the same afterwards, else each half by itself: one wrong fix among many is found soon.
    """
    changed = reader.text(_with(view.text, [fix for _, fix in fixes]))
    if same(view, changed):
        return changed, len(fixes), set()
    if len(fixes) == 1:
        return view, 0, {fixes[0][0]}
    half = len(fixes) // 2
    view, last, refused = _apply(view, reader, fixes[half:])  # from the end: the spans before it stay right
    view, first, more = _apply(view, reader, fixes[:half])
    return view, first + last, refused | more


def _name(view: FileView, finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.message, view.text.text[max(0, finding.start - 30) : finding.end + 30]


def _apart(fixes: Iterable[tuple[tuple[str, str, str], Fix]]) -> Iterator[tuple[tuple[str, str, str], Fix]]:
    """Fixes that do not touch one another, the first of each two that do."""
    end = -1
    for name, fix in sorted(fixes, key=lambda one: (one[1].edits[0].start, one[1].edits[-1].end)):
        if fix.edits and fix.edits[0].start > end:
            end = fix.edits[-1].end
            yield name, fix


def _with(text: Text, fixes: Iterable[Fix]) -> Text:
    pieces, at = [], 0
    for edit in sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.start):
        pieces += [text.text[at : edit.start], edit.text]
        at = edit.end
    return replace(text, text="".join((*pieces, text.text[at:])), _starts=[])


def same(before: FileView, after: FileView) -> bool:
    """Whether two readings of a file say the same: references, documents, number of notes."""
    if len(before.citations) != len(after.citations) or len(before.documents) != len(after.documents):
        return False
    for one, two in zip(before.documents, after.documents, strict=True):
        if (one.number, len(one.notes)) != (two.number, len(two.notes)) or _day(one) != _day(two):
            return False
    for cited, again in zip(before.citations, after.citations, strict=True):
        if cited.shelfmark is not None and cited.shelfmark != again.shelfmark:
            return False
        ids = [None if one.archive is None else one.archive.id for one in (cited, again)]
        if ids[0] != ids[1] or len(cited.sheets) != len(again.sheets) or cited.inherited != again.inherited:
            return False
    return True


def _day(document: Document) -> str | None:
    return None if document.date is None else document.date.edtf


def encoded(text: Text) -> bytes:
    """The bytes of a text in its own encoding, its byte-order mark in place. Raises InputError if it lacks a letter."""
    mark = _BOMS.get(text.encoding, b"") if text.mark else b""
    try:
        return mark + text.text.encode(text.encoding)
    except UnicodeEncodeError as error:
        letter = text.text[error.start]
        reason = f"not written: a fix needs {letter!r} (U+{ord(letter):04X}), which {text.encoding} does not have"
        raise InputError(text.file, reason) from error


def write(path: str, before: Text, after: Text) -> None:
    """Put the fixed text in the place of a file, which must still be what was read.

    Raises InputError if it is not, or if it cannot be written; the file is then as it was.
    """
    try:
        with open(path, "rb") as stream:
            there = stream.read()
    except OSError as error:
        raise InputError(before.file, f"not written: {(error.strerror or str(error)).lower()}") from error
    if not os.access(path, os.W_OK):
        raise InputError(before.file, "not written: it is read-only")
    if there != encoded(before):
        raise InputError(before.file, "not written: it is no longer the file that was checked")
    write_atomically(path, encoded(after))


def write_atomically(path: str, data: bytes) -> None:
    """Write a file so that a reader, or a crash, meets the old one or the new one whole; permissions are kept.

    The data go to a hidden file in the same folder, to the disk, and then take the name. A link is followed. Raises
    InputError.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{name[:60]}.", suffix=".tmp", dir=folder or ".")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            _like(target, temporary)
            os.fsync(stream.fileno())
        os.replace(temporary, target)
        temporary = ""
        _sync(folder or ".")
    except OSError as error:
        raise InputError(path, f"not written: {(error.strerror or str(error)).lower()}") from error
    finally:
        if temporary:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _like(target: str, temporary: str) -> None:
    """Give the new file the permissions of the old one, and its owner where the system lets us."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):  # not ours to give; the permissions are kept all the same
            os.chown(temporary, status.st_uid, status.st_gid)
    os.chmod(temporary, status.st_mode & 0o7777)


def _sync(folder: str) -> None:
    """Make the new name last through a power cut, where folders can be opened (not on Windows)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
