"""Power: two indices, kingmakers and smallest winning coalitions over the hung draws."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import factorial

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Floats, Ints

#: The most blocs with seats whose coalitions are enumerated; a ninth and smaller ones count for
#: nothing.
MOST = 8
#: Bits that a number of coalitions takes.
_COUNT = MOST + 1
#: Coalitions are told apart by the bits of one number.
_BITS = 62


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pivots:
    """Power by bloc, averaged over the hung draws; nothing where there are none.

    Attributes:
        draws: how many there were.
        hung: the number of draws in which no bloc reaches the mark.
        majority: shape (blocs,), the part of all draws in which the bloc reaches the mark.
        shapley_shubik: shape (blocs,), the part of all orders of joining in which the bloc brings
            the majority.
        banzhaf: shape (blocs,), the bloc's part of all swings, a swing being a coalition that has a
            majority with the bloc and none without it.
        kingmaker: shape (blocs,), the part of the hung draws in which it is one: either of two
            others, neither smaller than it, has a majority with it and none without.
        coalitions: blocs (their places, in order) of each smallest winning coalition, one that
            has a majority and loses it with any of its blocs; and the part of the hung draws in
            which it is one. The most frequent first, of equals the one of fewer and earlier blocs.
        cut: the number of hung draws with more than MOST blocs in the house.
    """

    draws: int
    hung: int
    majority: Floats
    shapley_shubik: Floats
    banzhaf: Floats
    kingmaker: Floats
    coalitions: tuple[tuple[tuple[int, ...], float], ...]
    cut: int


def pivots(seats: NDArray[np.int32], mark: int) -> Pivots:
    """Chances of a majority, and power in the hung ones among the draws.

    Args:
        seats: shape (draws, blocs).
        mark: the majority mark, above 0.
    """
    draws, blocs = seats.shape
    majority = (seats >= mark).mean(axis=0) if draws else np.zeros(blocs)
    hung, cut = _largest(seats[seats.max(axis=1, initial=0) < mark])
    sums = np.zeros((3, blocs))
    met: Counter[tuple[int, ...]] = Counter()
    for part, named in _parts(hung):
        power, coalitions = _of(part, mark)
        sums[:, named] += power
        for mask, count in coalitions:
            met[tuple(named[_places(mask)].tolist())] += count
    shapley, banzhaf, kingmaker = sums / max(len(hung), 1)
    ranked = sorted(met.items(), key=lambda each: (-each[1], len(each[0]), each[0]))
    return Pivots(
        draws=draws,
        hung=len(hung),
        majority=majority,
        shapley_shubik=shapley,
        banzhaf=banzhaf,
        kingmaker=kingmaker,
        coalitions=tuple((together, count / len(hung)) for together, count in ranked),
        cut=cut,
    )


def _largest(hung: NDArray[np.int32]) -> tuple[NDArray[np.int32], int]:
    """The draws, no house with more than MOST blocs, and how many had more."""
    over = np.count_nonzero(hung, axis=1) > MOST
    if not over.any():
        return hung, 0
    ranks = np.argsort(np.argsort(-hung[over], axis=1, kind="stable"), axis=1)
    kept = hung.copy()
    kept[over] = np.where(ranks < MOST, hung[over], 0)
    return kept, int(over.sum())


def _parts(hung: NDArray[np.int32]) -> Iterator[tuple[NDArray[np.int32], Ints]]:
    """Draws in parts with no more blocs in the house than a mask has bits, and which these are."""
    named = np.flatnonzero(hung.any(axis=0))
    if len(named) <= _BITS:
        yield hung[:, named], named
    else:
        half = len(hung) // 2
        yield from _parts(hung[:half])
        yield from _parts(hung[half:])


def _of(hung: NDArray[np.int32], mark: int) -> tuple[Floats, Iterator[tuple[int, int]]]:
    """Sums of the two indices and of kingmakers, and how often each mask of blocs was found."""
    from tieup.seats.pivots.enumeration import enumerated  # noqa: PLC0415 - numba takes a moment

    houses, which = np.unique(_houses(hung), return_inverse=True)
    order = np.argsort(which, kind="stable")
    first = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(houses)))])
    there = (houses[:, None] >> np.arange(hung.shape[1]) & 1) > 0
    # By group the blocs that its draws have; after them some without a seat in any of these.
    blocs = np.argsort(~there, axis=1, kind="stable")[:, :MOST]
    seats = np.zeros((MOST, len(hung)), dtype=np.int32)
    seats[: blocs.shape[1]] = np.take_along_axis(hung[order], blocs[which[order]], axis=1).T
    power = np.zeros((len(houses), 3, MOST))
    found = np.zeros((len(houses), 1 << MOST), dtype=np.int64)
    enumerated(seats, first, there.sum(axis=1), mark, _weights(), _COUNT, power, found)
    sums = np.zeros((3, hung.shape[1]))
    for place, mine in enumerate(blocs.T):
        np.add.at(sums.T, mine, power[:, :, place])
    group, coalition = np.nonzero(found)
    bits = coalition[:, None] >> np.arange(blocs.shape[1]) & 1
    masks, same = np.unique((bits << blocs[group]).sum(axis=1), return_inverse=True)
    counts = np.zeros(len(masks), dtype=np.int64)
    np.add.at(counts, same, found[group, coalition])
    return sums, zip(masks.tolist(), counts.tolist(), strict=True)


def _houses(hung: NDArray[np.int32]) -> Ints:
    """Shape (draws,): the blocs of each draw's house, a bit each, and no more than MOST.

    Draws that have none but the commonest share a house of these, so that there are few.
    """
    names = np.left_shift(1, np.arange(hung.shape[1]))
    present = hung > 0
    common = np.argsort(-present.sum(axis=0), kind="stable")[:MOST]
    together = names[common].sum()
    houses: Ints = present.astype(np.int64) @ names
    houses[houses & ~together == 0] = together
    return houses


def _places(mask: int) -> list[int]:
    """The places of a number's bits."""
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


@lru_cache(maxsize=1)
def _weights() -> NDArray[np.int32]:
    """Shape (MOST + 1, 2 ** MOST): what `enumerated` takes winning coalitions to be worth."""
    weights = np.ones((MOST + 1, 1 << MOST), dtype=np.int32)
    for blocs in range(1, MOST + 1):
        for coalition in range(1 << blocs):
            size = coalition.bit_count()
            last = factorial(size - 1) * factorial(blocs - size) if size else 0
            following = factorial(size) * factorial(blocs - size - 1) if size < blocs else 0
            weights[blocs, coalition] += (last + following) << _COUNT
    return weights
