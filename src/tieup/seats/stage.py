"""A stage: a scenario set up on its base, with everybody in place, before anything is drawn."""

from dataclasses import dataclass, replace

from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.contest import Contest, contest
from tieup.seats.levels import levelled
from tieup.seats.lineup import Lineup, lineup
from tieup.seats.standing import StandDown, stand_downs
from tieup.seats.followers import transferred


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stage:
    """A scenario on its base.

    Attributes:
        scenario: with the base's id as the region has it.
        base: the votes of the base election.
        lineup: who acts as one, and in which bloc.
        downs: who leaves which seats to whom.
        polled: the votes after stand-downs, transfer, swing and shares.
    """

    scenario: Scenario
    base: Contest
    lineup: Lineup
    downs: tuple[StandDown, ...]
    polled: Contest


def stage(region: Region, scenario: Scenario) -> Stage:
    """Set a scenario up.

    Raises:
        UnknownNameError: for a party or election that the region does not know, or a base without
            returns, with the nearest known.
        ScenarioError: for a scenario that can't be.
    """
    election = region.election(scenario.base)
    base = contest(region, election.id)
    sides = lineup(region, scenario, base.parties)
    downs = stand_downs(base, sides, scenario.friendly)
    return Stage(
        scenario=replace(scenario, base=election.id),
        base=base,
        lineup=sides,
        downs=downs,
        polled=levelled(transferred(base, downs, scenario.transfer), sides, scenario),
    )
