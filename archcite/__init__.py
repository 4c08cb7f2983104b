"""archcite reads, lists, validates and formats citations of Soviet and Russian archival sources.

    import archcite

    catalogue = archcite.read(["letters/"])
    for citation in catalogue.citations:
        print(citation.shelfmark, citation.text)

    [citation] = archcite.parse("РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2")
    citation.archive.id                     # 'rgaspi'

Offsets are code points of the decoded text, `end` exclusive; lines and columns count from 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from archcite.errors import ArchciteError, ConfigError, DataError, InputError, NotAReferenceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from archcite.archives import Authority
    from archcite.model import Catalogue, Citation

__version__ = "0.1.0"

__all__ = [
    "ArchciteError",
    "ConfigError",
    "DataError",
    "InputError",
    "NotAReferenceError",
    "UsageError",
    "authority",
    "parse",
    "read",
]


def authority(extra: Path | None = None) -> Authority:
    """The authority file of archives, with a user's own entries from `extra` (a TOML file or a folder of them).

    Raises DataError, naming file and entry, where the user's entries break the schema.
    """
    from archcite.archives import Authority

    return Authority.load(extra)


def read(paths: Sequence[str | Path], *, encoding: str | None = None, authority: Authority | None = None) -> Catalogue:
    """Read files and folders (recursively) into a catalogue; what could not be read stands in `skipped`.

    `encoding` is that of files which are not UTF-8 and have no byte-order mark.
    """
    from archcite.archives import Authority
    from archcite.catalogue.build import Reader, build

    errors: list[InputError] = []
    reader = Reader(authority or Authority.load(), encoding)
    return build(list(reader.files([str(path) for path in paths], errors.append)), reader.authority, errors)


def parse(reference: str, *, authority: Authority | None = None) -> list[Citation]:
    """Read the references of one string, resolved among themselves.

    Raises NotAReferenceError if there is none in it.
    """
    from archcite.archives import Authority
    from archcite.catalogue.build import Reader

    found = Reader(authority or Authority.load()).reference(reference)
    if not found:
        raise NotAReferenceError(f"{reference!r}: no archival reference (expected archive, fond, opis, delo, list)")
    return found
