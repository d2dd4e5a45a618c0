"""The ring: the order in which parties stand round it, those who are close near each other."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations, permutations

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]


def ring(parties: Sequence[str], pulls: Mapping[tuple[str, str], int]) -> list[str]:
    """Parties in an order such that their ties, each by its pull, are short.

    From the order given, the move that helps most is made as long as one helps: one party moves to
    another place, or two change places.

    Args:
        parties: who stand there.
        pulls: how strongly two of them are tied.
    """
    if not pulls:
        return list(parties)
    number = {party: n for n, party in enumerate(parties)}
    one, other = np.array([(number[a], number[b]) for a, b in pulls]).T
    weight = np.array(list(pulls.values()))
    moves, steps = _moves(len(parties)), _steps(len(parties))
    tried, best, order = np.arange(len(parties))[None], np.inf, list(parties)
    while True:
        at = np.argsort(tried, axis=1)  # in each order tried, where each party stands
        lengths = steps[at[:, one], at[:, other]] @ weight
        if lengths.min() >= best:
            return order
        shortest, best = tried[lengths.argmin()], lengths.min()
        tried, order = shortest[moves], [parties[n] for n in shortest.tolist()]


@cache
def _moves(size: int) -> Places:
    """Every move as the order that it makes of the numbers from 0 on."""
    found = []
    for one, other in permutations(range(size), 2):
        moved = list(range(size))
        moved.insert(other, moved.pop(one))
        found.append(moved)
    for one, other in combinations(range(size), 2):
        moved = list(range(size))
        moved[one], moved[other] = other, one
        found.append(moved)
    return np.array(found)


@cache
def _steps(size: int) -> Places:
    """How many steps two places are apart, round the ring either way."""
    places = np.arange(size)
    apart: Places = np.abs(places[:, None] - places)
    return np.minimum(apart, size - apart)
