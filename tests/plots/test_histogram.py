"""Histograms: every draw is in one bar, the mark parts two, and words say what colours do."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from drawn import drawn
from hypothesis import given, settings
from hypothesis import strategies as st

from tieup.plots.errors import PlotError
from tieup.plots.histogram import histogram, seat_histogram
from tieup.regions import Region
from tieup.scenarios import Scenario
from tieup.seats import project


def panels(chart: Any) -> list[Any]:  # noqa: ANN401 - a chart of any kind
    """The panels of a chart, from the top."""
    found: list[Any] = chart.vconcat
    return found


def bars(panel: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    """The bars of a panel."""
    values: list[dict[str, Any]] = panel.layer[0].data.values
    return values


def said_of(panel: Any) -> str:  # noqa: ANN401 - as above
    """What stands below a panel's name."""
    return str(panel.title.subtitle)


def colour_of(panel: Any) -> str:  # noqa: ANN401 - as above
    """The colour of a panel's bars."""
    return str(panel.layer[0].to_dict()["encoding"]["color"]["value"])


@settings(max_examples=40)  # a chart takes a tenth of a second
@given(
    won=st.lists(st.integers(0, 300), min_size=1, max_size=60),
    mark=st.integers(1, 300),
)
def test_each_draw_is_in_one_bar_and_none_straddles_the_mark(won: list[int], mark: int) -> None:
    (panel,) = panels(seat_histogram({"Us": won}, mark=mark, house=300))
    drawn = bars(panel)
    assert sum(bar["part"] for bar in drawn) == pytest.approx(1)
    for bar in drawn:
        inside = [bar["from"] <= seats < bar["to"] for seats in won]
        assert bar["part"] == pytest.approx(sum(inside) / len(won))
        assert bar["height"] == pytest.approx(bar["part"] / (bar["to"] - bar["from"]))
        assert 0 <= bar["from"] < bar["to"] <= 301
        assert not bar["from"] < mark < bar["to"]
    assert [bar["from"] for bar in drawn] == sorted(bar["from"] for bar in drawn)


def test_a_panel_says_what_it_shows() -> None:
    chart = seat_histogram(
        {"Us": [1, 2, 3, 9], "Them": [9, 8, 7, 1]}, mark=6, house=10, colours={"Us": "#aa0000"}
    )
    ours, theirs = panels(chart)
    assert ours.title.text == "Us"
    assert said_of(ours) == "median 2, 1 to 9 in 90 of 100 draws; majority 25%"
    assert said_of(theirs) == "median 7, 1 to 9 in 90 of 100 draws; majority 75%"
    assert colour_of(ours) == "#aa0000"
    assert ours.layer[1].data.values == [{"at": 6, "label": "majority 6"}]


@pytest.mark.parametrize(("majorities", "said"), [(0, "0%"), (1, "under 1%"), (299, "over 99%")])
def test_a_chance_is_never_called_sure(majorities: int, said: str) -> None:
    won = [10] * majorities + [0] * (300 - majorities)
    (panel,) = panels(seat_histogram({"Us": won}, mark=6, house=10))
    assert said_of(panel).endswith(f"majority {said}")


def test_of_a_projection(bengal: Region) -> None:
    projection = drawn(bengal)
    found = panels(histogram(projection, bengal, title="Seats"))
    assert [panel.title.text for panel in found] == [
        "Left Front + Congress + ISF", "Trinamool", "BJP",
    ]  # fmt: skip
    for panel, bloc in zip(found, projection.blocs, strict=False):
        spread = bloc.seats
        assert f"median {spread.p50}, {spread.p05} to {spread.p95} in" in said_of(panel)
    colours = [colour_of(panel) for panel in found]
    assert colours == [bengal.parties[party].colour for party in ("LF", "TMC", "BJP")]


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ({}, "there is no bloc"),
        ({"Us": []}, r"Us: seats by draw have the shape \(draws,\), not \(0,\)"),
        ({"Us": [[1, 2]]}, r"Us: seats by draw have the shape \(draws,\), not \(1, 2\)"),
        ({"Us": [1.5]}, "Us: seats are whole numbers from 0 to the house's 10"),
        ({"Us": [float("nan")]}, "Us: seats are whole numbers"),
        ({"Us": [-1]}, "Us: seats are whole numbers"),
        ({"Us": [11]}, "Us: seats are whole numbers"),
        ({"Us": [1, 2], "Them": [1]}, "unequal numbers of draws"),
    ],
)
def test_what_can_not_be_seats(seats: dict[str, Sequence[float]], said: str) -> None:
    with pytest.raises(PlotError, match=said):
        seat_histogram({name: np.asarray(won) for name, won in seats.items()}, mark=6, house=10)


def test_without_draws_there_is_none(bengal: Region) -> None:
    plain = project(bengal, Scenario(base="WB-2021", blocs=(("TMC",), ("BJP",))), draws=0)
    with pytest.raises(PlotError, match="project with draws"):
        histogram(plain, bengal)
