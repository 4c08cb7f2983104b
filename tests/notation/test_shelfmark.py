"""One key for every way of writing the same sheets, another for other sheets."""

import pytest

from archcite import parse


def key(text):
    (citation,) = parse(text)
    return citation.shelfmark


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ГАРФ. Ф. 102. ДП 4. 1907. Д. 108. Л. 17.", "ГАРФ. Ф. 102. ДП 5. 1907. Д. 108. Л. 17."),
        ("ГАРФ. Ф. 102. ДП 4. 1907. Д. 108. Л. 17.", "ГАРФ. Ф. 102. ДП 4. 1912. Д. 108. Л. 17."),
        ("РГИА, ф. 796, оп. 1, 1806 г., д. 122, л. 3", "РГИА, ф. 796, оп. 1, 1807 г., д. 122, л. 3"),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 56-6.", "РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 56-56."),
    ],
)
def test_other_sheets_have_another_key(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("РГИА, ф. 796, оп. 1, 1806 г., д. 122, л. 3", "RGIA. F. 796. Op. 1. 1806 g. D. 122. L. 3."),
        ("РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 54-9.", "RGASPI, f. 17, op. 3, d. 94, ll. 54–59"),
    ],
)
def test_the_same_sheets_have_one_key(one, other):
    assert key(one) == key(other)
