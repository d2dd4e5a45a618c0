"""Fielding: the prospects of a scenario's bloc, each partner tried in every seat."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from tieup.deals.drawer import drawer, sizes_of
from tieup.deals.errors import DealError
from tieup.deals.prospects import NONE, Footing, Option, Prospects
from tieup.deals.stability import Structure, Values
from tieup.regions import Region, UnknownNameError
from tieup.scenarios import Scenario
from tieup.seats.contest import NOBODY, Ints
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.simulation import check_numbers
from tieup.seats.staging.stage import Stage, stage

Progress = Callable[[int, int], None]


def prospects_of(  # noqa: PLR0913 - all but the first two are by keyword
    region: Region,
    scenario: Scenario,
    *,
    bloc: int = 0,
    friendly: Sequence[Option] = (),
    draws: int = 10_000,
    seed: int = 0,
    errors: ErrorSizes | None = None,
    progress: Progress | None = None,
) -> Prospects:
    """What each partner of a bloc would win in each seat, and what it would win alone.

    For each partner the scenario is drawn as if it stood for the bloc everywhere, for each friendly
    contest as if both did, and once with the bloc apart: with the same random numbers throughout.
    Who supports the bloc from outside (Scenario.support) counts for its majority, but in draws in
    which the supporter has one by itself.

    A deal drawn by itself (Scenario.standing) has the same winners, draw for draw, wherever a seat
    depends on its own votes alone. Statewide shares, errors by how strong a party is where it
    stands, and what lasts of its distance from its mean, depend on other seats, too: here they are
    those of a partner who stands everywhere, so that no seat looks better for where else it stands.

    Args:
        region: the region.
        scenario: with the bloc among its blocs.
        bloc: which of them.
        friendly: pairs of partners whose friendly contests are to be known.
        draws: elections to simulate; 0 for the scenario without error.
        seed: of the draws.
        errors: their sizes; by default as estimated from elections up to the base.
        progress: told how many ways to stand are drawn, of how many.

    Raises:
        UnknownNameError: for an unknown party or election, or a friendly contest with somebody who
            is no partner, with the nearest known.
        DealError: for a bloc of one.
        ScenarioError: for a scenario that can't be, or a partner without any votes at the base.
    """
    check_numbers(draws, seed)
    first = stage(region, scenario)
    partners = first.lineup.blocs[bloc]
    if len(partners) == 1:
        message = f"{partners[0]} stands alone; a deal is between partners, such as LF+INC"
        raise DealError(message)
    for partner in partners:
        if not first.lineup.members[partner]:
            message = (
                f"{partner} had no votes at {first.scenario.base}: say where they come from "
                "(--split), or leave it out"
            )
            raise DealError(message)
    for partner in chain.from_iterable(friendly):
        if partner not in partners:
            noun = "partner"
            raise UnknownNameError(noun, partner, partners)
    options = (*((partner,) for partner in partners), *map(tuple, friendly))
    backers = tuple(who for who, whom in scenario.support if whom in partners)
    sizes = sizes_of(region, first, draws, errors)
    drawn = drawer(region, first, (*partners, *backers), draws, seed, sizes, alike=partners)
    numbers = tuple(first.base.numbers.tolist())
    theirs = {p: s for p, s in scenario.standing.items() if p not in partners}
    layers = []
    for done, standing in enumerate(options, start=1):
        given = dict.fromkeys(standing, numbers)
        layers.append(drawn(replace(scenario, standing=theirs | given, friendly="none"))[-1])
        if progress:
            progress(done, len(options) + 1)
    blocs = list(scenario.blocs)
    blocs[bloc : bloc + 1] = [(partner,) for partner in partners]
    alone = drawn(scenario.regrouped(tuple(blocs)))[-1]
    if progress:
        progress(len(options) + 1, len(options) + 1)
    winners = np.stack(layers, axis=2)
    # Who comes after the partners is a backer.
    outside = winners >= len(partners)
    return Prospects(
        partners=partners,
        numbers=numbers,
        names=tuple(region.constituencies[no].name for no in numbers),
        districts=tuple(region.constituencies[no].district for no in numbers),
        options=options,
        winners=np.where(outside, np.int8(NONE), winners),
        alone=np.where(alone >= len(partners), np.int8(NONE), alone),
        mark=region.majority_mark,
        elsewhere=np.zeros(len(alone), dtype=np.int64),
        sitting=_sitting(first, partners),
        previous=_previous(first, partners),
        footing=footing_of(region, first, partners),
        backing=np.where(outside, winners - len(partners), NONE).astype(np.int8)
        if backers
        else None,
    )


def values_of(  # noqa: PLR0913 - all but the first two are by keyword
    region: Region,
    scenario: Scenario,
    *,
    bloc: int = 0,
    draws: int = 10_000,
    seed: int = 0,
    errors: ErrorSizes | None = None,
) -> Values:
    """Seats by draw of every partner in any structure of a bloc's partners.

    Those who stand together leave seats to the stronger of them, as a projection has it. Errors are
    those of the prospects: a difference from them is of the same draws.
    """
    first = stage(region, scenario)
    partners = first.lineup.blocs[bloc]
    sizes = sizes_of(region, first, draws, errors)
    drawn = drawer(region, first, partners, draws, seed, sizes, alike=partners)

    def values(structure: Structure) -> dict[str, Ints]:
        groups = [tuple(p for p in partners if p in group) for group in structure]
        groups.sort(key=lambda group: partners.index(group[0]))
        blocs = (*scenario.blocs[:bloc], *groups, *scenario.blocs[bloc + 1 :])
        _, winners = drawn(scenario.regrouped(blocs))
        return {p: (winners == n).sum(axis=1) for n, p in enumerate(partners)}

    return values


def footing_of(region: Region, staged: Stage, partners: Sequence[str]) -> Footing:
    """How partners stood at the stage's base."""
    base, members = staged.base, staged.lineup.members
    mine = [base.of(members[partner]) for partner in partners]
    votes = np.stack([(base.votes * each).sum(axis=1) for each in mine], axis=1)
    # The columns are in order of votes, so that a candidate's column is its place.
    places = np.stack([np.where(e.any(axis=1), e.argmax(axis=1) + 1, 0) for e in mine], axis=1)
    election = region.election(staged.scenario.base)
    told = str(election.year)
    return Footing(
        base=f"the Lok Sabha election of {told}" if election.by_segment else told,
        votes=votes,
        places=places,
        parties=tuple(
            tuple(
                base.parties[base.party[seat, place - 1]] if place else partner
                for partner, place in zip(partners, row, strict=True)
            )
            for seat, row in enumerate(places.tolist())
        ),
    )


def _sitting(staged: Stage, partners: Sequence[str]) -> dict[int, str]:
    """Who won a seat at the base, where it is one of the partners."""
    base, contender_of = staged.base, staged.lineup.contender_of
    won = base.party[np.arange(len(base.numbers)), base.leaders()]
    holders = [contender_of[base.parties[party]] for party in won.tolist()]
    numbers = base.numbers.tolist()
    return {no: who for no, who in zip(numbers, holders, strict=True) if who in partners}


def _previous(staged: Stage, partners: Sequence[str]) -> dict[int, Option]:
    """Which of the partners stood in a seat at the base, where any did."""
    base, contender_of = staged.base, staged.lineup.contender_of
    found: dict[int, Option] = {}
    for no, row in zip(base.numbers.tolist(), base.party.tolist(), strict=True):
        stood = {contender_of[base.parties[party]] for party in row if party != NOBODY}
        standing = tuple(partner for partner in partners if partner in stood)
        if standing:
            found[no] = standing
    return found
