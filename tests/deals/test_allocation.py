"""The best deal, against every deal tried one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_houses import demands, every_deal, houses, seats_won

from tieup.deals.allocation import allocate, worth
from tieup.deals.demands.demands import Demands
from tieup.deals.errors import ConflictError, DealError
from tieup.deals.prospects import Prospects, prospects
from tieup.deals.solving.nash import TOLERANCE
from tieup.seats.contest import Floats, Ints


def gains(house: Prospects, chosen: Ints) -> Floats:
    gained: Floats = seats_won(house, chosen).mean(axis=0) - house.alone_counts / house.draws
    return gained


@given(data=st.data(), friendly=st.booleans())
def test_expected_seats_are_the_best_of_every_deal(*, data: st.DataObject, friendly: bool) -> None:
    house = data.draw(houses(most_seats=4, friendly=friendly))
    asked = data.draw(demands(house, friendly=friendly))
    brought = [int(seats_won(house, each).sum()) for each in every_deal(house, asked)]
    if not brought:
        with pytest.raises(ConflictError):
            allocate(house, asked)
        return
    found = allocate(house, asked)
    assert found.proven
    assert found.gap == 0
    assert int(seats_won(house, found.chosen).sum()) == max(brought)
    assert found.value == pytest.approx(max(brought) / house.draws)
    assert any((found.chosen == each).all() for each in every_deal(house, asked))


@given(data=st.data())
def test_where_nothing_binds_each_seat_goes_to_the_likeliest(data: st.DataObject) -> None:
    house = data.draw(houses())
    found = allocate(house)
    rated = worth(house)
    assert house.footing is not None
    assert (rated[np.arange(len(rated)), found.chosen] == rated.max(axis=1)).all()
    for seat, option in enumerate(found.chosen.tolist()):
        level = [o for o in range(len(house.partners)) if rated[seat, o] == rated[seat].max()]
        votes = house.footing.votes[seat]
        parts = np.round(1000 * votes / max(float(votes.sum()), 1.0)).tolist()
        assert option == max(level, key=lambda o: (parts[o], -o))


@given(data=st.data())
def test_ties_never_outweigh_a_draw(data: st.DataObject) -> None:
    house = data.draw(houses())
    assert (house.bonus >= 0).all()
    assert house.bonus.max(axis=1).sum() < 1


@settings(max_examples=60)
@given(data=st.data())
def test_a_majority_is_as_likely_as_in_the_best_of_every_deal(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=5))
    asked = data.draw(demands(house))
    chances = [
        float((seats_won(house, each).sum(axis=1) + house.elsewhere >= house.mark).mean())
        for each in every_deal(house, asked)
    ]
    if not chances:
        with pytest.raises(ConflictError):
            allocate(house, asked, "majority")
        return
    found = allocate(house, asked, "majority")
    assert found.bound >= max(chances) - 1e-12
    assert found.proven
    assert found.value == pytest.approx(max(chances))


@settings(max_examples=60)
@given(data=st.data(), friendly=st.booleans())
def test_the_nash_product_is_the_best_of_every_deal(*, data: st.DataObject, friendly: bool) -> None:
    house = data.draw(houses(most_seats=4, friendly=friendly))
    asked = data.draw(demands(house, friendly=friendly))
    deals = list(every_deal(house, asked))
    fair = [gains(house, each) for each in deals]
    products = [float(np.prod(each)) for each in fair if (each > 1e-9).all()]
    if not products:
        with pytest.raises(DealError):
            allocate(house, asked, "nash")
        return
    found = allocate(house, asked, "nash")
    best = max(products)
    assert found.proven
    assert np.prod(gains(house, found.chosen)) == pytest.approx(best, rel=2 * TOLERANCE)
    assert found.value ** len(house.partners) == pytest.approx(best, rel=2 * TOLERANCE)
    assert found.bound >= best ** (1 / len(house.partners)) * (1 - TOLERANCE)


def test_the_same_is_asked_and_the_same_is_told() -> None:
    luck = np.random.default_rng(3)
    wins = luck.random((50, 30, 3)) < 0.5
    house = prospects(partners="ABC", wins=wins, alone=np.zeros_like(wins), mark=16)
    first, second = (allocate(house, Demands(), "seats").chosen for _ in range(2))
    assert (first == second).all()


def test_nash_says_who_can_gain_nothing() -> None:
    wins = np.zeros((4, 2, 2), dtype=bool)
    wins[:, :, 0] = True
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=2)
    with pytest.raises(DealError, match="leaves B better off than alone"):
        allocate(house, objective="nash")
