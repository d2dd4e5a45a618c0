"""Festivals: the names kept beside the holidays package are the package's own."""

from datetime import date

import pytest

from tieup.reading.days.festivals import Festival, calendar, festivals_of
from tieup.reading.tables import table

LISTED = table("days/festivals.toml")


@pytest.mark.parametrize("country", LISTED["own"])
def test_the_names_listed_are_those_of_the_package(country: str) -> None:
    assert set(LISTED["own"][country]) == set(calendar(country, 2021))


@pytest.mark.parametrize("country", LISTED["press"])
def test_the_press_means_days_that_the_package_knows(country: str) -> None:
    known = {name for year in range(2015, 2031) for name in calendar(country, year)}
    meant = {day for days in LISTED["press"][country].values() for day in days}
    assert meant <= known


def test_a_country_that_is_not_listed_is_asked_of_the_package() -> None:
    found = festivals_of("malaysia")
    assert found is not None
    assert "malaysia" not in LISTED["own"]
    assert found.pattern.search("talks resume after Vesak Day")
    assert festivals_of("atlantis") is None


def test_a_name_found_with_odd_letters_is_no_festival() -> None:
    """Letters that only a search without regard to case takes for others: a long s, a dotted I."""
    found = festivals_of("india")
    assert found is not None
    for written in ("Chri\u017ftmas", "D\u0130wali"):
        assert found.pattern.search(written)
        assert found.of_year(written, 2025) is None
    christmas = date(2025, 12, 25)
    assert found.of_year("CHRISTMAS", 2025) == Festival(first=christmas, last=christmas)
