"""The compiled part: shares drawn from a regression of the second vote on the first.

The posterior is a normal distribution cut off where a share would leave 0 to 1, with a flat prior.
It is drawn by Gibbs steps: a little moves between two cells of a row, or around four cells of two
rows, which keeps both margins and so follows the ridges that such a posterior has.
"""

# ruff: noqa: C901, D417, NPY002, PLR0912, PLR0913, PLR0917 - numba compiles plain loops, and knows the old generator alone

import math

import numpy as np
from numba import njit

from tieup.seats.transfer.kernel import moments
from tieup.seats.transfer.tables import Floats

_jit = njit(cache=True, nogil=True, fastmath=True)
#: No share is drawn nearer to 0 than this.
_EDGE = 1e-6
#: In a narrow gap of the normal distribution evenly drawn candidates are kept most often.
_NARROW = 0.5
_PAIR, _SQUARE = 2, 4


@_jit
def regression(first: Floats, second: Floats, shares: Floats) -> tuple[Floats, Floats, float]:
    """Normal equations of generalised least squares, with the covariances that `shares` imply.

    Returns:
        information (J K, J K), target (J K,), and the mean squared residual per degree of freedom:
        1 if every voter of a row decided alone, more where units differ.
    """
    units, rows = first.shape
    cols = second.shape[1]
    size = rows * cols
    information, target = np.zeros((size, size)), np.zeros(size)
    mean, precision = np.empty(cols), np.empty((cols, cols))
    chi = 0.0
    for b in range(units):
        moments(first[b], shares, mean, precision)
        for c in range(cols):
            weighted, off = 0.0, 0.0
            for d in range(cols):
                weighted += precision[c, d] * second[b, d]
                off += precision[c, d] * (second[b, d] - mean[d])
            chi += off * (second[b, c] - mean[c])
            for g in range(rows):
                target[g * cols + c] += first[b, g] * weighted
        for g in range(rows):
            for e in range(rows):
                both = first[b, g] * first[b, e]
                if both > 0:
                    for c in range(cols):
                        for d in range(cols):
                            information[g * cols + c, e * cols + d] += both * precision[c, d]
    return information, target, chi / (units * (cols - 1))


@_jit
def truncated(mean: float, deviation: float, low: float, high: float) -> float:
    """One draw of a normal variable between two bounds (Robert 1995, doi:10.1007/BF00143942)."""
    a, b = (low - mean) / deviation, (high - mean) / deviation
    mirrored = b < 0
    if mirrored:
        a, b = -b, -a
    if a > 0:
        rate = (a + math.sqrt(a * a + 4)) / 2
        even = rate * (b - a) < _NARROW
        while True:
            if even:
                draw = a + (b - a) * np.random.random()
                chance = (a * a - draw * draw) / 2
            else:
                reach = 1 - math.exp(-rate * (b - a))
                draw = a - math.log(1 - np.random.random() * reach) / rate
                chance = -((draw - rate) ** 2) / 2
            if math.log(1 - np.random.random()) <= chance:
                break
    elif b - a < 1:
        while True:
            draw = a + (b - a) * np.random.random()
            if math.log(1 - np.random.random()) <= -draw * draw / 2:
                break
    else:
        while True:
            draw = np.random.normal()
            if a <= draw <= b:
                break
    return mean + deviation * (-draw if mirrored else draw)


@_jit
def drawn(
    information: Floats,
    target: Floats,
    totals: Floats,
    shares: Floats,
    dispersion: float,
    burn: int,
    keep: int,
    seed: int,
) -> tuple[Floats, Floats]:
    """Means and standard deviations, each (J, K), of `keep` sweeps after `burn`.

    Args:
        information, target: of `regression`.
        totals: shape (J,), votes of each row, by which the square moves keep the second margin.
        shares: shape (J, K), inside 0 to 1, where to start.
        dispersion: how many times wider than multinomial the residuals are taken to vary.
        burn, keep, seed: sweeps that are forgotten and kept, and the seed.
    """
    np.random.seed(seed)
    rows, cols = shares.shape
    size = rows * cols
    point = shares.copy().reshape(size)
    rest = target - information @ point
    total, squares = np.zeros(size), np.zeros(size)
    at, by = np.zeros(_SQUARE, np.int64), np.zeros(_SQUARE)
    for sweep in range(burn + keep):
        for move in range(2 * size):
            g, c, d = np.random.randint(rows), np.random.randint(cols), np.random.randint(cols - 1)
            if d >= c:
                d += 1
            cells = _PAIR
            at[0], at[1], by[0], by[1] = g * cols + c, g * cols + d, 1.0, -1.0
            if move % 2:
                e = np.random.randint(rows - 1)
                if e >= g:
                    e += 1
                cells = _SQUARE
                ratio = totals[g] / totals[e]
                at[2], at[3], by[2], by[3] = e * cols + c, e * cols + d, -ratio, ratio
            low, high, slope, bend = -1e9, 1e9, 0.0, 0.0
            for i in range(cells):
                slope += by[i] * rest[at[i]]
                for j in range(cells):
                    bend += by[i] * by[j] * information[at[i], at[j]]
                bound = (_EDGE - point[at[i]]) / by[i]
                if by[i] > 0:
                    low = max(low, bound)
                else:
                    high = min(high, bound)
            if high - low < _EDGE:
                continue
            bend = max(bend, _EDGE)
            step = truncated(slope / bend, math.sqrt(dispersion / bend), low, high)
            for i in range(cells):
                point[at[i]] += by[i] * step
                for j in range(size):
                    rest[j] -= by[i] * step * information[at[i], j]
        if sweep >= burn:
            total += point
            squares += point * point
    means = total / keep
    spread = np.sqrt(np.maximum(squares / keep - means * means, 0.0))
    return means.reshape(rows, cols), spread.reshape(rows, cols)
