"""Counting: numba's part of a sweep after the draws; only functions import it."""

from typing import Any

import numba
import numpy as np


def _counted(  # noqa: C901, PLR0913, PLR0917
    tally: Any, draws: int, blocs: Any, wins: Any, reference: int, mark: int, sums: Any,  # noqa: ANN401
    seats: Any, gains: Any, chances: Any,  # noqa: ANN401
) -> None:  # fmt: skip
    """Add one block of draws to what is known of each structure.

    Args:
        tally: shape (structures, contenders, BLOCK), seats won.
        draws: how many of the block count, from its first.
        blocs: shape (structures, contenders), the bloc of each; -1 for independents. Bloc 0 is that
            of the first for whom it is swept.
        wins: shape (contenders,), 1 for those for whom it is swept.
        reference: the structure of reference.
        mark: the majority mark.
        sums: shape (structures, contenders), seats.
        seats: shape (structures, house + 1), draws by seats won.
        gains: shape (structures, 2 house + 1), draws by seats gained, plus the house.
        chances: shape (structures, 4): majorities, hung houses, majorities that the reference has
            not, and majorities that the reference alone has.
    """
    house = seats.shape[1] - 1
    contenders = tally.shape[1]
    base = np.zeros(draws, np.int64)
    leads = np.zeros(draws, np.int64)
    together = np.zeros(contenders, np.int64)
    for turn in range(-1, tally.shape[0]):
        structure = reference if turn < 0 else turn
        mine, bloc = tally[structure], blocs[structure]
        for draw in range(draws):
            won = 0
            together[:] = 0
            for contender in range(contenders):
                number = np.int64(mine[contender, draw])
                won += wins[contender] * number
                if bloc[contender] >= 0:
                    together[bloc[contender]] += number
            majority = np.int64(together[0] >= mark)
            if turn < 0:
                base[draw], leads[draw] = won, majority
                continue
            hung = 1
            for number in together:
                if number >= mark:
                    hung = 0
            seats[structure, won] += 1
            gains[structure, won - base[draw] + house] += 1
            chances[structure, 0] += majority
            chances[structure, 1] += hung
            chances[structure, 2] += majority * (1 - leads[draw])
            chances[structure, 3] += leads[draw] * (1 - majority)
        if turn >= 0:
            for contender in range(contenders):
                for draw in range(draws):
                    sums[structure, contender] += mine[contender, draw]


counted = numba.njit(cache=True, nogil=True, error_model="numpy")(_counted)
