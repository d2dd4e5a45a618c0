"""Lands: the other lands of a region's country whose elections a text tells of in passing."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tieup.reading.polls.contests import Contests
from tieup.reading.text.spans import Span
from tieup.regions import Election, Region
from tieup.regions.pack import bundled_regions

#: So far before the naming of an election stands whose it is.
_NEAR = 60


class Lands:
    """The other lands of one text; only of those that have a pack elections are known."""

    def __init__(self, text: str, region: Region, published: date) -> None:
        """Look for the lands that the region's papers write of, too."""
        self._text = text
        self._published = published
        self._whose = _whose(region.elsewhere)
        self._neighbours = _neighbours(region)
        self._begun_in = _begun_in(tuple(self._neighbours))

    def own(self, place: int) -> "Land | None":
        """The land named right before a place: "in Sandhaven's", "the Sandhaven"; None without one."""
        found = (
            self._whose.search(self._text, max(0, place - _NEAR), place) if self._whose else None
        )
        return self._land(found["land"]) if found else None

    def told(self, kind: str) -> Iterator[tuple[Span, Election]]:
        """Where something begins that is told of another land: "In Sandhaven, however, ..."."""
        for match in self._begun_in.finditer(self._text) if self._begun_in else ():
            contests = self._land(match["land"]).contests
            election = contests.about(kind) if contests else None
            if election is not None:
                yield Span(*match.span()), election

    def _land(self, name: str) -> "Land":
        region = self._neighbours.get(name)
        return Land(Contests(self._text, region, self._published) if region else None)


class Land(NamedTuple):
    """Another land; its elections are None where no pack has them."""

    contests: Contests | None

    def election(self, kind: str, year: int) -> Election | None:
        """Its election of a year, else the one that is in the talk; None where no pack knows."""
        if self.contests is None:
            return None
        return self.contests.listed(kind, year) or self.contests.about(kind)


@lru_cache(maxsize=8)
def _neighbours(region: Region) -> dict[str, Region]:
    """The other bundled regions of a region's country, by each of their names."""
    others = (r for r in bundled_regions() if r.country == region.country and r.id != region.id)
    return {form: other for other in others for form in (other.name, *other.forms)}


@lru_cache(maxsize=32)
def _whose(lands: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"\b{_one_of(lands)}(?:['’]s)?\s+(?:in\s+)?$") if lands else None


@lru_cache(maxsize=32)
def _begun_in(lands: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"\bIn\s+{_one_of(lands)}\b(?!\s*['’])") if lands else None


def _one_of(lands: Iterable[str]) -> str:
    return f"(?P<land>{'|'.join(map(re.escape, sorted(lands, key=len, reverse=True)))})"
