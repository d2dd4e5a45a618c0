"""The kernel: numba's part of the draws. It stands in one file, and only functions import it.

In one file, as numba keeps what it has compiled by file, and would not see that a function of
another file has changed. Imported by functions alone, so that nobody waits for numba who draws
nothing.

**Random numbers** are pure functions of a draw's number and a stream's two keys (streams.py).
Draws come in blocks of 256; draw i and draw i + 128 of a block are the two normals of one
Box-Muller pair, 20 bits of its hash being the radius and 12 the angle. Only exact operations are
used (integers, and sums, products, fused products and roots of IEEE 754), so that a seed gives the
same on every machine, and a block is always made whole, so that a draw made alone is the same draw.

Arrays go from function to function whole, with the row that is meant: numba counts who holds an
array, and taking a row out of one in a loop costs more than what is done with it.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
from numba import float32, int16, int32, uint8, uint32
from numpy.typing import NDArray

from tieup.seats.draws.entries import Entries
from tieup.seats.draws.instructions import as_bits, as_float, fma, wide
from tieup.seats.draws.streams import BLOCK, HALF, Singles, Streams, Words

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def compiled(function: FunctionT) -> FunctionT:
    """Compile on first use, keep the result on disk, and let other threads run meanwhile."""
    return cast("FunctionT", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


class Room(NamedTuple):
    """Room to work in, a block of draws wide.

    Attributes:
        counters: shape (HALF,), well-mixed numbers of the block's pairs of draws.
        scales: shape (2, BLOCK), ones, and what makes the tails of a unit fat.
        luck: shape (rows of the fullest seat, BLOCK), normals of unit width.
        shared: shape (waves + 1, BLOCK), the last one zeros, which NOTHING finds.
        moves: shape (moves of the fullest seat, BLOCK).
        best, level, ranks: shape (BLOCK,), of the race.
    """

    counters: Words
    scales: Singles
    luck: Singles
    shared: Singles
    moves: Singles
    best: Singles
    level: Singles
    ranks: NDArray[np.int32]


# The rounds and multipliers of "lowbias32", a 32-bit finaliser found by search for the least bias:
# Chris Wellons, "Prospecting for Hash Functions", nullprogram.com/blog/2018/07/31. A stream's keys
# enter before each of its two multiplications. numba widens sums and products of 32-bit numbers;
# each is cut back.
_ONE, _TWO = np.uint32(0x7FEB352D), np.uint32(0x846CA68B)
_F = np.float32
#: More than a seat has candidates of DRAWN or more.
UNWANTED = 255

# -2 ln(1 + x) / x, sin(pi/2 x) / x and cos(pi/2 x), the last two in powers of x squared, fitted at
# Chebyshev's nodes: errors below 2e-6.
_LOG = tuple(
    _F(c)
    for c in (
        -1.9999975, 0.9997438, -0.66224104, 0.47029728, -0.29886916, 0.1331761, -0.028405651,
    )
)  # fmt: skip
_SIN = tuple(_F(c) for c in (1.5707964, -0.6459638, 0.07968992, -0.0046741506, 0.00015167512))
_COS = tuple(_F(c) for c in (0.99999994, -1.2336982, 0.2536507, -0.02081057, 0.0008581625))
_LN_QUARTER = _F(-2 * np.log(2))


@compiled
def _hashed(counter: Any, one: Any, two: Any) -> Any:  # noqa: ANN401 - numbers of numba
    """32 random bits of a stream: one keyed round after another."""
    x = uint32(uint32(counter ^ one) * _ONE)
    x = uint32(x ^ (x >> uint32(15)))
    x = uint32(uint32(x ^ two) * _TWO)
    return uint32(x ^ (x >> uint32(16)))


@compiled
def _normals(x: Any) -> tuple[Any, Any]:  # noqa: ANN401 - numbers of numba
    """Two independent standard normals from 32 random bits, by Box and Muller."""
    # sqrt(-2 ln u) of u in (0, 1) from the upper 20 bits: exponent, and a polynomial of the rest
    bits = as_bits(float32(uint32(x >> uint32(12))) + _F(0.5))
    power = float32(int32(int32(bits >> uint32(23)) - int32(127 + 20)))
    m = as_float(uint32((bits & uint32(0x7FFFFF)) | uint32(0x3F800000))) - _F(1)
    p = fma(_LOG[6], m, _LOG[5])
    p = fma(p, m, _LOG[4])
    p = fma(p, m, _LOG[3])
    p = fma(p, m, _LOG[2])
    p = fma(p, m, _LOG[1])
    p = fma(p, m, _LOG[0])
    radius = np.sqrt(max(fma(power, _LN_QUARTER, p * m), _F(0)))
    # sine and cosine over a half turn from 11 bits, and the other half by the sign of the radius
    y = fma(float32(int32(x & uint32(0x7FF))), _F(1 / 1024), _F(0.5 / 1024 - 1))
    q = y * y
    s = fma(_SIN[4], q, _SIN[3])
    s = fma(s, q, _SIN[2])
    s = fma(s, q, _SIN[1])
    s = fma(s, q, _SIN[0]) * y
    c = fma(_COS[4], q, _COS[3])
    c = fma(c, q, _COS[2])
    c = fma(c, q, _COS[1])
    c = fma(c, q, _COS[0])
    radius = as_float(as_bits(radius) ^ uint32((x & uint32(0x800)) << uint32(20)))
    return radius * c, radius * s


@compiled
def _counters(block: int, counters: Any) -> None:  # noqa: ANN401
    """Well-mixed numbers of a block's pairs of draws; shape (HALF,)."""
    for i in range(HALF):
        x = uint32(block * HALF + i)
        x = uint32(uint32(x ^ (x >> uint32(16))) * _ONE)
        x = uint32(uint32(x ^ (x >> uint32(15))) * _TWO)
        counters[i] = uint32(x ^ (x >> uint32(16)))


@compiled
def _scales(counters: Any, one: Any, two: Any, table: Any, scales: Any) -> None:  # noqa: ANN401
    """What makes a block's normals fat-tailed: a quantile of the table by draw; into row 1."""
    for i in range(HALF):
        x = _hashed(counters[i], one, two)
        scales[1, i] = table[x >> uint32(16)]
        scales[1, HALF + i] = table[x & uint32(0xFFFF)]


@compiled
def _luck(  # noqa: PLR0913, PLR0917 - numba takes no keywords
    counters: Any, one: Any, two: Any, scales: Any, fat: int, luck: Any, row: int  # noqa: ANN401
) -> None:  # fmt: skip
    """A stream's normals into a row, as they are (fat 0) or with the tails of its unit (fat 1)."""
    wide()
    for i in range(HALF):
        a, b = _normals(_hashed(counters[i], one, two))
        luck[row, i] = scales[fat, i] * a
        luck[row, HALF + i] = scales[fat, HALF + i] * b


@compiled
def _room(s: Streams, block: int) -> Room:
    """Room for a block, with what is the same in all seats."""
    wide()
    r = Room(
        np.empty(HALF, np.uint32),
        np.ones((2, BLOCK), np.float32),
        np.empty((max(s.widest, 1), BLOCK), np.float32),
        np.zeros((s.wave_sd.shape[0] + 1, BLOCK), np.float32),
        np.empty((s.most, BLOCK), np.float32),
        np.empty(BLOCK, np.float32),
        np.empty(BLOCK, np.float32),
        np.empty(BLOCK, np.int32),
    )
    _counters(block, r.counters)
    for turn in range(s.turns.shape[0]):
        wave, last = s.turns[turn], s.turns[max(turn - 1, 0)]
        if turn == 0 or s.wave[wave, 0] != s.wave[last, 0] or s.wave[wave, 1] != s.wave[last, 1]:
            fat = s.wave_fat[wave]
            if fat:
                _scales(r.counters, s.wave_tail[wave, 0], s.wave_tail[wave, 1], s.table, r.scales)
            _luck(r.counters, s.wave[wave, 0], s.wave[wave, 1], r.scales, fat, r.luck, 0)
        sd, parent = s.wave_sd[wave], s.wave_parent[wave]
        for i in range(BLOCK):
            r.shared[wave, i] = fma(sd, r.luck[0, i], r.shared[parent, i])
    return r


@compiled
def _in_seat(s: Streams, seat: int, r: Room) -> None:
    """The luck of every row of a seat, and how far voters move in it."""
    wide()
    if s.table.shape[0]:
        _scales(r.counters, s.seat_tail[seat, 0], s.seat_tail[seat, 1], s.table, r.scales)
    first = s.rows[seat]
    for row in range(first, s.rows[seat + 1]):
        _luck(r.counters, s.key[row, 0], s.key[row, 1], r.scales, s.fat[row], r.luck, row - first)
    first = s.moves[seat]
    for move in range(first, s.moves[seat + 1]):
        sd, parent, row = s.move_sd[move], s.move_parent[move], s.move_row[move]
        low, high, at = s.low[move], s.high[move], move - first
        for i in range(BLOCK):
            moved = fma(sd, r.luck[row, i], r.shared[parent, i]) if sd else r.shared[parent, i]
            r.moves[at, i] = min(max(moved, low), high)


@compiled
def _race(e: Entries, state: int, r: Room, winners: Any, to: int) -> None:  # noqa: ANN401
    """Whose root share is the largest, draw by draw: its place among the state's entries."""
    wide()
    best, level, ranks = r.best, r.level, r.ranks
    for i in range(BLOCK):
        best[i] = _F(-np.inf)
        ranks[i] = int32(0)
    for entry in range(e.first[state], e.first[state + 1]):
        rank = int32(entry - e.first[state])
        row, wave, sd = e.row[entry], e.wave[entry], e.sd[entry]
        if e.pulls[entry] == e.pulls[entry + 1]:
            centre = e.centre[entry]
            for i in range(BLOCK):
                root = centre + fma(sd, r.luck[row, i], r.shared[wave, i])
                better = root > best[i]
                best[i] = root if better else best[i]
                ranks[i] = rank if better else ranks[i]
        else:
            share = e.share[entry]
            for i in range(BLOCK):
                level[i] = share
            for pull in range(e.pulls[entry], e.pulls[entry + 1]):
                slope, move = e.slope[pull], e.puller[pull]
                for i in range(BLOCK):
                    level[i] = fma(slope, r.moves[move, i], level[i])
            for i in range(BLOCK):
                centre = np.sqrt(max(level[i], _F(0)))
                root = centre + fma(sd, r.luck[row, i], r.shared[wave, i])
                better = root > best[i]
                best[i] = root if better else best[i]
                ranks[i] = rank if better else ranks[i]
    for i in range(BLOCK):
        winners[to, i] = uint8(ranks[i])


@compiled
def _counted(winners: Any, at: int, rank: int, wins: Any, way: int, prize: int) -> int:  # noqa: ANN401, PLR0913, PLR0917
    """Add the draws that an entry wins to the prize's, and say how many they are."""
    wide()
    won = int16(0)
    for i in range(BLOCK):
        hit = int16(winners[at, i] == uint8(rank))
        wins[way, prize, i] = int16(wins[way, prize, i] + hit)
        won = int16(won + hit)
    return int(won)


@compiled
def draw_block(  # noqa: PLR0913, PLR0917 - numba takes no keywords
    s: Streams, e: Entries, block: int, start: int, stop: int, seats: Any, wins: Any, winners: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """One block of draws of seats that each stand in one way.

    Args:
        s: the streams.
        e: the entries.
        block: its number.
        start: the first of its draws that is wanted.
        stop: the first that is wanted no more.
        seats: shape (stop - start, prizes), takes the wins by draw.
        wins: shape (entries,), is added to.
        winners: shape (seats, BLOCK), takes the places of the winners among the entries, and
            UNWANTED in draws that are not wanted.
    """
    r = _room(s, block)
    tally = np.zeros((1, seats.shape[1], BLOCK), np.int16)
    for seat in range(s.rows.shape[0] - 1):
        _in_seat(s, seat, r)
        _race(e, seat, r, winners, seat)
        for i in range(start):
            winners[seat, i] = uint8(UNWANTED)
        for i in range(stop, BLOCK):
            winners[seat, i] = uint8(UNWANTED)
        for entry in range(e.first[seat], e.first[seat + 1]):
            rank = entry - e.first[seat]
            wins[entry] += _counted(winners, seat, rank, tally, 0, e.prize[entry])
    for i in range(start, stop):
        for prize in range(seats.shape[1]):
            seats[i - start, prize] = tally[0, prize, i]


@compiled
def sweep_block(s: Streams, e: Entries, block: int, way: Any, tally: Any) -> None:  # noqa: ANN401
    """One block of draws of many structures, which share the luck.

    Args:
        s: the streams.
        e: the entries.
        block: its number.
        way: shape (states,), the structure that each state is of.
        tally: shape (structures, prizes, BLOCK), takes the wins.
    """
    r = _room(s, block)
    winners = np.empty((1, BLOCK), np.uint8)
    tally[:] = int16(0)
    for seat in range(s.rows.shape[0] - 1):
        _in_seat(s, seat, r)
        for state in range(e.states[seat], e.states[seat + 1]):
            _race(e, state, r, winners, 0)
            for entry in range(e.first[state], e.first[state + 1]):
                _counted(winners, 0, entry - e.first[state], tally, way[state], e.prize[entry])
