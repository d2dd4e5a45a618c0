"""Places: districts, wider areas and constituencies that a text names."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tieup.reading.text.spans import Span
from tieup.regions import Election, Region

_NOTHING = re.compile(r"(?!)")
_CALLED = re.compile(r"\s+(?:Assembly\s+)?(?:seat|constituency|segment)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _areas(region: Region) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Pattern of districts and wider areas, and what each means."""
    meant = {name: (name,) for name in region.districts} | dict(region.places)
    return _any_of(meant), meant


@lru_cache(maxsize=8)
def _seats(region: Region, *, by_segment: bool) -> re.Pattern[str]:
    """Pattern of the seats of a house; by segment, those that the constituencies are parts of."""
    seats = region.constituencies.values()
    return _any_of({c.parent or c.name if by_segment else c.name for c in seats})


def districts_in(text: str, span: Span, region: Region) -> tuple[str, ...]:
    """Districts that a stretch of text names, each once, in order; an area counts as its districts."""
    pattern, meant = _areas(region)
    found = [
        name
        for match in pattern.finditer(text, span.start, span.end)
        for name in meant[match.group()]
    ]
    return tuple(dict.fromkeys(found))


def seats_in(text: str, span: Span, region: Region, election: Election) -> tuple[str, ...]:
    """Seats of the election's house that are named, each once, in order.

    One that shares its district's name counts only where the text calls it a seat.
    """
    _, meant = _areas(region)
    seats = _seats(region, by_segment=election.by_segment)
    found = [
        match.group()
        for match in seats.finditer(text, span.start, span.end)
        if match.group() not in meant or _CALLED.match(text, match.end())
    ]
    return tuple(dict.fromkeys(found))


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of the names, the longest first; of no names, one that matches nothing."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    if not ordered:
        return _NOTHING
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
