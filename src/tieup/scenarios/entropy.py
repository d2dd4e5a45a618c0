"""Entropy: weights of partitions such that pairs are together as often as they should be."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Chances that are met to within this are met.
MET = 1e-3
#: How exactly; steps of Newton's method, and rounds of expectation and maximisation, at the most.
_EXACT, _STEPS, _ROUNDS = 1e-10, 200, 20_000
#: By how much chances on the edge of what can be are drawn inside, to be solvable.
_INSIDE = 1e-5


def weigh(pairs: Floats, wanted: Floats) -> Floats:
    """Shape (ways,): weights that add up to 1 and put pairs together as often as is wanted.

    Of all such weights the ones of largest entropy; where there are none, of those that come
    nearest in Kullback-Leibler divergence, summed over the pairs. What is certain rules ways out,
    unless what is certain contradicts itself.

    Args:
        pairs: shape (ways, pairs), 1 where the two are together.
        wanted: shape (pairs,), 0 to 1.
    """
    broken = ((pairs == 0) & (wanted == 1)) | ((pairs == 1) & (wanted == 0))
    allowed = ~broken.any(axis=1)
    if not allowed.any():
        allowed[:] = True
    weights = np.zeros(len(pairs))
    weights[allowed] = _among(pairs[allowed], wanted)
    return weights


def _among(pairs: Floats, wanted: Floats) -> Floats:
    """The weights of ways that may all be."""
    free = pairs.min(axis=0) < pairs.max(axis=0)
    if not free.any():
        return np.full(len(pairs), 1 / len(pairs))
    fitted, met = _largest_entropy(pairs[:, free], wanted[free])
    if met and (np.abs(fitted @ pairs - wanted) <= MET).all():
        return fitted
    nearest = _nearest(pairs, wanted) @ pairs[:, free]
    inside = (1 - _INSIDE) * nearest + _INSIDE * pairs[:, free].mean(axis=0)
    fitted, _ = _largest_entropy(pairs[:, free], inside)
    return fitted


def _largest_entropy(pairs: Floats, wanted: Floats) -> tuple[Floats, bool]:
    """Weights proportional to exp(pairs @ t), by Newton's method on t, and whether they meet it."""
    tilt = np.zeros(pairs.shape[1])
    weights, value = _tilted(pairs, wanted, tilt)
    for _ in range(_STEPS):
        miss = weights @ pairs - wanted
        if np.abs(miss).max() < _EXACT:
            break
        spread = (pairs * weights[:, None]).T @ pairs - np.outer(weights @ pairs, weights @ pairs)
        step = -np.linalg.lstsq(spread + _EXACT * np.eye(len(tilt)), miss, rcond=None)[0]
        size = min(1.0, 4.0 / max(float(np.abs(step).max()), _EXACT))
        slope = float(miss @ step)
        while size > _EXACT:
            tried, lower = _tilted(pairs, wanted, tilt + size * step)
            if lower <= value + 1e-4 * size * slope:
                break
            size /= 2
        else:
            break
        tilt, weights, value = tilt + size * step, tried, lower
    return weights, bool(np.abs(weights @ pairs - wanted).max() < MET)


def _tilted(pairs: Floats, wanted: Floats, tilt: Floats) -> tuple[Floats, float]:
    """The weights, and what they make least: the log of their sum less the chances' part."""
    powers = pairs @ tilt
    top = powers.max()
    sizes = np.exp(powers - top)
    whole = sizes.sum()
    return sizes / whole, float(top + np.log(whole) - wanted @ tilt)


def _nearest(pairs: Floats, wanted: Floats) -> Floats:
    """Weights that bring the chances as near as can be: least divergence, summed over pairs.

    By expectation and maximisation: each pair's chance, and the rest to 1, is shared among the ways
    that have it, and a way's weight is its mean share.
    """
    weights = np.full(len(pairs), 1 / len(pairs))
    apart = 1 - pairs
    for _ in range(_ROUNDS):
        has, lacks = weights @ pairs, weights @ apart
        shared = pairs @ np.divide(wanted, has, out=np.zeros_like(has), where=has > 0)
        shared += apart @ np.divide(1 - wanted, lacks, out=np.zeros_like(has), where=lacks > 0)
        grown = weights * shared / len(wanted)
        grown /= grown.sum()
        if np.abs(grown - weights).max() < _EXACT:
            return grown
        weights = grown
    return weights
