"""Splits: a party takes part of another's votes, where it says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region
from tieup.scenarios import Places, Scenario, ScenarioError, Split
from tieup.seats import stage
from tieup.seats.staging.splits import notes_of

SEATS = [{"A": 50, "B": 40}, {"B": 60, "A": 30}, {"B": 20, "F1": 10, "F2": 8}]


def test_a_new_party_takes_its_part_and_nothing_else_changes() -> None:
    splits = (Split(party="D", parent="A", part=0.5, places=Places(seats=(1, 3))),)
    staged = stage(tiny(SEATS), Scenario(base="T-2020", blocs=(("A",), ("D",)), splits=splits))
    assert staged.lineup.members["D"] == {"D"}
    mine = staged.polled.of(frozenset({"D"}))
    assert (staged.polled.votes * mine).sum(axis=1).tolist() == [25, 0, 0]
    assert mine.any(axis=1).tolist() == [True, False, False]
    assert staged.polled.totals.tolist() == staged.base.totals.tolist()
    assert staged.polled.seats_won() == {"B": 3}


def test_a_district_is_split_whole_and_parents_add_up() -> None:
    splits = (
        Split(party="D", parent="A", part=0.2, places=Places(districts=("District 1",))),
        Split(party="D", parent="B", part=0.5),
    )
    staged = stage(tiny(SEATS), Scenario(base="T-2020", blocs=(("D",),), splits=splits))
    mine = staged.polled.votes * staged.polled.of(frozenset({"D"}))
    assert mine.sum(axis=1).tolist() == [30, 30, 10]


def test_a_front_can_be_split_and_a_party_that_stands_gains() -> None:
    splits = (Split(party="B", parent="F", part=0.5),)
    staged = stage(tiny(SEATS), Scenario(base="T-2020", blocs=(("B",),), splits=splits))
    mine = staged.polled.votes * staged.polled.of(frozenset({"B"}))
    assert mine.sum(axis=1).tolist() == [40, 60, 29]
    assert staged.polled.votes.shape == staged.base.votes.shape


def test_a_new_party_can_ally_and_be_given_a_share() -> None:
    splits = (Split(party="D", parent="A", part=0.5),)
    scenario = Scenario(
        base="T-2020", blocs=(("A", "D"), ("B",)), splits=splits, shares={"A": 40.0}
    )
    staged = stage(tiny(SEATS), scenario)
    assert [(d.giver, d.taker) for d in staged.downs] == [("D", "A")]
    assert staged.polled.statewide(frozenset({"A"})) == pytest.approx(0.4)


@given(
    st.floats(0.01, 0.5),
    st.floats(0.01, 0.5),
    st.lists(st.integers(0, 99), min_size=3, max_size=3),
)
def test_no_vote_is_made_or_lost(one: float, other: float, votes: list[int]) -> None:
    seats = [{"A": count, "B": 40} for count in votes]
    splits = (Split(party="C", parent="A", part=one), Split(party="D", parent="A", part=other))
    land = tiny(seats)
    scenario = Scenario(base="T-2020", blocs=(("C",), ("D",)), splits=splits)
    if not any(votes):
        with pytest.raises(ScenarioError, match="A has no votes"):
            stage(land, scenario)
        return
    polled = stage(land, scenario).polled
    assert polled.totals == pytest.approx(np.array(votes) + 40.0)
    assert (polled.votes >= 0).all()


@pytest.mark.parametrize(
    ("splits", "said"),
    [
        ((Split(party="D", parent="C", part=0.5),), "C has no votes at the base"),
        (
            (Split(party="D", parent="A", part=0.5, places=Places(seats=(3,))),),
            "A has no votes there at the base",
        ),
        (
            (Split(party="D", parent="A", part=0.5, places=Places(districts=("Nowhere",))),),
            "Nowhere is no district or seat",
        ),
        (
            (
                Split(party="D", parent="A", part=0.6, places=Places(seats=(1,))),
                Split(party="C", parent="A", part=0.6, places=Places(districts=("District 1",))),
            ),
            "more than all of a party's votes in seat 1",
        ),
    ],
)
def test_a_split_of_what_is_not_there_is_refused(splits: tuple[Split, ...], said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        stage(tiny(SEATS), Scenario(base="T-2020", blocs=(("A",),), splits=splits))


def test_votes_lent_at_the_base_are_split_as_well(bengal: Region) -> None:
    blocs = (("LF",), ("INC",), ("TMC",), ("JUP",))
    splits = (Split(party="JUP", parent="LF", part=0.5),)
    plain = stage(bengal, Scenario(base="WB-2021", blocs=blocs))
    split = stage(bengal, Scenario(base="WB-2021", blocs=blocs, splits=splits))
    was, now = (
        (s.polled.votes * s.polled.of(frozenset({"INC"}))).sum(axis=1) for s in (plain, split)
    )
    only_lent = ~plain.base.of(frozenset({"INC", "ISF"})).any(axis=1)
    assert now[only_lent] == pytest.approx(was[only_lent] / 2)
    assert split.polled.totals == pytest.approx(plain.polled.totals)


def test_notes_say_what_was_split_and_who_has_nothing() -> None:
    where = Places(districts=("District 1",), seats=(2,))
    told = tuple(
        notes_of(
            (
                Split(party="D", parent="A", part=0.25, places=where),
                Split(party="C", parent="A", part=0.1, sd=0.02),
            ),
            ("E",),
        )
    )
    assert told[0] == (
        "D takes 25 percent of A's votes in District 1, seat 2, give or take 12: the part as "
        "stated, the error a prior."
    )
    assert "everywhere, give or take 2: as stated" in told[1]
    assert told[2].startswith("E has no votes at the base")
