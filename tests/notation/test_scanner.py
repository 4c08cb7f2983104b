"""The scanner: every shape of a reference, what is none, offsets, and time."""

import time
import tomllib
from pathlib import Path

import pytest

from archcite.notation.records import LEVELS, Printed, Reference
from archcite.notation.resolve import resolve

CASES = Path(__file__).parent / "cases"
REFERENCES = tomllib.loads((CASES / "references.toml").read_text("utf-8"))["case"]
NOTHING = (CASES / "no_references.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", REFERENCES, ids=[case["text"] for case in REFERENCES])
def test_reference(scanner, case):
    text = f"Об этом см.: {case['text']}. И далее."
    [found] = resolve(scanner.scan(text))
    reference = found.reference
    assert text[reference.start : reference.end].rstrip(".") == case.get("match", case["text"]).rstrip(".")
    assert [",".join(found.levels.get(level, ())) for level in LEVELS] == case["levels"]
    assert found.archive_id == case.get("archive")
    assert [f"{piece.kind}={piece.value}" for piece in found.extra] == case.get("extra", [])
    assert [f"{repair.written} > {repair.read}" for repair in reference.repairs] == case.get("repairs", [])
    default = "resolved" if "archive" in case else "partial"
    assert found.status == case.get("status", default)


@pytest.mark.parametrize("text", NOTHING)
def test_no_reference(scanner, text):
    assert [item for item in scanner.scan(text) if isinstance(item, Reference)] == []


def test_printed_sources_are_seen(scanner):
    found = list(scanner.scan("См.: Журнал. 1995. № 5. С. 138; ibid., p. 12."))
    assert any(isinstance(item, Printed) for item in found)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_offsets_count_line_ends_as_they_stand(scanner, end):
    text = f"Первая строка{end}РГАСПИ. Ф. 17.{end}Оп. 3. Д. 94"
    [found] = scanner.scan(text)
    assert text[found.start : found.end] == f"РГАСПИ. Ф. 17.{end}Оп. 3. Д. 94"


HOSTILE = {
    "labels": "Ф. " * 60_000,
    "sheets": "РГАСПИ. Ф. 1. Оп. 2. Д. 3. Л. 1" + ", 1" * 60_000,
    "ibid": "Ibid. " * 30_000,
    "one letter": "x" * 400_000,
    "glued": "Ф. 1" * 40_000,
    "slashes": "1/" * 100_000,
    "open brackets": "ф. 1 (" * 20_000,
    "capitals": ("АБВ " * 40 + ". ф. 1 ") * 600,
    "entities": "&nbsp;" * 40_000,
    "stars": "*а*" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_linear_time(scanner, name):
    """Four times the text takes at most 4.4 times the processor time.

    Other programs share the machine, so the two are timed side by side until one pair is clean; a quadratic scanner
    would take sixteen times as long in every pair.
    """
    text = HOSTILE[name]

    def took(part: str) -> float:
        begin = time.process_time()
        for _ in resolve(scanner.scan(part)):
            pass
        return time.process_time() - begin

    ratios = []
    for _ in range(10):
        ratios.append(took(text) / max(took(text[: len(text) // 4]), 0.001))
        if ratios[-1] <= 4.4:
            return
    pytest.fail(f"ratios {[round(ratio, 2) for ratio in ratios]}")
