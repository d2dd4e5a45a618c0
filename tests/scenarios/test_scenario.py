"""Scenarios: what can be written, and what is refused with which words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.regions import Region, UnknownNameError
from tieup.scenarios import (
    Scenario,
    ScenarioError,
    parse_shares,
    parse_structure,
    parse_swing,
    parse_transfer,
)

THREE = (("LF", "INC", "ISF"), ("TMC",), ("BJP",))


@pytest.mark.parametrize(
    "text",
    [
        "LF+INC+ISF / TMC / BJP",
        "LF+INC+ISF/TMC/BJP",
        "  lf + inc + isf / tmc / bjp ",
        "Left Front+Congress+Indian Secular Front / Trinamool / Bharatiya Janata Party",
    ],
)
def test_a_structure_is_written_in_ids_names_or_forms(bengal: Region, text: str) -> None:
    assert parse_structure(text, bengal) == THREE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the structure is empty"),
        ("   ", "the structure is empty"),
        ("LF / / BJP", "bloc 2"),
        ("LF / TMC /", "bloc 3"),
        ("LF+ / TMC", "bloc 1"),
        ("LF+INC / INC / BJP", "INC is named 2 times, in 2 blocs"),
        ("LF+LF / TMC", "LF is named 2 times, in one bloc"),
        ("Left Front / LF", "LF is named 2 times, in 2 blocs"),
    ],
)
def test_a_broken_structure_is_one_line(bengal: Region, text: str, said: str) -> None:
    with pytest.raises(ScenarioError, match=said) as raised:
        parse_structure(text, bengal)
    assert "\n" not in str(raised.value)


def test_an_unknown_party_is_answered_with_the_nearest(bengal: Region) -> None:
    with pytest.raises(UnknownNameError, match="TMC"):
        parse_structure("TMCC / BJP", bengal)


def test_amounts_are_read_by_party(bengal: Region) -> None:
    assert parse_swing("BJP=+2, Trinamool=-1.5", bengal) == {"BJP": 2.0, "TMC": -1.5}
    assert parse_shares("BJP=46,TMC=41", bengal) == {"BJP": 46.0, "TMC": 41.0}
    assert parse_transfer("INC:LF=0.6,LF:INC=.5", bengal) == {
        ("INC", "LF"): 0.6,
        ("LF", "INC"): 0.5,
    }
    assert parse_swing("", bengal) == {}


@pytest.mark.parametrize(
    "text", ["BJP", "BJP=", "=2", "BJP=two", "BJP=+2,,TMC=1", "BJP=nan", "BJP=inf"]
)
def test_a_broken_amount_shows_how_to_write_it(bengal: Region, text: str) -> None:
    with pytest.raises(ScenarioError, match=r"write it as BJP=\+2,TMC=-1"):
        parse_swing(text, bengal)


@pytest.mark.parametrize("text", ["INC=0.6", "INC:=0.6", ":LF=0.6", "INC:LF", "INC:LF=most"])
def test_a_broken_transfer_shows_how_to_write_it(bengal: Region, text: str) -> None:
    with pytest.raises(ScenarioError, match=r"write it as INC:LF=0.6"):
        parse_transfer(text, bengal)


def test_nothing_is_given_twice(bengal: Region) -> None:
    with pytest.raises(ScenarioError, match="BJP is given twice"):
        parse_swing("BJP=1,BJP=2", bengal)
    with pytest.raises(ScenarioError, match="INC:LF is given twice"):
        parse_transfer("INC:LF=1,INC:LF=0", bengal)


@pytest.mark.parametrize(
    ("assumptions", "said"),
    [
        ({"shares": {"BJP": 60.0, "TMC": 41.0}}, "add up to 101 percent"),
        ({"shares": {"BJP": -1.0}}, "can't be negative"),
        ({"shares": {"BJP": math.nan}}, "not a number"),
        ({"swing": {"BJP": math.inf}}, "not a number"),
        ({"swing": {"BJP": 1.0}, "shares": {"BJP": 40.0}}, "both a swing and a share"),
        ({"transfer": {("INC", "LF"): 1.2}}, "from 0 to 1"),
        ({"transfer": {("INC", "TMC"): 0.5}}, "not partners"),
        ({"transfer": {("INC", "INC"): 0.5}}, "not partners"),
    ],
)
def test_a_contradiction_is_refused(assumptions: dict[str, dict[str, float]], said: str) -> None:
    with pytest.raises(ScenarioError, match=said):
        Scenario(base="WB-2021", blocs=THREE, **assumptions)  # type: ignore[arg-type]


@pytest.mark.parametrize("blocs", [(), ((),), (("TMC",), ())])
def test_an_empty_structure_or_bloc_is_refused(blocs: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(ScenarioError, match="empty"):
        Scenario(base="WB-2021", blocs=blocs)


def test_json_is_the_contracts() -> None:
    scenario = Scenario(
        base="WB-2021", blocs=THREE, swing={"BJP": 2.0}, transfer={("INC", "LF"): 0.6}
    )
    assert scenario.to_json() == {
        "blocs": [["LF", "INC", "ISF"], ["TMC"], ["BJP"]],
        "swing": {"BJP": 2.0},
        "shares": {},
        "transfer": {"INC:LF": 0.6},
        "splits": [],
        "friendly": "kept",
        "share_errors": {},
        "transfer_errors": {},
        "standing": {},
        "leaves": {},
        "support": [],
    }


@given(st.text(alphabet="LFINCTMBJP+/=:,. -0159", max_size=30))
def test_any_text_is_read_or_refused_in_one_line(bengal: Region, text: str) -> None:
    for parse in (parse_structure, parse_swing, parse_shares, parse_transfer):
        try:
            parse(text, bengal)
        except (ScenarioError, UnknownNameError) as error:
            refused = str(error)
        else:
            continue
        assert len(refused.splitlines()) == 1
