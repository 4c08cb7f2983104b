"""Points of the date grammar: days and months, with their year, in every order in which they are written."""

from __future__ import annotations

from datetime import date
from typing import Final

from archcite.transcript.calendars import Point, julian_to_gregorian, rule_of, same_day
from archcite.transcript.datetokens import DASHES, Reading
from archcite.transcript.datewords import STYLE_WORDS, THIS_YEAR, YEAR_WORDS, weekdays
from archcite.transcript.dateyears import Years

_SEPARATORS: Final = frozenset("/.-–—‑−")

BOTH_DAYS: Final = "the two days are meant and not those between them"


class Points(Years):
    """Reads points. Every method takes an index and gives a reading or an index, or None."""

    def point(self, i: int, *, alone: bool = False) -> Reading | None:
        """A day, month, season or year at `i`; `alone` lets a bare day or month stand, for ranges."""
        start = i
        if self.norm(i) in weekdays():
            i += 1
            while self.is_sign(i, ",.") or self.norm(i) == "the":
                i += 1
        out = self._iso(i) or self._day_first(i) or self._month_first(i, alone=alone) or self._roman_first(i)
        out = out or self.season(i, alone=alone) or self._year_first(i) or self.year_alone(i)
        if out is None and alone and (day := self.day(i)) is not None:
            out = Reading(Point(day=day), None, i + 1, "day")
            out.hi = out.lo
            self.mark(i, "day", out)
        if out is not None and start != i:
            self._check_weekday(weekdays()[self.norm(start)], out)
        return out

    def _check_weekday(self, weekday: int, out: Reading) -> None:
        p = out.lo
        if p is None or p.year is None or p.month is None or p.day is None or p.day > 28:
            return
        days = {"gregorian": date(p.year, p.month, p.day).weekday()}
        days["julian"] = date(*julian_to_gregorian(p.year, p.month, p.day)).weekday()
        rule = rule_of([p])[0]
        if days[rule] != weekday:
            other = "gregorian" if rule == "julian" else "julian"
            fits = f"; it fits the {other} calendar" if days[other] == weekday else ""
            out.doubts.append(f"the day of the week does not fit the date{fits}")

    def _iso(self, i: int) -> Reading | None:
        if i + 4 >= len(self.toks) or not all(self.toks[k].kind == "num" for k in (i, i + 2, i + 4)):
            return None
        first, second, third = (self.toks[k] for k in (i, i + 2, i + 4))
        sign = self.toks[i + 1].text
        if len(first.text) != 4 or len(second.text) != 2 or len(third.text) > 2 or second.number > 12:
            return None
        if sign not in {"-", ".", "/"} or self.toks[i + 3].text != sign or not second.number:
            return None
        out = Reading(Point(first.number, second.number, third.number or None), None, i + 5, "iso")
        out.hi = out.lo
        for k, name in ((i, "year"), (i + 2, "month"), (i + 4, "day")):
            self.mark(k, name, out)
        return out

    def _day_first(self, i: int) -> Reading | None:
        """`27 декабря 1917 г.`, `27/XII`, `1.XI.1923`, `13-14. VII 1920`, `4 (17) декабря 1917`."""
        first = self.day(i)
        if first is None:
            return None
        for second, new, j in self._second_days(i):
            out = Reading(Point(day=first), None, j, "")
            self.mark(i, "day", out)
            end = self._month_and_year(j, out, plain=second is None and new is None)
            if end is None:
                continue
            if second is not None:
                self._listed(self.norm(i + 1), first, second, out)
            return self._with_second(out, second, new, end)
        return self._spaced_day(i)

    @staticmethod
    def _listed(link: str, first: int, second: int, out: Reading) -> None:
        """Say what a span of days leaves open: `5 или 6 мая` is one day, `5 и 9 мая` two."""
        if link in {"или", "or"}:
            out.doubts.append("one of the two days is meant")
        elif link in {"и", "and"} and second != first + 1:
            out.doubts.append(BOTH_DAYS)

    def _spaced_day(self, i: int) -> Reading | None:
        """`2 7 декабря`: one day, or a note mark and a day."""
        if i + 2 >= len(self.toks) or len(self.toks[i].text) != 1 or self.toks[i + 1].kind != "num":
            return None
        joined = self.toks[i].text + self.toks[i + 1].text
        if len(joined) != 2 or int(joined) > 31 or not self.month_word(i + 2) or not self.toks[i + 1].gap:
            return None
        out = Reading(Point(day=int(joined)), None, i + 2, "")
        self.mark(i, "day", out)
        end = self._month_and_year(i + 2, out, plain=True)
        if end is None:
            return None
        written = f"{self.toks[i].text} {self.toks[i + 1].text}"
        out.doubts.append(f"`{written}` may be the day {joined} or two numbers")
        return self._with_second(out, None, None, end)

    def _second_days(self, i: int) -> list[tuple[int | None, int | None, int]]:
        """The ways on after a day: a second day of a range, a new-style day, or neither."""
        ways: list[tuple[int | None, int | None, int]] = []
        second = self.day(i + 2)
        glued = i + 3 < len(self.toks) and self.toks[i + 3].kind == "word" and not self.toks[i + 3].gap
        if second is not None and not glued:  # `5/1Х` is a month IX with the digit 1
            if self.is_sign(i + 1, "("):
                styled = self.one_of(i + 3, STYLE_WORDS)
                end = i + 3 if styled is None else styled[1]
                if self.is_sign(end, ")"):
                    ways.append((None, second, end + 1))
            elif self.is_sign(i + 1, DASHES) or self.norm(i + 1) in {"и", "and", "или", "or", "to", "through"}:
                ways.append((second, None, i + 3))
            elif self.is_sign(i + 1, "/"):
                # `30/31 мая` is a night, `4/17 декабря` a double date
                night = second == (self.day(i) or 0) + 1
                ways.append((second, None, i + 3) if night else (None, second, i + 3))
        ways.append((None, None, i + 1))
        return ways

    def _month_and_year(self, j: int, out: Reading, *, plain: bool) -> int | None:
        """Month and year after a day that ends at `j`; fills `out.lo`, gives the index after them."""
        assert out.lo is not None
        k = j
        while self.norm(k) in {"day", "числа", "число", "of", "the"}:
            k += 1
        named = self.month_word(k)
        if named:
            out.lo.month, out.shape = named[0], "word"
            self.mark(k, "month", out)
            after = self.year(named[1], "word", out)
            return named[1] if after is None else after
        if k != j:
            return None
        signs = 0
        while signs < 2 and self.is_sign(k, _SEPARATORS):
            k, signs = k + 1, signs + 1
        found = self.month_roman(k)
        if found and self._roman_stands(j, k, found[1], signs):
            out.lo.month, out.shape = found[0], "roman"
            if found[2]:
                letters = "".join(t.text for t in self.toks[k : found[1]])
                out.remarks.append(f"look-alike letters in the month `{letters}`")
            self.mark(k, "month", out)
            after = self.year(found[1], "roman", out)
            if after is None and (not signs or (self.toks[k].gap and self.toks[j].text != "/")):
                return None
            return found[1] if after is None else after
        return self._numeric_month(j, k, out) if plain else None

    def _roman_stands(self, j: int, k: int, end: int, signs: int) -> bool:
        """Whether letters after a day are a month, not an initial or the pronoun of a list (`2. I am`)."""
        tok = self.toks[k]
        if signs and self.is_sign(j, "/"):
            return True
        if tok.new_line or (signs and tok.gap and not set(tok.text) & set("IVXivx")):
            return False
        if end < len(self.toks) and self.toks[end].kind == "word":
            return self.norm(end) in YEAR_WORDS or self.norm(end) in THIS_YEAR[0]
        if tok.text.islower() and not signs:
            return False
        stop = self.is_sign(end, ".") and not self.toks[end].gap
        return not (stop and end + 1 < len(self.toks) and self.toks[end + 1].kind == "word" and tok.gap)

    def _numeric_month(self, j: int, k: int, out: Reading) -> int | None:
        month = self.day(k)
        if k != j + 1 or month is None or month > 12 or not self.is_sign(j, "/.-"):
            return None
        assert out.lo is not None
        sign = self.toks[j].text
        if self.toks[k].norm == "ordinal":
            return None
        out.lo.month, out.shape = month, "numeric"
        self.mark(k, "month", out)
        after = self.year(k + 1, "numeric", out)
        same = after is not None and self.is_sign(k + 1, sign)
        if sign == "-" and not (same and len(self.toks[k + 2].text) == 4):
            return None
        if sign == "." and not (same and out.lo.year) and (after is None or out.lo.year is None):
            # `12.03` alone is a decimal, a paragraph or a time as often as a date
            out.doubts.append("two numbers and a stop: a day and month, or something else")
        if sign == "/" and month != out.lo.day and (out.lo.day or 99) <= 12 and (after is None or same):
            out.doubts.append(f"`{out.lo.day}/{month}` may be day and month or month and day")
        return k + 1 if after is None else after

    def _with_second(self, out: Reading, second: int | None, new: int | None, end: int) -> Reading:
        """Make a range or a double date of a point and the second day that stood with its first."""
        assert out.lo is not None
        out.end, out.hi = end, out.lo
        lo = out.lo
        if second is not None:
            out.hi = Point(lo.year, lo.month, second)
        if new is not None:
            out.new_style = Point(lo.year, lo.month, new)
            if new < (lo.day or 0) and new <= 13:
                out.new_style.month = None
                out.new_style.year = None
        return out

    def _month_first(self, i: int, *, alone: bool) -> Reading | None:
        """`December 27 [1917]`, `November 12th day 1919`, `October 23-25, 1923`, `May 1920`."""
        named = self.month_word(i)
        if named is None:
            return None
        month, j = named
        if self.norm(j) == "the":
            j += 1
        day = self.day(j)
        hour = self._is_time(j) and self.norm(j + 1) != "дня"
        if day is not None and not hour and not self._is_year_after_month(i, j):
            for second, new, k in self._second_days(j):
                out = Reading(Point(month=month, day=day), None, k, "word")
                self.mark(i, "month", out)
                self.mark(j, "day", out)
                while self.norm(k) in {"day", "дня"}:
                    k += 1
                if (second or new) and self.month_word(k) and not self.is_sign(k, "("):
                    continue
                after = self.year(k, "word", out)
                if (
                    new is not None
                    and not self.is_sign(j + 1, "(")
                    and not (out.lo and out.lo.year and same_day(out.lo, Point(month=None, day=new)))
                ):
                    continue
                if second is not None:
                    self._listed(self.norm(j + 1), day, second, out)
                return self._with_second(out, second, new, k if after is None else after)
        out = Reading(Point(month=month), None, j, "month")
        self.mark(i, "month", out)
        after = self.year(j, "word", out)
        if (after is None or (out.lo and out.lo.year is None)) and not alone:
            return None
        out.hi = out.lo
        out.end = j if after is None else after
        return out

    def _roman_first(self, i: int) -> Reading | None:
        """`V.1921`, `XII/1922 г.`: a Roman month and a year of four digits, nothing between them but the sign."""
        found = self.month_roman(i)
        if found is None or not self.toks[i].gap or not self.is_sign(found[1], "./-"):
            return None
        j = found[1] + 1
        if j >= len(self.toks) or self.toks[j].gap or self.toks[j].kind != "num" or len(self.toks[j].text) != 4:
            return None
        out = Reading(Point(month=found[0]), None, j, "roman")
        out.hi = out.lo
        self.mark(i, "month", out)
        after = self.year(j, "roman", out)
        if after is None:
            return None
        if found[2]:
            out.remarks.append(f"look-alike letters in the month `{self.toks[i].text}`")
        out.end = after
        return out

    def _year_first(self, i: int) -> Reading | None:
        """`1922 года ноября 20 дня`, `1922 г., 20 ноября`, `1922, November 20`."""
        if i >= len(self.toks) or self.toks[i].kind != "num" or len(self.toks[i].text) != 4:
            return None
        j = self.year_word(i + 1)
        if j == i + 1 and not self.is_sign(j, ",") and self.month_word(j) is None:
            return None
        j += self.is_sign(j, ",")
        out = self._day_first(j) or self._month_first(j, alone=True)
        if out is None or out.lo is None or out.lo.year is not None or out.shape == "numeric":
            return None
        for p in (out.lo, out.hi, out.new_style):
            if p is not None:
                p.year = self.toks[i].number
        self.mark(i, "year", out)
        while self.norm(out.end) in {"дня", "day"}:
            out.end += 1
        return out

    def _is_year_after_month(self, i: int, j: int) -> bool:
        """`май 20 г.` is a month of 1920, not a day."""
        return self.norm(j + 1) in YEAR_WORDS and self.toks[j].norm != "ordinal" and j == i + 1
