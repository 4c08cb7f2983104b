"""A baseline: the findings that a collection starts with, so that only new ones are reported.

A finding is known by its file, its rule, the words it stands on and its message, and not by its line: text may be
added above it. A file may have the same finding several times; as many are known as were written down.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from archcite.errors import InputError
from archcite.rules.rewrite import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.rules.finding import Finding
    from archcite.transcript.reading import Text

VERSION = 1
_KEY = tuple[str, str, str]


def fingerprint(finding: Finding, text: Text) -> str:
    """A name for a finding that survives changes elsewhere in the file: 16 hexadecimal digits."""
    line = text.line_starts()[finding.line - 1]
    around = (
        text.text[max(line, finding.start - 40) : finding.start] + "|" + text.text[finding.start : finding.end][:200]
    )
    words = "\n".join((finding.code, " ".join(around.split()), finding.message))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Baseline:
    """The findings that are known. Paths are relative to the folder of the baseline file, with `/`."""

    def __init__(self, path: str | Path, known: Counter[_KEY] | None = None) -> None:
        """`path` is the file, whether it exists or not."""
        self.path = Path(path)
        self.known: Counter[_KEY] = Counter() if known is None else known
        self._met: Counter[_KEY] = Counter()

    @classmethod
    def load(cls, path: str | Path) -> Baseline:
        """Read a baseline. Raises InputError for a file that cannot be read or is none."""
        shown = str(path)
        try:
            data = json.loads(Path(path).read_text("utf-8"))
            known = Counter(
                {
                    (file, code, mark): int(count)
                    for file, codes in data["findings"].items()
                    for code, marks in codes.items()
                    for mark, count in marks.items()
                }
            )
            if data["version"] != VERSION:
                raise InputError(shown, f"a baseline of version {data['version']}; this archcite reads {VERSION}")
        except FileNotFoundError as error:
            raise InputError(shown, "no such file; `--write-baseline` makes one") from error
        except OSError as error:
            raise InputError(shown, (error.strerror or str(error)).lower()) from error
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise InputError(shown, "not a baseline file; `--write-baseline` makes one") from error
        return cls(path, known)

    def begin(self) -> None:
        """Forget what was met: a new check of the files begins."""
        self._met.clear()

    def new(self, findings: Iterable[Finding], text: Text) -> list[Finding]:
        """Those of a file's findings that the baseline does not have."""
        left = []
        for finding in findings:
            key = (self._file(finding.file), finding.code, fingerprint(finding, text))
            self._met[key] += 1
            if self._met[key] > self.known[key]:
                left.append(finding)
        return left

    def add(self, findings: Iterable[Finding], text: Text) -> None:
        """Take findings of a file into the baseline."""
        self.known.update((self._file(found.file), found.code, fingerprint(found, text)) for found in findings)

    def gone(self, files: Iterable[str]) -> int:
        """How many known findings of the files that were checked are no longer there."""
        checked = {self._file(file) for file in files}
        return sum(max(0, n - self._met[key]) for key, n in self.known.items() if key[0] in checked)

    def write(self) -> None:
        """Write the file, sorted, one finding a line. Raises InputError if it cannot be written."""
        tree: dict[str, dict[str, dict[str, int]]] = {}
        for (file, code, mark), count in sorted(self.known.items()):
            tree.setdefault(file, {}).setdefault(code, {})[mark] = count
        text = json.dumps({"version": VERSION, "findings": tree}, ensure_ascii=False, indent=1) + "\n"
        write_atomically(str(self.path), text.encode("utf-8", "surrogatepass"))

    def _file(self, file: str) -> str:
        if file == "-":
            return file
        return os.path.relpath(os.path.abspath(file), os.path.abspath(self.path.parent)).replace(os.sep, "/")
