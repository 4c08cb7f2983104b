"""The safety property: one wrong sign never makes another shelfmark.

Two hundred clean references; in each, every punctuation mark is deleted, doubled and swapped for another, and every
letter that has a look-alike is swapped for it. What is read is the same reference with a repair (or as another way of
writing it: a comma for the stop behind the archive is as usual as a stop), or it is ambiguous, or not resolved.

Marks inside a list of sheets are left alone: `Л. 58-64` without its hyphen, or with a comma in its place, is a clean
reference to other sheets, and no reader could tell.
"""

import random

import pytest

from archcite.notation.resolve import resolve

ARCHIVES = {
    "ru": ["РГАСПИ", "ГАРФ", "РГВА", "РГАЭ", "РГАНИ", "РГАЛИ", "РЦХИДНИ"],
    "en": ["RGASPI", "GARF", "RGAE", "RGANI", "RTsKhIDNI"],
    "uk": ["ЦДАГО України", "ЦДАВО України"],
}
FORMS = {
    "ru": [
        (". Ф. ", ". Оп. ", ". Д. ", ". Л. "),
        (", ф. ", ", оп. ", ", д. ", ", л. "),
        (". Ф. ", ". Оп. ", ". Ед. хр. ", ". Л. "),
    ],
    "en": [
        (". F. ", ". Op. ", ". D. ", ". L. "),
        (", f. ", ", op. ", ", d. ", ", l. "),
        (", fond ", ", opis ", ", delo ", ", list "),
    ],
    "uk": [(", ф. ", ", оп. ", ", спр. ", ", арк. "), (". Ф. ", ". Оп. ", ". Спр. ", ". Арк. ")],
}
ALIKE = dict(zip("РАСОоПпрасехМВНABCEHKMOPTaceopx", "PACOonnpacexMBHАВСЕНКМОРТасеорх", strict=True)) | {"П": "П"}
MARKS = ".,:;-"


def clean() -> list[tuple[str, int]]:
    """References with the place where their sheets begin."""
    numbers = random.Random(1917)
    made = []
    for _ in range(200):
        lang = numbers.choice(list(FORMS))
        form = numbers.choice(FORMS[lang])
        letter = numbers.choice(["", "", "R-"] if lang == "en" else ["", "", "Р-", "М-"])
        suffix = numbers.choice(["", "", "a" if lang == "en" else "а"])
        fond, opis, delo, sheet = (numbers.randint(1, top) for top in (9999, 200, 3000, 400))
        verso = {"ru": " об.", "en": "ob.", "uk": " зв."}[lang]
        sheets = numbers.choice([f"{sheet}", f"{sheet}-{sheet + 5}", f"{sheet}{verso}", f"{sheet}, {sheet + 2}"])
        head = f"{numbers.choice(ARCHIVES[lang])}{form[0]}{letter}{fond}{form[1]}{opis}{suffix}{form[2]}{delo}{form[3]}"
        made.append((head + sheets, len(head)))
    return made


def wrong_signs(text: str, sheets: int) -> list[str]:
    found = []
    for at, sign in enumerate(text):
        before, after = text[:at], text[at + 1 :]
        if sign in MARKS and at < sheets:
            found += [before + after, before + sign * 2 + after]
            found += [before + other + after for other in MARKS if other != sign]
        if ALIKE.get(sign, sign) != sign:
            found.append(before + ALIKE[sign] + after)
    return found


@pytest.mark.parametrize(("text", "sheets"), clean())
def test_one_wrong_sign_never_makes_another_shelfmark(scanner, text, sheets):
    [right] = resolve(scanner.scan(text))
    assert right.status == "resolved"
    assert right.reference.repairs == []
    for wrong in wrong_signs(text, sheets):
        found = list(resolve(scanner.scan(wrong)))
        assert found, f"lost: {wrong}"
        for item in found:
            assert item.shelfmark in (None, right.shelfmark), f"{wrong} is read as {item.shelfmark}"
