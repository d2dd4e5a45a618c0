"""The choice of a region: what is given counts for everything; else articles and elections tell."""

from collections.abc import Mapping
from datetime import date

import pytest

from tieup.articles import Article
from tieup.regions import Region, RegionChoice


def news(text: str) -> Article:
    """An article of a day on which nothing depends."""
    return Article(id="a", published=date(2025, 10, 1), text=text)


def test_a_region_given_is_the_region_of_everything(bengal: Region) -> None:
    choice = RegionChoice(bengal)
    assert choice.of_article(news("Patna, the capital of Bihar, is quiet.")) is bengal
    assert choice.of_election("BR-2025") is bengal
    assert choice.of_most(["BR-2025"], lambda _: 1) is bengal
    assert choice.of_most([], lambda _: 1) is bengal


def test_an_article_tells_its_region_or_has_the_default() -> None:
    choice = RegionChoice()
    assert choice.of_article(news("Patna, the capital of Bihar, is quiet.")).id == "bihar"
    assert choice.of_article(news("Nobody is named here.")).id == "west-bengal"


@pytest.mark.parametrize(
    ("election", "region"),
    [
        ("TN-2026", "tamil-nadu"),
        (" ls-2024-br ", "bihar"),
        ("WB-2021", "west-bengal"),
        ("WB-BY-2024", "west-bengal"),
        ("UP-BY-2025", "uttar-pradesh"),
    ],
)
def test_an_election_tells_its_region(election: str, region: str) -> None:
    found = RegionChoice().of_election(election)
    assert found is not None
    assert found.id == region


@pytest.mark.parametrize("election", [None, "", "TN", "TN-1826", "XX-BY-2025"])
def test_an_election_of_nobody_tells_none(election: str | None) -> None:
    assert RegionChoice().of_election(election) is None


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ({}, "west-bengal"),
        ({"XX-2020": 9}, "west-bengal"),
        ({"BR-2025": 1}, "bihar"),
        ({"BR-2025": 3, "WB-2026": 2}, "bihar"),
        ({"BR-2025": 3, "WB-2026": 2, "LS-2024-WB": 2}, "west-bengal"),
        ({"BR-2025": 3, "WB-2026": 3}, "west-bengal"),
    ],
)
def test_most_is_said_of_one_region(said: Mapping[str, int], region: str) -> None:
    assert RegionChoice().of_most(said, said.__getitem__).id == region


def test_nothing_is_counted_where_there_is_nothing_to_choose() -> None:
    def uncounted(election: str) -> int:
        raise AssertionError(election)

    assert RegionChoice().of_most(["BR-2020", "BR-2025"], uncounted).id == "bihar"
