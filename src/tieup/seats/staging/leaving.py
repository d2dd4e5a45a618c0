"""Leaving: what becomes of the votes in seats that somebody leaves to another."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from tieup.seats.contest import NOBODY, Bools, Contest, Floats, Ints
from tieup.seats.staging.standing import StandDown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slopes:
    """How the votes of a contest answer to a number, such as a part of somebody's voters.

    Attributes:
        votes: shape (seats, candidates), derivatives of the votes.
        rest, abstainers: shape (seats,), of the same in Contest.
    """

    votes: Floats
    rest: Floats
    abstainers: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaving:
    """Seats that are left, one row for each who leaves one, seat by seat.

    Attributes:
        contest: the votes before, without the candidates who are gone.
        which: shape (rows,), the stand-down.
        seats: shape (rows,).
        first: shape (seats left,), the first row of each seat.
        leavers: shape (rows, candidates), the candidates who leave.
        takers: shape (rows,), the candidate to whom it is left.
        movers: shape (rows,), the voters who must go elsewhere.
        others: shape (rows, candidates), the votes of those among whom they may stray.
        weight: shape (rows,), these and whoever else took part in the election, or stayed home.
    """

    contest: Contest
    which: Ints
    seats: Ints
    first: Ints
    leavers: Bools
    takers: Ints
    movers: Floats
    others: Floats
    weight: Floats

    def at(self, parts: Floats) -> Contest:
        """The votes after, where these parts follow; shape (stand-downs,)."""
        before, seats, part = self.contest, self.seats, parts[self.which]
        straying = (1 - part) * self.movers
        each_gets = self._each(straying)
        gains = each_gets[:, None] * self.others
        gains[np.arange(len(seats)), self.takers] = part * self.movers
        home = np.where(self.weight > 0, each_gets * before.abstainers[seats], straying)
        return replace(
            before,
            votes=self._added(before.votes, gains),
            rest=self._added(before.rest, each_gets * before.rest[seats]),
            abstainers=self._added(before.abstainers, home),
        )

    def by_part(self, number: int) -> Slopes:
        """How the votes after answer to the part that follows in one of the stand-downs."""
        before, rows = self.contest, np.flatnonzero(self.which == number)
        seats, movers = self.seats[rows], self.movers[rows]
        each_gets = self._each(-self.movers)[rows]
        gains = each_gets[:, None] * self.others[rows]
        gains[np.arange(len(rows)), self.takers[rows]] = movers
        votes, rest = np.zeros_like(before.votes), np.zeros_like(before.rest)
        home = np.zeros_like(rest)
        # A stand-down has one row a seat, so that none of these is written twice.
        votes[seats] = gains
        rest[seats] = each_gets * before.rest[seats]
        home[seats] = np.where(self.weight[rows] > 0, each_gets * before.abstainers[seats], -movers)
        return Slopes(votes=votes, rest=rest, abstainers=home)

    def along(self, slopes: Slopes, parts: Floats) -> Slopes:
        """How the votes after answer to what the votes before answer to, where parts follow."""
        before, seats, part = self.contest, self.seats, parts[self.which]
        rows = np.arange(len(seats))
        staying = np.where(before.stood, slopes.votes, 0.0)
        movers = (slopes.votes[seats] * self.leavers).sum(axis=1)
        others = staying[seats]
        others[rows, self.takers] = 0.0
        weight = others.sum(axis=1) + slopes.rest[seats] + slopes.abstainers[seats]
        each_gets = self._each((1 - part) * self.movers)
        each_gets_more = self._each((1 - part) * movers - each_gets * weight)

        def more(values: Floats, by: Floats) -> Floats:
            return each_gets_more * values[seats] + each_gets * by[seats]

        gains = each_gets_more[:, None] * self.others + each_gets[:, None] * others
        gains[rows, self.takers] = part * movers
        home = more(before.abstainers, slopes.abstainers)
        return Slopes(
            votes=self._added(staying, gains),
            rest=self._added(slopes.rest, more(before.rest, slopes.rest)),
            abstainers=self._added(
                slopes.abstainers, np.where(self.weight > 0, home, (1 - part) * movers)
            ),
        )

    def _each(self, straying: Floats) -> Floats:
        """Shape (rows,): what strays, by whom it may stray to; 0 where there is nobody."""
        return np.divide(straying, self.weight, out=np.zeros_like(straying), where=self.weight > 0)

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
    leavers = candidates[which, seats]
    others = staying[seats]
    others[np.arange(len(seats)), takers] = 0.0
    return Leaving(
        contest=replace(contest, party=np.where(gone, NOBODY, contest.party), votes=staying),
        which=which,
        seats=seats,
        first=np.unique(seats, return_index=True)[1],
        leavers=leavers,
        takers=takers,
        movers=(contest.votes[seats] * leavers).sum(axis=1),
        others=others,
        weight=others.sum(axis=1) + contest.rest[seats] + contest.abstainers[seats],
    )
