"""Pull: distances shrink, statewide shares and totals stay."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.seats.contest import Contest
from tieup.seats.errors.pull import Pull, distances, settled, staying
from tieup.seats.tables import slate_from_table

PARTIES = {"A": "A", "B": "B", "C": "C", "IND": "IND"}


def land(seed: int = 3, seats: int = 40) -> Contest:
    random = np.random.Generator(np.random.PCG64(seed))
    rows = [
        {"seat": no, "party": party, "candidate": party, "votes": int(votes)}
        for no in range(seats)
        for party, votes in zip(PARTIES, random.integers(50, 900, 4), strict=True)
    ]
    return slate_from_table(rows).contest


@given(own=st.floats(0.1, 1), district=st.floats(0, 0.5))
def test_shares_and_totals_stay(own: float, district: float) -> None:
    base = land()
    pulled = settled(base, PARTIES, Pull(own=own, district=district))
    assert pulled.totals == pytest.approx(base.totals)
    for party in ("A", "B", "C"):
        mine = frozenset({party})
        assert pulled.statewide(mine) == pytest.approx(base.statewide(mine), abs=1e-9)
    assert (pulled.votes >= 0).all()


def test_seats_come_nearer_to_the_mean() -> None:
    base = land()
    pulled = settled(base, PARTIES, Pull(own=0.4))
    mine = base.of(frozenset({"A"}))
    before, after = np.sqrt(base.shares[mine]), np.sqrt(pulled.shares[mine])
    assert after.std() < 0.6 * before.std()
    assert np.corrcoef(before, after)[0, 1] > 0.9


def test_without_a_pull_nothing_moves() -> None:
    base = land()
    assert settled(base, PARTIES, Pull()) is base


def test_distances_are_the_seats_the_districts_and_the_earlier_ones() -> None:
    base = land(seats=20)
    mine = base.of(frozenset({"A"}))
    roots = np.sqrt(base.shares)
    earlier = np.where(np.arange(20)[:, None] < 5, np.nan, roots)
    own, district, before = distances(base, mine, roots, earlier=earlier).T
    assert own.sum() == pytest.approx(0)
    assert district[:10] == pytest.approx(np.full(10, own[:10].mean()))
    assert before[:5].tolist() == [0] * 5
    assert before[5:].sum() == pytest.approx(0)


def test_colour_lasts_by_the_square_of_what_stays() -> None:
    base = land(seats=20)
    mine = base.of(frozenset({"A"}))
    stays = np.linspace(0, 1, 20)
    all_of_it = distances(base, mine, np.sqrt(base.shares))
    found = distances(base, mine, np.sqrt(base.shares), stays=stays)
    seats = np.nonzero(mine)[0]
    assert found == pytest.approx(all_of_it * stays[seats, None] ** 2)
    nothing = settled(base, PARTIES, Pull(own=0.5), stays=np.zeros(20))
    assert (
        nothing.shares[mine].std() < 0.5 * settled(base, PARTIES, Pull(own=0.5)).shares[mine].std()
    )


def test_votes_stay_whose_contender_stands_again_and_no_independents() -> None:
    rows = [
        {"seat": no, "party": party, "candidate": party, "votes": votes}
        for no in (1, 2)
        for party, votes in (("A", 50), ("B", 30), ("IND", 20))
    ]
    before = slate_from_table(rows).contest
    gone = [row for row in rows if (row["seat"], row["party"]) != (2, "B")]
    after = slate_from_table(gone).contest
    assert staying(before, before, PARTIES) == pytest.approx(np.array([0.8, 0.8]))
    assert staying(before, after, PARTIES) == pytest.approx(np.array([0.8, 0.5]))
    front = {**PARTIES, "A": "F", "B": "F"}
    assert staying(before, after, front) == pytest.approx(np.array([0.8, 0.8]))
