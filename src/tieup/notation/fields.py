"""Fields: how each field of an entry is written, and read back.

One table for each kind of entry; printing and parsing both go by it, so that they can't part.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tieup.articles import Source
from tieup.notation.words import NOTHING, item, items, leading, listed, quoted, value, word
from tieup.vocabulary import Act, Form, Mode

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?[0-9]{1,4000}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """How a value that is known is written, and read; reading raises ValueError."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]

    def written(self, known: Any) -> str:  # noqa: ANN401 - whatever the field holds
        """The value as text, "-" for None."""
        return NOTHING if known is None else self.write(known)

    def value(self, written: str) -> Any:  # noqa: ANN401 - as above
        """The value of a text.

        Raises:
            ValueError: saying what the text should be.
        """
        return None if written == NOTHING else self.read(written)


def day(written: str) -> date:
    """A day of the form 2025-12-28.

    Raises:
        ValueError: for anything else.
    """
    try:
        if _DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    message = f"{written[:40]} is no day; write it as 2025-12-28"
    raise ValueError(message)


def texts(written: str) -> tuple[str, ...]:
    """A list of texts.

    Raises:
        ValueError: for broken quotation marks, and words beside them.
    """
    found = []
    for text, bare in items(written):
        if text is not None and bare:
            message = f"a comma is missing before {bare[:40]}"
            raise ValueError(message)
        found.append(bare if text is None else text)
    return tuple(found)


def whole(written: str) -> int:
    """A whole number.

    Raises:
        ValueError: for anything else.
    """
    if not _WHOLE.fullmatch(written):
        message = f"{written[:40]} is no whole number"
        raise ValueError(message)
    return int(written)


def _number(written: str) -> float:
    try:
        found = float(written)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        message = f"{written[:40]} is no number; write it as 0.9"
        raise ValueError(message)
    return found


def _flag(written: str) -> bool:
    if written not in ("yes", "no"):
        message = f"{written[:40]} is neither yes nor no"
        raise ValueError(message)
    return written == "yes"


def _seats(written: str) -> dict[str, int]:
    """'ISF 40, LF:asked 50'."""
    found: dict[str, int] = {}
    for text, bare in items(written):
        before, _, number = bare.rpartition(" ")
        if bool(before.strip()) == (text is not None):
            message = f"{bare[:40]} is no party with a number; write it as ISF 40"
            raise ValueError(message)
        name = before.strip() if text is None else text
        if name in found:
            message = f"{name[:40]} is given twice"
            raise ValueError(message)
        found[name] = whole(number)
    return found


def _written_seats(seats: Mapping[str, int]) -> str:
    return ", ".join(f"{item(name)} {number}" for name, number in sorted(seats.items()))


def _source(written: str) -> Source:
    """'2025-12-27 https://... The Daily'."""
    published, _, rest = written.partition(" ")
    rest = rest.strip()
    if rest.startswith('"'):
        url, end = leading(rest)
    else:
        url = rest.partition(" ")[0]
        end = len(url)
    outlet = rest[end:].strip()
    if not outlet:
        message = "a source is a day, an address and an outlet: 2025-12-27 https://... The Daily"
        raise ValueError(message)
    return Source(published=day(published), url=url, outlet=value(outlet) or "")


def _written_source(source: Source) -> str:
    bare = " " not in source.url and word(source.url) == source.url
    url = source.url if bare else quoted(source.url)
    return f"{source.published.isoformat()} {url} {word(source.outlet)}"


def choice(words: type[StrEnum]) -> Field:
    """A field that holds one word of a vocabulary."""

    def read(written: str) -> StrEnum:
        try:
            return words(written)
        except ValueError:
            message = f"{written[:40]} is none of {', '.join(words)}"
            raise ValueError(message) from None

    return Field(write=str, read=read)


TEXT = Field(write=word, read=value)
TEXTS = Field(write=listed, read=texts)
DAY = Field(write=date.isoformat, read=day)
SOURCE = Field(write=_written_source, read=_source)

#: In the order in which they are printed. What stands in a statement's head, its quote and its
#: place ("at") are not among them.
STATEMENT = {
    "article": TEXT,
    "content_id": TEXT,
    "outlet": TEXT,
    "hub": TEXT,
    "form": choice(Form),
    "act": choice(Act),
    "speaker_party": TEXT,
    "speaker_role": TEXT,
    "unit": TEXT,
    "mode": choice(Mode),
    "election": TEXT,
    "background": Field(write=lambda known: "yes" if known else "no", read=_flag),
    "said_on": DAY,
    "seats": Field(write=_written_seats, read=_seats),
    "places": TEXTS,
    "deadline": TEXT,
    "condition": TEXT,
    "decider": TEXT,
    "participants": TEXTS,
    "against": TEXTS,
    "origin": TEXT,
    "reader": TEXT,
    "confidence": Field(write=repr, read=_number),
    "why": TEXT,
}
ARTICLE = {"title": TEXT, "outlet": TEXT, "url": TEXT, "agency": TEXT}
REVIEW = {"reviewer": TEXT, "note": TEXT}
RETRACTION = {"by": TEXT, "note": TEXT, "statement": TEXT}
#: Fields that are never "-": what they hold where nothing is said has a form of its own.
NEEDED = {
    *("article", "content_id", "background", "seats", "places", "participants", "against"),
    *("reader", "confidence", "why", "mode", "reviewer", "note", "by"),
}
