"""How often the 90 percent interval of a party's seats held what happened, election by election.

    python benchmark/seats_cover.py [PACK]

Each assembly election is projected from the one before with the alliances that it was fought with,
once with the statewide shares that came out and once without them. Sizes of error come from all
pairs of elections but the tested one ("without it"), and from those up to the base alone ("until
it"), which is all that could be known then.
"""

import sys
from itertools import pairwise

from tieup.regions import Region, load_region
from tieup.scenarios import Scenario
from tieup.seats import ErrorSizes, contest, error_sizes, past_pairs, project

DRAWS, SEED = 10_000, 1
PARTIES = ("TMC", "BJP", "LF", "INC")


def outcome(region: Region, election: str) -> dict[str, tuple[float, int]]:
    """Percent of the votes, and seats, by party or front."""
    polled = contest(region, election)
    day = region.election(election).counted
    won = polled.seats_won()
    found = {}
    for party in PARTIES:
        members = frozenset(region.parties_of(party, day))
        seats = sum(won.get(member, 0) for member in members)
        found[party] = (100 * polled.statewide(members), seats)
    return found


def structure(region: Region, election: str) -> tuple[tuple[str, ...], ...]:
    """The alliances that the election was fought with."""
    allied = tuple(alliance.parties for alliance in region.election(election).alliances)
    named = {party for bloc in allied for party in bloc}
    return (*allied, *((party,) for party in PARTIES if party not in named))


def test(region: Region, pair: tuple[str, str], errors: ErrorSizes, *, known: bool) -> list[str]:
    """Print one projection against what happened; 'in' or 'out' by party."""
    base, target = pair
    real = outcome(region, target)
    shares = {party: share for party, (share, _) in real.items()} if known else {}
    scenario = Scenario(base=base, blocs=structure(region, target), shares=shares)
    projection = project(region, scenario, draws=DRAWS, seed=SEED, errors=errors)
    marks = []
    for party, (_, seats) in real.items():
        spread = projection.seats[party]
        marks.append("in" if spread.p05 <= seats <= spread.p95 else "out")
        interval = f"{spread.p05:4} {spread.p50:4} {spread.p95:4}"
        print(f"    {party:4} {interval}   was {seats:4}  {marks[-1]}")
    return marks


def main() -> None:
    """Print every test and the cover."""
    region = load_region(sys.argv[1] if len(sys.argv) > 1 else "west-bengal")
    assemblies = [e for e in region.elections.values() if e.kind == "assembly" and e.has_returns]
    ordered = [e.id for e in sorted(assemblies, key=lambda e: e.counted)]
    for known in (True, False):
        for way in ("without it", "until it"):
            marks = []
            print(f"shares {'known' if known else 'unknown'}, sizes of error {way}")
            for pair in pairwise(ordered):
                others = [other for other in past_pairs(region) if other != pair]
                errors = error_sizes(region, pair[0], others if way == "without it" else None)
                print(
                    f"  {pair[0]} to {pair[1]}: state {errors.state:.3f}, "
                    f"district {errors.district:.3f}, seat {errors.seat:.3f}"
                )
                marks += test(region, pair, errors, known=known)
            print(f"  cover: {marks.count('in')} of {len(marks)}\n")


if __name__ == "__main__":
    main()
