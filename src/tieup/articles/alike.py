"""Alike: which signatures have slots in common, so that their texts may be copies."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

#: A signature has so many slots, one number of 32 bits each.
SLOTS = 64
#: Signatures that agree in so many are looked at; the rest are never compared.
SHARED_SLOTS = 2
#: The bits of a slot's number by which most that have no equal are told without sorting.
_BITS = 16
_LOW = np.uint32((1 << _BITS) - 1)


def packed(signed: Sequence[Sequence[int]]) -> list[bytes]:
    """Signatures as they are kept: little-endian, four bytes a slot."""
    return [slots.tobytes() for slots in np.asarray(signed, "<u4")]


def alike(known: Sequence[bytes], fresh: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of packed signatures that agree in at least SHARED_SLOTS slots, one of them fresh.

    Returns:
        (place of a fresh one, place in ``known`` and then ``fresh`` of another), each pair once.
    """
    new, numbers = _numbers(fresh), _numbers([*known, *fresh])
    slot = np.arange(SLOTS)
    marked = np.zeros((SLOTS, 1 << _BITS), bool)
    marked[slot, new & _LOW] = True
    rows, slots = np.nonzero(marked[slot, numbers & _LOW])  # all that is fresh, few of the others
    keys = slots.astype(np.uint64) << np.uint64(32) | numbers[rows, slots]
    order = np.argsort(keys, kind="stable")  # so that rows stand in order among equal keys
    keys, rows = keys[order], rows[order]
    shared: list[NDArray[np.int64]] = []
    apart = 1
    while (same := np.flatnonzero(keys[apart:] == keys[:-apart])).size:
        later = rows[same + apart] - len(known)
        pairs = later * len(numbers) + rows[same]
        shared.append(pairs[later >= 0])
        apart += 1
    if not shared:
        return []
    pairs, counts = np.unique(np.concatenate(shared), return_counts=True)
    found = pairs[counts >= SHARED_SLOTS]
    return list(zip((found // len(numbers)).tolist(), (found % len(numbers)).tolist(), strict=True))


def _numbers(listed: Sequence[bytes]) -> NDArray[np.uint32]:
    """One row a signature, one column a slot."""
    return np.frombuffer(b"".join(listed), "<u4").reshape(-1, SLOTS)
