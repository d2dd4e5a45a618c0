"""Contests: the official result, candidate by candidate."""

import numpy as np
import pytest
from tiny_region import tiny

from tieup.regions import Region
from tieup.regions.returns import NOTA, OTHERS
from tieup.scenarios import ScenarioError
from tieup.seats import contest

ASSEMBLIES = ("WB-2011", "WB-2016", "WB-2021", "WB-2026")
ELECTIONS = (*ASSEMBLIES, "LS-2009-WB", "LS-2014-WB", "LS-2019-WB", "LS-2024-WB")


@pytest.mark.parametrize("election", ELECTIONS)
def test_every_seats_winner_is_the_official_one(bengal: Region, election: str) -> None:
    polled = contest(bengal, election)
    winners = polled.party[np.arange(294), polled.leaders()]
    for no, winner in zip(polled.numbers, winners, strict=True):
        rows = bengal.returns(election).by_constituency[no]
        official = next(row for row in rows if row.party not in (NOTA, OTHERS))
        assert polled.parties[winner] == official.party


@pytest.mark.parametrize("election", ASSEMBLIES)
def test_an_assemblys_seats_are_the_official_tally(bengal: Region, election: str) -> None:
    assert contest(bengal, election).seats_won() == bengal.returns(election).seats_won


@pytest.mark.parametrize("election", ELECTIONS)
def test_votes_are_all_there(bengal: Region, election: str) -> None:
    polled = contest(bengal, election)
    rows = bengal.returns(election).rows
    assert polled.totals.sum() == sum(row.votes for row in rows if row.party != NOTA)
    for party in ("TMC", "BJP", "INC"):
        share = bengal.returns(election).shares[party]
        assert 100 * polled.statewide(frozenset({party})) == pytest.approx(share, abs=1e-9)


def test_independents_are_apart_and_a_sum_never_wins() -> None:
    land = tiny([{"A": 40, "IND": 30, "IND2": 25, "OTH": 90, "NOTA": 99}])
    polled = contest(land, "T-2020")
    assert polled.seats_won() == {"A": 1}
    assert polled.totals.tolist() == [185]
    assert polled.rest.tolist() == [90]


def test_electors_without_a_vote_are_abstainers() -> None:
    polled = contest(tiny([{"A": 40, "B": 30, "NOTA": 5}], electors=100), "T-2020")
    assert polled.abstainers.tolist() == [30]


def test_a_tie_goes_to_who_stands_first_in_the_returns() -> None:
    land = tiny([{"B": 40, "A": 40}, {"A": 40, "B": 40}, {"B": 0, "A": 0}])
    polled = contest(land, "T-2020")
    winners = polled.party[np.arange(3), polled.leaders()]
    assert [polled.parties[winner] for winner in winners] == ["B", "A", "B"]


def test_a_seat_without_candidates_is_no_base() -> None:
    with pytest.raises(ScenarioError, match="no candidate in constituency 2"):
        contest(tiny([{"A": 5}, {"NOTA": 5, "OTH": 7}]), "T-2020")
