"""Intervals: how far the truth may lie from an estimate."""

import numpy as np

from tieup.seats.transfer.tables import Floats

#: Half the width of a 90 percent interval, in parts of: the regression's standard deviation; how
#: far the two estimators are apart; the row's votes times the root of share times one minus share,
#: which is how far a whole district strays from its units' average. Settled on the New Zealand
#: elections of 2002 to 2011 (decision 13).
SPREAD, APART, STRAY = 1.19, 0.47, 0.062


def bounds(
    table: Floats, *, spread: Floats, apart: Floats, rows: Floats, cols: Floats
) -> tuple[Floats, Floats]:
    """Lower and upper counts, shape (J, K); no cell is below 0 or above either of its margins."""
    half = half_width(features(table, spread, apart, rows), (SPREAD, APART, STRAY))
    most = np.minimum(rows[:, None], cols)
    return np.maximum(table - half, 0.0), np.minimum(table + half, most)


def features(table: Floats, spread: Floats, apart: Floats, rows: Floats) -> tuple[Floats, ...]:
    """What the width is made of, in votes, each of shape (J, K)."""
    share = np.clip(table / rows[:, None], 0.0, 1.0)
    return spread, apart, rows[:, None] * np.sqrt(share * (1 - share))


def half_width(parts: tuple[Floats, ...], weights: tuple[float, ...]) -> Floats:
    """Half the interval, in votes."""
    return sum((w * part for w, part in zip(weights, parts, strict=True)), np.zeros_like(parts[0]))
