"""Homecoming: candidates for those who stood down at the base and now stand for themselves."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

import numpy as np

from tieup.seats.contest import Bools, Contest, Floats, Ints
from tieup.seats.staging.entries import Entry
from tieup.seats.staging.lineup import Lineup
from tieup.seats.staging.support import Pair, Support


def needing(
    standing: Mapping[str, Collection[int]], leaves: Mapping[Pair, Collection[int]]
) -> dict[str, set[int]]:
    """Seats by contender that must have a candidate there: by a deal, or to be left the seat."""
    found: dict[str, set[int]] = {name: set(numbers) for name, numbers in standing.items()}
    for (_, taker), numbers in leaves.items():
        found.setdefault(taker, set()).update(numbers)
    return found


def homecoming(
    contest: Contest,
    base: Contest,
    lineup: Lineup,
    support: Support,
    named: Mapping[str, Collection[int]],
) -> Iterator[Entry]:
    """One entry for each contender that gets candidates where it had none.

    Where partners of the base have parted ways, the votes that a contender lent to another bloc's
    candidate come home to a candidate of its own. Where it is named for a seat, by a deal or as
    the one to whom a seat is left, it has a candidate there with whatever votes it lent.

    Args:
        contest: the votes, columns of the base first.
        base: the votes at the base.
        lineup: the blocs.
        support: who lent votes to whom.
        named: numbers of seats by contender that needs a candidate there, as `needing` gives them.
    """
    # A split since the base takes its part of what was lent, too.
    columns = base.votes.shape[1]
    left = np.divide(
        contest.votes[:, :columns],
        base.votes,
        out=np.zeros_like(base.votes),
        where=base.votes > 0,
    )
    for contender in dict.fromkeys((*support.lent, *named)):
        parties = lineup.members.get(contender)
        if not parties:
            continue
        absent = ~np.asarray(contest.of(parties).any(axis=1))
        wanted = absent & np.isin(contest.numbers, sorted(named.get(contender, ())))
        lent = np.zeros_like(contest.votes)
        if contender in support.lent:
            lent[:, :columns] = support.lent[contender] * left
        apart = lent * ~contest.of(_parties(lineup, lineup.bloc_of(contender)))
        taken = np.where(wanted[:, None], lent, apart) * absent[:, None]
        seats = wanted | np.asarray(taken.any(axis=1))
        for code, where in _codes(contest, parties, seats):
            yield Entry(party=code, seats=where, taken=taken * where[:, None])


def _parties(lineup: Lineup, contenders: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(lineup.members[each] for each in contenders))


def _codes(contest: Contest, parties: frozenset[str], seats: Bools) -> Iterator[tuple[str, Bools]]:
    """Under which party's name: of a front, the member with the most votes in the district."""
    ordered, strongest = _strongest(contest, parties)
    for number, party in enumerate(ordered):
        where = seats & (strongest == number)
        if where.any():
            yield party, where


@lru_cache(maxsize=16)
def _strongest(contest: Contest, parties: frozenset[str]) -> tuple[tuple[str, ...], Ints]:
    """Parties by votes, and in each seat's district the strongest, as a place among them."""
    ordered = sorted(parties, key=lambda party: (-contest.statewide(frozenset({party})), party))
    votes = np.stack([_by_district(contest, party) for party in ordered])
    return tuple(ordered), votes.argmax(axis=0)


def _by_district(contest: Contest, party: str) -> Floats:
    """Shape (seats,): the party's votes in the seat's district."""
    votes = (contest.votes * contest.of(frozenset({party}))).sum(axis=1)
    sums = np.bincount(contest.districts, weights=votes)
    return np.asarray(sums[contest.districts], dtype=np.float64)
