"""Chances of ending allied: from cases that were known by then, and from nothing else."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from chronicles import chronicle
from hypothesis import given, settings
from hypothesis import strategies as st
from polls import with_poll
from statements import ledger

from tieup.alliances import board
from tieup.alliances.outcomes.chances import GROUPS, WEIGHT, cases, chances, chances_of
from tieup.alliances.outcomes.rates import Rate
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status

POLLED = date(2021, 3, 27)
AFTER = date(2026, 2, 1)


@pytest.fixture
def told(bengal: Region) -> tuple[Region, list[Statement]]:
    """An election of four relations: two agreed, of which one held; one refused, one courting."""
    stood = {"INC": range(1, 51), "TMC": range(51, 201), "BJP": range(1, 201), "ISF": [1, 60]}
    region = with_poll(bengal, stood, election="WB-2021", polled=POLLED, counted=date(2021, 5, 2))
    said = """
        2021-01-10 report agrees INC+TMC
        2021-01-10 report agrees BJP+TMC
        2021-01-10 INC refuses BJP+INC
        2021-01-10 ISF wants BJP+ISF
    """
    return region, [replace(s, election="WB-2021") for s in ledger(said)]


def test_statuses_are_counted_in_groups_that_lean_on_all(
    told: tuple[Region, list[Statement]],
) -> None:
    region, statements = told
    found = cases(statements, region, before=AFTER)
    assert {c.outcome.parties: c.allied for c in found} == {
        ("BJP", "INC"): False, ("BJP", "ISF"): False, ("BJP", "TMC"): False, ("INC", "TMC"): True,
    }  # fmt: skip
    by_status = chances_of(found)
    base = (1 + 0.5) / (4 + 1)
    assert by_status[Status.AGREED].rate == Rate.of(1, 2, prior=base, weight=WEIGHT)
    assert by_status[Status.AGREED].rate.mean == pytest.approx((WEIGHT * base + 1) / (WEIGHT + 2))
    assert by_status[Status.ENDED].rate.mean == pytest.approx(WEIGHT * base / (WEIGHT + 1))
    assert by_status[Status.DISPUTED] == by_status[Status.COURTING]
    assert by_status[Status.AGREED].elections == ("WB-2021",)


def test_a_relation_is_one_case_however_often_it_is_told(
    told: tuple[Region, list[Statement]],
) -> None:
    region, statements = told
    again = [
        replace(s, published=day, said_on=day, content_id=f"a_{day}")
        for s in statements
        for day in (date(2021, 2, 1), date(2021, 3, 1))
    ]
    once, often = (
        chances_of(cases(s, region, before=AFTER)) for s in (statements, [*statements, *again])
    )
    assert once == often


def test_what_held_for_a_day_between_horizons_is_no_case(
    told: tuple[Region, list[Statement]],
) -> None:
    region, statements = told
    refused = POLLED - timedelta(days=20)
    said = [
        ("INC refuses INC+TMC", refused),
        ("report agrees INC+TMC", refused + timedelta(days=1)),
    ]
    brief = [replace(s, election="WB-2021") for line, day in said for s in ledger(f"{day} {line}")]
    found = chances_of(cases([*statements, *brief], region, before=AFTER))
    assert found[Status.REFUSED].rate.hits == 0
    longer = [*statements, *brief[:1]]
    assert chances_of(cases(longer, region, before=AFTER))[Status.REFUSED].rate.cases == 2


def test_a_group_without_a_case_has_no_chance(told: tuple[Region, list[Statement]]) -> None:
    region, statements = told
    found = chances_of(cases([s for s in statements if s.act != "agrees"], region, before=AFTER))
    assert Status.AGREED not in found
    assert Status.REFUSED in found


def test_no_hindsight(told: tuple[Region, list[Statement]]) -> None:
    """Nothing of the election asked about, and nothing that was not counted by that day."""
    region, statements = told
    for day in (date(2021, 2, 1), date(2021, 5, 2)):
        asked = board(statements, region, on=day, election="WB-2021")
        assert asked.entries
        assert chances(asked, region, statements) == {}
    counted = board(statements, region, on=date(2021, 6, 1), election="WB-2021")
    assert chances(counted, region, statements) == {}
    assert cases(statements, region, before=date(2021, 5, 2)) == ()
    assert len(cases(statements, region, before=date(2021, 5, 3))) == 4
    assert cases(statements, region, before=AFTER, but="WB-2021") == ()


def test_members_of_a_front_are_counted_with_it(bengal: Region) -> None:
    stood = {"CPIM": range(1, 101), "RSP": range(101, 111), "INC": range(111, 151)}
    region = with_poll(
        bengal,
        stood,
        election="WB-2021",
        polled=POLLED,
        counted=date(2021, 5, 2),
        allied=[("LF", "INC")],
    )
    said = "2021-01-10 report agrees CPIM+INC; 2021-01-10 INC refuses INC+RSP"
    statements = [replace(s, election="WB-2021") for s in ledger(said)]
    found = cases(statements, region, before=AFTER)
    assert [case.outcome.parties for case in found] == [("INC", "LF")]


def test_the_chronicle(bengal: Region) -> None:
    """Agreed is likelier than open, open than refused; each with its count and interval."""
    asked = board(chronicle(), bengal, on=date(2026, 4, 22), election="WB-2026")
    found = chances(asked, bengal, chronicle())
    assert set(found) == {entry.parties for entry in asked.entries}
    agreed, talking, refused = (
        found[pair].rate for pair in (("ISF", "LF"), ("CPIML", "LF"), ("INC", "TMC"))
    )
    assert agreed.p05 > refused.mean
    assert agreed.mean > talking.mean > refused.mean
    assert min(agreed.cases, talking.cases, refused.cases) >= 4  # four had agreed, and all kept it
    assert agreed.hits == agreed.cases
    for chance in found.values():
        assert chance.elections == ("WB-2016", "LS-2019-WB", "WB-2021", "LS-2024-WB")
        assert chance.to_json().keys() == {"mean", "p05", "p95", "cases"}
        assert chance.rate.p05 <= chance.rate.mean <= chance.rate.p95


def test_each_status_is_in_one_group() -> None:
    assert sorted(status for group in GROUPS for status in group) == sorted(Status)


@settings(max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 400),
            st.sampled_from(["report", "INC", "TMC", "ISF"]),
            st.sampled_from(["agrees", "refuses", "talks", "claims", "denies"]),
            st.sampled_from(["INC+TMC", "INC+LF", "ISF+LF", "BJP+ISF"]),
            st.sampled_from(["WB-2016", "WB-2021", "LS-2024-WB", "WB-2026"]),
        ),
        max_size=6,
    ),
    st.integers(0, 1000),
)
def test_what_is_published_later_changes_nothing(
    bengal: Region,
    later: list[tuple[int, str, str, str, str]],
    seed: int,
) -> None:
    day = date(2026, 3, 20)
    added = [
        replace(s, election=election)
        for days, speaker, act, pair, election in later
        for s in ledger(f"{day + timedelta(days=days)} {speaker} {act} {pair}")
    ]
    asked = board(chronicle(), bengal, on=day, election="WB-2026")
    mixed = [*chronicle(), *added]
    Random(seed).shuffle(mixed)
    again = board(mixed, bengal, on=day, election="WB-2026")
    assert chances(again, bengal, mixed) == chances(asked, bengal, chronicle())
