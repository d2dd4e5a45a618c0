"""Projections: the official result from the official structure, and a contract kept."""

import json
import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_region import tiny

from tieup.regions import Region, UnknownNameError
from tieup.report.naming import Names
from tieup.report.outlook import outlook
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import ErrorSizes, Projection, contest, project
from tieup.seats.errors.pull import Pull

ASSEMBLIES = ("WB-2011", "WB-2016", "WB-2021", "WB-2026")
LOK_SABHAS = ("LS-2009-WB", "LS-2014-WB", "LS-2019-WB", "LS-2024-WB")
THREE = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))
SIZES = ErrorSizes(state=0.1, district=0.05, seat=0.07)


def own_structure(region: Region, election: str) -> Scenario:
    allied = tuple(alliance.parties for alliance in region.election(election).alliances)
    return Scenario(base=election, blocs=(*allied, ("BJP",)))


def won_by_party(projection: Projection) -> dict[str, float]:
    """Seats with a front's among its members."""
    found: dict[str, float] = {}
    for contender, spread in projection.seats.items():
        members = projection.members.get(contender, {contender: spread})
        found |= {party: each.mean for party, each in members.items() if each.mean}
    return found


@pytest.mark.parametrize("election", [*ASSEMBLIES, *LOK_SABHAS])
def test_the_structure_of_the_base_gives_its_result(bengal: Region, election: str) -> None:
    projection = project(bengal, own_structure(bengal, election), draws=0)
    expected = contest(bengal, election).seats_won()
    assert won_by_party(projection) == expected
    if election in ASSEMBLIES:
        assert expected == bengal.returns(election).seats_won
        for seat in projection.constituencies:
            winner = bengal.returns(election).winners[seat.no].party
            assert seat.standing.get(seat.leader, seat.leader) == winner
            assert seat.chances == {seat.leader: 1.0}


@pytest.fixture(scope="module")
def bengal_2021(bengal: Region) -> Projection:
    """The contract's example."""
    return project(bengal, Scenario(base="WB-2021", blocs=THREE), draws=2000, seed=7)


def test_the_json_is_the_contracts(bengal_2021: Projection, bengal: Region) -> None:
    written = bengal_2021.to_json()
    assert json.loads(json.dumps(written, allow_nan=False)) == written
    assert {
        "region", "base", "draws", "seed", "pack", "scenario", "seats", "no_error", "blocs",
        "majority_mark", "hung", "pivots", "constituencies",
    } <= written.keys()  # fmt: skip
    assert written["region"] == "west-bengal"
    assert (written["base"], written["draws"], written["seed"]) == ("WB-2021", 2000, 7)
    assert written["pack"] == bengal.digest
    assert written["majority_mark"] == 148
    bloc = {"parties", "mean", "p05", "p50", "p95", "majority", "no_error"}
    assert written["blocs"][0].keys() == bloc
    assert {"bloc", "shapley_shubik", "banzhaf"} <= written["pivots"][0].keys()
    first = written["constituencies"][0]
    assert (first["no"], first["name"], first["standing"]) == (1, "Mekliganj", {"LF": "AIFB"})
    assert len(written["constituencies"]) == 294


def test_without_error_the_blocs_win_what_they_won(bengal_2021: Projection) -> None:
    assert [bloc.no_error for bloc in bengal_2021.blocs[:3]] == [1, 215, 77]
    won = {contender: seats for contender, seats in bengal_2021.no_error.items() if seats}
    assert won == {"ISF": 1, "TMC": 215, "BJP": 77, "IND": 1}
    assert bengal_2021.to_json()["no_error"] == bengal_2021.no_error


def test_means_and_chances_add_up(bengal_2021: Projection) -> None:
    assert sum(s.mean for s in bengal_2021.seats.values()) == pytest.approx(294)
    for seat in bengal_2021.constituencies:
        assert sum(seat.chances.values()) == pytest.approx(1)
        assert seat.leader == next(iter(seat.chances))
    for contender, spread in bengal_2021.seats.items():
        chances = sum(
            chance
            for seat in bengal_2021.constituencies
            for candidate, chance in seat.chances.items()
            if candidate.split()[0] == contender  # "IND 2" is an independent, too
        )
        assert chances == pytest.approx(spread.mean)
        assert spread.p05 <= spread.p50 <= spread.p95
    majorities = sum(bloc.majority for bloc in bengal_2021.blocs)
    assert majorities + bengal_2021.hung == pytest.approx(1)


def test_each_independent_stands_alone() -> None:
    land = tiny([{"A": 40, "IND": 33, "IND2": 35}, {"IND": 50, "A": 20}])
    projection = project(land, Scenario(base="T-2020", blocs=(("A",),)), draws=2000, errors=SIZES)
    both, one = projection.constituencies
    assert both.chances.keys() == {"A", "IND", "IND 2"}
    assert both.chances["A"] > both.chances["IND"] > both.chances["IND 2"] > 0
    assert both.chances["IND"] + both.chances["IND 2"] > both.chances["A"]
    assert both.leader == "A"
    assert one.leader == "IND"
    alone = both.chances["IND"] + both.chances["IND 2"] + one.chances["IND"]
    assert alone == pytest.approx(projection.seats["IND"].mean)


def test_of_equals_who_led_at_the_base_leads() -> None:
    land = tiny([{"IND": 30, "IND2": 30, "A": 30}, {"A": 30, "IND": 30, "IND2": 30}])
    projection = project(land, Scenario(base="T-2020", blocs=(("A",),)), draws=0)
    assert [seat.chances for seat in projection.constituencies] == [{"IND": 1.0}, {"A": 1.0}]


def test_no_party_is_behind_in_a_seat_for_independents_taken_together(
    bengal: Region, bengal_2021: Projection
) -> None:
    names = Names(bengal, date(2021, 5, 2))
    shown = {seat.name: seat for seat in outlook(bengal_2021, bengal, names).seats}
    for name in ("Kurseong", "Darjeeling"):
        (first, _), *others = shown[name].chances
        assert first == shown[name].leader_name == "BJP"
        assert [other for other, _ in others][:2] == ["Independent", "Independent (no. 2)"]
    assert shown["Kalimpong"].leader_name == "Independent"


def test_the_order_of_blocs_and_parties_changes_no_number(
    bengal: Region, bengal_2021: Projection
) -> None:
    turned = Scenario(base="WB-2021", blocs=(("BJP",), ("ISF", "INC", "LF"), ("TMC",)))
    other = project(bengal, turned, draws=2000, seed=7)
    assert other.seats == bengal_2021.seats
    assert other.hung == bengal_2021.hung
    assert {frozenset(b.parties): b.seats for b in other.blocs} == {
        frozenset(b.parties): b.seats for b in bengal_2021.blocs
    }


def test_a_party_without_candidates_changes_nothing(
    bengal: Region, bengal_2021: Projection
) -> None:
    more = Scenario(base="WB-2021", blocs=(*THREE, ("JUP",)))
    other = project(bengal, more, draws=2000, seed=7)
    assert other.constituencies == bengal_2021.constituencies
    assert {p: s for p, s in other.seats.items() if p != "JUP"} == bengal_2021.seats
    assert other.seats["JUP"].p95 == 0
    assert any(note.startswith("JUP has no votes at the base") for note in other.notes)


def test_a_seed_gives_the_same_again(bengal: Region, bengal_2021: Projection) -> None:
    again = project(bengal, bengal_2021.scenario, draws=2000, seed=7)
    assert again == bengal_2021
    assert project(bengal, bengal_2021.scenario, draws=2000, seed=8) != bengal_2021


def test_partners_who_join_leave_seats_and_the_notes_say_so(bengal: Region) -> None:
    scenario = Scenario(
        base="LS-2019-WB", blocs=(("LF", "INC"), ("TMC",), ("BJP",)), transfer={("INC", "LF"): 0.6}
    )
    projection = project(bengal, scenario, draws=0)
    left = [seat.left for seat in projection.constituencies if seat.left]
    assert {"INC": "LF"} in left
    assert {"LF": "INC"} in left
    assert all({"LF", "INC"} - seat.standing.keys() for seat in projection.constituencies)
    assert any("60 percent of its voters follow." in note for note in projection.notes)
    assert any("LF leaves" in note and "estimated from" in note for note in projection.notes)
    assert any("by segment" in note for note in projection.notes)


def test_known_shares_narrow_the_spread(bengal: Region, bengal_2021: Projection) -> None:
    known = replace(bengal_2021.scenario, shares={"BJP": 38.4, "TMC": 48.5, "LF": 5.7, "INC": 3.1})
    narrow = project(bengal, known, draws=2000, seed=7).seats["TMC"]
    wide = bengal_2021.seats["TMC"]
    assert narrow.p95 - narrow.p05 < (wide.p95 - wide.p05) / 2


@pytest.mark.parametrize(
    ("base", "blocs", "raised", "said"),
    [
        ("WB-2031", (("TMC",),), UnknownNameError, "nearest"),
        ("WB-2021", (("TNC",),), UnknownNameError, "nearest"),
        ("WB-2021", (("LF",), ("CPIM",)), ScenarioError, "CPIM is named beside LF"),
    ],
)
def test_bad_input_is_one_line(
    bengal: Region,
    base: str,
    blocs: tuple[tuple[str, ...], ...],
    raised: type[Exception],
    said: str,
) -> None:
    with pytest.raises(raised, match=said) as caught:
        project(bengal, Scenario(base=base, blocs=blocs))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("numbers", [{"draws": -1}, {"seed": -1}])
def test_negative_numbers_are_refused(bengal: Region, numbers: dict[str, int]) -> None:
    with pytest.raises(ScenarioError, match="can't be negative"):
        project(bengal, Scenario(base="WB-2021", blocs=THREE), **numbers)  # type: ignore[arg-type]


def test_the_smallest_coalitions_are_of_hung_houses(bengal_2021: Projection) -> None:
    blocs = {bloc.parties for bloc in bengal_2021.blocs}
    assert bengal_2021.hung > 0
    first = bengal_2021.coalitions[0]
    assert set(first.blocs) <= blocs
    assert len(first.blocs) > 1
    assert all(0 < each.frequency <= 1 for each in bengal_2021.coalitions)
    written = bengal_2021.to_json()["coalitions"][0]
    assert written == {
        "blocs": [list(bloc) for bloc in first.blocs],
        "frequency": round(first.frequency, 4),
    }


def test_who_supports_from_outside_counts_for_the_majority_alone(bengal: Region) -> None:
    blocs = (("TMC",), ("BJP",), ("LF",))
    plain = Scenario(base="WB-2021", blocs=blocs)
    backed = replace(plain, support=(("LF", "BJP"),))
    apart, helped = (project(bengal, each, draws=2000, seed=3) for each in (plain, backed))
    assert apart.seats == helped.seats
    bjp, bjp_helped = apart.blocs[1], helped.blocs[1]
    assert bjp.seats == bjp_helped.seats
    assert bjp_helped.majority > bjp.majority
    assert helped.hung == pytest.approx(apart.hung - (bjp_helped.majority - bjp.majority))


def test_draws_come_out_as_tables(bengal_2021: Projection) -> None:
    frame = bengal_2021.to_pandas()
    assert frame.shape == (2000, len(bengal_2021.seats))
    assert frame["TMC"].mean() == pytest.approx(bengal_2021.seats["TMC"].mean)
    table = bengal_2021.to_polars()
    assert table["TMC"].to_list() == frame["TMC"].to_list()
    assert table["draw"].to_list() == frame.index.to_list()
    assert (frame.sum(axis=1) == 294).all()


def test_draws_come_out_as_arrays_with_names(bengal: Region, bengal_2021: Projection) -> None:
    assert "winner" not in bengal_2021.to_xarray()
    kept = project(bengal, bengal_2021.scenario, draws=2000, seed=7, keep_winners=True)
    assert kept == bengal_2021
    arrays = kept.to_xarray()
    assert arrays["seats"].dims == ("draw", "party")
    assert arrays["chance"].sel(seat=1, contender="TMC") == kept.constituencies[0].chances["TMC"]
    won = (arrays["winner"] == list(kept.seats).index("TMC")).sum("seat")
    assert (won == arrays["seats"].sel(party="TMC")).all()


def test_without_draws_there_is_one_row(bengal: Region) -> None:
    found = project(bengal, own_structure(bengal, "WB-2021"), draws=0, keep_winners=True)
    assert found.draws_by_party.shape[0] == 1
    assert found.winners.shape == (1, 294)


names = st.sampled_from(["A", "B", "C", "F1", "F2", "IND", "IND2", "OTH", "NOTA"])
seats = st.lists(
    st.dictionaries(names, st.integers(0, 50), min_size=1).filter(
        lambda seat: set(seat) - {"OTH", "NOTA"}
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60)
@given(
    seats=seats,
    blocs=st.sampled_from([(("A", "B"),), (("A", "F"), ("C",)), (("A", "B", "C", "F"),)]),
    draws=st.sampled_from([0, 20]),
)
def test_no_returns_bring_forth_nonsense(
    seats: list[dict[str, int]], blocs: tuple[tuple[str, ...], ...], draws: int
) -> None:
    land = tiny(seats)
    projection = project(land, Scenario(base="T-2020", blocs=blocs), draws=draws, errors=SIZES)
    text = json.dumps(projection.to_json(), allow_nan=False)
    assert "NaN" not in text
    assert sum(spread.mean for spread in projection.seats.values()) == pytest.approx(len(seats))
    assert sum(projection.no_error.values()) == len(seats)
    for seat in projection.constituencies:
        assert sum(seat.chances.values()) == pytest.approx(1)
        assert seat.chances[seat.leader] == max(seat.chances.values())
    assert all(math.isfinite(share) and share >= 0 for share in projection.shares.values())
    for bloc in projection.blocs:
        together = sum(projection.seats[party].mean for party in bloc.parties)
        assert bloc.seats.mean == pytest.approx(together)


@settings(max_examples=40, deadline=None)
@given(
    seats=st.lists(
        st.dictionaries(st.sampled_from("ABCD"), st.sampled_from([0, 0, 1, 7, 400]), min_size=1),
        min_size=1,
        max_size=5,
    ),
    blocs=st.sampled_from([(("A",), ("B",)), (("A", "B"),), (("A", "C"), ("B", "D"))]),
)
def test_houses_with_hardly_a_vote_are_projected(
    seats: list[dict[str, int]], blocs: tuple[tuple[str, ...], ...]
) -> None:
    """Seats, parties and whole houses without a vote, under every kind of error."""
    found = project(
        tiny(seats),
        Scenario(base="T-2020", blocs=blocs),
        draws=200,
        errors=ErrorSizes(
            state=0.1, district=0.05, seat=0.06, tails=5.0, middle=1.5, lean=0.02,
            pull=Pull(own=0.5, district=0.2, earlier=0.1),
        ),
    )  # fmt: skip
    assert (found.draws_by_party.sum(axis=1) == len(seats)).all()
    assert json.loads(json.dumps(found.to_json(), allow_nan=False)) == found.to_json()
