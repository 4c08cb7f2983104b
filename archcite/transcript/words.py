"""Tables of the words that names, bodies, offices and places are made of, in Russian and English.

A new word is one entry here (those of dates are in `datewords`, kinds of document in `kindwords`). Words are compared in
lower case with `ё` as `е`; Russian nouns of bodies and offices stand as a stem. No personal name belongs here.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

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
    "ambassador", "minister", "attorney", "consul", "representative", "envoy", "correspondent", "полномочн", "уполномоченн", "представител", "министр", "консул", "президент", "премьер", "premier", "prime", "chancellor", "marshal", "маршал", "канцлер",
    "директор", "редактор", "начальник", "заведующ", "главком", "полпред", "заместител", "управляющ", "торгпред",
    "главнокоманд", "атташе", "поверенн", "госсекретар", "замнарком", "управделам", "статс-секретар", "зампред",
    "корреспондент", "посланник", "командарм", "командкав", "командюж", "командзап", "командвост", "командсев", "командтурк",
    "комфронт", "комбриг", "комдив", "комкор", "начдив", "начштаб", "наштарм", "военком", "предревком", "предсовнарком",
    "главковерх", "предвчк", "наркомвоен",
)  # fmt: skip

#: Relatives: `жены А. Б. Фамилина` is another person than the one who is named. Genitive and dative.
RELATIONS: Final = frozenset(
    [
        "жены",
        "жене",
        "вдовы",
        "вдове",
        "сына",
        "сыну",
        "дочери",
        "матери",
        "отца",
        "отцу",
        "брата",
        "брату",
        "сестры",
        "сестре",
        "мужа",
        "мужу",
        "племянника",
        "племяннику",
        "племянницы",
        "внука",
        "внуку",
        "внучки",
        "семьи",
        "семье",
        "детей",
        "детям",
        "родителей",
        "родственника",
        "родственников",
        "родственницы",
    ]
)

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
    "special",
    "personal",
    "first",
    "political",
    "military",
    "acting",
    "former",
    "authorized",
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
        "soviet", "soviets", "department", "editorial", "editors", "headquarters", "administration", "administrations", "departments", "sections", "directorates", "ministries", "commissariats", "embassies",
        "organization", "organizations", "organisation", "organisations", "party", "parties",
        "delegation",
        "government", "section", "faction", "group", "institute", "ministry", "tribunal", "court",
        "cheka",
        "gpu", "ogpu", "nkvd", "comintern", "profintern", "gosplan", "sovnarkom", "newspaper", "embassy",
        "mission", "army", "front", "staff", "members", "workers", "peasants", "delegates", "farmers", "peasantry", "soldiers", "sailors", "communists", "students", "prisoners", "residents", "leadership", "opposition", "oppositionists", "inspection",
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
    "губком", "губчека", "губчк", "губсовнархоз", "губпродком", "облпродком", "обком", "райком", "крайком", "горком", "уком", "укома", "ревком", "губисполком", "партком",
    "завком", "фабком", "местком", "профком", "совнарком", "истпарт", "истпроф", "агитпроп", "закрайком",
    "gubkom", "obkom", "raikom", "kraikom", "gorkom", "ukom", "revkom", "ispolkom", "gubispolkom", "sovnarkom",
    "partkom", "istpart", "istprof", "agitprop", "narkomat", "narkom", "revvoensovet", "zakkraikom",
)  # fmt: skip
#: Ends of such names. None of them may be a common end of surnames (`-план`, `-ком` are).
BODY_ENDINGS: Final = (
    "отдел", "отдела", "отделу", "парт", "парту", "парта", "бюро", "совет", "совета", "совету", "союз", "союзу", "союза", "трест", "тресту",
    "треста", "торг", "торга", "торгу", "интерн", "интерна", "интерну", "part", "buro", "biuro", "bureau",
    "отделам", "отделов", "советам", "советов", "союзам", "трестам", "трестов", "комам", "soviet", "sovet", "soyuz", "soiuz", "trest", "trust", "torg", "intern",
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

#: What a letter is marked with beside its date: how secret or urgent it is, or that it is a copy. A pattern.
MARKING: Final = (
    r"(?:совершенно|строго|сов\.|весьма)\s?секретно|(?:цілком|суворо)\s?таємно|таємно|секретно|особая папка|конфиденциально|доверительно|лично|срочно|немедленно|молния|вне очереди|"
    r"весьма срочно|(?:по )?шифр(?:ом|у)|копия|(?:экз\.?|экземпляр)\s№?\s?\d{1,3}|(?:top|strictly|most)\ssecret|secret|(?:(?:very|most|extremely)\s)?urgent|immediate(?:ly)?|out of turn|"
    r"confidential|personal|copy(?:\sno\.\s?\d{1,3})?"
)

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
    "христиания кантон гуанчжоу ханькоу ухань чунцин сеул пхеньян улан-батор урга ханой гавана потсдам карлсбад "
    "сорренто капри гаага рапалло вюнсдорф софия тирана триест гагры абастуман мацеста мухалатка "
    "харкив київ одеса катеринослав днипропетровськ винниця чернигив запорижжя львив луганськ донецьк сталине "
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
    "basel brussels oslo christiania canton guangzhou hankow hankou wuhan chongqing chungking seoul pyongyang ulan-bator "
    "ulaanbaatar urga hanoi havana potsdam carlsbad karlsbad sorrento capri rapallo tirana trieste gagry abastuman "
    "matsesta mukhalatka"
)


@cache
def places() -> frozenset[str]:
    """The large towns, folded."""
    more = {"st. petersburg", "the hague", "nizhny novgorod", "нижний новгород", "new york", "нью-йорк"}
    return frozenset(_PLACE_LIST.split()) | more


def fold(word: str) -> str:
    """Lower case, `ё` as `е`, decimal and Latin `i` inside a Russian word as `и`; accents of stress gone."""
    low = word.lower().replace("ё", "е").replace("\u0301", "").replace("’", "'").replace("'", "")
    if low.isascii():
        return low
    if any("а" <= c <= "я" for c in low):
        low = low.replace("і", "и").replace("i", "и")
    return low


def in_capitals(text: str) -> bool:
    """Whether a text is all in capitals, the small letters of parties and of numbers aside: `ЦК ВКП(б)`, `5-й АРМИИ`."""
    return _IN_BRACKETS.sub("", text).isupper()


_IN_BRACKETS: Final = regex.compile(r"\((?:\p{Ll}|бол|bol)\.?\)|(?<=\d)-?(?:й|я|е|го|му|ой|ю|st|nd|rd|th)\b")
