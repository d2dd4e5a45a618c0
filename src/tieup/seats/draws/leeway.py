"""Leeway: what is not known of how many voters follow, stray or stay home, and what that moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from tieup.seats.contest import Contest, Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leeway:
    """How far a part of a party's voters may stray from the part that the contest counts with.

    In each draw the part is off by one normal number that the state shares and one of each seat;
    shares move in proportion, before their roots are taken.

    Attributes:
        giver: the contender whose voters they are.
        taker: the contender to whom they go; "" for those who stay home.
        slope: shape (seats, candidates), by how much a candidate's share of the valid votes moves
            if all the giver's voters go rather than none.
        state_sd: standard deviation of the part, statewide.
        seat_sd: standard deviation of the part in one seat about the state's.
        low, high: bounds on how far it may be off, such as -0.76 and 0.24 for a part of 0.76.
    """

    giver: str
    taker: str
    slope: Floats
    state_sd: float
    seat_sd: float
    low: float = -inf
    high: float = inf

    @property
    def name(self) -> str:
        """What its luck is named by."""
        return f"{self.giver}>{self.taker}"

    @property
    def is_none(self) -> bool:
        """Whether it moves nothing."""
        return self.state_sd == self.seat_sd == 0 or not self.slope.any()


def turnout(
    contest: Contest,
    members: Mapping[str, frozenset[str]],
    *,
    state_sd: float,
    seat_sd: float,
) -> tuple[Leeway, ...]:
    """Leeway of the turnout of each contender's voters: a part of them stays home, or comes anew.

    Args:
        contest: the votes.
        members: parties by contender.
        state_sd: standard deviation, statewide, of the part of its voters who stay home.
        seat_sd: of that part in one seat about the state's.
    """
    shares = contest.shares
    found = []
    for contender, parties in members.items():
        mine = contest.of(parties)
        together = (shares * mine).sum(axis=1, keepdims=True)
        slope = shares * (together - mine)
        found.append(
            Leeway(
                giver=contender,
                taker="",
                slope=slope,
                state_sd=state_sd,
                seat_sd=seat_sd,
                high=1.0,
            )
        )
    return tuple(found)
