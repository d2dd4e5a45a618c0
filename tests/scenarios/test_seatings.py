"""Seats, places and splits as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.regions import Region, UnknownNameError
from tieup.scenarios import (
    Places,
    Scenario,
    ScenarioError,
    parse_leaves,
    parse_share_errors,
    parse_shares,
    parse_splits,
    parse_standing,
    parse_support,
    parse_swing,
    parse_transfer,
    parse_transfer_errors,
)

BLOCS = (("LF", "INC"), ("TMC",))


def test_who_stands_where_is_read_by_number_and_name(bengal: Region) -> None:
    told = parse_standing(["INC=52,53,Farakka", "LF=1"], bengal)
    farakka = next(no for no, c in bengal.constituencies.items() if c.name == "Farakka")
    assert told == {"INC": (52, 53, farakka), "LF": (1,)}
    assert parse_leaves(["Left Front:Congress=52"], bengal) == {("LF", "INC"): (52,)}
    assert parse_support("INC:TMC, ISF:TMC", bengal) == (("INC", "TMC"), ("ISF", "TMC"))
    assert parse_support("", bengal) == ()


def test_errors_stand_behind_a_tilde(bengal: Region) -> None:
    assert parse_shares("BJP=46~1.5,TMC=41", bengal) == {"BJP": 46.0, "TMC": 41.0}
    assert parse_share_errors("BJP=46~1.5,TMC=41", bengal) == {"BJP": 1.5}
    assert parse_transfer("INC:LF=0.6~0.1", bengal) == {("INC", "LF"): 0.6}
    assert parse_transfer_errors("INC:LF=0.6~0.1,LF:INC=1", bengal) == {("INC", "LF"): 0.1}
    with pytest.raises(ScenarioError, match="a swing has no error"):
        parse_swing("BJP=2~1", bengal)


def test_a_split_holds_in_districts_and_seats(bengal: Region) -> None:
    (split,) = parse_splits(["JUP:TMC=0.25@Murshidabad,Maldah,144"], bengal)
    assert (split.party, split.parent, split.part) == ("JUP", "TMC", 0.25)
    assert split.places == Places(districts=("Murshidabad", "Malda"), seats=(144,))
    within = {no for no, c in bengal.constituencies.items() if c.district in split.places.districts}
    assert split.places.numbers(bengal) == within | {144}
    assert split.error == pytest.approx(0.125)


def test_a_split_may_state_its_error_and_hold_everywhere(bengal: Region) -> None:
    several = parse_splits(["JUP:TMC=0.1~0.02", "JUP:INC=0.2"], bengal)
    assert [split.parent for split in several] == ["TMC", "INC"]
    assert several[0].error == pytest.approx(0.02)
    assert several[0].places.numbers(bengal) == set(bengal.constituencies)


@pytest.mark.parametrize(
    "text",
    ["JUP", "JUP=0.2", "JUP:TMC", "JUP:TMC=", "JUP:TMC=most", "JUP:TMC=0.2@", "JUP:TMC=0.2@Malda,"],
)
def test_a_broken_split_shows_how_to_write_it(bengal: Region, text: str) -> None:
    with pytest.raises(ScenarioError, match=r"write it as JUP:TMC=0\.25@Murshidabad,Malda"):
        parse_splits([text], bengal)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["JUP:TMC=1.2"], "above 0 and at most 1"),
        (["JUP:TMC=0"], "above 0 and at most 1"),
        (["JUP:TMC=-0.1"], "above 0 and at most 1"),
        (["TMC:Trinamool=0.2"], "can't split from itself"),
        (["JUP:TMC=0.2~-1"], "can't be negative"),
    ],
)
def test_a_split_that_can_not_be_is_refused(bengal: Region, texts: list[str], said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        parse_splits(texts, bengal)


@pytest.mark.parametrize(
    ("splits", "said"),
    [
        (["JUP:TMC=0.6", "ISF:TMC=0.5"], "take 110 percent of TMC"),
        (["JUP:TMC=0.6@Malda", "ISF:TMC=0.5@Malda"], "take 110 percent of TMC in Malda"),
        (["JUP:TMC=0.6", "ISF:TMC=0.5@Malda"], "take 110 percent of TMC in Malda"),
        (["JUP:TMC=0.1", "JUP:TMC=0.1"], "given twice"),
        (["JUP:TMC=0.1@Malda", "JUP:TMC=0.1@Malda"], "given twice for Malda"),
    ],
)
def test_nobody_loses_more_than_it_has(bengal: Region, splits: list[str], said: str) -> None:
    told = parse_splits(splits, bengal)
    with pytest.raises(ScenarioError, match=said):
        Scenario(base="WB-2021", blocs=BLOCS, splits=told)


def test_unknown_places_are_answered_with_the_nearest(bengal: Region) -> None:
    with pytest.raises(UnknownNameError, match="Murshidabad"):
        parse_splits(["JUP:TMC=0.2@Mursidabad"], bengal)
    with pytest.raises(UnknownNameError, match="Farakka"):
        parse_standing(["INC=Faraka"], bengal)
    with pytest.raises(ScenarioError, match="no seat 295: they are numbered 1 to 294"):
        parse_standing(["INC=295"], bengal)
    with pytest.raises(UnknownNameError, match="TMC"):
        parse_splits(["JUP:TMCC=0.2"], bengal)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"standing": {"LF": ()}}, "standing LF has no seat"),
        ({"standing": {"LF": (1, 1)}}, "seat 1 is given twice"),
        ({"leaves": {("LF", "LF"): (1,)}}, "to itself"),
        ({"leaves": {("LF", "INC"): (1,)}}, "partners share seats by standing"),
        ({"leaves": {("LF", "TMC"): (1,), ("LF", "BJP"): (1,)}}, "to both TMC and BJP"),
        ({"leaves": {("LF", "TMC"): (1,), ("TMC", "BJP"): (1,)}}, "who leaves it, too"),
        ({"leaves": {("LF", "TMC"): (1,)}, "standing": {"LF": (1,)}}, "both stands in seat 1"),
        ({"support": (("LF", "INC"),)}, "for another bloc"),
        ({"support": (("LF", "TMC"), ("TMC", "LF"))}, "can't each support"),
        ({"share_errors": {"TMC": 1.0}}, "and no share"),
        ({"shares": {"TMC": 40.0}, "share_errors": {"TMC": -1.0}}, "can't be negative"),
        ({"transfer_errors": {("LF", "INC"): 0.1}}, "and no part"),
        ({"transfer": {("LF", "TMC"): 0.5}}, "not partners"),
    ],
)
def test_contradictions_are_refused(given: dict[str, object], said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        Scenario(base="WB-2021", blocs=BLOCS, **given)  # type: ignore[arg-type]


def test_a_transfer_may_be_of_a_seat_left_without_an_alliance() -> None:
    pair = ("LF", "TMC")
    scenario = Scenario(base="WB-2021", blocs=BLOCS, leaves={pair: (1,)}, transfer={pair: 0.3})
    assert scenario.transfer == {pair: 0.3}


def test_a_share_without_an_error_is_known() -> None:
    given = {"TMC": 40.0, "BJP": 40.0, "LF": 5.0}
    errors = {"TMC": 2.0, "LF": 0.0}
    scenario = Scenario(base="WB-2021", blocs=BLOCS, shares=given, share_errors=errors)
    assert scenario.known == {"BJP", "LF"}


@given(st.text(alphabet="LFINCTM:=+/,.@~ -0159", max_size=30))
def test_any_text_is_read_or_refused_in_one_line(bengal: Region, text: str) -> None:
    def support(texts: list[str], region: Region) -> object:
        return parse_support(texts[0], region)

    for parse in (parse_splits, parse_standing, parse_leaves, support):
        try:
            parse([text], bengal)
        except (ScenarioError, UnknownNameError) as error:
            refused = str(error)
        else:
            continue
        assert len(refused.splitlines()) == 1
