"""A scenario as JSON: back from it whole, whatever it holds."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieup.scenarios import Places, Scenario, ScenarioError, Split

NAMES = ("A", "B", "C", "D", "E", "F")
finite = st.floats(-5, 5, allow_nan=False)
parts = st.floats(0, 1, allow_nan=False)
errors = st.floats(0, 0.5, allow_nan=False)
numbers = st.lists(st.integers(1, 9), min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario of six parties that can be."""
    names = draw(st.permutations(NAMES))
    first = draw(st.integers(2, 4))
    blocs = (tuple(names[:first]), (names[first],))
    inside, outside = st.sampled_from(blocs[0]), names[5]
    partners = st.tuples(inside, inside).filter(lambda pair: pair[0] != pair[1])
    shares = draw(st.dictionaries(st.sampled_from(NAMES[:3]), st.floats(0, 30), max_size=3))
    transfer = draw(st.dictionaries(partners, parts, max_size=3))
    split = st.builds(
        Split,
        party=st.just("G"),
        parent=st.sampled_from(NAMES),
        part=st.floats(0.01, 1),
        sd=st.none() | errors,
        places=st.builds(Places, districts=st.just(("North",)) | st.just(()), seats=numbers),
    )
    return Scenario(
        base="T-2020",
        blocs=blocs,
        swing=draw(st.dictionaries(st.sampled_from(NAMES[3:]), finite, max_size=2)),
        shares=shares,
        share_errors={party: draw(errors) for party in shares if draw(st.booleans())},
        transfer=transfer,
        transfer_errors={pair: draw(errors) for pair in transfer if draw(st.booleans())},
        splits=tuple(draw(st.lists(split, max_size=1))),
        friendly=draw(st.sampled_from(["kept", "none"])),
        standing=draw(st.dictionaries(inside, numbers, max_size=2)),
        leaves=draw(st.dictionaries(st.just((outside, names[0])), numbers, max_size=1)),
        support=draw(st.sampled_from([(), ((outside, names[0]),)])),
    )


@given(scenarios())
def test_a_scenario_comes_back_from_its_json(scenario: Scenario) -> None:
    assert Scenario.from_json(scenario.base, scenario.to_json()) == scenario


def test_what_an_older_json_lacks_is_as_before() -> None:
    found = Scenario.from_json("T-2020", {"blocs": [["A", "B"]], "swing": {"A": 1.0}})
    assert found == Scenario(base="T-2020", blocs=(("A", "B"),), swing={"A": 1.0})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"blocs": None},
        {"blocs": [["A"]], "swing": 3},
        {"blocs": [["A"]], "splits": [{"party": "B"}]},
        {"blocs": [["A"]], "support": [["B"]]},
        {"blocs": [["A"]], "standing": {"A": 3}},
    ],
)
def test_what_is_no_scenario_is_refused_in_one_line(values: dict[str, Any]) -> None:
    with pytest.raises(ScenarioError) as refused:
        Scenario.from_json("T-2020", values)
    assert len(str(refused.value).splitlines()) == 1
