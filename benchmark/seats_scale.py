"""On which scale do candidates stray alike, be they large or small?

    python benchmark/seats_scale.py [PACK]

For every pair of elections of one kind that follow one another: how each party or front moved in
each seat, less its mean move in the district, on three scales, by its share before.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np

from tieup.regions import Region, load_region
from tieup.seats import contest, past_pairs
from tieup.seats.contest import Bools, Floats, is_independent

SCALES: dict[str, Callable[[Floats], Floats]] = {
    "share": lambda share: share,
    "root share": np.sqrt,
    "log odds": lambda share: np.log(share / (1 - share)),
}
EDGES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 1.0)
#: A party speaks for a pair if it stood in this many seats both times.
SEATS = 20


def shares(region: Region, election: str) -> dict[str, Floats]:
    """Shares by seat of every party or front."""
    polled = contest(region, election)
    day = region.election(election).counted
    found: dict[str, Floats] = {}
    for party in polled.parties:
        if not is_independent(party):
            contender = region.front_of(party, day) or party
            mine = (polled.shares * polled.of(frozenset({party}))).sum(axis=1)
            found[contender] = found.get(contender, np.zeros(len(mine))) + mine
    return found


def residuals(region: Region, scale: Callable[[Floats], Floats]) -> Iterator[tuple[Floats, Floats]]:
    """Share before, and move less the district's mean, pair by pair and party by party."""
    for one, other in past_pairs(region):
        before, after = shares(region, one), shares(region, other)
        districts = contest(region, one).districts
        for contender in before.keys() & after.keys():
            both: Bools = (before[contender] > 0) & (after[contender] > 0)
            if both.sum() < SEATS:
                continue
            start = before[contender][both]
            moves = scale(after[contender][both]) - scale(start)
            places = districts[both]
            counts = np.maximum(np.bincount(places), 1)
            yield start, moves - (np.bincount(places, weights=moves) / counts)[places]


def main() -> None:
    """Print the spread of residuals by share, scale by scale."""
    region = load_region(sys.argv[1] if len(sys.argv) > 1 else "west-bengal")
    columns = {}
    for name, scale in SCALES.items():
        found = list(residuals(region, scale))
        start, left = (np.concatenate(part) for part in zip(*found, strict=True))
        columns[name] = [
            float(left[(low <= start) & (start < high)].std()) for low, high in pairwise(EDGES)
        ]
    print("share before  " + "".join(f"{name:>12}" for name in columns))
    for row, (low, high) in enumerate(pairwise(EDGES)):
        cells = "".join(f"{column[row]:12.3f}" for column in columns.values())
        print(f"{low:5.0%} to {high:4.0%} {cells}")


if __name__ == "__main__":
    main()
