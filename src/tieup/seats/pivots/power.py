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
#: Coalitions are told apart by the bits of one number.
_BITS = 62
#: Draws enumerated at a time, so that the coalitions found take little room.
_AT_A_TIME = 5_000
#: Of so many blocs the masks are counted rather than sorted.
_FEW = 16


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
    hung = np.ascontiguousarray(seats[seats.max(axis=1, initial=0) < mark], dtype=np.int32)
    sums = np.zeros((3, blocs))
    met: Counter[tuple[int, ...]] = Counter()
    cut = 0
    for start in range(0, len(hung), _AT_A_TIME):
        for part, named in _parts(hung[start : start + _AT_A_TIME]):
            power, over, found = _of(part, mark)
            sums[:, named] += power
            cut += over
            for mask, count in _frequencies(found, len(named)):
                met[tuple(named[_places(mask)].tolist())] += count
    shapley, banzhaf, kingmaker = sums / max(len(hung), 1)
    coalitions = sorted(met.items(), key=lambda each: (-each[1], len(each[0]), each[0]))
    return Pivots(
        draws=draws,
        hung=len(hung),
        majority=majority,
        shapley_shubik=shapley,
        banzhaf=banzhaf,
        kingmaker=kingmaker,
        coalitions=tuple((blocs, count / len(hung)) for blocs, count in coalitions),
        cut=cut,
    )


def _parts(hung: NDArray[np.int32]) -> Iterator[tuple[NDArray[np.int32], Ints]]:
    """Draws in parts with no more blocs in the house than a mask has bits, and which these are."""
    named = np.flatnonzero(hung.any(axis=0))
    if len(named) <= _BITS:
        yield np.ascontiguousarray(hung[:, named]), named
    elif len(hung) == 1:
        # Of one house the largest blocs are enough: those after MOST count for nothing.
        named = np.sort(np.argsort(-hung[0], kind="stable")[:_BITS])
        yield np.ascontiguousarray(hung[:, named]), named
    else:
        half = len(hung) // 2
        yield from _parts(hung[:half])
        yield from _parts(hung[half:])


def _places(mask: int) -> list[int]:
    """The places of a number's bits."""
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


def _of(hung: NDArray[np.int32], mark: int) -> tuple[Floats, int, Ints]:
    """Sums of the two indices and of kingmakers, draws cut, and a mask a coalition found."""
    from tieup.seats.pivots.enumeration import enumerated  # noqa: PLC0415 - numba takes a moment

    power = np.zeros((3, hung.shape[1]))
    found = np.empty(len(hung) * _most_coalitions(), dtype=np.int64)
    over, count = enumerated(hung, mark, MOST, _orders(), power, found)
    return power, over, found[:count]


def _frequencies(masks: Ints, blocs: int) -> Iterator[tuple[int, int]]:
    """Each mask with how often it is there."""
    if blocs <= _FEW:
        counts = np.bincount(masks)
        seen = np.flatnonzero(counts)
        return zip(seen.tolist(), counts[seen].tolist(), strict=True)
    seen, counts = np.unique(masks, return_counts=True)
    return zip(seen.tolist(), counts.tolist(), strict=True)


@lru_cache(maxsize=1)
def _orders() -> NDArray[np.int32]:
    """Shape (MOST + 1, MOST + 1): of n blocs, the orders in which k stand before a given one."""
    orders = np.zeros((MOST + 1, MOST + 1), dtype=np.int32)
    for n in range(1, MOST + 1):
        for k in range(n):
            orders[n, k] = factorial(k) * factorial(n - k - 1)
    return orders


def _most_coalitions() -> int:
    """As many smallest winning coalitions may be among MOST blocs: no one is part of another."""
    return factorial(MOST) // factorial(MOST // 2) ** 2
