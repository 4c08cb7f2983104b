"""The index over all names: abbreviations by their letters, full names by their stems.

A full name is looked up from its last word backwards: its stems are joined without spaces, `tails` holds every
ending of such a joined name at a word's beginning, so that a walk stops at the first word that no name has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import regex

from archcite.archives.keys import IDLE, TOKEN, letters, skeleton, stem
from archcite.archives.records import Mark, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archcite.archives.records import Archive, Confusion, Name

LONG_KINDS: Final = ("fullname", "garble-mt", "wrong")
_BOTH_KINDS: Final = ("fullname-other", "garble-mt")
SHORTENED: Final = (
    ("Российской Федерации", "РФ"),
    ("Российской академии наук", "РАН"),
    ("Академии наук СССР", "АН СССР"),
    ("Санкт-Петербурга", "СПб"),
    ("Санкт-Петербурга", "С.-Петербурга"),
    ("Russian Federation", "RF"),
    ("Russian Academy of Sciences", "RAS"),
    ("ў", "у"),  # Belarusian in ALA-LC and ISO 9: `arkhiu`, and `dziarzhaunaha arkhiva`
    ("ўн", "ун"),
    ("Нацыянальн", "Национальн"),  # in Russian
    ("Централен", "Централния"),
    ("ържав", "уржав"),  # Bulgarian ъ is u in ALA-LC, a in BGN/PCGN
    ("ържав", "аржав"),
    ("ългар", "улгар"),
    ("ългар", "алгар"),
)
"""Parts of full names that are also written short, or change in inflection."""
_WORDY: Final = regex.compile(r"\p{Ll}{4}")
"""An abbreviation with a whole word in it (`Архив Политбюро`), which is inflected as a full name is."""
_REMEMBERED: Final = 4096
_DERIVED: Final = Mark("derived", (), "medium")

# How the letters of an abbreviation are put into Latin ones. Only the letters that differ from scheme to scheme.
_SAME: Final = dict(zip("АБГДЕЗИІКЛМНОПРСТУФЫЄҐ", "ABGDEZIIKLMNOPRSTUFYEG", strict=True)) | {
    "Э": "E", "Ь": "", "Ъ": "",
}  # fmt: skip
_TABLES: Final = tuple(
    str.maketrans(_SAME | dict(zip("ВЖХЦЧШЩЮЯ", values, strict=True)))
    for values in (
        ("V", "ZH", "KH", "TS", "CH", "SH", "SHCH", "IU", "IA"),  # ALA-LC; BGN/PCGN but for the last two
        ("V", "Z", "CH", "C", "C", "S", "SC", "JU", "JA"),  # scholarly
        ("V", "Z", "H", "C", "C", "S", "S", "U", "A"),  # ISO 9
        ("V", "ZH", "KH", "C", "CH", "SH", "SHCH", "IU", "IA"),  # C for ц only
        ("V", "ZH", "H", "TS", "CH", "SH", "SHCH", "YU", "YA"),  # H for х
        ("V", "ZH", "CH", "TS", "CH", "SH", "SHCH", "YU", "YA"),  # Ch for х
        ("V", "Z", "X", "C", "C", "S", "SC", "JU", "JA"),  # Slavists' x
        ("W", "SH", "CH", "Z", "TSCH", "SCH", "SCHTSCH", "JU", "JA"),  # German
    )
)
_DIGRAPHS: Final = {"TS": "Ц", "KH": "Х", "CH": "Ч", "ZH": "Ж", "SH": "Ш"}
_DIGRAPH: Final = regex.compile("(?i)TS|KH|CH|ZH|SH")
_LETTERS_BACK: Final = dict(zip("ABVGDEZKLMNOPRSTUF", "АБВГДЕЗКЛМНОПРСТУФ", strict=True))
_BACK: Final = {
    "ru": str.maketrans(_LETTERS_BACK | {"I": "И"}),
    "uk": str.maketrans(_LETTERS_BACK | {"I": "І"}),
    "be": str.maketrans(_LETTERS_BACK | {"I": "І"}),
}
CUT: Final = "fullname-cut"
"""A full name without the country, republic or city that ends it: of several archives, as its abbreviation is."""
_COUNTRY: Final = regex.compile(
    r"\s(?:СССР|[УБ]ССР|УРСР|\p{Lu}\p{Ll}+ской\sССР)(?=$|,|\s[ву]\s)|(?:,|\s[ву])\s[гм]\.\s\p{Lu}\p{Ll}+$"
)
_SHORTEST_CUT: Final = 4
_OF_THE_UNION: Final = regex.compile(r"ЦГ\p{Lu}+")
_REGION: Final = regex.compile(r"Москв|Ленинград|области|края|РСФСР|АССР|ской ССР|Республик")
_USSR: Final = "USSR"
_OCTOBER: Final = "ЦГАОР "
_SHORTEST_BACK: Final = 4
_CYRILLIC: Final = regex.compile("[А-ЯІ ]+")
_DIFFERENT: Final = frozenset("ВЖХЦЧШЩЮЯ")
_UKRAINIAN: Final = str.maketrans({"Г": "H", "И": "Y"})

WORDS: Final = regex.compile(TOKEN.pattern.removeprefix("(?r)"))


def _spellings(form: str, lang: str) -> set[str]:
    """What the romanizations make of an abbreviation, in capitals, its words parted by spaces; none of a Latin one."""
    if form.isascii():
        return set()
    spaced = letters(form) if form.isalpha() else " ".join(map(letters, WORDS.findall(form)))
    tables = _TABLES if _DIFFERENT.intersection(spaced) else _TABLES[:1]
    spellings = {spaced.translate(table) for table in tables}
    if lang in ("uk", "be"):
        spaced = spaced.translate(_UKRAINIAN)
        spellings.update([spaced.translate(table) for table in tables])
    return {spelling for spelling in spellings if spelling.isascii()}


def cut(name: str) -> str | None:
    """A full name without the country, republic or city that ends it; null where none does, or too little is left."""
    found = _COUNTRY.sub("", name)
    return found if found != name and len(found.split()) >= _SHORTEST_CUT else None


def _soviet(name: Name) -> bool:
    return bool(name.to) and "1923" < (name.to or "")[:4] <= "1992"


def romanized(word: str) -> set[str]:
    """The spellings of an abbreviation in Latin letters, in capitals."""
    key = letters(word)
    return {key.translate(table) for table in _TABLES}


def spells(written: str, abbreviation: str, lang: str) -> bool:
    """Whether a form is this abbreviation, in its own letters or romanized."""
    key = letters(written)
    return key in (letters(abbreviation), *(one.replace(" ", "") for one in _spellings(abbreviation, lang)))


class Shared(NamedTuple):
    """An ambiguous abbreviation: as the list of confusions has it, what it may mean, and what decides."""

    form: str
    ids: tuple[str, ...]
    advice: str


class Index:
    """What every written form leads to. Built once by `Authority`, and read only."""

    __slots__ = (
        "_bones",
        "_stems",
        "by_key",
        "by_name",
        "derived",
        "ends",
        "shared",
        "starts",
        "tails",
        "tokens",
    )

    def __init__(self, archives: Iterable[Archive], confusions: Iterable[Confusion] = ()) -> None:
        self.by_key: dict[str, list[Variant]] = {}
        """Abbreviations, and short names, by `letters`."""
        self.by_name: dict[str, list[Variant]] = {}
        """Full names by their joined stems."""
        self.tails: set[str] = set()
        self.tokens: set[str] = set()
        """`letters` of every word of an abbreviation: words that are not to be taken for a misspelling."""
        self.ends: set[str] = set()
        """Ends of the keys, cut where a word begins."""
        self.starts: dict[str, set[str]] = {}
        """First words of the keys, where more follow, and the archives that they are of."""
        self.shared: dict[str, Shared] = {}
        """Abbreviations that are known to be ambiguous, by `letters`, whether an archive lists them or not."""
        self._stems: dict[str, list[str]] = {}
        self._bones: dict[str, tuple[str, str]] = {}
        self.derived: dict[str, list[Variant]] = {}
        """Abbreviations that a romanization makes of the official ones, by `letters`."""
        for archive in archives:
            self._add_archive(archive)
        for confusion in confusions:
            if confusion.kind == "ambiguous-abbreviation":
                self._add_shared(confusion)

    def __contains__(self, key: str) -> bool:
        return key in self.by_key or key in self.derived or key in self.shared

    def _add_archive(self, archive: Archive) -> None:
        id_, mark = archive.id, archive.mark
        written: set[str] = set()
        for index, name in enumerate(archive.names):
            written.add(name.name)
            full = Variant(id_, name.name, "fullname-local", name.abbr, index, False, None, name.mark)
            self._add_name(full)
            shorter = cut(name.name)
            if shorter is not None:
                self._add_name(full._replace(form=shorter, kind=CUT, listed=False))
            if name.abbr and _OF_THE_UNION.fullmatch(name.abbr) and not _REGION.search(name.name) and _soviet(name):
                union = full._replace(form=f"{name.abbr} СССР", kind="abbr")
                self._derive(" ".join(map(letters, union.form.split())), union)
                self._add_derived(archive.lang, union)
        for variant in archive.variants:
            written.add(variant.form)
            if variant.kind.startswith(LONG_KINDS):
                self._add_name(variant)
                if variant.kind in _BOTH_KINDS:
                    self._add_key(variant)
            else:
                self._add_key(variant)
                if _WORDY.search(variant.form):
                    self._add_name(variant)
                if variant.form.startswith(_OCTOBER):
                    self._add_socialist(archive.lang, variant)
                if variant.kind == "abbr-official":
                    self._add_derived(archive.lang, variant)
                elif variant.kind == "abbr" and archive.lang in _BACK:
                    self._add_cyrillic(archive.lang, variant)
        for form, kind in ((archive.name_local, "fullname-local"), (archive.name_en, "fullname-en")):
            if form not in written:
                self._add_name(Variant(id_, form, kind, archive.abbr(), 0, False, None, mark))
        for abbr in (archive.abbr_cyr, archive.abbr_lat):
            if abbr and abbr not in written:
                variant = Variant(id_, abbr, "abbr-official", abbr, 0, False, None, mark)
                self._add_key(variant)
                self._add_derived(archive.lang, variant)

    def claims(self, key: str) -> list[Variant]:
        """All variants with this `letters` key: the listed ones, or else those that a scheme makes."""
        return self.by_key.get(key) or self.made(key)

    def made(self, key: str) -> list[Variant]:
        """Those that a scheme makes; `USSR` is УССР transliterated, and in English the Union."""
        found = self.derived.get(key, [])
        if key.endswith(_USSR):
            union = key.removesuffix(_USSR) + "SSSR"
            found = [*self.by_key.get(union, ()), *self.derived.get(union, ()), *found]
        return [base._replace(kind="abbr-derived", mark=_DERIVED, listed=False) for base in found]

    def bones(self, word: str) -> tuple[str, str]:
        """Skeleton and stem of a word; those of the last words are remembered."""
        found = self._bones.get(word)
        if found is None:
            if len(self._bones) >= _REMEMBERED:
                self._bones.clear()
            skel = skeleton(word)
            found = self._bones[word] = skel, stem(skel)
        return found

    def readings(self, word: str) -> tuple[tuple[str, str], ...]:
        """Bones of a word; two for one with `ch`, which is ч in some romanizations and х in others."""
        if "ch" not in word and "Ch" not in word:
            return (self.bones(word),)
        return self.bones(word), self.bones(word.replace("ch", "kh").replace("Ch", "Kh"))

    def _add_key(self, variant: Variant) -> None:
        form = variant.form
        self.by_key.setdefault(letters(form), []).append(variant)
        if not form.isalnum():
            parts = form.split()
            words = list(map(letters, parts if all(map(str.isalnum, parts)) else WORDS.findall(form)))
            if len(words) > 1:
                self.tokens.update(words)
                for stop in range(1, len(words)):
                    self.starts.setdefault("".join(words[:stop]), set()).add(variant.archive)
                self._add_ends(words)

    def _add_derived(self, lang: str, variant: Variant) -> None:
        for spelling in _spellings(variant.form, lang):
            self._derive(spelling, variant)

    def _derive(self, spaced: str, variant: Variant) -> None:
        """Add a computed abbreviation, as `letters` of its words."""
        if " " in spaced:
            self._add_ends(spaced.split())
        known = self.derived.setdefault(spaced.replace(" ", ""), [])
        if variant not in known:
            known.append(variant)

    def _add_socialist(self, lang: str, variant: Variant) -> None:
        """`ЦГАОРСС УССР`, the name until about 1980, of `ЦГАОР УССР`."""
        for longer in ("ЦГАОРСС ", "ЦГАОРиСС ", "ЦГАОР и СС "):
            one = variant._replace(form=variant.form.replace(_OCTOBER, longer), kind="abbr")
            self._derive(" ".join(map(letters, one.form.split())), one)
            self._add_derived(lang, one)

    def meant(self, archive: Archive, written: str) -> list[int]:
        """The names of an archive that a form stands for, whole or shortened: `ЦПА` for `ЦПА ИМЛ`, `TsPA` too."""
        key = letters(written)
        stems = "".join(stem for bones, stem in map(self.bones, WORDS.findall(written)) if bones not in IDLE)
        claims = [*self.by_key.get(key, ()), *self.derived.get(key, ()), *self.by_name.get(stems, ())]
        found = {one.name_index for one in claims if one.archive == archive.id}
        for one in archive.variants:
            if one.kind.startswith("abbr") and not one.repair and " " in one.form:
                spaced = " ".join(map(letters, WORDS.findall(one.form)))
                words = [spelling.split() for spelling in (spaced, *_spellings(spaced, archive.lang))]
                if any("".join(cut[:stop]) == key for cut in words for stop in range(1, len(cut))):
                    found.add(one.name_index)
        return sorted(index for index in found if index is not None)

    def _add_cyrillic(self, lang: str, variant: Variant) -> None:
        """The Cyrillic abbreviation that one in Latin letters was made of: `TsGANKh` of `ЦГАНХ`."""
        form = variant.form
        if len(form) < _SHORTEST_BACK or variant.repair or letters(form) in self.derived:
            return
        words = form.split()
        if "USSR" in words or not (_DIGRAPH.search(words[0]) or "SSSR" in words):
            return  # in English `USSR` is СССР, transliterated УССР
        key = _DIGRAPH.sub(lambda found: _DIGRAPHS[found.group().upper()], form).upper().translate(_BACK[lang])
        if _CYRILLIC.fullmatch(key):
            cyrillic = variant._replace(form=key)
            self.derived.setdefault(key.replace(" ", ""), []).append(cyrillic)
            if len(words) > 1:
                self._add_ends(key.split())
            self._add_derived(lang, cyrillic)

    def _add_shared(self, confusion: Confusion) -> None:
        for form in confusion.forms:
            key = letters(form)
            starts = self.starts.get(key, set())
            if key in self.by_key or key in self.derived or not starts.isdisjoint(confusion.candidates):
                known = self.shared.get(key)
                ids = (known.ids if known else ()) + confusion.candidates
                self.shared[key] = Shared(form, tuple(dict.fromkeys(ids)), confusion.advice)

    def _add_ends(self, words: list[str]) -> None:
        end = ""
        for word in reversed(words[1:]):
            end = word + end
            self.ends.add(end)

    def _add_name(self, variant: Variant) -> None:
        remember = self._stems
        stems: list[str] = []
        for part in variant.form.split():
            known = remember.get(part)
            if known is None:
                words = (part,) if part.isalpha() else WORDS.findall(part)
                all_bones = [self.bones(word) for word in words]
                known = remember[part] = [root for bones, root in all_bones if bones not in IDLE]
            stems += known
        self._add_stems(stems, variant)
        for long, short in SHORTENED:
            if long in variant.form:
                self._add_name(variant._replace(form=variant.form.replace(long, short), listed=False))
        if "-" in variant.form:
            parts = [self.tight(part) for part in variant.form.split()]
            self._add_stems([part for part in parts if part and part not in IDLE], variant)

    def tight(self, word: str) -> str:
        """Joined bones of a hyphened compound: only its last part is inflected."""
        parts = WORDS.findall(word)
        if not parts:
            return ""
        return "".join(self.bones(part)[0] for part in parts[:-1]) + self.bones(parts[-1])[1]

    def _add_stems(self, stems: list[str], variant: Variant) -> None:
        tail = ""
        add = self.tails.add
        for one in reversed(stems):
            tail = one + tail
            add(tail)
        known = self.by_name.setdefault(tail, [])
        if not known or known[-1] is not variant:
            known.append(variant)
