"""A deal as it is told: JSON, CSV, reasons, swaps, rules of thumb, stand-downs."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_houses import PAIR, every_deal, houses, seats_won

from tieup.deals import (
    DealError,
    Demands,
    Footing,
    Friendly,
    Quota,
    deal,
    proportional,
    prospects,
    stand_downs,
    swapped,
    winner_keeps,
)
from tieup.deals.deal import COLUMNS
from tieup.deals.prospects import Prospects
from tieup.deals.thumb import largest_remainder


def house() -> Prospects:
    """Two partners, three seats, ten draws: chances 30:12, 0:0 and 50:50 in tenths."""
    chances = np.array([[0.3, 0.1], [0.0, 0.0], [0.5, 0.5]])
    wins = (np.arange(10)[:, None, None] + 0.5) / 10 < chances[None]
    footing = Footing(
        base="2021",
        votes=np.array([[40.0, 0.0], [5.0, 9.0], [0.0, 0.0]]),
        places=np.array([[2, 0], [3, 1], [0, 0]]),
        parties=(("INC", "ISF"), ("INC", "ISF"), ("INC", "ISF")),
    )
    return prospects(
        partners=("INC", "ISF"),
        wins=wins,
        alone=np.zeros_like(wins),
        mark=2,
        names=("Suti", "Bhangar", "Jangipur"),
        districts=("Murshidabad", "South", "Murshidabad"),
        sitting={2: "ISF"},
        footing=footing,
    )


def test_reasons_are_told_in_words() -> None:
    found = deal(house())
    assert [seat.reason for seat in found.allocation] == [
        "INC here: second in 2021, chance 30 percent against 10 percent for ISF",
        "ISF here: first in 2021, INC's votes move to it, no draw is won by any partner; the most "
        "votes decide",
        "INC here: no candidate in 2021, chance 50 percent against 50 percent for ISF",
    ]


def test_a_reason_names_what_asks_for_the_weaker() -> None:
    asked = Demands(all=(Quota(partner="ISF", least=3),))
    found = deal(house(), asked)
    assert found.allocation[0].reason == (
        "ISF here: no candidate in 2021, INC's votes move to it, chance 10 percent where INC would "
        "have 30 percent: the demands ask for it"
    )
    assert found.demands == ("ISF stands in at least 3 seats",)


def test_json_is_as_the_contract_has_it() -> None:
    told = json.loads(json.dumps(deal(house()).to_json()))
    assert told["partners"] == ["INC", "ISF"]
    assert told["objective"] == "seats"
    assert told["proven"] is True
    assert told["gap"] == 0.0
    assert told["gains"]["INC"] == {"alone": 0.0, "deal": 0.8, "seats": 2}
    assert set(told["total"]) == {"mean", "p05", "p50", "p95"}
    first = told["allocation"][0]
    assert first["reason"].startswith("INC here: second in 2021")
    del first["reason"]
    assert first == {
        "no": 1,
        "name": "Suti",
        "district": "Murshidabad",
        "partner": "INC",
        "party": "INC",
        "chance": 0.3,
        "next_best": {"ISF": 0.1},
    }


def test_csv_has_a_line_a_seat() -> None:
    rows = list(csv.DictReader(io.StringIO(deal(house()).to_csv())))
    assert tuple(rows[0]) == COLUMNS
    assert [row["partner"] for row in rows] == ["INC", "ISF", "INC"]
    assert rows[0]["next_best_chance"] == "0.1000"


@given(data=st.data())
def test_a_swap_tells_what_changes(data: st.DataObject) -> None:
    found = data.draw(houses(friendly=True))
    chosen = deal(found).chosen
    seat = data.draw(st.sampled_from(found.numbers))
    option = data.draw(st.sampled_from(found.options))
    swap = swapped(found, chosen, {seat: option})
    new = chosen.copy()
    new[seat - 1] = found.options.index(option)
    moved = seats_won(found, new) - seats_won(found, chosen)
    assert (swap.chosen == new).all()
    assert swap.total.mean == pytest.approx(moved.sum(axis=1).mean())
    for p, partner in enumerate(found.partners):
        assert swap.by_partner[partner].mean == pytest.approx(moved[:, p].mean())
    assert swap.after.total.mean - swap.before.total.mean == pytest.approx(swap.total.mean)
    meets = len(option) > 1
    assert swap.broken == (("no friendly contest but where allowed",) if meets else ())


def test_a_swap_names_the_demands_that_it_breaks() -> None:
    asked = Demands(all=(Quota(partner="INC", least=2),))
    swap = swapped(house(), deal(house(), asked).chosen, {"suti": "ISF"}, asked)
    assert swap.broken == ("INC stands in at least 2 seats",)
    assert swap.by_partner["INC"].mean == pytest.approx(-0.3)
    with pytest.raises(DealError, match="nothing is known of a friendly contest"):
        swapped(house(), swap.chosen, {1: ("INC", "ISF")})


def test_the_winner_keeps_the_seat_else_the_runner_up_stands() -> None:
    # Nobody stood in the third seat: it goes to the one with most votes in all.
    assert winner_keeps(house()).tolist() == [0, 1, 0]


def test_another_base_gives_another_rule() -> None:
    other = Footing(
        base="2019",
        votes=np.array([[1.0, 2.0]] * 3),
        places=np.array([[2, 1]] * 3),
        parties=(("INC", "ISF"),) * 3,
    )
    assert winner_keeps(house(), other).tolist() == [1, 1, 1]
    with pytest.raises(DealError, match="needs a base election"):
        winner_keeps(replace(house(), footing=None))


@given(
    votes=st.lists(st.integers(0, 100), min_size=1, max_size=6).filter(any),
    seats=st.integers(1, 50),
)
def test_largest_remainders_stay_within_a_seat_of_the_quota(votes: list[int], seats: int) -> None:
    given_votes = np.array(votes, dtype=np.float64)
    numbers = largest_remainder(given_votes, seats)
    assert numbers.sum() == seats
    assert (np.abs(numbers - given_votes / given_votes.sum() * seats) < 1).all()


@given(data=st.data())
def test_proportional_seats_go_where_a_partner_is_strongest(data: st.DataObject) -> None:
    found = data.draw(houses(most_seats=4))
    footing = found.footing
    assert footing is not None
    if not footing.votes.any():
        with pytest.raises(DealError, match="had no votes"):
            proportional(found)
        return
    chosen = proportional(found)
    numbers = largest_remainder(footing.votes.sum(axis=0), len(found.numbers))
    assert np.bincount(chosen, minlength=len(found.partners)).tolist() == numbers.tolist()
    parts = footing.votes / np.maximum(footing.votes.sum(axis=1, keepdims=True), 1)

    def strength(deal_: np.ndarray) -> float:
        return float(parts[np.arange(len(deal_)), deal_].sum())

    tried = [
        strength(each)
        for each in every_deal(found)
        if (np.bincount(each, minlength=len(numbers)) == numbers).all()
    ]
    assert strength(chosen) == pytest.approx(max(tried))


@settings(max_examples=50)
@given(
    data=st.data(), most=st.integers(0, 4), each=st.sampled_from([None, 0, 1]), fair=st.booleans()
)
def test_stand_downs_are_the_best_of_all(
    *, data: st.DataObject, most: int, each: int | None, fair: bool
) -> None:
    found = data.draw(houses(most_seats=4, friendly=True).filter(lambda h: len(h.partners) == 2))
    both = found.options.index(PAIR)
    before = seats_won(found, np.full(len(found.numbers), both)).sum(axis=0)
    gains = []
    for chosen in every_deal(found, Demands(friendly=(Friendly(partners=PAIR),))):
        left = [int((chosen == option).sum()) for option in (1, 0)]
        moved = seats_won(found, chosen).sum(axis=0) - before
        if (
            sum(left) <= most
            and (each is None or max(left) <= each)
            and (not fair or min(moved) >= 0)
        ):
            gains.append(int(moved.sum()))
    told = stand_downs(found, most, each=each, no_loss=fair)
    total = sum(gain.mean for gain in told.gains.values()) * found.draws
    assert round(total) == max(gains)
    assert told.proven
    assert sum(map(len, told.left.values())) <= most
    assert not set(told.left["A"]) & set(told.left["B"])
    if not max(gains):
        assert not any(told.left.values())


def test_stand_downs_are_between_two() -> None:
    with pytest.raises(DealError, match="between two parties"):
        stand_downs(house(), 3)
