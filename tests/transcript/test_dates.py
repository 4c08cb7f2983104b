from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.calendars import Point, gregorian_edtf, julian_to_gregorian, same_day
from archcite.transcript.dates import DateReading, find_dates, read_date
from archcite.transcript.linedates import date_at_end, is_date_line

CASES = Path(__file__).parent / "cases"
DATES = tomllib.loads((CASES / "dates.toml").read_text("utf-8"))["date"]
LINES = tomllib.loads((CASES / "datelines.toml").read_text("utf-8"))["line"]


def text_of(case: dict[str, Any]) -> str:
    return str(case["text"])


def check(got: DateReading | None, case: dict[str, Any]) -> None:
    if case.get("none"):
        assert got is None
        return
    assert got is not None
    assert got.edtf == case["edtf"]
    assert got.supplied == tuple(case.get("supplied", ()))
    for key, name in (("calendar", "calendar"), ("from", "calendar_from"), ("gregorian", "gregorian")):
        if key in case:
            assert getattr(got, name) == case[key]
    assert got.time == case.get("time")
    assert got.place == case.get("place")
    if "unsure" in case:
        assert got.unsure is not None
        assert case["unsure"] in got.unsure
    else:
        assert got.unsure is None
    if "remark" in case:
        assert any(case["remark"] in r for r in got.remarks), got.remarks


@pytest.mark.parametrize("case", DATES, ids=text_of)
def test_date(case: dict[str, Any]) -> None:
    got = read_date(case["text"])
    check(got, case)
    if got is not None:
        assert got.written == case.get("written", case["text"])
        assert case["text"][got.start : got.end] == got.written


@pytest.mark.parametrize("case", LINES, ids=text_of)
def test_date_line(case: dict[str, Any]) -> None:
    got = is_date_line(case["text"])
    check(got, case)
    if got is not None:
        assert (got.place_unsure is not None) is case.get("place_unsure", False)
        assert case["text"][got.start : got.end] == got.written


@pytest.mark.parametrize("case", [c for c in DATES if not c.get("none")], ids=text_of)
def test_edtf_is_valid(case: dict[str, Any]) -> None:
    validator = pytest.importorskip("edtf_validate.valid_edtf")
    got = read_date(case["text"])
    assert got is not None
    assert validator.is_valid(got.edtf)
    assert validator.is_valid(got.gregorian)


def test_there_are_enough_cases() -> None:
    assert len(DATES) >= 80
    assert len({c["text"] for c in DATES}) == len(DATES)


def test_dates_in_running_text() -> None:
    text = (
        "On December 20 (January 2, 1918) the board met; 10,000 people came. See No. 58 of 19/X, p. 12-13. "
        "Постановление от 5 мая 1920 г. и письмо 1921 г. (Ф. 17. Оп. 3. Д. 5. Л. 12.03) не найдены.\n\n1. I am here."
    )
    found = find_dates(text)
    assert [d.written for d in found] == ["December 20 (January 2, 1918)", "19/X", "5 мая 1920 г.", "1921 г."]
    assert all(text[d.start : d.end] == d.written for d in found)


def test_region_of_a_text() -> None:
    text = "xx 5 мая 1920 г. yy 6 мая 1920 г."
    assert [d.edtf for d in find_dates(text, 0, 18)] == ["1920-05-05"]
    got = read_date(text, start=3)
    assert got is not None
    assert (got.start, got.end) == (3, 16)


def test_year_hint_is_said() -> None:
    got = read_date("27/XII", year_hint=1917)
    assert got is not None
    assert (got.edtf, got.gregorian) == ("1917-12-27", "1918-01-09")
    assert got.parts == ("month", "day")
    assert any("1917" in r and "context" in r for r in got.remarks)


def test_calendar_hint() -> None:
    got = read_date("1.XI.1916", calendar_hint="gregorian")
    assert got is not None
    assert (got.calendar, got.calendar_from, got.gregorian) == ("gregorian", "context", "1916-11-01")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("А. Б. Фамилин. 3/VIII", "XXXX-08-03"),
        ("Письмо А. Б. Фамилину 27 декабря 1917 года", "1917-12-27"),
        ("Letter, 5 May 1920.", "1920-05-05"),
        ("С приветом А. Б. Фамилин", None),
        ("Глава 5", None),
        ("Письмо, осень 1923 г.", "1923-23"),
        ("Письмо 5-го мая", "XXXX-05-05"),
        ("Записка. [Около 5 мая 1920]", "1920-05-05~"),
        ("Letter, between 5 and 7 May 1920", "1920-05-05/1920-05-07"),
        ("Письмо 5 мая 1920 г. (?)", "1920-05-05?"),
        ("Letter [1923?]", "1923?"),
        ("Letter [see the collection of 1996]", None),
        ("Заявление 83-х", None),
        ("Письмо 3-х", None),
        ("Collection of documents 1996", None),
        ("Протокол № 12.03", None),
    ],
)
def test_date_at_end(line: str, edtf: str | None) -> None:
    got = date_at_end(line)
    assert (got and got.edtf) == edtf


def test_brackets_of_the_date_that_closes_a_title() -> None:
    got = date_at_end("А. Фамилин – Б. Другову [7 сентября 1935 г.]")
    assert got is not None
    assert (got.written, got.supplied) == ("[7 сентября 1935 г.]", ("year", "month", "day"))
    got = date_at_end("A. Firstov [?] to B. Second, 7 September [1935]")
    assert got is not None
    assert got.supplied == ("year",)


def test_julian_arithmetic() -> None:
    # the October Revolution, the last Julian day in Russia, and the two leap days around 1900
    assert julian_to_gregorian(1917, 10, 25) == (1917, 11, 7)
    assert julian_to_gregorian(1918, 1, 31) == (1918, 2, 13)
    assert julian_to_gregorian(1900, 2, 28) == (1900, 3, 12)
    assert julian_to_gregorian(1900, 3, 1) == (1900, 3, 14)


def test_open_and_whole_spans_in_the_other_calendar() -> None:
    assert gregorian_edtf(None, Point(1917, 12), "julian") == "../1918-01-13"
    assert gregorian_edtf(Point(1917, 12), None, "julian") == "1917-12-14/.."
    season = Point(1917, season=22)
    assert gregorian_edtf(season, season, "julian") == "1917-22"


def test_same_day_without_a_year() -> None:
    pair = same_day(Point(month=12, day=4), Point(month=12, day=17))
    assert pair is not None
    assert pair[0].year is None
    assert same_day(Point(month=12, day=4), Point(month=12, day=18)) is None


@pytest.mark.parametrize("sign", ["1", " ", "[", "(", "a", "я", "-", ".", "/", "I", "\n", "«", "'"])
def test_one_character_repeated(sign: str) -> None:
    text = sign * 1_000_000
    assert find_dates(text) == []
    assert read_date(text) is None
    assert is_date_line(text) is None
    assert date_at_end(text) is None
