"""Staging: every structure set up, ready to be drawn together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.scenarios.structures import Structure
from tieup.seats.contest import Ints, is_independent
from tieup.seats.draws.entries import Entries, entries, joined
from tieup.seats.draws.field import field
from tieup.seats.draws.lots import Lots
from tieup.seats.draws.sizes import Sizes
from tieup.seats.draws.streams import Streams
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.errors.prepared import prepared
from tieup.seats.staging.stage import regrouped, stage


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Staged:
    """Every structure, ready to be drawn.

    Attributes:
        scenario: the first structure's, with the base's id as the region has it.
        chosen: the parties that are grouped.
        structures: the structures.
        contenders: who is drawn anywhere.
        streams: of their luck.
        entries: the states of every seat, prizes being places among the contenders.
        way: shape (states,), the structure that each state is of, as its place.
    """

    scenario: Scenario
    chosen: tuple[str, ...]
    structures: tuple[Structure, ...]
    contenders: tuple[str, ...]
    streams: Streams
    entries: Entries
    way: Ints

    def blocs(self, first: str) -> Ints:
        """Shape (structures, contenders): the number of each one's bloc; -1 for independents.

        Args:
            first: whose bloc is number 0.
        """
        found = np.empty((len(self.structures), len(self.contenders)), dtype=np.int64)
        for way, structure in enumerate(self.structures):
            ordered = sorted(structure, key=lambda bloc: first not in bloc)
            number = {party: n for n, bloc in enumerate(ordered) for party in bloc}
            others = len(structure)
            for place, contender in enumerate(self.contenders):
                if is_independent(contender):
                    found[way, place] = -1
                elif contender in number:
                    found[way, place] = number[contender]
                else:
                    found[way, place] = others
                    others += 1
        return found


def staged(  # noqa: PLR0913 - all but the first three are by keyword
    region: Region,
    scenario: Scenario,
    structures: Sequence[Structure],
    *,
    errors: ErrorSizes,
    seed: int,
    told: Callable[[], None],
) -> Staged:
    """Set every structure up, as `project` does.

    Raises:
        UnknownNameError: for a party or election that the region does not know.
        ScenarioError: for assumptions that can't be, or that no sweep can keep.
    """
    if scenario.standing or scenario.leaves or scenario.support:
        message = "a sweep takes no deals, stand-downs or outside support: it is over structures"
        raise ScenarioError(message)
    ways = [scenario.regrouped(structure) for structure in structures]
    first = stage(region, ways[0])
    seats = first.base.numbers
    lots = Lots(seed, Sizes(errors=errors), seats, first.base.districts)
    fields = []
    for way in ways:
        drawn = prepared(regrouped(region, first, way), errors, region)
        sizes = Sizes(errors=errors, state=drawn.state)
        lots.resize(sizes)
        fields.append(
            field(
                drawn.contest,
                drawn.contender_of,
                lots=lots,
                sizes=sizes,
                leeway=drawn.leeway,
                factor=drawn.factor,
            )
        )
        told()
    whole = joined(fields)
    # Contenders who are drawn nowhere are left out.
    met, prize = np.unique(whole.contender, return_inverse=True)
    racing, place = entries(whole, len(seats), prize)
    way_of = np.empty_like(place)
    way_of[place] = np.arange(len(place)) // len(seats)
    return Staged(
        scenario=first.scenario,
        chosen=tuple(party for bloc in structures[0] for party in bloc),
        structures=tuple(structures),
        contenders=tuple(whole.contenders[contender] for contender in met),
        streams=lots.streams(),
        entries=racing,
        way=way_of,
    )
