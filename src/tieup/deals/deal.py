"""A deal: who of the partners stands in which seat, what it brings, and why."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.deals.allocation import Allocation, Objective, allocate
from tieup.deals.demands.demands import Demands
from tieup.deals.outlook import Outlook, outlook
from tieup.deals.prospects import Prospects
from tieup.deals.reasons import chances_of, reason, runner_up
from tieup.seats.contest import Ints
from tieup.seats.projection import CHANCE_DIGITS

#: What asks for a partner who is not the likeliest to win a seat, by objective.
_ASKED = {"seats": "the demands", "majority": "the majority's draws", "nash": "the gains of all"}
COLUMNS = (
    "no", "name", "district", "partner", "party", "chance", "next_best", "next_best_chance",
    "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDeal:
    """One seat of a deal.

    Attributes:
        partner: who stands; partners of a friendly contest joined by "+".
        party: whose candidate it is: the partner, or a member of the front.
        chance: part of the draws in which the bloc wins it.
        next_best: the likeliest other partner with its chance; empty where there is no other.
        chances: of every option.
        reason: why, in words.
    """

    no: int
    name: str
    district: str
    partner: str
    party: str
    chance: float
    next_best: Mapping[str, float]
    chances: Mapping[str, float]
    reason: str

    def to_json(self) -> dict[str, Any]:
        """An entry of "allocation" in contract.md."""
        return {
            "no": self.no,
            "name": self.name,
            "district": self.district,
            "partner": self.partner,
            "party": self.party,
            "chance": round(self.chance, CHANCE_DIGITS),
            "next_best": {name: round(c, CHANCE_DIGITS) for name, c in self.next_best.items()},
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Deal:
    """A deal.

    Attributes:
        proven: whether no deal that keeps to the demands is better by the objective.
        value, bound: of the objective, and what no deal exceeds (see Allocation).
        chosen: shape (seats,), an index into Prospects.options.
        outlook: what it brings.
        demands: what it keeps to, in words.
        mark: seats that make a majority.
    """

    partners: tuple[str, ...]
    objective: Objective
    proven: bool
    value: float
    bound: float
    chosen: Ints
    outlook: Outlook
    mark: int
    draws: int
    demands: tuple[str, ...]
    allocation: tuple[SeatDeal, ...]

    @property
    def gap(self) -> float:
        """Bound less value, in the unit of the objective; 0 where proven."""
        return 0.0 if self.proven else max(self.bound - self.value, 0.0)

    def to_json(self) -> dict[str, Any]:
        """The deal of contract.md."""
        return {
            "partners": list(self.partners),
            "objective": self.objective,
            "proven": self.proven,
            "gap": round(self.gap, CHANCE_DIGITS),
            "value": round(self.value, CHANCE_DIGITS),
            **self.outlook.to_json(),
            "majority_mark": self.mark,
            "draws": self.draws,
            "demands": list(self.demands),
            "allocation": [seat.to_json() for seat in self.allocation],
        }

    def to_csv(self) -> str:
        """One line a seat, under COLUMNS."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for seat in self.allocation:
            name, chance = next(iter(seat.next_best.items()), ("", None))
            other = "" if chance is None else f"{chance:.{CHANCE_DIGITS}f}"
            mine = f"{seat.chance:.{CHANCE_DIGITS}f}"
            place = (seat.no, seat.name, seat.district, seat.partner, seat.party)
            writer.writerow((*place, mine, name, other, seat.reason))
        return text.getvalue()


def deal(
    prospects: Prospects,
    demands: Demands | None = None,
    objective: Objective = "seats",
    *,
    limit: float = 30.0,
) -> Deal:
    """The best deal; arguments and errors as of allocate."""
    return told(prospects, allocate(prospects, demands, objective, limit=limit), demands)


def told(prospects: Prospects, allocation: Allocation, demands: Demands | None = None) -> Deal:
    """An allocation as a deal, each seat with its reason."""
    chosen = allocation.chosen
    asked = _ASKED[allocation.objective]
    return Deal(
        partners=prospects.partners,
        objective=allocation.objective,
        proven=allocation.proven,
        value=allocation.value,
        bound=allocation.bound,
        chosen=chosen,
        outlook=outlook(prospects, chosen),
        mark=prospects.mark,
        draws=prospects.draws,
        demands=tuple(row.words for row in (demands or Demands()).asked(prospects)),
        allocation=tuple(
            _seat(prospects, seat, option, asked) for seat, option in enumerate(chosen.tolist())
        ),
    )


def _seat(prospects: Prospects, seat: int, chosen: int, asked: str) -> SeatDeal:
    chances = chances_of(prospects, seat)
    standing, other = prospects.options[chosen], runner_up(prospects, seat, chosen)
    footing = prospects.footing
    parties = [
        p if footing is None else footing.parties[seat][prospects.index(p)] for p in standing
    ]
    names = ["+".join(option) for option in prospects.options]
    return SeatDeal(
        no=prospects.numbers[seat],
        name=prospects.names[seat],
        district=prospects.districts[seat],
        partner=names[chosen],
        party="+".join(parties),
        chance=float(chances[chosen]),
        next_best={} if other is None else {names[other]: float(chances[other])},
        chances=dict(zip(names, np.asarray(chances).tolist(), strict=True)),
        reason=reason(prospects, seat, chosen, asked=asked),
    )
