"""Between elections: scaling, abstention, new and vanished parties, and the matrix's forms."""

import json
from dataclasses import replace

import numpy as np
import pytest

from tieup.regions import Region
from tieup.seats import Contest, contest
from tieup.seats.transfer import (
    ABSTAINED,
    OTHERS,
    TransferError,
    TransferMatrix,
    between,
    by_stratum,
    groups_of,
    leading,
)


def polled(votes: list[list[int]], parties: tuple[str, ...], abstained: int = 0) -> Contest:
    """A contest of one candidate a party in every seat."""
    array = np.array(votes, dtype=float)
    seats, candidates = array.shape
    return Contest(
        numbers=np.arange(1, seats + 1),
        districts=np.zeros(seats, dtype=np.int64),
        parties=parties,
        party=np.tile(np.arange(candidates), (seats, 1)),
        votes=array,
        rest=np.zeros(seats),
        abstainers=np.full(seats, float(abstained)),
    )


GROUPS = {party: frozenset({party}) for party in ("A", "B", "C")}
EARLIER = polled([[90, 10], [10, 90], [60, 40], [30, 70], [80, 20], [50, 50]], ("A", "B"), 20)
LATER = polled([[180, 20], [20, 180], [120, 80], [60, 140], [160, 40], [100, 100]], ("A", "C"), 40)


def test_a_new_party_is_a_column_and_a_vanished_one_a_row() -> None:
    found = between(EARLIER, LATER, GROUPS)
    assert found.rows == ("A", "B", OTHERS, ABSTAINED)
    assert found.cols == ("A", "C", OTHERS, ABSTAINED)
    assert found.shares[1, 1] > 0.5


def test_totals_are_scaled_to_the_later_election_and_told() -> None:
    found = between(EARLIER, LATER, GROUPS)
    assert found.table.sum() == pytest.approx(6 * 240)
    assert any("2.000 in all" in note for note in found.notes)


def test_without_electors_abstention_is_left_out_and_told() -> None:
    found = between(replace(EARLIER, abstainers=np.zeros(6)), LATER, GROUPS)
    assert ABSTAINED not in found.rows
    assert any("no electors" in note for note in found.notes)


def test_a_group_of_too_few_seats_says_so() -> None:
    few = np.arange(6) < 2
    found = by_stratum(EARLIER, LATER, GROUPS, {"all": ~(few & False), "two": few})
    assert isinstance(found["all"], TransferMatrix)
    assert isinstance(found["two"], TransferError)


def test_a_party_in_two_options_is_refused() -> None:
    with pytest.raises(TransferError, match="two options"):
        between(EARLIER, LATER, {"A": frozenset("A"), "A again": frozenset("A")})


def test_forms_hold_the_same_figures() -> None:
    found = between(EARLIER, LATER, GROUPS)
    told = json.loads(json.dumps(found.to_json()))
    frame, cube = found.to_pandas(), found.to_xarray()
    assert told["shares"][0][0] == pytest.approx(found.shares[0, 0], abs=1e-4)
    assert frame["votes"].sum() == pytest.approx(found.table.sum())
    assert float(cube["share"].sel({"from": "A", "to": "C"})) == found.shares[0, 1]


def test_bengal_keeps_its_votes(bengal: Region) -> None:
    one, other = (contest(bengal, e) for e in ("LS-2019-WB", "WB-2021"))
    names = ("TMC", "BJP", "LF", "INC")
    found = between(
        one, other, groups_of(bengal, "LS-2019-WB", names), groups_of(bengal, "WB-2021", names)
    )
    assert found.units == 294
    assert found.table.sum() == pytest.approx(other.totals.sum())
    loyal = [found.shares[found.rows.index(p), found.cols.index(p)] for p in ("TMC", "BJP")]
    assert min(loyal) > 0.5


def test_leading_sides_are_fronts_and_parties_that_matter(bengal: Region) -> None:
    assert leading(bengal, ("WB-2016", "WB-2021")) == ("TMC", "BJP", "LF", "INC")
    assert "ISF" in leading(bengal, ("WB-2021", "WB-2026"), 0.01)
