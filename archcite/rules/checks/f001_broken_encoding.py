"""Letters were destroyed when the file was converted from one encoding to another.

A replacement character stands where a letter was, or Cyrillic text was read as another encoding (`РџСЂРё`, `Ïðè`). What
is lost can come only from the original file.

Finds:
    РГАСПИ. Ф. 17. Оп. 3. Д. 94. Л. 1. \N{REPLACEMENT CHARACTER}втограф.
    РџСЂРёРІРµС‚

Passes:
    Привет, René, Ðura!
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from archcite.rules.finding import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from archcite.catalogue.build import FileView

CODE = "F001"
NAME = "broken-encoding"
SEVERITY = "error"


_BROKEN = regex.compile(
    r"\N{REPLACEMENT CHARACTER}++|[\u0080-\u0084\u0086-\u009f]++"
    r"|(?:[ÐÑ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]){3,200}+"  # UTF-8 read as Latin-1
    r"|[À-ÖØ-öø-ÿ]{6,200}+"  # windows-1251 read as Latin-1
    r"|(?:[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї]){3,200}+"  # as windows-1251
)


def check(view: FileView) -> Iterator[Problem]:
    """Every run of destroyed letters, the first of each line."""
    last = 0
    for match in _BROKEN.finditer(view.text.text):
        line = view.text.locate(match.start())[0]
        if line != last:
            last = line
            message = f"destroyed letters {match.group()[:20]!r}: the file was converted from a wrong encoding"
            yield Problem(match.start(), match.end(), message, "convert the original file again")
