"""Drawing: simulated elections around a contest."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from tieup.seats.contest import Contest, Floats, Ints
from tieup.seats.draws.entries import entries
from tieup.seats.draws.field import Field, field
from tieup.seats.draws.leeway import Leeway
from tieup.seats.draws.lots import Lots
from tieup.seats.draws.sizes import Areas, Sizes
from tieup.seats.draws.streams import BLOCK, Streams
from tieup.seats.errors.errors import ErrorSizes

Progress = Callable[[int, int], None]

#: Threads that draw, where the machine has as many.
WORKERS = 2
#: Blocks that a thread makes before it tells how far it is.
AT_A_TIME = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Draws:
    """What the draws gave.

    Attributes:
        seats: shape (draws, parties), seats won; parties as in Contest.parties.
        wins: shape (seats, candidates), the number of draws that a candidate won.
        winners: shape (draws, seats), the candidate who won; (0, 0) where it was not asked for.
    """

    seats: NDArray[np.int32]
    wins: Ints
    winners: NDArray[np.int16]


def draw(  # noqa: PLR0913 - all but the first three are by keyword
    contest: Contest,
    contender_of: Mapping[str, str],
    errors: ErrorSizes,
    *,
    draws: int,
    seed: int,
    known: frozenset[str] = frozenset(),
    state: Mapping[str, float] | None = None,
    areas: Areas | None = None,
    factor: Floats | None = None,
    leeway: Sequence[Leeway] = (),
    only: range | None = None,
    keep_winners: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Draws:
    """Simulate elections around the contest.

    A candidate's root share is the contest's, plus an error of its contender statewide, of its
    contender in the region and in the district, and its own. The largest wins, of equals the first;
    scaling a seat's shares back to a sum of one would not change who that is, and is spared. Every
    random number is a function of the seed, the draw, the level, its unit and the contender's name
    alone: the order of parties changes nothing, nor does the number of draws or of threads, and two
    scenarios share their luck.

    Args:
        contest: votes after stand-downs, transfer and levels.
        contender_of: the contender of each party.
        errors: their sizes; with none, every draw is the contest itself.
        draws: how many; 0 for the contest itself, once.
        seed: of all streams, 0 or more.
        known: contenders whose statewide share is given, and has no error.
        state: standard deviations on the root scale of contenders' state errors, where they are
            others than `errors` and `known` say.
        areas: regions of the state that err together, and by how much.
        factor: shape (seats, candidates), what a candidate's own error is multiplied by.
        leeway: what is not known of where voters go.
        only: make these draws alone; they are what they are among all.
        keep_winners: keep who won each seat in each draw.
        workers: threads; by default two, where the machine has them.
        progress: told, now and then, the draws made and the draws wanted.
    """
    span = range(draws) if only is None else only
    if span.step != 1 or span.start < 0 or span.stop > max(draws, 1):
        message = f"draws {span}: not a part of the {draws} draws"
        raise ValueError(message)
    sizes = Sizes(errors=errors, known=known, state=state or {}, areas=areas)
    fixed = sizes.are_none and all(each.is_none for each in leeway)
    if not draws or fixed:
        return _without_error(contest, max(len(span), 1), keep_winners=keep_winners)
    lots = Lots(seed, sizes, contest.numbers, contest.districts)
    found = field(contest, contender_of, lots=lots, sizes=sizes, leeway=leeway, factor=factor)
    return _drawn(contest, found, lots.streams(), span, keep_winners, workers, progress)


def _drawn(  # noqa: PLR0913, PLR0917
    contest: Contest,
    found: Field,
    streams: Streams,
    span: range,
    keep_winners: bool,  # noqa: FBT001
    workers: int | None,
    progress: Progress | None,
) -> Draws:
    """The draws of a span, some blocks at a time."""
    from tieup.seats.draws.kernel import draw_block  # noqa: PLC0415 - numba takes a moment

    prizes = contest.party[found.state, found.candidate]
    racing, _ = entries(found, len(contest.numbers), prizes)
    seats = np.zeros((len(span), len(contest.parties)), dtype=np.int32)
    won = np.zeros(len(racing.row), dtype=np.int64)
    ranks = np.zeros((len(contest.numbers), len(span)) if keep_winners else (0, 0), dtype=np.uint8)
    lock = Lock()

    def task(blocks: range) -> int:
        mine = np.zeros_like(won)
        places = np.empty((len(contest.numbers), BLOCK), dtype=np.uint8)
        made = 0
        for block in blocks:
            first = max(span.start, block * BLOCK)
            last = min(span.stop, (block + 1) * BLOCK)
            here = slice(first - span.start, last - span.start)
            start, stop = first - block * BLOCK, last - block * BLOCK
            draw_block(streams, racing, block, start, stop, seats[here], mine, places)
            if keep_winners:
                ranks[:, here] = places[:, start:stop]
            made += last - first
        with lock:
            won[:] += mine
        return made

    blocks = range(span.start // BLOCK, -(-span.stop // BLOCK))
    parts = [blocks[at : at + AT_A_TIME] for at in range(0, len(blocks), AT_A_TIME)]
    done = 0
    for made in shared_out([partial(task, part) for part in parts], workers):
        done += made
        if progress:
            progress(done, len(span))
    return _gathered(contest, found, seats, won, ranks)


def _gathered(
    contest: Contest,
    found: Field,
    seats: NDArray[np.int32],
    won: Ints,
    ranks: NDArray[np.uint8],
) -> Draws:
    """Wins and winners by candidate, from those by entry."""
    wins = np.zeros(contest.votes.shape, dtype=np.int64)
    wins[found.state, found.candidate] = won
    winners = np.empty(ranks.shape, dtype=np.int16)
    for seat, row in enumerate(ranks):
        winners[seat] = found.candidate[found.state == seat][row]
    return Draws(seats=seats, wins=wins, winners=winners.T)


def _without_error(contest: Contest, draws: int, *, keep_winners: bool) -> Draws:
    """The contest itself, every time; its whole votes are compared, so that it is exact."""
    leaders = contest.leaders()
    seats = np.arange(len(leaders))
    won = np.bincount(contest.party[seats, leaders], minlength=len(contest.parties))
    wins = np.zeros(contest.votes.shape, dtype=np.int64)
    wins[seats, leaders] = draws
    winners = np.repeat(leaders[None].astype(np.int16), draws, axis=0)
    return Draws(
        seats=np.repeat(won[None].astype(np.int32), draws, axis=0),
        wins=wins,
        winners=winners if keep_winners else np.zeros((0, 0), dtype=np.int16),
    )


def shared_out(tasks: Sequence[Callable[[], int]], workers: int | None) -> Iterator[int]:
    """Run tasks on some threads, and give what each returns as it ends."""
    threads = min(workers or min(WORKERS, machine_cores()), len(tasks))
    if threads <= 1:
        yield from (task() for task in tasks)
        return
    with ThreadPoolExecutor(threads) as pool:
        running = [pool.submit(task) for task in tasks]
        try:
            yield from (done.result() for done in as_completed(running))
        finally:
            for each in running:
                each.cancel()


def machine_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
