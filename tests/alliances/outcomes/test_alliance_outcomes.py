"""How relations ended: agreements on record, and who stood against whom."""

from dataclasses import replace

import pytest
from polls import with_poll
from statements import ledger

from tieup.alliances.outcomes.outcomes import Ending, outcome, outcomes
from tieup.regions import Region


@pytest.mark.parametrize(
    ("met", "ending"),
    [
        (0, Ending.TOGETHER),
        (2, Ending.TOGETHER),  # a tenth of 20, exactly
        (3, Ending.FRIENDLY),
        (10, Ending.FRIENDLY),  # a half, exactly
        (11, Ending.APART),
        (20, Ending.APART),
    ],
)
def test_partners_meet_in_few_of_the_smaller_ones_seats(
    bengal: Region, met: int, ending: Ending
) -> None:
    stood = {"INC": range(1, 21), "TMC": range(21 - met, 201)}
    region = with_poll(bengal, stood, allied=[("INC", "TMC")])
    found = outcome("TMC", "INC", region, "WB-2026")
    assert (found.ending, found.met, found.smaller) == (ending, met, 20)
    assert found.parties == ("INC", "TMC")


def test_without_an_agreement_keeping_out_of_each_others_way_is_no_alliance(bengal: Region) -> None:
    region = with_poll(bengal, {"AIMIM": range(1, 11), "ISF": range(11, 31)})
    assert outcome("AIMIM", "ISF", region, "WB-2026").ending is Ending.APART
    assert outcome("AIMIM", "ISF", region, "WB-2026", agreed=True).ending is Ending.TOGETHER


def test_an_agreement_on_the_board_counts_only_by_polling_day(bengal: Region) -> None:
    region = with_poll(bengal, {"AIMIM": range(1, 11), "ISF": range(11, 31)})
    in_time = ledger("2026-04-20 report agrees AIMIM+ISF")
    too_late = ledger("2026-01-01 report talks AIMIM+ISF; 2026-04-24 report agrees AIMIM+ISF")
    pair = ("AIMIM", "ISF")
    assert outcomes(in_time, region, "WB-2026")[pair].allied is True
    assert outcomes(too_late, region, "WB-2026")[pair].allied is False


def test_a_front_counts_whole_and_its_leader_is_the_front(bengal: Region) -> None:
    stood = {"CPIM": range(1, 51), "RSP": range(51, 61), "INC": range(56, 81)}
    region = with_poll(bengal, stood, allied=[("LF", "INC")])
    front, leader = (outcome(p, "INC", region, "WB-2026") for p in ("LF", "CPIM"))
    assert front == leader
    assert (front.met, front.smaller) == (5, 25)
    member = outcome("RSP", "INC", region, "WB-2026")
    assert (member.agreed, member.met, member.smaller) == (True, 5, 10)


def test_it_is_unknown_where_one_stood_nowhere_or_is_part_of_the_other(bengal: Region) -> None:
    region = with_poll(bengal, {"CPIM": [1], "RSP": [2], "TMC": [1, 2]}, allied=[("TMC", "RJD")])
    for one, two in (("TMC", "RJD"), ("LF", "RSP"), ("CPIM", "LF")):
        found = outcome(one, two, region, "WB-2026")
        assert found.ending is Ending.UNKNOWN
        assert found.allied is None
    assert outcome("TMC", "INC", bengal, "WB-2031").ending is Ending.UNKNOWN


@pytest.mark.parametrize(
    ("election", "pair", "ending", "met", "smaller"),
    [
        ("WB-2011", ("INC", "TMC"), Ending.TOGETHER, 0, 66),
        ("WB-2016", ("INC", "LF"), Ending.FRIENDLY, 17, 92),
        ("WB-2016", ("LF", "TMC"), Ending.APART, 206, 206),
        ("LS-2019-WB", ("INC", "LF"), Ending.APART, 39, 40),
        ("WB-2021", ("INC", "LF"), Ending.TOGETHER, 4, 92),
        ("WB-2021", ("ISF", "LF"), Ending.TOGETHER, 2, 32),
        ("WB-2021", ("INC", "ISF"), Ending.FRIENDLY, 5, 32),
        ("LS-2024-WB", ("INC", "LF"), Ending.FRIENDLY, 2, 13),
        ("WB-2026", ("ISF", "LF"), Ending.FRIENDLY, 5, 30),
        ("WB-2026", ("INC", "LF"), Ending.APART, 255, 256),
    ],
)
def test_west_bengals_alliances(
    bengal: Region, election: str, pair: tuple[str, str], ending: Ending, met: int, smaller: int
) -> None:
    found = outcome(*pair, bengal, election)
    assert (found.ending, found.met, found.smaller) == (ending, met, smaller)


def test_what_is_on_record_needs_no_statement(bengal: Region) -> None:
    found = outcomes([], bengal, "WB-2021")
    assert set(found) == {("INC", "ISF"), ("INC", "LF"), ("ISF", "LF")}
    assert all(ending.allied for ending in found.values())
    assert outcomes([], bengal, "WB-1951") == {}


def test_no_returns_no_outcome(bengal: Region) -> None:
    named = replace(bengal.elections["WB-2021"], has_returns=False)
    region = replace(bengal, elections={**bengal.elections, "WB-2021": named})
    assert outcome("INC", "LF", region, "WB-2021").ending is Ending.UNKNOWN
