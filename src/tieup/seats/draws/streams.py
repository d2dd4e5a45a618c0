"""Streams: the named sources of luck of a simulation, as arrays that the kernel runs over.

Every random number is a pure function of the seed, the draw, the level (state, region, ...), the
unit (which district, which seat) and the name of whoever is moved. The name never depends on a
place in an array, so that two scenarios share their luck, however differently they are made up.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

#: Draws are made in blocks of this many, a power of two; half of them are one normal of a pair, and
#: half the other.
BLOCK = 256
HALF = BLOCK // 2

Words = NDArray[np.uint32]
Singles = NDArray[np.float32]


class Streams(NamedTuple):
    """Every stream of a simulation.

    A wave is an error that several candidates share, on top of its parent, an earlier wave; a row
    is one candidate's noise, or a move of voters, in one seat.

    Attributes:
        wave, wave_tail: shape (waves, 2), keys of the normals, and of what makes their tails fat.
        wave_sd: shape (waves,), standard deviations.
        wave_parent: shape (waves,), or -1.
        wave_heavy: shape (waves,), whether the tails are fat at all.
        rows: shape (seats + 1,), the first row of each seat.
        widest: rows of the fullest seat.
        keys: shape (rows, 2).
        sd: shape (rows,).
        parent: shape (rows,), a wave, or -1.
        heavy: shape (rows,), whether its tails are as fat as the others'; if not, it is kept
            between low and high.
        low, high: shape (rows,).
        seat_tail: shape (seats, 2), keys of what makes a seat's tails fat.
        table: shape (65536,), quantiles of the scales that do so; or (0,), where none is fat.
    """

    wave: Words
    wave_tail: Words
    wave_sd: Singles
    wave_parent: NDArray[np.int64]
    wave_heavy: NDArray[np.bool_]
    rows: NDArray[np.int64]
    widest: int
    keys: Words
    sd: Singles
    parent: NDArray[np.int64]
    heavy: NDArray[np.bool_]
    low: Singles
    high: Singles
    seat_tail: Words
    table: Singles


def name_key(seed: int, level: str, name: str) -> int:
    """64 bits for a name at a level."""
    text = f"{seed}\n{level}\n{name}".encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "little")


def unit_keys(names: Sequence[int], units: Sequence[int]) -> Words:
    """Shape (n, 2): the two keys of each stream, from its name's 64 bits and its unit's number.

    The mixing is that of SplitMix64 (Steele, Lea and Flood 2014), once a number.
    """
    x = _mixed(np.array(units, dtype=np.int64).astype(np.uint64) + np.uint64(1))
    x = _mixed(x ^ np.array(names, dtype=np.uint64))
    return np.stack([x >> np.uint64(32), x & np.uint64(0xFFFFFFFF)], axis=-1).astype(np.uint32)


def _mixed(x: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's finaliser, shape kept."""
    x = x + np.uint64(0x9E3779B97F4A7C15)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))
