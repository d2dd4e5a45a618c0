"""Levels: statewide shares are met exactly, or refused in words."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import stage

LAND = tiny(
    [
        {"A": 500, "B": 300, "F1": 150, "F2": 60, "IND": 40, "OTH": 9},
        {"A": 200, "B": 380, "F1": 320, "C": 5},
        {"B": 30, "A": 700, "F2": 90, "IND": 200, "IND2": 100},
    ]
)
BLOCS = (("A",), ("B",), ("F",))
percents = st.floats(0.01, 90)


def statewide(scenario: Scenario, party: str) -> float:
    staged = stage(LAND, scenario)
    return 100 * staged.polled.statewide(staged.lineup.members[party])


# No deadline: shares that leave somebody with nothing are found by creeping.
@settings(deadline=None)
@given(a=percents, b=percents, f=percents)
def test_shares_are_met_exactly_and_seats_keep_their_totals(a: float, b: float, f: float) -> None:
    assume(a + b + f < 97)
    staged = stage(LAND, Scenario(base="T-2020", blocs=BLOCS, shares={"A": a, "B": b, "F": f}))
    polled = staged.polled
    for party, percent in (("A", a), ("B", b), ("F", f)):
        assert 100 * polled.statewide(staged.lineup.members[party]) == pytest.approx(
            percent, abs=1e-8
        )
    assert (polled.votes >= 0).all()
    assert (polled.rest >= 0).all()
    assert polled.totals == pytest.approx(staged.base.totals)


@given(points=st.floats(-10, 25), party=st.sampled_from(["A", "B", "F"]))
def test_a_swing_moves_the_statewide_share_by_itself(points: float, party: str) -> None:
    before = statewide(Scenario(base="T-2020", blocs=BLOCS), party)
    after = statewide(Scenario(base="T-2020", blocs=BLOCS, swing={party: points}), party)
    assert after - before == pytest.approx(points, abs=1e-8)


@given(points=st.floats(-10, 25), party=st.sampled_from(["A", "B", "F"]))
def test_the_others_of_a_seat_keep_their_order_and_proportions(points: float, party: str) -> None:
    staged = stage(LAND, Scenario(base="T-2020", blocs=BLOCS, swing={party: points}))
    others = staged.base.stood & ~staged.base.of(staged.lineup.members[party])
    for seat, mine in enumerate(others):
        scaled = staged.polled.votes[seat, mine] / staged.base.votes[seat, mine]
        assert scaled == pytest.approx(np.full(mine.sum(), scaled[0]))


def test_a_swing_counts_from_the_scenario_without_it() -> None:
    blocs = (("B", "F"), ("A",))
    before = statewide(Scenario(base="T-2020", blocs=blocs), "A")
    after = statewide(Scenario(base="T-2020", blocs=blocs, swing={"A": 3.0}), "A")
    assert after - before == pytest.approx(3.0, abs=1e-8)


def test_a_share_of_nothing_leaves_nothing() -> None:
    staged = stage(LAND, Scenario(base="T-2020", blocs=BLOCS, shares={"A": 0.0}))
    assert staged.polled.statewide(frozenset({"A"})) == 0
    assert "A" not in staged.polled.seats_won()
    assert staged.polled.totals == pytest.approx(staged.base.totals)


def test_shares_of_a_hundred_leave_nothing_to_others() -> None:
    shares = {"A": 50.0, "B": 30.0, "F": 20.0}
    staged = stage(LAND, Scenario(base="T-2020", blocs=BLOCS, shares=shares))
    for party, percent in shares.items():
        share = staged.polled.statewide(staged.lineup.members[party])
        assert 100 * share == pytest.approx(percent, abs=1e-8)
    assert staged.polled.rest.sum() == 0
    assert staged.polled.statewide(frozenset({"IND", "C"})) == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"swing": {"B": -60.0}}, "that empties it"),
        ({"swing": {"A": 80.0}}, "percent for the other parties"),
        ({"shares": {"A": 60.0}, "swing": {"B": 30.0}}, "percent for the other parties"),
        ({"shares": {"C": 60.0}}, "C can't have 60.00 percent: the 1 seats"),
        ({"shares": {"C": 99.0, "A": 1.0}}, "none of the parties|leave nobody|can't have"),
    ],
)
def test_what_can_not_be_met_is_refused(more: dict[str, dict[str, float]], said: str) -> None:
    blocs = (*BLOCS, ("C",))
    with pytest.raises(ScenarioError, match=said) as raised:
        stage(LAND, Scenario(base="T-2020", blocs=blocs, **more))  # type: ignore[arg-type]
    assert "\n" not in str(raised.value)


def test_a_partner_who_stands_nowhere_can_have_no_share() -> None:
    with pytest.raises(ScenarioError, match=r"B can't have 2\.00 percent: it stands in no seat"):
        stage(
            tiny([{"A": 9, "B": 3}, {"A": 7, "B": 2}]),
            Scenario(base="T-2020", blocs=(("A", "B"),), swing={"B": 2.0}),
        )


@pytest.mark.parametrize("given", [{"shares": {"B": 5.0}}, {"swing": {"B": 5.0}}])
def test_nothing_says_where_a_party_without_a_vote_would_get_some(
    given: dict[str, dict[str, float]],
) -> None:
    with pytest.raises(ScenarioError, match=r"B can't have 5\.00 percent: nobody voted for it"):
        stage(
            tiny([{"A": 9, "B": 0}, {"A": 7}]),
            Scenario(base="T-2020", blocs=(("A",), ("B",)), **given),  # type: ignore[arg-type]
        )


def test_nobody_left_in_a_seat_is_refused() -> None:
    land = tiny([{"A": 5}, {"A": 5, "B": 4}])
    with pytest.raises(ScenarioError, match="leave nobody in seat 1"):
        stage(land, Scenario(base="T-2020", blocs=(("A",),), shares={"A": 0.0}))


def test_the_real_shares_of_the_next_election_are_met(bengal: Region) -> None:
    shares = {"BJP": 46.28, "TMC": 41.0, "LF": 5.07, "INC": 3.0}
    scenario = Scenario(base="WB-2021", blocs=(("LF", "ISF"), ("BJP",), ("TMC",)), shares=shares)
    staged = stage(bengal, scenario)
    for party, percent in shares.items():
        share = staged.polled.statewide(staged.lineup.members[party])
        assert 100 * share == pytest.approx(percent, abs=1e-9)


@pytest.mark.parametrize("party", ["TMC", "BJP", "LF", "INC"])
def test_a_swing_to_a_party_never_loses_it_seats(bengal: Region, party: str) -> None:
    won = []
    for points in (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0):
        blocs = (("LF",), ("INC",), ("TMC",), ("BJP",))
        staged = stage(bengal, Scenario(base="WB-2021", blocs=blocs, swing={party: points}))
        mine = staged.lineup.members[party]
        won.append(sum(n for p, n in staged.polled.seats_won().items() if p in mine))
    assert won == sorted(won)
    assert won[-1] > won[0]
