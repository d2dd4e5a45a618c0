"""Pivots: who has power in a hung house, by exact enumeration of who could govern with whom."""

from dataclasses import dataclass
from math import factorial

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Floats

#: The most blocs with seats whose coalitions are enumerated; a ninth and smaller ones count for
#: nothing.
MOST = 8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pivots:
    """Power by bloc, averaged over the hung draws; nothing where there are none.

    Attributes:
        hung: the number of draws in which no bloc reaches the mark.
        shapley_shubik: shape (blocs,), the part of all orders of joining in which the bloc brings
            the majority.
        banzhaf: shape (blocs,), the bloc's part of all swings, a swing being a coalition that has a
            majority with the bloc and none without it.
        kingmaker: shape (blocs,), the part of the hung draws in which it is one: either of two
            others, neither smaller than it, has a majority with it and none without.
        cut: the number of hung draws with more than MOST blocs in the house.
    """

    hung: int
    shapley_shubik: Floats
    banzhaf: Floats
    kingmaker: Floats
    cut: int


def pivots(seats: NDArray[np.int32], mark: int) -> Pivots:
    """Power in the hung ones among the draws.

    Args:
        seats: shape (draws, blocs).
        mark: the majority mark.
    """
    hung = seats[seats.max(axis=1, initial=0) < mark]
    blocs = seats.shape[1]
    if not len(hung):
        none = np.zeros(blocs)
        return Pivots(hung=0, shapley_shubik=none, banzhaf=none, kingmaker=none, cut=0)
    order = np.argsort(-hung, axis=1, kind="stable")[:, :MOST]
    ranked = np.take_along_axis(hung, order, axis=1)
    shapley, swings = _power(ranked, mark)
    counts = swings.sum(axis=1, keepdims=True)
    banzhaf = np.divide(swings, counts, out=np.zeros_like(swings), where=counts > 0)

    def by_bloc(by_rank: Floats) -> Floats:
        """The mean over draws, back from ranks to blocs."""
        sums = np.bincount(order.ravel(), weights=by_rank.ravel(), minlength=blocs)
        return np.asarray(sums / len(hung), dtype=np.float64)

    return Pivots(
        hung=len(hung),
        shapley_shubik=by_bloc(shapley),
        banzhaf=by_bloc(banzhaf),
        kingmaker=by_bloc(_kingmakers(ranked, mark)),
        cut=int(((hung > 0).sum(axis=1) > MOST).sum()),
    )


def _power(ranked: NDArray[np.int32], mark: int) -> tuple[Floats, Floats]:
    """Shapley-Shubik value and number of swings, shape (draws, ranks) both."""
    n = ranked.shape[1]
    coalitions = np.arange(2**n)
    inside = (coalitions[:, None] >> np.arange(n)) & 1
    majority = inside.astype(np.int32) @ ranked.T >= mark
    sizes = inside.sum(axis=1)
    orders = np.array([factorial(k) * factorial(n - k - 1) / factorial(n) for k in range(n)])
    shapley, swings = np.zeros(ranked.shape), np.zeros(ranked.shape)
    for rank in range(n):
        without = coalitions[inside[:, rank] == 0]
        pivotal = majority[without | (1 << rank)] & ~majority[without]
        shapley[:, rank] = orders[sizes[without]] @ pivotal
        swings[:, rank] = pivotal.sum(axis=0)
    return shapley, swings


def _kingmakers(ranked: NDArray[np.int32], mark: int) -> Floats:
    """1 where the bloc is a kingmaker, shape (draws, ranks); ranked is largest first.

    If any two others will do, the two largest will.
    """
    found = np.zeros(ranked.shape)
    for rank in range(2, ranked.shape[1]):
        found[:, rank] = ranked[:, 1] + ranked[:, rank] >= mark
    # A bloc as large as the second or first ranks by accident; it is judged as if it came third.
    for rank in range(min(2, ranked.shape[1] - 2)):
        level = ranked[:, rank] == ranked[:, 2]
        found[:, rank] = level & (2 * ranked[:, 2] >= mark)
    return found
