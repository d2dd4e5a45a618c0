"""Lines that no deal exceeds, against every deal tried one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_houses import every_deal, houses, seats_won

from tieup.deals.demands.demands import Demands
from tieup.deals.prospects import Prospects
from tieup.deals.solving.envelope import Line, line
from tieup.deals.solving.programme import Programme
from tieup.deals.solving.questions import Questions, questions
from tieup.seats.contest import Floats, Ints


def asked(house: Prospects) -> Questions:
    shape = (len(house.numbers), len(house.options))
    programme = Programme.of(shape, Demands().rows(house))
    return questions(house.counted, house.mark - house.elsewhere, programme)


def height(of: Line, chosen: Ints) -> float:
    return of.least + float(of.slope[np.arange(len(chosen)), chosen].sum())


def reached(house: Prospects, chosen: Ints) -> int:
    return int((seats_won(house, chosen).sum(axis=1) + house.elsewhere >= house.mark).sum())


def some_parts(house: Prospects, luck: np.random.Generator) -> Floats:
    parts = luck.random((len(house.numbers), len(house.options))) ** 3
    parts /= parts.sum(axis=1, keepdims=True)
    return parts


@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
def test_no_deal_exceeds_a_line(data: st.DataObject, seed: int) -> None:
    house = data.draw(houses())
    field, luck = asked(house), np.random.default_rng(seed)
    one, other = (line(field, some_parts(house, luck)) for _ in range(2))
    between = one.towards(other, 0.3)
    for chosen in every_deal(house):
        brings = reached(house, chosen) - field.sure
        for each in (one, other, between):
            assert brings <= height(each, chosen) + 1e-4


@given(data=st.data())
def test_at_a_deal_the_line_tells_its_draws(data: st.DataObject) -> None:
    house = data.draw(houses())
    field = asked(house)
    for chosen in every_deal(house):
        whole = np.eye(len(house.options))[chosen]
        found = line(field, whole)
        assert height(found, chosen) == pytest.approx(reached(house, chosen) - field.sure, abs=1e-4)
