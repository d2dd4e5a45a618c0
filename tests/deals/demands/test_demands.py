"""Demands in rows against demands in words, and what is said of those that can't be."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_houses import Told, demands, every_deal, houses

from tieup.deals import (
    Balance,
    Cap,
    ConflictError,
    DealError,
    Demands,
    Friendly,
    Must,
    Never,
    Prospects,
    Quota,
    Reserved,
    Sitting,
    allocate,
    prospects,
)
from tieup.deals.solving.conflicts import conflict
from tieup.deals.solving.programme import Programme
from tieup.regions import UnknownNameError


def plain(seats: int = 5) -> Prospects:
    wins = np.ones((2, seats, 2), dtype=bool)
    return prospects(partners="AB", wins=wins, alone=np.zeros_like(wins), mark=3)


@given(data=st.data(), friendly=st.booleans())
def test_rows_say_what_words_say(*, data: st.DataObject, friendly: bool) -> None:
    house = data.draw(houses(most_seats=3, friendly=friendly))
    asked = data.draw(demands(house, friendly=friendly))
    programme = Programme.of((len(house.numbers), len(house.options)), asked.rows(house))
    for chosen in every_deal(house, Demands(friendly=asked.friendly)):
        told = Told(house, tuple(house.options[o] for o in chosen))
        assert programme.meets(chosen) == told.meets(asked)


@settings(max_examples=100)
@given(data=st.data(), friendly=st.booleans())
def test_a_conflict_is_the_smallest_of_all(*, data: st.DataObject, friendly: bool) -> None:
    house = data.draw(houses(most_seats=4, friendly=friendly))
    asked = data.draw(demands(house, friendly=friendly))
    rows, shape = asked.rows(house), (len(house.numbers), len(house.options))
    everything = Programme.of(shape, rows)
    met = [everything.met(np.array(deal)) for deal in product(range(shape[1]), repeat=shape[0])]
    found = [row for alike in conflict(shape, rows) for row in alike]
    places = [n for n, row in enumerate(rows) if any(row is each for each in found)]
    smallest = next(
        (
            size
            for size in range(1, len(rows) + 1)
            for some in combinations(range(len(rows)), size)
            if not any(deal[[*some]].all() for deal in met)
        ),
        0,
    )
    assert len(places) == len(found) == smallest
    assert smallest == 0 or not any(deal[places].all() for deal in met)


@pytest.mark.parametrize("sitting", [30, 150])
def test_of_seats_alike_no_more_are_told_than_it_takes(sitting: int) -> None:
    house = replace(plain(200), sitting=dict.fromkeys(range(1, sitting + 1), "B"))
    enough = Quota(partner="A", least=200 - sitting + 10)
    with pytest.raises(ConflictError) as caught:
        allocate(house, Demands(all=(enough, Sitting())))
    # With any ten of the seats that B holds less, A could have as many as it asks for.
    assert len(caught.value.demands) == 1 + sitting - 10 + 1
    assert f"B keeps 3 Seat 3, which it holds; and {sitting - 12} more like these" in str(
        caught.value
    )


def test_a_conflict_is_told_in_words() -> None:
    asked = Demands(
        all=(
            Quota(partner="A", least=4),
            Quota(partner="B", most=5),
            Must(partner="B", seats=(1, "seat 2")),
            Never(partner="A", seats=(5,)),
        )
    )
    with pytest.raises(ConflictError) as caught:
        allocate(plain(), asked)
    told = caught.value.demands
    assert told[0] == "A stands in at least 4 seats"
    assert len(told) == 3
    assert set(told[1:]) < {
        "B must have 1 Seat 1",
        "B must have 2 Seat 2",
        "A must not have 5 Seat 5",
    }
    assert "can't all be met: A stands in at least 4 seats; " in str(caught.value)


@pytest.mark.parametrize(
    ("demand", "message"),
    [
        (Quota(partner="A", least=6), "A can't stand in 6 seats: there are 5"),
        (Quota(partner="A", least=3, most=2), "A: from 3 to 2 seats is no range"),
        (Quota(partner="A", least=-1), "no range"),
        (Quota(partner="C", least=1), "unknown partner 'C'"),
        (Must(partner="A", seats=(9,)), "there is no seat 9; they are 1 to 5"),
        (Must(partner="A", seats=("9" * 5000,)), "there is no seat 9+; they are 1 to 5"),
        (Balance(partner="A", district="all", least=6), "at least 6 of all, which has 5 seats"),
        (Must(partner="A", seats=("Seta 3",)), "unknown seat 'Seta 3'; the nearest known: Seat"),
        (Balance(partner="A", district="al", most=1), "unknown district 'al'; .* all"),
        (Reserved(partners=("Z",), seats=(1,)), "unknown partner 'Z'"),
        (Cap(most=2), "no deal before this one"),
    ],
)
def test_what_can_never_be_is_told_in_one_line(demand: Quota, message: str) -> None:
    with pytest.raises((DealError, UnknownNameError), match=message) as caught:
        allocate(plain(), Demands(all=(demand,)))
    assert "\n" not in str(caught.value)


def test_a_friendly_contest_needs_prospects() -> None:
    with pytest.raises(DealError, match="nothing is known of a friendly contest of A and B"):
        allocate(plain(), Demands(friendly=(Friendly(partners=("A", "B")),)))


def test_seats_of_one_name_need_their_number() -> None:
    house = replace(plain(2), names=("Raniganj", "Raniganj"))
    with pytest.raises(DealError, match="seats 1, 2 are all called raniganj"):
        house.seat("raniganj")


@pytest.mark.parametrize(
    "change",
    [
        {"partners": ("A", "A")},
        {"options": (("B",), ("A",))},
        {"elsewhere": np.zeros(3, dtype=np.int64)},
        {"winners": np.zeros((0, 5, 2), dtype=np.int8)},
    ],
)
def test_prospects_are_of_one_piece(change: dict[str, object]) -> None:
    with pytest.raises(DealError):
        replace(plain(), **change)  # type: ignore[arg-type]


def test_two_can_not_win_one_seat_alone() -> None:
    wins = np.ones((1, 1, 2), dtype=bool)
    with pytest.raises(DealError, match="two partners win one seat"):
        prospects(partners="AB", wins=wins, alone=wins, mark=1)
