"""Enumeration: numba's walk over all coalitions of each hung draw; only functions import it."""

from typing import Any

import numba
import numpy as np


def _enumerated(  # noqa: C901, PLR0912, PLR0913, PLR0917 - one walk, and calls cost in it
    hung: Any, mark: int, most: int, orders: Any, power: Any, found: Any  # noqa: ANN401
) -> tuple[int, int]:  # fmt: skip
    """Go through every coalition of the largest blocs of each draw.

    A coalition is a number whose bits are its blocs, the largest bloc being the first bit. So the
    coalitions up to 2 ** (r + 1) are those up to 2 ** r, without bloc r and with it, and a bloc's
    last bit is that of its smallest member: it is a smallest winning one if it loses without that.
    Blocs without a seat change nothing and are left out.

    Args:
        hung: shape (draws, blocs), seats; none reaches the mark.
        mark: the majority mark.
        most: blocs that are enumerated.
        orders: shape (most + 1, most + 1), of n blocs, the orders with k before a given one.
        power: shape (3, blocs), is added to: Shapley-Shubik, Banzhaf, kingmakers.
        found: takes a mask of blocs for each smallest winning coalition.

    Returns:
        The draws in which blocs were left out for their number, and how many were found.
    """
    draws, blocs = hung.shape
    largest = np.empty(blocs, np.int64)
    sums = np.zeros(1 << most, np.int32)
    wins = np.zeros(1 << most, np.int32)
    masks = np.zeros(1 << most, np.int64)
    sizes = np.zeros(1 << most, np.int64)
    swings = np.empty(most, np.int64)
    brought = np.empty(most, np.int64)
    factorials = np.ones(most + 1, np.int64)
    for n in range(1, most + 1):
        factorials[n] = n * factorials[n - 1]
        for low in range(1 << (n - 1)):
            sizes[(1 << (n - 1)) + low] = sizes[low] + 1
    # By number of blocs and bloc: what a winning coalition adds to the orders in which the bloc
    # brings the majority, and to its swings; what wins without the bloc takes as much away. Both in
    # one number: there are at most 2 ** (most - 1) swings.
    adds = np.zeros((most + 1, most, 1 << most), np.int32)
    for r in range(most):
        for low in range(1 << most):
            inside = (low >> r) & 1
            for n in range(r + 1, most + 1):
                if low < 1 << n:
                    both = (orders[n, sizes[low] - inside] << most) + 1
                    adds[n, r, low] = both if inside else -both
    over = count = 0
    for draw in range(draws):
        n = 0
        for bloc in range(blocs):
            if hung[draw, bloc] > 0:
                at = n
                while at > 0 and hung[draw, largest[at - 1]] < hung[draw, bloc]:
                    largest[at] = largest[at - 1]
                    at -= 1
                largest[at] = bloc
                n += 1
        if n > most:
            over += 1
            n = most
        for r in range(n):
            half, seats, name = 1 << r, hung[draw, largest[r]], 1 << largest[r]
            for low in range(half):
                sums[half + low] = sums[low] + seats
            for low in range(half):
                wins[half + low] = np.int32(sums[half + low] >= mark)
            for low in range(half):
                masks[half + low] = masks[low] | name
                if wins[half + low] > wins[low]:
                    found[count] = masks[half + low]
                    count += 1
        total = 0
        for r in range(n):
            mine = adds[n, r]
            both = np.int32(0)
            for low in range(1 << n):
                both = np.int32(both + wins[low] * mine[low])
            brought[r], swings[r] = both >> most, both & ((1 << most) - 1)
            total += swings[r]
        for r in range(n):
            if total > 0:
                power[0, largest[r]] += brought[r] / factorials[n]
                power[1, largest[r]] += swings[r] / total
        # If any two others will do, the two largest others will. A bloc as large as the third
        # ranks before it by accident, and is judged as if it came third.
        for r in range(n):
            if n > 2:  # noqa: PLR2004 - a kingmaker stands between two others
                seats = hung[draw, largest[r]]
                other = hung[draw, largest[1 if r > 1 else 2]]
                if seats <= hung[draw, largest[2]] and other + seats >= mark:
                    power[2, largest[r]] += 1.0
    return over, count


enumerated = numba.njit(cache=True, nogil=True, error_model="numpy")(_enumerated)
