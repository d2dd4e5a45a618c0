"""Pooled: trials of many pairs in one table, and differences between methods with their error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.seats.backtest.trial import Trial

#: Resamples of the bootstrap.
RESAMPLES = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One method over some pairs.

    Attributes:
        seats: foretold; right: of these, winners right.
        seat_error: seats by which a party's mean missed, on average over parties and pairs.
        brier: of seats, 0 to 2; crps: of a party's seats.
        covered, parties: 90 percent intervals that held, and all.
        width: of these intervals, in seats.
    """

    method: str
    seats: int
    right: int
    seat_error: float
    brier: float
    crps: float
    covered: int
    parties: int
    width: float

    def to_json(self) -> dict[str, Any]:
        """All of it, and the parts."""
        return {name: getattr(self, name) for name in self.__slots__} | {
            "right_part": self.right / self.seats,
            "cover": self.covered / self.parties if self.parties else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One method less another, with the 90 percent interval of a paired bootstrap.

    Pairs of elections are drawn with replacement, and seats (or parties) within them.
    """

    mean: float
    low: float
    high: float


def rows(trials: Sequence[Trial]) -> list[Row]:
    """One row a method."""
    return [_row(method, trials) for method in (trials[0].scores if trials else ())]


def by_land(trials: Sequence[Trial]) -> dict[str, list[Row]]:
    """Rows by state, whatever kind of election."""
    lands: dict[str, list[Trial]] = {}
    for trial in trials:
        lands.setdefault(trial.study.pair.base.land.split()[0], []).append(trial)
    return {land: rows(those) for land, those in lands.items()}


def winners_right(trials: Sequence[Trial], one: str, other: str, *, seed: int = 1) -> Difference:
    """Points of winners right by which one method is better than another."""
    values = [
        100.0 * (t.scores[one].right.astype(float) - t.scores[other].right.astype(float))
        for t in trials
    ]
    return _bootstrapped(values, seed)


def seat_error(trials: Sequence[Trial], one: str, other: str, *, seed: int = 1) -> Difference:
    """Seats by party by which one method misses more than another; below 0 it misses less."""
    values = [
        np.array(
            [
                t.scores[one].parties[p].error - t.scores[other].parties[p].error
                for p in t.scores[one].parties
            ]
        )
        for t in trials
    ]
    return _bootstrapped([each for each in values if len(each)], seed)


def _row(method: str, trials: Sequence[Trial]) -> Row:
    scores = [trial.scores[method] for trial in trials]
    parties = [party for score in scores for party in score.parties.values()]

    def mean(of: Callable[[Any], float]) -> float:
        return float(np.mean([of(party) for party in parties])) if parties else 0.0

    return Row(
        method=method,
        seats=sum(len(score.right) for score in scores),
        right=int(sum(score.right.sum() for score in scores)),
        seat_error=mean(lambda party: party.error),
        brier=float(np.concatenate([score.brier for score in scores]).mean()),
        crps=mean(lambda party: party.crps),
        covered=sum(party.covered for party in parties),
        parties=len(parties),
        width=mean(lambda party: party.high - party.low),
    )


def _bootstrapped(values: Sequence[np.ndarray[Any, np.dtype[np.float64]]], seed: int) -> Difference:
    """The mean over all, and what resampled pairs and seats give."""
    random = np.random.Generator(np.random.PCG64(seed))
    found = np.empty(RESAMPLES)
    for number in range(RESAMPLES):
        chosen = [values[at] for at in random.integers(0, len(values), len(values))]
        again = [each[random.integers(0, len(each), len(each))] for each in chosen]
        found[number] = sum(each.sum() for each in again) / sum(len(each) for each in again)
    low, high = np.quantile(found, (0.05, 0.95))
    whole = sum(each.sum() for each in values) / sum(len(each) for each in values)
    return Difference(mean=float(whole), low=float(low), high=float(high))
