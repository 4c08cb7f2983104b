"""Lists of entries: order, numbers, formats, repeats; and what a style has no form for."""

from __future__ import annotations

import pytest

from archcite import parse, styles
from archcite.archives import Authority
from archcite.errors import UsageError
from archcite.model import CitedArchive
from archcite.styles import Entry


@pytest.fixture(scope="module")
def context() -> styles.Context:
    return styles.Context(Authority.load())


def lines(format_: str, *texts: str, numbered: bool = False, italic: tuple[str, ...] = ()) -> list[str]:
    return list(styles.written([Entry(text, italic=italic) for text in texts], format_, numbered=numbered))


def test_text_stands_as_it_is() -> None:
    assert lines("text", "[1917 г.] *", "b") == ["[1917 г.] *", "b"]
    assert lines("text", "a", "b", numbered=True) == ["1. a", "2. b"]


def test_markdown_takes_nothing_for_markup() -> None:
    assert lines("markdown", "27 [1917] *a* _b_ <i>", "b") == [r"27 \[1917\] \*a\* \_b\_ \<i\>", "", "b"]
    assert lines("markdown", "1917. Письмо") == [r"1917\. Письмо"]
    assert lines("markdown", "- a") == [r"\- a"]
    assert lines("markdown", "in Title, p. 3", italic=("Title",)) == ["in *Title*, p. 3"]
    assert lines("markdown", "a", "b", numbered=True) == ["1. a", "2. b"]


def test_html_is_escaped() -> None:
    assert lines("html", "A & <b>", "in Title", italic=("Title",)) == [
        "<p>A &amp; &lt;b&gt;</p>",
        "<p>in <i>Title</i></p>",
    ]
    assert lines("html", "a", numbered=True) == ["<ol>", "<li>a</li>", "</ol>"]


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="text, markdown, html"):
        lines("pdf", "a")


@pytest.mark.parametrize(
    "ordered",
    [
        ("Ёжиков А. Б.", "Жуков А. Б."),
        ("Ф. 17. Оп. 3", "Ф. 558. Оп. 1", "Ф. 1000"),
        ("Яковлев", "Stalin, I. V."),
        ("«Письмо»", "Письмо Б"),
        ("Serebryakov", "Stalin, I. V., and A. B.", "Stalin, I. V. Letter"),
        ("Иванов", "Йорданов"),
    ],
)
def test_alphabetical_order(ordered: tuple[str, ...]) -> None:
    entries = [Entry(text) for text in reversed(ordered)]
    order, same = styles.in_order(entries)
    assert tuple(entries[place].text for place in order) == ordered
    assert same == 0


def test_the_same_entry_stands_once() -> None:
    assert styles.in_order([Entry("b"), Entry("a"), Entry("b")]) == ([1, 0], 1)


def test_a_run_without_and_with_repeats(context: styles.Context) -> None:
    run = parse(
        "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2\nТам же. Л. 3 об.\nГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3\nТам же. Д. 4. Л. 1"
    )
    assert [entry.text for entry in styles.cite(run, "gost", context)] == [
        "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.",
        "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 3 об.",
        "ГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3.",
        "ГА РФ. Ф. Р-5446. Оп. 1. Д. 4. Л. 1.",
    ]
    assert [entry.text for entry in styles.cite(run, "gost", context, ibid=True)] == [
        "РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2.",
        "Там же. Л. 3 об.",
        "ГА РФ. Ф. Р-5446. Оп. 1. Д. 2. Л. 3.",
        "Там же. Д. 4. Л. 1.",
    ]


def test_nothing_repeats_what_is_not_resolved(context: styles.Context) -> None:
    (known,) = parse("РГАСПИ. Ф. 558. Оп. 1. Д. 5397. Л. 2")
    doubtful = known.model_copy(update={"status": "ambiguous", "reason": "two readings"})
    for run in ([known, doubtful], [doubtful, known]):
        assert all("Там же" not in entry.text for entry in styles.cite(run, "gost", context, ibid=True))


@pytest.mark.parametrize(
    ("style", "options", "message"),
    [
        ("apa", {"ibid": True}, "--ibid: this style has no such form"),
        ("wikipedia", {"published": True}, "--published: this style has no such form"),
        ("gost", {"variant": "bibliography", "ibid": True}, "--ibid: only footnote, inline have such a form"),
        ("chicago", {"edition": 16}, "--edition 16: this style has 18, 17"),
        ("gost", {"edition": 2}, "--edition 2: this style has none"),
    ],
)
def test_what_a_style_has_no_form_for(
    style: str, options: dict[str, object], message: str, context: styles.Context
) -> None:
    ibid = bool(options.pop("ibid", False))
    asked = styles.Context(context.names, **options)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=message):
        list(styles.cite([], style, asked, ibid=ibid))


def test_archives_that_share_a_short_name_are_told(context: styles.Context) -> None:
    authority = Authority.load()
    for archive in authority:
        found = authority.find(archive.abbr("ru"))
        cited = CitedArchive(id=archive.id, written=None)
        missing = context.abbreviation(cited, "Cyrl")[1]
        shared = [lack for lack in missing if "short name of several archives" in lack]
        assert bool(shared) == (found is not None and len(found.ids) > 1), archive.id
