"""Entries of the citation styles against tables of expected ones (cases/*.toml)."""

from __future__ import annotations

import tomllib
import types
from pathlib import Path
from typing import Any

import pytest

from archcite import styles
from archcite.archives import Authority
from archcite.errors import UsageError
from archcite.model import Body, Citation, CitedArchive, Date, Document, Extra, Person, Publication, Repair
from archcite.styles import _dates, _letters, _people

CASES = Path(__file__).parent / "cases"


def load(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority.load()


def person(name: str, written: str | None = None) -> Person:
    """`name|as written`, a body with a leading `@`."""
    body = name.startswith("@")
    name, bar, behind = name.removeprefix("@").partition("|")
    written = behind if bar else written
    return Person(name=name, written=written or name, kind="body" if body else "person")


def citation(cited: dict[str, Any]) -> Citation:
    archive = None
    if "archive" in cited or "written" in cited:
        archive = CitedArchive(
            id=cited.get("archive"),
            written=cited.get("written"),
            candidates=tuple(cited.get("candidates", ())),
            name=cited.get("name"),
        )
    return Citation(
        file="a.txt",
        line=1,
        column=1,
        start=0,
        end=1,
        text=cited.get("text", ""),
        archive=archive,
        fond=cited.get("fond"),
        opis=cited.get("opis"),
        dela=tuple(cited["dela"]),
        sheets=tuple(cited["sheets"]),
        extra=tuple(Extra(kind=k, value=v, written=w) for k, v, w in cited.get("extra", ())),
        role="source",
        document=None,
        shelfmark="key",
        repairs=tuple(
            Repair(level=level, written=written, read=read, kind=kind, reason=reason)
            for level, written, read, kind, reason in cited.get("repairs", ())
        ),
        status=cited.get("status", "resolved"),
        reason=cited.get("reason"),
    )


def date(edtf: str, supplied: list[Any], old_style: str | None = None, written: str | None = None) -> Date:
    """`old_style` is the Gregorian date of a Julian one."""
    return Date(
        edtf=edtf,
        written=written or "as the text has it",
        supplied=tuple(supplied),
        calendar="julian" if old_style else "gregorian",
        calendar_from="stated",
        gregorian=old_style or edtf,
    )


def document(case: dict[str, Any], **changes: Any) -> Document:
    fields: dict[str, Any] = {
        "file": "a.txt",
        "line": 1,
        "end_line": 2,
        "start": 0,
        "end": 100,
        "id": "a.txt#1",
        "number": "1",
        "title": case.get("title"),
        "kind": case.get("kind"),
        "authors": tuple(map(person, case.get("authors", ()))),
        "recipients": tuple(map(person, case.get("recipients", ()))),
        "others": tuple(map(person, case.get("others", ()))),
        "date": date(case["date"], case.get("supplied", []), case.get("gregorian"), case.get("date_written"))
        if "date" in case
        else None,
        "place": None,
        "description": case.get("description"),
        "source": citation(case["cited"]) if "cited" in case else None,
        "notes": (),
        "body": Body(text="", start=0, end=0),
        "publications": (Publication(**case["publication"]),) if "publication" in case else (),
    }
    return Document(**(fields | changes))


def context(case: dict[str, Any], authority: Authority, **more: Any) -> styles.Context:
    run = styles.Run(
        previous=citation(case["after"]) if "after" in case else None,
        book=case.get("after_book"),
        mentioned=frozenset(case.get("mentioned", ())),
        names=case.get("names", {}),
    )
    return styles.Context(
        authority,
        variant=case.get("variant"),
        as_published=case.get("as_published", False),
        edition=case.get("edition"),
        published=case.get("published", False),
        run=run,
        **more,
    )


def cases() -> list[Any]:
    return [
        pytest.param(style, what, case, id=f"{style}-{what}-{place}-{case['source'].split(':')[-1].strip()[:40]}")
        for style in styles.names()
        for what in ("document", "reference")
        for place, case in enumerate(load(style).get(what, ()), 1)
    ]


@pytest.mark.parametrize(("style", "what", "case"), cases())
def test_entry(style: str, what: str, case: dict[str, Any], authority: Authority) -> None:
    module = styles.get(style)
    if what == "document":
        entry = module.document(document(case), context(case, authority))
    else:
        entry = module.reference(citation(case["cited"]), context(case, authority))
    assert entry.text == case["entry"]
    assert list(entry.missing) == case.get("missing", [])


@pytest.mark.parametrize("case", load("dates")["date"], ids=lambda case: f"{case['edtf']}{case.get('supplied', '')}")
def test_dates(case: dict[str, Any]) -> None:
    record = date(case["edtf"], case.get("supplied", []))
    for writer, expected in ((_dates.russian, case["ru"]), (_dates.english, case["en"])):
        written = writer(record)
        assert written.text == expected
        assert list(written.missing) == case.get("missing", [])


@pytest.mark.parametrize("case", load("datives")["names"], ids=lambda case: case["name"] + case.get("written", ""))
def test_dative(case: dict[str, Any]) -> None:
    found = _people.dative(person(case["name"], case.get("written")))
    assert (found[0] if found else "") == case["dative"]
    assert bool(found and found[1]) == case.get("doubtful", False)


@pytest.mark.parametrize("case", load("datives")["bodies"], ids=lambda case: case["name"])
def test_body_in_the_accusative(case: dict[str, Any]) -> None:
    assert (_people.accusative_of_body(case["name"]) or "") == case["accusative"]


def test_a_translation_is_called_by_the_names_of_its_original(authority: Authority) -> None:
    case = load("gost")["document"][0]
    russian = document(case, id="a.txt#:2", pair="a.txt#:1")
    english = document(
        case, id="a.txt#:1", pair="a.txt#:2", authors=(person("Stalin"),), recipients=(person("V. I. Lenin"),)
    )
    found = context(case, authority, document={russian.id: russian}.get)
    assert styles.get("gost").document(english, found).text == case["entry"]


def test_without_a_source_line_it_says_so(authority: Authority) -> None:
    case = {key: value for key, value in load("gost")["document"][0].items() if key not in ("cited", "description")}
    entry = styles.get("gost").document(document(case), context(case, authority))
    assert entry.text == "Сталин И. В. Письмо В. И. Ленину от 27 декабря 1917 г."
    assert entry.missing == ("no source line, and so no search data",)


def test_an_unresolved_reference_carries_its_reason(authority: Authority) -> None:
    case = load("gost")["reference"][0]
    doubtful = citation(case["cited"]).model_copy(update={"status": "unresolved", "reason": "no earlier reference"})
    lost = "the reference is unresolved: no earlier reference"
    letter = document(load("gost")["document"][0]).model_copy(update={"source": doubtful})
    for style in styles.names():
        bare, whole = styles.cite([doubtful, letter], style, context({}, authority))
        assert (bare.text, bare.missing, bare.resolved) == ("", (lost,), False)
        assert lost in whole.missing
        assert "5397" not in whole.text
        assert not whole.resolved


@pytest.mark.parametrize(
    ("number", "among_cyrillic", "expected", "doubtful"),
    [
        ("R-5674", False, "Р-5674", None),
        ("1/S", False, "1/С", None),
        ("163t", False, "163т", None),
        ("2557a", False, "2557а", None),
        ("1457k", False, "1457к", None),
        ("Kh-5", False, "Х-5", None),
        ("Ch-5", False, "Ч-5", None),
        ("4 dop", False, "4 доп", None),
        ("XII", False, "XII", None),
        ("P-5674", False, "P-5674", "P"),
        ("P-5674", True, "Р-5674", None),
        ("C-12", False, "C-12", "C"),
        ("Р-5674", False, "Р-5674", None),
        ("Q-1", True, "Q-1", "Q"),
    ],
)
def test_letters_of_numbers(number: str, among_cyrillic: bool, expected: str, doubtful: str | None) -> None:
    assert _letters.to_cyrillic(number, among_cyrillic=among_cyrillic) == (expected, doubtful)


def test_every_style_keeps_the_contract() -> None:
    assert {"gost", "chicago"} <= set(styles.names())
    for name in styles.names():
        module = styles.get(name)
        assert module.VARIANTS
        assert module.__doc__, f"{name} names no standard"
        assert (CASES / f"{name}.toml").exists(), f"{name} has no table of expected entries"
        assert styles.variant(module, None) == module.VARIANTS[0]


def test_the_recipe_in_the_documentation_works(authority: Authority) -> None:
    recipe = (Path(__file__).parents[2] / "docs" / "how-to" / "add-a-style.md").read_text("utf-8")
    code, table = (recipe.split(f"```{lang}\n")[1].split("```")[0] for lang in ("python", "toml"))
    module = types.ModuleType("recipe")
    exec(compile(code, "add-a-style.md", "exec"), module.__dict__)
    (case,) = tomllib.loads(table)["reference"]
    assert module.reference(citation(case["cited"]), context(case, authority)).text == case["entry"]


def test_unknown_names_are_answered_with_known_ones() -> None:
    with pytest.raises(UsageError, match="did you mean gost"):
        styles.get("gots")
    with pytest.raises(UsageError, match="known are apa, chicago, gost"):
        styles.get("_people")
    with pytest.raises(UsageError, match="footnote, inline, bibliography"):
        styles.variant(styles.get("gost"), "note")
