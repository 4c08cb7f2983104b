"""The labelled notation set: load `fixtures/notation/*.jsonl`, run the parser on it, and score what it found.

    python -m tests.notation.labelled             the table, in Markdown
    python -m tests.notation.labelled --misses    and each miss
    python -m tests.notation.labelled --write     the table into docs/reference/notation-scores.md
    python -m tests.notation.labelled --export F  what can be resolved, with offsets, as rows of JSON

Offsets are code points, end exclusive. A label is found where an unused reference covers at least half of what both
cover together; it is exact where archive, fond, opis, files and sheets all agree. A reference without a label is false,
except where the program itself calls it unresolved: an honest "cannot tell" claims nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

from archcite.archives import Authority
from archcite.notation.resolve import resolve
from archcite.notation.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archcite.notation.records import Resolved

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "fixtures" / "notation"
TABLE = ROOT / "docs" / "reference" / "notation-scores.md"
LEVELS = ("fond", "opis", "delo", "sheets")

# Letters of fond, opis and file numbers that are the same in either alphabet when a number is compared.
FOLD = str.maketrans(dict(zip("рпмасткчлднбвгеоу", [*"rpmastk", "ch", *"ldnbvgeou"], strict=True)))
DASHES = regex.compile(r"[‐‑‒–—−]")
VERSO = regex.compile(r"\s*(?:ob|verso|v)\.?(?=$|[-,\s])")
SPACE = regex.compile(r"\s+")


@dataclass(slots=True, frozen=True)
class Label:
    """One labelled reference: what a historian reads there, after `Ibid.` and inheritance."""

    start: int
    end: int
    quote: str
    archive: str | None
    archive_id: str | None
    fond: str | None
    opis: str | None
    delo: tuple[str, ...]
    sheets: tuple[str, ...]
    inherits: bool
    status: str | None


@dataclass(slots=True, frozen=True)
class Case:
    """One text with its labels; `topic` is the name of its file."""

    id: str
    topic: str
    lang: str
    text: str
    labels: tuple[Label, ...]
    row: dict[str, Any]


@dataclass(slots=True)
class Found:
    """What the program found, as plain values."""

    start: int
    end: int
    archive: bool
    archive_id: str
    fond: str | None
    opis: str | None
    delo: tuple[str, ...]
    sheets: tuple[str, ...]
    status: str


@dataclass(slots=True)
class Score:
    """Counts over cases."""

    cases: int = 0
    gold: int = 0
    found: int = 0
    exact: int = 0
    false: int = 0
    unresolved: int = 0
    honest: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        for name in ("cases", "gold", "found", "exact", "false", "unresolved", "honest"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong.update(other.wrong)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.false)

    @property
    def recall(self) -> float:
        return self.found / self.gold if self.gold else 1.0

    @property
    def exact_rate(self) -> float:
        return self.exact / self.gold if self.gold else 1.0


def load(folder: Path = CASES) -> list[Case]:
    """All cases, file by file. Raises ValueError where the quotes do not stand in the text in their order."""
    cases = []
    for path in sorted(folder.glob("*.jsonl")):
        for count, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line.strip():
                row = json.loads(line)
                cases.append(
                    Case(row["id"], path.stem, row["lang"], row["text"], _labels(row, f"{path.name}:{count}"), row)
                )
    return cases


def _labels(row: dict[str, Any], where: str) -> tuple[Label, ...]:
    labels, at = [], 0
    for item in row["citations"]:
        start = row["text"].find(item["quote"], at)
        if start < 0:
            raise ValueError(f"{where}: {item['quote']!r} does not stand in the text after offset {at}")
        at = start + len(item["quote"])
        labels.append(
            Label(
                start,
                at,
                item["quote"],
                item["archive"],
                item["archive_id"],
                item["fond"],
                item["opis"],
                tuple(item["delo"]),
                tuple(item["sheets"]),
                item["inherits"],
                item.get("status"),
            )
        )
    return tuple(labels)


def fold(value: str | None) -> str:
    """A number with alphabet, spacing, dashes and verso marks folded: `5 / С` is `5/s`, `12 об.–13` is `12v-13`."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFC", value).lower().translate(FOLD)
    text = VERSO.sub("v", DASHES.sub("-", text))
    return SPACE.sub("", text).strip(".,;")


def plain(item: Resolved) -> Found:
    """The fields that labels speak of."""
    levels, reference = item.levels, item.reference
    return Found(
        reference.start,
        reference.end,
        reference.archive is not None or "archive" in item.inherited,
        (item.archive_id if reference.archive is None else reference.archive.id) or "",
        levels.get("fond", (None,))[0],
        levels.get("opis", (None,))[0],
        levels.get("dela", ()),
        levels.get("sheets", ()),
        item.status,
    )


def compare(label: Label, found: Found) -> list[str]:
    """The levels that differ. An archive without an id must at least be there as written."""
    wrong = []
    if label.archive_id:
        if label.archive_id != found.archive_id:
            wrong.append("archive")
    elif label.archive and not found.archive:
        wrong.append("archive")
    wrong += [name for name in ("fond", "opis") if fold(getattr(label, name)) != fold(getattr(found, name))]
    return wrong + [
        name
        for name in ("delo", "sheets")
        if [fold(value) for value in getattr(label, name)] != [fold(value) for value in getattr(found, name)]
    ]


def overlap(label: Label, found: Found) -> float:
    """The part that label and reference share of what they cover together."""
    shared = min(label.end, found.end) - max(label.start, found.start)
    return max(0, shared) / max(1, max(label.end, found.end) - min(label.start, found.start))


def score(case: Case, found: Sequence[Found]) -> tuple[Score, list[str]]:
    """The counts of one case, and its misses in words."""
    result, misses = Score(cases=1, gold=len(case.labels)), []
    left = list(found)
    for label in case.labels:
        best = max(left, key=lambda item: overlap(label, item), default=None)
        if best is None or overlap(label, best) < 0.5:
            misses.append(f"{case.id} [{case.lang}]: not found: {label.quote!r}")
            continue
        left.remove(best)
        result.found += 1
        wrong = compare(label, best)
        result.wrong.update(wrong)
        result.exact += not wrong
        if wrong:
            misses.append(f"{case.id} [{case.lang}]: {', '.join(wrong)}: {label.quote!r} -> {_values(best)}")
        if label.status == "unresolved":
            result.unresolved += 1
            result.honest += best.status in ("unresolved", "ambiguous")
            if best.status not in ("unresolved", "ambiguous"):
                misses.append(f"{case.id} [{case.lang}]: called {best.status}, not unresolved: {label.quote!r}")
    for item in left:
        if item.status != "unresolved":
            result.false += 1
            written = case.text[item.start : item.end]
            misses.append(f"{case.id} [{case.lang}]: no reference, or one too many: {written!r}")
    return result, misses


def _values(found: Found) -> str:
    levels = ", ".join(f"{name} {getattr(found, name)}" for name in LEVELS)
    return f"archive {found.archive_id or found.archive}, {levels}, {found.status}"


def run(cases: Sequence[Case]) -> Iterator[tuple[Case, Score, list[str]]]:
    """Parse and score every case, each a document of its own."""
    scanner = Scanner(Authority.load())
    for case in cases:
        yield case, *score(case, [plain(item) for item in resolve(list(scanner.scan(case.text)))])


def totals(scored: Sequence[tuple[Case, Score, list[str]]]) -> dict[str, Score]:
    """Counts by topic, in the order of the files, with `all` last."""
    table: dict[str, Score] = {}
    whole = Score()
    for case, result, _ in scored:
        table.setdefault(case.topic, Score()).add(result)
        whole.add(result)
    return table | {"all": whole}


def markdown(table: dict[str, Score]) -> str:
    """The table that is kept in the documentation."""
    whole = table["all"]
    lines = [
        "| topic | cases | references | found | false | exact | precision | recall | exact rate |",
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for name, row in table.items():
        rates = f"{row.precision:.4f} | {row.recall:.4f} | {row.exact_rate:.4f}"
        lines.append(f"| {name} | {row.cases} | {row.gold} | {row.found} | {row.false} | {row.exact} | {rates} |")
    wrong = ", ".join(f"{name} {count}" for name, count in whole.wrong.most_common()) or "none"
    return "\n".join(
        [
            *lines,
            "",
            f"Levels read wrong: {wrong}. Of {whole.unresolved} references that nobody could resolve, "
            f"{whole.honest} are reported as such.",
        ]
    )


def committed(path: Path = TABLE) -> tuple[float, float, float]:
    """Precision, recall and exact rate of all cases, as the documentation has them."""
    row = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("| all |"))
    precision, recall, exact = row.strip("| ").split("|")[-3:]
    return float(precision), float(recall), float(exact)


PAGE = """# Notation scores

How well archcite reads the labelled set in [`fixtures/notation/`](../../fixtures/notation/README.md). The labels were
made by reading, before and without the program. Every text is parsed as a document of its own.

`python -m tests.notation.labelled --write` makes this page, `--misses` names each miss; a test holds the last three
figures of the last row, so that they only rise.

- *found*: references that stand where a label is; *false*: references where there is no label;
- *exact*: archive, fond, opis, files and sheets all as labelled, alphabet and spacing folded;
- precision = found / (found + false), recall = found / references, exact rate = exact / references.

{table}
"""


def export(cases: Sequence[Case], path: Path) -> None:
    """Write the cases with `start` and `end` in every label, one a line.

    Labels with a status are left out: `archcite list --citations` does not print what it cannot resolve.
    """
    rows = []
    for case in cases:
        spans = zip(case.row["citations"], case.labels, strict=True)
        labels = [item | {"start": of.start, "end": of.end} for item, of in spans if of.status is None]
        rows.append(case.row | {"citations": labels})
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.notation.labelled", description="Score the labelled set.")
    parser.add_argument("--misses", action="store_true", help="print each miss")
    parser.add_argument("--write", action="store_true", help=f"write the table into {TABLE.relative_to(ROOT)}")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write the cases with offsets and stop")
    args = parser.parse_args()
    cases = load()
    if args.export:
        export(cases, args.export)
        return 0
    scored = list(run(cases))
    if args.misses:
        for _, _, misses in scored:
            print(*misses, sep="\n", end="\n" if misses else "")
    table = markdown(totals(scored))
    print(table)
    if args.write:
        TABLE.parent.mkdir(parents=True, exist_ok=True)
        TABLE.write_text(PAGE.format(table=table), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
