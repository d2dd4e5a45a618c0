"""The draws in plain numpy, as they were before the kernel: what it is held to."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Contest, Ints, is_independent
from tieup.seats.draws import DRAWN
from tieup.seats.errors.errors import ErrorSizes

Singles = NDArray[np.float32]

#: Draws made at a time; a thousand of 294 seats and a dozen candidates take some 40 MB.
CHUNK = 1000


def draw(
    contest: Contest,
    contender_of: Mapping[str, str],
    errors: ErrorSizes,
    *,
    draws: int,
    seed: int,
    known: frozenset[str] = frozenset(),
) -> NDArray[np.int64]:
    """Shape (draws, parties): seats won."""
    field = _field(contest, contender_of)
    streams = [_Streams(seed, contender) for contender in field.contenders]
    sizes = [_sizes(contender, errors, known) for contender in field.contenders]
    seats = np.zeros((draws, len(contest.parties)), dtype=np.int64)
    centres = _centres(contest, errors)
    everywhere = np.arange(len(contest.numbers))
    for start in range(0, draws, CHUNK):
        size = min(CHUNK, draws - start)
        roots = np.full((field.drawn.shape[1], size, len(everywhere)), -np.inf, dtype=np.float32)
        for stream, sd, runs in zip(streams, sizes, field.runs, strict=True):
            for run, moves in zip(runs, stream.moves(size, len(runs), contest, sd), strict=True):
                drawn = centres[run.seats, run.candidates] + moves[:, run.seats]
                roots[run.ranks, :, run.seats] = drawn.T
        winners = field.drawn[everywhere, roots.argmax(axis=0)]
        parties = contest.party[everywhere, winners]
        seats[start : start + size] = _tally(parties, len(contest.parties))
    return seats


class _Streams:
    """A contender's random numbers, each level from a stream of its own."""

    def __init__(self, seed: int, contender: str) -> None:
        """Name the streams by seed and contender."""
        digest = hashlib.sha256(contender.encode()).digest()
        self._words = tuple(int.from_bytes(digest[at : at + 4], "big") for at in (0, 4, 8, 12))
        self._seed = seed
        self._streams: dict[int, np.random.Generator] = {}

    def _normal(self, level: int, shape: tuple[int, int]) -> Singles:
        """The next standard normals of a level."""
        if level not in self._streams:
            sequence = np.random.SeedSequence(self._seed, spawn_key=(*self._words, level))
            self._streams[level] = np.random.Generator(np.random.PCG64(sequence))
        return self._streams[level].standard_normal(shape, dtype=np.float32)

    def moves(
        self, draws: int, runs: int, contest: Contest, sizes: tuple[float, float, float]
    ) -> Iterator[Singles]:
        """Errors by (draw, seat), for each of the contender's candidates in a seat."""
        state, district, seat = map(np.float32, sizes)
        shared = state * self._normal(0, (draws, 1))
        districts = district * self._normal(1, (draws, int(contest.districts.max()) + 1))
        shared = shared + districts[:, contest.districts]
        for run in range(runs):
            yield shared + seat * self._normal(2 + run, (draws, len(contest.districts)))


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """A contender's first candidates in their seats, or its second ones, and so on.

    Attributes:
        seats, candidates: shape (n,), where it has one, and which one it is there.
        ranks: shape (n,), its place among the candidates that are drawn there.
    """

    seats: Ints
    candidates: Ints
    ranks: Ints


@dataclass(frozen=True, slots=True, eq=False)
class _Field:
    """The candidates that are drawn.

    Attributes:
        contenders: their contenders.
        runs: by contender.
        drawn: shape (seats, ranks), candidates in the order that decides ties; where a seat has
            fewer than another, its leader, who is never drawn there.
    """

    contenders: tuple[str, ...]
    runs: tuple[tuple[_Run, ...], ...]
    drawn: Ints


def _field(contest: Contest, contender_of: Mapping[str, str]) -> _Field:
    """Who is drawn: everybody with a share worth it, and at least each seat's leader."""
    leaders = contest.leaders()
    wanted = contest.stood & (contest.shares >= DRAWN)
    wanted[np.arange(len(leaders)), leaders] = True
    drawn = np.repeat(leaders[:, None], wanted.sum(axis=1).max(), axis=1)
    found: dict[str, list[list[tuple[int, int, int]]]] = {}
    for seat, candidates in enumerate(wanted):
        seen: dict[str, int] = {}
        for rank, candidate in enumerate(np.flatnonzero(candidates)):
            drawn[seat, rank] = candidate
            contender = contender_of[contest.parties[contest.party[seat, candidate]]]
            nth = seen[contender] = seen.get(contender, -1) + 1
            runs = found.setdefault(contender, [])
            runs.extend([] for _ in range(nth + 1 - len(runs)))
            runs[nth].append((seat, int(candidate), rank))
    return _Field(
        contenders=tuple(found),
        runs=tuple(
            tuple(_Run(*np.array(run, dtype=np.int64).T) for run in runs) for runs in found.values()
        ),
        drawn=drawn,
    )


def _sizes(contender: str, errors: ErrorSizes, known: frozenset[str]) -> tuple[float, float, float]:
    """Standard deviations of state, district and seat error.

    Independents share nothing: all of their error is each one's own.
    """
    if is_independent(contender):
        return 0.0, 0.0, float(np.hypot(np.hypot(errors.state, errors.district), errors.seat))
    return (0.0 if contender in known else errors.state), errors.district, errors.seat


def _centres(contest: Contest, errors: ErrorSizes) -> Singles:
    """Shape (seats, candidates): the root shares about which the draws scatter.

    The square of what scatters is larger on average than its centre's. The centre is lowered by
    what district and seat add, so that they leave a party's statewide share where it is.
    """
    added = errors.district**2 + errors.seat**2
    return np.sqrt(np.maximum(contest.shares - added, 0.0)).astype(np.float32)


def _tally(values: Ints, kinds: int) -> NDArray[np.int64]:
    """How often each kind stands in each row."""
    rows = np.arange(len(values))[:, None] * kinds
    counts = np.bincount((rows + values).ravel(), minlength=len(values) * kinds)
    return counts.reshape(len(values), kinds)
