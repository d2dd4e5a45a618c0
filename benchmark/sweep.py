"""How fast all structures of some parties are swept, staging among it.

    python benchmark/sweep.py [PACK] [BASE]

203 structures of 6 parties, 877 of 7 and 4,140 of 8, 10,000 draws each, on two cores where the
machine has them: the parties with the most votes at the base. Sizes of error are estimated before,
and everything is compiled. Memory is the most that the process ever held. Where others use the
machine the clock tells of them as well: what the processor gave, shared by the cores, is the least
that a sweep takes.
"""

import os
import resource
import sys
import time

from tieup.regions import Region, load_region
from tieup.scenarios import Scenario
from tieup.seats import ErrorSizes, contest, error_sizes
from tieup.seats.contest import is_independent
from tieup.seats.draws.drawing import WORKERS, machine_cores
from tieup.seats.sweep import sweep
from tieup.seats.sweep.staging import staged
from tieup.seats.sweep.ways import structures

DRAWS, SEED = 10_000, 1
CORES = min(WORKERS, machine_cores())


def largest(region: Region, base: str) -> list[str]:
    """Parties and fronts by votes at the base, the largest first."""
    polled = contest(region, base)
    day = region.election(base).counted
    shares: dict[str, float] = {}
    for party in polled.parties:
        if not is_independent(party):
            contender = region.front_of(party, day) or party
            share = polled.statewide(frozenset({party}))
            shares[contender] = shares.get(contender, 0.0) + share
    return sorted(shares, key=lambda contender: -shares[contender])


def test(region: Region, scenario: Scenario, parties: list[str], errors: ErrorSizes) -> None:
    """Print one sweep."""
    start, begun = time.perf_counter(), time.process_time()
    found = sweep(region, scenario, parties, draws=DRAWS, seed=SEED, errors=errors)
    clock, processor = time.perf_counter() - start, time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"  {len(found.outcomes):5} structures of {len(parties)}: {clock:6.1f} s, "
        f"{processor:6.1f} s of processor, {processor / CORES:6.1f} s a core, {memory:.2f} GB"
    )


def main() -> None:
    """Print the sweeps."""
    region = load_region(sys.argv[1] if len(sys.argv) > 1 else "west-bengal")
    base = sys.argv[2] if len(sys.argv) > 2 else "WB-2026"  # noqa: PLR2004
    chosen = largest(region, base)[:8]
    estimated = error_sizes(region, base)
    scenario = Scenario(base=base, blocs=(tuple(chosen),))
    sweep(region, scenario, chosen[:2], draws=10, errors=estimated)
    print(f"{base}: {', '.join(chosen)}; {DRAWS:,} draws; load {os.getloadavg()[0]:.1f}")
    ways = structures(chosen[:6])
    begun = time.process_time()
    staged(region, scenario, ways, errors=estimated, seed=SEED, told=lambda: None)
    print(
        f"  staging {len(ways)} of them, on one: {time.process_time() - begun:.1f} s of processor"
    )
    print(" with the sizes that are estimated (mark: 4 s for 203)")
    for number in (6, 7, 8):
        test(region, scenario, chosen[:number], estimated)
    plain = ErrorSizes(
        state=estimated.state, district=estimated.district, seat=estimated.seat,
        tails=estimated.tails,
    )  # fmt: skip
    if estimated != plain:
        print(" without pull and widths")
        test(region, scenario, chosen[:6], plain)


if __name__ == "__main__":
    main()
