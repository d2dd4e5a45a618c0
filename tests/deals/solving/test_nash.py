"""Nash's bargain from whatever deal the search starts, against every deal tried one by one."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from small_houses import demands, every_deal, houses, seats_won

from tieup.deals.allocation import programme_of
from tieup.deals.errors import DealError
from tieup.deals.prospects import prospects
from tieup.deals.solving import nash as bargaining
from tieup.deals.solving.logarithms import Logarithms
from tieup.deals.solving.nash import TOLERANCE, nash
from tieup.seats.contest import Ints


def from_(start: Ints) -> Callable[..., Ints]:
    """A search by small changes that finds no better deal than this."""
    return lambda *_: start


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_bargain_is_best_wherever_the_search_begins(
    data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = data.draw(houses(most_seats=5))
    asked = data.draw(demands(house))
    deals = list(every_deal(house, asked))
    assume(deals)
    alone = house.alone_counts / house.draws
    gains = [seats_won(house, each).mean(axis=0) - alone for each in deals]
    products = [float(np.prod(each)) if (each > 1e-9).all() else 0.0 for each in gains]
    monkeypatch.setattr(bargaining, "bettered", from_(data.draw(st.sampled_from(deals))))
    programme = programme_of(house, asked)
    try:
        found = nash(house, programme, limit=30)
    except DealError:
        assert max(products) == 0
        return
    partners = len(house.partners)
    assert found.proven
    assert found.value**partners == pytest.approx(max(products), rel=2 * TOLERANCE)
    assert found.bound**partners >= max(products) * (1 - TOLERANCE)


def test_a_cell_is_closed_by_what_the_parted_seats_allow() -> None:
    # The prices of parted seats hold against their own bound. Held against a closer one, that of a
    # round of tangents, they close cells of the best deal of this house.
    luck = np.random.default_rng(189)
    chances = luck.random((10, 3)) ** 2
    wins = luck.random((200, 10, 3)) < chances
    alone = np.zeros_like(wins)
    holders = luck.integers(0, 3, 10)
    alone[:, np.arange(10), holders] = luck.random((200, 10)) < 0.45 * luck.random(10)
    house = prospects(partners="ABC", wins=wins, alone=alone, mark=6)
    deals = np.array([*product(range(3), repeat=10)])
    won = house.counts[:, np.arange(10), deals].sum(axis=2) - house.alone_counts[:, None]
    best = float(np.where((won > 0).all(axis=0), won, 0).astype(np.float64).prod(axis=0).max())
    found = nash(house, programme_of(house, None), limit=30)
    assert found.proven
    assert (found.value * house.draws) ** 3 == pytest.approx(best, rel=2 * TOLERANCE)


@given(
    low=st.floats(0.001, 10), wide=st.floats(1, 100), part=st.floats(0, 1), touched=st.floats(0, 9)
)
def test_tangents_are_nowhere_below_the_logarithm(
    low: float, wide: float, part: float, touched: float
) -> None:
    bounds = np.array([low]), np.array([low * wide])
    found = Logarithms.between(*bounds).touching(np.array([touched]))
    at = low * wide**part
    lowest = min(float(np.log(a) - 1 + at / a) for a in found.at[0])
    assert lowest >= np.log(at) - 1e-9
    apart = max(np.diff(np.log(np.sort(found.at[0]))), default=0.0)
    assert lowest <= np.log(at) + apart**2 / 8 + 1e-9
