"""Sizes of error: found again where they are known, and taken from the past alone."""

import numpy as np
import pytest
from tiny_region import tiny

from tieup.regions import Region
from tieup.seats import contest, error_sizes, past_pairs
from tieup.seats.errors.errors import NO_ERROR, WORTH, ErrorSizes, bundled_sizes, own_sizes
from tieup.seats.errors.moves import changes

SEATS, DISTRICTS, ELECTIONS = 240, 12, 12
PARTIES = ("A", "B", "C", "D")
TOTAL = 10_000_000


def wandering(state: float, district: float, seat: float, *, seed: int) -> ErrorSizes:
    """Estimate from elections that each stray from one pattern and back, by sizes that we set."""
    draws = np.random.Generator(np.random.PCG64(seed))
    roots = np.full((SEATS, len(PARTIES)), 0.5)
    places = np.arange(1, SEATS + 1) % DISTRICTS
    elections = []
    for number in range(2 * ELECTIONS):
        moved = roots
        if number % 2:
            moved = (
                roots
                + state * draws.standard_normal(len(PARTIES))
                + district * draws.standard_normal((DISTRICTS, len(PARTIES)))[places]
                + seat * draws.standard_normal(roots.shape)
            )
        shares = moved**2 / (moved**2).sum(axis=1, keepdims=True)
        elections.append([dict(zip(PARTIES, map(int, TOTAL * row), strict=True)) for row in shares])
    land = tiny(*elections, districts=DISTRICTS)
    pairs = past_pairs(land)[::2]
    return own_sizes(land, pairs[-1][1], pairs)


def test_known_sizes_are_found_again() -> None:
    found = wandering(0.05, 0.04, 0.03, seed=5)
    assert found.seat == pytest.approx(0.03, rel=0.1)
    assert found.district == pytest.approx(0.04, rel=0.15)
    assert found.state == pytest.approx(0.05, rel=0.4)  # 12 pairs of 4 parties


def test_levels_that_do_not_err_are_told_from_those_that_do() -> None:
    found = wandering(0.0, 0.0, 0.04, seed=6)
    assert found.seat == pytest.approx(0.04, rel=0.1)
    assert found.district < 0.01
    assert found.state < 0.01


def test_an_election_that_repeats_itself_errs_by_nothing() -> None:
    seats = [{"A": 500 + no, "B": 400, "C": 100} for no in range(8)]
    assert own_sizes(tiny(seats, seats), "T-2025").are_none


def test_parties_that_vanish_or_come_new_say_nothing() -> None:
    stable = [{"A": 500, "B": 300} for _ in range(8)]
    turned = [{"A": 500, "B": 300, "C": 800} for _ in range(8)]
    both = own_sizes(tiny(stable, turned), "T-2025")
    assert both.state > 0  # A and B lost to C, and that they did
    with pytest.raises(ValueError, match="no pair of elections"):
        own_sizes(tiny(stable, [{"C": 800} for _ in range(8)]), "T-2025")


def test_a_fronts_members_are_one() -> None:
    before = [{"A": 500, "F1": 300} for _ in range(8)]
    after = [{"A": 500, "F2": 300} for _ in range(8)]
    assert own_sizes(tiny(before, after), "T-2025").are_none


@pytest.mark.parametrize("base", ["WB-2016", "LS-2019-WB", "WB-2021", "WB-2026"])
def test_only_elections_up_to_the_base_speak(bengal: Region, base: str) -> None:
    sizes = own_sizes(bengal, base)
    last = bengal.election(base).counted
    assert not sizes.later
    assert sizes.pairs
    assert all(bengal.election(each).counted <= last for pair in sizes.pairs for each in pair)
    assert all(
        bengal.election(one).kind == bengal.election(other).kind for one, other in sizes.pairs
    )
    assert min(sizes.state, sizes.district, sizes.seat) > 0.01


def test_without_a_pair_of_one_kind_any_two_that_follow_speak(bengal: Region) -> None:
    assert own_sizes(bengal, "WB-2011").pairs == (("LS-2009-WB", "WB-2011"),)


def test_without_a_past_the_later_elections_speak_and_it_is_said(bengal: Region) -> None:
    sizes = own_sizes(bengal, "LS-2009-WB")
    assert sizes.later
    assert sizes.pairs == past_pairs(bengal)


def test_what_was_estimated_is_kept(bengal: Region) -> None:
    assert own_sizes(bengal, "WB-2021") is own_sizes(bengal, "WB-2021")


def test_who_is_in_the_middle_errs_widest() -> None:
    sizes = ErrorSizes(state=0.1, district=0.0, seat=0.05, middle=2.0)
    widths = sizes.widths(np.array([0.0, 0.02, 0.2, 0.4, 0.9]))
    assert widths == pytest.approx(np.array([1, 1, 2, 1, 1]))
    assert (ErrorSizes(state=0.1, district=0.0, seat=0.05).widths(np.linspace(0, 1, 9)) == 1).all()


def test_a_known_share_leaves_the_lean_alone() -> None:
    base = contest(tiny([{"A": 500, "B": 400, "IND": 50}]), "T-2020")
    sizes = ErrorSizes(state=0.03, district=0.0, seat=0.05, lean=0.04)
    names = {party: party for party in base.parties}
    found = sizes.of_states(base, names, frozenset({"A"}))
    assert found == {"A": pytest.approx(0.04), "B": pytest.approx(0.05)}


def test_bundled_sizes_are_whole() -> None:
    sizes = bundled_sizes()
    assert 0.01 < sizes.seat < sizes.state < 0.3
    assert sizes.tails > 2
    assert sizes.middle >= 1
    assert not sizes.pull.is_none


def test_a_lands_own_sizes_are_weighed_against_those_of_many(bengal: Region) -> None:
    many = bundled_sizes()
    own = own_sizes(bengal, "WB-2021", about=many)
    sizes = error_sizes(bengal, "WB-2021")
    weight = len(own.pairs)
    for level in ("state", "district", "seat"):
        mine, theirs = getattr(own, level), getattr(many, level)
        joined = (weight * mine**2 + WORTH * theirs**2) / (weight + WORTH)
        assert getattr(sizes, level) ** 2 == pytest.approx(joined)
    assert (sizes.pull, sizes.tails, sizes.lean) == (many.pull, many.tails, many.lean)
    assert sizes.pairs == own.pairs


def test_a_land_with_one_election_errs_as_many_lands_do() -> None:
    assert error_sizes(tiny([{"A": 500, "B": 400}]), "T-2020") == bundled_sizes()


def test_where_a_rival_leaves_less_of_the_colour_is_expected() -> None:
    before = [{"A": 300 + 20 * no, "B": 500, "C": 400} for no in range(8)]
    after = [
        {p: v for p, v in seat.items() if p != "C" or no % 2} for no, seat in enumerate(before)
    ]
    found = dict(
        zip("AB", changes(tiny(before, after), ("T-2020", "T-2025"), NO_ERROR), strict=True)
    )
    totals = np.array([sum(seat.values()) for seat in before])
    roots = np.sqrt(np.array([seat["A"] for seat in before]) / totals)
    stays = np.where(np.arange(8) % 2, 1, 1 - 400 / totals)
    expected = roots.mean() + stays**2 * (roots - roots.mean())
    ended = np.array([seat["A"] / sum(seat.values()) for seat in after])
    assert found["A"].moves == pytest.approx((np.sqrt(ended) - expected) / np.sqrt(1 - ended))


def test_what_strays_from_the_pull_is_less_than_what_moves(bengal: Region) -> None:
    plain = own_sizes(bengal, "WB-2026")
    pulled = own_sizes(bengal, "WB-2026", about=bundled_sizes())
    assert pulled.district < plain.district
    assert pulled.seat < plain.seat
