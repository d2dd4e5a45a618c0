"""Lineups: who acts as one, and in which bloc."""

import pytest
from tiny_region import tiny

from tieup.regions import Region, UnknownNameError
from tieup.scenarios import Scenario, ScenarioError
from tieup.seats import contest
from tieup.seats.staging.lineup import Lineup, lineup

SEATS = [{"A": 40, "B": 30, "F1": 20, "F2": 10, "IND": 5}]


def of(blocs: tuple[tuple[str, ...], ...], land: Region | None = None, **more: object) -> Lineup:
    land = land or tiny(SEATS)
    scenario = Scenario(base="T-2020", blocs=blocs, **more)  # type: ignore[arg-type]
    return lineup(land, scenario, contest(land, "T-2020").parties)


def test_a_front_acts_as_one() -> None:
    found = of((("A", "F"),))
    assert found.members["F"] == {"F1", "F2"}
    assert found.blocs == (("A", "F"), ("B",), ("IND",))
    assert found.named == 1


def test_a_member_named_by_itself_leaves_its_front() -> None:
    found = of((("A", "F1"), ("B",)))
    assert found.members["F1"] == {"F1"}
    assert found.members["F"] == {"F2"}


def test_a_party_that_did_not_stand_is_there_without_votes() -> None:
    found = of((("A",), ("D",)))
    assert found.members["D"] == frozenset()


def test_alliances_and_fronts_of_the_base_are_circles() -> None:
    found = of((("A", "F"), ("B",)), tiny(SEATS, allied=[("B", "F")]))
    assert found.allied_at_base("B", "F")
    assert not found.allied_at_base("A", "F")
    apart = of((("A", "F1"), ("B",)), tiny(SEATS, allied=[("B", "F")]))
    assert apart.allied_at_base("F1", "F")
    assert apart.allied_at_base("F1", "B")


@pytest.mark.parametrize(
    ("blocs", "more", "said"),
    [
        ((("F",), ("F1", "A")), {}, "F1 is named beside F"),
        ((("F", "F1"),), {}, "F1 is named beside F"),
        ((("A",),), {"swing": {"F1": 1.0}}, "F1 acts as part of F"),
        ((("A",), ("D",)), {"shares": {"D": 5.0}}, "D has no votes at T-2020"),
    ],
)
def test_a_lineup_that_can_not_be_is_refused(
    blocs: tuple[tuple[str, ...], ...], more: dict[str, object], said: str
) -> None:
    with pytest.raises(ScenarioError, match=said):
        of(blocs, **more)  # type: ignore[arg-type]


def test_an_umbrella_stands_for_its_members_of_the_day(bengal: Region) -> None:
    scenario = Scenario(base="WB-2021", blocs=(("SM-2021",), ("TMC",)))
    found = lineup(bengal, scenario, contest(bengal, "WB-2021").parties)
    assert found.blocs[0] == ("LF", "INC", "ISF")
    early = Scenario(base="WB-2011", blocs=(("SM-2021",), ("TMC",)))
    with pytest.raises(ScenarioError, match="SM-2021 had no members"):
        lineup(bengal, early, contest(bengal, "WB-2011").parties)


def test_unknown_names_are_answered(bengal: Region) -> None:
    with pytest.raises(UnknownNameError, match="nearest"):
        lineup(bengal, Scenario(base="WB-2021", blocs=(("TMCX",),)), ())
