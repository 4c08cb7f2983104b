"""`parse(format(c)) == c`: what the style `shelfmark` writes is read back as the same sheets, without a repair."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import archcite
from archcite import styles
from archcite.archives import Authority
from archcite.model import Citation, CitedArchive, Extra
from archcite.notation.shelfmark import fold, shelfmark

AUTHORITY = Authority.load()
READER_COUNTRIES = ("RU", "UA")
ARCHIVES = sorted(archive.id for archive in AUTHORITY if archive.country in READER_COUNTRIES)
CONTEXT = styles.Context(AUTHORITY)
# `ОР РНБ` at the beginning of a line: see test_a_name_that_begins_like_a_label
LIKE_A_LABEL = {archive.id for archive in AUTHORITY if archive.abbr("ru").startswith("О") or "ОР" in archive.abbr("ru")}
# One name a kind: what both alphabets and the three traditions have.
KINDS = ("volume", "part", "book", "document", "folder")

number = st.integers(1, 9999).map(str)
fonds = st.one_of(
    number,
    st.builds("{}-{}".format, st.sampled_from("РИПМ"), number),
    st.builds("{}{}".format, number, st.sampled_from("ак")),
)
opisi = st.one_of(
    number,
    st.builds("{}/{}".format, number, st.sampled_from("СТ")),
    st.builds("{}{}".format, number, st.sampled_from("ат")),
)
one_delo = st.one_of(st.integers(1, 999).map(str), st.builds("{}{}".format, st.integers(1, 999), st.sampled_from("аб")))
dela = st.lists(one_delo, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def sheet_lists(draw: st.DrawFn) -> tuple[str, ...]:
    """One to three sheets or ranges in ascending order, sides with or without verso."""
    items, at = [], 0
    for _ in range(draw(st.integers(1, 3))):
        at += draw(st.integers(1, 300))
        side = f"{at}{draw(st.sampled_from(['', 'v']))}"
        if draw(st.booleans()):
            at += draw(st.integers(1, 50))
            side = f"{side}-{at}{draw(st.sampled_from(['', 'v']))}"
        items.append(side)
    return tuple(items)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    id_ = draw(st.sampled_from(ARCHIVES))
    # the key tells levels in the order of the text apart; the style writes the folder first
    kinds = sorted(draw(st.lists(st.sampled_from(KINDS), max_size=2, unique=True)), key=lambda kind: kind != "folder")
    extra = tuple(Extra(kind=kind, value=draw(st.integers(1, 40).map(str)), written="") for kind in kinds)
    levels = {"fond": (draw(fonds),), "opis": (draw(opisi),), "dela": draw(dela), "sheets": draw(sheet_lists())}
    return Citation(
        file="",
        line=1,
        column=1,
        start=0,
        end=0,
        text="Ф",
        archive=CitedArchive(id=id_, written=None),
        fond=levels["fond"][0],
        opis=levels["opis"][0],
        dela=levels["dela"],
        sheets=levels["sheets"],
        extra=extra,
        role="text",
        document=None,
        shelfmark=shelfmark(id_, levels, extra),
        status="resolved",
    )


def told(citation: Citation, *, folded: bool) -> dict[str, object]:
    """What a citation says, letters of either alphabet alike where the form is romanized."""

    def number(value: str | None) -> str | None:
        return fold(value) if value and folded else value

    return {
        "archive": citation.archive and citation.archive.id,
        "fond": number(citation.fond),
        "opis": number(citation.opis),
        "dela": tuple(map(number, citation.dela)),
        "sheets": citation.sheets,
        "extra": {extra.kind: number(extra.value) for extra in citation.extra},
        "status": citation.status,
        "repairs": citation.repairs,
    }


@pytest.mark.parametrize("variant", styles.get("shelfmark").VARIANTS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(citation=citations())
def test_what_is_written_is_read_back(variant: str, citation: Citation) -> None:
    entry = styles.get("shelfmark").reference(citation, replace(CONTEXT, variant=variant))
    assert entry.missing == ()
    (read,) = archcite.parse(entry.text, authority=AUTHORITY)
    folded = variant == "romanized"
    assert told(read, folded=folded) == told(citation, folded=folded), entry.text
    assert read.shelfmark == citation.shelfmark, entry.text
    assert read.text == entry.text


@pytest.mark.parametrize("variant", styles.get("shelfmark").VARIANTS)
@pytest.mark.parametrize("id_", ARCHIVES)
def test_the_name_of_every_archive_is_read_back(variant: str, id_: str) -> None:
    sample = Citation(
        file="",
        line=1,
        column=1,
        start=0,
        end=0,
        text="Ф",
        archive=CitedArchive(id=id_, written=None),
        fond="558",
        opis="1",
        dela=("5397",),
        sheets=("2",),
        role="text",
        document=None,
        shelfmark=None,
        status="resolved",
    )
    entry = styles.get("shelfmark").reference(sample, replace(CONTEXT, variant=variant))
    (read,) = archcite.parse(entry.text, authority=AUTHORITY)
    assert read.shelfmark == f"{id_}:558:1:5397:2", entry.text
    assert read.repairs == ()


@pytest.mark.parametrize("style", ["gost", "shelfmark", "kritika"])
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_repeats_are_read_back(style: str, data: st.DataObject) -> None:
    """A run of entries with `Там же` or `Ibid.`, read as one text, gives the same sheets."""
    run = data.draw(st.lists(citations(), min_size=1, max_size=2))
    for _ in range(data.draw(st.integers(1, 4))):
        before = run[-1]
        level = data.draw(st.sampled_from(("fond", "opis", "dela", "sheets")))
        change = {"fond": number, "opis": number, "dela": dela, "sheets": sheet_lists()}[level]
        run.append(before.model_copy(update={level: data.draw(change), "extra": ()}))
    entries = list(styles.cite(run, style, CONTEXT, ibid=True))
    assume(not any(entry.missing for entry in entries))  # a short name that several archives have
    assume(not any(c.archive and c.archive.id in LIKE_A_LABEL for c in run[1:]))
    text = "\n".join(entry.text.rstrip(".") + "." for entry in entries)
    read = archcite.parse(text, authority=AUTHORITY)
    expected = [
        shelfmark(c.archive.id, {"fond": (c.fond,), "opis": (c.opis,), "dela": c.dela, "sheets": c.sheets}, c.extra)
        for c in run
        if c.archive and c.fond and c.opis
    ]
    assert [citation.shelfmark for citation in read] == expected, text


def test_a_name_that_begins_like_a_label() -> None:
    read = archcite.parse("АП РФ. Ф. 1. Оп. 1. Д. 1. Л. 1, 2 об.\nОР РНБ. Ф. 1. Оп. 1. Д. 1. Л. 1", authority=AUTHORITY)
    assert [citation.shelfmark for citation in read] == ["ap-rf:1:1:1:1,2v", "or-rnb:1:1:1:1"]


# Typed references with labels, letters and levels that the strategies above do not make.
TYPED = (
    "РГАЛИ. Ф. 190. Оп. 1. Ед. хр. 132. Л. 1–3 об.",
    "РГАНИ. Ф. 89. Пер. 18. Док. 12. Л. 3",
    "ГА РФ. Ф. Р-9401. Оп. 1а. Д. 552, 553. Л. 12 об.",
    "ГА РФ. Ф. Р-5446. Оп. 1а. Д. 2. Т. 3. Ч. 2. Л. 5а",
    "РГАСПИ. Ф. 17. Оп. 3. Д. б/н. Л. 5",
    "РГАСПИ. Ф. М-1. Оп. 23. Д. 7. Л. 56–56 об., 58",
    "ГА РФ. Ф. 102. ДП ОО. 1907. Д. 108. Л. 3",
    "РГВИА. Ф. 1. Оп. 1. 1812 г. Д. 1. Л. 1",
    "АВП РФ. Ф. 059. Оп. 1. Папка 310. Д. 2141. Л. 5",
    "ЦДАВО України. Ф. 1. Оп. 20. Спр. 526. Арк. 12 зв.",
    "НАРБ. Ф. 4п. Оп. 1. Д. 10. Л. 3 об.",
    "РГАДА. Ф. 7. Разряд 6. Оп. 1. Д. 12. Л. 3",
    "НИОР РГБ. Ф. 223. Картон 79. Ед. хр. 122. Л. 3",
    "АП РФ. Ф. 3. Оп. 30. Д. 195. Л. 60–62, 67 (А)",
    "РГАДА. Ф. 210. Оп. 9. Стб. 112. Л. 45а об.",
    "РГВА. Ф. 375. Оп. 4 доп. Св. 3. Д. б/н. Л. 218–221 об.",
    "ГА РФ. Ф. 102. Оп. 25а. 3 д-во. Д. 629. Л. 164 об.",
    "РГАЭ. Ф. 5. Оп. 1 дополнительная. Д. 3. Л. 2",
)


@pytest.mark.parametrize("variant", styles.get("shelfmark").VARIANTS)
@pytest.mark.parametrize("written", TYPED)
def test_a_typed_reference_is_read_back(variant: str, written: str) -> None:
    (typed,) = archcite.parse(written, authority=AUTHORITY)
    entry = styles.get("shelfmark").reference(typed, replace(CONTEXT, variant=variant))
    (read,) = archcite.parse(entry.text, authority=AUTHORITY)
    assert read.shelfmark == typed.shelfmark, entry.text
    assert read.status == "resolved"
    assert styles.get("shelfmark").reference(read, replace(CONTEXT, variant=variant)).text == entry.text


@pytest.mark.parametrize("written", TYPED)
def test_a_gost_entry_is_read_back(written: str) -> None:
    (typed,) = archcite.parse(written, authority=AUTHORITY)
    (entry,) = styles.cite([typed], "gost", CONTEXT)
    assert entry.text == f"{written.removesuffix('.')}."
    (read,) = archcite.parse(entry.text, authority=AUTHORITY)
    assert read.shelfmark == typed.shelfmark
