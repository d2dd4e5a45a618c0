"""Streams: the named sources of luck of a simulation, as arrays that the kernel runs over.

Every random number is a pure function of the seed, the draw, the level (state, region, ...), the
unit (which district, which seat) and the name of whoever is moved. The name never depends on a
place in an array, so that two scenarios share their luck, however differently they are made up.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

#: Draws are made in blocks of this many, a power of two; half of them are one normal of a pair, and
#: half the other.
BLOCK = 256
HALF = BLOCK // 2
#: The place of a parent that isn't there.
NOTHING = -1

Words = NDArray[np.uint32]
Singles = NDArray[np.float32]


class Streams(NamedTuple):
    """Every stream of a simulation.

    A wave is an error that several candidates share, on top of its parent, an earlier wave. A row
    is luck of unit width in one seat, a candidate's or of a move; how wide a candidate's own error
    is stands in its entry. A move is how far voters stray in one seat.

    Attributes:
        wave, wave_tail: shape (waves, 2), keys of the normals, and of what makes their tails fat.
        wave_fat: shape (waves,), 1 where the tails are fat, else 0.
        wave_sd: shape (waves,), standard deviations.
        wave_parent: shape (waves,), or NOTHING.
        turns: shape (waves,), the waves in the order in which they are made: a parent before those
            on top of it, and together those of one luck, which is drawn once for all of them.
        rows: shape (seats + 1,), the first row of each seat.
        widest: rows of the fullest seat.
        key: shape (rows, 2).
        fat: shape (rows,), 1 where the tails are as fat as the seat's, else 0.
        seat_tail: shape (seats, 2), keys of what makes a seat's tails fat.
        moves: shape (seats + 1,), the first move of each seat.
        most: moves of the fullest seat.
        move_row: shape (moves,), the row of its own part, counted from the seat's first; any where
            sd is 0.
        move_sd: shape (moves,), of its own part.
        move_parent: shape (moves,), the wave that it is on top of.
        low, high: shape (moves,), within which it is kept.
        table: shape (65536,), quantiles of the scales that make tails fat; or (0,), where none are.
    """

    wave: Words
    wave_tail: Words
    wave_fat: NDArray[np.int64]
    wave_sd: Singles
    wave_parent: NDArray[np.int64]
    turns: NDArray[np.int64]
    rows: NDArray[np.int64]
    widest: int
    key: Words
    fat: NDArray[np.int64]
    seat_tail: Words
    moves: NDArray[np.int64]
    most: int
    move_row: NDArray[np.int64]
    move_sd: Singles
    move_parent: NDArray[np.int64]
    low: Singles
    high: Singles
    table: Singles


@lru_cache(maxsize=8192)
def name_key(seed: int, level: str, name: str) -> int:
    """64 bits for a name at a level."""
    text = f"{seed}\n{level}\n{name}".encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little")


def unit_keys(names: NDArray[np.uint64], units: NDArray[np.int64]) -> Words:
    """Shape (n, 2): the two keys of each stream, from its name's 64 bits and its unit's number.

    The mixing is that of SplitMix64 (Steele, Lea and Flood 2014), once a number.
    """
    x = _mixed(_mixed(units.astype(np.uint64) + np.uint64(1)) ^ names)
    return np.stack([x >> np.uint64(32), x & np.uint64(0xFFFFFFFF)], axis=-1).astype(np.uint32)


def _mixed(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's finaliser, shape kept."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
