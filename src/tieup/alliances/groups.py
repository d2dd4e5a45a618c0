"""Groups: the alliances of two and more that a board shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from tieup.alliances.histories.words import is_sure, led_fronts
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Act, Status

#: A statement about more parties is about a group.
_PAIR = 2
#: A relation of this status is in no group that is told as agreed.
_GONE = (Status.REFUSED, Status.DISPUTED, Status.ENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An alliance of two or more; `missing` are the pairs in it that are not agreed themselves."""

    parties: tuple[str, ...]
    missing: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """As published in the contract."""
        return {
            "parties": list(self.parties),
            "status": Status.AGREED.value,
            "complete": not self.missing,
            "missing": list(self.missing),
        }


def is_whole(statement: Statement) -> bool:
    """Whether a statement calls more than two parties agreed as a whole."""
    of_group = statement.act is Act.AGREES and len(statement.parties) > _PAIR
    return of_group and is_sure(statement)


def groups(
    told: Iterable[tuple[str, ...]],
    statuses: Mapping[tuple[str, str], Status],
    region: Region,
) -> tuple[Group, ...]:
    """Groups in which every pair is agreed, and those that are told as agreed as a whole.

    A group of the second sort stands while none of its pairs has been refused, disputed or ended.
    The party that leads a front is in a group as the front.

    Args:
        told: parties of which a statement says that they agreed together.
        statuses: of every relation on the board.
        region: whose parties they are.
    """
    fronts = led_fronts(region)

    def whole(parties: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({fronts.get(party, party) for party in parties}))

    agreed = {whole(pair) for pair, status in statuses.items() if status is Status.AGREED}
    found = set(_cliques({(pair[0], pair[-1]) for pair in agreed}))
    for parties in set(map(whole, told)):
        within = [statuses[p] for p in combinations(parties, 2) if p in statuses]
        if within and not any(status in _GONE for status in within):
            found.add(parties)
    largest: list[frozenset[str]] = []
    for group in sorted(map(frozenset, found), key=len, reverse=True):
        if not any(group < other for other in largest):
            largest.append(group)
    return tuple(
        Group(
            parties=group,
            missing=tuple("+".join(p) for p in combinations(group, 2) if p not in agreed),
        )
        for group in sorted(tuple(sorted(one)) for one in largest)
    )


def _cliques(pairs: set[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """Maximal sets of parties in which every two are a pair (Bron and Kerbosch 1973)."""
    neighbours: dict[str, set[str]] = {}
    for one, two in pairs:
        neighbours.setdefault(one, set()).add(two)
        neighbours.setdefault(two, set()).add(one)

    def grow(inside: set[str], open_: set[str], closed: set[str]) -> Iterable[tuple[str, ...]]:
        if not open_ and not closed:
            yield tuple(sorted(inside))
            return
        for party in sorted(open_):
            near = neighbours[party]
            yield from grow(inside | {party}, open_ & near, closed & near)
            open_ = open_ - {party}
            closed = closed | {party}

    if neighbours:
        yield from grow(set(), set(neighbours), set())
