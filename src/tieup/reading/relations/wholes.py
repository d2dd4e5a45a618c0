"""Wholes: the fronts and blocs of a day, and what they make of relations with their members."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from tieup.reading.relations.relation import PAIR, Relation
from tieup.regions import Region

#: No bloc of more than twice so many members is spelt out.
_FEW = 4
#: The way to a front with its leading party, where a clause names the two and nobody else.
AS_NAMED = "front and its leader"


class Wholes:
    """The fronts and blocs that an article may mean."""

    def __init__(self, region: Region, day: date, in_text: frozenset[str]) -> None:
        """Take those of a region on a day.

        Args:
            region: the article's.
            day: of the article.
            in_text: the parties, fronts and blocs that it names.
        """
        self._region = region
        self._day = day
        self._in_text = in_text
        self._blocs = _blocs(region, day)

    def merged(self, parties: Iterable[str]) -> list[str]:
        """Each party once; the party that leads a front is no side of its own beside the front."""
        found = list(dict.fromkeys(parties))
        leads = {self._region.parties[p].lead for p in found if p in self._region.parties}
        return [p for p in found if p not in leads]

    def is_one_side(self, relation: Relation) -> bool:
        """Whether there is only a front and the party that leads it, and no clause that names both."""
        if len(relation.parties) != PAIR or AS_NAMED in relation.ways:
            return False
        known = (self._region.parties.get(party) for party in relation.parties)
        return any(party is not None and party.lead in relation.parties for party in known)

    def of(self, party: str) -> list[str]:
        """The front that a party is a member of, and the blocs of the article that it is in."""
        front = self._region.front_of(party, self._day)
        named = self._in_text.intersection(self._blocs)
        blocs = [b for b in named if b != front and party in self._blocs[b]]
        return [*([front] if front else []), *sorted(blocs)]

    def spelt_out(self, relation: Relation) -> Iterator[Relation]:
        """The relation and, where it names a bloc, the same with the bloc's members of the day."""
        yield relation
        blocs = {p: self._blocs[p] for p in relation.parties if p in self._blocs}
        if not blocs:
            return
        own = {p for p, members in blocs.items() if set(members) & set(relation.parties)}
        if own and len(relation.parties) - len(own) >= PAIR:
            less = [p for p in relation.parties if p not in own]
            yield relation.of(less, *(f"{way}, without bloc" for way in relation.ways))
        spelt = [m for p in relation.parties for m in blocs.get(p, (p,))]
        if len(spelt) <= PAIR * _FEW:
            listed = all(m in self._in_text for members in blocs.values() for m in members)
            ways = (f"{way}, members" for way in relation.ways)
            yield relation.of(spelt, *ways, f"members listed {listed}")


@lru_cache(maxsize=64)
def _blocs(region: Region, day: date) -> Mapping[str, tuple[str, ...]]:
    """The members of the day of each bloc that has any; no party's and no front's."""
    blocs = {p.id: p for p in region.parties.values() if p.kind == "bloc"}
    members = {
        name: bloc.members_on(day) or tuple(m.party for m in bloc.members)
        for name, bloc in blocs.items()
    }
    return {name: found for name, found in members.items() if found}
