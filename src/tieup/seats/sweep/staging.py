"""Staging: every structure set up, ready to be drawn together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.scenarios.structures import Structure
from tieup.seats.contest import Ints, is_independent
from tieup.seats.draws.entries import Entries, entries, joined
from tieup.seats.draws.field import Field, field
from tieup.seats.draws.lots import Lots
from tieup.seats.draws.sizes import Sizes
from tieup.seats.draws.streams import Streams
from tieup.seats.errors.errors import ErrorSizes
from tieup.seats.errors.prepared import prepared
from tieup.seats.staging.stage import Stage, stage


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
        state_of: shape (structures, seats), the state that each seat is in.
    """

    scenario: Scenario
    chosen: tuple[str, ...]
    structures: tuple[Structure, ...]
    contenders: tuple[str, ...]
    streams: Streams
    entries: Entries
    state_of: Ints

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
    scenarios = [_under(scenario, structure) for structure in structures]
    first = stage(region, scenarios[0])
    ready = _Ready(first, errors, seed)
    found, rows = ready.one_by_one(region, scenarios, told)
    return ready.staged(found, rows, tuple(structures))


def _under(scenario: Scenario, structure: Structure) -> Scenario:
    """The scenario under a structure; of the transfer, what is between partners.

    Raises:
        ScenarioError: where it says who stands where, or supports whom from outside.
    """
    if scenario.standing or scenario.leaves or scenario.support:
        message = "a sweep takes no deals, stand-downs or outside support: it is over structures"
        raise ScenarioError(message)
    partners = {(a, b) for bloc in structure for a in bloc for b in bloc if a != b}
    return replace(
        scenario,
        blocs=structure,
        transfer={pair: part for pair, part in scenario.transfer.items() if pair in partners},
        transfer_errors={
            pair: error for pair, error in scenario.transfer_errors.items() if pair in partners
        },
    )


class _Ready:
    """What structures are staged with."""

    def __init__(self, first: Stage, errors: ErrorSizes, seed: int) -> None:
        """Begin with no streams."""
        self._first, self._errors = first, errors
        self._lots = Lots(seed, Sizes(errors=errors), first.base.numbers, first.base.districts)

    def one_by_one(
        self, region: Region, scenarios: Sequence[Scenario], told: Callable[[], None]
    ) -> tuple[Field, Ints]:
        """Every seat's state under each structure, as `project` sets it up."""
        fields = []
        for number, scenario in enumerate(scenarios):
            at = stage(region, scenario) if number else self._first
            drawn = prepared(at, self._errors, region)
            sizes = Sizes(errors=self._errors, state=drawn.state)
            self._lots.resize(sizes)
            fields.append(
                field(
                    drawn.contest,
                    at.lineup.contender_of,
                    lots=self._lots,
                    sizes=sizes,
                    leeway=drawn.leeway,
                    factor=drawn.factor,
                )
            )
            told()
        numbers = np.arange(len(scenarios) * len(self._first.base.numbers))
        return joined(fields), numbers.reshape(len(scenarios), -1)

    def staged(self, found: Field, rows: Ints, structures: tuple[Structure, ...]) -> Staged:
        """All of it, ready to be drawn; contenders who are drawn nowhere left out."""
        met, prize = np.unique(found.contender, return_inverse=True)
        racing, number = entries(found, rows.shape[1], prize)
        return Staged(
            scenario=self._first.scenario,
            chosen=tuple(party for bloc in structures[0] for party in bloc),
            structures=structures,
            contenders=tuple(found.contenders[contender] for contender in met),
            streams=self._lots.streams(),
            entries=racing,
            state_of=number[rows],
        )
