"""The record: how contenders did, seat by seat, in the elections up to a base."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from tieup.regions import Election, Region
from tieup.seats.contest import Floats, Ints, contest


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """One election of the record.

    Attributes:
        election: its id.
        counted: the day of its count.
        shares: shape (seats,) by contender, 0 to 1: parts of a seat's valid votes, 0 where it had
            no candidate. A front counts whole.
        circles: contenders that were allied, alliance by alliance.
        districts: shape (seats,), as in Contest.
    """

    election: str
    counted: date
    shares: Mapping[str, Floats]
    circles: tuple[frozenset[str], ...]
    districts: Ints

    def of(self, contender: str) -> Floats:
        """Its shares; zeros where it stood nowhere."""
        found = self.shares.get(contender)
        return np.zeros(len(self.districts)) if found is None else found

    def roots(self, contender: str) -> Floats:
        """Its root shares; NaN where it did not stand."""
        shares = self.of(contender)
        return np.where(shares > 0, np.sqrt(shares), np.nan)

    def allies(self, contender: str) -> frozenset[str]:
        """Whom it was allied with."""
        circles = (circle for circle in self.circles if contender in circle)
        return frozenset().union(*circles) - {contender}


def record(region: Region, until: str) -> tuple[Past, ...]:
    """Every election with returns up to a base, the base last; the same seats in each.

    A contender is a party, or the front that it was a member of on the day of the count.

    Raises:
        UnknownNameError: for an election that the region does not know.
    """
    return _record(region, region.election(until).id)


def of_its_kind_before(region: Region, election: str) -> Past | None:
    """The last election of the same kind before one, such as the assembly's before; None if none.

    Raises:
        UnknownNameError: for an election that the region does not know.
    """
    kind = region.election(election).kind
    past = record(region, election)[:-1]
    return next((p for p in reversed(past) if region.election(p.election).kind == kind), None)


@lru_cache(maxsize=64)
def _record(region: Region, until: str) -> tuple[Past, ...]:
    base = region.elections[until]
    earlier = [
        election
        for election in region.elections.values()
        if election.has_returns and election.counted < base.counted
    ]
    return tuple(_past(region, e.id) for e in (*sorted(earlier, key=lambda e: e.counted), base))


@lru_cache(maxsize=64)
def _past(region: Region, election: str) -> Past:
    of = region.elections[election]
    held = contest(region, election)
    members: dict[str, set[str]] = {}
    for party in held.parties:
        members.setdefault(region.front_of(party, of.counted) or party, set()).add(party)
    return Past(
        election=election,
        counted=of.counted,
        shares={
            contender: (held.shares * held.of(frozenset(parties))).sum(axis=1)
            for contender, parties in members.items()
        },
        circles=tuple(_contenders(region, of, a.parties) for a in of.alliances),
        districts=held.districts,
    )


@lru_cache(maxsize=16)
def roots(past: Past, contenders: tuple[str, ...]) -> Floats:
    """Shape (contenders + 1, seats): root shares, and NaN at last, where -1 finds it."""
    nobody = np.full(len(past.districts), np.nan)
    return np.array([*(past.roots(contender) for contender in contenders), nobody])


def _contenders(region: Region, of: Election, parties: tuple[str, ...]) -> frozenset[str]:
    return frozenset(region.front_of(party, of.counted) or party for party in parties)
