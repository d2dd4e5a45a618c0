"""Where the voters of those who leave a seat go: estimated from past alliances, or as stated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

import numpy as np

from tieup.english import listed
from tieup.scenarios import Scenario
from tieup.seats.contest import Bools, Contest, Floats
from tieup.seats.staging.leaving import leaving
from tieup.seats.staging.record import Past
from tieup.seats.staging.standing import StandDown

#: The prior: the part of a stood-down partner's voters who vote for the partner who stands, where
#: nothing else is known. Known parts and ratios: 0.80 of the joint vote kept in Karnataka 2019 and
#: 0.88 in Uttar Pradesh 2019, 0.88 and 0.49 for two partners in Uruguay 2024. Their mean is 0.76.
FOLLOW = 0.76
#: The standard deviation of one alliance's part about it: the spread of these four.
SPREAD = 0.19
#: How much of the spread's variance belongs to the pair and direction and comes again next time;
#: stated, as no land in reach has enough alliances of one pair to tell.
LASTING = 0.5
#: A past alliance tells something about a pair from so many seats in so many districts, and where
#: the slope of the taker's own votes is so many standard errors above nothing.
SEATS, DISTRICTS, SURE = 30, 4, 4.0
#: Seats in which the giver had less than this part of the votes have nothing to tell.
LEAST = 0.01

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one past alliance tells of a pair.

    Attributes:
        before, after: the elections.
        seats: how many seats the giver left to the taker.
        part: who followed, by the votes; above 1 where the taker gained more than the giver lost.
        error: its standard error, districts as clusters.
    """

    before: str
    after: str
    seats: int
    part: float
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """The part of a giver's voters who follow to the taker.

    Attributes:
        mean: from 0 to 1.
        state_sd: its standard deviation, statewide.
        seat_sd: of a seat's own part about the state's. None is estimated: what a past alliance's
            seats scatter about its rate is no more than seats err by themselves, and is in their
            error already.
        source: "stated", "prior" or "estimated".
        seen: what the estimate rests on.
    """

    mean: float
    state_sd: float = 0.0
    seat_sd: float = 0.0
    source: str
    seen: tuple[Seen, ...] = ()

    @classmethod
    def of(cls, seen: Sequence[Seen]) -> "Rate":
        """The next alliance's rate, after those seen.

        A pair's rate lies about FOLLOW, and each alliance's about its pair's, as normals: the
        posterior mean of the pair's rate, and the spread of the next one about it.
        """
        lasting, passing = LASTING * SPREAD**2, (1 - LASTING) * SPREAD**2
        weights = [1 / lasting, *(1 / (each.error**2 + passing) for each in seen)]
        parts = [FOLLOW, *(each.part for each in seen)]
        mean = float(np.average(parts, weights=weights))
        return cls(
            mean=min(max(mean, 0.0), 1.0),
            state_sd=float(np.sqrt(1 / sum(weights) + passing)),
            source="estimated" if seen else "prior",
            seen=tuple(seen),
        )


PRIOR_RATE = Rate.of(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Followers:
    """The rates of a scenario.

    Attributes:
        stated: as the user has them.
        estimated: from past alliances, by (giver, taker).
    """

    stated: Mapping[Pair, Rate] = field(default_factory=dict)
    estimated: Mapping[Pair, Rate] = field(default_factory=dict)

    @classmethod
    def of(cls, scenario: Scenario, estimated: Mapping[Pair, Rate]) -> "Followers":
        """What the scenario states, before what is estimated."""
        errors = scenario.transfer_errors
        stated = {
            pair: Rate(mean=part, state_sd=errors.get(pair, 0.0), source="stated")
            for pair, part in scenario.transfer.items()
        }
        return cls(stated=stated, estimated=estimated)

    def rate(self, giver: str, taker: str) -> Rate:
        """Who of the giver's voters follow to the taker."""
        pair = (giver, taker)
        return self.stated.get(pair) or self.estimated.get(pair) or PRIOR_RATE

    def means(self, downs: Sequence[StandDown]) -> Floats:
        """Shape (stand-downs,): the mean rates."""
        return np.array([self.rate(down.giver, down.taker).mean for down in downs])


def followed(contest: Contest, downs: tuple[StandDown, ...], followers: Followers) -> Contest:
    """The contest after the stand-downs, at the mean rates.

    Of a stood-down candidate's voters the part that follows votes for the candidate to whom the
    seat was left. The rest does as the rest of the electorate did: it spreads over the other
    candidates and over staying home in proportion to their votes and to the electors who gave none
    at the base. Where the source has no electors, nobody stays home.
    """
    return leaving(contest, downs).at(followers.means(downs)) if downs else contest


@lru_cache(maxsize=32)
def estimated(past: tuple[Past, ...]) -> Mapping[Pair, Rate]:
    """Rates by (giver, taker), of pairs about which a past alliance tells something.

    For every election of the record and every two who were allied in it, against the last election
    before in which they were not: see `seen`.
    """
    found: dict[Pair, list[Seen]] = {}
    for number, after in enumerate(past):
        for circle in after.circles:
            for giver in sorted(circle):
                for taker in sorted(circle - {giver}):
                    told = _told(past[:number], after, giver, taker)
                    if told is not None:
                        found.setdefault((giver, taker), []).append(told)
    return MappingProxyType({pair: Rate.of(told) for pair, told in found.items()})


def _told(earlier: Sequence[Past], after: Past, giver: str, taker: str) -> Seen | None:
    for before in reversed(earlier):
        if taker in before.allies(giver):
            continue
        told = seen(before, after, giver, taker)
        if told is not None:
            return told
    return None


def seen(before: Past, after: Past, giver: str, taker: str) -> Seen | None:
    """Who followed, from the seats that the giver contested before and left to the taker.

    There the taker's share afterwards is regressed on its own and the giver's share before,

        taker after = constant + l taker before + g giver before,

    by least squares. g / l is the part that followed, measured by how the taker kept its own: the
    statewide move of both cancels out. Its standard error is by the delta method, with districts
    as clusters.

    Returns:
        None where too few seats tell, or the taker's own votes say nothing.
    """
    mine, theirs = before.of(giver), before.of(taker)
    left = (mine > LEAST) & (after.of(giver) == 0) & (theirs > 0) & (after.of(taker) > 0)
    districts = before.districts[left]
    if left.sum() < SEATS or len(np.unique(districts)) < DISTRICTS:
        return None
    design = np.column_stack([np.ones(left.sum()), theirs[left], mine[left]])
    slopes, covariance = _regression(design, after.of(taker)[left], districts)
    kept, gained = slopes[1], slopes[2]
    if kept <= 0 or kept < SURE * np.sqrt(covariance[1, 1]):
        return None
    gradient = np.array([0.0, -gained / kept**2, 1 / kept])
    return Seen(
        before=before.election,
        after=after.election,
        seats=int(left.sum()),
        part=float(gained / kept),
        error=float(np.sqrt(gradient @ covariance @ gradient)),
    )


def _regression(design: Floats, values: Floats, clusters: Floats) -> tuple[Floats, Floats]:
    """Least squares slopes and their covariance, robust to what a cluster shares."""
    inverse = np.linalg.pinv(design.T @ design)
    slopes = inverse @ design.T @ values
    misses = values - design @ slopes
    names = np.unique(clusters)
    sums = np.stack([_scores(design, misses, clusters == name) for name in names])
    small = len(names) / (len(names) - 1)  # few clusters: the usual correction
    return slopes, small * inverse @ sums.T @ sums @ inverse


def _scores(design: Floats, misses: Floats, mine: Bools) -> Floats:
    scores: Floats = design[mine].T @ misses[mine]
    return scores


def notes_of(followers: Followers, downs: Sequence[StandDown]) -> Iterator[str]:
    """What a reader must know of who leaves seats, and who follows; a sentence each."""
    for down in downs:
        rate = followers.rate(down.giver, down.taker)
        count = int(down.seats.sum())
        yield (
            f"{down.giver} leaves {count} seat{'s' if count > 1 else ''} to {down.taker}; "
            f"{100 * rate.mean:.0f} percent of its voters follow{_sourced(rate)}."
        )
    if downs:
        yield (
            "Those who don't follow spread over the other candidates and staying home as the rest "
            "of the electorate did."
        )
    used = {(down.giver, down.taker) for down in downs}
    for giver, taker in followers.stated:
        if (giver, taker) not in used:
            yield f"The transfer {giver}:{taker} is not used: {giver} leaves no seat to {taker}."


def _sourced(rate: Rate) -> str:
    """What stands behind a rate; nothing where the user stated it and nothing else."""
    give = f", give or take {100 * rate.state_sd:.0f}" if rate.state_sd else ""
    if rate.source == "estimated":
        past = listed(seen.after for seen in rate.seen)
        return f"{give} (estimated from {past}, and drawn to the default of {100 * FOLLOW:.0f})"
    return f"{give} (the default)" if rate.source == "prior" else give
