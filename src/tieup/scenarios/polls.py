"""Polls: what several said of the shares, as one figure a party with its whole error.

A poll's error is more than its sample's. Over 4,221 polls of 608 elections the root mean square
error was 3.5 points, twice what margins of error imply, and about 2 points on average were common
to all polls of an election (Shirani-Mehr, Rothschild, Goel and Gelman 2018, "Disentangling bias and
variance in election polls", Journal of the American Statistical Association 113). Hence COMMON, and
HOUSE, which with COMMON and a sample of some 800 makes up the 3.5.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tieup.scenarios.refusals import ScenarioError, check_finite

#: Standard deviations of a share of one half, in points: of what all polls of an election have in
#: common (a mean absolute error of 2), and of what one pollster's have. Other shares have less, in
#: proportion to sqrt(p (1 - p)).
COMMON, HOUSE = 2.5, 1.7
#: A poll counts half as much as one that many days later.
HALF_LIFE = 30.0
#: The least share, in percent, that an error is reckoned with: no poll knows that there is nobody.
LEAST = 0.5
WHOLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """One poll.

    Attributes:
        pollster: who made it.
        since, until: first and last day in the field.
        sample: people asked.
        shares: percent of the valid votes by party id.
        name: where it stands, for messages.
    """

    pollster: str
    since: date
    until: date
    sample: int
    shares: Mapping[str, float]
    name: str = "poll"

    def __post_init__(self) -> None:
        """Check all of it.

        Raises:
            ScenarioError: where it can't be.
        """
        if self.until < self.since:
            message = f"{self.name}: it ends on {self.until}, before it begins on {self.since}"
            raise ScenarioError(message)
        if self.sample < 1:
            message = f"{self.name}: a sample of {self.sample}; it must be 1 or more"
            raise ScenarioError(message)
        if not self.shares:
            message = f"{self.name}: it has no shares"
            raise ScenarioError(message)
        for party, share in self.shares.items():
            check_finite(f"{self.name}: share", party, share)
            if not 0 <= share <= WHOLE:
                message = f"{self.name}: share {party}={share:g} is not from 0 to 100 percent"
                raise ScenarioError(message)
        total = sum(self.shares.values())
        if total > WHOLE + 1e-6:
            message = f"{self.name}: the shares add up to {total:g} percent; above 100"
            raise ScenarioError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Several polls as one.

    Attributes:
        on: the day that it is reckoned for.
        shares: percent by party.
        errors: their standard errors in points: sampling, houses and what is common to all.
        houses: points by which a pollster's polls stand above the pool, drawn to none as far as
            chance explains it, by pollster and party.
        polls: how many.
    """

    on: date
    shares: Mapping[str, float]
    errors: Mapping[str, float]
    houses: Mapping[str, Mapping[str, float]]
    polls: int

    def notes(self) -> tuple[str, ...]:
        """What a reader must know of it."""
        pollsters = ", ".join(self.houses)
        given = ", ".join(
            f"{party} {share:.1f} ± {self.errors[party]:.1f}"
            for party, share in self.shares.items()
        )
        some = f"{self.polls} polls" if self.polls > 1 else "one poll"
        return (
            f"Shares are those of {some} ({pollsters}) as of {self.on}: {given} percent.",
            (
                f"Their errors hold {COMMON} points common to all polls and {HOUSE} of each "
                "pollster, at a share of one half, beside sampling (Shirani-Mehr and others 2018)."
            ),
        )


def pooled(polls: Sequence[Poll], on: date | None = None) -> Pool:
    """One share and error a party out of several polls.

    A pollster's polls are averaged first, by sample and recency. The averages are then weighed by
    recency over the variance of sampling and house. The error adds what is common to all polls,
    which no number of them takes away.

    Args:
        polls: at least one.
        on: the day; by default the last in the field. Later polls are refused.

    Raises:
        ScenarioError: without a poll, for one after the day, or pooled shares above 100 percent.
    """
    if not polls:
        message = "there is no poll to pool"
        raise ScenarioError(message)
    day = on or max(poll.until for poll in polls)
    late = next((poll for poll in polls if poll.until > day), None)
    if late:
        message = f"{late.name}: it ends on {late.until}, after {day}"
        raise ScenarioError(message)
    parties = tuple(dict.fromkeys(party for poll in polls for party in poll.shares))
    found = {party: _pooled(polls, party, day) for party in parties}
    shares = {party: share for party, (share, _, _) in found.items()}
    total = sum(shares.values())
    if total > WHOLE:  # each party's weights are its own, so that averages can add up to a bit more
        shares = {party: WHOLE * share / total for party, share in shares.items()}
    return Pool(
        on=day,
        shares=shares,
        errors={party: error for party, (_, error, _) in found.items()},
        houses={
            pollster: {p: h[pollster] for p, (_, _, h) in found.items() if pollster in h}
            for pollster in dict.fromkeys(poll.pollster for poll in polls)
        },
        polls=len(polls),
    )


def _pooled(polls: Sequence[Poll], party: str, day: date) -> tuple[float, float, dict[str, float]]:
    """A party's share, its error, and house effects."""
    asked = [poll for poll in polls if party in poll.shares]
    size = _size(sum(poll.shares[party] for poll in asked) / len(asked))
    houses = dict(_houses(asked, party, day, size))
    weights = {
        pollster: recency / (sampling + (HOUSE * size) ** 2)
        for pollster, (_, sampling, recency) in houses.items()
    }
    whole = sum(weights.values())
    share = sum(weights[name] * houses[name][0] for name in houses) / whole
    variance = sum(
        (weights[name] / whole) ** 2 * (houses[name][1] + (HOUSE * size) ** 2) for name in houses
    )
    effects = {
        name: (mean - share) * (HOUSE * size) ** 2 / (sampling + (HOUSE * size) ** 2)
        for name, (mean, sampling, _) in houses.items()
    }
    return share, math.sqrt(variance + (COMMON * size) ** 2), effects


def _houses(
    polls: Sequence[Poll], party: str, day: date, size: float
) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """By pollster: the mean of its polls, its sampling variance in points, and its recency."""
    for pollster in dict.fromkeys(poll.pollster for poll in polls):
        mine = [poll for poll in polls if poll.pollster == pollster]
        recencies = [0.5 ** ((day - poll.until).days / HALF_LIFE) for poll in mine]
        weights = [r * poll.sample for r, poll in zip(recencies, mine, strict=True)]
        whole = sum(weights)
        mean = sum(w * p.shares[party] for w, p in zip(weights, mine, strict=True)) / whole
        sampling = sum(
            (w / whole) ** 2 * (50 * size) ** 2 / p.sample
            for w, p in zip(weights, mine, strict=True)
        )
        yield pollster, (mean, sampling, max(recencies))


def _size(share: float) -> float:
    """How far a share in percent can err beside one of one half: 2 sqrt(p (1 - p))."""
    part = min(max(share, LEAST), 100 - LEAST) / 100
    return 2 * math.sqrt(part * (1 - part))
