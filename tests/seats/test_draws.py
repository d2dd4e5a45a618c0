"""Draws: seeded, alike in every order and chunk, and as wide as their errors say."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.seats import NO_ERROR, Contest, ErrorSizes, contest
from tieup.seats.draws import Areas, Draws, Leeway, draw, root_error, turnout

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


def test_the_number_of_threads_changes_nothing() -> None:
    one, two = (drawn(draws=3000, workers=workers, keep_winners=True) for workers in (1, 2))
    assert (one.seats == two.seats).all()
    assert (one.wins == two.wins).all()
    assert (one.winners == two.winners).all()


@given(start=st.integers(0, 699), length=st.integers(1, 300))
def test_any_draws_can_be_made_again_alone(start: int, length: int) -> None:
    whole = drawn(draws=700, keep_winners=True)
    part = drawn(draws=700, only=range(start, min(start + length, 700)), keep_winners=True)
    assert (part.seats == whole.seats[start : start + length]).all()
    assert (part.winners == whole.winners[start : start + length]).all()
    assert part.wins.sum() == part.seats.sum()


@pytest.mark.parametrize("only", [range(2, 12), range(-1, 3), range(0, 9, 2)])
def test_draws_that_are_not_there_are_refused(only: range) -> None:
    with pytest.raises(ValueError, match="not a part of the 10 draws"):
        drawn(draws=10, only=only)


def test_winners_are_those_whose_wins_are_counted() -> None:
    found = drawn(keep_winners=True)
    for seat in range(4):
        counts = np.bincount(found.winners[:, seat], minlength=found.wins.shape[1])
        assert (counts == found.wins[seat]).all()
    parties = POLLED.party[np.arange(4), found.winners]
    for party in range(len(POLLED.parties)):
        assert ((parties == party).sum(axis=1) == found.seats[:, party]).all()


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


def test_progress_is_told_as_draws_are_made() -> None:
    told: list[tuple[int, int]] = []
    drawn(draws=5000, progress=lambda made, wanted: told.append((made, wanted)))
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] == (5000, 5000)


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


def test_one_party_alone_wins_all() -> None:
    polled = contest(tiny([{"A": 7}, {"A": 0}]), "T-2020")
    assert (drawn(polled).seats == 2).all()


def test_where_nobody_has_two_percent_the_first_is_drawn_alone() -> None:
    polled = contest(tiny([{"A": 1, "B": 1, "OTH": 998}, {"B": 5, "A": 4}]), "T-2020")
    assert drawn(polled).wins[0].tolist() == [500, 0]


def test_of_equals_the_first_at_the_base_wins() -> None:
    polled = contest(tiny([{"B": 5, "A": 5}, {"A": 5, "B": 5}]), "T-2020")
    same = ErrorSizes(state=1e-30, district=0.0, seat=0.0)
    assert (drawn(polled, errors=same).winners.size) == 0
    assert drawn(polled, errors=same).wins.tolist() == [[500, 0], [500, 0]]


def test_a_states_error_of_its_own_is_drawn() -> None:
    """A's alone errs; its chance is that of a normal."""
    none = ErrorSizes(state=0.0, district=0.0, seat=0.0)
    found = drawn(two_party(500, 480), errors=none, state={"A": 0.05}, draws=20_000)
    gap = float(np.sqrt(500 / 980) - np.sqrt(480 / 980))
    expected = NormalDist().cdf(gap / 0.05)
    assert set(found.seats[:, 0].tolist()) == {0, 40}
    assert (found.seats[:, 0] == 40).mean() == pytest.approx(expected, abs=0.015)


def test_what_a_region_shares_moves_its_seats_together() -> None:
    none = ErrorSizes(state=0.0, district=0.0, seat=0.0)
    areas = Areas(of=np.repeat([3, 8], 20), sd=0.1)
    found = drawn(two_party(500, 499), errors=none, areas=areas)
    assert set(found.seats[:, 0].tolist()) == {0, 20, 40}


def test_a_factor_widens_or_stills_a_seats_own_error() -> None:
    own = ErrorSizes(state=0.0, district=0.0, seat=0.05)
    polled = two_party(600, 400, seats=2)
    factor = np.ones((2, 2))
    factor[0], factor[1] = 3.0, 0.0
    found = drawn(polled, errors=own, factor=factor, draws=4000)
    lost = 4000 - found.wins[:, 0]
    assert lost[1] == 0
    assert lost[0] > 2 * (4000 - drawn(polled, errors=own, draws=4000).wins[0, 0])


def leeway(slope: float, **more: float) -> Leeway:
    slopes = np.tile([slope, -slope], (40, 1))
    sizes = {"state_sd": 0.0, "seat_sd": 0.0} | more
    return Leeway(giver="A", taker="B", slope=slopes, **sizes)


def test_leeway_moves_shares_in_proportion() -> None:
    """A leads by 2 points of share and loses where the part is off by more than -0.05."""
    none = ErrorSizes(state=0.0, district=0.0, seat=0.0)
    polled = two_party(510, 490)
    found = drawn(polled, errors=none, leeway=[leeway(0.2, state_sd=0.08)], draws=20_000)
    assert set(found.seats[:, 0].tolist()) == {0, 40}
    expected = NormalDist().cdf(0.05 / 0.08)
    assert (found.seats[:, 0] == 40).mean() == pytest.approx(expected, abs=0.015)
    apart = drawn(polled, errors=none, leeway=[leeway(0.2, seat_sd=0.08)], draws=4000)
    assert apart.seats[:, 0].mean() / 40 == pytest.approx(expected, abs=0.015)
    assert apart.seats[:, 0].std() < 6


def test_leeway_keeps_within_its_bounds() -> None:
    none = ErrorSizes(state=0.0, district=0.0, seat=0.0)
    bound = leeway(0.2, state_sd=0.5, low=-0.04, high=0.2)
    assert (drawn(two_party(510, 490), errors=none, leeway=[bound]).seats[:, 0] == 40).all()


def test_leeway_of_another_name_has_luck_of_its_own() -> None:
    none = ErrorSizes(state=0.0, district=0.0, seat=0.0)
    polled = two_party(500, 500)
    one = leeway(0.2, state_sd=0.08)
    other = Leeway(giver="B", taker="A", slope=one.slope, state_sd=0.08, seat_sd=0.0)
    found = [
        drawn(polled, errors=none, leeway=[each], draws=4000).seats[:, 0] for each in (one, other)
    ]
    assert abs(np.corrcoef(found[0], found[1])[0, 1]) < 0.06


def test_turnout_moves_shares_as_staying_home_does() -> None:
    members = {party: frozenset({party}) for party in ("A", "B", "C")}
    polled = contest(tiny([{"A": 500, "B": 300, "C": 200}]), "T-2020")
    mine, *_ = turnout(polled, members, state_sd=0.1, seat_sd=0.0)
    stayed = 0.01
    shares = np.array([500 * (1 - stayed), 300, 200]) / (1000 - 500 * stayed)
    assert polled.shares[0] + stayed * mine.slope[0] == pytest.approx(shares, abs=1e-4)


@given(share=st.floats(0, 1), error=st.floats(0, 0.2))
def test_an_error_of_a_share_on_the_root_scale_is_finite(share: float, error: float) -> None:
    found = root_error(share, error)
    assert 0 <= found < 1
    if share > 20 * error > 0:
        assert found == pytest.approx(error / (2 * np.sqrt(share)), rel=0.01)
