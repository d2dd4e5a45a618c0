"""Leaving: what becomes of the votes in seats that somebody leaves to another."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from tieup.seats.contest import NOBODY, Contest, Floats, Ints
from tieup.seats.staging.standing import StandDown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaving:
    """Seats that are left, one row for each who leaves one, seat by seat.

    Attributes:
        contest: the votes before, without the candidates who are gone.
        which: shape (rows,), the stand-down.
        seats: shape (rows,).
        first: shape (seats left,), the first row of each seat.
        takers: shape (rows,), the candidate to whom it is left.
        movers: shape (rows,), the voters who must go elsewhere.
        others: shape (rows, candidates), the votes of those among whom they may stray.
        weight: shape (rows,), these and whoever else took part in the election, or stayed home.
    """

    contest: Contest
    which: Ints
    seats: Ints
    first: Ints
    takers: Ints
    movers: Floats
    others: Floats
    weight: Floats

    def at(self, parts: Floats) -> Contest:
        """The votes after, where these parts follow; shape (stand-downs,)."""
        before, seats, part = self.contest, self.seats, parts[self.which]
        straying = (1 - part) * self.movers
        some = self.weight > 0
        each_gets = np.divide(straying, self.weight, out=np.zeros_like(straying), where=some)
        gains = each_gets[:, None] * self.others
        gains[np.arange(len(seats)), self.takers] = part * self.movers
        home = np.where(some, each_gets * before.abstainers[seats], straying)
        return replace(
            before,
            votes=self._added(before.votes, gains),
            rest=self._added(before.rest, each_gets * before.rest[seats]),
            abstainers=self._added(before.abstainers, home),
        )

    def _added(self, values: Floats, gains: Floats) -> Floats:
        """The values, by seat, with the gains, by row."""
        after = values.copy()
        after[self.seats[self.first]] += np.add.reduceat(gains, self.first)
        return after


@lru_cache(maxsize=4)
def leaving(contest: Contest, stand_downs: tuple[StandDown, ...]) -> Leaving:
    """Who leaves which seats; kept, for a stage asks again and again, with other parts."""
    left = np.stack([each.seats for each in stand_downs])
    seats, which = np.nonzero(left.T)
    candidates = np.stack([each.candidates for each in stand_downs])
    gone = candidates.any(axis=0)
    staying = np.where(gone, 0.0, contest.votes)
    takers = np.stack([each.takers for each in stand_downs])[which, seats]
    others = staying[seats]
    others[np.arange(len(seats)), takers] = 0.0
    return Leaving(
        contest=replace(contest, party=np.where(gone, NOBODY, contest.party), votes=staying),
        which=which,
        seats=seats,
        first=np.unique(seats, return_index=True)[1],
        takers=takers,
        movers=(contest.votes[seats] * candidates[which, seats]).sum(axis=1),
        others=others,
        weight=others.sum(axis=1) + contest.rest[seats] + contest.abstainers[seats],
    )
