"""The hex map: cells that don't overlap, outlines without gaps, names that stand apart."""

from itertools import combinations
from math import dist, sqrt

from tieup.regions import Region
from tieup.report.districts import SIZE, borders, centre, labels


def test_neighbours_are_a_cell_apart_and_none_lie_on_each_other(bengal: Region) -> None:
    centres = [centre(c.hex) for c in bengal.constituencies.values()]
    nearest = min(dist(one, two) for one, two in combinations(centres, 2))
    assert round(nearest, 6) == round(SIZE * sqrt(3), 6)


def test_every_edge_between_districts_is_drawn_once(bengal: Region) -> None:
    inner, outer = borders(bengal)
    seats = list(bengal.constituencies.values())
    met = [
        (one, two)
        for one, two in combinations(seats, 2)
        if dist(centre(one.hex), centre(two.hex)) < SIZE * 1.8
    ]
    assert inner.count("M") == sum(one.district != two.district for one, two in met)
    assert outer.count("M") == 6 * len(seats) - 2 * len(met)


def test_names_stand_apart_and_beside_their_districts(bengal: Region) -> None:
    found = labels(bengal)
    assert {label.name for label in found} <= set(bengal.districts)
    assert len({label.name for label in found}) == len(found) > len(bengal.districts) / 2
    assert len({(label.y, label.anchor) for label in found}) == len(found)
    for label in found:
        rows = {
            f"{centre(c.hex)[1]:.1f}"
            for c in bengal.constituencies.values()
            if c.district == label.name
        }
        assert label.y in rows
