"""How fast elections are drawn: the kernel beside plain numpy, in one run.

    python benchmark/draws.py

A made-up house of 294 seats in 23 districts with 8 parties in each, 10,000 draws: state, district
and seat errors, the winner of each seat, seats by party and draw. Medians of several runs, by the
clock and by the time that the processor gave; where others use the machine, the clock tells of them
as well. The machine's limit is what it takes to write as many single numbers, and to hash as many.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tieup.seats import Contest, ErrorSizes
from tieup.seats.draws import draw
from tieup.seats.draws.drawing import machine_cores

SEATS, DISTRICTS, PARTIES, DRAWS = 294, 23, 8, 10_000
SIZES = ErrorSizes(state=0.1, district=0.06, seat=0.07)
RUNS = 7
CELLS = SEATS * PARTIES * DRAWS


def house() -> Contest:
    """Votes in every seat."""
    random = np.random.Generator(np.random.PCG64(1))
    return Contest(
        numbers=np.arange(1, SEATS + 1),
        districts=np.arange(SEATS) * DISTRICTS // SEATS,
        parties=tuple("ABCDEFGH"[:PARTIES]),
        party=np.tile(np.arange(PARTIES), (SEATS, 1)),
        votes=random.integers(5_000, 60_000, (SEATS, PARTIES)).astype(np.float64),
        rest=np.zeros(SEATS),
        abstainers=np.zeros(SEATS),
    )


def plain(contest: Contest, kind: type[np.floating], chunk: int) -> NDArray[np.int64]:
    """Shape (draws, parties): seats won, in plain numpy, some draws at a time."""
    random = np.random.Generator(np.random.PCG64(2))
    added = SIZES.district**2 + SIZES.seat**2
    centres = np.sqrt(np.maximum(contest.shares - added, 0)).astype(kind)
    seats = np.empty((DRAWS, PARTIES), dtype=np.int64)
    for start in range(0, DRAWS, chunk):
        size = min(chunk, DRAWS - start)

        def normal(sd: float, *shape: int, size: int = size) -> NDArray[np.floating]:
            return kind(sd) * random.standard_normal((size, *shape), dtype=kind)

        roots = normal(SIZES.seat, SEATS, PARTIES)
        roots += normal(SIZES.district, DISTRICTS, PARTIES)[:, contest.districts]
        roots += normal(SIZES.state, 1, PARTIES)
        roots += centres
        winners = roots.argmax(axis=2)
        rows = np.arange(size)[:, None] * PARTIES
        counts = np.bincount((rows + winners).ravel(), minlength=size * PARTIES)
        seats[start : start + size] = counts.reshape(size, PARTIES)
    return seats


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor, medians."""
    work()
    clock, processor = [], []
    for _ in range(RUNS):
        start, begun = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        processor.append(time.process_time() - begun)
    return 1e3 * statistics.median(clock), 1e3 * statistics.median(processor)


def tell(name: str, times: tuple[float, float]) -> None:
    """One line."""
    clock, processor = times
    cell = 1e6 * processor / CELLS
    print(f"  {name:34} {clock:8.1f} ms {processor:8.1f} ms of processor {cell:6.2f} ns a cell")


def limits() -> tuple[Callable[[], object], Callable[[], object]]:
    """Writing, and hashing, as many cells."""
    import numba  # noqa: PLC0415

    from tieup.seats.draws.kernel import _hashed  # noqa: PLC0415

    cells = np.empty(CELLS, dtype=np.float32)

    @numba.njit(nogil=True)
    def hashing(count: int) -> np.uint32:
        found = np.uint32(0)
        for i in range(count):
            found ^= _hashed(np.uint32(i), np.uint32(77), np.uint32(91))
        return found

    return lambda: cells.fill(1.5), lambda: hashing(CELLS)


def compile_time(folder: str) -> float:
    """Seconds until a fresh process has drawn once, less what it takes without drawing."""
    setting = os.environ | {"NUMBA_CACHE_DIR": folder}
    times = []
    for errors in ("0.1", "0.0"):
        code = (
            "import sys; sys.path.insert(0, 'benchmark'); import draws; "
            "from tieup.seats import ErrorSizes as E; from tieup.seats.draws import draw; "
            f"house = draws.house(); sizes = E(state={errors}, district=0, seat=0); "
            "draw(house, {p: p for p in house.parties}, sizes, draws=256, seed=1)"
        )
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], env=setting, check=True)
        times.append(time.perf_counter() - start)
    return times[0] - times[1]


def main() -> None:
    """Print all."""
    contest = house()
    contenders = {party: party for party in contest.parties}

    def ours(workers: int) -> Callable[[], object]:
        return lambda: draw(contest, contenders, SIZES, draws=DRAWS, seed=1, workers=workers)

    print(f"{DRAWS:,} draws of {SEATS} seats with {PARTIES} parties; load {os.getloadavg()[0]:.1f}")
    one = measured(ours(1))
    tell("kernel, one core (mark: 60 ms)", one)
    if machine_cores() > 1:
        tell("kernel, two cores", measured(ours(2)))
    double = measured(lambda: plain(contest, np.float64, 500))
    single = measured(lambda: plain(contest, np.float32, 500))
    tell("numpy, double precision", double)
    tell("numpy, single precision", single)
    tell("numpy, single, all draws at once", measured(lambda: plain(contest, np.float32, DRAWS)))
    writing, hashing = limits()
    tell("limit: write the cells", measured(writing))
    tell("limit: hash the cells", measured(hashing))
    print(f"  numpy single / kernel: {single[1] / one[1]:.1f} times (mark: 7)")
    print(f"  numpy double / kernel: {double[1] / one[1]:.1f} times")
    again = draw(contest, contenders, SIZES, draws=DRAWS, seed=1, workers=2).seats
    same = (again == draw(contest, contenders, SIZES, draws=DRAWS, seed=1, workers=1).seats).all()
    print(f"  one core and two give the same: {'yes' if same else 'NO'}")
    with tempfile.TemporaryDirectory() as folder:
        cold, kept = compile_time(folder), compile_time(folder)
        print(f"  first draw, compiled: {cold:.1f} s; then kept: {kept:.1f} s")


if __name__ == "__main__":
    main()
