"""The compiled part: units seen as sums of multinomials, by their normal approximation.

Import it only where something is estimated: numba takes a second to load, and its compiled code is
kept in a cache beside this file.
"""

# ruff: noqa: C901, D417 - numba compiles plain loops

import numpy as np
from numba import njit

from tieup.seats.transfer.tables import Floats

#: Added to variances, in votes squared: a unit of one vote must be invertible, too.
RIDGE = 0.1
#: Exponents are cut here: beyond, a tilt is nothing but zero.
_STEEP = 60.0
_jit = njit(cache=True, nogil=True, fastmath=True)


@_jit
def invert(matrix: Floats) -> None:
    """Invert a positive definite matrix in place (Gauss and Jordan, no pivots needed)."""
    size = len(matrix)
    for k in range(size):
        scale = 1.0 / matrix[k, k]
        for j in range(size):
            if j != k:
                matrix[k, j] *= scale
        for i in range(size):
            if i != k:
                factor = matrix[i, k]
                for j in range(size):
                    if j != k:
                        matrix[i, j] -= factor * matrix[k, j]
        for i in range(size):
            if i != k:
                matrix[i, k] *= -scale
        matrix[k, k] = scale


@_jit
def moments(row: Floats, shares: Floats, mean: Floats, precision: Floats) -> None:
    """One unit's expected second vote, shape (K,), and the inverse of its covariance, (K, K).

    The covariance is singular along the total, which is known; a ridge there does no harm.
    """
    options = shares.shape[1]
    total = 0.0
    mean[:] = 0.0
    precision[:] = 0.0
    for g in range(len(row)):
        votes = row[g]
        total += votes
        if votes > 0:
            for c in range(options):
                expected = votes * shares[g, c]
                mean[c] += expected
                for d in range(c + 1):
                    precision[c, d] -= expected * shares[g, d]
    level = total / options
    for c in range(options):
        precision[c, c] += mean[c] + RIDGE
        for d in range(c + 1):
            precision[c, d] += level
            precision[d, c] = precision[c, d]
    invert(precision)


@_jit
def maximise(
    first: Floats, second: Floats, shares: Floats, prior: Floats, steps: int
) -> tuple[Floats, Floats]:
    """Expectation and maximisation.

    Args:
        first: shape (units, J); second: (units, K); shares: (J, K), where to start.
        prior: (J, K), votes added to each cell before shares are taken.
        steps: how many.

    Returns:
        shares (J, K), and the units' tables of the last step, (units, J, K).
    """
    units, rows = first.shape
    cols = second.shape[1]
    shares = shares.copy()
    cells = np.zeros((units, rows, cols))
    mean, tilt, precision = np.empty(cols), np.empty(cols), np.empty((cols, cols))
    for _ in range(steps):
        found = prior.copy()
        for b in range(units):
            moments(first[b], shares, mean, precision)
            for c in range(cols):
                tilt[c] = 0.0
                for d in range(cols):
                    tilt[c] += precision[c, d] * (second[b, d] - mean[d])
            top = tilt.max()
            for c in range(cols):
                tilt[c] = np.exp(max(tilt[c] - top, -_STEEP))
            for g in range(rows):
                if first[b, g] > 0:
                    total = 0.0
                    for c in range(cols):
                        cells[b, g, c] = shares[g, c] * tilt[c]
                        total += cells[b, g, c]
                    for c in range(cols):
                        cells[b, g, c] *= first[b, g] / total
                        found[g, c] += cells[b, g, c]
        for g in range(rows):
            total = found[g].sum()
            for c in range(cols):
                shares[g, c] = found[g, c] / total
    return shares, cells


@_jit
def fitted(first: Floats, second: Floats, cells: Floats, rounds: int) -> Floats:
    """Sum of the units' tables, shape (J, K), each fitted to both its margins (Deming, Stephan)."""
    units, rows, cols = cells.shape
    table = np.zeros((rows, cols))
    for b in range(units):
        unit = cells[b] + 1e-12
        for _ in range(rounds):
            for c in range(cols):
                total = 0.0
                for g in range(rows):
                    total += unit[g, c]
                for g in range(rows):
                    unit[g, c] *= second[b, c] / total if total > 0 else 0.0
            for g in range(rows):
                total = 0.0
                for c in range(cols):
                    total += unit[g, c]
                for c in range(cols):
                    unit[g, c] *= first[b, g] / total if total > 0 else 0.0
        table += unit
    return table
