"""The frontier and the prices, against every deal tried one by one."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_houses import demands, every_deal, houses, seats_won

from tieup.deals import (
    ConflictError,
    DealError,
    Demands,
    Must,
    Prospects,
    Quota,
    allocate,
    exchanges,
    ladder,
    outlook,
    prices,
    prospects,
    splits,
)
from tieup.seats.contest import Ints


@settings(max_examples=50)
@given(data=st.data())
def test_splits_are_the_best_for_each_number_of_seats(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=4).filter(lambda h: len(h.partners) == 2))
    asked = data.draw(demands(house))
    best: dict[int, int] = {}
    for chosen in every_deal(house, asked):
        number = int((chosen == 0).sum())
        best[number] = max(best.get(number, 0), int(seats_won(house, chosen).sum()))
    if not best:
        with pytest.raises(ConflictError):
            splits(house, "A", "B", demands=asked)
        return
    found = splits(house, "A", "B", demands=asked)
    assert {each.seats[0]: round(sum(each.won) * house.draws) for each in found} == best
    for each in found:
        beaten = any(
            other.won != each.won and all(np.array(other.won) >= np.array(each.won))
            for other in found
        )
        assert each.efficient == (not beaten)


@settings(max_examples=50)
@given(data=st.data())
def test_exchanges_are_every_pareto_optimal_split(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=4))
    won = {tuple(seats_won(house, each).sum(axis=0)[:2].tolist()) for each in every_deal(house)}
    optimal = {
        each
        for each in won
        if not any(o != each and o[0] >= each[0] and o[1] >= each[1] for o in won)
    }
    found = exchanges(house, "A", "B")
    told = [tuple(round(w * house.draws) for w in each.won) for each in found]
    assert set(told) == optimal
    assert told == sorted(told)
    assert len(told) == len(optimal)


def test_exchanges_can_be_coarser() -> None:
    luck = np.random.default_rng(1)
    wins = luck.random((40, 12, 2)) < luck.random((12, 2))
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=7)
    fine, coarse = exchanges(house, "A", "B"), exchanges(house, "A", "B", step=1.0)
    assert 1 < len(coarse) < len(fine)
    won = [each.won[0] for each in coarse]
    assert (np.diff(won) >= 1 - 1e-9).all()


@settings(max_examples=40)
@given(data=st.data())
def test_a_price_is_the_difference_that_a_demand_makes(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=4))
    asked = data.draw(demands(house))
    try:
        found = prices(house, asked)
    except ConflictError:
        return
    bests = {}
    for each in found:
        assert each.total >= -1e-9
        assert sum(each.by_partner.values()) == pytest.approx(each.total)
        bests[each.demand] = each
        if each.instead is not None:
            assert each.instead_cost is not None
    best = max(seats_won(house, c).sum() for c in every_deal(house, asked)) / house.draws
    for each in found:
        assert each.with_.total.mean == pytest.approx(best)


def reached(house: Prospects, chosen: Ints) -> float:
    totals = seats_won(house, chosen).sum(axis=1) + house.elsewhere
    return float((totals >= house.mark).mean())


@settings(max_examples=40)
@given(data=st.data())
def test_a_price_in_chances_is_of_the_same_two_deals(data: st.DataObject) -> None:
    house = data.draw(houses(most_seats=4))
    asked = data.draw(demands(house).filter(lambda d: len(d.all) == 1))
    assume(not isinstance(asked.all[0], Must))
    try:
        found = prices(house, asked)
    except ConflictError:
        return
    with_, without = (allocate(house, d).chosen for d in (asked, Demands()))
    for each in found:
        assert each.majority == pytest.approx(reached(house, without) - reached(house, with_))
        assert each.to_json()["majority"] == round(each.majority, 4)


def test_a_demand_can_cost_the_mark_and_no_seat() -> None:
    # Either wins seat 1 in half of the draws: A in those in which it wins seat 2, B in the others.
    # With A in both, both are won in half of the draws; with B in seat 1, never.
    half = np.arange(10) < 5
    wins = np.zeros((10, 2, 2), dtype=bool)
    wins[:, 0, 0], wins[:, 0, 1], wins[:, 1, 0] = half, ~half, half
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=2)
    (price,) = prices(house, Demands(all=(Must(partner="B", seats=(1,)),)))
    assert price.total == 0
    assert price.majority == pytest.approx(0.5)


def test_a_must_have_seat_has_a_substitute() -> None:
    # B is no worse anywhere than A but in seat 1, which it asks for; seat 2 costs nothing instead.
    chances = np.array([[0.9, 0.3], [0.5, 0.5], [0.9, 0.1]])
    wins = (np.arange(10)[:, None, None] + 0.5) / 10 < chances[None]
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=2)
    (price,) = prices(house, Demands(all=(Must(partner="B", seats=(1,)),)))
    assert price.total == pytest.approx(0.6)
    assert price.by_partner == pytest.approx({"A": 0.9, "B": -0.3})
    assert price.instead == 2
    assert price.instead_cost == pytest.approx(0.0)
    assert price.to_json()["demand"] == "B must have 1 Seat 1"


def test_a_ladder_goes_from_the_offer_to_what_is_asked() -> None:
    luck = np.random.default_rng(5)
    wins = luck.random((200, 8, 2)) < np.linspace(0.2, 0.8, 16).reshape(8, 2)
    alone = np.zeros_like(wins)
    house = prospects(partners="AB", wins=wins, alone=alone, mark=5)
    found = ladder(house, "A", 2, 6)
    assert list(found.rungs) == [2, 3, 4, 5, 6]
    assert [rung.shares["A"].seats for rung in found.rungs.values()] == [2, 3, 4, 5, 6]
    gains = {n: r.shares["A"].deal * r.shares["B"].deal for n, r in found.rungs.items()}
    assert found.both_gain
    assert found.compromise == max(gains, key=lambda n: gains[n])
    assert min(found.cost(n) for n in found.rungs) == 0
    with pytest.raises(DealError, match="leave A no number of seats from 7 to 8"):
        ladder(house, "A", 7, 8, Demands(all=(Quota(partner="B", least=3),)))


def test_an_outlook_is_what_the_draws_say() -> None:
    luck = np.random.default_rng(2)
    wins = luck.random((30, 4, 2)) < 0.5
    house = prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=2)
    chosen = np.array([0, 1, 1, 0])
    won = seats_won(house, chosen)
    found = outlook(house, chosen)
    assert found.shares["A"].deal == pytest.approx(won[:, 0].mean())
    assert found.total.mean == pytest.approx(won.sum(axis=1).mean())
    assert found.majority == pytest.approx((won.sum(axis=1) >= 2).mean())
    assert found.shares["B"].seats == 2
