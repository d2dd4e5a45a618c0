"""A poll: one past election with its returns, asked by the names that statements use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from rapidfuzz import fuzz, utils

from tieup.regions import Candidacy, Election, Region, Returns
from tieup.regions.returns import NOTA

#: Two spellings of one candidate's name are at least so alike (token sort ratio, 0 to 100).
SAME_NAME = 78


@dataclass(frozen=True, kw_only=True)
class Poll:
    """An election, its region and its returns."""

    region: Region
    election: Election
    returns: Returns

    @classmethod
    def of(cls, region: Region, election: str) -> Self | None:
        """The poll of an election's id; None without returns in the pack."""
        known = region.elections.get(election)
        if known is None or not known.has_returns:
            return None
        return cls(region=region, election=known, returns=region.returns(election))

    @property
    def id(self) -> str:
        """The election's."""
        return self.election.id

    @cached_property
    def seat_names(self) -> dict[int, str]:
        """Names of the seats by number, in a Lok Sabha election of the parents."""
        seats = self.region.constituencies.values()
        if not self.returns.parents:
            return {c.no: c.name for c in seats}
        return {
            c.parent_no: c.parent for c in seats if c.parent_no is not None and c.parent is not None
        }

    def seat(self, name: str) -> int | None:
        """The number of the seat of that name."""
        numbers = {known: no for no, known in self.seat_names.items()}
        found = numbers.get(name)
        return found if found in self.returns.by_seat else None

    def seats_in(self, districts: Sequence[str]) -> frozenset[int]:
        """The seats of some districts; of none, all. A parliamentary seat is in no district."""
        every = frozenset(self.returns.by_seat)
        if not districts:
            return every
        return frozenset(
            c.no
            for c in self.region.constituencies.values()
            if c.district in districts and c.no in every and not self.returns.parents
        )

    def counted(self, seats: Iterable[int], day: date) -> list[frozenset[int]]:
        """The seats counted at first, and then all, where a text of that day can mean either."""
        every = frozenset(seats)
        first = frozenset(no for no in every if no not in self.election.later)
        known = frozenset(
            no for no in every if self.election.later.get(no, self.election.counted) <= day
        )
        return [first] if first == known else [first, known]

    def all_of(self, party: str) -> Sequence[str]:
        """A party, or a front's members then; a party may stand on its own name as well."""
        members = self.region.parties_of(party, self.election.counted)
        return tuple(dict.fromkeys((party, *members)))

    def all_of_each(self, parties: Iterable[str]) -> frozenset[str]:
        """The members of several."""
        return frozenset(member for party in parties for member in self.all_of(party))

    def stood(self, parties: Iterable[str]) -> frozenset[int]:
        """Where any of them stood."""
        return self.returns.contested(self.all_of_each(parties))

    def ranked(self, seat: int) -> list[Candidacy]:
        """The candidates of a seat, most votes first; None of the above is none."""
        return [row for row in self.returns.by_seat[seat] if row.party != NOTA]

    def row(self, seat: int, parties: Iterable[str], people: Sequence[str]) -> Candidacy | None:
        """The candidacy of a person in a seat, or that of a party with the most votes."""
        own = self.all_of_each(parties)
        for candidacy in self.ranked(seat):
            if people and self.is_candidate(people[0], candidacy.candidate):
                return candidacy
            if not people and candidacy.party in own:
                return candidacy
        return None

    def candidacy(self, person: str) -> tuple[int, Candidacy] | None:
        """Where a person stood: seat and row; of several of the name the one with most votes."""
        found: list[tuple[int, Candidacy]] = [
            (seat, row)
            for seat, rows in self.returns.by_seat.items()
            for row in rows
            if self.is_candidate(person, row.candidate)
        ]
        known = self.region.people.get(person)
        parties = {r.party for r in known.roles} if known else set()
        own = [item for item in found if item[1].party in parties] or found
        return max(own, key=lambda item: item[1].votes) if own else None

    def is_candidate(self, person: str, written: str) -> bool:
        """Whether a name in the returns is this person's, in any of its spellings."""
        known = self.region.people.get(person)
        forms = (person, *known.forms) if known else (person,)
        plain = written.split("(", maxsplit=1)[0]
        return any(
            max(
                fuzz.token_sort_ratio(form, plain, processor=utils.default_process),
                fuzz.token_set_ratio(form, plain, processor=utils.default_process)
                if len(form.split()) > 1
                else 0,
            )
            >= SAME_NAME
            for form in forms
        )

    def previous(self, year: int | None = None) -> Self | None:
        """The election before it of its kind, or the one of a year; None without returns of it."""
        before = [
            e
            for e in self.region.elections.values()
            if e.counted < self.election.counted and (year is None or e.year == year)
        ]
        same = [e for e in before if e.kind == self.election.kind] or (before if year else [])
        last = max(same, key=lambda e: e.counted, default=None)
        return type(self).of(self.region, last.id) if last else None

    def names(self, parties: Iterable[str]) -> str:
        """The short names of parties."""
        return " and ".join(map(self.name, parties))

    def name(self, party: str | None) -> str:
        """The short name of a party."""
        known = self.region.parties.get(party or "")
        return known.short if known else str(party)


def summed(rows: Mapping[int, Sequence[Candidacy]], seats: Iterable[int]) -> dict[str, int]:
    """Votes by party over some seats, None of the above among them."""
    votes: dict[str, int] = {}
    for seat in seats:
        for row in rows[seat]:
            votes[row.party] = votes.get(row.party, 0) + row.votes
    return votes
