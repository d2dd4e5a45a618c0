"""Pivots, against the definitions spelled out in loops."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.seats.pivots import pivots


def shapley(seats: list[int], mark: int) -> list[float]:
    """Who brings the majority, over all orders of joining."""
    brought = [0] * len(seats)
    orders = list(permutations(range(len(seats))))
    for order in orders:
        together = 0
        for bloc in order:
            if together < mark <= together + seats[bloc]:
                brought[bloc] += 1
            together += seats[bloc]
    return [count / len(orders) for count in brought]


def banzhaf(seats: list[int], mark: int) -> list[float]:
    """Each bloc's part of all swings."""
    swings = [0] * len(seats)
    for bloc in range(len(seats)):
        others = [other for other in range(len(seats)) if other != bloc]
        for size in range(len(seats)):
            for joined in combinations(others, size):
                together = sum(seats[other] for other in joined)
                swings[bloc] += together < mark <= together + seats[bloc]
    return [count / sum(swings) if sum(swings) else 0.0 for count in swings]


def kingmaker(seats: list[int], mark: int, bloc: int) -> bool:
    """Whether either of two others, neither smaller, has a majority with it (none has without)."""
    larger = [n for other, n in enumerate(seats) if other != bloc and n >= seats[bloc]]
    return any(
        one + seats[bloc] >= mark and other + seats[bloc] >= mark
        for one, other in combinations(larger, 2)
    )


houses = st.lists(st.lists(st.integers(0, 40), min_size=5, max_size=5), min_size=1, max_size=4)


@settings(max_examples=60)
@given(houses)
def test_power_is_as_by_the_definitions(drawn: list[list[int]]) -> None:
    mark = 51
    found = pivots(np.array(drawn, dtype=np.int32), mark)
    hung = [seats for seats in drawn if max(seats) < mark]
    assert found.hung == len(hung)
    for bloc in range(5):
        for power, by_hand in ((found.shapley_shubik, shapley), (found.banzhaf, banzhaf)):
            expected = np.mean([by_hand(seats, mark)[bloc] for seats in hung]) if hung else 0.0
            assert power[bloc] == pytest.approx(expected)
        expected = np.mean([kingmaker(seats, mark, bloc) for seats in hung]) if hung else 0.0
        assert found.kingmaker[bloc] == pytest.approx(expected)


def test_eight_blocs_are_enumerated_exactly() -> None:
    seats = [70, 60, 50, 40, 30, 20, 14, 10]
    found = pivots(np.array([seats], dtype=np.int32), 148)
    assert found.shapley_shubik == pytest.approx(shapley(seats, 148))
    assert found.banzhaf == pytest.approx(banzhaf(seats, 148))
    assert found.cut == 0


def test_a_ninth_bloc_is_told() -> None:
    found = pivots(np.array([[30] * 9 + [24]], dtype=np.int32), 148)
    assert found.cut == 1
    assert found.shapley_shubik.sum() == pytest.approx(1)


def test_the_third_between_two_is_the_kingmaker() -> None:
    found = pivots(np.array([[137, 137, 20]], dtype=np.int32), 148)
    assert found.kingmaker.tolist() == [0, 0, 1]


def test_without_a_hung_house_nobody_is_pivotal() -> None:
    found = pivots(np.array([[200, 94, 0]], dtype=np.int32), 148)
    assert found.hung == 0
    assert found.shapley_shubik.tolist() == [0, 0, 0]
