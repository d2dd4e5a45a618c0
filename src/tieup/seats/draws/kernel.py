"""The kernel: numba's part of the draws. It stands in one file, and only functions import it.

In one file, as numba keeps what it has compiled by file, and would not see that a function of
another file has changed. Imported by functions alone, so that nobody waits for numba who draws
nothing.

**Random numbers** are pure functions of a draw's number and a stream's two keys (streams.py).
Draws come in blocks of 256; draw i and draw i + 128 of a block are the two normals of one
Box-Muller pair, 20 bits of its hash being the radius and 12 the angle. Only exact operations are
used (integers, and sums, products, fused products and roots of IEEE 754), so that a seed gives the
same on every machine, and a block is always made whole, so that a draw made alone is the same draw.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numba
import numpy as np
from numba import float32, int32, uint32
from numba.extending import intrinsic

from tieup.seats.draws.entries import Entries
from tieup.seats.draws.streams import BLOCK, HALF, Singles, Streams

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])


def compiled(function: FunctionT) -> FunctionT:
    """Compile on first use, keep the result on disk, and let other threads run meanwhile."""
    return cast("FunctionT", numba.njit(cache=True, nogil=True, error_model="numpy")(function))


class Room(NamedTuple):
    """Room to work in; all of shape (BLOCK,)."""

    none: Singles
    ones: Singles
    scales: Singles
    level: Singles
    best: Singles


def _bits(source: Any, target: Any) -> Any:  # noqa: ANN401 - numba's own types
    """An intrinsic that takes the bits of a number for a number of another kind."""

    def bitcast(_: Any, __: Any) -> Any:  # noqa: ANN401
        def generate(context: Any, builder: Any, call: Any, args: Any) -> Any:  # noqa: ANN401
            return builder.bitcast(args[0], context.get_value_type(call.return_type))

        return target(source), generate

    return intrinsic(bitcast)


def _fused(_: Any, a: Any, b: Any, c: Any) -> Any:  # noqa: ANN401, ARG001 - numba looks at the names
    """The product of two and the sum with the third, rounded once."""

    def generate(_: Any, builder: Any, __: Any, args: Any) -> Any:  # noqa: ANN401
        return builder.fma(*args)

    return float32(float32, float32, float32), generate


_fma: Any = intrinsic(_fused)
_as_float, _as_bits = _bits(uint32, float32), _bits(float32, uint32)

# The rounds and multipliers of "lowbias32", a 32-bit finaliser found by search for the least bias:
# Chris Wellons, "Prospecting for Hash Functions", nullprogram.com/blog/2018/07/31. A stream's keys
# enter before each of its two multiplications. numba widens products of 32-bit numbers; each is cut
# back.
_ONE, _TWO = np.uint32(0x7FEB352D), np.uint32(0x846CA68B)
_F = np.float32

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
    bits = _as_bits(float32(uint32(x >> uint32(12))) + _F(0.5))
    power = float32(int32(bits >> uint32(23)) - int32(127 + 20))
    m = _as_float(uint32((bits & uint32(0x7FFFFF)) | uint32(0x3F800000))) - _F(1)
    p = _fma(_LOG[6], m, _LOG[5])
    p = _fma(p, m, _LOG[4])
    p = _fma(p, m, _LOG[3])
    p = _fma(p, m, _LOG[2])
    p = _fma(p, m, _LOG[1])
    p = _fma(p, m, _LOG[0])
    radius = np.sqrt(max(_fma(power, _LN_QUARTER, p * m), _F(0)))
    # sine and cosine over a half turn from 11 bits, and the other half by the sign of the radius
    y = (float32(int32(x & uint32(0x7FF))) + _F(0.5)) * _F(1 / 1024) - _F(1)
    q = y * y
    s = _fma(_SIN[4], q, _SIN[3])
    s = _fma(s, q, _SIN[2])
    s = _fma(s, q, _SIN[1])
    s = _fma(s, q, _SIN[0]) * y
    c = _fma(_COS[4], q, _COS[3])
    c = _fma(c, q, _COS[2])
    c = _fma(c, q, _COS[1])
    c = _fma(c, q, _COS[0])
    radius = _as_float(_as_bits(radius) ^ uint32((x & uint32(0x800)) << uint32(20)))
    return radius * c, radius * s


@compiled
def _room() -> Room:
    return Room(
        np.zeros(BLOCK, np.float32),
        np.ones(BLOCK, np.float32),
        np.empty(BLOCK, np.float32),
        np.empty(BLOCK, np.float32),
        np.empty(BLOCK, np.float32),
    )


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
    """What makes a block's normals fat-tailed: a quantile of the table by draw; shape (BLOCK,)."""
    for i in range(HALF):
        x = _hashed(counters[i], one, two)
        scales[i] = table[x >> uint32(16)]
        scales[HALF + i] = table[x & uint32(0xFFFF)]


@compiled
def _noise(  # noqa: PLR0913, PLR0917
    counters: Any, one: Any, two: Any, sd: Any, scales: Any, under: Any, noise: Any  # noqa: ANN401
) -> None:  # fmt: skip
    """A stream's normals, sd times scale wide, on top of what is under them; shape (BLOCK,)."""
    for i in range(HALF):
        a, b = _normals(_hashed(counters[i], one, two))
        noise[i] = _fma(sd * scales[i], a, under[i])
        noise[HALF + i] = _fma(sd * scales[HALF + i], b, under[HALF + i])


@compiled
def _shared(s: Streams, counters: Any, own: Room, shared: Any) -> None:  # noqa: ANN401
    """What candidates share, wave by wave, each on top of its parent; shape (waves, BLOCK)."""
    for w in range(s.wave_sd.shape[0]):
        under = shared[s.wave_parent[w]] if s.wave_parent[w] >= 0 else own.none
        wide = own.ones
        if s.wave_heavy[w]:
            _scales(counters, s.wave_tail[w, 0], s.wave_tail[w, 1], s.table, own.scales)
            wide = own.scales
        _noise(counters, s.wave[w, 0], s.wave[w, 1], s.wave_sd[w], wide, under, shared[w])


@compiled
def _in_seat(s: Streams, seat: int, counters: Any, own: Room, shared: Any, noise: Any) -> None:  # noqa: ANN401, PLR0913, PLR0917
    """The noise of every row of a seat; shape (rows of the fullest seat, BLOCK)."""
    wide = own.ones
    if s.table.shape[0]:
        _scales(counters, s.seat_tail[seat, 0], s.seat_tail[seat, 1], s.table, own.scales)
        wide = own.scales
    for row in range(s.rows[seat], s.rows[seat + 1]):
        mine = noise[row - s.rows[seat]]
        under = shared[s.parent[row]] if s.parent[row] >= 0 else own.none
        scales = wide if s.heavy[row] else own.ones
        _noise(counters, s.keys[row, 0], s.keys[row, 1], s.sd[row], scales, under, mine)
        if not s.heavy[row]:
            for i in range(BLOCK):
                mine[i] = min(max(mine[i], s.low[row]), s.high[row])


@compiled
def _race(e: Entries, state: int, noise: Any, own: Room, ranks: Any) -> None:  # noqa: ANN401, C901 - calls cost in a loop
    """Whose root share is the largest, draw by draw: its place among the state's entries."""
    best, level = own.best, own.level
    for i in range(BLOCK):
        best[i] = _F(-np.inf)
        ranks[i] = int32(0)
    for entry in range(e.first[state], e.first[state + 1]):
        rank = int32(entry - e.first[state])
        mine = noise[e.row[entry]]
        if e.pulls[entry] == e.pulls[entry + 1]:
            centre = e.centre[entry]
            for i in range(BLOCK):
                root = centre + mine[i]
                if root > best[i]:
                    best[i] = root
                    ranks[i] = rank
        else:
            share = e.share[entry]
            for i in range(BLOCK):
                level[i] = share
            for pull in range(e.pulls[entry], e.pulls[entry + 1]):
                slope, moves = e.slope[pull], noise[e.puller[pull]]
                for i in range(BLOCK):
                    level[i] = _fma(slope, moves[i], level[i])
            for i in range(BLOCK):
                root = np.sqrt(max(level[i], _F(0))) + mine[i]
                if root > best[i]:
                    best[i] = root
                    ranks[i] = rank


@compiled
def _counted(ranks: Any, rank: Any, wins: Any) -> Any:  # noqa: ANN401
    """Add the draws that an entry wins, and say how many they are; wins of shape (BLOCK,)."""
    won = int32(0)
    for i in range(BLOCK):
        hit = int32(ranks[i] == rank)
        wins[i] += hit
        won = int32(won + hit)
    return won


@compiled
def _added(ranks: Any, rank: Any, wins: Any) -> None:  # noqa: ANN401
    """Add the draws that an entry wins; shape (BLOCK,), of the sweep's small numbers."""
    for i in range(BLOCK):
        wins[i] = np.int16(wins[i] + np.int16(ranks[i] == rank))


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
        winners: shape (seats, BLOCK), takes the places of the winners among the entries.
    """
    own = _room()
    counters = np.empty(HALF, np.uint32)
    shared = np.empty((s.wave_sd.shape[0], BLOCK), np.float32)
    noise = np.empty((s.widest, BLOCK), np.float32)
    ranks = np.empty(BLOCK, np.int32)
    tally = np.zeros((seats.shape[1], BLOCK), np.int32)
    _counters(block, counters)
    _shared(s, counters, own, shared)
    for seat in range(s.rows.shape[0] - 1):
        _in_seat(s, seat, counters, own, shared, noise)
        _race(e, seat, noise, own, ranks)
        for i in range(BLOCK):
            winners[seat, i] = np.int16(ranks[i])
        for i in range(start):
            ranks[i] = int32(-1)
        for i in range(stop, BLOCK):
            ranks[i] = int32(-1)
        for entry in range(e.first[seat], e.first[seat + 1]):
            rank = int32(entry - e.first[seat])
            wins[entry] += _counted(ranks, rank, tally[e.prize[entry]])
    for i in range(start, stop):
        for prize in range(seats.shape[1]):
            seats[i - start, prize] = tally[prize, i]


@compiled
def sweep_block(s: Streams, e: Entries, block: int, state_of: Any, tally: Any) -> None:  # noqa: ANN401
    """One block of draws of many structures, which share the noise and the states of seats.

    Args:
        s: the streams.
        e: the entries.
        block: its number.
        state_of: shape (structures, seats), the state that each seat is in.
        tally: shape (structures, prizes, BLOCK), takes the wins.
    """
    own = _room()
    counters = np.empty(HALF, np.uint32)
    shared = np.empty((s.wave_sd.shape[0], BLOCK), np.float32)
    noise = np.empty((s.widest, BLOCK), np.float32)
    ranks = np.empty(BLOCK, np.int32)
    winners = np.empty((e.first.shape[0] - 1, BLOCK), np.uint8)
    _counters(block, counters)
    _shared(s, counters, own, shared)
    for seat in range(s.rows.shape[0] - 1):
        _in_seat(s, seat, counters, own, shared, noise)
        for state in range(e.states[seat], e.states[seat + 1]):
            _race(e, state, noise, own, ranks)
            for i in range(BLOCK):
                winners[state, i] = np.uint8(ranks[i])
    tally[:] = np.int16(0)
    for structure in range(state_of.shape[0]):
        mine = tally[structure]
        for seat in range(state_of.shape[1]):
            state = state_of[structure, seat]
            for entry in range(e.first[state], e.first[state + 1]):
                _added(winners[state], np.uint8(entry - e.first[state]), mine[e.prize[entry]])
