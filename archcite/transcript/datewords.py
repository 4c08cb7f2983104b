"""Tables of the words that dates are made of, in Russian, Ukrainian and English.

A new word is one entry here: nothing else lists months, seasons or the words around them. Words are compared folded
(`words.fold`); names of months stand as a stem and its endings.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_SOFT: Final = "ь я ю ем е"
_UK: Final = "ень ня ню ни"  # Ukrainian, folded: `і` is `и`
_MONTH_FORMS: Final[tuple[tuple[int, str, str], ...]] = (
    (1, "январ", _SOFT), (1, "янв", "-"), (2, "феврал", _SOFT), (2, "февр", "-"), (2, "фев", "-"),
    (3, "март", "- а у ом е"), (3, "мар", "-"), (4, "апрел", _SOFT), (4, "апр", "-"),
    (5, "ма", "й я ю ем е"),
    (6, "июн", _SOFT), (7, "июл", _SOFT), (8, "август", "- а у ом е"), (8, "авг", "-"),
    (9, "сентябр", _SOFT), (9, "сент", "-"), (9, "сен", "-"), (10, "октябр", _SOFT), (10, "окт", "-"),
    (11, "ноябр", _SOFT), (11, "нояб", "-"), (11, "ноя", "-"), (12, "декабр", _SOFT), (12, "дек", "-"),
    (1, "сич", _UK), (2, "лют", "ий ого ому"), (3, "берез", _UK), (4, "квит", _UK), (5, "трав", _UK),
    (6, "черв", _UK), (7, "лип", _UK), (8, "серп", _UK), (9, "верес", _UK), (10, "жовт", _UK), (11, "листопад", "- а у и"),
    (12, "груд", _UK),
    (1, "january", "-"), (1, "jan", "-"), (2, "february", "-"), (2, "feb", "-"), (3, "march", "-"),
    (3, "mar", "-"), (4, "april", "-"), (4, "apr", "-"), (5, "may", "-"), (6, "june", "-"),
    (6, "jun", "-"),
    (7, "july", "-"), (7, "jul", "-"), (8, "august", "-"), (8, "aug", "-"), (9, "september", "-"),
    (9, "sept", "-"), (9, "sep", "-"), (10, "october", "-"), (10, "oct", "-"), (11, "november", "-"),
    (11, "nov", "-"), (12, "december", "-"), (12, "dec", "-"),
)  # fmt: skip

#: English words that are months only with a capital.
CAPITAL_MONTHS: Final = frozenset({"may", "march", "mar", "dec", "sep", "мар"})

#: EDTF level 1 codes of the seasons (ISO 8601-2:2019, 4.8).
_SEASON_FORMS: Final[tuple[tuple[int, str, str], ...]] = (
    (21, "весн", "а ы е у ой"), (22, "лет", "о а у ом е"), (22, "лит", "о а ку"), (23, "осен", "ь и ью"), (23, "осинь", "-"),
    (24, "зим", "а ы е у ой"),
    (21, "spring", "-"), (22, "summer", "-"), (23, "autumn", "-"), (23, "fall", "-"), (24, "winter", "-"),
)  # fmt: skip

_WEEKDAY_FORMS: Final[tuple[tuple[int, str, str], ...]] = (
    (0, "понедельник", "-"), (1, "вторник", "-"), (2, "сред", "а у"), (3, "четверг", "-"),
    (4, "пятниц", "а у"),
    (5, "суббот", "а у"), (6, "воскресенье", "-"), (0, "monday", "-"), (1, "tuesday", "-"),
    (2, "wednesday", "-"), (3, "thursday", "-"), (4, "friday", "-"), (5, "saturday", "-"),
    (6, "sunday", "-"),
)  # fmt: skip

#: Words that follow a year: `1920 г.`, `1920 года`, `1920 гг.`; `g` and `y` are left by machine translation.
YEAR_WORDS: Final = frozenset(
    {
        "г",
        "гг",
        "год",
        "года",
        "году",
        "годом",
        "годы",
        "годов",
        "годах",
        "р",
        "рр",
        "рик",
        "року",
        "роки",
        "рокив",
        "роци",
        "g",
        "gg",
        "year",
        "years",
    }
)
#: `this year`, `сего года`: the year is meant, but not written.
THIS_YEAR: Final = (("с", "г"), ("т", "г"), ("сего", "года"), ("этого", "года"), ("this", "year"),
                    ("of", "this", "year"), ("текущего", "года"))  # fmt: skip

#: Openings that bound a date on one side: (words, bound). `exclusive` ones leave out the day they name.
OPEN_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("не", "ранее"), "from"), (("не", "раньше"), "from"), (("не", "позднее"), "to"),
    (("не", "позже"), "to"), (("не", "ранише"), "from"), (("не", "пизнише"), "to"),
    (("ранише",), "to exclusive"), (("пизнише",), "from exclusive"), (("писля",), "from exclusive"),
    (("not", "earlier", "than"), "from"), (("no", "earlier", "than"), "from"),
    (("not", "before"), "from"),
    (("not", "later", "than"), "to"), (("no", "later", "than"), "to"), (("not", "after"), "to"),
    (("ранее",), "to exclusive"), (("раньше",), "to exclusive"), (("до",), "to exclusive"),
    (("before",), "to exclusive"), (("earlier", "than"), "to exclusive"),
    (("prior", "to"), "to exclusive"),
    (("позднее",), "from exclusive"), (("позже",), "from exclusive"), (("после",), "from exclusive"),
    (("after",), "from exclusive"), (("later", "than"), "from exclusive"), (("since",), "from"),
)  # fmt: skip

#: Openings that make a date approximate (EDTF `~`).
ABOUT_WORDS: Final = frozenset(
    {"около", "ок", "близько", "примерно", "приблизительно", "circa", "ca", "c", "about", "approximately", "around"}
)
#: A part of a month or year that EDTF level 1 cannot say; the reading says it in a remark.
PORTION_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("початок",), "beginning"), (("кинець",), "end"), (("начало",), "beginning"), (("начале",), "beginning"), (("начала",), "beginning"),
    (("early",), "beginning"),
    (("the", "beginning", "of"), "beginning"), (("beginning", "of"), "beginning"),
    (("середина",), "middle"),
    (("середине",), "middle"), (("mid",), "middle"), (("middle", "of"), "middle"),
    (("the", "middle", "of"), "middle"), (("конец",), "end"), (("конце",), "end"), (("конца",), "end"),
    (("late",), "end"), (("end", "of"), "end"), (("the", "end", "of"), "end"),
    (("первая", "половина"), "first half"), (("первой", "половине"), "first half"),
    (("вторая", "половина"), "second half"), (("второй", "половине"), "second half"),
    (("first", "half", "of"), "first half"), (("second", "half", "of"), "second half"),
    (("the", "first", "half", "of"), "first half"), (("the", "second", "half", "of"), "second half"),
    (("первой", "половины"), "first half"), (("второй", "половины"), "second half"),
    (("середины",), "middle"), (("нач",), "beginning"), (("сер",), "middle"), (("кон",), "end"),
    (("первая", "декада"), "first ten days"), (("первой", "декаде"), "first ten days"),
    (("вторая", "декада"), "second ten days"), (("второй", "декаде"), "second ten days"),
    (("третья", "декада"), "last days from the 21st"), (("третьей", "декаде"), "last days from the 21st"),
    (("последняя", "декада"), "last days from the 21st"), (("последние", "числа"), "end"), (("первые", "числа"), "beginning"),
)  # fmt: skip

#: Openings of a night: between two days, or the one that ends on the day (`в ночь на 6 июня`).
NIGHT_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("ночь",), "night"), (("в", "ночь"), "night"),
    (("ночь", "на"), "night before it"), (("в", "ночь", "на"), "night before it"),
    (("night", "of"), "night"), (("the", "night", "of"), "night"), (("on", "the", "night", "of"), "night"),
)  # fmt: skip

#: Style marks after a date: `ст. ст.`, `н. ст.`, `по старому стилю`, `O.S.`.
STYLE_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("ст", "ст"), "julian"), (("с", "ст"), "julian"), (("старого", "стиля"), "julian"),
    (("старому", "стилю"), "julian"), (("старый", "стиль"), "julian"), (("old", "style"), "julian"),
    (("o", "s"), "julian"), (("н", "ст"), "gregorian"), (("нового", "стиля"), "gregorian"),
    (("новому", "стилю"), "gregorian"), (("новый", "стиль"), "gregorian"),
    (("new", "style"), "gregorian"),
    (("n", "s"), "gregorian"),
)  # fmt: skip

HOUR_WORDS: Final = frozenset({"ч", "час", "часа", "часов", "часу", "h", "hour", "hours", "hrs", "oclock"})
MINUTE_WORDS: Final = frozenset({"м", "мин", "минут", "минута", "минуты", "m", "min", "minute", "minutes"})
#: Words for a part of the day; several may follow an hour (`in the evening`, `вечера`).
DAYTIME_WORDS: Final = frozenset(
    {
        "утра", "утро", "утром", "дня", "днем", "вечера", "вечер", "вечером", "ночи", "ночь", "ночью",
        "полдень",
        "полночь", "am", "pm", "morning", "afternoon", "evening", "night", "noon", "midnight",
        "mornings", "evenings", "nights",  # as machine translation has the Russian genitive
    }
)  # fmt: skip


def _forms(table: tuple[tuple[int, str, str], ...]) -> dict[str, int]:
    return {
        stem + ("" if ending == "-" else ending): value for value, stem, endings in table for ending in endings.split()
    }


@cache
def months() -> dict[str, int]:
    """Every form of a month's name, folded, with its number 1 to 12."""
    return _forms(_MONTH_FORMS)


@cache
def seasons() -> dict[str, int]:
    """Every form of a season's name, folded, with its EDTF code 21 to 24."""
    return _forms(_SEASON_FORMS)


@cache
def weekdays() -> dict[str, int]:
    """Every form of a weekday's name, folded, Monday 0 to Sunday 6."""
    return _forms(_WEEKDAY_FORMS)
