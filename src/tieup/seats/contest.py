"""A contest: one election's votes as arrays, candidate by candidate in every seat."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tieup.regions import Region
from tieup.regions.returns import INDEPENDENT, NOTA, OTHERS
from tieup.scenarios import ScenarioError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

ScalarT = TypeVar("ScalarT", bound=np.generic)

#: The party index where a seat has fewer candidates than the fullest one.
NOBODY = -1


@dataclass(frozen=True, kw_only=True, eq=False)  # no slots: what follows from votes is kept
class Contest:
    """Votes in every seat, candidates in order of their votes at the base.

    The order decides ties: of candidates with equal votes the one who led at the base wins. A
    candidate is a person, so that independents, and two of one party in one seat, never add up.

    Attributes:
        numbers: shape (seats,), the constituencies' official numbers; in a Lok Sabha election a
            seat is an assembly segment, and its winner is who led in it.
        districts: shape (seats,), index into Region.districts.
        parties: codes of the parties that stood; independents share one code.
        party: shape (seats, candidates), index into parties, or NOBODY.
        votes: shape (seats, candidates), 0 for NOBODY.
        rest: shape (seats,), votes of candidates whom the source gives only as a sum. They count in
            the total and can never win.
        abstainers: shape (seats,), electors who gave no valid vote; 0 where the source has no
            electors.
    """

    numbers: Ints
    districts: Ints
    parties: tuple[str, ...]
    party: Ints
    votes: Floats
    rest: Floats
    abstainers: Floats

    @cached_property
    def stood(self) -> Bools:
        """Shape (seats, candidates): where there is a candidate."""
        return _kept(self.party != NOBODY)

    @cached_property
    def totals(self) -> Floats:
        """Shape (seats,): valid votes, None of the above not among them."""
        return _kept(self.votes.sum(axis=1) + self.rest)

    @cached_property
    def shares(self) -> Floats:
        """Shape (seats, candidates): parts of a seat's valid votes; 0 where nobody voted."""
        totals = self.totals[:, None]
        return _kept(np.divide(self.votes, totals, out=np.zeros_like(self.votes), where=totals > 0))

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place of each party among the parties."""
        return {party: place for place, party in enumerate(self.parties)}

    def of(self, parties: Collection[str]) -> Bools:
        """Shape (seats, candidates): candidates of these parties."""
        wanted = np.zeros(len(self.parties) + 1, dtype=bool)  # NOBODY, -1, finds the last
        wanted[[self._places[party] for party in parties if party in self._places]] = True
        mine: Bools = wanted[self.party]
        return mine

    def statewide(self, parties: frozenset[str]) -> float:
        """The parties' part of all valid votes, 0 to 1."""
        total = self.totals.sum()
        return float((self.votes * self.of(parties)).sum() / total) if total else 0.0

    def leaders(self) -> Ints:
        """Shape (seats,): the winning candidate by most votes; a tie goes to the base's order."""
        leaders: Ints = np.argmax(np.where(self.stood, self.votes, -1.0), axis=1)
        return leaders

    def seats_won(self) -> dict[str, int]:
        """Seats (or leads in segments) by party, most first; independents counted together."""
        won = self.party[np.arange(len(self.numbers)), self.leaders()]
        counts = np.bincount(won, minlength=len(self.parties))
        found = {
            party: int(count) for party, count in zip(self.parties, counts, strict=True) if count
        }
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


@lru_cache(maxsize=64)
def contest(region: Region, election: str) -> Contest:
    """The votes of an election by constituency (in a Lok Sabha election, by segment).

    The same region gives the same arrays, which can't be written.

    Raises:
        UnknownNameError: for an election without returns.
        ScenarioError: for a constituency without a candidate who could win.
    """
    returns = region.returns(election)
    numbers = list(region.constituencies)
    by_seat = {
        no: [row for row in returns.by_constituency.get(no, ()) if row.party not in (NOTA, OTHERS)]
        for no in numbers
    }
    for no, rows in by_seat.items():
        if not rows:
            message = f"{election} has no candidate in constituency {no}; it can't be a base"
            raise ScenarioError(message)
    parties = tuple(sorted({row.party for rows in by_seat.values() for row in rows}))
    index = {party: number for number, party in enumerate(parties)}
    shape = (len(numbers), max(len(rows) for rows in by_seat.values()))
    party = np.full(shape, NOBODY, dtype=np.int64)
    votes = np.zeros(shape)
    rest = np.zeros(len(numbers))
    abstainers = np.zeros(len(numbers))
    for seat, (no, rows) in enumerate(by_seat.items()):
        party[seat, : len(rows)] = [index[row.party] for row in rows]
        votes[seat, : len(rows)] = [row.votes for row in rows]
        rest[seat] = sum(row.votes for row in returns.by_constituency[no] if row.party == OTHERS)
        if no in returns.electors:
            abstainers[seat] = max(returns.electors[no] - votes[seat].sum() - rest[seat], 0)
    district = {name: number for number, name in enumerate(region.districts)}
    found = Contest(
        numbers=np.array(numbers),
        districts=np.array([district[c.district] for c in region.constituencies.values()]),
        parties=parties,
        party=party,
        votes=votes,
        rest=rest,
        abstainers=abstainers,
    )
    for values in (found.numbers, found.districts, party, votes, rest, abstainers):
        values.flags.writeable = False
    return found


def _kept(values: NDArray[ScalarT]) -> NDArray[ScalarT]:
    """The values, which nobody can write any more."""
    values.flags.writeable = False
    return values


def is_independent(party: str) -> bool:
    """Whether the code is of candidates who stand each for themselves."""
    return party == INDEPENDENT


def independent(rank: int) -> str:
    """What a seat's strongest independent (rank 1) is called, its second, ...: IND, IND 2, ..."""
    return INDEPENDENT if rank == 1 else f"{INDEPENDENT} {rank}"
