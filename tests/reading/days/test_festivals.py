"""Festivals: the names kept beside the holidays package are the package's own."""

from importlib import resources

import pytest
import tomli

from tieup.reading.days.festivals import calendar, festivals_of

LISTED = tomli.loads(
    resources.files("tieup.reading.days").joinpath("festivals.toml").read_text(encoding="utf-8")
)


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
