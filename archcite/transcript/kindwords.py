"""The words for kinds of document, Russian and English, and what may stand before them.

A new kind, or another word for one, is an entry here. Words are compared in lower case with `ё` as `е`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from archcite.model import Kind

#: Kinds of document: (stems of the words in order, kind); the entry of most words wins. `*` ends a word of any
#: ending (three letters at least stand before it); a bare word must match whole.
#: None is a document of a kind of its own (a reply, a speech), for which there is no controlled word: its title says it.
KINDS: Final[tuple[tuple[tuple[str, ...], Kind | None], ...]] = (
    (("запис*", "бесед*"), "record"), (("запис*", "разговор*"), "record"),
    (("запис*", "переговор*"), "record"),
    (("стенограмм*",), "record"), (("запис*", "телефонн*", "разговор*"), "record"), (("разговор*", "по", "прямому", "проводу"), "record"),
    (("переговор*", "по", "прямому", "проводу"), "record"),
    (("шифрованн*", "телеграмм*"), "cipher-telegram"), (("шифротелеграмм*",), "cipher-telegram"),
    (("шифртелеграмм*",), "cipher-telegram"), (("шифровк*",), "cipher-telegram"),
    (("шифр-телеграмм*",), "cipher-telegram"), (("шифрограмм*",), "cipher-telegram"),
    (("почтотелеграмм*",), "telegram"), (("телеграмм*",), "telegram"),
    (("циркулярн*", "письм*"), "circular"), (("циркуляр",), "circular"), (("циркуляра",), "circular"), (("циркуляру",), "circular"), (("циркуляры",), "circular"),
    (("записк*", "по", "прямому", "проводу"), "note"), (("докладн*", "записк*"), "report"),
    (("записк*",), "note"), (("письм*",), "letter"),
    (("писем",), "letter"), (("заявлени*",), "statement"), (("протокол*",), "protocol"),
    (("постановлени*",), "resolution"), (("резолюци*",), "resolution"), (("решени*",), "resolution"),
    (("доклад*",), "report"), (("рапорт*",), "report"), (("отчет*",), "report"),
    (("донесени*",), "report"),
    (("сводк*",), "report"), (("спецсообщени*",), "report"), (("специальн*", "сообщени*"), "report"),
    (("спецсводк*",), "report"), (("спецзаписк*",), "report"), (("меморандум*",), "note"),
    (("декларац*",), "statement"), (("декрет*",), "resolution"), (("указ",), "resolution"), (("указа",), "resolution"),
    (("обзор*",), None), (("обмен*", "записк*"), "note"), (("exchange", "of", "notes"), "note"), (("exchange", "of", "letters"), "letter"),
    (("exchange", "of", "telegrams"), "telegram"), (("диалог*", "по", "прямому", "проводу"), "record"), (("бесед*",), "record"), (("завещани*",), None), (("переписк*",), None),
    (("нот*",), "note"), (("вербальн*", "нот*"), "note"), (("объяснительн*", "записк*"), "note"),
    (("радиограмм*",), "telegram"), (("радиотелеграмм*",), "telegram"), (("каблограмм*",), "telegram"),
    (("депеш*",), "telegram"), (("шифром",), "cipher-telegram"), (("стенографическ*", "отчет*"), "record"),
    (("протокольн*", "запис*"), "protocol"), (("предписани*",), "order"),
    (("сообщени*",), None), (("информаци*",), None), (("выступлени*",), None), (("дневник*",), None),
    (("жалоб*",), None), (("прошени*",), None), (("ходатайств*",), None), (("представлени*",), None),
    (("объяснени*",), None), (("замечани*",), None), (("предложени*",), None), (("приветстви*",), None),
    (("характеристик*",), None), (("рекомендаци*",), None), (("обвинительн*", "заключени*"), None),
    (("приговор*",), None), (("соглашени*",), None), (("конспект*",), None),
    (("стенограмм*", "выступлени*"), "record"), (("стенограмм*", "доклад*"), "record"),
    (("стенограмм*", "реч*"), "record"),
    (("запрос*",), None), (("извещени*",), None), (("уведомлени*",), None), (("отзыв*",), None), (("автобиографи*",), None),
    (("интервью",), None), (("отношени*",), None), (("удостоверени*",), None), (("опровержени*",), None), (("поправк*",), None),
    (("протест*",), None), (("призыв*",), None), (("некролог*",), None),
    (("договор*",), None), (("пояснительн*", "записк*"), "note"), (("рецензи*",), None), (("шифр",), "cipher-telegram"),
    (("телефонограмм*",), None), (("ответ",), None), (("ответа",), None), (("справк*",), None),
    (("обращени*",), None), (("воззвани*",), None), (("тезис*",), None), (("речь",), None), (("речи",), None),
    (("послани*",), None), (("показани*",), None), (("инструкци*",), None), (("мандат*",), None),
    (("приказ*",), "order"), (("приказани*",), "order"), (("распоряжени*",), "order"),
    (("директив*",), "directive"), (("указани*",), "directive"),
    # Ukrainian, folded: `і` is `и`
    (("лист",), "letter"), (("листа",), "letter"), (("листи",), "letter"), (("телеграм*",), "telegram"),
    (("шифротелеграм*",), "cipher-telegram"), (("шифрограм*",), "cipher-telegram"), (("шифрован*", "телеграм*"), "cipher-telegram"),
    (("постанов*",), "resolution"), (("ришенн*",), "resolution"), (("доповидн*", "записк*"), "report"), (("доповид*",), "report"),
    (("зведенн*",), "report"), (("звит*",), "report"), (("донесенн*",), "report"), (("спецповидомленн*",), "report"),
    (("розпоряджен*",), "order"), (("обижник*",), "circular"), (("заява",), "statement"), (("заяви",), "statement"),
    (("запис*", "бесид*"), "record"), (("запис*", "розмов*"), "record"), (("стенограм*",), "record"),
    (("довидк*",), None), (("зверненн*",), None), (("повидомленн*",), None), (("скарг*",), None),
    (("record", "of", "a", "conversation"), "record"),
    (("record", "of", "the", "conversation"), "record"),
    (("record", "of", "conversation"), "record"), (("record", "of", "conversations"), "record"),
    (("record", "of", "a", "meeting"), "record"), (("record", "of", "talks"), "record"),
    (("transcript", "of", "a", "conversation"), "record"), (("transcript",), "record"),
    (("cipher", "telegram"), "cipher-telegram"), (("cypher", "telegram"), "cipher-telegram"),
    (("ciphered", "telegram"), "cipher-telegram"), (("coded", "telegram"), "cipher-telegram"),
    (("encrypted", "telegram"), "cipher-telegram"), (("encoded", "telegram"), "cipher-telegram"),
    (("memorandum", "of", "conversation"), "record"), (("memorandum", "of", "a", "conversation"), "record"),
    (("memorandum", "of", "the", "conversation"), "record"), (("minutes", "of", "conversation"), "record"),
    (("minutes", "of", "a", "conversation"), "record"), (("minutes", "of", "the", "conversation"), "record"),
    (("conversation",), "record"), (("coded", "message"), "cipher-telegram"), (("ciphered", "cable"), "cipher-telegram"),
    (("coded", "cable"), "cipher-telegram"), (("cable",), "telegram"), (("cablegram",), "telegram"),
    (("inquiry",), None), (("request",), None), (("notification",), None), (("protest",), None), (("autobiography",), None),
    (("interview",), None), (("agreement",), None), (("greeting",), None), (("message",), None), (("cipher",), "cipher-telegram"), (("diary",), None), (("journal",), None), (("petition",), None), (("complaint",), None),
    (("testimony",), None), (("confession",), None), (("remarks",), None), (("interrogation",), None), (("confrontation",), None),
    (("record", "of", "the", "interrogation"), "protocol"), (("record", "of", "interrogation"), "protocol"),
    (("notes", "of", "a", "conversation"), "record"), (("notes", "of", "the", "conversation"), "record"),
    (("record", "of", "the", "meeting"), "record"), (("record", "of", "meeting"), "record"),
    (("information", "summary"), "report"), (("information", "bulletin"), None), (("summary",), None), (("radiogram",), "telegram"),
    (("wire",), "telegram"), (("enciphered", "telegram"), "cipher-telegram"), (("cipher", "message"), "cipher-telegram"),
    (("ciphergram",), "cipher-telegram"), (("cipher", "cable"), "cipher-telegram"), (("ciphered", "cablegram"), "cipher-telegram"),
    (("interrogation", "protocol"), "protocol"), (("stenogram",), "record"), (("stenographic", "record"), "record"),
    (("stenographic", "report"), "record"), (("verbatim", "record"), "record"), (("special", "communication"), "report"),
    (("information", "report"), "report"), (("intelligence", "report"), "report"), (("progress", "report"), "report"),
    (("decree",), "resolution"), (("declaration",), "statement"), (("reply",), None), (("appeal",), None),
    (("telephonogram",), None), (("phonogram",), None), (("telephone", "message"), None), (("speech",), None),
    (("theses",), None), (("aide-mémoire",), None), (("aide-memoire",), None), (("instructions",), None), (("dispatch",), None), (("despatch",), None),
    (("telegram",), "telegram"), (("circular", "letter"), "circular"), (("circular",), "circular"),
    (("note", "by", "direct", "wire"), "note"), (("note", "over", "direct", "wire"), "note"), (("conversation", "by", "direct", "wire"), "record"),
    (("conversation", "over", "direct", "wire"), "record"), (("negotiations", "by", "direct", "wire"), "record"), (("talks", "by", "direct", "wire"), "record"),
    (("cover", "note"), "note"), (("covering", "note"), "note"), (("forwarding", "note"), "note"), (("cover", "letter"), "letter"),
    (("covering", "letter"), "letter"),
    (("letter",), "letter"), (("note",), "note"), (("memorandum",), "note"), (("memo",), "note"),
    (("statement",), "statement"), (("minutes",), "protocol"), (("protocol",), "protocol"),
    (("resolution",), "resolution"), (("decision",), "resolution"), (("report",), "report"),
    (("order",), "order"), (("directive",), "directive"),
)  # fmt: skip

#: Words that may stand before a kind (`Копия письма`, `Draft resolution`): the kind is the same.
KIND_OPENINGS: Final[tuple[tuple[str, ...], ...]] = (
    ("витяг", "з"), ("витяг", "из"), ("з",), ("копия",), ("з", "проекту"),
    ("из",), ("проект",), ("черновик",), ("копия",), ("выписка", "из"), ("текст",), ("extract", "from"), ("extracts", "from"), ("extracts", "from", "the"), ("excerpts", "from"), ("excerpts", "from", "the"), ("extracts", "from", "a"), ("excerpts", "from", "a"),
    ("extract", "from", "the"), ("excerpt", "from"), ("excerpt", "from", "the"), ("from", "a"),
    ("from", "the"),
    ("excerpt", "from", "a"), ("extract", "from", "a"), ("top", "secret"), ("draft", "of", "a"), ("draft", "of", "the"), ("draft",), ("copy", "of", "a"), ("copy", "of", "the"),
    ("a",), ("the",), ("из", "проекта"), ("из", "черновика"),
)  # fmt: skip
#: Adjectives before the kind, after such an opening or without one; `*` as in `KINDS`.
KIND_ADJECTIVES: Final = (
    "личн*", "секретн*", "закрыт*", "открыт*", "совместн*", "срочн*", "коллективн*", "служебн*", "памятн*",
    "сопроводительн*", "оперативн*", "ответн*", "частн*", "письменн*", "информационн*", "специальн*", "внеочередн*",
    "аналитическ*", "циркулярн*", "устн*", "краткая", "краткий", "краткое", "предсмертн*", "последн*", "анонимн*", "неподписанн*", "политическ*", "агентурн*", "personal", "secret", "closed", "open", "joint", "urgent", "private",
    "collective", "confidential", "strictly", "informational", "interim", "brief", "verbal", "official", "anonymous", "unsigned", "last", "final", "intercepted", "special", "handwritten", "covering", "operational",
)  # fmt: skip
