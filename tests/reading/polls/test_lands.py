"""What a text tells of other lands is of their elections; where no pack knows them, of none."""

from datetime import date
from itertools import pairwise

import pytest

from tieup.reading.polls.lands import Lands
from tieup.reading.polls.polls import Polls
from tieup.reading.text.spans import Span
from tieup.regions import Region

DAY = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Bihar they are allies.", ["BR-2025"]),
        ("In Tamil Nadu, too, they are allies.", ["TN-2026"]),
        ("In Kerala they are rivals.", []),
        ("In Bihar's towns they are rivals.", []),
        ("They are allies in West Bengal.", []),
    ],
)
def test_where_something_begins_that_is_told_of_another_land(
    text: str, expected: list[str], bengal: Region
) -> None:
    assert [e.id for _, e in Lands(text, bengal, DAY).told("assembly")] == expected


def test_only_what_is_told_there_is_of_that_land(bengal: Region) -> None:
    text = "They are allies here. In Tamil Nadu they are rivals. In Assam's 2021 polls they met."
    polls = Polls(text, bengal, DAY)
    starts = [0, text.index("In Tamil"), text.index("In Assam"), len(text)]
    clauses = [Span(a, b) for a, b in pairwise(starts)]
    assert [polls.of(c, c)[0].id for c in clauses] == ["WB-2026", "TN-2026", "AS-2021"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [("in Assam's ", "AS-2021"), ("the Assam ", "AS-2021"), ("in Assam in ", "AS-2021")],
)
def test_the_land_right_before_a_naming_is_its_own(
    before: str, expected: str, bengal: Region
) -> None:
    land = Lands(f"{before}2021 polls", bengal, DAY).own(len(before))
    assert land is not None
    found = land.election("assembly", 2021)
    assert found is not None
    assert found.id == expected


def test_a_land_without_a_pack_has_no_elections(bengal: Region) -> None:
    land = Lands("Kerala's polls", bengal, DAY).own(9)
    assert land is not None
    assert land.election("assembly", 2021) is None


def test_nobody_s_election_is_its_own(bengal: Region) -> None:
    assert Lands("the assembly polls", bengal, DAY).own(4) is None
