"""Pivots, against the definitions spelled out in loops."""

from collections import Counter
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


def smallest(seats: list[int], mark: int) -> set[tuple[int, ...]]:
    """Coalitions that have a majority and lose it with any member."""
    found = set()
    for size in range(1, len(seats) + 1):
        for joined in combinations(range(len(seats)), size):
            together = sum(seats[bloc] for bloc in joined)
            if together >= mark and all(together - seats[bloc] < mark for bloc in joined):
                found.add(joined)
    return found


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
        assert found.majority[bloc] == np.mean([seats[bloc] >= mark for seats in drawn])
    met = Counter(each for seats in hung for each in smallest(seats, mark))
    assert dict(found.coalitions) == {each: n / len(hung) for each, n in met.items()}
    assert [part for _, part in found.coalitions] == sorted(dict(found.coalitions).values())[::-1]


small = st.dictionaries(st.integers(0, 11), st.integers(1, 60), min_size=1, max_size=10)


@given(st.lists(small, min_size=1, max_size=8))
def test_draws_with_other_blocs_are_as_each_by_itself(drawn: list[dict[int, int]]) -> None:
    """Whatever draws are walked through together; more than eight blocs among them."""
    mark = 61
    seats = np.array([[each.get(bloc, 0) for bloc in range(12)] for each in drawn], dtype=np.int32)
    found = pivots(seats, mark)
    alone = [pivots(each[None], mark) for each in seats]
    assert found.hung == len(alone)
    assert found.cut == sum(each.cut for each in alone) == sum(len(each) > 8 for each in drawn)
    for index in ("shapley_shubik", "banzhaf", "kingmaker"):
        mean = np.mean([getattr(each, index) for each in alone], axis=0)
        assert getattr(found, index) == pytest.approx(mean)
    met = Counter(together for each in alone for together, _ in each.coalitions)
    assert dict(found.coalitions) == {each: count / len(alone) for each, count in met.items()}
    for each, one in zip(drawn, alone, strict=True):
        if len(each) <= 8:
            assert {blocs for blocs, _ in one.coalitions} == smallest(
                [each.get(bloc, 0) for bloc in range(12)], mark
            )


def test_eight_blocs_are_enumerated_exactly() -> None:
    seats = [70, 60, 50, 40, 30, 20, 14, 10]
    found = pivots(np.array([seats], dtype=np.int32), 148)
    assert found.shapley_shubik == pytest.approx(shapley(seats, 148))
    assert found.banzhaf == pytest.approx(banzhaf(seats, 148))
    assert found.cut == 0
    assert {blocs for blocs, _ in found.coalitions} == smallest(seats, 148)


def test_as_many_coalitions_as_can_be_are_found() -> None:
    found = pivots(np.array([[30] * 8] * 3, dtype=np.int32), 120)
    assert len(found.coalitions) == 70
    assert all(part == 1 and len(blocs) == 4 for blocs, part in found.coalitions)


def test_many_blocs_are_told_apart() -> None:
    """Of seventy blocs three have seats, by draw others."""
    seats = np.zeros((60, 70), dtype=np.int32)
    for draw in range(60):
        seats[draw, [draw, draw + 4, draw + 10]] = 50, 40, 20
    found = pivots(seats, 70)
    met = Counter(each for n in range(60) for each in ((n, n + 4), (n, n + 10)))
    assert dict(found.coalitions) == {each: count / 60 for each, count in met.items()}
    assert found.shapley_shubik.sum() == pytest.approx(1)


@pytest.mark.parametrize("draws", [0, 1, 5001, 12_000])
def test_any_number_of_draws_will_do(draws: int) -> None:
    found = pivots(np.tile(np.array([[120, 100, 74]], dtype=np.int32), (draws, 1)), 148)
    assert found.hung == draws
    if draws:
        assert dict(found.coalitions) == {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0}
        assert found.shapley_shubik == pytest.approx([1 / 3] * 3)


def test_where_no_coalition_has_a_majority_nobody_has_power() -> None:
    found = pivots(np.array([[3, 2]], dtype=np.int32), 148)
    assert found.hung == 1
    assert found.coalitions == ()
    assert found.shapley_shubik.tolist() == found.banzhaf.tolist() == [0, 0]


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
