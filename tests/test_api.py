"""The public API: what `import archcite` gives, and that it costs nothing until it is used."""

import subprocess
import sys
from pathlib import Path

import pytest

import archcite

LETTERS = Path(__file__).resolve().parents[1] / "fixtures" / "letters"


def test_all_is_sorted_and_there():
    assert archcite.__all__ == sorted(archcite.__all__)
    assert all(hasattr(archcite, name) for name in archcite.__all__)


def test_read_and_parse(tmp_path):
    catalogue = archcite.read([LETTERS, tmp_path / "missing.txt"])
    assert len(catalogue.documents) == 9
    assert [skipped.file for skipped in catalogue.skipped] == [str(tmp_path / "missing.txt")]
    assert "rgaspi" in {archive.id for archive in catalogue.archives}
    [citation] = archcite.parse("РЦХИДНИ. Ф. 558. Оп. 1. Д. 5397. Л. 2")
    assert citation.shelfmark == "rgaspi:558:1:5397:2"
    with pytest.raises(archcite.NotAReferenceError):
        archcite.parse("no reference here")


def test_models_are_frozen():
    [citation] = archcite.parse("РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2")
    with pytest.raises(ValueError, match="frozen"):
        citation.fond = "559"  # type: ignore[misc]


def test_import_is_light():
    heavy = {"pydantic", "rich", "typer", "pymorphy3", "iuliia", "tabulate", "regex"}
    code = f"import sys, archcite; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
