"""Partitions: every way in which parties can be grouped into blocs."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tieup.scenarios.refusals import ScenarioError
from tieup.scenarios.structures import Structure

#: The most parties that are grouped: 4,140 ways.
MOST = 8


@lru_cache(maxsize=MOST + 1)
def partitions(parties: int) -> NDArray[np.int8]:
    """Shape (ways, parties): the bloc of each party, numbered by first party.

    1, 2, 5, 15, 52, 203, 877 and 4,140 ways for 1 to 8 parties (Bell numbers).

    Raises:
        ScenarioError: for no party, or more than MOST.
    """
    if not 1 <= parties <= MOST:
        message = f"{parties} parties: structures are enumerated for 1 to {MOST}; choose fewer"
        raise ScenarioError(message)
    ways = [[0]]
    for _ in range(1, parties):
        ways = [[*way, bloc] for way in ways for bloc in range(max(way) + 2)]
    found = np.array(ways, dtype=np.int8)
    found.setflags(write=False)
    return found


def together(ways: NDArray[np.int8]) -> NDArray[np.float64]:
    """Shape (ways, pairs): 1 where the two stand in one bloc; pairs as combinations gives them."""
    one, other = np.triu_indices(ways.shape[1], k=1)
    return np.asarray(ways[:, one] == ways[:, other], dtype=np.float64)


def structure(way: NDArray[np.int8], parties: tuple[str, ...]) -> Structure:
    """The blocs of one way."""
    blocs: dict[int, list[str]] = {}
    for party, bloc in zip(parties, way.tolist(), strict=True):
        blocs.setdefault(bloc, []).append(party)
    return tuple(tuple(bloc) for bloc in blocs.values())
