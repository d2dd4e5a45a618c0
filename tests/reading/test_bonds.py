"""Bonds: how parties stand to each other on a day."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.reading.bonds import Bond, Bonds, bonds_of
from tieup.regions import load_region

BIHAR = load_region("bihar")
OCTOBER = date(2025, 10, 1)
PARTIES = ["BJP", "JDU", "LJPRV", "HAM", "RJD", "INC", "AIMIM", "NDA", "JSP"]


@pytest.mark.parametrize(
    ("one", "other", "day", "bond"),
    [
        ("LJPRV", "HAM", OCTOBER, Bond.PARTNERS),
        ("NDA", "HAM", OCTOBER, Bond.PARTNERS),
        ("JDU", "RJD", date(2023, 6, 1), Bond.PARTNERS),
        ("JDU", "RJD", date(2024, 6, 1), Bond.FORMER),
        ("LJPRV", "BJP", date(2023, 1, 1), Bond.STRANGERS),
        ("BJP", "RJD", OCTOBER, Bond.RIVALS),
        ("AIMIM", "JSP", OCTOBER, Bond.STRANGERS),
    ],
)
def test_two_parties(one: str, other: str, day: date, bond: Bond) -> None:
    assert Bonds(BIHAR, day).between(one, other) is bond


@pytest.mark.parametrize(
    ("parties", "hub", "bond"),
    [
        (("BJP", "JDU", "HAM"), None, Bond.PARTNERS),
        (("BJP", "JDU", "RJD"), None, Bond.SOME),
        (("RJD", "BJP", "JSP"), "RJD", Bond.MIXED),
        (("RJD", "BJP", "LJPRV"), "RJD", Bond.RIVALS),
        (("RJD", "BJP", "LJPRV"), None, Bond.SOME),
        (("RJD",), None, None),
        ((), None, None),
    ],
)
def test_several_parties(parties: tuple[str, ...], hub: str | None, bond: Bond | None) -> None:
    assert Bonds(BIHAR, OCTOBER).among(parties, hub) is bond


@given(st.lists(st.sampled_from(PARTIES), min_size=2, max_size=4, unique=True), st.dates())
def test_the_order_of_the_parties_tells_nothing(parties: list[str], day: date) -> None:
    bonds = Bonds(BIHAR, day)
    assert len({bonds.among(order) for order in permutations(parties)}) == 1


@given(st.sampled_from(PARTIES), st.sampled_from(PARTIES), st.dates(date(2019, 1, 1)))
def test_bonds_kept_for_an_era_are_those_of_each_of_its_days(
    one: str, other: str, day: date
) -> None:
    assert bonds_of(BIHAR, day).between(one, other) is Bonds(BIHAR, day).between(one, other)


def test_they_are_made_once_for_all_days_on_which_nobody_moves() -> None:
    assert bonds_of(BIHAR, OCTOBER) is bonds_of(BIHAR, date(2025, 10, 2))
