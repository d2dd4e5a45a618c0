"""The course of votes: how a stage's shares answer to who stands with which votes, and follows."""

from dataclasses import replace

import numpy as np

from tieup.seats.contest import Contest, Floats
from tieup.seats.staging.leaving import Slopes, leaving
from tieup.seats.staging.levels import levelled
from tieup.seats.staging.stage import Stage

#: The step over which it is seen how shares answer to votes where statewide shares are given, as a
#: part of the votes: far above how exactly these are met, and far below 1.
STEP = 1e-5


class Course:
    """How a stage's shares answer to the votes that it begins with, and to who follows.

    Who stands, and who stands down, is who does in the stage.
    """

    def __init__(self, stage: Stage) -> None:
        """Go the way of the votes: partners leave seats first, then those without an alliance."""
        self._stage = stage
        alone = stage.scenario.leaves
        pairs = [(down.giver, down.taker) for down in stage.downs]
        steps = (
            tuple(d for d, pair in zip(stage.downs, pairs, strict=True) if (pair in alone) == last)
            for last in (False, True)
        )
        self._steps = []
        contest = stage.held
        for downs in filter(None, steps):
            left, parts = leaving(contest, downs), stage.followers.means(downs)
            self._steps.append((left, parts, [(down.giver, down.taker) for down in downs]))
            contest = left.at(parts)

    def by_part(self, giver: str, taker: str) -> Floats:
        """Shape (seats, candidates): how shares answer to the part of a giver's who follow."""
        for number, (left, _, pairs) in enumerate(self._steps):
            if (giver, taker) in pairs:
                return self._shares(left.by_part(pairs.index((giver, taker))), number + 1)
        return np.zeros_like(self._stage.held.votes)

    def by_votes(self, moves: Floats) -> Floats:
        """Shape (seats, candidates): how shares answer to votes held that move so; as the moves."""
        nobody = np.zeros_like(self._stage.held.rest)
        return self._shares(Slopes(votes=moves, rest=nobody, abstainers=nobody))

    def _shares(self, slopes: Slopes, done: int = 0) -> Floats:
        """How shares answer to what votes do after some of the steps."""
        for left, parts, _ in self._steps[done:]:
            slopes = left.along(slopes, parts)
        stage = self._stage
        if stage.scenario.swing or stage.scenario.shares:
            less = levelled(_less(stage.moved, slopes), stage.lineup, stage.scenario)
            found: Floats = (stage.polled.shares - less.shares) / STEP
            return found
        totals = stage.moved.totals[:, None]
        more = (slopes.votes.sum(axis=1) + slopes.rest)[:, None]
        answer = slopes.votes - stage.moved.shares * more
        shares: Floats = np.divide(answer, totals, out=np.zeros_like(answer), where=totals > 0)
        return shares


def _less(contest: Contest, slopes: Slopes) -> Contest:
    """The contest a step back; nobody has less than nothing."""
    values = (
        np.maximum(value - STEP * slope, 0.0)
        for value, slope in (
            (contest.votes, slopes.votes),
            (contest.rest, slopes.rest),
            (contest.abstainers, slopes.abstainers),
        )
    )
    votes, rest, abstainers = values
    return replace(contest, votes=votes, rest=rest, abstainers=abstainers)
