"""Scores: how near a forecast of seats came."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tieup.seats.backtest.flows import Flows
from tieup.seats.contest import Bools, Contest, Floats, is_independent
from tieup.seats.draws import Draws

#: A party is scored if it had this part of the votes in one of the two elections.
SCORED = 0.05
#: The bounds of the interval whose cover is counted.
LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyScore:
    """One party's seats.

    Attributes:
        seats: that it won; mean: that were expected; low, high: the 90 percent interval.
        crps: continuous ranked probability score, in seats; the plain error of a forecast that is
            one number.
    """

    seats: int
    mean: float
    low: float
    high: float
    crps: float

    @property
    def error(self) -> float:
        """Seats by which the mean missed."""
        return abs(self.mean - self.seats)

    @property
    def covered(self) -> bool:
        """Whether the interval holds what happened."""
        return self.low <= self.seats <= self.high


@dataclass(frozen=True, kw_only=True, eq=False)
class Score:
    """One method on one pair.

    Attributes:
        right: shape (seats,), whether who leads in what is expected won.
        brier: shape (seats,), sum over candidates of (chance - outcome) squared, from 0 to 2.
        parties: by contender that is scored.
    """

    right: Bools
    brier: Floats
    parties: Mapping[str, PartyScore]


def scored(found: Flows) -> tuple[str, ...]:
    """Whose seats are scored."""
    pair = found.pair
    before: dict[str, float] = {}
    for old, share in pair.base.shares().items():
        for heir in pair.heirs_of(old):
            before[heir] = before.get(heir, 0.0) + share
    return tuple(
        name
        for name, share in found.statewide.items()
        if max(share, before.get(name, 0.0)) >= SCORED and not is_independent(name)
    )


def score_of_plain(found: Flows, contest: Contest) -> Score:
    """The score of a forecast without error."""
    leaders = contest.leaders()
    seats = np.arange(len(leaders))
    right: Bools = leaders == found.winners
    won = np.bincount(contest.party[seats, leaders], minlength=len(contest.parties))
    real = _real(found)
    parties = {}
    for name in scored(found):
        index = found.contenders.index(name)
        mean = float(won[index])
        parties[name] = PartyScore(
            seats=int(real[index]), mean=mean, low=mean, high=mean, crps=abs(mean - real[index])
        )
    return Score(right=right, brier=np.where(right, 0.0, 2.0), parties=parties)


def score_of_draws(found: Flows, centre: Contest, drawn: Draws) -> Score:
    """The score of a forecast by draws around a contest, whose leaders are the winners foretold."""
    chances = drawn.wins / len(drawn.seats)
    won = np.zeros_like(chances)
    won[np.arange(len(won)), found.winners] = 1.0
    real = _real(found)
    parties = {}
    for name in scored(found):
        index = found.contenders.index(name)
        seats = drawn.seats[:, index]
        low, high = np.quantile(seats, (LOW, HIGH), method="inverted_cdf")
        parties[name] = PartyScore(
            seats=int(real[index]),
            mean=float(seats.mean()),
            low=float(low),
            high=float(high),
            crps=crps(seats.astype(float), float(real[index])),
        )
    return Score(
        right=centre.leaders() == found.winners,
        brier=((chances - won) ** 2).sum(axis=1),
        parties=parties,
    )


def crps(drawn: Floats, real: float) -> float:
    """The continuous ranked probability score of draws: E|X - y| - E|X - X'| / 2."""
    ordered = np.sort(drawn)
    count = len(ordered)
    ranks = 2 * np.arange(1, count + 1) - count - 1
    return float(np.abs(ordered - real).mean() - ranks @ ordered / count**2)


def _real(found: Flows) -> Floats:
    """Seats won by contender."""
    winners = found.who[np.arange(len(found.winners)), found.winners]
    real: Floats = np.bincount(winners, minlength=len(found.contenders)).astype(float)
    return real
