"""Leaving: where the votes of those who stand down go, beside the same one by one."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tieup.seats import Contest
from tieup.seats.contest import NOBODY, Floats
from tieup.seats.staging.leaving import Slopes, leaving
from tieup.seats.staging.standing import StandDown

SEATS, CANDIDATES = 5, 4
votes = arrays(np.float64, (SEATS, CANDIDATES), elements=st.floats(0, 1000).map(round))
people = arrays(np.float64, SEATS, elements=st.floats(0, 1000).map(round))
#: By seat, who leaves it: none, the second candidate, the third, or both; always to the first.
leavers = st.lists(st.integers(0, 3), min_size=SEATS, max_size=SEATS)
parts = arrays(np.float64, 2, elements=st.floats(0, 1))


def held(cast: Floats, rest: Floats, home: Floats) -> Contest:
    return Contest(
        numbers=np.arange(1, SEATS + 1),
        districts=np.zeros(SEATS, dtype=np.int64),
        parties=tuple("ABCD"),
        party=np.tile(np.arange(CANDIDATES), (SEATS, 1)),
        votes=cast,
        rest=rest,
        abstainers=home,
    )


def stand_down(number: int, leaving_it: list[int]) -> StandDown:
    seats = np.array([bool(who & (1 << number)) for who in leaving_it])
    candidates = np.zeros((SEATS, CANDIDATES), dtype=bool)
    candidates[seats, number + 1] = True
    return StandDown(
        bloc=0,
        giver="BC"[number],
        taker="A",
        seats=seats,
        candidates=candidates,
        takers=np.zeros(SEATS, dtype=np.int64),
    )


def one_by_one(contest: Contest, seat: int, who: int, follow: Floats) -> tuple[Any, float, float]:
    """A seat's votes, rest and abstainers after, in plain words."""
    gone = [n + 1 for n in range(2) if who & (1 << n)]
    before = [0.0 if n in gone else v for n, v in enumerate(contest.votes[seat].tolist())]
    after, rest, home = list(before), float(contest.rest[seat]), float(contest.abstainers[seat])
    whole = sum(before[1:]) + rest + home
    for n in gone:
        movers = float(contest.votes[seat, n])
        after[0] += follow[n - 1] * movers
        each = (1 - follow[n - 1]) * movers / whole if whole else 0.0
        for other in range(1, CANDIDATES):
            after[other] += each * before[other]
        home += each * float(contest.abstainers[seat]) if whole else (1 - follow[n - 1]) * movers
        rest += each * float(contest.rest[seat])
    return after, rest, home


@given(cast=votes, rest=people, home=people, who=leavers, follow=parts)
def test_votes_go_where_they_go_one_by_one(
    cast: Floats, rest: Floats, home: Floats, who: list[int], follow: Floats
) -> None:
    before = held(cast, rest, home)
    after = leaving(before, (stand_down(0, who), stand_down(1, who))).at(follow)
    for seat in range(SEATS):
        expected = one_by_one(before, seat, who[seat], follow)
        assert after.votes[seat] == pytest.approx(expected[0])
        assert (after.rest[seat], after.abstainers[seat]) == pytest.approx(expected[1:])
        left = [n + 1 for n in range(2) if who[seat] & (1 << n)]
        assert (after.party[seat] == NOBODY).nonzero()[0].tolist() == left
    everybody = [c.votes.sum() + c.rest.sum() + c.abstainers.sum() for c in (before, after)]
    assert everybody[0] == pytest.approx(everybody[1])


STEP = 1e-6


@given(cast=votes, rest=people, home=people, who=leavers, follow=parts, number=st.integers(0, 1))
def test_how_votes_answer_to_who_follows(
    cast: Floats, rest: Floats, home: Floats, who: list[int], follow: Floats, number: int
) -> None:
    found = leaving(held(cast, rest, home), (stand_down(0, who), stand_down(1, who)))
    more = follow.copy()
    more[number] += STEP
    before, after, slopes = found.at(follow), found.at(more), found.by_part(number)
    for values in ("votes", "rest", "abstainers"):
        step = (getattr(after, values) - getattr(before, values)) / STEP
        assert getattr(slopes, values) == pytest.approx(step, abs=1e-3)
    everybody = slopes.votes.sum(axis=1) + slopes.rest + slopes.abstainers
    assert everybody == pytest.approx(np.zeros(SEATS), abs=1e-6)


@given(cast=votes, moves=votes, rest=people, home=people, who=leavers, follow=parts)
def test_how_votes_answer_to_the_votes_before(
    cast: Floats, moves: Floats, rest: Floats, home: Floats, who: list[int], follow: Floats
) -> None:
    downs = (stand_down(0, who), stand_down(1, who))
    cast = cast + 10.0  # who has nobody to stray to is another case, and no slope leads there
    before = leaving(held(cast, rest, home), downs)
    after = leaving(held(cast + STEP * moves, rest + STEP * home, home + STEP * rest), downs)
    slopes = before.along(Slopes(votes=moves, rest=home, abstainers=rest), follow)
    for values in ("votes", "rest", "abstainers"):
        step = (getattr(after.at(follow), values) - getattr(before.at(follow), values)) / STEP
        assert getattr(slopes, values) == pytest.approx(step, rel=1e-3, abs=0.05)


def test_what_is_kept_of_a_stage_is_not_changed_by_asking() -> None:
    before = held(np.full((SEATS, CANDIDATES), 10.0), np.ones(SEATS), np.ones(SEATS))
    downs = (stand_down(0, [1] * SEATS),)
    first, other, again = (leaving(before, downs).at(np.array([p])) for p in (0.3, 0.9, 0.3))
    assert (first.votes == again.votes).all()
    assert (first.votes != other.votes).any()
    assert (before.votes == 10).all()
