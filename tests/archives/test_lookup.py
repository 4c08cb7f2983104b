"""The lookup, on the cases in `cases/`."""

from __future__ import annotations

import time
import tomllib
import unicodedata
from pathlib import Path

import pytest

from archcite.archives import REPAIRS, Authority
from archcite.errors import UsageError

CASES = Path(__file__).parent / "cases"


def cases(name: str, key: str = "case") -> list:
    return tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[key]


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.load()


@pytest.mark.parametrize("case", cases("find"), ids=lambda case: case["written"])
def test_find(authority: Authority, case: dict) -> None:
    match = authority.find(case["written"])
    expected = set(case["ids"]) - {"..."}
    if not expected:
        assert match is None
        return
    assert match is not None
    assert expected <= set(match.ids) if "..." in case["ids"] else expected == set(match.ids)
    assert match.id == (case["ids"][0] if len(case["ids"]) == 1 else None)
    if "how" in case:
        assert match.how == case["how"]
        assert match.repaired == (case["how"] in REPAIRS)
    if "read" in case:
        assert match.form == case["read"]
    if "name" in case:
        assert match.name_index == case["name"]
    if "decided" in case:
        assert match.decided == f"the place after it: {case['decided']}"
    if match.repaired:
        assert match.note, "a repair has a reason"


@pytest.mark.parametrize("case", cases("find"), ids=lambda case: case["written"])
def test_decomposed_letters_change_nothing(authority: Authority, case: dict) -> None:
    match = authority.find(case["written"])
    spread = authority.find(unicodedata.normalize("NFD", case["written"]))
    assert (match and (match.ids, match.repaired)) == (spread and (spread.ids, spread.repaired))


@pytest.mark.parametrize("written", cases("unknown", "abbreviations") + cases("unknown", "names"))
def test_unknown_archives_stay_unknown(authority: Authority, written: str) -> None:
    assert authority.find(written) is None
    for before in ("", "См.: ", "в ", "See "):
        text = before + written
        assert authority.ending_at(text, len(text)) is None


@pytest.mark.parametrize("case", cases("ending"), ids=lambda case: case["text"])
def test_ending_at(authority: Authority, case: dict) -> None:
    before, _, after = case["text"].rpartition("|")
    match = authority.ending_at(before + after, len(before))
    if "found" not in case:
        assert match is None
        return
    assert match is not None
    assert match.written == case["found"] == before[match.start : match.end]
    assert match.end == len(before)
    assert match.id == case.get("id")
    assert match.how == case.get("how", "exact")


def test_no_word_of_the_language_is_an_abbreviation_in_small_letters(authority: Authority) -> None:
    import pymorphy3

    known = pymorphy3.MorphAnalyzer().word_is_known
    forms = {form.form.upper() for archive in authority for form in archive.variants}
    short = sorted(form.lower() for form in forms if len(form) == 4 and form.isalpha() and not form.isascii())
    words = [form for form in short if known(form) and authority.ending_at(f"в {form} ф. 1", 6)]
    assert set(words) <= {"аран", "гапо"}, "in the dictionary as rare names only"


def test_floor_is_never_crossed(authority: Authority) -> None:
    text = "ЦПА ИМЛ, РГАСПИ"
    assert authority.ending_at(text, 7, 4) is None
    found = authority.ending_at(text, len(text), 9)
    assert found is not None
    assert found.start == 9


def test_fuzzy_can_be_turned_off(authority: Authority) -> None:
    assert authority.find("РГАСПН", fuzzy=False) is None
    assert authority.find("PГАСПИ", fuzzy=False) is None
    assert authority.find("RTSHIDNI", fuzzy=False) is not None


def test_get(authority: Authority) -> None:
    archive = authority.get("rgaspi")
    assert archive.abbr("ru") == "РГАСПИ"
    assert archive.abbr("en") == "RGASPI"
    assert archive.name("en") == "Russian State Archive of Socio-Political History"
    assert archive.name("ru").startswith("Российский государственный архив")
    assert (archive.city("en"), archive.city("ru")) == ("Moscow", "Москва")
    assert archive.romanized() == "Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii"
    assert archive.names[1].from_ == "1991-10"
    assert archive.period(1) == ("1991-10", "1999-03")
    assert "rgaspi" in authority
    with pytest.raises(UsageError, match="nowhere"):
        authority.get("nowhere")


def test_years_of_an_abbreviation_borne_twice(authority: Authority) -> None:
    match = authority.find("ЦГАОР СССР")
    assert match is not None
    names = authority.names_of(match)
    assert len(names) == 2
    start, end = authority.get("garf").period(match.name_index or 0)
    assert (start, end) == (min(name.from_ or "" for name in names), max(name.to or "" for name in names))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("rgaspi", "rgaspi"),
        ("Russian Socio-Political History", "rgaspi"),
        ("львів", "tsdial"),
        ("RTSKHIDNI", "rgaspi"),
    ],
)
def test_search(authority: Authority, query: str, first: str) -> None:
    assert authority.search(query)[0].id == first


def test_a_name_of_one_archive_finds_it_alone(authority: Authority) -> None:
    assert [archive.id for archive in authority.search("ЦГАДА")] == ["rgada"]
    assert [archive.id for archive in authority.search("РГСАПИ")] == ["rgaspi"]


def test_search_finds_all_of_a_city(authority: Authority) -> None:
    found = {archive.id for archive in authority.search("Minsk")}
    assert {"narb", "niab"} <= found
    assert authority.search("no such archive anywhere") == []
    assert authority.search("") == []
    assert authority.search("ГАВО") == [], "no part of `ЦГАВО`"


HOSTILE = [
    "А",
    " ",
    "а ",
    "А.",
    "a'",
    "архив ",
    "\n",
    "(",
    ")",
    "(А)",
    "\u0301",
    "\u00ad",
    "- ",
    "ЦГА ",
    "«",
    "-\n",
    "А-\n",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_hostile_text_costs_nothing(authority: Authority, piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    start = time.perf_counter()
    for end in (len(text), len(text) - 1, len(text) // 2):
        authority.ending_at(text, end)
    authority.find(text)
    assert time.perf_counter() - start < 0.5
