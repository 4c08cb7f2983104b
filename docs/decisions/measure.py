"""The measurements behind the decisions, to be run again by anyone who doubts them.

    python docs/decisions/measure.py [NAME...]

Names are those of the functions: tables, records, anchors, growth, patterns, names, dates, romanization, start.

Every number is a ratio or a count of one run on one machine: seconds differ from one to the next, ratios hardly do.
What is not installed (yaml, edtf, dateparser, unidecode, transliterate) is left out and said so.
"""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys
import time
import tomllib
import tracemalloc
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
LETTERS = ROOT / "fixtures" / "letters"


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The best of several runs, garbage collection off: on a busy machine the rest is noise."""
    spent = []
    for _ in range(times):
        gc.collect()
        gc.disable()
        begin = time.perf_counter()
        work()
        spent.append(time.perf_counter() - begin)
        gc.enable()
    return min(spent)


def ratios(title: str, work: dict[str, Callable[[], object]]) -> None:
    """Print each against the first."""
    print(f"\n{title}")
    spent = {name: seconds(one) for name, one in work.items()}
    first = next(iter(spent.values()))
    for name, one in spent.items():
        print(f"  {name:<52} {one / first:6.2f}  ({one * 1000:.0f} ms)")


def module(name: str) -> Any:
    """A module, or None where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        print(f"  ({name} is not installed)")
        return None


def prose(megabytes: float) -> str:
    """Letters of the fixtures between paragraphs without any number, as transcriptions have them."""
    letters = "\n\n".join(path.read_text("utf-8") for path in sorted(LETTERS.glob("*.txt")))
    words = "Прошу вас ещё раз обсудить этот вопрос и ответить мне по существу дела до конца недели. "
    filler = "\n\n".join([words * 6] * 12)
    piece = f"{letters}\n\n{filler}\n\n"
    return piece * max(1, int(megabytes * 1_000_000 / len(piece)))


def tables() -> None:
    """The authority file in three syntaxes."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "archcite" / "archives" / "data").glob("*.toml"))]
    parsed = [tomllib.loads(text) for text in texts]
    as_json = [json.dumps(one, ensure_ascii=False) for one in parsed]
    print(f"\n{len(texts)} archives, {sum(map(len, texts)) / 1000:.0f} thousand code points of TOML")
    work: dict[str, Callable[[], object]] = {
        "toml (tomllib)": lambda: [tomllib.loads(text) for text in texts],
        "json (json)": lambda: [json.loads(text) for text in as_json],
    }
    yaml = module("yaml")
    if yaml is not None:
        as_yaml = [yaml.safe_dump(one, allow_unicode=True) for one in parsed]
        work["yaml (pyyaml, safe loader)"] = lambda: [yaml.safe_load(text) for text in as_yaml]
        work["yaml (pyyaml, safe loader in C)"] = lambda: [yaml.load(text, yaml.CSafeLoader) for text in as_yaml]
        odd = yaml.safe_load("a: [no, 010, 12:30, 1.10, 1917-12-27]")
        print(f"  yaml reads `no`, `010`, `12:30`, `1.10`, `1917-12-27` as {odd['a']}")
    ratios("parsing all entries, against toml", work)


def records() -> None:
    """A million small records would be made for a large collection: one kind against another."""
    from pydantic import BaseModel, ConfigDict

    @dataclass(slots=True)
    class Slotted:
        start: int
        end: int
        fond: str
        opis: str
        delo: str
        sheets: tuple[str, ...]

    @dataclass
    class Plain:
        start: int
        end: int
        fond: str
        opis: str
        delo: str
        sheets: tuple[str, ...]

    class Model(BaseModel):
        model_config = ConfigDict(frozen=True)
        start: int
        end: int
        fond: str
        opis: str
        delo: str
        sheets: tuple[str, ...]

    values: dict[str, Any] = {"start": 1, "end": 2, "fond": "558", "opis": "1", "delo": "5397", "sheets": ("2",)}
    count = 100_000
    kinds: dict[str, Any] = {"slotted dataclass": Slotted, "dataclass": Plain, "frozen pydantic model": Model}
    ratios(
        f"making {count:,} records, against slotted dataclasses",
        {name: lambda kind=kind: [kind(**values) for _ in range(count)] for name, kind in kinds.items()},  # type: ignore[misc]
    )
    for name, kind in kinds.items():
        tracemalloc.start()
        kept = [kind(**values) for _ in range(count)]
        print(f"  {name:<52} {tracemalloc.get_traced_memory()[0] / len(kept):6.0f} bytes each")
        tracemalloc.stop()
        del kept


def anchors() -> None:
    """Where a scanner can begin to look: at digits, at labels, at archive names."""
    from archcite.archives import Authority

    text = prose(4)
    labels = "ф|оп|д|л|фонд|опись|дело|лист|f|op|l|fond|opis|delo|list|спр|арк|bl|inv|file|folio"
    names = sorted({name.abbr for one in Authority.load() for name in one.names if name.abbr}, key=len, reverse=True)
    alternation = "|".join(map(regex.escape, names))
    digit = regex.compile(r"(?<=\p{L}['’ʹ]?[.,:;)(]{0,3}\s{0,10}(?:(?:№+|[Nn][or]?|#)\.?\s{0,2})?)\d")
    label = regex.compile(rf"\b(?:{labels})\.?\s{{0,2}}\d", regex.I)
    name = regex.compile(rf"\b(?:{alternation})\b")
    print(f"\n{len(text) / 1e6:.1f} million code points, {len(names)} abbreviations of archives")
    ratios(
        "finding the places where reading begins, against digits",
        {
            "a digit with letters and punctuation before it": lambda: sum(1 for _ in digit.finditer(text)),
            "a label with a number behind it": lambda: sum(1 for _ in label.finditer(text)),
            "an abbreviation of an archive": lambda: sum(1 for _ in name.finditer(text)),
        },
    )


def growth() -> None:
    """The whole scanner: time for four times the text, against the time for one."""
    from archcite.archives import Authority
    from archcite.notation.scanner import Scanner

    scanner = Scanner(Authority.load())
    shapes = {
        "letters and prose": prose(0.4),
        "Ф. Ф. Ф. …": "Ф. " * 200_000,
        "Л. 1, 1, 1, …": "РГАСПИ. Ф. 1. Оп. 1. Д. 1. Л. " + "1, " * 60_000,
        "Ibid. Ibid. …": "Ibid. " * 30_000,
        "1 1 1 …": "1 " * 200_000,
        "one letter repeated": "Ф" * 500_000,
    }
    print("\nthe scanner on four times the text, against one (4 is linear)")
    for name, text in shapes.items():
        one = seconds(lambda text=text: list(scanner.scan(text)), 5)  # type: ignore[misc]
        four = seconds(lambda text=text: list(scanner.scan(text * 4)), 5)  # type: ignore[misc]
        print(f"  {name:<52} {four / one:6.2f}  ({len(text) / one / 1e6:.1f} million code points a second)")


def patterns() -> None:
    """One four-level pattern in `re` and in `regex`, on prose and on hostile input."""
    text = prose(4)
    source = r"[ФF]\.\s?(\d{1,5})\.\s?(?:Оп|Op)\.\s?(\d{1,4})\.\s?[ДD]\.\s?(\d{1,6})\.\s?[ЛL]\.\s?(\d{1,5})"
    ratios(
        "a full reference in prose, against re",
        {"re": lambda: len(re.findall(source, text)), "regex": lambda: len(regex.findall(source, text))},
    )
    hostile = "л" * 4000
    # every start is tried over the rest of the text; the possessive form gives up at once
    ratios(
        "(?:л+,?)+; on 24 times the same letter, against possessive regex",
        {
            "regex, possessive": lambda: regex.search(r"(?:л++,?+)++;", hostile[:24]),
            "regex, greedy": lambda: regex.search(r"(?:л+,?)+;", hostile[:24]),
            "re, greedy": lambda: re.search(r"(?:л+,?)+;", hostile[:24]),
        },
    )
    for what, work in {
        r"\p{Lu}": lambda: re.compile(r"\p{Lu}"),
        "named lists": lambda: re.compile(r"\L<names>"),
        "bounded fuzzy matching": lambda: re.fullmatch(r"(?:РГАСПИ){e<=1}", "РГАСЛИ"),
        "look-behind of variable length": lambda: re.compile(r"(?<=\w\.?\s{0,3})\d"),
    }.items():
        try:
            print(f"  re: {what:<48} {'yes' if work() else 'no match'}")
        except re.error as error:
            print(f"  re: {what:<48} {error}")


NAMES = [  # (case, as a header has it, nominative)
    ("dative", "Ленину", "Ленин"), ("dative", "Сталину", "Сталин"), ("dative", "Дзержинскому", "Дзержинский"),
    ("dative", "Цюрупе", "Цюрупа"), ("dative", "Берии", "Берия"), ("dative", "Жданову", "Жданов"),
    ("dative", "Крупской", "Крупская"), ("dative", "Радеку", "Радек"), ("dative", "Ягоде", "Ягода"),
    ("dative", "Куусинену", "Куусинен"), ("dative", "Тер-Арутюнянцу", "Тер-Арутюнянц"),
    ("dative", "Магидову", "Магидов"), ("dative", "Менжинскому", "Менжинский"),
    ("dative", "Трилиссеру", "Трилиссер"), ("dative", "Орджоникидзе", "Орджоникидзе"),
    ("dative", "Бубнову", "Бубнов"), ("genitive", "Жданова", "Жданов"), ("genitive", "Сталина", "Сталин"),
    ("genitive", "Крестинского", "Крестинский"), ("genitive", "Коллонтай", "Коллонтай"),
    ("genitive", "Троцкого", "Троцкий"),
    ("genitive", "Ворошилова", "Ворошилов"), ("genitive", "Землячки", "Землячка"), ("genitive", "Микояна", "Микоян"),
]  # fmt: skip


def names() -> None:
    """Surnames from headers into the nominative: a table of endings, the dictionary, the dictionary with the case."""
    import pymorphy3

    from archcite.transcript.people import read_name

    morph = pymorphy3.MorphAnalyzer()
    ends = [("скому", "ский"), ("ского", "ский"), ("ской", "ская"), ("ову", "ов"), ("ова", "ов"), ("ину", "ин"),
            ("ина", "ин"), ("у", ""), ("а", ""), ("е", "а"), ("и", "ия")]  # fmt: skip

    def by_endings(word: str) -> str:
        return next((word[: len(word) - len(end)] + new for end, new in ends if word.endswith(end)), word)

    def by_dictionary(word: str) -> str:
        form = morph.parse(word)[0].inflect({"nomn"})
        return form.word if form else word

    ways: dict[str, Callable[[str, str], str]] = {
        "a table of endings": lambda _, word: by_endings(word),
        "the dictionary's first reading": lambda _, word: by_dictionary(word),
        "the dictionary, case known from the place": lambda case, word: read_name(word, case=case).name,  # type: ignore[arg-type]
    }
    print(f"\nright nominatives of {len(NAMES)} surnames")
    for way, work in ways.items():
        wrong = [(word, got) for case, word, want in NAMES if (got := work(case, word)).casefold() != want.casefold()]
        print(f"  {way:<52} {len(NAMES) - len(wrong):3}   wrong: {', '.join(f'{w} → {g}' for w, g in wrong) or 'none'}")


DATES = [  # (as written, EDTF that a reader would give)
    ("27 декабря 1917 г.", "1917-12-27"), ("December 27, 1917", "1917-12-27"), ("12.03.1937", "1937-03-12"),
    ("27/XII 1917", "1917-12-27"), ("1.XI.1923", "1923-11-01"), ("December 27 [1917]", "1917-12-27"),
    ("10 ноября [1923 г.]", "1923-11-10"), ("4 (17) декабря 1917 г.", "1917-12-04"),
    ("4 (17) December 1917", "1917-12-04"),
    ("[не ранее 5 мая 1920 г.]", "1920-05-05/.."), ("not before May 5, 1920", "1920-05-05/.."),
    ("осень 1923 г.", "1923-23"), ("декабрь 1917 г.", "1917-12"), ("13-14 июля 1920 г.", "1920-07-13/1920-07-14"),
]  # fmt: skip


def dates() -> None:
    """Dates of headers: two general parsers and the grammar of this project."""
    from archcite.transcript.dates import is_date_line

    ways: dict[str, Callable[[str], str | None]] = {
        "archcite": lambda text: None if (one := is_date_line(text)) is None else one.edtf
    }
    edtf, dateparser = module("edtf"), module("dateparser")
    if edtf is not None:
        ways["edtf, text_to_edtf"] = edtf.text_to_edtf
    if dateparser is not None:

        def by_dateparser(text: str) -> str | None:
            found = dateparser.parse(text)
            return None if found is None else str(found.date())

        ways["dateparser"] = by_dateparser
    print(f"\n{len(DATES)} dates: right, nothing, and wrong without a word")
    for way, work in ways.items():
        got = [(text, want, work(text)) for text, want in DATES]
        wrong = [f"{text} → {have}" for text, want, have in got if have not in (want, None)]
        right = sum(have == want for _, want, have in got)
        print(f"  {way:<24} {right:3} {sum(have is None for *_, have in got):3} {len(wrong):3}   {'; '.join(wrong)}")


ROMANIZED = [  # ALA-LC without diacritics
    ("Российский государственный архив социально-политической истории",
     "Rossiiskii gosudarstvennyi arkhiv sotsial'no-politicheskoi istorii"),
    ("Центральный государственный архив Октябрьской революции",
     "Tsentral'nyi gosudarstvennyi arkhiv Oktiabr'skoi revoliutsii"),
    ("Государственный общественно-политический архив", "Gosudarstvennyi obshchestvenno-politicheskii arkhiv"),
    ("Объединённый архив", "Ob\"edinennyi arkhiv"), ("Хрущёв", "Khrushchev"), ("Юрий Яковлев", "Iurii Iakovlev"),
]  # fmt: skip


def romanization() -> None:
    """Archive names and surnames by ALA-LC: several libraries."""
    import iuliia

    from archcite.archives import romanize

    ways: dict[str, Callable[[str], str]] = {
        "archcite (iuliia, mended)": romanize,
        "iuliia, ALA_LC_ALT": lambda text: str(iuliia.translate(text, iuliia.ALA_LC_ALT)),
        "iuliia, ALA_LC": lambda text: str(iuliia.translate(text, iuliia.ALA_LC)),
    }
    unidecode, transliterate = module("unidecode"), module("transliterate")
    if unidecode is not None:
        ways["unidecode"] = unidecode.unidecode
    if transliterate is not None:
        ways["transliterate, ru"] = lambda text: str(transliterate.translit(text, "ru", reversed=True))
    print(f"\n{len(ROMANIZED)} strings as ALA-LC without diacritics writes them")
    for way, work in ways.items():
        wrong = [got for text, want in ROMANIZED if (got := work(text)) != want]
        print(f"  {way:<32} {len(ROMANIZED) - len(wrong)} right   {'; '.join(wrong)}")


def start() -> None:
    """What a command pays before it does anything."""

    def run(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, capture_output=True)

    ratios(
        "a new process, against python alone",
        {
            "python -c pass": run("pass"),
            "import archcite": run("import archcite"),
            "import archcite.model (pydantic)": run("import archcite.model"),
            "pymorphy3 imported and its dictionary loaded": run("import pymorphy3; pymorphy3.MorphAnalyzer()"),
            "archcite list fixtures/letters": run(
                "import sys; sys.argv=['archcite','list','fixtures/letters']; from archcite.cli import main; main()"
            ),
        },
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    every = [tables, records, anchors, growth, patterns, names, dates, romanization, start]
    for measurement in every:
        if len(sys.argv) < 2 or measurement.__name__ in sys.argv[1:]:
            measurement()
