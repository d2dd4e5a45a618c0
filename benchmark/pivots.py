"""How fast power is worked out: every coalition of 8 blocs in 10,000 hung houses.

    python benchmark/pivots.py

The enumeration beside the same in plain numpy, which finds no smallest winning coalitions; both in
one run, medians of several, in milliseconds of the processor.
"""

import statistics
import time
from collections.abc import Callable
from math import factorial

import numpy as np
from numpy.typing import NDArray

from tieup.seats.pivots import pivots

DRAWS, BLOCS, SEATS, MARK = 10_000, 8, 294, 148
RUNS = 9


def houses() -> NDArray[np.int32]:
    """Shape (draws, blocs), nearly all of them hung."""
    random = np.random.Generator(np.random.PCG64(1))
    strengths = random.dirichlet(np.full(BLOCS, 3.0), DRAWS)
    return random.multinomial(SEATS, strengths).astype(np.int32)


def plain(seats: NDArray[np.int32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean Shapley-Shubik and Banzhaf indices in plain numpy."""
    hung = seats[seats.max(axis=1) < MARK]
    coalitions = np.arange(2**BLOCS)
    inside = (coalitions[:, None] >> np.arange(BLOCS)) & 1
    majority = inside.astype(np.int32) @ hung.T >= MARK
    sizes = inside.sum(axis=1)
    orders = np.array(
        [factorial(k) * factorial(BLOCS - k - 1) / factorial(BLOCS) for k in range(BLOCS)]
    )
    shapley, swings = np.zeros(hung.shape), np.zeros(hung.shape)
    for bloc in range(BLOCS):
        without = coalitions[inside[:, bloc] == 0]
        pivotal = majority[without | (1 << bloc)] & ~majority[without]
        shapley[:, bloc] = orders[sizes[without]] @ pivotal
        swings[:, bloc] = pivotal.sum(axis=0)
    return shapley.mean(axis=0), (swings / swings.sum(axis=1, keepdims=True)).mean(axis=0)


def measured(work: Callable[[], object]) -> float:
    """Milliseconds, the median."""
    work()
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return 1e3 * statistics.median(times)


def main() -> None:
    """Print both, and how far apart they are."""
    seats = houses()
    ours, theirs = measured(lambda: pivots(seats, MARK)), measured(lambda: plain(seats))
    found, (shapley, banzhaf) = pivots(seats, MARK), plain(seats)
    apart = max(
        float(np.abs(found.shapley_shubik - shapley).max()),
        float(np.abs(found.banzhaf - banzhaf).max()),
    )
    print(f"{DRAWS:,} draws of {BLOCS} blocs, {found.hung:,} hung")
    print(f"  enumeration: {ours:6.1f} ms (mark: 20), {len(found.coalitions)} smallest coalitions")
    print(f"  numpy:       {theirs:6.1f} ms, {theirs / ours:.1f} times as long")
    print(f"  the indices differ by at most {apart:.0e}")


if __name__ == "__main__":
    main()
