"""Cells of the hex map: none overlap, outlines have no gaps, names stand apart."""

from itertools import combinations
from math import dist, sqrt

import pytest

from tieup.plots.cells import SIZE, borders, cells, centre, labels
from tieup.plots.errors import NoMapError
from tieup.regions import Region, load_region


def test_neighbours_are_a_cell_apart_and_none_lie_on_each_other(bengal: Region) -> None:
    centres = [centre(cell) for cell in cells(bengal).values()]
    nearest = min(dist(one, two) for one, two in combinations(centres, 2))
    assert round(nearest, 6) == round(SIZE * sqrt(3), 6)


def test_every_edge_between_districts_is_drawn_once(bengal: Region) -> None:
    inner, outer = borders(bengal)
    placed = [(bengal.constituencies[no], centre(cell)) for no, cell in cells(bengal).items()]
    met = [
        (one, two)
        for (one, here), (two, there) in combinations(placed, 2)
        if dist(here, there) < SIZE * 1.8
    ]
    assert len(inner) == sum(one.district != two.district for one, two in met)
    assert len(outer) == 6 * len(placed) - 2 * len(met)
    for x, y, x2, y2 in (*inner, *outer):
        assert dist((x, y), (x2, y2)) == pytest.approx(SIZE)


def test_names_stand_apart_and_beside_their_districts(bengal: Region) -> None:
    found = labels(bengal)
    assert {label.name for label in found} <= set(bengal.districts)
    assert len({label.name for label in found}) == len(found) > len(bengal.districts) / 2
    assert len({(label.y, label.anchor) for label in found}) == len(found)
    for label in found:
        rows = {
            centre(cell)[1]
            for no, cell in cells(bengal).items()
            if bengal.constituencies[no].district == label.name
        }
        assert label.y in rows


def test_a_land_without_cells_says_so() -> None:
    malaysia = load_region("malaysia")
    for draw in (cells, borders, labels):
        with pytest.raises(NoMapError, match=r"the pack of Malaysia has no hexes\.csv"):
            draw(malaysia)
