"""How far an election strays from the last one: sizes of error, estimated from past elections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import numpy as np

from tieup.regions import Election, Region
from tieup.scenarios import ScenarioError
from tieup.seats.contest import Floats, Ints, contest, is_independent
from tieup.seats.levels import reach

#: A pair of elections speaks through the parties that had this part of the votes in one of the two.
CONTENDING = 0.05
DAYS_A_YEAR = 365.25

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorSizes:
    """Standard deviations of a candidate's root share, from one election to the next.

    Attributes:
        state: of the part that a party's candidates share statewide.
        district: of the part that they share in a district.
        seat: of a candidate's own part.
        pairs: the elections that they were estimated from.
        later: whether elections after the base were among them, as there were none before.
    """

    state: float
    district: float
    seat: float
    pairs: tuple[Pair, ...] = ()
    later: bool = False

    @property
    def are_none(self) -> bool:
        """Whether nothing is drawn at all."""
        return self.state == self.district == self.seat == 0


NO_ERROR = ErrorSizes(state=0.0, district=0.0, seat=0.0)


@dataclass(frozen=True, slots=True)
class _Change:
    """Moves of one contender's root share between two elections.

    Attributes:
        moves: shape (seats in which it stood both times,).
        districts: the same shape, the district of each.
        lost: what drawing and scaling back to a sum of one takes from a variance: n contenders have
            n - 1 ways to move.
        years: between the two elections.
    """

    moves: Floats
    districts: Ints
    lost: float
    years: float


def error_sizes(region: Region, base: str, pairs: Sequence[Pair] | None = None) -> ErrorSizes:
    """Sizes of error for an election that follows the base.

    From each pair of elections of the same kind that follow one another (assembly after assembly,
    Lok Sabha after Lok Sabha, by segment), the later one not after the base. Where no such pair is,
    from elections of any kind that follow one another until the base; where even these are none,
    from the later ones, and `later` says so. Pairs given by the caller are used as they are.

    Raises:
        ScenarioError: where no pair tells anything.
    """
    chosen, later = (tuple(pairs), False) if pairs is not None else _pairs(region, base)
    return _estimated(_Pack(digest=region.digest, region=region), chosen, later=later)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pack:
    """A region as a key: the digest stands for all of its data."""

    digest: str
    region: Region = field(compare=False, hash=False)


@lru_cache(maxsize=64)
def _estimated(pack: _Pack, pairs: tuple[Pair, ...], *, later: bool) -> ErrorSizes:
    """Nested variance components by the method of moments, pooled over pairs and contenders."""
    region = pack.region
    changes = [change for pair in pairs for change in _changes(region, pair)]
    if not changes:
        message = (
            f"no pair of elections of {region.id} tells how large errors are, for that takes "
            "returns of two; project without errors (--draws 0)"
        )
        raise ScenarioError(message)
    term = _term(region)
    within = freedom = between = weight = 0.0
    for change in changes:
        squares, degrees, spread, groups, size = _split(change)
        within, freedom = within + squares * change.lost, freedom + degrees
        between += (spread - (groups - 1) * squares / degrees) * change.lost
        weight += (groups - 1) * size
    seat = within / freedom
    district = max(between / weight, 0.0)
    squares_a_term = [
        (change.moves.mean() ** 2 * change.lost - _noise(change, district, seat))
        * (term / change.years)
        for change in changes
    ]
    return ErrorSizes(
        state=float(np.sqrt(max(np.mean(squares_a_term), 0.0))),
        district=float(np.sqrt(district)),
        seat=float(np.sqrt(seat)),
        pairs=pairs,
        later=later,
    )


def _split(change: _Change) -> tuple[float, int, float, int, float]:
    """Squares within districts, their degrees of freedom, squares between; districts, mean size."""
    _, inverse, counts = np.unique(change.districts, return_inverse=True, return_counts=True)
    means = np.bincount(inverse, weights=change.moves) / counts
    within = float(((change.moves - means[inverse]) ** 2).sum())
    between = float((counts * (means - change.moves.mean()) ** 2).sum())
    seats, groups = len(change.moves), len(counts)
    size = (seats - (counts**2).sum() / seats) / (groups - 1)
    return within, seats - groups, between, groups, float(size)


def _noise(change: _Change, district: float, seat: float) -> float:
    """What districts and seats alone add to the square of a mean move."""
    counts = np.unique(change.districts, return_counts=True)[1]
    seats = len(change.moves)
    return float(district * ((counts / seats) ** 2).sum() + seat / seats)


def _changes(region: Region, pair: Pair) -> Iterator[_Change]:
    """One change by contender; none who vanished, came new, or stands in one district alone."""
    before, after = (_roots(region, election) for election in pair)
    counted = [region.election(election).counted for election in pair]
    years = (counted[1] - counted[0]).days / DAYS_A_YEAR
    districts = contest(region, pair[0]).districts
    found = []
    for contender in sorted(before.keys() & after.keys()):
        (share, old), (next_share, new) = before[contender], after[contender]
        both = (old > 0) & (new > 0)
        some, seats = len(np.unique(districts[both])), int(both.sum())
        if max(share, next_share) >= CONTENDING and 1 < some < seats:
            found.append((both, (new - old)[both] / reach(old[both] ** 2)))
    lost = len(found) / max(len(found) - 1, 1)
    for both, moves in found:
        yield _Change(moves, districts[both], lost, years)


def _roots(region: Region, election: str) -> Mapping[str, tuple[float, Floats]]:
    """Statewide share, and root share by seat, of every party or front."""
    votes = contest(region, election)
    day = region.election(election).counted
    members: dict[str, set[str]] = {}
    for party in votes.parties:
        if not is_independent(party):
            members.setdefault(region.front_of(party, day) or party, set()).add(party)
    shares = votes.shares
    return {
        contender: (
            votes.statewide(frozenset(parties)),
            np.sqrt((shares * votes.of(frozenset(parties))).sum(axis=1)),
        )
        for contender, parties in members.items()
    }


def past_pairs(region: Region) -> tuple[Pair, ...]:
    """Every pair of elections of one kind, with returns, that follow one another."""
    return tuple(
        (one.id, other.id)
        for kind in sorted({election.kind for election in region.elections.values()})
        for one, other in pairwise(e for e in _in_order(region) if e.kind == kind)
    )


def _pairs(region: Region, base: str) -> tuple[tuple[Pair, ...], bool]:
    """The pairs for a base, and whether they are later than it."""
    counted = region.election(base).counted
    known = [election for election in _in_order(region) if election.counted <= counted]
    ids = {election.id for election in known}
    same_kind = tuple(pair for pair in past_pairs(region) if ids.issuperset(pair))
    any_kind = tuple((one.id, other.id) for one, other in pairwise(known))
    past = same_kind or any_kind
    return (past, False) if past else (past_pairs(region), True)


def _term(region: Region) -> float:
    """Years from one election to the next of its kind, on average."""
    gaps = [
        (region.election(other).counted - region.election(one).counted).days / DAYS_A_YEAR
        for one, other in past_pairs(region)
    ]
    return float(np.mean(gaps)) if gaps else 1.0


def _in_order(region: Region) -> list[Election]:
    """Elections with returns, oldest first."""
    ordered = sorted(region.elections.values(), key=lambda election: election.counted)
    return [election for election in ordered if election.has_returns]
