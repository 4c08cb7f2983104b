"""One run of `validate`: read, check, compare with the baseline, mend."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from archcite.config import point
from archcite.errors import ConfigError, InputError
from archcite.rules.baseline import Baseline
from archcite.rules.engine import check, check_project
from archcite.rules.project import Project
from archcite.rules.rewrite import fixed, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from archcite.catalogue.build import FileView
    from archcite.config import Settings
    from archcite.rules.finding import Finding
    from archcite.rules.selection import Selection
    from archcite.transcript.reading import Source


@dataclass(slots=True, frozen=True)
class Checked:
    """One file and the findings in it that are reported."""

    view: FileView
    findings: list[Finding]


class Run:
    """The files of a request and the rules for them. What cannot be read or written is handed to `complain`."""

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        selection: Selection,
        encoding: str | None,
        stdin_name: str | None,
        complain: Callable[[Exception], None],
    ) -> None:
        """Raises DataError or ConfigError where the project's archives or abbreviations have a mistake."""
        from archcite.archives import Authority
        from archcite.catalogue.build import Reader

        self.paths = paths
        self.settings = settings
        self.selection = selection
        self.stdin_name = stdin_name or "-"
        self.failed = False
        self.known = self.gone = 0
        self._complain = complain
        authority = Authority.load(settings.archives)
        for short, id_ in settings.abbreviations.items():
            if id_ not in authority:
                where = point(settings, "abbreviations", short)
                raise ConfigError(
                    f"{where}abbreviations: {short!r}: no archive has the id {id_!r}; `archcite archives` finds it"
                )
        self._reader = Reader(authority, encoding, settings.abbreviations)
        self._views: list[FileView] = []
        self._paths: dict[str, str] = {}
        self._baseline: Baseline | None = None

    @property
    def has_stdin(self) -> bool:
        """Whether standard input is one of the files."""
        return "-" in self.paths

    @property
    def has_files(self) -> bool:
        """Whether anything was read."""
        return bool(self._views)

    def files(self) -> Iterator[str]:
        """The files that a run would read, in order; what is not there is complained of."""
        for source in self._sources():
            if source.problem is None and source.path != "-" and not os.path.exists(source.path):
                self._fail(InputError(source.file, "no such file or folder"))
            elif source.problem is not None:
                self._fail(source.problem)
            else:
                yield self.stdin_name if source.path == "-" else source.file

    def read(self) -> None:
        """Read all files; each is checked once, by whatever path it was named first."""
        seen: set[str] = set()
        for source in self._sources():
            place = os.path.realpath(source.path) if source.path != "-" else "-"
            if place in seen:
                continue
            seen.add(place)
            try:
                self._views.append(self._reader.file(source))
            except InputError as error:
                self._fail(error)
                continue
            self._paths[self._views[-1].text.file] = source.path

    def remarks(self) -> Iterator[str]:
        """What a user should be told of how files were read: an encoding that is only probable."""
        for view in self._views:
            if view.text.remark is not None:
                yield f"{view.text.file}: {view.text.remark}"

    def _sources(self) -> Iterator[Source]:
        from archcite.transcript.reading import expand

        for source in expand(self.paths):
            yield replace(source, file=self.stdin_name) if source.path == "-" else source

    def check(self) -> list[Checked]:
        """The findings of all files, in order, those of the baseline left out."""
        project = Project(self._views, self._reader.authority, self.settings.pairs)
        checked = []
        self.known = 0
        if self._baseline is not None:
            self._baseline.begin()
        for view, findings in check_project(project, self.selection.rules):
            kept = self.selection.kept(findings, self._relative(view.text.file))
            new = kept if self._baseline is None else self._baseline.new(kept, view.text)
            self.known += len(kept) - len(new)
            checked.append(Checked(view, new))
        if self._baseline is not None:
            self.gone = self._baseline.gone(view.text.file for view in self._views)
        return checked

    def use_baseline(self, path: str | None) -> None:
        """Leave out what a baseline knows: that of the command line, else that of the settings. Raises InputError."""
        if path is not None:
            self._baseline = Baseline.load(path)
        elif self.settings.baseline is not None:
            self._baseline = Baseline.load(self.settings.baseline)

    def write_baseline(self, path: str) -> int:
        """Write all findings to a baseline; how many. Raises InputError."""
        baseline = Baseline(path)
        checked = self.check()
        for one in checked:
            baseline.add(one.findings, one.view.text)
        baseline.write()
        return sum(len(one.findings) for one in checked)

    def fixes(self, *, unsafe: bool, all_: bool = False) -> Iterator[tuple[FileView, FileView, int]]:
        """Each file that fixes change, as it is, as it would be, and how many findings were mended.

        Standard input comes even unchanged, unless `all_`: its text goes on.
        """
        for view in tuple(self._views):
            after, count = fixed(view, self._reader, self._mendable, unsafe=unsafe)
            if count or (not all_ and self.has_stdin and view.text.file == self.stdin_name):
                yield view, after, count

    def _mendable(self, view: FileView) -> list[Finding]:
        rules = [rule for rule in self.selection.rules if rule.fixes != "no"]
        found = check(view, rules, self._reader.authority)
        kept = self.selection.kept(found, self._relative(view.text.file))
        if self._baseline is None:
            return kept
        self._baseline.begin()
        return self._baseline.new(kept, view.text)

    def write(self, before: FileView, after: FileView) -> bool:
        """Write a mended file; whether that succeeded. A failure is complained of, and the file is as it was."""
        try:
            write(self._paths[before.text.file], before.text, after.text)
        except InputError as error:
            self._fail(error)
            return False
        self.accept(before, after)
        return True

    def accept(self, before: FileView, after: FileView) -> None:
        """Take a mended file for the one that was read: what is checked next is this."""
        self._views = [after if view is before else view for view in self._views]

    def _fail(self, error: InputError) -> None:
        self.failed = True
        self._complain(error)

    def _relative(self, file: str) -> str:
        """The path that per-file ignores are compared with: relative to the configuration, with `/`."""
        try:
            path = os.path.relpath(os.path.abspath(file), self.settings.folder)
        except ValueError:  # another drive
            path = file
        return path.replace(os.sep, "/")
