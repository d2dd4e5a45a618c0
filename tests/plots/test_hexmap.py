"""The hex map as a chart: a cell a seat, told by letter and strength as well as by colour."""

from typing import Any

import pytest
from drawn import drawn

from tieup.plots.errors import NoMapError
from tieup.plots.hexmap import CHANCES, OPACITIES, hexmap
from tieup.plots.leaders import strength
from tieup.plots.saving import VEGA_LITE
from tieup.regions import Region, load_region
from tieup.scenarios import Scenario
from tieup.seats import project


@pytest.fixture(scope="module")
def spec(bengal: Region) -> dict[str, Any]:
    """The map as Vega-Lite."""
    found: dict[str, Any] = hexmap(drawn(bengal), bengal, title="Who leads where").to_dict()
    return found


@pytest.fixture(scope="module")
def rows(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """What is drawn of each seat."""
    found: list[dict[str, Any]] = spec["datasets"][spec["layer"][0]["data"]["name"]]
    return found


def test_every_seat_has_a_cell_of_its_leader(rows: list[dict[str, Any]], bengal: Region) -> None:
    assert len(rows) == len({(row["x"], row["y"]) for row in rows}) == 294
    for row, seat in zip(rows, drawn(bengal).constituencies, strict=True):
        known = bengal.parties.get(seat.leader)
        name = known.short if known else "Independent"
        assert row["leader"].startswith(f"{row['letter']}  {name}: ")
        assert row["chance"] == CHANCES[strength(seat.chances[seat.leader])]
        assert row["told"].startswith(name)
        assert row["seat"] == f"{seat.no} {seat.name}"
        if known:
            assert row["fill"] == known.colour


def test_letters_tell_leaders_apart(spec: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    leaders = {row["leader"] for row in rows}
    assert len({row["letter"] for row in rows}) == len(leaders)
    legend = spec["layer"][0]["encoding"]["color"]["scale"]
    assert set(legend["domain"]) == leaders
    assert len(legend["range"]) == len(leaders)


def test_a_better_chance_is_stronger(spec: dict[str, Any]) -> None:
    scale = spec["layer"][0]["encoding"]["opacity"]["scale"]
    assert scale["type"] == "ordinal"  # another type of scale would read the four as an interval
    assert scale["range"] == sorted(OPACITIES.values()) == list(OPACITIES.values())
    assert scale["domain"] == list(CHANCES.values())


def test_it_is_as_wide_as_it_is_high(spec: dict[str, Any]) -> None:
    """A unit to the right is as long as one down, so that hexagons are regular."""
    encoding = spec["layer"][0]["encoding"]
    (left, right), (low, high) = (encoding[axis]["scale"]["domain"] for axis in "xy")
    assert (right - left) / spec["width"] == pytest.approx((low - high) / spec["height"])


def test_the_schema_is_the_one_it_is_drawn_with(spec: dict[str, Any]) -> None:
    assert f"/v{VEGA_LITE}" in spec["$schema"]


def test_a_land_without_cells_has_no_map() -> None:
    malaysia = load_region("malaysia")
    plain = project(malaysia, Scenario(base="GE-15", blocs=(("PH",), ("PN",))), draws=0)
    with pytest.raises(NoMapError, match="without cells there is no map to draw"):
        hexmap(plain, malaysia)
