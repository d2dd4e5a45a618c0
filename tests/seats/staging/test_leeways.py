"""Leeways: how a stage's shares move with what is not known of it."""

from dataclasses import replace

import numpy as np
import pytest

from tieup.regions import Region
from tieup.scenarios import Places, Scenario, Split
from tieup.seats import stage
from tieup.seats.errors.polls import root_errors, state_errors
from tieup.seats.staging.leeways import leeways

BLOCS = (("LF", "INC"), ("ISF",), ("TMC",), ("BJP",))


def test_slopes_foretell_another_rate(bengal: Region) -> None:
    scenario = Scenario(base="WB-2026", blocs=BLOCS)
    staged = stage(bengal, scenario)
    found = {each.name: each for each in leeways(staged, bengal)}
    each = found["LF>INC"]
    rate = staged.followers.rate("LF", "INC")
    assert (each.state_sd, each.low, each.high) == (rate.state_sd, -rate.mean, 1 - rate.mean)
    other = stage(bengal, replace(scenario, transfer={("LF", "INC"): rate.mean - 0.1}))
    moved = other.polled.shares - staged.polled.shares
    assert moved == pytest.approx(-0.1 * each.slope, abs=2e-3)
    assert np.abs(moved).max() > 0.005


def test_a_stated_rate_without_an_error_has_no_leeway(bengal: Region) -> None:
    given = {("LF", "INC"): 0.5, ("INC", "LF"): 0.5}
    staged = stage(bengal, Scenario(base="WB-2026", blocs=BLOCS, transfer=given))
    assert {each.name for each in leeways(staged, bengal)} == {"ISF>ISF", "LF>LF"}


def test_the_structure_of_the_base_has_none(bengal: Region) -> None:
    allied = tuple(alliance.parties for alliance in bengal.election("WB-2021").alliances)
    assert leeways(stage(bengal, Scenario(base="WB-2021", blocs=allied)), bengal) == ()


def test_a_split_has_its_own_error_and_slope(bengal: Region) -> None:
    part = Split(party="JUP", parent="TMC", part=0.25, places=Places(districts=("Murshidabad",)))
    scenario = Scenario(base="WB-2021", blocs=(("TMC",), ("JUP",)), splits=(part,))
    staged = stage(bengal, scenario)
    (each,) = (e for e in leeways(staged, bengal) if e.giver == "TMC")
    assert each.name == "TMC>JUP@Murshidabad"
    assert each.state_sd == pytest.approx(0.125)
    less = stage(bengal, replace(scenario, splits=(replace(part, part=0.2),)))
    assert less.polled.shares - staged.polled.shares == pytest.approx(-0.05 * each.slope, abs=1e-9)
    everything = replace(scenario, splits=(replace(part, part=1.0),))
    assert np.isfinite(leeways(stage(bengal, everything), bengal)[0].slope).all()


def test_votes_that_came_home_go_from_one_partner_to_the_other(bengal: Region) -> None:
    staged = stage(bengal, Scenario(base="WB-2021", blocs=(("LF",), ("INC",), ("TMC",))))
    for each in leeways(staged, bengal):
        assert each.state_sd > 0
        # What one has more of the other has less of.
        assert each.slope.sum(axis=1) == pytest.approx(0, abs=1e-9)
        assert np.isfinite(each.slope).all()


def test_shares_that_are_given_hold_whatever_the_rate(bengal: Region) -> None:
    given = {"TMC": 41.0, "BJP": 46.0}
    staged = stage(bengal, Scenario(base="WB-2026", blocs=BLOCS, shares=given))
    weights = staged.polled.totals / staged.polled.totals.sum()
    for each in leeways(staged, bengal):
        for party in given:
            mine = staged.polled.of(frozenset({party}))
            assert weights @ (each.slope * mine).sum(axis=1) == pytest.approx(0, abs=2e-3)


def test_root_errors_give_the_shares_the_errors_that_were_asked(bengal: Region) -> None:
    errors = {"TMC": 2.5, "BJP": 2.5, "INC": 0.8}
    given = {"TMC": 41.0, "BJP": 44.0, "INC": 4.0}
    scenario = Scenario(base="WB-2026", blocs=BLOCS, shares=given, share_errors=errors)
    staged = stage(bengal, scenario)
    found = state_errors(staged)
    luck = np.random.default_rng(3)
    weights = staged.polled.totals / staged.polled.totals.sum()
    drawn: dict[str, list[float]] = {party: [] for party in errors}
    for _ in range(400):
        roots = np.sqrt(staged.polled.shares)
        for party, size in found.items():
            small = np.minimum(np.sqrt(staged.polled.shares / 0.02), 1)
            roots = roots + size * luck.normal() * small * staged.polled.of(frozenset({party}))
        shares = np.maximum(roots, 0) ** 2
        shares /= shares.sum(axis=1, keepdims=True)
        for party in errors:
            mine = staged.polled.of(frozenset({party}))
            drawn[party].append(100 * float(weights @ (shares * mine).sum(axis=1)))
    for party, error in errors.items():
        assert np.std(drawn[party]) == pytest.approx(error, rel=0.15)


def test_without_errors_there_is_nothing_to_convert(bengal: Region) -> None:
    staged = stage(bengal, Scenario(base="WB-2026", blocs=BLOCS, shares={"TMC": 41.0}))
    assert state_errors(staged) == {}
    assert root_errors(staged.polled, {"TMC": frozenset({"TMC"})}, {"TMC": 0.0}) == {}
