"""One pass over a text: every reference as it is written, and the printed sources between them.

Anchors (a number, an ibid word) are found from left to right; from an anchor the reference is read label by label, and
scanning goes on behind it. Nothing is read twice, so the time is linear.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import merge
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import normalize

import regex

from archcite.notation import beginnings, imprints, levels, links, shorthand, tails
from archcite.notation.anchors import label_before, patterns
from archcite.notation.behind import archive_behind, archive_within
from archcite.notation.evidence import accepted
from archcite.notation.headings import Headings
from archcite.notation.labels import Label, is_mixed, label_at
from archcite.notation.mentions import archive_before, archive_in_field
from archcite.notation.namewords import box_before
from archcite.notation.punctuation import GAP
from archcite.notation.records import LEVELS, RANK, Printed, Reference, Repair
from archcite.notation.sentences import archive_in_sentence
from archcite.notation.tradition import key, lexicon
from archcite.notation.view import View, concealed, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.archives import Authority
    from archcite.notation.senses import Reading

WEAK_IBID = frozenset({"id", "idem", "там", "samas", "turpat", "ivi"})
"""Ibid words that are also ordinary words: they count only with a level behind them."""


_STOPS = regex.compile(r"\d\p{L}?[.]\p{L}?\d")
# a note that names a book in short and a bare page: `16. Davies, Crisis and Progress, 88.`
_PAGE_AT_END = regex.compile(r"\d{1,4}(?:[-–]\d{1,4})?\.?[^\S\n]*(?:\n|$)")
_SHORT_TITLE = regex.compile(r"(?r)(?<=\n|^)[^\S\n]*\[?\d{1,3}[.)\]]?\s{1,3}\p{Lu}[^\n]{5,150},\s")
_SHEETS_BEHIND = regex.compile(r",?\s(?:на\s|on\s)?(?=\p{L})")
_NOTE_NUMBER = regex.compile(r"(?r)(?<![\p{L}\p{N}])\d{1,3}")  # `12Там же`
_CLOSES = regex.compile(r"[.,]?\s{0,2}(?:$|[)\];\n\"”»]|\r|\d{1,3}[.)]?\s)")


class Scanner:
    """Reads references; holds the authority file that names are looked up in."""

    __slots__ = ("_authority",)

    def __init__(self, authority: Authority) -> None:
        self._authority = authority

    def scan(self, text: str) -> Iterator[Reference | Printed]:
        """Yield what stands in `text`, in its order. Spans are code points of `text` and do not overlap."""
        seen = view(text)
        # one sign for one: offsets stay
        plain = seen.text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
        for found in self._scan(plain):
            yield _relocated(found, seen, text) if seen.differs else found

    def _scan(self, text: str) -> Iterator[Reference | Printed]:
        begins = patterns()
        pos = 0
        last: Reference | None = None
        before: Reference | None = None
        headings = Headings(text, self._authority)
        # digits are rare in prose, so looking for them first and for their label behind them is fast
        anchors = merge(
            ((match.start(), match.end(), True) for match in begins.ibid.finditer(text)),
            ((match.start(), match.end(), False) for match in begins.number.finditer(text)),
        )
        for start, end, is_ibid in anchors:
            if start < pos:
                continue
            found = self._ibid(text, start, end) if is_ibid else self._at_number(text, start, pos, last, headings)
            if found is None:
                continue
            if is_ibid and (printed := imprints.between(text, pos, start)) is not None:
                yield printed
            floor, pos = pos, found.end
            last = found if isinstance(found, Reference) else None
            if last is not None and last.archive is None and last.ibid is None and "fond" in last.levels:
                last.archive = headings.above(last, before) or archive_in_field(text, last.start, self._authority)
                if last.archive is None and not last.chained:
                    last.archive = archive_in_sentence(text, last.start, floor, self._authority)
                last.chained = last.chained and last.archive is None
            before = last
            headings.read(found)
            yield found

    def _at_number(
        self, text: str, pos: int, floor: int, last: Reference | None, headings: Headings
    ) -> Reference | Printed | None:
        """What a number at `pos` belongs to: the first level of a reference, a shorthand, a page, or nothing."""
        label = label_before(text, pos, floor) or links.sign_before(text, pos, last)
        if label is None:
            boxes = box_before().match(text, floor, pos) if last is not None else None
            return self._by_place(text, pos, floor, last) if boxes is None else Printed(boxes.start(), pos, boxes=True)
        if len(label.written) == 1 and (
            label.end == pos or text[label.end] in "-–"
        ):  # `l932/127/1842`, `П789-10-11`: a letter of the number
            found = self._by_place(text, pos, floor, last)
            if isinstance(found, Reference):
                return found
        if any(sense.level == "fond" for sense in label.senses):
            short = next(shorthand.by_place(text, pos, floor), None)
            if short is not None and "dela" in short.levels:
                if "/" in text[pos : short.end]:  # `f. 17/3/94/1`
                    return self._complete_by_place(text, replace(short, start=label.start), floor, last)
                if "-" in text[pos : short.end]:  # `ДАВіО ф.792-1-17`
                    found = self._complete_by_place(text, replace(short, start=label.start), floor, last)
                    if found is not None and found.archive is not None:
                        return found
        chained = (
            links.chained(text, last, label.start)
            or links.glossed(text, last, label)
            or links.enumerated(text, last, label)
            or headings.heads(label, last)
        )
        reference = Reference(label.start, label.start, chained=chained)
        reading = levels.read(text, label.start, reference)
        if "fond" not in reference.levels and len(reference.levels) == 1:
            self._upwards(text, reading)
        if not reference.levels:
            return _printed(text, label)
        if not reference.chained and "fond" not in reference.levels and reference.levels.keys() & {"opis", "dela"}:
            beginnings.add(text, reading, floor, self._authority)
            reference.chained = links.chained(text, last, reference.start)
        self._add_archive(text, reference, floor)
        if reference.archive is None and not reference.chained and "fond" in reference.levels:
            reference.archive = archive_within(text, reference, self._authority)
            behind = None if reference.archive else archive_behind(text, reference.end, self._authority)
            if behind is not None:
                reference.archive = behind
                if len(reference.levels) == 1:
                    reference.end = behind.end  # `fonds 533 du RGASPI`
                    self._rest(text, reading)
        if reference.chained and list(reference.levels) == ["fond"]:  # `фонд 17 РГАСПИ и фонд 5446 ГАРФ`
            own = archive_behind(text, reference.end, self._authority)
            if own is not None:
                reference.archive, reference.chained, reference.end = own, False, own.end
        beginnings.file_before(text, reference, floor)
        if not accepted(text, reading, last):
            return None
        shorthand.opis_and_file(text, reference)
        shorthand.colon_sheets(text, reference)
        return reference

    def _rest(self, text: str, reading: Reading) -> None:
        """The levels behind the archive of a fond: `В фонде 577 РГИА (оп. 35, д. 1120)`."""
        gap = GAP.match(text, reading.reference.end)
        label = None if gap is None or "\n" in gap.group() else label_at(text, gap.end())
        if gap is not None and label is not None and any(sense.level in ("opis", "dela") for sense in label.senses):
            levels.read(text, gap.end(), reading.reference)

    def _upwards(self, text: str, reading: Reading) -> None:
        """Words from the file up to the fond, the archive behind it, and the sheets behind that."""
        reference = reading.reference
        if not levels.read_upwards(text, reading):
            return
        mention = archive_behind(text, reference.end, self._authority)
        if mention is not None:
            reference.archive, reference.end = mention, mention.end
        if "sheets" not in reference.levels and (sheets := _SHEETS_BEHIND.match(text, reference.end)) is not None:
            levels.read(text, sheets.end(), reference)

    def _add_archive(self, text: str, reference: Reference, floor: int, *, known_only: bool = False) -> None:
        if reference.archive is not None:
            return
        mention, repairs = archive_before(text, reference.start, floor, self._authority, known_only=known_only)
        if mention is not None:
            reference.archive = mention
            reference.start = mention.start
            reference.chained = False
            reference.repairs[:0] = repairs

    def _ibid(self, text: str, start: int, end: int) -> Reference | None:
        """`Ibid.` with the levels behind it, or alone where it closes a note, a bracket or a sentence."""
        glued = start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")
        if glued and not (text[start].isupper() and _NOTE_NUMBER.match(text, 0, start)):
            return None
        word = text[start:end]
        reference = Reference(start, end, ibid=word)
        gap = GAP.match(text, end)
        assert gap is not None  # the pattern matches the empty string
        if "\n" not in text[end : gap.end()] or not word[0].islower():
            levels.read(text, gap.end(), reference)
            if not reference.levels and (first := shorthand.number_first(text, gap.end(), gap.end(), fewest=1)):
                reference.levels, reference.end = first.levels, first.end
        if is_mixed(word):
            reference.repairs.append(
                Repair(
                    "ibid", word, word.translate(lexicon().to_cyrillic), "both alphabets", "letters of both alphabets"
                )
            )
        if reference.levels or reference.extra:
            return reference
        if word[0].islower() or key(word) in WEAK_IBID:
            return None
        return reference if _CLOSES.match(text, end) else None

    def _by_place(self, text: str, pos: int, floor: int, last: Reference | None) -> Reference | Printed | None:
        """A shorthand: an archive and its numbers by place, or numbers before their labels."""
        reference = shorthand.number_first(text, pos, floor)
        if reference is not None:
            reference.chained = links.chained(text, last, reference.start)
            self._add_archive(text, reference, floor)
            reference.doubt = tails.behind_number_first(text, reference.end, list(reference.levels)[-1])
            return reference if "fond" in reference.levels or reference.chained else None
        for reference in shorthand.by_place(text, pos, floor):
            complete = self._complete_by_place(text, reference, floor, last)
            if complete is not None:
                return complete
        row = shorthand.row(text, pos, floor)
        if row is not None:
            first = row.start
            self._add_archive(text, row, floor, known_only=True)
            if row.archive is not None and shorthand.is_row(text, row.archive, first, row.repairs):
                row.repairs.clear()
                return row
        page = _PAGE_AT_END.match(text, pos)
        if page is not None and last is not None and _SHORT_TITLE.match(text, floor, pos) is not None:
            return Printed(pos, page.end())
        return None

    def _complete_by_place(
        self, text: str, reference: Reference, floor: int, last: Reference | None
    ) -> Reference | None:
        """Archive, further files and labelled levels of a shorthand; None if nothing but numbers speaks for it."""
        first = reference.start
        reference.chained = links.chained(text, last, first)
        self._add_archive(text, reference, floor, known_only=True)
        if reference.archive is None and not reference.chained:
            # `И-138-2-532` alone counts as the lettered fond of the reference before it
            fond = reference.levels["fond"]
            sure = not fond[0][0].isdigit() or _in_bracket(text, reference)
            if last is None or last.levels.get("fond") != fond or not sure:
                return None
            reference.chained = True
        written = tuple(reference.levels)
        if "sheets" not in written:
            if "dela" in written:
                shorthand.more_files(text, reference)
                shorthand.bare_sheet(text, reference)
                shorthand.colon_sheets(text, reference)
            gap = GAP.match(text, reference.end)
            assert gap is not None
            levels.read(text, gap.end(), reference)
        elif reference.doubt is None:
            reference.doubt = tails.doubt(text, reference.end, RANK["sheets"])
        shorthand.mend_letters(reference)
        if reference.doubt is None:
            reference.doubt = self._lost_sign(text, reference, written, first)
        return reference

    def _lost_sign(self, text: str, reference: Reference, written: tuple[str, ...], first: int) -> str | None:
        """Why a shorthand whose numbers begin at `first` may have lost a sign."""
        archive = reference.archive
        if archive is not None and text[archive.end : first] in ("-", "–"):
            return "a hyphen between the archive's name and a number: the letter of the fond may be lost"
        if "dela" not in reference.levels and "sheets" in reference.levels:
            return "a sheet of no file: a sign between the numbers may be lost"
        if (
            len(written) != len(LEVELS) - 1
            or "sheets" in reference.levels
            or _STOPS.search(text, first, reference.end) is None
        ):
            return None
        known = None if archive is None or archive.id is None else self._authority.get(archive.id)
        if known is not None and known.country in lexicon().dotted_to_file:
            return None
        return "three numbers with full stops: the sheet is left out, or a stop is lost"


_BRACKET = regex.compile(r"(?r)\((?:see |см\. )?")


def _in_bracket(text: str, reference: Reference) -> bool:
    """Whether a shorthand with slashes opens a bracket and has labelled sheets: `(17/113/715, l. 2)`."""
    gap = GAP.match(text, reference.end)
    label = None if gap is None else label_at(text, gap.end())
    sheets = label is not None and any(sense.level == "sheets" for sense in label.senses)
    slashes = text.count("/", reference.start, reference.end) >= len(LEVELS) - 2
    return sheets and slashes and _BRACKET.match(text, 0, reference.start) is not None


def _printed(text: str, label: Label) -> Printed | None:
    """A page mark outside a reference is a printed source, if it stands as bibliographies write it."""
    if not any(sense.level == "page" for sense in label.senses):
        return None
    before = text[max(0, label.start - 3) : label.start].rstrip()
    if label.written[0].isupper() or before.endswith((",", ".", ":", ")")) or len(label.written) > 1:
        return Printed(label.start, label.end)
    return None


def _relocated(found: Reference | Printed, seen: View, text: str) -> Reference | Printed:
    """The same with offsets in the text itself instead of its view, and a repair for what the view took out."""
    start, end = seen.start(found.start), seen.end(found.end)
    if isinstance(found, Printed):
        return replace(found, start=start, end=end)
    archive = found.archive
    if archive is not None:
        archive = replace(archive, start=seen.start(archive.start), end=seen.end(archive.end))
    repairs = list(found.repairs)
    hidden = concealed(text[start:end])
    if hidden is not None:
        reason = "an entity, an invisible character or a split letter inside the reference"
        read = normalize("NFC", unescape(hidden)).strip("\u00ad\u200b\ufeff")
        repairs.append(Repair("characters", hidden, read, "hidden characters", reason))
    return replace(found, start=start, end=end, archive=archive, repairs=repairs)
