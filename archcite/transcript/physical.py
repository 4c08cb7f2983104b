"""The words about the form of a sheet, as controlled values: `Машинописный текст. Подпись – автограф` is a typescript with
an autograph signature.

A value is one line of `FORMS`; the words are matched from top to bottom and each word counts once, so that what is longer
or more particular stands above. What no line knows yields nothing: the words themselves are kept beside the values.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import regex

LONGEST = 600
"""Code points of a description that are looked at."""

_SIGNED: Final = r"(?:signatures?|подпис(?:ь|и|ями|ью|ан[аоы]?)|подп\.)"
_OWN: Final = r"(?:autographs?|автограф\p{L}{0,3})"
_MADE: Final = (
    r"(?:[^\w.;]{1,3}|[^\w.;]{1,3}(?:is|are|an|a|in|the|was|were|has|have)[^\w.;]{1,3}(?:(?:an?|the)[^\w.;]{1,3})?)"
)
_NOTED: Final = r"(?:резолюци\p{L}{1,3}|помет\p{L}{1,3}|правк\p{L}{1,3}|вставк\p{L}{1,3}|приписк\p{L}{1,3}|приписан\p{L}{1,3}|дописан\p{L}{1,3}|resolutions?|corrections?|annotations?|postscripts?|insertions?|additions?|marks?)"

#: Value, and the words that say so, in lower case with `ё` as `е`. No value: words that must not be taken for another.
FORMS: Final[tuple[tuple[str | None, str], ...]] = (
    ("signature-autograph", rf"{_SIGNED}(?:{_MADE}|(?:\b\p{{L}}{{1,3}}\.|[^.,;]){{2,50}}?\b){_OWN}|{_OWN}[^\w.;]{{1,3}}{_SIGNED}|подлинн(?:ая|ой|ые|ых|ыми)[^\w.;,]{{1,3}}{_SIGNED}|\b(?:с|with)[^\w.;]{{1,3}}(?:an?[^\w.;])?(?:автограф(?:ом|ами)|autographs?)\b|original[^\w.;]{{1,3}}{_SIGNED}"),
    ("facsimile", rf"{_SIGNED}{_MADE}(?:факсимил\p{{L}}{{1,3}}|facsimiles?)|(?:факсимил\p{{L}}{{1,3}}|facsimiles?)(?:[^\w.;]{{1,3}}of)?(?:[^\w.;]{{1,3}}the)?(?:[^\w.;]{{1,3}}{_SIGNED})?"),
    ("unsigned", rf"\bunsigned\b|без[^\w.;]{{1,3}}подпис\p{{L}}{{1,2}}|подпис[ьи][^\w.;]{{1,3}}(?:отсутству\p{{L}}{{2,3}}|нет\b)|not[^\w.;]{{1,3}}signed|(?:without|no)[^\w.;]{{1,3}}(?:a\W)?{_SIGNED}|не[^\w.;]{{1,3}}подписан\p{{L}}{{0,1}}|неподписан\p{{L}}{{2,4}}"),
    ("annotations-autograph", rf"{_NOTED}(?:{_MADE}|[^\w.;]{{1,3}}(?:\p{{L}}+[^\w.;]{{1,3}}){{1,4}}?){_OWN}|{_OWN}[^\w.;]{{1,3}}{_NOTED}"),
    (None, rf"(?:hand\W?writ\p{{L}}{{2,5}}|рукописн\p{{L}}{{2,3}})[^\w.;]{{1,3}}{_NOTED}"),
    ("typescript", r"машинопис\p{L}{0,6}|\bмаш(?:иноп)?\.|type\W?writ\p{L}{2,5}|typescripts?|\btyped\b|на[^\w.;]{1,3}машинке"),
    ("manuscript", r"рукопис\p{L}{1,6}|\bрукоп\.|от[^\w.;]{1,3}руки|\bрук\.|manuscripts?|hand\W?writ\p{L}{2,5}|\bms\b"),
    (None, r"(?:copy|copies|экземпляр\p{L}{0,2}|экз\.?)[^\w.;]{1,3}(?:no|№|n)[^\w;]{0,3}\d{1,3}"),
    ("photocopy", r"photo\W?(?:stat|cop(?:y|ies))(?:[^\w.;]{1,3}(?:of|from)[^\w.;]{1,3}(?:the[^\w.;]{1,3})?(?:original|autograph))?|xerox\W?(?:cop(?:y|ies))?|(?:фото|ксеро)копи\p{L}{1,2}(?:[^\w.;]{1,3}(?:с[^\w.;])?(?:подлинник|автограф|оригинал)\p{L}{0,2})?"),
    ("carbon-copy", r"carbon[^\w.;]{1,3}cop(?:y|ies)|\bcarbon\b|\bотпуск(?:и|а)?\b"),
    ("certified-copy", r"(?<!не[^\w.;]{0,3})заверенн\p{L}{2,3}[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?копи\p{L}{1,2}|копи\p{L}{1,2}[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?(?<!не[^\w.;]{1,3})заверен\p{L}{1,4}|копия[^\w.;]{1,3}верна|копия\.\s{1,2}заверена|с[^\w.;]{1,3}подлинным[^\w.;]{1,3}верно"
     r"|(?<!not[^\w.;]{1,3})\b(?:certified|attested)[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?cop(?:y|ies)|cop(?:y|ies)[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?(?<!not[^\w.;]{1,3})\b(?:certified|attested)"),
    ("copy", r"незаверенн\p{L}{2,3}[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?копи\p{L}{1,2}|(?:un|not[^\w.;]{1,3})certified[^\w.;]{1,3}(?:\p{L}+[^\w.;]{1,3}){0,2}?cop(?:y|ies)|(?:cop(?:y|ies)|копи[яиюей]{1,2})[^\w.;]{1,3}(?:of|from|с|со)?[^\w;]{0,3}(?:the[^\w.;]{1,3})?(?:подлинник\p{L}{0,2}|оригинал\p{L}{0,2}|originals?|автографа|autographs?)"),
    ("copy", r"\bкопи(?:я|и|ей|ю|ях|й)\b|\bcop(?:y|ies)\b|\bмашкопи\p{L}{1,2}\b"),
    ("telegraph-form", r"(?:телеграфн\p{L}{2,3}|телеграммн\p{L}{2,3})[^\w.;]{1,3}бланк\p{L}{0,2}|бланк\p{L}{0,2}[^\w.;]{1,3}(?:телеграм\p{L}{1,4}|телеграф\p{L}{0,2})|telegra(?:ph|phic|m)[^\w.;]{1,3}(?:form|blank)s?"),
    ("telegraph-tape", r"телеграфн\p{L}{2,3}[^\w.;]{1,3}лент\p{L}{1,2}|телеграф\p{L}{0,4}[^\w.;]{1,3}лент\p{L}{1,2}|telegraph(?:ic)?[^\w.;]{1,3}tapes?|\bлента\b"),
    ("letterhead", r"\bбланк(?:е|ах|и|а)?\b|letter\W?heads?|(?:on|printed)[^\w.;]{1,3}(?:a[^\w.;]{1,3}|the[^\w.;]{1,3})?(?:official[^\w.;]{1,3})?forms?\b"),
    ("draft", r"чернов\p{L}{2,4}|\bнаброс\p{L}{1,3}|(?:rough[^\w.;]{1,3})?\bdrafts?\b"),
    ("extract", r"\bвыписк\p{L}{1,2}|\bextracts?\b|\bexcerpts?\b"),
    ("shorthand", r"(?:не(?:из)?правленн?\p{L}{2}[^\w.;]{1,3})?стенограмм\p{L}{1,2}|стенографическ\p{L}{2,3}(?:[^\w.;]{1,3}(?:запис|отчет)\p{L}{0,2})?|shorthand|stenograph\p{L}{0,3}|stenogram\p{L}{0,2}|verbatim"),
    ("duplicated", r"гектограф\p{L}{0,4}|стеклограф\p{L}{0,4}|ротатор\p{L}{0,2}|ротапринт\p{L}{0,2}|литограф\p{L}{0,5}|mimeograph\p{L}{0,3}|hectograph\p{L}{0,3}|lithograph\p{L}{0,3}"),
    ("printed", r"типограф\p{L}{0,6}|печатн\p{L}{2,3}|\bprinted\b|\bprint\b"),
    ("autograph", rf"\b{_OWN}"),
    ("original", r"\bподлинник(?:и|а)?\b|\bподл\.|\bподлинн(?:ый|ая|ое)\b|\bоригинал(?:ы|а)?\b|\boriginals?\b"),
)  # fmt: skip


_TAKEN: Final = "ǀ"  # stands for each character of a word that has counted: a letter that no word has


@cache
def _patterns() -> tuple[tuple[str | None, regex.Pattern[str]], ...]:
    return tuple((value, regex.compile(words)) for value, words in FORMS)


def physical_forms(description: str) -> tuple[str, ...]:
    """The controlled values of a description in Russian or English, in the order in which its words stand, each once.

    They are those of `FORMS`: autograph, typescript, copy, certified-copy, telegraph-form, signature-autograph, facsimile and
    others. Empty where nothing is known.
    """
    words = description[:LONGEST].lower().replace("ё", "е")
    found: list[tuple[int, str]] = []
    for value, pattern in _patterns():
        for match in list(pattern.finditer(words)):
            if value is not None:
                found.append((match.start(), value))
            words = words[: match.start()] + _TAKEN * (match.end() - match.start()) + words[match.end() :]
    return tuple(dict.fromkeys(value for _, value in sorted(found)))
