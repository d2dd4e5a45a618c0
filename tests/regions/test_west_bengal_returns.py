"""The bundled returns: they say what the Election Commission declared, candidate by candidate."""

import csv
import gzip
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from tieup.regions import Candidacy, Region

#: Seats by party as declared; written here by hand, apart from the pack's own tally.
DECLARED = {
    "LS-2009-WB": "TMC 19, CPIM 9, INC 6, AIFB 2, RSP 2, CPI 2, BJP 1, IND 1",
    "WB-2011": (
        "TMC 184, INC 42, CPIM 40, AIFB 11, RSP 7, GJM-G 3, IND 2, CPI 2, SP 1, SUCI 1, DSP(P) 1"
    ),
    "LS-2014-WB": "TMC 34, INC 4, BJP 2, CPIM 2",
    "WB-2016": "TMC 211, INC 44, CPIM 26, BJP 3, GJM-G 3, RSP 3, AIFB 2, IND 1, CPI 1",
    "LS-2019-WB": "TMC 22, BJP 18, INC 2",
    "WB-2021": "TMC 215, BJP 77, ISF 1, IND 1",
    "LS-2024-WB": "TMC 29, BJP 12, INC 1",
    "WB-2026": "BJP 208, TMC 80, INC 2, JUP 2, CPIM 1, ISF 1",
}
#: Percent of the valid votes, without NOTA.
SHARES = {
    "LS-2009-WB": {"CPIM": 33.09, "TMC": 31.19, "INC": 13.46, "BJP": 6.15},
    "WB-2011": {"TMC": 38.93, "CPIM": 30.08, "INC": 9.09, "BJP": 4.05},
    "LS-2014-WB": {"TMC": 39.79, "CPIM": 22.95, "BJP": 17.03, "INC": 9.69},
    "WB-2016": {"TMC": 45.60, "CPIM": 20.05, "INC": 12.44, "BJP": 10.31},
    "LS-2019-WB": {"TMC": 43.73, "BJP": 40.60, "CPIM": 6.34, "INC": 5.67},
    "WB-2021": {"TMC": 48.55, "BJP": 38.39, "CPIM": 4.77, "INC": 3.06, "ISF": 1.36},
    "LS-2024-WB": {"TMC": 46.16, "BJP": 39.07, "CPIM": 5.72, "INC": 4.72, "ISF": 1.09},
    "WB-2026": {"BJP": 46.28, "TMC": 41.00, "CPIM": 4.54, "INC": 3.00, "ISF": 1.53},
}
#: Assembly segments in which a party led in a Lok Sabha election.
LEADS = {
    "LS-2009-WB": "TMC 136, CPIM 71, INC 49, RSP 10, CPI 10, AIFB 8, BJP 5, IND 5",
    "LS-2014-WB": "TMC 214, INC 28, BJP 24, CPIM 22, RSP 3, CPI 2, AIFB 1",
    "LS-2019-WB": "TMC 164, BJP 121, INC 9",
    "LS-2024-WB": "TMC 192, BJP 90, INC 11, CPIM 1",
}
#: In how many seats each stood, and in which two of them did.
STOOD = {
    "LS-2009-WB": ({"TMC": 27, "INC": 14}, {}),
    "WB-2011": ({"TMC": 226, "INC": 66}, {}),
    "WB-2016": (
        {"LF": 206, "INC": 92},
        {("LF", "INC"): {11, 12, 46, 47, 57, 58, 59, 60, 64, 67, 69, 73, 74, 75, 88, 291, 292}},
    ),
    "WB-2021": (
        {"LF": 181, "INC": 92, "ISF": 32},
        {
            ("LF", "INC"): {46, 56, 240, 241},
            ("LF", "ISF"): {82, 120},
            ("INC", "ISF"): {52, 53, 55, 63, 64},
        },
    ),
    "LS-2024-WB": ({"LF": 31, "INC": 13}, {("LF", "INC"): {1, 35}}),
    "WB-2026": ({"LF": 256, "ISF": 30}, {("LF", "ISF"): {118, 128, 202, 210, 294}}),
}
ELECTIONS = list(DECLARED)


def counts(told: str) -> dict[str, int]:
    """'TMC 19, CPIM 9' as numbers by party."""
    pairs = (entry.rsplit(" ", 1) for entry in told.split(", "))
    return {party: int(count) for party, count in pairs}


def stood(region: Region, election: str, party: str) -> frozenset[int]:
    """Where the party, or any member of the front, stood on the first day of polling."""
    day = region.elections[election].polled_from
    assert day is not None
    return region.returns(election).contested(region.parties_of(party, day))


def test_a_candidate_in_capitals_is_written_as_names_are() -> None:
    written = {"ADHIR RANJAN CHOWDHURY": "Adhir Ranjan Chowdhury", "Md Salim": "Md Salim"}
    for given, name in written.items():
        assert Candidacy(no=1, party="INC", candidate=given, votes=1).name == name


@pytest.mark.parametrize("election", ELECTIONS)
def test_seats_are_the_declared_ones(bengal: Region, election: str) -> None:
    won = bengal.returns(election).seats_won
    assert won == counts(DECLARED[election])
    assert sum(won.values()) == (42 if election.startswith("LS") else 294)


@pytest.mark.parametrize("election", ELECTIONS)
def test_shares_are_the_declared_ones(bengal: Region, election: str) -> None:
    shares = bengal.returns(election).shares
    assert {party: round(shares[party], 2) for party in SHARES[election]} == SHARES[election]
    assert sum(shares.values()) == pytest.approx(100)
    assert "NOTA" not in shares


@pytest.mark.parametrize("election", LEADS)
def test_segments_are_led_as_counted(bengal: Region, election: str) -> None:
    segments = bengal.returns(election).by_constituency
    leads = Counter(
        next(row.party for row in rows if row.party != "NOTA") for rows in segments.values()
    )
    assert leads == counts(LEADS[election])


@pytest.mark.parametrize("election", ELECTIONS)
def test_no_constituency_is_missing(bengal: Region, election: str) -> None:
    returns = bengal.returns(election)
    assert returns.by_constituency.keys() == bengal.constituencies.keys()
    assert set(returns.by_seat) == (
        set(range(1, 43)) if election.startswith("LS") else set(range(1, 295))
    )


@pytest.mark.parametrize("election", [name for name in ELECTIONS if not name.startswith("LS")])
def test_nowhere_more_votes_than_electors(bengal: Region, election: str) -> None:
    returns = bengal.returns(election)
    assert returns.electors.keys() == bengal.constituencies.keys()
    cast = {no: sum(r.votes for r in rows) for no, rows in returns.by_constituency.items()}
    assert all(cast[no] <= electors for no, electors in returns.electors.items())


@pytest.mark.parametrize("election", STOOD)
def test_partners_stood_where_the_record_says(bengal: Region, election: str) -> None:
    numbers, overlaps = STOOD[election]
    where = {party: stood(bengal, election, party) for party in numbers}
    assert {party: len(seats) for party, seats in where.items()} == numbers
    found = {(a, b): where[a] & where[b] for a, b in combinations(where, 2)}
    assert {pair: seats for pair, seats in found.items() if seats} == overlaps


@pytest.mark.parametrize("election", STOOD)
def test_an_alliance_names_the_figures_of_its_source(bengal: Region, election: str) -> None:
    numbers, overlaps = STOOD[election]
    (alliance,) = bengal.elections[election].alliances
    assert set(alliance.parties) == set(numbers)
    for party, count in numbers.items():
        assert f"{party} {count}" in alliance.source
    both = sum(map(len, overlaps.values()))
    assert (f"{both} seats" if both else "no seat") in alliance.source


def test_the_three_of_2021_cover_every_seat(bengal: Region) -> None:
    covered = {no for party in ("LF", "INC", "ISF") for no in stood(bengal, "WB-2021", party)}
    assert covered == set(range(1, 295))


def test_who_stood_alone(bengal: Region) -> None:
    alone = [("LS-2024-WB", "ISF", 17), ("WB-2026", "INC", 293), ("WB-2026", "JUP", 143)]
    alone.append(("WB-2026", "AIMIM", 12))
    for election, party, count in alone:
        assert len(stood(bengal, election, party)) == count


def test_independents_are_each_their_own(bengal: Region) -> None:
    kalimpong = bengal.returns("WB-2021").by_constituency[22]
    independents = [row for row in kalimpong if row.party == "IND"]
    assert len(independents) == 5
    winner = bengal.returns("WB-2021").winners[22]
    assert (winner.candidate, winner.votes) == ("RUDEN SADA LEPCHA", 58_206)
    assert winner.votes < sum(row.votes for row in independents)


def test_summed_independents_would_win_seats_that_nobody_won(bengal: Region) -> None:
    wrong = {}
    for no, rows in bengal.returns("WB-2021").by_constituency.items():
        sums: dict[str, int] = defaultdict(int)
        for row in rows:
            sums[row.party] += row.votes
        most = max(sums, key=lambda party: sums[party])
        if most != bengal.returns("WB-2021").winners[no].party:
            wrong[no] = most
    assert wrong == {23: "IND", 24: "IND"}


def test_namesakes_among_independents_are_two_people(bengal: Region) -> None:
    rows = bengal.returns("WB-2026").by_constituency[3]
    assert [row.votes for row in rows if row.candidate == "SUKUMAR ROY"] == [895, 805]


def test_a_parliamentary_seat_sums_its_segments(bengal: Region) -> None:
    returns = bengal.returns("LS-2019-WB")
    segments = [no for no, parent in returns.parents.items() if parent == 8]
    assert len(segments) == 7
    winner = returns.winners[8]
    assert winner.party == "INC"
    assert winner.votes == sum(
        row.votes
        for no in segments
        for row in returns.by_constituency[no]
        if (row.party, row.candidate) == (winner.party, winner.candidate)
    )


def test_falta_holds_the_repoll(bengal: Region) -> None:
    falta = bengal.returns("WB-2026").by_constituency[144]
    assert bengal.constituencies[144].name == "Falta"
    assert bengal.elections["WB-2026"].later == {144: date(2026, 5, 24)}
    assert [(row.party, row.votes) for row in falta] == [
        ("BJP", 149_666),
        ("CPIM", 40_645),
        ("INC", 10_084),
        ("TMC", 7_783),
        ("IND", 983),
        ("NOTA", 784),
        ("IND", 247),
    ]


@pytest.mark.parametrize("no", [56, 58])
def test_the_two_late_polls_of_2021_are_in(bengal: Region, no: int) -> None:
    assert bengal.constituencies[no].name in {"Samserganj", "Jangipur"}
    assert bengal.returns("WB-2021").winners[no].party == "TMC"
    assert bengal.elections["WB-2021"].later[no] == date(2021, 10, 3)


def test_an_unitemised_rest_wins_nothing(bengal: Region) -> None:
    bishnupur = bengal.returns("WB-2011").by_constituency[146]
    assert {row.party: row.votes for row in bishnupur}["OTH"] == 11_116
    assert bengal.returns("WB-2011").winners[146].party == "TMC"


def test_bhangar_was_won_by_siddiqui(bengal: Region) -> None:
    for election in ("WB-2021", "WB-2026"):
        winner = bengal.returns(election).winners[148]
        assert winner.party == "ISF"
        assert "SIDDIQ" in winner.candidate.upper()


def test_every_party_that_counts_is_in_the_pack(bengal: Region) -> None:
    kept = {*bengal.parties, "IND", "OTH"}
    for election in ELECTIONS:
        returns = bengal.returns(election)
        assert returns.seats_won.keys() <= kept
        assert {party for party, share in returns.shares.items() if share >= 0.05} <= kept


def test_there_are_no_other_elections(bengal: Region) -> None:
    assert list(bengal.elections) == ELECTIONS
    assert bengal.elections["WB-2026"].counted == date(2026, 5, 4)


@pytest.mark.shared
def test_every_candidacy_of_the_source_is_in_the_pack(bengal: Region, shared: Path) -> None:
    source = shared / "elections" / "india" / "wb_results.csv.gz"
    with gzip.open(source, "rt", encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == 22_963
    ours: Counter[tuple[str, int, str, int]] = Counter()
    codes: defaultdict[tuple[str, int, str, int], set[str]] = defaultdict(set)
    for election in ELECTIONS:
        for row in bengal.returns(election).rows:
            key = (election, row.no, row.candidate, row.votes)
            ours[key] += 1
            codes[key].add(row.party)
    renamed: defaultdict[str, set[str]] = defaultdict(set)
    theirs: Counter[tuple[str, int, str, int]] = Counter()
    for line in lines:
        _, kind, year = line["election"].split("-")
        election = f"WB-{year}" if kind == "AE" else f"LS-{year}-WB"
        name = "None of the above" if line["party"] == "NOTA" else line["candidate"].strip()
        key = (election, int(line["ac_no"]), name, int(line["votes"]))
        theirs[key] += 1
        if len(codes[key]) == 1:
            renamed[line["party"]] |= codes[key]
    assert ours == theirs
    # A party of the source is one party of the pack, and the other way round.
    assert all(len(ids) == 1 for ids in renamed.values())
    assert len(set().union(*renamed.values())) == len(renamed)
    assert {code: next(iter(ids)) for code, ids in renamed.items() if ids != {code}} == {
        "AITC": "TMC",
        "CPI(M)": "CPIM",
        "CPI(ML)(L)": "CPIML",
        "CPI(ML)RS": "CPIMLRS",
        "AJUP": "JUP",
        "GOJAM": "GJM-G",
        "JD(U)": "JDU",
    }
