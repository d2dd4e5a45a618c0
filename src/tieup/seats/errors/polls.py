"""Polls in a stage: errors of statewide shares, on the root scale that draws use."""

from collections.abc import Mapping

import numpy as np

from tieup.seats.contest import Contest
from tieup.seats.staging.levels import reach
from tieup.seats.staging.nonnegative import nonnegative
from tieup.seats.staging.stage import Stage


def state_errors(stage: Stage) -> dict[str, float]:
    """The state error of each contender whose share has one, as a deviation of root shares.

    Such that in draws the statewide share scatters by the error that was given, in points: for
    `draw(..., state=state_errors(stage))`.
    """
    members = stage.lineup.members
    given = {p: e / 100 for p, e in stage.scenario.share_errors.items() if e > 0}
    return root_errors(stage.polled, {party: members[party] for party in given}, given)


def root_errors(
    contest: Contest, members: Mapping[str, frozenset[str]], errors: Mapping[str, float]
) -> dict[str, float]:
    """Deviations of root shares that give statewide shares these standard errors.

    A party's candidates all move by s on the root scale, and the seat is scaled back to a sum of
    one. Then to first order its statewide share moves by the mean of 2 u r (1 - p) s, and by the
    mean of -2 u' r' p s' for another that moves by s', u being root shares, r how far a candidate
    follows a shift, p shares of the seat, weighed by valid votes. The variances s^2 are found by
    least squares such that the errors come out, none below 0.

    Args:
        contest: the votes about which draws scatter.
        members: parties by contender with an error.
        errors: standard errors of their statewide shares, 0 to 1.
    """
    names = [name for name, error in errors.items() if error > 0]
    if not names:
        return {}
    totals = contest.totals
    weights = totals / max(totals.sum(), 1.0)
    shares = contest.shares
    slopes = 2 * np.sqrt(shares) * reach(shares)
    mine = np.stack([contest.of(members[name]) for name in names])
    own = (shares * mine).sum(axis=2)
    pushes = (slopes * mine).sum(axis=2)
    moves = np.diag((pushes * weights).sum(axis=1)) - (own * weights) @ pushes.T
    wanted = np.array([errors[name] ** 2 for name in names])
    # Relative to what is wanted, so that a small party's error is met as well as a large one's.
    found = nonnegative(moves**2 / wanted[:, None], np.ones(len(names)))
    return {name: float(np.sqrt(variance)) for name, variance in zip(names, found, strict=True)}
