from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from archcite.transcript.people import name_key, read_name, read_people, same_person, split_people

CASES = tomllib.loads((Path(__file__).parent / "cases" / "names.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["name"], ids=lambda c: f"{c['text']}-{c.get('case')}")
def test_name(case: dict[str, Any]) -> None:
    got = read_name(case["text"], case=case.get("case"))
    assert got.name == case["name"]
    assert got.kind == case.get("kind", "person")
    assert case["text"].startswith(got.written)
    if "unsure" in case:
        assert got.unsure is not None
        assert case["unsure"] in got.unsure
    else:
        assert got.unsure is None


@pytest.mark.parametrize("case", CASES["list"], ids=lambda c: c["text"])
def test_list(case: dict[str, Any]) -> None:
    assert split_people(case["text"]) == case["parts"]


@pytest.mark.parametrize("case", CASES["pair"], ids=lambda c: f"{c['a']}-{c['b']}")
def test_same_person(case: dict[str, Any]) -> None:
    assert same_person(case["a"], case["b"]) is case["same"]
    assert same_person(case["b"], case["a"]) is case["same"]


FORMS = [case["names"] for case in CASES["forms"]]


@pytest.mark.parametrize("names", FORMS, ids=lambda names: names[0])
def test_forms_of_one_name(names: list[str]) -> None:
    assert [n for n in names if not same_person(names[0], n)] == []
    others = [n for other in FORMS if other is not names for n in other]
    assert [(a, b) for a in names for b in others if same_person(a, b)] == []


def test_several_likely_cases() -> None:
    """On the right of a dash a Russian name is a dative or a nominative."""
    names = [n.name for n in read_people("В. М. Молотову, Л. Б. Красин", case="nominative|dative")]
    assert names == ["В. М. Молотов", "Л. Б. Красин"]


def test_honorifics_make_no_difference_to_the_key() -> None:
    assert name_key("тов. Сталин") == name_key("Comrade Stalin")


@pytest.mark.parametrize("sign", ["А", "А.", "А. ", "a", " ", "(", ",", "-", "и ", "т. "])
def test_one_sign_repeated(sign: str) -> None:
    text = sign * (200_000 // len(sign))
    read_name(text)
    split_people(text)
    name_key(text)
