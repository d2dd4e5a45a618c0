"""Repair: the fewest seats to change in a deal so that nobody gains by walking out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from tieup.deals.allocation import programme_of, worth
from tieup.deals.demands.demands import Demands
from tieup.deals.outlook import Outlook, expected, outlook
from tieup.deals.prospects import Option, Prospects
from tieup.deals.solving.programme import Further
from tieup.deals.stability import Walkout
from tieup.seats.contest import Floats, Ints
from tieup.seats.projection import MEAN_DIGITS


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Repair:
    """A deal that holds.

    Attributes:
        chosen: shape (seats,), the new deal.
        stands: by number of each seat that changes, who stands there now.
        outlook: what it brings.
        short: expected seats by which the most tempted still gains; 0 where nobody is tempted. A
            deal that is short is the least short of all (the least core of Maschler, Peleg &
            Shapley 1979, with seats that can't be handed over).
    """

    chosen: Ints
    stands: Mapping[int, Option]
    outlook: Outlook
    short: float

    @property
    def changed(self) -> tuple[int, ...]:
        """Numbers of the seats in which another stands."""
        return tuple(self.stands)

    def to_json(self) -> dict[str, Any]:
        """What is changed, to whom, and what the new deal brings."""
        changed = {
            "changed": list(self.changed),
            "stands": {str(no): "+".join(standing) for no, standing in self.stands.items()},
            "short": round(self.short, MEAN_DIGITS),
        }
        return changed | self.outlook.to_json()


def repaired(
    prospects: Prospects,
    chosen: Ints,
    walkouts: Sequence[Walkout],
    demands: Demands | None = None,
    *,
    limit: float = 30.0,
) -> Repair:
    """The deal with fewest changes from which no group wins more in every member by leaving.

    Of those, the one that wins most seats. Where there is none, the deal that leaves the most
    tempted group least to gain.

    Args:
        prospects: what each would win where.
        chosen: the deal.
        walkouts: what groups gain by leaving it, under one conjecture.
        demands: what it keeps to.
        limit: seconds for each programme.

    Raises:
        ConflictError: for demands that can't all be met.
    """
    programme = programme_of(prospects, demands)
    seats = np.arange(len(chosen))
    moved = np.ones(programme.shape)
    moved[seats, chosen] = 0
    rated = (worth(prospects) + prospects.bonus) / (prospects.draws * (len(chosen) + 1))
    short = 0.0
    further = _holding(prospects, chosen, walkouts, least=None)
    found = programme.best(rated - moved, further=further, limit=limit)
    if found is None or found.chosen is None:
        eased = programme.best(
            np.zeros(programme.shape),
            further=_holding(prospects, chosen, walkouts, least=0.0),
            limit=limit,
        )
        if eased is None or eased.chosen is None:
            return _repair(prospects, chosen, chosen, inf)
        short = float(eased.further[-1])
        further = _holding(prospects, chosen, walkouts, least=short)
        found = programme.best(rated - moved, further=further, limit=limit)
    new = chosen if found is None or found.chosen is None else found.chosen
    return _repair(prospects, chosen, new, short)


def _repair(prospects: Prospects, chosen: Ints, new: Ints, short: float) -> Repair:
    changed = np.flatnonzero(new != chosen).tolist()
    return Repair(
        chosen=new,
        stands={prospects.numbers[seat]: prospects.options[new[seat]] for seat in changed},
        outlook=outlook(prospects, new),
        short=short,
    )


def _holding(
    prospects: Prospects, chosen: Ints, walkouts: Sequence[Walkout], *, least: float | None
) -> Further:
    """One member at least of every group wins no less than it would by leaving, short apart.

    Variables: one 0-1 a group and member, who is held; and, last, how far all may be short. With
    least None nobody may be short.
    """
    now, cells = expected(prospects, chosen), prospects.counts[0].size
    members = [(w, p) for w, walkout in enumerate(walkouts) for p in walkout.group]
    count = len(members) + 1
    won = prospects.counts.reshape(len(prospects.partners), -1) / prospects.draws
    holds = np.zeros((len(members), cells + count))
    one_each = np.zeros((len(walkouts), cells + count))
    at_least = np.zeros(len(members) + len(walkouts))
    for row, (w, partner) in enumerate(members):
        index = prospects.index(partner)
        outside = now[index] + walkouts[w].gains[partner].mean
        holds[row, :cells] = won[index]
        # Held: wins at least what it would outside. Not held: no condition.
        holds[row, cells + row] = -max(outside, 0.0)
        holds[row, -1] = 1.0
        one_each[w, cells + row] = 1.0
        at_least[row] = -1e-9 if outside > 0 else -inf
    at_least[len(members) :] = 1.0
    low, high = np.zeros(count), np.ones(count)
    high[-1] = 0.0 if least is None else inf
    if least:
        high[-1] = least + 1e-6
    worths: Floats = np.zeros(count)
    worths[-1] = 0.0 if least else -1.0
    return Further(
        worth=worths,
        low=low,
        high=high,
        whole=np.arange(count) < len(members),
        rows=csr_array(np.concatenate([holds, one_each])),
        at_least=at_least,
        at_most=np.full(len(at_least), inf),
    )
