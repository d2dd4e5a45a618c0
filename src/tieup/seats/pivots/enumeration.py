"""Enumeration: numba's walk over all coalitions of hung draws; only functions import it.

A coalition is a number whose bits are its blocs. Draws of the same blocs have the same coalitions,
and are walked through side by side, WIDTH at a time, so that every step is one of whole vectors and
nothing is sorted: a coalition is a smallest winning one if it loses without its smallest member,
and how small that is goes along with the sum.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import int32
from numpy.typing import NDArray

from tieup.seats.draws.instructions import wide
from tieup.seats.draws.kernel import compiled

#: Draws that are walked through at a time.
WIDTH = 32

Counts = NDArray[np.int32]


class Room(NamedTuple):
    """Room to work in.

    Attributes:
        seats: shape (most, WIDTH), by bloc.
        sums, least: shape (2 ** most, WIDTH), a coalition's seats, and its smallest member's.
        worth: shape (2 ** most, WIDTH), what a winning coalition counts for; else 0.
        mine: shape (most, WIDTH), what coalitions with a bloc are worth together.
        swings: shape (most, WIDTH).
        total: shape (WIDTH,), swings of all blocs.
        largest: shape (3, WIDTH), seats of the three largest blocs.
    """

    seats: Counts
    sums: Counts
    least: Counts
    worth: Counts
    mine: Counts
    swings: Counts
    total: Counts
    largest: Counts


@compiled
def _walked(blocs: int, mark: int, weights: Any, met: Any, group: int, r: Room) -> None:  # noqa: ANN401, PLR0913, PLR0917
    """Go through the coalitions: each is a lower one and one bloc more."""
    wide()
    goal = int32(mark)
    for i in range(WIDTH):
        r.least[0, i] = goal  # more than any bloc has, as the draws are hung
    for bloc in range(blocs):
        for low in range(1 << bloc):
            coalition = (1 << bloc) + low
            worth, smallest = weights[blocs, coalition], int32(0)
            for i in range(WIDTH):
                seats = int32(r.sums[low, i] + r.seats[bloc, i])
                least = min(r.least[low, i], r.seats[bloc, i])
                r.sums[coalition, i], r.least[coalition, i] = seats, least
                r.worth[coalition, i] = worth if seats >= goal else int32(0)
                needed = int32(int32(seats - least) < goal)
                smallest = int32(smallest + (int32(seats >= goal) & needed))
            met[group, coalition] += smallest


@compiled
def _shared(blocs: int, r: Room) -> None:
    """What coalitions with each bloc are worth; those with it are folded onto those without."""
    wide()
    for i in range(WIDTH):
        r.worth[0, i] = int32(0)
    for bloc in range(blocs - 1, -1, -1):
        half = 1 << bloc
        for i in range(WIDTH):
            r.mine[bloc, i] = int32(0)
        for low in range(half):
            for i in range(WIDTH):
                worth = r.worth[half + low, i]
                r.mine[bloc, i] = int32(r.mine[bloc, i] + worth)
                r.worth[low, i] = int32(r.worth[low, i] + worth)


@compiled
def _indices(blocs: int, bits: int, power: Any, group: int, r: Room) -> None:  # noqa: ANN401
    """Add both indices. In the room's first coalition is now what all coalitions are worth.

    The orders in which a bloc brings the majority are those that coalitions with it are worth, less
    a part that all blocs share; and where anybody wins, somebody brings it in every order.
    """
    wide()
    counts = int32((1 << bits) - 1)
    for i in range(WIDTH):
        r.total[i] = int32(0)
    for bloc in range(blocs):
        for i in range(WIDTH):
            wins, mine = r.worth[0, i] & counts, r.mine[bloc, i] & counts
            r.swings[bloc, i] = int32(2 * mine - wins)
            r.total[i] = int32(r.total[i] + r.swings[bloc, i])
    orders, decided, whole = 1, 0, 0
    for bloc in range(blocs):
        orders *= bloc + 1
        for i in range(WIDTH):
            whole += r.mine[bloc, i] >> bits
    for i in range(WIDTH):
        decided += r.total[i] > 0
    common = (whole - decided * orders) // blocs
    for bloc in range(blocs):
        brought, part = -common, 0.0
        for i in range(WIDTH):
            brought += r.mine[bloc, i] >> bits
            part += r.swings[bloc, i] / max(r.total[i], 1)
        power[group, 0, bloc] += brought / orders
        power[group, 1, bloc] += part


@compiled
def _kingmakers(blocs: int, mark: int, power: Any, group: int, r: Room) -> None:  # noqa: ANN401
    """Add who stands between two others: if any two as large will do, the two largest will."""
    wide()
    goal = int32(mark)
    for place in range(3):
        for i in range(WIDTH):
            r.largest[place, i] = int32(0)
    for bloc in range(blocs):
        for i in range(WIDTH):
            seats = r.seats[bloc, i]
            for place in range(3):
                larger = max(r.largest[place, i], seats)
                seats = min(r.largest[place, i], seats)
                r.largest[place, i] = larger
    for bloc in range(blocs):
        times = int32(0)
        for i in range(WIDTH):
            seats, second = r.seats[bloc, i], r.largest[1, i]
            # The smaller of the two largest others.
            other = second if seats < second else r.largest[2, i]
            times = int32(times + (int32(other >= seats) & int32(int32(other + seats) >= goal)))
        power[group, 2, bloc] += times


@compiled
def enumerated(  # noqa: PLR0913, PLR0917 - numba takes no keywords
    seats: Any, first: Any, blocs: Any, mark: int, weights: Any, bits: int, power: Any, met: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """Go through every coalition of each draw.

    Args:
        seats: shape (most, draws), group by group; none reaches the mark.
        first: shape (groups + 1,), the first draw of each group.
        blocs: shape (groups,), how many blocs its draws have; not all need have seats in each.
        mark: the majority mark.
        weights: shape (most + 1, 2 ** most), by number of blocs what a winning coalition is worth:
            one for itself; and, `bits` bits higher, the orders in which a member comes last of it,
            and those in which somebody else comes next.
        bits: as many as the number of coalitions takes.
        power: shape (groups, 3, most), is added to: Shapley-Shubik, Banzhaf, kingmakers.
        met: shape (groups, 2 ** most), is added to: draws in which each coalition is a smallest
            winning one.
    """
    most = seats.shape[0]
    r = Room(
        np.zeros((most, WIDTH), np.int32),
        np.zeros((1 << most, WIDTH), np.int32),
        np.zeros((1 << most, WIDTH), np.int32),
        np.zeros((1 << most, WIDTH), np.int32),
        np.zeros((most, WIDTH), np.int32),
        np.zeros((most, WIDTH), np.int32),
        np.zeros(WIDTH, np.int32),
        np.zeros((3, WIDTH), np.int32),
    )
    for group in range(blocs.shape[0]):
        count, stop = blocs[group], first[group + 1]
        if count == 0:
            continue
        for start in range(first[group], stop, WIDTH):
            here = min(WIDTH, stop - start)
            for bloc in range(count):
                for i in range(WIDTH):
                    r.seats[bloc, i] = seats[bloc, start + i] if i < here else int32(0)
            _walked(count, mark, weights, met, group, r)
            _shared(count, r)
            _indices(count, bits, power, group, r)
            _kingmakers(count, mark, power, group, r)
