"""Expressions of the date grammar: points with what stands around them, spans, double dates."""

from __future__ import annotations

from archcite.transcript.calendars import Mark, Point, days_in_month, rule_of, same_day, turns_year
from archcite.transcript.datepoints import BOTH_DAYS, Points
from archcite.transcript.datetokens import DASHES, Reading
from archcite.transcript.datewords import ABOUT_WORDS, NIGHT_WORDS, OPEN_WORDS, PORTION_WORDS, STYLE_WORDS


class Grammar(Points):
    """The whole grammar over the tokens of one window; `expression` is its start."""

    def simple(self, i: int, *, alone: bool = False) -> Reading | None:
        """A point with what may stand around it: `около`, `начало`, `?`, a new-style date, a style mark."""
        about: Mark = ""
        start = i
        if self.norm(i) in ABOUT_WORDS:
            about, i = "~", i + 2 if self.is_sign(i + 1, ".") else i + 1
        if self.norm(i) == "the" and i + 1 < len(self.toks) and self.toks[i + 1].norm == "ordinal":
            i += 1
        portion = self.one_of(i, PORTION_WORDS)
        if portion:
            i = portion[1] + 1 if self.is_sign(portion[1], DASHES) else portion[1]
        out = self.point(i, alone=alone)
        if out is None or out.lo is None:
            return None
        if portion and not cut_portion(out, portion[0]):
            out.doubts.append(f"only the {portion[0]} of this span is meant")
        if portion and out.shape == "month" and out.lo.year is None and start == i:
            return None
        self._new_style(out)
        self._style(out)
        if self._doubt(out) or out.queried:
            about = "%" if about else "?"
        if about:
            for p in {id(out.lo): out.lo, id(out.hi): out.hi}.values():
                if p is not None:
                    p.mark = about
        return out

    def _doubt(self, out: Reading) -> bool:
        """A question mark of the editors, bare, in parentheses or in brackets."""
        i = out.end
        if self.is_sign(i, "?"):
            out.end = i + 1
            return True
        if self.is_sign(i, "(") and self.is_sign(i + 1, "?") and self.is_sign(i + 2, ")"):
            out.end = i + 3
            return True
        return False

    def _new_style(self, out: Reading) -> None:
        """The second date of `20 декабря (2 января 1918 г.)`, and a year after it."""
        if out.lo is None or out.lo.day is None:
            return
        i = out.end
        bracketed = 0 < i < len(self.toks) and self.toks[i].supplied and not self.toks[i - 1].supplied
        if out.new_style is None and (self.is_sign(i, "(/") or bracketed):
            second = self.point(i if bracketed else i + 1)
            if second is None or second.lo is None or second.lo.day is None:
                return
            self._marked_new(second)
            if self.is_sign(i, "(") and not self.is_sign(second.end, ")"):
                return
            if bracketed and (second.lo.month is None or not self.toks[i + 1].supplied):
                return
            out.new_style = second.lo
            out.supplied |= set() if bracketed else second.supplied
            out.parts |= second.parts
            out.end = second.end + (1 if self.is_sign(i, "(") else 0)
            if out.lo.year is None:
                after = self.year(out.end, "word", out)
                if after is not None and not out.doubts:
                    out.end = after
                    if second.lo.year is None:
                        second.lo.year = out.lo.year
                        if (second.lo.month or 0) < (out.lo.month or 0):
                            second.lo.year = None
        if out.new_style is not None:
            self._settle(out)

    def _marked_new(self, second: Reading) -> None:
        """Step over the style mark of the second date: `(January 2, 1918, new style)`."""
        j = second.end + 1 if self.is_sign(second.end, ",") else second.end
        found = self.one_of(j, STYLE_WORDS)
        if found is not None and found[0] == "gregorian":
            second.end = found[1]

    def _settle(self, out: Reading) -> None:
        assert out.lo is not None
        assert out.new_style is not None
        first, second = out.lo, out.new_style
        pair = same_day(first, second)
        if pair is None and second.month is not None:
            pair = same_day(second, Point(first.year, first.month, first.day))
            out.new_first = pair is not None
        if pair is None:
            out.doubts.append("the two dates of the double date are not the same day in the two calendars")
            return
        out.lo, out.new_style = pair
        out.hi = out.lo

    def _style(self, out: Reading) -> None:
        i = out.end
        opened = self.is_sign(i, "(")
        j = i + 1 if opened else i
        if self.norm(j) == "по":
            j += 1
        found = self.one_of(j, STYLE_WORDS)
        if found and (not opened or self.is_sign(found[1], ")")):
            out.style = found[0]
            out.end = found[1] + (1 if opened else 0)
            if out.lo is not None and out.lo.year is None:  # `January 20 (new style), 1920`
                after = self.year(out.end, "word", out)
                out.end = out.end if after is None else after

    def expression(self, i: int) -> Reading | None:
        """A date, an open or closed span: the whole grammar."""
        bound = self.one_of(i, OPEN_WORDS)
        if bound:
            return self._bounded(bound[0], bound[1])
        night = self.one_of(i, NIGHT_WORDS)
        if night is not None:
            i = night[1]
        opened = self.norm(i) in {"с", "со", "from", "между", "between"}
        out = self.simple(i + 1 if opened else i, alone=True)
        if out is None or out.lo is None:
            return None
        if opened and out.hi is not out.lo:
            out.doubts = [d for d in out.doubts if d != BOTH_DAYS]
            return self._at_night(out, night)
        joined = self._span(out, {"по", "to", "до", "на", "through"} | ({"и", "and"} if opened else set()))
        if joined is not None:
            return self._at_night(joined, night)
        self._at_night(out, night)
        if out.lo.season is not None and out.lo.year is None:
            return None
        if opened or out.shape == "day" or (out.lo.month and out.lo.day is None and out.lo.year is None):
            return None
        return out

    @staticmethod
    def _at_night(out: Reading, night: tuple[str, int] | None) -> Reading:
        """Say that a night is meant; of a single day it is not all, or begins the day before."""
        if night is not None:
            (out.doubts if out.hi is out.lo else out.remarks).append(f"the {night[0]} is meant")
        return out

    def _bounded(self, bound: str, i: int) -> Reading | None:
        """`не ранее 5 мая 1920`, `не ранее 5 и не позднее 7 мая 1920`."""
        out = self.simple(i, alone=True)
        if out is None or out.lo is None:
            return None
        side, _, exclusive = bound.partition(" ")
        if exclusive:
            out.doubts.append("what is named is itself left out")
        if side == "from":
            j = out.end
            while self.is_sign(j, ",-–—") or self.norm(j) in {"и", "and", "но", "but"}:
                j += 1
            other = self.one_of(j, OPEN_WORDS)
            last = self.simple(other[1]) if other and other[0].startswith("to") else None
            if last is not None and last.hi is not None:
                inherit(out.lo, last.hi)
                out.hi, out.shape = last.hi, "span"
                out.take(last)
                return out
        if out.shape == "day" or (out.lo.day is None and out.lo.year is None and out.lo.season is None):
            return None
        out.shape = "open"
        if side == "from":
            out.hi = None
        else:
            out.lo = None if out.hi is not None else out.lo
        return out

    def _span(self, out: Reading, links: set[str]) -> Reading | None:
        i = out.end
        if out.hi is not out.lo or out.lo is None or out.new_first:
            return None
        if not (self.is_sign(i, DASHES) or self.norm(i) in links):
            return None
        last = self.simple(i + 1, alone=False)
        if last is None:
            last = self._short_year(i + 1, out)
        if last is None or last.lo is not last.hi or last.lo is None:
            return None
        if last.shape == "year" and out.shape not in {"year"}:
            return None
        inherit(out.lo, last.lo)
        out.hi, out.shape = last.lo, "span"
        out.take(last)
        return out

    def _short_year(self, i: int, out: Reading) -> Reading | None:
        """The end of `1920–22 гг.`."""
        if out.shape != "year" or out.lo is None or out.lo.year is None:
            return None
        if i >= len(self.toks) or self.toks[i].kind != "num" or len(self.toks[i].text) != 2:
            return None
        value = out.lo.year // 100 * 100 + self.toks[i].number
        if value <= out.lo.year:
            return None
        last = Reading(Point(value), None, self.year_word(i + 1), "year")
        last.hi = last.lo
        self.mark(i, "year", last)
        return last


_TEN_DAYS = {"first ten days": (1, 10), "second ten days": (11, 20), "last days from the 21st": (21, 31)}


def cut_portion(out: Reading, portion: str) -> bool:
    """Make a month or year its half or ten days, where EDTF can say it: whether that was done."""
    p = out.lo
    if p is None or out.hi is not p or p.year is None or p.day is not None or p.season is not None or p.decade:
        return False
    second = portion.startswith("second")
    if p.month is None:
        if not portion.endswith("half"):
            return False
        first, last = (7, 12) if second else (1, 6)
        out.lo, out.hi = Point(p.year, first), Point(p.year, last)
    else:
        end = days_in_month(p.year, p.month, rule_of([p])[0])
        days = _TEN_DAYS.get(portion) or ((16, end) if second else (1, 15))
        if not portion.endswith("half") and portion not in _TEN_DAYS:
            return False
        out.lo, out.hi = Point(p.year, p.month, days[0]), Point(p.year, p.month, min(days[1], end))
    out.shape = "span"
    return True


def inherit(first: Point, last: Point) -> None:
    """Give the first point of a span the month and year that stand only with the last."""
    if first.month is None and first.day is not None:
        first.month = last.month
    if first.year is None and last.year is not None:
        first.year = last.year - 1 if turns_year(first, last) else last.year
    if last.year is None and first.year is not None:
        last.year = first.year
