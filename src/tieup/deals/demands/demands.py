"""Demands: what a deal must keep to, each in words and as conditions on who stands where."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

import numpy as np

from tieup.deals.errors import DealError
from tieup.deals.prospects import Prospects
from tieup.seats.contest import Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Row:
    """One linear condition: low <= sum of weights over the cells that are chosen <= high.

    Attributes:
        words: what it asks.
        weights: shape (seats, options).
    """

    words: str
    weights: Floats
    low: float = -inf
    high: float = inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """A partner stands in at least, and at most, so many seats.

    Attributes:
        offered: seats that the others offer instead; no condition, but where a ladder begins.
    """

    partner: str
    least: int = 0
    most: int | None = None
    offered: int | None = None

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row for each bound.

        Raises:
            DealError: for bounds that no house could meet.
        """
        seats, most = len(prospects.numbers), self.most
        _check_bounds(self.partner, self.least, most)
        if self.least > seats:
            message = f"{self.partner} can't stand in {self.least} seats: there are {seats}"
            raise DealError(message)
        stands = _stands(prospects, self.partner)
        if self.least and self.least == most:
            words = f"{self.partner} stands in exactly {_seats(self.least)}"
            yield Row(words=words, weights=stands, low=self.least, high=self.least)
            return
        if self.least:
            words = f"{self.partner} stands in at least {_seats(self.least)}"
            yield Row(words=words, weights=stands, low=self.least)
        if most is not None:
            words = f"{self.partner} stands in at most {_seats(most)}"
            yield Row(words=words, weights=stands, high=most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Must:
    """A partner stands in each of these seats, by number or name."""

    partner: str
    seats: tuple[int | str, ...]

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row a seat."""
        for seat in dict.fromkeys(map(prospects.seat, self.seats)):
            words = f"{self.partner} must have {_seat(prospects, seat)}"
            yield Row(words=words, weights=_stands(prospects, self.partner, [seat]), low=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Never:
    """A partner stands in none of these seats."""

    partner: str
    seats: tuple[int | str, ...]

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row a seat."""
        for seat in dict.fromkeys(map(prospects.seat, self.seats)):
            words = f"{self.partner} must not have {_seat(prospects, seat)}"
            yield Row(words=words, weights=_stands(prospects, self.partner, [seat]), high=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Who holds a seat keeps it, and stands there by itself.

    Attributes:
        partners: whose seats are kept; everybody's where None.
    """

    partners: tuple[str, ...] | None = None

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row a seat."""
        for partner in self.partners or ():
            prospects.index(partner)
        for no, partner in sorted(prospects.sitting.items()):
            if self.partners is None or partner in self.partners:
                seat = prospects.seat(no)
                weights = np.zeros(prospects.winners.shape[1:])
                weights[seat, prospects.index(partner)] = 1
                words = f"{partner} keeps {_seat(prospects, seat)}, which it holds"
                yield Row(words=words, weights=weights, low=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """Only these partners may stand in these seats."""

    partners: tuple[str, ...]
    seats: tuple[int | str, ...]

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row a seat."""
        others = list(range(len(prospects.partners)))
        for partner in self.partners:
            others.remove(prospects.index(partner))
        strange = prospects.stands[others].any(axis=0)
        for seat in dict.fromkeys(map(prospects.seat, self.seats)):
            weights = np.zeros(prospects.winners.shape[1:])
            weights[seat] = strange
            whom = " and ".join(self.partners)
            words = f"{_seat(prospects, seat)} is reserved for {whom}"
            yield Row(words=words, weights=weights, high=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A partner stands in at least, and at most, so many seats of a district."""

    partner: str
    district: str
    least: int = 0
    most: int | None = None

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row for each bound.

        Raises:
            UnknownNameError: for an unknown district, with the nearest known.
        """
        _check_bounds(self.partner, self.least, self.most)
        seats, district = prospects.district(self.district)
        stands = _stands(prospects, self.partner, seats)
        if self.least:
            room = f", which has {_seats(len(seats))}" if self.least > len(seats) else ""
            words = f"{self.partner} stands in at least {self.least} of {district}{room}"
            yield Row(words=words, weights=stands, low=self.least)
        if self.most is not None:
            words = f"{self.partner} stands in at most {self.most} of {district}"
            yield Row(words=words, weights=stands, high=self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """At most so many seats change hands from the deal before."""

    most: int

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row.

        Raises:
            DealError: where there was no deal before.
        """
        if not prospects.previous:
            message = "there is no deal before this one to change so little from"
            raise DealError(message)
        changed = np.zeros(prospects.winners.shape[1:])
        for no, standing in prospects.previous.items():
            seat = prospects.seat(no)
            changed[seat] = 1
            if standing in prospects.options:
                changed[seat, prospects.options.index(standing)] = 0
        bound = int(changed.all(axis=1).sum())  # where several stood, and only one may
        why = f", in which several partners met in {_seats(bound)}" if bound > self.most else ""
        words = f"at most {_seats(self.most)} change from the deal before{why}"
        yield Row(words=words, weights=changed, high=self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoLoss:
    """A partner wins no fewer seats, on average, than it would alone."""

    partner: str

    def rows(self, prospects: Prospects) -> Iterator[Row]:
        """One row, in draws."""
        index = prospects.index(self.partner)
        alone = int(prospects.alone_counts[index])
        words = f"{self.partner} wins no less than the {alone / prospects.draws:.1f} it would alone"
        weights = prospects.counts[index].astype(np.float64)
        yield Row(words=words, weights=weights, low=alone)


Demand = Quota | Must | Never | Sitting | Reserved | Balance | Cap | NoLoss


@dataclass(frozen=True, slots=True, kw_only=True)
class Friendly:
    """Leave for partners to stand against each other.

    Attributes:
        partners: who; an option of the prospects.
        seats: where; everywhere if None.
        most: in how many seats at most.
    """

    partners: tuple[str, ...]
    seats: tuple[int | str, ...] | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """All that a deal must keep to; friendly contests are not allowed unless named."""

    all: tuple[Demand, ...] = ()
    friendly: tuple[Friendly, ...] = ()

    def without(self, demand: Demand) -> "Demands":
        """All but one of them."""
        kept = tuple(each for each in self.all if each != demand)
        return Demands(all=kept, friendly=self.friendly)

    def without_quotas(self, partner: str) -> "Demands":
        """All but one partner's numbers of seats."""
        kept = (d for d in self.all if not (isinstance(d, Quota) and d.partner == partner))
        return Demands(all=tuple(kept), friendly=self.friendly)

    def with_(self, *demands: Demand) -> "Demands":
        """These and more."""
        return Demands(all=(*self.all, *demands), friendly=self.friendly)

    def rows(self, prospects: Prospects) -> tuple[Row, ...]:
        """The rows of all, and of what is left open between friends.

        Raises:
            UnknownNameError: for an unknown partner, seat or district, with the nearest known.
            DealError: for a demand that could never be met, or a friendly contest that the
                prospects don't tell of.
        """
        return (*self.asked(prospects), *self._between_friends(prospects))

    def asked(self, prospects: Prospects) -> tuple[Row, ...]:
        """The rows of what is asked alone."""
        return tuple(row for demand in self.all for row in demand.rows(prospects))

    def _between_friends(self, prospects: Prospects) -> Iterator[Row]:
        closed = np.zeros(prospects.winners.shape[1:])
        closed[:, len(prospects.partners) :] = 1
        for leave in self.friendly:
            pair, whom = set(leave.partners), " and ".join(leave.partners)
            found = [o for o, who in enumerate(prospects.options) if set(who) == pair]
            if not found or len(leave.partners) < 2:  # noqa: PLR2004 - a contest is of two
                message = f"nothing is known of a friendly contest of {whom}"
                raise DealError(message)
            seats = leave.seats
            where = list(range(len(closed))) if seats is None else [*map(prospects.seat, seats)]
            closed[where, found[0]] = 0
            if leave.most is not None:
                weights = np.zeros_like(closed)
                weights[:, found[0]] = 1
                words = f"{whom} meet in at most {_seats(leave.most)}"
                yield Row(words=words, weights=weights, high=leave.most)
        if closed.any():
            yield Row(words="no friendly contest but where allowed", weights=closed, high=0)


def _stands(prospects: Prospects, partner: str, seats: list[int] | None = None) -> Floats:
    """Shape (seats, options): 1 where the partner stands, in these seats or in all."""
    weights = np.zeros(prospects.winners.shape[1:])
    where = slice(None) if seats is None else seats
    weights[where] = prospects.stands[prospects.index(partner)]
    return weights


def _check_bounds(partner: str, least: int, most: int | None) -> None:
    if least < 0 or (most is not None and most < least):
        message = f"{partner}: from {least} to {most} seats is no range"
        raise DealError(message)


def _seats(number: int) -> str:
    return f"{number} seat{'' if number == 1 else 's'}"


def _seat(prospects: Prospects, seat: int) -> str:
    return f"{prospects.numbers[seat]} {prospects.names[seat]}"
