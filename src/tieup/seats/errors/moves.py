"""Moves: how far the contenders of one election strayed from what the one before let expect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from tieup.regions import Region
from tieup.seats.contest import Floats, Ints, contest, is_independent
from tieup.seats.errors.pull import Pull, far
from tieup.seats.staging.levels import reach
from tieup.seats.staging.record import Past, of_its_kind_before, record

#: A pair of elections speaks through the parties that had this part of the votes in one of the two.
CONTENDING = 0.05
#: A contender that all but fills a seat is not taken to have strayed without bound.
FULL = 0.4


class Expectation(Protocol):
    """What is expected of a seat, and how evenly contenders stray from it."""

    @property
    def pull(self) -> Pull:
        """How much of a seat's colour lasts."""

    def widths(self, shares: Floats) -> Floats:
        """What errors of candidates with these shares are multiplied by."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Moves of one contender's root share between two elections.

    Root shares of a seat lie on a sphere: of an error drawn freely, scaling back to a sum of one
    leaves the part 1 - p of its variance. Moves are brought back to what has to be drawn.

    Attributes:
        moves: shape (seats in which it stood both times,), about what was expected, by width.
        districts: the same shape, the district of each.
        state: square of its mean move.
    """

    moves: Floats
    districts: Ints
    state: float

    def split(self) -> tuple[float, int, float, int, float]:
        """Squares within districts, degrees of freedom, squares between; districts, mean size."""
        _, inverse, counts = np.unique(self.districts, return_inverse=True, return_counts=True)
        means = np.bincount(inverse, weights=self.moves) / counts
        within = float(((self.moves - means[inverse]) ** 2).sum())
        between = float((counts * (means - self.moves.mean()) ** 2).sum())
        seats, groups = len(self.moves), len(counts)
        size = (seats - (counts**2).sum() / seats) / (groups - 1)
        return within, seats - groups, between, groups, float(size)

    def noise(self, district: float, seat: float) -> float:
        """What variances of districts and seats alone add to the square of a mean move."""
        counts = np.unique(self.districts, return_counts=True)[1]
        seats = len(self.moves)
        return float(district * ((counts / seats) ** 2).sum() + seat / seats)


def parts(found: Sequence[Change]) -> tuple[float, float]:
    """Variances of seats and of districts, by the nested analysis of variance, all pooled."""
    within = freedom = between = weight = 0.0
    for change in found:
        squares, degrees, spread, groups, size = change.split()
        within, freedom = within + squares, freedom + degrees
        between += spread - (groups - 1) * squares / degrees
        weight += (groups - 1) * size
    return within / freedom, max(between / weight, 0.0)


def changes(region: Region, pair: tuple[str, str], about: Expectation) -> Iterator[Change]:
    """One change by contender; none who vanished, came new, or stands in one district alone.

    Args:
        region: the land.
        pair: the two elections.
        about: what the later one is expected to be, given the earlier one.
    """
    before, after = (record(region, election)[-1] for election in pair)
    earlier = of_its_kind_before(region, pair[0])
    shares = {past.election: _statewide(region, past) for past in (before, after)}
    both_times = sorted(before.shares.keys() & after.shares.keys())
    stays = _staying(before, after, both_times)
    for contender in both_times:
        old, new = before.of(contender), after.of(contender)
        both = (old > 0) & (new > 0)
        some, seats = len(np.unique(before.districts[both])), int(both.sum())
        large = max(of.get(contender, 0.0) for of in shares.values()) >= CONTENDING
        if large and 1 < some < seats:
            last = earlier.roots(contender)[both] if earlier else None
            distances = far(
                np.sqrt(old[both]), before.districts[both], earlier=last, stays=stays[both]
            )
            yield _change(old[both], new[both], distances, before.districts[both], about)


def _staying(before: Past, after: Past, contenders: Iterable[str]) -> Floats:
    """Shape (seats,): the part of a seat's votes whose contender stands there again."""
    stays = np.zeros(len(before.districts))
    for contender in contenders:
        if not is_independent(contender):
            stays += before.of(contender) * (after.of(contender) > 0)
    return stays


def _change(
    old: Floats, new: Floats, distances: Floats, districts: Ints, about: Expectation
) -> Change:
    before, after = np.sqrt(old), np.sqrt(new)
    expected = before.mean() + about.pull.applied(distances)
    freely = np.sqrt(np.maximum(1 - new, FULL))
    width = about.widths(old) * reach(old)
    mean = float((after - before).mean())
    at = float(about.widths(np.array([old.mean()]))[0])
    return Change(
        moves=(after - expected) / (width * freely),
        districts=districts,
        state=(mean / at) ** 2 / max(1 - float(new.mean()), FULL),
    )


def _statewide(region: Region, past: Past) -> Mapping[str, float]:
    """Parts of all valid votes, by contender; seats by their size."""
    totals = contest(region, past.election).totals
    return {c: float((share * totals).sum() / totals.sum()) for c, share in past.shares.items()}
