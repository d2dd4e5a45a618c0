"""Scores: how near a forecast of seats came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tieup.seats.backtest.flows import Flows
from tieup.seats.contest import Bools, Contest, Floats, Ints, is_independent
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
    for old, share in pair.sizes.items():
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
    won = np.bincount(
        contest.party[np.arange(len(leaders)), leaders], minlength=len(contest.parties)
    )
    right: Bools = leaders == found.winners
    return Score(
        right=right,
        brier=np.where(right, 0.0, 2.0),
        parties=_of_parties(found, contest.parties, won[None]),
    )


def score_of_draws(
    found: Flows, centre: Contest, drawn: Draws, *, truth: Flows | None = None
) -> Score:
    """The score of a forecast by draws around a contest, whose leaders are the winners foretold.

    Args:
        found: the candidates that the forecast knows of.
        centre: the contest.
        drawn: the draws.
        truth: who stood in the end, and won, where these are others.
    """
    chances = drawn.wins / len(drawn.seats)
    seats = np.arange(len(chances))
    # Of a winner whom nobody knew of the chance is 0.
    hit = np.where(found.winners >= 0, chances[seats, found.winners], 0.0)
    return Score(
        right=centre.leaders() == found.winners,
        brier=(chances**2).sum(axis=1) - 2 * hit + 1,
        parties=_of_parties(truth or found, centre.parties, drawn.seats.astype(np.int64)),
    )


def _of_parties(truth: Flows, names: Sequence[str], drawn: Ints) -> dict[str, PartyScore]:
    """Scores of seats.

    Args:
        truth: who won.
        names: shape (parties,).
        drawn: shape (draws, parties), seats won.
    """
    winners = truth.who[np.arange(len(truth.winners)), truth.winners]
    real = np.bincount(winners, minlength=len(truth.contenders))
    found = {}
    for name in scored(truth):
        seats = drawn[:, names.index(name)] if name in names else np.zeros(len(drawn))
        low, high = np.quantile(seats, (LOW, HIGH), method="inverted_cdf")
        won = int(real[truth.contenders.index(name)])
        found[name] = PartyScore(
            seats=won,
            mean=float(seats.mean()),
            low=float(low),
            high=float(high),
            crps=crps(seats.astype(float), float(won)),
        )
    return found


def crps(drawn: Floats, real: float) -> float:
    """The continuous ranked probability score of draws: E|X - y| - E|X - X'| / 2."""
    ordered = np.sort(drawn)
    count = len(ordered)
    ranks = 2 * np.arange(1, count + 1) - count - 1
    return float(np.abs(ordered - real).mean() - ranks @ ordered / count**2)
