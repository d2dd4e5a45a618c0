"""Lots: each stream is made once, however many ask for it, and none that moves nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tieup.seats import ErrorSizes
from tieup.seats.draws import Leeway
from tieup.seats.draws.lots import Lots
from tieup.seats.draws.numbered import Numbered
from tieup.seats.draws.sizes import Sizes
from tieup.seats.draws.streams import NOTHING

SIZES = ErrorSizes(state=0.1, district=0.05, seat=0.07)
PLACES = np.arange(4)
ONE, TWO = np.zeros(4, dtype=np.int64), np.ones(4, dtype=np.int64)


def lots(sizes: ErrorSizes = SIZES) -> Lots:
    return Lots(3, Sizes(errors=sizes), np.array([11, 12, 13, 14]), np.array([0, 0, 1, 1]))


def leeway(seat_sd: float) -> Leeway:
    slope = np.ones((4, 2))
    return Leeway(giver="A", taker="B", slope=slope, state_sd=0.1, seat_sd=seat_sd)


asked = st.lists(st.tuples(st.sampled_from("ABC"), st.lists(st.integers(0, 4), max_size=6)))


@given(asked)
def test_what_a_seat_has_is_numbered_from_nothing_up(wishes: list[tuple[str, list[int]]]) -> None:
    numbered = Numbered[str](5)
    for kind, places in wishes:
        given_out = numbered.of(kind, np.array(places, dtype=np.int64))
        assert (given_out == numbered.of(kind, np.array(places, dtype=np.int64))).all()
    have = {(kind, place) for kind, places in wishes for place in places}
    of, seat = numbered.laid_out()
    assert {(numbered.kinds[k], p) for k, p in zip(of.tolist(), seat.tolist(), strict=True)} == have
    assert len(of) == len(have) == numbered.first[-1]
    numbers = numbered.numbers(numbered.kinds)
    for place in range(5):
        mine = [n for n in numbers[:, place].tolist() if n != NOTHING]
        assert sorted(mine) == list(range(len(mine)))
        assert len(mine) == numbered.first[place + 1] - numbered.first[place] <= numbered.most


def test_a_candidates_luck_is_one_however_wide_its_error() -> None:
    found = lots()
    rows, waves, own = found.candidates(PLACES, ("A", "B"), ONE, ONE)
    found.resize(Sizes(errors=ErrorSizes(state=0.2, district=0.05, seat=0.01)))
    again, others, less = found.candidates(PLACES, ("A", "B"), ONE, ONE)
    assert (rows == again).all()
    assert (own == 0.07).all()
    assert (less == 0.01).all()
    assert not set(waves.tolist()) & set(others.tolist())  # on top of another state's error
    assert len(found.streams().key) == 4


def test_a_second_candidate_and_another_contender_have_luck_of_their_own() -> None:
    found = lots()
    for contender, nth in ((ONE, ONE), (TWO, ONE), (ONE, TWO)):
        found.candidates(PLACES, ("A", "B"), contender, nth)
    streams = found.streams()
    assert streams.rows.tolist() == [0, 3, 6, 9, 12]
    assert len(np.unique(streams.key, axis=0)) == 12


def test_where_a_seat_adds_nothing_to_a_move_no_luck_is_drawn_for_it() -> None:
    found = lots()
    found.moves(PLACES, leeway(0.0))
    assert (len(found.streams().key), len(found.streams().move_sd)) == (0, 4)
    found.moves(PLACES, leeway(0.2))
    streams = found.streams()
    assert (len(streams.key), len(streams.move_sd)) == (4, 8)
    assert streams.move_row[streams.move_sd > 0].tolist() == [0, 0, 0, 0]
    assert len(np.unique(streams.move_parent)) == 1
