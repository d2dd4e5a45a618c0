"""Parliament: an assembly's contest added up to the seats of the Lok Sabha."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tieup.deals.errors import DealError
from tieup.regions import Region
from tieup.seats.contest import NOBODY, Contest
from tieup.seats.errors.errors import ErrorSizes


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """A seat of the Lok Sabha; its district is that of its first segment."""

    no: int
    name: str
    district: str


def parents(region: Region) -> Mapping[int, Parent]:
    """By number.

    Raises:
        DealError: where the region's constituencies are segments of no other seats.
    """
    found: dict[int, Parent] = {}
    for each in region.constituencies.values():
        if each.parent_no is None:
            message = f"{region.id}: the pack says of no Lok Sabha seat which its segments are"
            raise DealError(message)
        name = each.parent or str(each.parent_no)
        seat = Parent(no=each.parent_no, name=name, district=each.district)
        found.setdefault(each.parent_no, seat)
    return dict(sorted(found.items()))


def by_parent(region: Region, contest: Contest) -> Contest:
    """The contest with its segments added up, a party's first candidate with its first, and so on.

    Independents are added up by their place in each segment: who is the strongest in all of them is
    taken for one person.
    """
    seats = parents(region)
    sums: dict[int, defaultdict[tuple[int, int], float]] = {no: defaultdict(float) for no in seats}
    rest, home = dict.fromkeys(seats, 0.0), dict.fromkeys(seats, 0.0)
    for seat, no in enumerate(contest.numbers.tolist()):
        parent = region.constituencies[no].parent_no
        if parent is None:
            continue
        seen: defaultdict[int, int] = defaultdict(int)
        for party, votes in zip(contest.party[seat], contest.votes[seat], strict=True):
            if party != NOBODY:
                sums[parent][int(party), seen[int(party)]] += float(votes)
                seen[int(party)] += 1
        rest[parent] += float(contest.rest[seat])
        home[parent] += float(contest.abstainers[seat])
    shape = (len(seats), max(map(len, sums.values())))
    party, votes = np.full(shape, NOBODY, dtype=np.int64), np.zeros(shape)
    for row, of_seat in enumerate(sums.values()):
        ordered = sorted(of_seat.items(), key=lambda item: -item[1])
        party[row, : len(ordered)] = [key[0] for key, _ in ordered]
        votes[row, : len(ordered)] = [count for _, count in ordered]
    district = {name: number for number, name in enumerate(region.districts)}
    return Contest(
        numbers=np.array([*seats]),
        districts=np.array([district[seat.district] for seat in seats.values()]),
        parties=contest.parties,
        party=party,
        votes=votes,
        rest=np.array([*rest.values()]),
        abstainers=np.array([*home.values()]),
    )


def of_sums(errors: ErrorSizes, sums: Contest, parts: Contest) -> ErrorSizes:
    """The errors of sums: what each segment has of its own evens out among its neighbours."""
    return replace(errors, seat=errors.seat / float(len(parts.numbers) / len(sums.numbers)) ** 0.5)
