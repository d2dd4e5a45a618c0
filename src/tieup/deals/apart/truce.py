"""A truce: stand-downs between two who are not allied, told seat by seat."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.deals.allocation import worth
from tieup.deals.apart.apart import apart_of
from tieup.deals.apart.standdowns import StandDowns, stand_downs
from tieup.deals.errors import DealError
from tieup.deals.prospects import Prospects
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats.projection import CHANCE_DIGITS


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftSeat:
    """A seat that one leaves to the other.

    Attributes:
        before, after: the chance that one of the two wins it, where both stand and where one does.
    """

    no: int
    name: str
    district: str
    giver: str
    taker: str
    before: float
    after: float

    def to_json(self) -> dict[str, Any]:
        """As the attributes."""
        return {
            "no": self.no,
            "name": self.name,
            "district": self.district,
            "giver": self.giver,
            "taker": self.taker,
            "before": round(self.before, CHANCE_DIGITS),
            "after": round(self.after, CHANCE_DIGITS),
        }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truce:
    """The best seats that two leave to each other.

    Attributes:
        between: the two.
        parliament: whether the seats are those of the Lok Sabha.
        draws: how many elections were drawn.
        found: seats left and gains.
        seats: the seats left, the best first.
    """

    between: tuple[str, ...]
    parliament: bool
    draws: int
    found: StandDowns
    seats: tuple[LeftSeat, ...]

    def to_json(self) -> dict[str, Any]:
        """Seats, gains, and whether it is proven best."""
        return {
            "between": list(self.between),
            "parliament": self.parliament,
            "draws": self.draws,
            **self.found.to_json(),
            "seats": [seat.to_json() for seat in self.seats],
        }


def truce(
    region: Region, scenario: Scenario, most: int, *, draws: int = 10_000, seed: int = 0
) -> Truce:
    """The best seats that the scenario's first two blocs leave to each other, of one party each.

    From the base of a Lok Sabha election, the seats are those of the Lok Sabha.

    Args:
        region: the region.
        scenario: its first two blocs are the two.
        most: seats left in all, at most.
        draws: elections to simulate.
        seed: of the draws.

    Raises:
        DealError: where the first two blocs are not there, or not of one party each.
        UnknownNameError: for an unknown party or election, with the nearest known.
    """
    pair = tuple(bloc[0] for bloc in scenario.blocs[:2] if len(bloc) == 1)
    if len(pair) != 2:  # noqa: PLR2004 - each other: two
        message = "stand-downs are between two who are not allied; write them as 'LF / INC'"
        raise DealError(message)
    parliament = region.election(scenario.base).by_segment
    one, other = pair
    apart = apart_of(region, scenario, one, other, draws=draws, seed=seed, parliament=parliament)
    found = stand_downs(apart, most)
    return Truce(
        between=pair,
        parliament=parliament,
        draws=draws,
        found=found,
        seats=_seats(apart, found),
    )


def _seats(prospects: Prospects, found: StandDowns) -> tuple[LeftSeat, ...]:
    chances = worth(prospects) / prospects.draws
    both = prospects.options.index(tuple(prospects.partners))
    told = []
    for giver, numbers in found.left.items():
        taker = next(p for p in prospects.partners if p != giver)
        option = prospects.options.index((taker,))
        for no in numbers:
            seat = prospects.numbers.index(no)
            told.append(
                LeftSeat(
                    no=no,
                    name=prospects.names[seat],
                    district=prospects.districts[seat],
                    giver=giver,
                    taker=taker,
                    before=float(chances[seat, both]),
                    after=float(chances[seat, option]),
                )
            )
    gains = np.array([seat.before - seat.after for seat in told])
    return tuple(told[n] for n in np.argsort(gains, kind="stable").tolist())
