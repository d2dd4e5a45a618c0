"""Stand-downs without an alliance: the best seats to leave to each other.

Both stand everywhere, as friendly contests that nobody calls so, but in the seats that one leaves
to the other. The prospects tell what each seat brings in all three cases; their seats are those of
the assembly, or of the Lok Sabha.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tieup.deals.allocation import programme_of, worth
from tieup.deals.demands.demands import Cap, Demand, Demands, Friendly, NoLoss
from tieup.deals.errors import DealError
from tieup.deals.outlook import Difference, seats_by_draw
from tieup.deals.prospects import Prospects
from tieup.seats.contest import Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StandDowns:
    """Seats that two parties leave to each other.

    Attributes:
        left: by party, numbers of the seats that it leaves to the other, the best first.
        gains: by party, seats more than where both stand everywhere, over the same draws.
        proven: whether no such seats bring the two more.
    """

    left: Mapping[str, tuple[int, ...]]
    gains: Mapping[str, Difference]
    proven: bool

    def to_json(self) -> dict[str, Any]:
        """As the attributes."""
        return {
            "left": {party: list(seats) for party, seats in self.left.items()},
            "gains": {party: gain.to_json() for party, gain in self.gains.items()},
            "proven": self.proven,
        }


def stand_downs(
    prospects: Prospects, most: int, *, each: int | None = None, no_loss: bool = True
) -> StandDowns:
    """The seats to leave that bring the two most, together.

    Args:
        prospects: of two partners, with the option that both stand.
        most: seats left in all, at most.
        each: seats that either leaves, at most.
        no_loss: neither wins less, on average, than where both stand everywhere.

    Raises:
        DealError: where the prospects are not of two with the option that both stand.
    """
    both = tuple(prospects.partners)
    if len(both) != 2 or both not in prospects.options:  # noqa: PLR2004 - each other: two
        message = "stand-downs are between two parties, and need to know what both standing brings"
        raise DealError(message)
    apart = prospects.options.index(both)
    now = replace(prospects, previous=dict.fromkeys(prospects.numbers, both))
    as_it_is = np.full(len(now.numbers), apart)
    # What both would win everywhere is what they have without leaving any seat.
    now = replace(now, alone=now.won(as_it_is))
    asked: list[Demand] = [Cap(most=most)]
    asked += [NoLoss(partner=p) for p in both if no_loss]
    demands = Demands(all=tuple(asked), friendly=(Friendly(partners=both),))
    programme = programme_of(now, demands)
    if each is not None:
        for giver in both:
            taker = both[1 - both.index(giver)]
            weights = np.zeros(programme.shape)
            weights[:, now.options.index((taker,))] = 1
            programme = programme.keeping(weights, high=each)
    # Of equals, both stand: nothing is left for nothing.
    rated = worth(now)
    rated[:, apart] += 0.5 / len(rated)
    found = programme.best(rated)
    if found is None or found.chosen is None:
        message = "the solver found no stand-downs"
        raise DealError(message)
    before, after = seats_by_draw(now, as_it_is), seats_by_draw(now, found.chosen)
    return StandDowns(
        left={giver: _left(now, found.chosen, giver) for giver in both},
        gains={p: Difference.of(after[:, n] - before[:, n]) for n, p in enumerate(both)},
        proven=found.proven,
    )


def _left(prospects: Prospects, chosen: Ints, giver: str) -> tuple[int, ...]:
    """Seats in which the giver does not stand, those that bring the two most first."""
    taker = next(p for p in prospects.partners if p != giver)
    option = prospects.options.index((taker,))
    apart = prospects.options.index(tuple(prospects.partners))
    brings = worth(prospects)[:, option] - worth(prospects)[:, apart]
    seats = np.flatnonzero(chosen == option)
    ordered = seats[np.argsort(-brings[seats], kind="stable")]
    return tuple(prospects.numbers[seat] for seat in ordered.tolist())
