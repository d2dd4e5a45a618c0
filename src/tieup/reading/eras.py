"""Eras: stretches of days on which nobody joins or leaves a front or bloc of a region."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from tieup.regions import Region


def era_of(region: Region, day: date) -> date:
    """The first day of the era that a day is in: what holds on it, holds on each of its days."""
    turns = _turns(region)
    return turns[bisect_right(turns, day) - 1]


@lru_cache(maxsize=64)
def _turns(region: Region) -> tuple[date, ...]:
    """The days on which anybody joins, or is gone, in order; before them, the first day of all."""
    turns = {date.min}
    for party in region.parties.values():
        for member in party.members:
            turns.update([member.since] if member.since else ())
            turns.update([member.until + timedelta(days=1)] if member.until else ())
    return tuple(sorted(turns))
