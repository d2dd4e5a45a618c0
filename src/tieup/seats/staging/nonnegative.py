"""Least squares of few unknowns, none below 0, without the seconds that loading a solver takes."""

import numpy as np

from tieup.seats.contest import Floats

#: Rounds over all unknowns, and the change at which they end.
ROUNDS, EXACT = 10_000, 1e-13


def nonnegative(design: Floats, values: Floats) -> Floats:
    """Shape (unknowns,): what makes |design @ x - values| least, none below 0.

    One unknown after the other is set to its best while the others stay, and never below 0
    (sequential coordinate descent; Franc, Hlavac and Navara 2005).

    Args:
        design: shape (equations, unknowns).
        values: shape (equations,).
    """
    squares, slopes = design.T @ design, design.T @ values
    found = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        before = found.copy()
        for unknown in np.flatnonzero(squares.diagonal() > 0):
            miss = squares[unknown] @ found - slopes[unknown]
            found[unknown] = max(found[unknown] - miss / squares[unknown, unknown], 0.0)
        if np.abs(found - before).max(initial=0.0) <= EXACT * max(found.max(initial=0.0), 1.0):
            break
    return found
