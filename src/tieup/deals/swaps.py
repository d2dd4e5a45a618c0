"""Swaps: what changes at once when other partners stand in some seats of a deal."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.deals.demands.demands import Demands
from tieup.deals.errors import DealError
from tieup.deals.outlook import Difference, Outlook, outlook
from tieup.deals.prospects import NONE, Option, Prospects
from tieup.seats.contest import Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Swap:
    """A deal with some seats swapped.

    Attributes:
        chosen: shape (seats,), the new deal.
        before, after: what the old and the new one bring.
        by_partner, total: seats more or fewer, over the same draws.
        broken: demands that the new deal does not keep to, in words.
    """

    chosen: Ints
    before: Outlook
    after: Outlook
    by_partner: Mapping[str, Difference]
    total: Difference
    broken: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Both outlooks, and their differences."""
        return {
            "before": self.before.to_json(),
            "after": self.after.to_json(),
            "by_partner": {name: each.to_json() for name, each in self.by_partner.items()},
            "total": self.total.to_json(),
            "broken": list(self.broken),
        }


def swapped(
    prospects: Prospects,
    chosen: Ints,
    changes: Mapping[str, str | Option] | Mapping[int, str | Option],
    demands: Demands | None = None,
) -> Swap:
    """What changes when these stand in these seats.

    Args:
        prospects: what every option brings; the draws are the deal's own.
        chosen: the deal.
        changes: by seat, number or name, who stands there instead.
        demands: what the deal kept to.

    Raises:
        UnknownNameError: for an unknown seat or partner, with the nearest known.
        DealError: for a friendly contest that nothing is known of.
    """
    new = chosen.copy()
    for seat, who in changes.items():
        new[prospects.seat(seat)] = _option(prospects, (who,) if isinstance(who, str) else who)
    moved = np.flatnonzero(new != chosen)
    old_won, new_won = (prospects.winners[:, moved, each[moved]] for each in (chosen, new))
    return Swap(
        chosen=new,
        before=outlook(prospects, chosen),
        after=outlook(prospects, new),
        by_partner={
            partner: Difference.of((new_won == p).sum(axis=1) - (old_won == p).sum(axis=1))
            for p, partner in enumerate(prospects.partners)
        },
        total=Difference.of((new_won != NONE).sum(axis=1) - (old_won != NONE).sum(axis=1)),
        broken=broken(prospects, new, demands),
    )


def broken(prospects: Prospects, chosen: Ints, demands: Demands | None) -> tuple[str, ...]:
    """The demands that a deal does not keep to, in words."""
    seats = np.arange(len(chosen))
    rows = (demands or Demands()).rows(prospects)
    sums = [(row, float(row.weights[seats, chosen].sum())) for row in rows]
    return tuple(row.words for row, sum_ in sums if not row.low <= sum_ <= row.high)


def _option(prospects: Prospects, standing: Option) -> int:
    for partner in standing:
        prospects.index(partner)
    for number, option in enumerate(prospects.options):
        if set(option) == set(standing):
            return number
    message = f"nothing is known of a friendly contest of {' and '.join(standing)}"
    raise DealError(message)
