"""The bundled pack of a second land: Malaysia's general elections, coalition by coalition."""

import filecmp
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tieup.regions import Region, bundled, load_region
from tieup.regions.pack import region_of_election

#: Seats by coalition, or party outside one, as the returns' own documentation has them.
SEATS = {
    "GE-12": "BN 140, PR 82",
    "GE-13": "BN 133, PR 89",
    "GE-14": "PH 113, BN 79, GS 18, WARISAN 8, IND 3, USA 1",
    "GE-15": "PH 82, PN 74, BN 30, GPS 23, GRS 6, WARISAN 3, IND 2, KDM 1, PBM 1",
}
#: Percent of the valid votes, from the same place.
SHARES = {
    "GE-12": {"BN": 51.38, "PR": 47.43},
    "GE-13": {"PR": 50.88, "BN": 47.38},
    "GE-14": {"PH": 45.68, "BN": 33.78, "GS": 16.89, "WARISAN": 2.32},
    "GE-15": {"PH": 37.99, "PN": 30.23, "BN": 22.16, "GPS": 4.24},
}
ELECTORS = {"GE-12": 10_922_140, "GE-13": 13_268_002, "GE-14": 14_940_624, "GE-15": 21_173_638}
#: Sabah's seats, with Labuan.
SABAH = frozenset(range(166, 192))


@pytest.fixture(scope="module")
def malaysia() -> Region:
    """The bundled pack."""
    return load_region("malaysia")


def by_coalition(region: Region, election: str, counts: dict[str, int]) -> Counter[str]:
    """A count by party as one by coalition."""
    day = region.elections[election].counted
    found: Counter[str] = Counter()
    for party, count in counts.items():
        found[region.front_of(party, day) or party] += count
    return found


@pytest.mark.parametrize("election", SEATS)
def test_seats_by_coalition_are_the_official_ones(malaysia: Region, election: str) -> None:
    pairs = (entry.split() for entry in SEATS[election].split(", "))
    declared = {coalition: int(count) for coalition, count in pairs}
    returns = malaysia.returns(election)
    assert by_coalition(malaysia, election, returns.seats_won) == declared
    assert len(returns.winners) == 222


@pytest.mark.parametrize("election", SHARES)
def test_shares_and_electors_are_the_official_ones(malaysia: Region, election: str) -> None:
    returns = malaysia.returns(election)
    votes: Counter[str] = Counter()
    for row in returns.rows:
        votes[row.party] += row.votes
    joint = by_coalition(malaysia, election, votes)
    for coalition, share in SHARES[election].items():
        assert round(100 * joint[coalition] / votes.total(), 2) == share
    assert sum(returns.electors.values()) == ELECTORS[election]


def test_the_land(malaysia: Region) -> None:
    assert list(malaysia.constituencies) == list(range(1, 223))
    assert malaysia.majority_mark == 112
    assert len(malaysia.districts) == 16
    assert {no for no, c in malaysia.constituencies.items() if c.district == "Sabah"} | {
        166
    } == SABAH
    assert malaysia.constituencies[166].district == "Labuan"
    assert not malaysia.has_map


def test_no_poll_where_nobody_stood_against(malaysia: Region) -> None:
    unopposed = malaysia.elections["GE-12"].unopposed
    assert len(unopposed) == 8
    returns = malaysia.returns("GE-12")
    for no in unopposed:
        (only,) = returns.by_constituency[no]
        assert only.votes == 0
        assert malaysia.front_of(only.party, date(2008, 3, 8)) == "BN"
        assert returns.electors[no] > 0
    for election in ("GE-13", "GE-14", "GE-15"):
        assert malaysia.elections[election].unopposed == frozenset()


def test_an_election_s_id_tells_the_land(malaysia: Region) -> None:
    assert region_of_election("GE-15") == "malaysia"
    assert {election.kind for election in malaysia.elections.values()} == {"general"}
    assert not any(election.by_segment for election in malaysia.elections.values())
    assert malaysia.elections["GE-15"].later == {17: date(2022, 12, 7)}


@pytest.mark.parametrize(
    ("front", "day", "members", "others"),
    [
        ("BN", date(2018, 5, 9), {"UMNO", "PBB", "SPDP", "UPKO", "GERAKAN"}, {"SAPP"}),
        ("BN", date(2018, 7, 1), {"UMNO", "MCA", "MIC"}, {"PBB", "SPDP", "UPKO", "GERAKAN"}),
        ("PR", date(2013, 5, 5), {"PKR", "DAP", "PAS", "PSM"}, {"AMANAH"}),
        ("PH", date(2018, 5, 9), {"PKR", "DAP", "AMANAH", "BERSATU"}, {"PAS", "UPKO", "MUDA"}),
        ("PH", date(2022, 11, 19), {"PKR", "DAP", "AMANAH", "UPKO", "MUDA"}, {"BERSATU"}),
        ("PN", date(2022, 11, 19), {"BERSATU", "PAS", "GERAKAN"}, {"UMNO"}),
        ("GS", date(2018, 5, 9), {"PAS", "IKATAN", "BERJASA"}, {"BERSATU"}),
        ("GPS", date(2022, 11, 19), {"PBB", "SUPP", "PRS", "SPDP"}, {"PSB"}),
        ("GRS", date(2022, 11, 19), {"PBS", "STAR-SBH", "SAPP", "GRS-DIRECT"}, {"UPKO"}),
    ],
)
def test_a_coalition_has_its_members_of_the_day(
    malaysia: Region, front: str, day: date, members: set[str], others: set[str]
) -> None:
    known = set(malaysia.parties_of(front, day))
    assert members <= known
    assert not others & known


@pytest.mark.parametrize("election", SEATS)
def test_nobody_is_in_two_coalitions(malaysia: Region, election: str) -> None:
    day = malaysia.elections[election].counted
    fronts = [party for party in malaysia.parties.values() if party.kind == "front"]
    members = Counter(member for front in fronts for member in front.members_on(day))
    assert {member for member, times in members.items() if times > 1} == set()


@pytest.mark.parametrize(
    ("election", "one", "other", "stood"),
    [("GE-14", "PH", "WARISAN", (10, 17)), ("GE-15", "BN", "GRS", (14, 13))],
)
def test_allies_left_each_other_the_seats_of_sabah(
    malaysia: Region, election: str, one: str, other: str, stood: tuple[int, int]
) -> None:
    """An alliance that no candidate list names shows in who stood where."""
    day = malaysia.elections[election].counted
    returns = malaysia.returns(election)
    seats = [returns.contested(malaysia.parties_of(name, day)) for name in (one, other)]
    assert tuple(len(found & SABAH) for found in seats) == stood
    assert len(seats[0] & seats[1]) == 1
    assert seats[1] <= SABAH
    (alliance,) = malaysia.elections[election].alliances
    assert alliance.parties == (one, other)


def test_one_code_of_two_parties_is_told_apart(malaysia: Region) -> None:
    stood = {
        party: [e for e in malaysia.elections if malaysia.returns(e).contested([party])]
        for party in ("STAR-SWK", "STAR-SBH", "SPDP", "GRS-DIRECT")
    }
    assert stood == {
        "STAR-SWK": ["GE-13", "GE-14"],
        "STAR-SBH": ["GE-14", "GE-15"],
        "SPDP": ["GE-12", "GE-13", "GE-14", "GE-15"],
        "GRS-DIRECT": ["GE-15"],
    }


def test_every_party_that_counts_is_in_the_pack(malaysia: Region) -> None:
    kept = {*malaysia.parties, "IND"}
    for election in SEATS:
        returns = malaysia.returns(election)
        assert returns.seats_won.keys() <= kept
        assert {party for party, share in returns.shares.items() if share >= 0.05} <= kept


@pytest.mark.shared
def test_the_tables_are_made_from_the_source(shared: Path, tmp_path: Path) -> None:
    tool = Path(__file__).parents[2] / "tools" / "malaysia_pack.py"
    source = shared / "elections" / "malaysia"
    made = [sys.executable, str(tool), str(source), str(tmp_path)]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    tables = ["constituencies.csv", "turnout.csv", "returns.parquet"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(tables)
    pack = bundled()["malaysia"]
    assert filecmp.cmpfiles(pack, tmp_path, tables, shallow=False)[0] == tables
