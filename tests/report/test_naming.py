"""Names: what a reader knows parties and elections by, never as ids."""

from datetime import date

import pytest

from tieup.regions import Region
from tieup.report.naming import Names


@pytest.fixture(scope="module")
def names(bengal: Region) -> Names:
    """The names of West Bengal in March 2026."""
    return Names(bengal, date(2026, 3, 16))


def test_a_voice_without_a_name_is_told_by_its_party(names: Names) -> None:
    assert names.party("unnamed:LF") == "Unnamed, Left Front"


@pytest.mark.parametrize(
    ("election", "told"),
    [
        ("WB-2021", "the 2021 assembly election"),
        ("WB-BY-2025", "the by-elections of 2025"),
        ("MH-LOCAL-2023", "the local elections of 2023"),
        ("nobody's", "nobody's"),
    ],
)
def test_elections_are_told_in_words_whether_a_pack_lists_them_or_not(
    names: Names, election: str, told: str
) -> None:
    assert names.election(election) == told


def test_figures_name_elections_that_no_pack_lists(names: Names) -> None:
    assert names.figures("no returns of WB-BY-2025") == "no returns of the by-elections of 2025"
