"""A drawer: any scenario drawn with the same luck, as which partner wins each seat."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tieup.deals.parliament import by_parent, of_sums
from tieup.deals.prospects import NONE, Winners
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.contest import Contest
from tieup.seats.errors.errors import NO_ERROR, ErrorSizes, error_sizes
from tieup.seats.errors.prepared import prepared
from tieup.seats.staging.stage import Stage, stage

#: Of a scenario the votes that are drawn, and which partner wins, shape (draws, seats).
Drawn = Callable[[Scenario], tuple[Contest, Winners]]


def drawer(  # noqa: PLR0913, PLR0917 - all but the last are always given
    region: Region,
    first: Stage,
    partners: Sequence[str],
    draws: int,
    seed: int,
    sizes: ErrorSizes,
    *,
    alike: Sequence[str] = (),
    parliament: bool = False,
) -> Drawn:
    """Draws any scenario of a stage's region and base, with the same luck.

    Statewide errors are as wide as in the first stage, whoever stands and whoever walks out: else
    two ways to stand would differ by how far a party errs, not by its votes alone. Those err
    `alike` of whom it is to be chosen who stands: else the one whose error is widest would be the
    best long shot, whatever its votes.
    """
    states = dict(prepared(first, sizes, region).state)
    theirs = [states[partner] for partner in alike if partner in states]
    if theirs:
        states |= dict.fromkeys(alike, float(np.sqrt(np.mean(np.square(theirs)))))

    def drawn(scenario: Scenario) -> tuple[Contest, Winners]:
        staged = stage(region, scenario)
        ready = replace(prepared(staged, sizes, region), state=states)
        if parliament:
            sums = by_parent(region, ready.contest)
            errors = of_sums(sizes, sums, ready.contest)
            ready = replace(ready, contest=sums, errors=errors, factor=None, leeway=())
        elif not draws:
            ready = replace(ready, leeway=())
        found = ready.draw(draws=draws, seed=seed, keep_winners=True)
        return ready.contest, _partners(staged, ready.contest, found.winners, partners)

    return drawn


def sizes_of(region: Region, staged: Stage, draws: int, given: ErrorSizes | None) -> ErrorSizes:
    """Those given, else the base's, by which what a seat would bring does not hang on others."""
    if not draws:
        return NO_ERROR
    return given or error_sizes(region, staged.scenario.base, pulled=False)


def _partners(
    staged: Stage, polled: Contest, winners: NDArray[np.int16], partners: Sequence[str]
) -> Winners:
    """Winning candidates as indices of partners; NONE for all others."""
    contender_of = staged.lineup.contender_of
    place = {contender: number for number, contender in enumerate(partners)}
    by_party = [place.get(contender_of.get(party, ""), NONE) for party in polled.parties]
    of_party = np.array([*by_party, NONE], dtype=np.int8)
    # NOBODY, which is -1, takes the last one.
    of_candidate = of_party[polled.party]
    won: Winners = of_candidate[np.arange(len(polled.numbers)), winners]
    return won
