"""Years and seasons of the date grammar: in digits, short, spaced, by themselves or behind a month.

Between `datetokens` (tokens and words) and `datepoints` (days and months).
"""

from __future__ import annotations

from archcite.transcript.calendars import Point
from archcite.transcript.datetokens import DASHES, Reading, Scanner
from archcite.transcript.datewords import THIS_YEAR, YEAR_WORDS, seasons


class Years(Scanner):
    """Reads years and seasons. Every method takes an index and gives a reading or an index, or None."""

    def year(self, i: int, form: str, out: Reading) -> int | None:
        """Read a year after a month; sets `out`, returns the index after it, or None."""
        j, sign = i, ""
        if self.norm(j) in {"of", "dayof"}:
            j += 1
        while j < len(self.toks) and j < i + 2 and self.is_sign(j, ",./-–—‑−'’"):
            if form == "word" and self.toks[j].text in DASHES and self.toks[j].gap:
                break
            sign += self.toks[j].text
            j += 1
        for phrase in THIS_YEAR:
            end = self.words(j, phrase)
            if end is not None:
                out.remarks.append("the year is meant but not written (`this year`)")
                return end
        if j >= len(self.toks) or self.toks[j].kind != "num" or self.toks[j].norm == "ordinal":
            return self._year_word_alone(j, out)
        value, end = self._digits(j, form, sign, out)
        if value is None:
            return None
        assert out.lo is not None
        out.lo.year = value
        out.parts.add("year")
        if any(t.supplied for t in self.toks[j:end]):
            out.supplied.add("year")
        out.queried = out.queried or any(t.queried for t in self.toks[j:end])
        return self.year_word(end)

    def _year_word_alone(self, i: int, out: Reading) -> int | None:
        if self.norm(i) in {"г", "g"} and (self.is_sign(i + 1, ".") or i + 1 >= len(self.toks)):
            out.remarks.append(f"`{self.toks[i].text}.` stands without its year")
            return min(i + 2, len(self.toks))
        return None

    def year_word(self, i: int) -> int:
        """The index after `г.`, `года`, `гг.`, if one stands at `i`."""
        j = i
        if self.norm(j) in {"г", "g"} and self.is_sign(j + 1, ".") and self.norm(j + 2) == self.norm(j):
            j += 2
        if self.norm(j) not in YEAR_WORDS:
            return i
        if self.norm(j) in {"g", "gg"} and not self.is_sign(j + 1, ".") and j + 1 < len(self.toks):
            return i
        short = len(self.norm(j)) <= 2 and self.is_sign(j + 1, ".")
        return j + 2 if short else j + 1

    def _digits(self, i: int, form: str, sign: str, out: Reading) -> tuple[int | None, int]:
        """Four digits, whole, spaced or with a note mark; two, where the form marks them as a year."""
        tok = self.toks[i]
        if self._is_time(i):
            return None, i
        size = len(tok.text)
        if size == 4 and tok.text[0] in "12":
            return tok.number, i + 1
        if size == 5 and tok.text[:2] in {"18", "19", "20"}:
            out.remarks.append(f"`{tok.text}` read as {tok.text[:4]} with the note mark {tok.text[4]}")
            return int(tok.text[:4]), i + 1
        joined, j = tok.text, i + 1
        while len(joined) < 4 and j < len(self.toks) and self.toks[j].kind == "num" and not self._is_time(j):
            joined += self.toks[j].text
            j += 1
        if len(joined) == 4 and joined[:2] in {"18", "19", "20"}:
            out.remarks.append(f"spaced digits joined to {joined}")
            return int(joined), j
        if size == 2 and not self._month_after(i + 1):
            return self._two_digits(i, form, sign, out)
        if size == 3 and form != "word" and sign:
            out.doubts.append(f"`{tok.text}` may be the year {tok.text[:2]} with the note mark {tok.text[2]}")
            return 1900 + int(tok.text[:2]), i + 1
        return None, i

    def _two_digits(self, i: int, form: str, sign: str, out: Reading) -> tuple[int | None, int]:
        value = 1900 + self.toks[i].number
        if self.toks[i].new_line or self.month_word(i + 1) is not None:
            return None, i  # `29 октября/11 ноября`: a day
        marked = self.norm(i + 1) in YEAR_WORDS or "'" in sign or "’" in sign
        if "," in sign and not marked:
            if form != "word" or not self.toks[i].gap:
                return None, i
            out.doubts.append(f"`{self.toks[i].text}` may be a year of the 1900s or no year")
        elif form == "word" and not marked:
            if "/" in sign:
                return None, i
            out.doubts.append(f"`{self.toks[i].text}` may be a year of the 1900s or no year")
        else:
            out.remarks.append(f"two-digit year `{self.toks[i].text}` read as {value}")
        return value, i + 1

    def season(self, i: int, *, alone: bool) -> Reading | None:
        """A season with its year; `alone` lets it stand without one, as the beginning of a span."""
        code = seasons().get(self.norm(i))
        if code is None:
            return None
        out = Reading(Point(season=code), None, i + 1, "season")
        j = i + 1
        after = self.year(j, "word", out)
        if after is None and alone:  # `весна–лето 1921 г.`
            out.hi = out.lo
            return out
        if after is None or out.lo is None or out.lo.year is None or out.doubts:
            return None
        if self.is_sign(after, "/-–") and not self.toks[after].gap and self._is_next_year(after + 1, out.lo.year):
            out.remarks.append("the season runs into the next year")
            after = self.year_word(after + 2)
        out.hi, out.end = out.lo, after
        return out

    def _is_next_year(self, i: int, year: int) -> bool:
        return i < len(self.toks) and self.toks[i].text in {str(year + 1), str(year + 1)[2:]}

    def year_alone(self, i: int) -> Reading | None:
        """A year by itself, or a decade (`1920s`, `1920-е годы`)."""
        if i >= len(self.toks) or self.toks[i].kind != "num":
            return None
        tok = self.toks[i]
        out = Reading(Point(), None, i + 1, "year")
        ordinal = tok.norm == "ordinal" and self.norm(i + 1) in YEAR_WORDS
        if ordinal and len(tok.text) == 4 and tok.text[3] == "0":
            out.lo = Point(tok.number, decade=True)
            out.end = self.year_word(i + 1)
        elif len(tok.text) == 4 and tok.text[0] in "12":
            out.lo = Point(tok.number)
            tail = self.norm(i + 1) == "s" and not self.toks[i + 1].gap
            if tail and tok.text[3] == "0":
                out.lo.decade = True
            out.end = i + 2 if tail else self.year_word(i + 1)
        else:
            value, end = self._digits(i, "word", "", out) if len(tok.text) != 2 else (None, i)
            if value is None or end == i + 1:
                return None
            out.lo, out.end = Point(value), self.year_word(end)
        out.hi = out.lo
        self.mark(i, "year", out)
        return out
