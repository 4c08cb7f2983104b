"""The safety property: one wrong sign never makes another shelfmark.

Two hundred clean references of every kind of writing. In each, every punctuation mark is deleted, doubled and swapped
for another, and every letter or digit that has a look-alike is swapped for it. What is read is the same reference with
a repair (or as another way of writing it: a comma for the stop behind the archive is as usual as a stop), or it is
ambiguous, or not resolved; and it is never lost in silence.

A few wrong signs leave a clean reference to something else, which no reader could tell from a true one; `untellable`
names them all.
"""

import random
import re
from collections import defaultdict
from pathlib import Path

import pytest

from archcite.notation.resolve import resolve

ARCHIVES = {
    "ru": ["РГАСПИ", "ГАРФ", "РГВА", "РГАЭ", "РГАНИ", "РГАЛИ", "РЦХИДНИ", "АПРФ", "ОГАЧО"],
    "en": ["RGASPI", "GARF", "RGAE", "RGANI", "RTsKhIDNI"],
    "uk": ["ЦДАГО України", "ЦДАВО України", "ЦДІАК України"],
    "be": ["НАРБ"],
}
FORMS = {
    "ru": [
        (". Ф. ", ". Оп. ", ". Д. ", ". Л. "),
        (", ф. ", ", оп. ", ", д. ", ", л. "),
        (". Ф. ", ". Оп. ", ". Ед. хр. ", ". Л. "),
        (". Ф. ", ". Оп. ", ". Д. ", ". Лл. "),
        (", ф.", ", оп.", ", д.", ", лл."),
        (". ", ". Оп. ", ". Д. ", ". Л. "),
        ("/", "/", "/", "/"),
        (" ", ".", ".", "."),
    ],
    "en": [
        (". F. ", ". Op. ", ". D. ", ". L. "),
        (", f. ", ", op. ", ", d. ", ", l. "),
        (", f. ", ", op. ", ", d. ", ", ll. "),
        (", fond ", ", opis ", ", delo ", ", list "),
        (", fond ", ", inventory ", ", file ", ", sheet "),
        (", coll. ", ", series ", ", folder ", ", p. "),
        (", ", "/", "/", ", l. "),
        (" ", ".", ".", "."),
    ],
    "uk": [
        (", ф. ", ", оп. ", ", спр. ", ", арк. "),
        (". Ф. ", ". Оп. ", ". Спр. ", ". Арк. "),
        (". – Ф. ", ". – Оп. ", ". – Спр. ", ". – Арк. "),
    ],
    "be": [(". Ф. ", ". Воп. ", ". Спр. ", ". Арк. ")],
}
VERSO = {"ru": " об.", "en": "ob.", "uk": " зв.", "be": " адв."}
PAIRS = [
    "РP",
    "АA",
    "СC",
    "ОO",
    "оo",
    "рp",
    "аa",
    "сc",
    "еe",
    "хx",
    "МM",
    "ВB",
    "НH",
    "КK",
    "ТT",
    "кk",
    "уy",
    "пn",
    "О0",
    "о0",
    "O0",
    "o0",
    "З3",
    "з3",
    "l1",
    "I1",
    "І1",
    "б6",
    "іi",
    "ІI",
    "ЕE",
    "ХX",
]
MARKS = ".,:;-/–"

ALIKE: dict[str, set[str]] = defaultdict(set)
for one, other in PAIRS:
    ALIKE[one].add(other)
    ALIKE[other].add(one)


def clean() -> list[tuple[str, int]]:
    """References with the place where their sheets begin."""
    numbers = random.Random(1917)
    made = []
    for _ in range(200):
        lang = numbers.choice(list(FORMS))
        form = numbers.choice(FORMS[lang])
        letter = numbers.choice(["", "", "R-"] if lang == "en" else ["", "", "Р-", "М-", "И-"])
        suffix = numbers.choice(["", "", "a" if lang == "en" else "а"])
        fond, opis, delo, sheet = (numbers.randint(1, top) for top in (9999, 200, 3000, 400))
        box = "к" if lang == "ru" and not letter and form[1] not in "./" and numbers.random() < 0.2 else ""
        if form[0] == ". ":
            letter, box = numbers.choice(["Р-", "И-", "П-"]), ""
        verso = VERSO[lang]
        sheets = numbers.choice(
            [
                f"{sheet}",
                f"{sheet}-{sheet + 5}",
                f"{sheet}–{sheet + 15}",
                f"{sheet}{verso}",
                f"{sheet}, {sheet + 2}",
                f"{sheet}, {sheet + 2}-{sheet + 4}",
                f"{sheet}{verso}–{sheet + 1}",
            ]
        )
        sheets = f"{sheet}" if form[3] in "./" else sheets
        archive = numbers.choice(ARCHIVES[lang])
        head = f"{archive}{form[0]}{letter}{fond}{box}{form[1]}{opis}{suffix}{form[2]}{delo}{form[3]}"
        made.append((head + sheets, len(head)))
    return made


def wrong_signs(text: str) -> list[tuple[int, str]]:
    found = []
    for at, sign in enumerate(text):
        before, after = text[:at], text[at + 1 :]
        if sign in MARKS:
            found += [(at, before + after), (at, before + sign * 2 + after)]
            found += [(at, before + other + after) for other in MARKS if other != sign]
        found += [(at, before + other + after) for other in sorted(ALIKE[sign])]
    return found


def untellable(text: str, sheets: int, at: int, wrong: str) -> bool:
    """Whether a clean reference to something else stands there now."""
    if text[at] == "6" and wrong[at] == "б":
        return re.match(r"\d+б(?!\d)", wrong[re.search(r"\d*$", wrong[:at]).start() :]) is not None  # file 19б
    deleted = len(wrong) < len(text)
    if deleted and at > sheets and text[at] in "-–":  # `Л. 8-23` and sheet 823
        return len(re.search(r"\d*$", wrong[:at]).group() + re.match(r"\d*", wrong[at:]).group()) < 4
    by_place = text[: sheets + 1].count("/") > 1 or text[: sheets + 1].count(".") == 3
    if deleted and text[at] == "/":  # `17/3/94/1` and fond 173; `ГАРФ17/3/94/1`
        return by_place
    return deleted and by_place and at < text.index(next(c for c in text if c.isdigit()))


RARER = (Path(__file__).parent / "cases" / "safety.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", [line for line in RARER if line and not line.startswith("#")])
def test_one_wrong_sign_in_rarer_forms(scanner, text):
    """A form that few archives use may be lost by a wrong sign in its only label, but is never read as another."""
    [right] = resolve(scanner.scan(text))
    assert right.status == "resolved"
    for at, wrong in wrong_signs(text):
        if untellable(text, len(text) - 1, at, wrong):
            continue
        for item in resolve(scanner.scan(wrong)):
            assert item.shelfmark in (None, right.shelfmark), f"{wrong} is read as {item.shelfmark}"


@pytest.mark.parametrize(("text", "sheets"), clean())
def test_one_wrong_sign_never_makes_another_shelfmark(scanner, text, sheets):
    [right] = resolve(scanner.scan(text))
    assert right.status == "resolved"
    assert right.reference.repairs == []
    for at, wrong in wrong_signs(text):
        if untellable(text, sheets, at, wrong):
            continue
        found = list(resolve(scanner.scan(wrong)))
        assert found, f"lost: {wrong}"
        for item in found:
            assert item.shelfmark in (None, right.shelfmark), f"{wrong} is read as {item.shelfmark}"
        if len(wrong) == len(text) and wrong[at].isalnum():
            told = any(item.reference.repairs or item.shelfmark is None for item in found)
            assert told, f"mended in silence: {wrong}"
