"""Tables of words that headers, datelines and titles are made of, in Russian and English.

A new word is one entry here: nothing else in the package lists months,
kinds of document or the nouns that
make a body. Words are compared in lower case with `ё` as `е`; Russian nouns stand as a stem and its endings,
or (kinds and bodies) as a stem alone. No personal name belongs here.
"""

from __future__ import annotations

from functools import cache
from typing import Final

_SOFT: Final = "ь я ю ем е"
_MONTH_FORMS: Final[tuple[tuple[int, str, str], ...]] = (
    (1, "январ", _SOFT), (1, "янв", "-"), (2, "феврал", _SOFT), (2, "февр", "-"), (2, "фев", "-"),
    (3, "март", "- а у ом е"), (3, "мар", "-"), (4, "апрел", _SOFT), (4, "апр", "-"),
    (5, "ма", "й я ю ем е"),
    (6, "июн", _SOFT), (7, "июл", _SOFT), (8, "август", "- а у ом е"), (8, "авг", "-"),
    (9, "сентябр", _SOFT), (9, "сент", "-"), (9, "сен", "-"), (10, "октябр", _SOFT), (10, "окт", "-"),
    (11, "ноябр", _SOFT), (11, "нояб", "-"), (11, "ноя", "-"), (12, "декабр", _SOFT), (12, "дек", "-"),
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
    (21, "весн", "а ы е у ой"), (22, "лет", "о а у ом е"), (23, "осен", "ь и ью"),
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
    {"г", "гг", "год", "года", "году", "годом", "годы", "годов", "годах", "g", "gg", "year", "years"}
)
#: `this year`, `сего года`: the year is meant, but not written.
THIS_YEAR: Final = (("с", "г"), ("т", "г"), ("сего", "года"), ("этого", "года"), ("this", "year"),
                    ("of", "this", "year"), ("текущего", "года"))  # fmt: skip

#: Openings that bound a date on one side: (words, bound). `exclusive` ones leave out the day they name.
OPEN_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("не", "ранее"), "from"), (("не", "раньше"), "from"), (("не", "позднее"), "to"),
    (("не", "позже"), "to"),
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
    {"около", "ок", "примерно", "приблизительно", "circa", "ca", "c", "about", "approximately", "around"}
)
#: A part of a month or year that EDTF level 1 cannot say; the reading says it in a remark.
PORTION_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("начало",), "beginning"), (("начале",), "beginning"), (("начала",), "beginning"),
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
    }
)  # fmt: skip

#: Honorifics before a name, dropped from it. `t` and `т` are handled with their stop.
HONORIFICS: Final = frozenset(
    {
        "cde", "cdes", "sir", "comrade", "comrades", "comr", "com", "tov", "tovarishch", "mr", "mrs", "miss", "citizen", "dr",
        "товарищ", "товарища", "товарищу", "товарищем", "товарищи", "товарищей", "товарищам", "тов", "тт",
        "гр",
        "гражданин", "гражданину", "гражданина", "господин", "господину", "господина",
    }
)  # fmt: skip

#: Offices that may stand before a name: `Секретарю ЦК А. Б. Фамилину`. Stems.
OFFICES: Final = (
    "secretary", "chairman", "commissar", "commander", "member", "director", "editor", "head",
    "president",
    "deputy", "narkom", "plenipotentiary", "секретар", "председател", "нарком", "народн", "командующ",
    "член",
    "ambassador", "minister", "consul", "полномочн", "уполномоченн", "представител", "министр", "консул", "президент", "премьер", "маршал", "канцлер",
    "директор", "редактор", "начальник", "заведующ", "главком", "полпред", "заместител", "управляющ", "торгпред",
    "главнокоманд", "атташе", "поверенн", "госсекретар", "замнарком", "управделам", "статс-секретар", "зампред",
    "корреспондент", "посланник",
)  # fmt: skip

#: Adjectives of an office whose noun comes next (`народного комиссара`, `Верховный Главнокомандующий`). Stems.
OFFICE_ADJECTIVES: Final = (
    "народн",
    "верховн",
    "государственн",
    "генеральн",
    "перв",
    "втор",
    "чрезвычайн",
    "временн",
    "военн",
    "бывш",
    "peoples",
)

#: Beginnings of bodies that begin like offices.
NO_OFFICES: Final = (
    "наркомат",
    "представительств",
    "комиссариат",
    "секретариат",
    "консульств",
    "министерств",
    "commissariat",
)

#: Offices whose stem opens other words too.
OFFICE_WORDS: Final = frozenset(
    stem + ending
    for stem in ("посл", "генерал", "комиссар", "командир", "прокурор", "резидент", "адмирал")
    for ending in ("", "а", "у", "ом")
) | {"посол"}

#: English nouns that make a body. Whole words, lower case, singular or plural as listed.
BODY_WORDS_EN: Final = frozenset(
    {
        "committee", "committees", "bureau", "politburo", "orgburo", "council", "commission",
        "commissariat",
        "board", "plenum", "congress", "conference", "secretariat", "presidium", "collegium", "union",
        "unions",
        "soviet", "soviets", "department", "editorial", "editors", "headquarters", "administration",
        "organization", "organizations", "organisation", "organisations", "party", "parties",
        "delegation",
        "government", "section", "faction", "group", "institute", "ministry", "tribunal", "court",
        "cheka",
        "gpu", "ogpu", "nkvd", "comintern", "profintern", "gosplan", "sovnarkom", "newspaper", "embassy",
        "mission", "army", "front", "staff", "members", "workers", "peasants", "delegates", "inspection",
        "cell", "league", "komsomol", "trust", "office", "academy", "library", "archive", "museum",
        "factory", "tsk", "tskk", "tsik", "vtsik", "rabkrin", "narkomindel", "kolkhoz", "sovkhoz", "komintern",
        "regiment", "division", "directorate", "troika", "istpart",
    }
)  # fmt: skip
#: Russian noun stems that make a body, at the beginning of a word.
BODY_STEMS_RU: Final = (
    "комитет", "бюро", "политбюро", "оргбюро", "совет", "комисси", "комиссариат", "коллеги", "президиум",
    "секретариат", "пленум", "съезд", "конференци", "отдел", "редакци", "штаб", "управлени", "союз",
    "организаци", "парти", "делегаци", "правительств", "фракци", "групп", "институт", "министерств",
    "трибунал", "реввоенсовет", "наркомат", "нарком", "инспекци", "представительств", "посольств",
    "газет",
    "членам", "членов", "товарищам", "товарищей", "рабочим", "рабочих", "крестьян", "делегат", "ячейк",
    "коминтерн", "профинтерн", "госплан", "совнарком", "исполком", "комсомол", "арми", "фронт", "дирекци",
    "академи", "библиотек", "музе", "организациям", "собрани", "заседани",
    "суд", "политсекретариат", "политкомисси", "политуправлени", "политотдел", "подкомисси", "подотдел", "полпредств",
    "торгпредств", "резидентур", "колхозник", "красноармейц", "коммунист", "участник", "жител", "прокуратур", "генштаб",
    "руководств", "ставк", "секци", "военсовет",
)  # fmt: skip
#: Soviet compound names of bodies, at the beginning of a word, Russian and romanized.
BODY_COMPOUNDS: Final = (
    "губком", "обком", "райком", "крайком", "горком", "уком", "укома", "ревком", "губисполком", "партком",
    "завком", "фабком", "местком", "профком", "совнарком", "истпарт", "истпроф", "агитпроп", "закрайком",
    "gubkom", "obkom", "raikom", "kraikom", "gorkom", "ukom", "revkom", "ispolkom", "gubispolkom", "sovnarkom",
    "partkom", "istpart", "istprof", "agitprop", "narkomat", "narkom", "revvoensovet", "zakkraikom",
)  # fmt: skip
#: Ends of such names. None of them may be a common end of surnames (`-план`, `-ком` are).
BODY_ENDINGS: Final = (
    "отдел", "отдела", "отделу", "парт", "парту", "парта", "бюро", "совет", "совета", "совету", "союз", "союзу", "союза", "трест", "тресту",
    "треста", "торг", "торга", "торгу", "интерн", "интерна", "интерну", "part", "buro", "biuro", "bureau",
    "soviet", "sovet", "soyuz", "soiuz", "trest", "trust", "torg", "intern",
)  # fmt: skip
#: Words that open an address to many of a kind (`Всем губкомам, обкомам`): such a list is one body.
ALL_WORDS: Final = frozenset({"всем", "всех", "all", "каждому", "every", "each"})

#: Prepositions and articles that may follow a body's noun inside its name.
LINK_WORDS: Final = frozenset({"of", "the", "for", "de", "при", "по", "на", "to", "in", "at", "on", "под"})

#: Bodies by their letters: one of them behind the full name of another may be its addressee.
BODY_LETTERS: Final = frozenset(
    {"ЦК", "ЦКК", "ЦИК", "ВЦИК", "СНК", "СТО", "ИККИ", "ВСНХ", "РВС", "РВСР", "НКИД", "НКВД", "ОГПУ", "ГПУ", "ВЧК"}
)

#: Countries by their letters: they make no body of the words before them.
COUNTRIES: Final = frozenset(
    {"СССР", "РСФСР", "УССР", "БССР", "ЗСФСР", "США", "ДВР", "КНР", "USSR", "RSFSR", "USA", "US", "UK"}
)

#: Words that open a sentence and no name or body, where a small letter follows.
SENTENCE_OPENINGS: Final = frozenset(
    {
        "В", "Во", "На", "По", "С", "Со", "К", "О", "Об", "И", "А", "Но", "Мы", "Я", "Вы", "Он", "Она", "Они", "Это",
        "Если", "Когда", "Как", "Что", "Для", "За", "У", "От", "До", "При", "Не", "Так", "Там", "Здесь", "In", "On",
        "At", "By", "For", "With", "If", "When", "We", "I", "You", "He", "She", "They", "It", "This", "That", "These",
        "Those", "But", "And", "So", "As", "There", "Here", "My", "Our", "Your", "His", "Their", "What", "How", "Why",
        "After", "Before", "Not", "No", "It's", "Of",
    }
)  # fmt: skip

#: Numbers that machine translation writes out in place of a note's marker.
NUMBER_WORDS: Final = {
    word: n
    for n, words in enumerate(
        (
            "one один", "two два", "three три", "four четыре", "five пять", "six шесть", "seven семь",
            "eight восемь", "nine девять", "ten десять", "eleven", "twelve",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip

#: Labels that a number follows (`No. 22/7`, `Vol. 1922`), folded: never the name of a place.
LABELS: Final = frozenset(
    {
        "no", "nos", "nr", "n", "num", "number", "номер", "doc", "document", "док", "документ", "vol", "volume",
        "том", "т", "part", "часть", "ч", "chapter", "глава", "гл", "page", "pages", "p", "pp", "стр", "с",
        "note", "прим", "примечание", "sheet", "list", "l", "лист", "л", "f", "fond", "фонд", "ф", "op", "opis",
        "опись", "оп", "d", "delo", "дело", "д", "folder", "папка", "issue", "вып", "выпуск", "section", "раздел",
    }
)  # fmt: skip

#: Words before a date that are no place, and whose date is not that of the document: when it was received, printed …
NO_PLACES: Final = frozenset(
    {
        "получено", "получена", "получен", "принято", "принята", "утверждено", "подписано", "опубликовано", "received",
        "approved", "adopted", "signed", "published", "printed", "registered", "зарегистрировано", "вх", "исх", "incoming",
    }
)  # fmt: skip

#: Acronyms of bodies of four or five letters that could be a surname in capitals.
ACRONYMS: Final = frozenset(
    [
        "ВЦИК",
        "ИККИ",
        "НКИД",
        "НКПС",
        "ОГПУ",
        "НКВД",
        "ТАСС",
        "РОСТА",
        "УССР",
        "СССР",
        "БССР",
        "РСФСР",
        "РККА",
        "ГУЛАГ",
        "МОПР",
        "КИМ",
        "ИНО",
        "ОКДВА",
        "СКВО",
        "ГКО",
        "МТС",
        "ЦАГИ",
        "ВАПП",
        "РАПП",
        "VTSIK",
        "ECCI",
        "TASS",
        "ROSTA",
        "NKID",
        "NKVD",
        "OGPU",
        "USSR",
        "RSFSR",
        "GULAG",
        "NEP",
        "MOPR",
        "INO",
    ]
)

#: Large towns of Russia, the Soviet Union and its neighbours, folded: a place without `г.` or a comma.
_PLACE_LIST: Final = (
    "москва петроград ленинград санкт-петербург петербург питер киев харьков одесса полтава екатеринослав "
    "минск смоленск тула орел курск воронеж саратов самара царицын сталинград казань уфа пермь "
    "екатеринбург свердловск омск томск новониколаевск новосибирск иркутск чита хабаровск владивосток "
    "ростов ростов-на-дону краснодар ставрополь владикавказ грозный баку тифлис тбилиси ереван эривань "
    "батум батуми сухум сочи ташкент самарканд ашхабад алма-ата архангельск мурманск вологда ярославль "
    "кострома тверь калинин псков новгород рига ревель таллин вильно вильнюс варшава берлин париж лондон "
    "женева цюрих вена прага рим стокгольм гельсингфорс хельсинки копенгаген лозанна генуя кисловодск "
    "ялта симферополь севастополь серпухов горький брест-литовск пенза симбирск рязань калуга витебск гомель "
    "могилев кременчуг николаев херсон житомир винница чернигов донецк луганск таганрог новочеркасск новороссийск "
    "майкоп пятигорск ессентуки железноводск нальчик гагра боржоми рыбинск петрозаводск оренбург астрахань челябинск "
    "тюмень красноярск барнаул семипалатинск туруханск иваново-вознесенск львов ковно каунас нарва "
    "пекин шанхай харбин мукден токио ангора анкара константинополь стамбул тегеран кабул белград будапешт "
    "бухарест вашингтон мадрид барселона валенсия мюнхен гамбург дрезден лейпциг краков берн базель брюссель осло "
    "христиания "
    "moscow petrograd leningrad petersburg kiev kyiv kharkov kharkiv odessa odesa poltava minsk smolensk "
    "tula orel oryol kursk voronezh saratov samara tsaritsyn stalingrad kazan ufa perm yekaterinburg "
    "ekaterinburg sverdlovsk omsk tomsk novosibirsk irkutsk chita khabarovsk vladivostok rostov "
    "rostov-on-don krasnodar stavropol vladikavkaz grozny baku tiflis tbilisi yerevan erevan batum batumi "
    "sukhum sochi tashkent samarkand ashkhabad alma-ata arkhangelsk murmansk vologda yaroslavl kostroma "
    "tver kalinin pskov novgorod riga reval tallinn vilna vilnius warsaw berlin paris london geneva zurich "
    "vienna prague rome stockholm helsinki helsingfors copenhagen lausanne genoa kislovodsk yalta "
    "simferopol sevastopol serpukhov gorky brest-litovsk penza simbirsk ryazan kaluga vitebsk gomel mogilev "
    "kremenchug nikolaev kherson zhitomir vinnitsa chernigov donetsk lugansk taganrog novocherkassk novorossiysk "
    "maikop pyatigorsk essentuki zheleznovodsk nalchik gagra borzhomi borjomi rybinsk petrozavodsk orenburg astrakhan "
    "chelyabinsk tyumen krasnoyarsk barnaul semipalatinsk turukhansk ivanovo-voznesensk lvov lviv kovno kaunas narva "
    "peking beijing shanghai harbin mukden tokyo angora ankara constantinople istanbul tehran teheran kabul belgrade "
    "budapest bucharest washington madrid barcelona valencia munich hamburg dresden leipzig krakow cracow bern berne "
    "basel brussels oslo christiania"
)


@cache
def places() -> frozenset[str]:
    """The large towns, folded."""
    more = {"st. petersburg", "nizhny novgorod", "нижний новгород", "new york", "нью-йорк"}
    return frozenset(_PLACE_LIST.split()) | more


def fold(word: str) -> str:
    """Lower case, `ё` as `е`,
    decimal and Latin `i` inside a Russian word as `и`; accents of stress gone."""
    low = word.lower().replace("ё", "е").replace("\u0301", "").replace("’", "'").replace("'", "")
    if low.isascii():
        return low
    if any("а" <= c <= "я" for c in low):
        low = low.replace("і", "и").replace("i", "и")
    return low


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
