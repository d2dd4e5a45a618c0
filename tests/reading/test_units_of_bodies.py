"""Which unit of a party a body speaks for, in sentences of ours, and what the board makes of it."""

from dataclasses import replace
from datetime import date

import pytest

from tellings import statements
from tieup.alliances import board
from tieup.regions import Region
from tieup.statements import Statement
from tieup.vocabulary import Status


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("The Congress high command", "centre"),
        ("The AICC", "centre"),
        ("The top leadership of the Congress", "centre"),
        ("The Congress's central leadership", "centre"),
        ("The working committee of the Congress", "centre"),
        ("The state unit of the Congress", "state"),
        ("The Bengal unit of the Congress", "state"),
        ("The Congress's own state leadership", "state"),
        ("The Pradesh Congress", "state"),
        ("Bidhan Bhavan", "state"),
        ("The Malda district unit of the Congress", "district"),
        ("The Congress's Malda unit", "district"),
        ("The Malda leadership of the Congress", "district"),
        ("The Congress", None),
    ],
)
@pytest.mark.parametrize("said", ["rejected {}.", "said that it had ruled out {}."])
def test_a_body_speaks_for_its_unit(body: str, unit: str | None, said: str, bengal: Region) -> None:
    told = statements(f"{body} {said.format('an alliance with the Left Front')}", bengal)
    assert {s.unit for s in told} == {unit}


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("The CPI(M) central committee", "centre"),
        ("The politburo of the CPI(M)", "centre"),
        ("The CPI(M)'s state committee", "state"),
    ],
)
def test_every_party_has_bodies(body: str, unit: str, bengal: Region) -> None:
    told = statements(f"{body} rejected an alliance with the Congress.", bengal)
    assert {s.unit for s in told} == {unit}


def test_the_unit_of_another_body_is_not_the_speakers(bengal: Region) -> None:
    text = (
        "The Congress rejected an alliance with the Left Front, its state unit having asked for it."
    )
    assert "state" not in {s.unit for s in statements(text, bengal)}


def test_the_centres_word_stands_over_the_state_units(bengal: Region) -> None:
    both = "The Left Front wants an alliance with the Congress."
    yes = "The Congress high command is in favour of an alliance with the Left Front."
    no = "The state unit of the Congress rejected an alliance with the Left Front."
    told = [
        s
        for day, text in ((10, both), (11, yes), (12, no))
        for s in statements(text, bengal, date(2026, 1, day))
    ]
    assert {s.unit for s in told} == {None, "centre", "state"}
    whole = [replace(s, unit=None) for s in told]

    def status(heard: list[Statement]) -> Status:
        found = board(heard, bengal, on=date(2026, 1, 20), election="WB-2026")
        return found.entry("INC", "LF").finding.status

    assert (status(told), status(whole)) == (Status.COURTING, Status.REFUSED)
