"""Telling the region: whose news an article is, from the names that only one region's pack has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tieup.articles.article import Article
from tieup.regions.region import Region

#: Where a name can begin; all but a few articles and particles do so with a capital or a number.
_WORD = re.compile(r"[A-Z0-9]\w*")
#: What the region's own name counts, against one for any other name.
_OWN_NAME = 2
#: What a name counts in the title and in the opening, which has the dateline and the news itself.
_IN_FRONT = 3
#: So many characters are the opening.
_OPENING = 150
#: A name counts so often further down: an article repeats whom it is about, and its asides, too.
_HEARD = 3


@dataclass(frozen=True, slots=True, eq=False)
class _Sign:
    """A name that only one region's pack has.

    Attributes:
        region: its place among the regions to choose from.
    """

    region: int
    weight: int


@dataclass(frozen=True, slots=True)
class _Signs:
    """The names that one region alone claims.

    Attributes:
        openings: by a name's first word, all names that begin with it, the longest first.
    """

    by_name: Mapping[str, _Sign]
    openings: Mapping[str, tuple[str, ...]]

    def found(self, text: str) -> Iterator[tuple[int, _Sign]]:
        """Where signs stand in a text; of those that overlap the first and longest."""
        openings, end = self.openings, 0
        for word in _WORD.finditer(text):
            names = openings.get(word.group())
            if names is None:
                continue
            start = word.start()
            if start < end or not text.startswith(names, start):
                continue
            for name in names:
                after = start + len(name)
                if text.startswith(name, start) and not text[after : after + 1].isalnum():
                    end = after
                    yield start, self.by_name[name]
                    break


def told(article: Article, regions: Sequence[Region]) -> Region | None:
    """The region whose names an article holds most of; None where it holds none, or two tie.

    Names are the region's own, its districts, places, parties and people. One that two regions'
    packs have tells nothing, unless it is at home in one of them.
    """
    signs = _signs(tuple(regions))
    scores = [0] * len(regions)
    for _, sign in signs.found(article.title or ""):
        scores[sign.region] += sign.weight * _IN_FRONT
    heard: dict[_Sign, int] = {}
    for start, sign in signs.found(article.text):
        if start < _OPENING:
            scores[sign.region] += sign.weight * _IN_FRONT
        else:
            times = heard[sign] = heard.get(sign, 0) + 1
            scores[sign.region] += sign.weight * (times <= _HEARD)
    best = max(scores, default=0)
    if not best or scores.count(best) > 1:
        return None
    return regions[scores.index(best)]


@lru_cache(maxsize=4)
def _signs(regions: tuple[Region, ...]) -> _Signs:
    """Compiled once for the regions to choose from."""
    packs = Counter(p.id for r in regions for p in r.parties.values() if p.home is None)
    claims: dict[str, dict[int, int]] = defaultdict(dict)
    for number, region in enumerate(regions):
        for name in _names(region, packs):
            claims[name].setdefault(number, 1)
        for name in region.forms:
            claims[name][number] = _OWN_NAME
    by_name = {
        name: _Sign(*next(iter(claimants.items())))
        for name, claimants in claims.items()
        if len(claimants) == 1
    }
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_name, key=lambda name: (-len(name), name)):
        word = _WORD.match(name)
        if word is not None:
            by_word[word.group()].append(name)
    return _Signs(by_name, {word: tuple(names) for word, names in by_word.items()})


def _names(region: Region, packs: Mapping[str, int]) -> Iterator[str]:
    """What a region's pack names and no other region is home to.

    Of a party that is at home in several packs, it is the headquarters and not another spelling.
    """
    yield from region.districts
    yield from region.places
    for party in region.parties.values():
        if party.home == region.id or (party.home is None and packs[party.id] == 1):
            yield from party.spellings
        if party.home in (None, region.id):
            yield from party.seats_of_power
    for person in region.people.values():
        if person.home in (None, region.id):
            yield from (person.name, *person.forms)
