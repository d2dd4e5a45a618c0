"""Returns: official votes, one row a candidate in a constituency."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

#: Party codes that are no party: independents stand each for themselves, NOTA is nobody.
INDEPENDENT = "IND"
NOTA = "NOTA"
#: Candidates whom the source gives only as one sum.
OTHERS = "OTH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy:
    """A candidate in a constituency (in a Lok Sabha election, in one segment of the seat)."""

    no: int
    party: str
    candidate: str
    votes: int

    @property
    def name(self) -> str:
        """The candidate as names are written; some official lists have them in capitals."""
        return self.candidate.title() if self.candidate.isupper() else self.candidate


@dataclass(frozen=True, kw_only=True)
class Returns:
    """The votes of one election.

    Attributes:
        election: its id.
        rows: every candidacy, by constituency number, most votes first.
        electors: by constituency number, where the source gives them.
        parents: parliamentary seat by constituency number; empty where the constituencies are the
            seats. With it, a seat's votes are the sum over its segments.
    """

    election: str
    rows: tuple[Candidacy, ...]
    electors: Mapping[int, int] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def by_constituency(self) -> dict[int, tuple[Candidacy, ...]]:
        """Candidacies by constituency (or segment), most votes first; NOTA among them."""
        grouped: dict[int, list[Candidacy]] = defaultdict(list)
        for row in self.rows:
            grouped[row.no].append(row)
        return {no: tuple(sorted(rows, key=lambda row: -row.votes)) for no, rows in grouped.items()}

    @cached_property
    def by_seat(self) -> dict[int, tuple[Candidacy, ...]]:
        """Candidacies by seat: the constituencies, or the parliamentary seats summed over segments.

        Postal votes of a Lok Sabha seat belong to no segment and are not counted.
        """
        if not self.parents:
            return self.by_constituency
        sums: dict[tuple[int, str, str], int] = defaultdict(int)
        for row in self.rows:
            sums[self.parents[row.no], row.party, row.candidate] += row.votes
        grouped: dict[int, list[Candidacy]] = defaultdict(list)
        for (seat, party, candidate), votes in sums.items():
            grouped[seat].append(Candidacy(no=seat, party=party, candidate=candidate, votes=votes))
        return {
            seat: tuple(sorted(rows, key=lambda row: -row.votes)) for seat, rows in grouped.items()
        }

    @cached_property
    def winners(self) -> dict[int, Candidacy]:
        """The candidate with the most votes by seat; None of the above never wins."""
        return {
            seat: next(row for row in rows if row.party not in (NOTA, OTHERS))
            for seat, rows in self.by_seat.items()
        }

    @cached_property
    def seats_won(self) -> dict[str, int]:
        """Seats by party, most first; independents counted together."""
        counts: dict[str, int] = defaultdict(int)
        for row in self.winners.values():
            counts[row.party] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    @cached_property
    def shares(self) -> dict[str, float]:
        """Percent of the valid votes (without NOTA) by party, most first."""
        votes: dict[str, int] = defaultdict(int)
        for row in self.rows:
            if row.party != NOTA:
                votes[row.party] += row.votes
        total = sum(votes.values())
        ordered = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        return {party: 100 * count / total for party, count in ordered}

    def contested(self, parties: Iterable[str]) -> frozenset[int]:
        """Seats in which at least one of the parties stood."""
        found: frozenset[int] = frozenset()
        return found.union(*(self._seats_of.get(party, ()) for party in parties))

    @cached_property
    def _seats_of(self) -> dict[str, list[int]]:
        """Where each party stood."""
        found: dict[str, list[int]] = defaultdict(list)
        for seat, rows in self.by_seat.items():
            for row in rows:
                found[row.party].append(seat)
        return dict(found)
