"""Allocation: the best way to share the seats, by one of three objectives."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tieup.deals.demands.demands import Demands
from tieup.deals.errors import ConflictError, DealError
from tieup.deals.outlook import expected, outlook
from tieup.deals.prospects import Prospects
from tieup.deals.solving.conflicts import conflict
from tieup.deals.solving.majority import likeliest
from tieup.deals.solving.nash import nash
from tieup.deals.solving.programme import Programme
from tieup.seats.contest import Floats, Ints

#: "seats": the partners' expected seats together. "majority": the chance of a majority over the
#: draws and, of equals, expected seats. "nash": the product of what the partners gain over alone.
Objective = Literal["seats", "majority", "nash"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Allocation:
    """Who stands where, and how sure it is that nothing is better.

    Attributes:
        chosen: shape (seats,), an index into Prospects.options.
        value: expected seats, the chance of a majority, or the geometric mean of the gains.
        bound: what no deal that keeps to the demands exceeds.
        proven: whether value and bound are the same (Nash: to nash.TOLERANCE).
    """

    objective: Objective
    chosen: Ints
    value: float
    bound: float
    proven: bool

    @property
    def gap(self) -> float:
        """Bound less value, in the unit of the value."""
        return max(self.bound - self.value, 0.0)


def allocate(
    prospects: Prospects,
    demands: Demands | None = None,
    objective: Objective = "seats",
    *,
    limit: float = 30.0,
) -> Allocation:
    """The best deal.

    Of deals that are worth the same, the one whose seats go to partners with more of the partners'
    votes at the base, then to those named earlier (Prospects.bonus).

    Args:
        prospects: what each partner would win where.
        demands: what it must keep to.
        objective: what is best.
        limit: seconds for the chance of a majority, or the Nash product; what is best by then is
            returned with its bound.

    Raises:
        UnknownNameError: for an unknown partner, seat or district, with the nearest known.
        ConflictError: for demands that can't all be met.
        DealError: for a demand that could never be met; with "nash", where no deal leaves every
            partner better off than alone.
    """
    programme = programme_of(prospects, demands)
    if objective == "majority":
        likely = likeliest(prospects, programme, limit=limit)
        chosen, chance = likely.chosen, outlook(prospects, likely.chosen).majority
        # The search takes backers to count in draws in which a majority of theirs hangs on it.
        if prospects.backing is not None:
            most = programme.best(worth(prospects) + prospects.bonus)
            if most is not None and most.chosen is not None:
                other = outlook(prospects, most.chosen).majority
                chosen, chance = (most.chosen, other) if other > chance else (chosen, chance)
        return Allocation(
            objective=objective,
            chosen=chosen,
            value=chance,
            bound=likely.bound,
            proven=likely.bound <= chance,
        )
    if objective == "nash":
        bargain = nash(prospects, programme, limit=limit)
        return Allocation(
            objective=objective,
            chosen=bargain.chosen,
            value=bargain.value,
            bound=bargain.bound,
            proven=bargain.proven,
        )
    found = programme.best(worth(prospects) + prospects.bonus)
    if found is None or found.chosen is None:
        message = "the solver found no deal, though the demands don't contradict each other"
        raise DealError(message)
    value = float(expected(prospects, found.chosen).sum())
    # Draws are whole numbers: a bound that is less than one above can't be reached.
    bound = value if found.proven else np.floor(found.bound + 1e-6) / prospects.draws
    return Allocation(
        objective=objective,
        chosen=found.chosen,
        value=value,
        bound=float(bound),
        proven=found.proven,
    )


def programme_of(prospects: Prospects, demands: Demands | None) -> Programme:
    """The programme of the demands.

    Raises:
        ConflictError: for demands that can't all be met.
    """
    rows = (demands or Demands()).rows(prospects)
    shape = prospects.winners.shape[1:]
    programme = Programme.of((shape[0], shape[1]), rows)
    if not programme.possible():
        found = conflict((shape[0], shape[1]), rows)
        raise ConflictError(tuple(tuple(row.words for row in alike) for alike in found))
    return programme


def worth(prospects: Prospects) -> Floats:
    """Shape (seats, options): draws in which the bloc wins the seat."""
    return np.asarray(prospects.counts.sum(axis=0), dtype=np.float64)
