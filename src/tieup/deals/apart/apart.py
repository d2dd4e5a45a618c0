"""Apart: two parties that are not allied, and what leaving each other seats would bring."""

from dataclasses import replace

import numpy as np

from tieup.deals.drawer import drawer, sizes_of
from tieup.deals.errors import DealError
from tieup.deals.parliament import parents
from tieup.deals.prospects import Prospects
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.simulation import check_numbers
from tieup.seats.staging.stage import Stage, stage


def apart_of(  # noqa: PLR0913 - all but the first four are by keyword
    region: Region,
    scenario: Scenario,
    one: str,
    other: str,
    *,
    draws: int = 10_000,
    seed: int = 0,
    errors: ErrorSizes | None = None,
    parliament: bool = False,
) -> Prospects:
    """What two parties that are not allied would win if the one, or the other, left each seat.

    Where only one of them stands, or neither, nothing can be left, and every option is the same.

    Args:
        region: the region.
        scenario: in which they are not allied.
        one: a party.
        other: another.
        draws: elections to simulate.
        seed: of the draws.
        errors: their sizes; by default as estimated from elections up to the base.
        parliament: seats are those of the Lok Sabha, sums of the assembly's.

    Raises:
        UnknownNameError: for an unknown party or election, with the nearest known.
        DealError: for partners of one bloc.
    """
    check_numbers(draws, seed)
    if scenario.are_partners(one, other):
        message = f"{one} and {other} are partners; stand-downs are for those who are not"
        raise DealError(message)
    first = stage(region, scenario)
    sizes = sizes_of(region, first, draws, errors)
    drawn = drawer(region, first, (one, other), draws, seed, sizes, parliament=parliament)
    polled, as_it_is = drawn(scenario)
    numbers = tuple(polled.numbers.tolist())
    meeting = _meeting(region, first, (one, other), parliament=parliament)
    group = [n for n, no in enumerate(numbers) if no in meeting]
    given = tuple(no for n in group for no in meeting[numbers[n]])
    layers = []
    for giver, taker in ((other, one), (one, other)):
        layer = as_it_is.copy()
        if given:
            before = scenario.leaves.get((giver, taker), ())
            leaves = {**scenario.leaves, (giver, taker): (*before, *given)}
            layer[:, group] = drawn(replace(scenario, leaves=leaves))[-1][:, group]
        layers.append(layer)
    places = parents(region) if parliament else {c.no: c for c in region.constituencies.values()}
    return Prospects(
        partners=(one, other),
        numbers=numbers,
        names=tuple(places[no].name for no in numbers),
        districts=tuple(places[no].district for no in numbers),
        options=((one,), (other,), (one, other)),
        winners=np.stack([*layers, as_it_is], axis=2),
        alone=as_it_is,
        mark=len(numbers) // 2 + 1,
        elsewhere=np.zeros(len(as_it_is), dtype=np.int64),
    )


def _meeting(
    region: Region, staged: Stage, pair: tuple[str, str], *, parliament: bool
) -> dict[int, list[int]]:
    """By seat, the assembly's seats of it in which both stand."""
    polled, members = staged.polled, staged.lineup.members
    stand = [polled.of(members[party]).any(axis=1) for party in pair]
    found: dict[int, list[int]] = {}
    for no in polled.numbers[stand[0] & stand[1]].tolist():
        parent = region.constituencies[no].parent_no if parliament else no
        if parent is not None:
            found.setdefault(parent, []).append(no)
    return found
