"""Prices: what a demand costs whom, and where a compromise lies."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tieup.deals.allocation import allocate, worth
from tieup.deals.demands.demands import Demand, Demands, Must, Quota, Row
from tieup.deals.errors import ConflictError, DealError
from tieup.deals.outlook import Outlook, outlook
from tieup.deals.prospects import Prospects
from tieup.deals.solving.programme import Programme
from tieup.seats.projection import CHANCE_DIGITS, MEAN_DIGITS

#: Of a demand that is of many seats, the first are named.
_TOLD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a demand costs.

    Attributes:
        demand: in words.
        without, with_: the best deal without it and with it, all else the same.
        instead: for a must-have seat, the seat that would bring the partner as much at the least
            cost to the whole; None for other demands, or where there is none.
        instead_cost: expected seats that the whole loses by that seat instead.
    """

    demand: str
    without: Outlook
    with_: Outlook
    instead: int | None = None
    instead_cost: float | None = None

    @property
    def by_partner(self) -> Mapping[str, float]:
        """Expected seats that each partner loses by it (negative: wins)."""
        before, after = self.without.shares, self.with_.shares
        return {partner: before[partner].deal - after[partner].deal for partner in before}

    @property
    def total(self) -> float:
        """Expected seats that the partners lose together."""
        return self.without.total.mean - self.with_.total.mean

    @property
    def majority(self) -> float:
        """Chance of a majority that it costs."""
        return self.without.majority - self.with_.majority

    def to_json(self) -> dict[str, Any]:
        """The costs, and what instead."""
        return {
            "demand": self.demand,
            "total": round(self.total, MEAN_DIGITS),
            "majority": round(self.majority, CHANCE_DIGITS),
            "by_partner": {p: round(cost, MEAN_DIGITS) for p, cost in self.by_partner.items()},
            "instead": self.instead,
            "instead_cost": None
            if self.instead_cost is None
            else round(self.instead_cost, MEAN_DIGITS),
        }


def prices(prospects: Prospects, demands: Demands) -> tuple[Price, ...]:
    """The price of every demand, each taken away by itself; must-have seats one by one.

    Raises:
        ConflictError: for demands that can't all be met.
    """
    taken = Demands(
        all=tuple(each for demand in demands.all for each in _single(demand)),
        friendly=demands.friendly,
    )
    kept = allocate(prospects, taken).chosen
    with_ = outlook(prospects, kept)
    found = []
    for demand in taken.all:
        rows = tuple(demand.rows(prospects))
        if not rows:
            continue
        rest = taken.without(demand)
        free = allocate(prospects, rest).chosen
        without = outlook(prospects, free)
        words = " and ".join(row.words for row in rows[:_TOLD])
        if len(rows) > _TOLD:
            words += f" and {len(rows) - _TOLD} more"
        instead, cost = None, None
        if isinstance(demand, Must):
            instead, cost = _instead(prospects, rest, demand, without, with_)
        found.append(
            Price(demand=words, without=without, with_=with_, instead=instead, instead_cost=cost)
        )
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """What each number of seats between an offer and a demand costs.

    Attributes:
        partner: who demands.
        offer, asked: seats that it is offered, and that it asks for.
        rungs: the best deal for each number of seats that can be had.
        compromise: the number at which the product of two gains is largest: the partner's over
            standing alone, and the others' together. Where none leaves both better off, the number
            at which the whole wins most.
        both_gain: whether it leaves both better off.
    """

    partner: str
    offer: int
    asked: int
    rungs: Mapping[int, Outlook]
    compromise: int
    both_gain: bool

    def cost(self, number: int) -> float:
        """Expected seats that the whole loses at a rung, against the best rung."""
        best = max(rung.total.mean for rung in self.rungs.values())
        return best - self.rungs[number].total.mean

    def to_json(self) -> dict[str, Any]:
        """Every rung, and the compromise."""
        return {
            "partner": self.partner,
            "offer": self.offer,
            "asked": self.asked,
            "compromise": self.compromise,
            "both_gain": self.both_gain,
            "rungs": [
                {"seats": number, "cost": round(self.cost(number), MEAN_DIGITS)} | rung.to_json()
                for number, rung in self.rungs.items()
            ],
        }


def ladder(
    prospects: Prospects, partner: str, offer: int, asked: int, demands: Demands | None = None
) -> Ladder:
    """What it costs to give a partner each number of seats from the offer to what it asks.

    The partner's own quotas among the demands are what the ladder asks about: they don't count.

    Raises:
        DealError: where no number from the one to the other can be had.
        UnknownNameError: for an unknown partner.
    """
    index = prospects.index(partner)
    others_ask = (demands or Demands()).without_quotas(partner)
    rungs = {}
    for number in range(min(offer, asked), max(offer, asked) + 1):
        quota = Quota(partner=partner, least=number, most=number)
        try:
            chosen = allocate(prospects, others_ask.with_(quota)).chosen
        except ConflictError:
            continue
        rungs[number] = outlook(prospects, chosen)
    if not rungs:
        message = f"the other demands leave {partner} no number of seats from {offer} to {asked}"
        raise DealError(message)
    alone = prospects.alone_counts / prospects.draws
    others = float(alone.sum() - alone[index])

    def product(rung: Outlook) -> float:
        mine = rung.shares[partner].gain
        theirs = sum(s.deal for p, s in rung.shares.items() if p != partner) - others
        return mine * theirs if min(mine, theirs) > 0 else 0.0

    products = {number: product(rung) for number, rung in rungs.items()}
    gain = max(products.values()) > 0
    rated = products if gain else {number: rung.total.mean for number, rung in rungs.items()}
    return Ladder(
        partner=partner,
        offer=offer,
        asked=asked,
        rungs=rungs,
        compromise=max(rated, key=lambda number: rated[number]),
        both_gain=gain,
    )


def _single(demand: Demand) -> tuple[Demand, ...]:
    if isinstance(demand, Must):
        return tuple(Must(partner=demand.partner, seats=(seat,)) for seat in demand.seats)
    return (demand,)


def _instead(
    prospects: Prospects, rest: Demands, demand: Must, without: Outlook, with_: Outlook
) -> tuple[int | None, float | None]:
    """The seat beside those it would have anyway that brings the partner as much, and its cost."""
    index, seat = prospects.index(demand.partner), prospects.seat(demand.seats[0])
    brought = with_.shares[demand.partner].deal * prospects.draws
    mine = prospects.counts[index].astype(np.float64)
    elsewhere = np.zeros_like(mine)
    elsewhere[seat] = prospects.stands[index]
    rows = (
        *rest.rows(prospects),
        Row(words="", weights=mine, low=round(brought)),
        Row(words="", weights=elsewhere, high=0),
    )
    found = Programme.of(mine.shape[:2], rows).best(worth(prospects) + prospects.bonus)
    if found is None or found.chosen is None:
        return None, None
    free = allocate(prospects, rest).chosen
    seats = np.arange(len(free))
    more = prospects.stands[index, found.chosen] & ~prospects.stands[index, free]
    cost = without.total.mean - outlook(prospects, found.chosen).total.mean
    if not more.any():
        return None, None
    best = seats[more][mine[seats, found.chosen][more].argmax()]
    return prospects.numbers[int(best)], cost
