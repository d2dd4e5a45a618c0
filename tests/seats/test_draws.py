"""Draws: seeded, alike in every order and chunk, and as wide as their errors say."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.seats import NO_ERROR, Contest, ErrorSizes, contest
from tieup.seats import draws as drawing
from tieup.seats.draws import Draws, draw

SIZES = ErrorSizes(state=0.1, district=0.05, seat=0.07)
LAND = tiny(
    [
        {"A": 500, "B": 300, "F1": 150, "F2": 60, "IND": 240, "OTH": 9},
        {"A": 200, "B": 380, "F1": 320, "C": 5},
        {"B": 30, "A": 700, "F2": 90, "IND": 200, "IND2": 100},
        {"A": 330, "B": 331, "C": 329},
    ]
)
POLLED = contest(LAND, "T-2020")


def drawn(polled: Contest = POLLED, *, draws: int = 500, seed: int = 1, **more: object) -> Draws:
    one = {party: "F" if party in {"F1", "F2"} else party for party in polled.parties}
    sizes = more.pop("errors", SIZES)
    return draw(polled, one, sizes, draws=draws, seed=seed, **more)  # type: ignore[arg-type]


@given(seed=st.integers(0, 2**64), draws=st.integers(0, 30))
def test_every_draw_fills_every_seat(seed: int, draws: int) -> None:
    found = drawn(seed=seed, draws=draws)
    assert (found.seats.sum(axis=1) == 4).all()
    assert len(found.seats) == max(draws, 1)
    assert (found.wins.sum(axis=1) == max(draws, 1)).all()


def test_a_seed_gives_the_same_and_another_gives_another() -> None:
    assert (drawn(seed=7).seats == drawn(seed=7).seats).all()
    assert (drawn(seed=7).seats != drawn(seed=8).seats).any()


def test_the_chunk_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = drawn(draws=400)
    monkeypatch.setattr(drawing, "CHUNK", 77)
    assert (drawn(draws=400).seats == whole.seats).all()


def test_more_draws_begin_with_the_same() -> None:
    assert (drawn(draws=900).seats[:300] == drawn(draws=300).seats).all()


def test_the_order_of_parties_changes_nothing() -> None:
    turned = Contest(
        numbers=POLLED.numbers,
        districts=POLLED.districts,
        parties=POLLED.parties[::-1],
        party=np.where(POLLED.stood, len(POLLED.parties) - 1 - POLLED.party, POLLED.party),
        votes=POLLED.votes,
        rest=POLLED.rest,
        abstainers=POLLED.abstainers,
    )
    assert (drawn(turned).seats[:, ::-1] == drawn().seats).all()


def test_without_error_a_draw_is_the_contest() -> None:
    for found in (drawn(draws=0), drawn(errors=NO_ERROR)):
        won = dict(zip(POLLED.parties, found.seats[0].tolist(), strict=True))
        assert {party: n for party, n in won.items() if n} == POLLED.seats_won()
        assert (found.seats == found.seats[0]).all()


def test_progress_is_told_chunk_by_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "CHUNK", 200)
    told: list[tuple[int, int]] = []
    drawn(draws=500, progress=lambda made, wanted: told.append((made, wanted)))
    assert told == [(200, 500), (400, 500), (500, 500)]


def two_party(a: int, b: int, seats: int = 40) -> Contest:
    return contest(tiny([{"A": a, "B": b}] * seats, districts=4), "T-2020")


def test_chances_are_those_of_the_normal_law() -> None:
    """One seat's chance is that of a difference of two normals; 20,000 draws err by 0.01."""
    polled = two_party(520, 480, seats=2)
    found = drawn(polled, draws=20_000)
    local = SIZES.district**2 + SIZES.seat**2
    gap = np.sqrt(0.52 - local) - np.sqrt(0.48 - local)
    spread = np.sqrt(2 * (SIZES.state**2 + local))
    expected = NormalDist().cdf(float(gap / spread))
    assert found.wins[0, 0] / 20_000 == pytest.approx(expected, abs=0.015)


def test_what_a_state_shares_moves_all_seats_together() -> None:
    shared = drawn(two_party(500, 499), errors=ErrorSizes(state=0.1, district=0.0, seat=0.0))
    apart = drawn(two_party(500, 499), errors=ErrorSizes(state=0.0, district=0.0, seat=0.1))
    assert set(shared.seats[:, 0].tolist()) <= {0, 40}
    assert apart.seats[:, 0].std() < 5


def test_what_a_district_shares_moves_its_seats_together() -> None:
    found = drawn(two_party(500, 499), errors=ErrorSizes(state=0.0, district=0.1, seat=0.0))
    assert set(found.seats[:, 0].tolist()) <= {0, 10, 20, 30, 40}
    assert len(set(found.seats[:, 0].tolist())) == 5


def test_a_known_share_has_no_state_error() -> None:
    sizes = ErrorSizes(state=0.1, district=0.0, seat=0.0)
    found = drawn(two_party(500, 499), errors=sizes, known=frozenset({"A", "B"}))
    assert (found.seats[:, 0] == 40).all()


def test_independents_share_nothing() -> None:
    polled = contest(tiny([{"A": 500, "IND": 499}] * 40), "T-2020")
    found = drawn(polled, errors=SIZES, known=frozenset({"A"}))
    quiet = ErrorSizes(state=0.3, district=0.0, seat=0.0)
    assert found.seats[:, 0].std() < 12
    assert drawn(polled, errors=quiet, known=frozenset({"A"})).seats[:, 0].std() < 5


def test_seats_without_a_vote_stay_with_who_stands_first() -> None:
    polled = contest(tiny([{"B": 0, "A": 0}, {"A": 5, "B": 4}]), "T-2020")
    found = drawn(polled)
    assert found.wins[0].tolist() == [500, 0]
