"""What the readers of titles share: the parts found so far, and lists of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import regex

from archcite.transcript.names import LONGEST, UNNAMED
from archcite.transcript.people import NameReading, is_body, is_office, read_people
from archcite.transcript.titlewords import read_kind

if TYPE_CHECKING:
    from archcite.model import Kind

TitleShape = Literal["a - b", "a to b", "kind", "kind people", "kind body", "kind subject", "unread"]


@dataclass(slots=True)
class Found:
    """The parts of a title while it is read."""

    shape: TitleShape
    authors: tuple[NameReading, ...] = ()
    recipients: tuple[NameReading, ...] = ()
    others: tuple[NameReading, ...] = ()
    kind: Kind | None = None
    genre: str | None = None
    own_number: str | None = None
    subject: str | None = None
    place: str | None = None
    unsure: str | None = None
    strong: bool = True


def _is_kind(written: str) -> bool:
    """Whether what looks like a body is a document (`Exchange of notes at a meeting of the Bureau`)."""
    kind = read_kind(written)
    return kind is not None and kind.alone and kind.kind is not None


# an honorific, or a word for a person before initials
_OPENS_NAME = regex.compile(r"(?:т|тов|гр)\.|товарищ|(?:\p{Ll}++\s){1,3}(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}++\Z")


#: A digit that is not that of an army or a division: `10th Army`, `5-й армии`.
_DIGIT = regex.compile(r"\d(?!\d?(?:st|nd|rd|th|-(?:й|я|е|го|му|ой))\b)(?<!\d\d(?=st|nd|rd|th|-\p{Ll}))")


def people_of(text: str, case: str | None) -> tuple[NameReading, ...] | None:
    """A list of nothing but names and bodies, or None."""
    if not text.strip() or len(text) > LONGEST or _DIGIT.search(text) is not None:
        return None
    text = text.strip()
    if not text[0].isupper() and not is_body(text) and not is_office(text) and not _OPENS_NAME.match(text):
        return None
    names = read_people(text, case=case)
    if any(n.kind == "body" and _is_kind(n.written) for n in names):
        return None
    if not names or any(n.shape == "other" and n.unsure != UNNAMED for n in names):
        return None
    return names
