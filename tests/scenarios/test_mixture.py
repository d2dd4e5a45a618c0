"""Mixtures: one partition of the parties, as often as the chances of pairs say."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.scenarios import Scenario, ScenarioError, grouped, mixture, pair_chances
from tieup.scenarios.chances import PRIORS, UNTOLD
from tieup.scenarios.partitions import partitions, together
from tieup.vocabulary import Status

NAMES = ("A", "B", "C", "D", "E")


@pytest.mark.parametrize(
    ("parties", "ways"), [(1, 1), (2, 2), (3, 5), (4, 15), (5, 52), (6, 203), (8, 4140)]
)
def test_there_are_as_many_structures_as_bell_counted(parties: int, ways: int) -> None:
    found = partitions(parties)
    assert len(found) == len({tuple(way) for way in found.tolist()}) == ways


@st.composite
def possible(draw: st.DrawFn) -> tuple[tuple[str, ...], dict[tuple[str, str], float]]:
    """Parties, and chances of pairs that some mixture of structures does have."""
    parties = NAMES[: draw(st.integers(2, 5))]
    ways = partitions(len(parties))
    sizes = draw(
        st.lists(st.floats(0.02, 1, allow_nan=False), min_size=len(ways), max_size=len(ways))
    )
    weights = np.array(sizes) / sum(sizes)
    chances = dict(zip(combinations(parties, 2), (weights @ together(ways)).tolist(), strict=True))
    return parties, chances


@settings(max_examples=40)
@given(possible())
def test_chances_that_can_be_met_are_met(
    case: tuple[tuple[str, ...], dict[tuple[str, str], float]],
) -> None:
    parties, chances = case
    found = mixture(parties, chances)
    assert found.missed == {}
    assert math.fsum(weight for _, weight in found.parts) == pytest.approx(1)
    for pair, chance in chances.items():
        assert found.chance(*pair) == pytest.approx(chance, abs=1e-6)


@settings(max_examples=40)
@given(
    st.integers(2, 5),
    st.lists(st.sampled_from([0.0, 0.03, 0.2, 0.5, 0.65, 0.97, 1.0]), min_size=10, max_size=10),
)
def test_any_chances_give_a_mixture(parties: int, chances: list[float]) -> None:
    names = NAMES[:parties]
    told = dict(zip(combinations(names, 2), chances, strict=False))
    found = mixture(names, told)
    assert math.fsum(weight for _, weight in found.parts) == pytest.approx(1)
    for blocs, weight in found.parts:
        assert weight > 0
        assert sorted(party for bloc in blocs for party in bloc) == sorted(names)
    for pair, chance in told.items():
        if pair in found.missed:
            wanted, got = found.missed[pair]
            assert wanted == chance
            assert found.chance(*pair) == pytest.approx(got)
        else:
            assert found.chance(*pair) == pytest.approx(chance, abs=2e-3)


@settings(max_examples=30)
@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_two_who_are_certain_are_always_together(one: float, other: float) -> None:
    # C stands with A as often as with B, for A and B are one.
    found = mixture("ABC", {("A", "B"): 1.0, ("A", "C"): one, ("B", "C"): other})
    assert all(any({"A", "B"} <= set(bloc) for bloc in blocs) for blocs, _ in found.parts)
    assert found.chance("A", "C") == pytest.approx(found.chance("B", "C"))
    assert found.chance("A", "C") == pytest.approx((one + other) / 2, abs=2e-3)


def test_chances_that_contradict_each_other_are_met_as_nearly_as_can_be() -> None:
    found = mixture("ABC", {("A", "B"): 1.0, ("B", "C"): 1.0, ("A", "C"): 0.0})
    assert set(found.missed) == {("A", "B"), ("B", "C"), ("A", "C")}
    assert found.chance("A", "B") == pytest.approx(found.chance("B", "C"), abs=1e-3)
    # Least of -2 log m - log(1 - n) where n is at least 2m - 1: two thirds, and one third.
    assert found.chance("A", "B") == pytest.approx(2 / 3, abs=1e-2)
    assert found.chance("A", "C") == pytest.approx(1 / 3, abs=1e-2)
    assert "can't all hold at once" in found.notes()[1]


def test_of_all_that_meet_the_chances_it_is_the_most_even() -> None:
    found = dict(mixture("ABC", {("A", "B"): 0.5, ("A", "C"): 0.5, ("B", "C"): 0.5}).parts)
    alone, all_in_one = (("A",), ("B",), ("C",)), (("A", "B", "C"),)
    pair = found[("A", "B"), ("C",)]
    # With one number free, the largest entropy has alone / pair = (pair / all)^(...) in closed
    # form: weights proportional to exp(t times pairs together).
    assert found[all_in_one] / pair == pytest.approx((pair / found[alone]) ** 2, rel=1e-6)


def test_a_pair_without_a_chance_hardly_ever_stands_together() -> None:
    assert mixture("AB", {}).chance("A", "B") == pytest.approx(UNTOLD)


def test_eight_parties_are_no_trouble() -> None:
    names = tuple("ABCDEFGH")
    found = mixture(names, {("A", "B"): 0.6, ("B", "C"): 0.4, ("G", "H"): 0.3})
    assert found.missed == {}
    assert found.chance("A", "B") == pytest.approx(0.6, abs=1e-6)


@given(st.integers(0, 5000), possible())
def test_draws_are_divided_without_a_rest(
    draws: int, case: tuple[tuple[str, ...], dict[tuple[str, str], float]]
) -> None:
    found = mixture(*case)
    divided = dict(found.divided(draws))
    assert sum(divided.values()) == draws
    for blocs, weight in found.parts:
        assert abs(divided.get(blocs, 0) - weight * draws) < 1


def test_every_draw_is_an_election_of_one_structure() -> None:
    found = mixture("ABC", {("A", "B"): 0.6})
    like = Scenario(
        base="T-2020",
        blocs=(("A", "B"),),
        swing={"C": 1.0},
        transfer={("A", "B"): 0.5},
        standing={"A": (1,)},
        leaves={("C", "A"): (2,)},
        support=(("C", "B"),),
    )
    scenarios = found.scenarios(like, 1000)
    drawn = [draw for _, span in scenarios for draw in span]
    assert drawn == list(range(1000))
    for scenario, _ in scenarios:
        assert scenario.swing == {"C": 1.0}
        assert bool(scenario.transfer) == scenario.are_partners("A", "B")
        assert bool(scenario.support) != scenario.are_partners("B", "C")
        assert bool(scenario.leaves) != scenario.are_partners("A", "C")
        assert bool(scenario.standing) == any("A" in b and len(b) > 1 for b in scenario.blocs)


@pytest.mark.parametrize(
    ("parties", "chances", "said"),
    [
        ("ABCDEFGHI", {}, "1 to 8; choose fewer"),
        ("", {}, "1 to 8"),
        ("AA", {}, "named twice"),
        ("AB", {("A", "B"): 1.2}, "from 0 to 1"),
        ("AB", {("A", "B"): math.nan}, "from 0 to 1"),
        ("AB", {("A", "C"): 0.2}, "no two of"),
        ("AB", {("A", "A"): 0.2}, "no two of"),
        ("AB", {("A", "B"): 0.2, ("B", "A"): 0.2}, "given twice"),
    ],
)
def test_what_can_not_be_mixed_is_refused(
    parties: str, chances: dict[tuple[str, str], float], said: str
) -> None:
    with pytest.raises(ScenarioError, match=said):
        mixture(parties, chances)


def test_a_status_without_a_chance_has_a_stated_one() -> None:
    class Entry:
        def __init__(self, parties: tuple[str, str], status: Status) -> None:
            self.parties, self.status = parties, status

    entries = [
        Entry(("A", "B"), Status.AGREED),
        Entry(("A", "C"), Status.TALKING),
        Entry(("A", "X"), Status.AGREED),
    ]
    assert pair_chances(entries, {("A", "C"): 0.4}, "ABC") == {
        ("A", "B"): PRIORS[Status.AGREED],
        ("A", "C"): 0.4,
    }
    assert set(PRIORS) == set(Status)


def test_who_is_grouped_is_large_or_on_the_board() -> None:
    class Entry:
        def __init__(self, *parties: str) -> None:
            self.parties, self.status = (parties[0], parties[1]), Status.TALKING

    shares = {"A": 40.0, "B": 4.0, "C": 3.0, "E": 30.0}
    entries = [Entry("C", "D"), Entry("A", "D"), Entry("C", "M")]
    fronts = {"M": "C"}
    assert grouped(entries, shares, fronts=fronts) == ("A", "E", "C", "D")
    assert grouped(entries, shares, most=3) == ("A", "E", "C")
    assert grouped(entries, shares) == ("A", "E", "C", "D", "M")
