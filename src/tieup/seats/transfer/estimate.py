"""An estimate: how many who chose one option the first time chose each option the second time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from tieup.seats.transfer.intervals import bounds
from tieup.seats.transfer.tables import Floats, Tables, TransferError, tables

#: Settled on the New Zealand elections of 2002 to 2011 (decision 13). Votes a row that the prior
#: counts for, spread as the whole electorate's second vote.
PRIOR_VOTES = 6.0
#: How many times more than multinomial the residuals are taken to vary.
DISPERSION = 3.0
#: Units that differ more than this are counted as fewer voters: their number tells nothing.
MOST_DISPERSED = 6.0
BURN, KEEP = 20, 100
SCOUT, STEPS, ROUNDS = 10, 120, 10
#: Of where the climb starts, the part of the regression; the rest is "all in a unit vote alike".
START = 0.87
#: Parts of the climb, of the regression and of "all in a unit vote alike" in the estimate.
CLIMB, REGRESSION, ALIKE = 0.51, 0.45, 0.04
_SEED = 20_021_127
_LEAST = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimate:
    """What was found, in votes.

    Attributes:
        table: shape (J, K), expected counts; sums to both margins.
        lower, upper: shape (J, K), between which 9 of 10 true counts are expected.
        dispersion: how many times more than multinomial the units differ.
    """

    table: Floats
    lower: Floats
    upper: Floats
    dispersion: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Way:
    """Estimates in one direction, in votes, shape (J, K); spread is the regression's deviation."""

    climb: Floats
    regression: Floats
    spread: Floats
    dispersion: float


def estimate(first: ArrayLike, second: ArrayLike, *, seed: int = _SEED) -> Estimate:
    """The transfer between two votes of the same units, from their totals alone.

    The mean of two estimators whose errors point in opposite directions, each in both directions:
    a climb by expectation and maximisation (after Thraves, Ubilla and Hermosilla), and a Bayesian
    regression (after Goodman 1953) in which no share leaves 0 to 1. docs/methods.md has formulas.

    Args:
        first: counts, shape (units, J).
        second: counts, shape (units, K); each unit has the total that it has in `first`.
        seed: of the regression's draws.

    Raises:
        TransferError: for figures that are no counts, unequal totals, fewer units than options.
    """
    given = tables(first, second)
    shape = (np.shape(first)[1], np.shape(second)[1])
    if min(len(given.rows), len(given.cols)) == 1:
        # With one option on either side the margins are the table.
        table = np.outer(given.first.sum(axis=0), given.second.sum(axis=0)) / given.first.sum()
        return _placed(given, shape, table, table, table, 1.0)
    there = _way(given.first, given.second, seed)
    back = _way(given.second, given.first, seed)
    totals = given.first.sum(axis=1)
    alike = given.first.T @ (given.second / totals[:, None])
    climb, regression = (there.climb + back.climb.T) / 2, (there.regression + back.regression.T) / 2
    rows, cols = given.first.sum(axis=0), given.second.sum(axis=0)
    table = _raked(CLIMB * climb + REGRESSION * regression + ALIKE * alike, rows, cols)
    lower, upper = bounds(
        table,
        spread=np.sqrt((there.spread**2 + back.spread.T**2) / 2),
        apart=np.abs(climb - regression),
        rows=rows,
        cols=cols,
    )
    return _placed(given, shape, table, lower, upper, max(there.dispersion, back.dispersion))


def _way(first: Floats, second: Floats, seed: int) -> _Way:
    from tieup.seats.transfer import kernel, sampling  # noqa: PLC0415 - numba, when estimating

    rows, votes = first.sum(axis=0), second.sum()
    overall = np.tile(second.sum(axis=0) / votes, (len(rows), 1))
    shares, _ = kernel.maximise(first, second, overall, PRIOR_VOTES * overall, SCOUT)
    information, target, dispersion = sampling.regression(first, second, shares)
    scale = max(dispersion / MOST_DISPERSED, 1.0)
    one, other = first / scale, second / scale
    start = np.maximum(shares, _LEAST)
    start /= start.sum(axis=1, keepdims=True)
    means, spread = sampling.drawn(
        information, target, rows, start, DISPERSION * scale, BURN, KEEP, seed
    )
    alike = first.T @ (second / first.sum(axis=1, keepdims=True)) / rows[:, None]
    prior = PRIOR_VOTES * overall
    start = START * means + (1 - START) * alike
    _, climb = kernel.maximise(one, other, start, prior, STEPS)
    _, regression = kernel.maximise(one, other, means, prior, 1)
    return _Way(
        climb=kernel.fitted(first, second, climb * scale, ROUNDS),
        regression=kernel.fitted(first, second, regression * scale, ROUNDS),
        spread=spread * rows[:, None],
        dispersion=float(dispersion),
    )


def _raked(table: Floats, rows: Floats, cols: Floats) -> Floats:
    """The table fitted to both margins, the rows' last and exactly."""
    for _ in range(100):
        table = table * (cols / table.sum(axis=0))
        table = table * (rows / table.sum(axis=1))[:, None]
    return table


def _placed(  # noqa: PLR0913, PLR0917 - what is placed, and where
    given: Tables,
    shape: tuple[int, int],
    table: Floats,
    lower: Floats,
    upper: Floats,
    dispersion: float,
) -> Estimate:
    """Everything in the caller's order; options without votes get and give nothing."""
    found = np.zeros((3, *shape))
    found[:, given.rows[:, None], given.cols] = table, lower, upper
    return Estimate(table=found[0], lower=found[1], upper=found[2], dispersion=dispersion)


__all__ = ["Estimate", "TransferError", "estimate"]
