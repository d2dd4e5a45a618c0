"""The bundled land: 294 seats, their districts and parents, and the map of hexagons."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tieup.regions import Hex, Region

STEPS = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))


def pieces(cells: set[Hex | None]) -> int:
    """Into how many patches of touching cells the set falls."""
    left, count = {cell for cell in cells if cell is not None}, 0
    assert len(left) == len(cells)
    while left:
        count += 1
        edge = [left.pop()]
        while edge:
            cell = edge.pop()
            touching = {Hex(q=cell.q + q, r=cell.r + r) for q, r in STEPS} & left
            left -= touching
            edge += touching
    return count


def test_numbers_run_from_1_to_294(bengal: Region) -> None:
    assert list(bengal.constituencies) == list(range(1, 295))
    assert all(no == seat.no for no, seat in bengal.constituencies.items())
    assert bengal.majority_mark == 148


def test_reservations(bengal: Region) -> None:
    kinds = Counter(seat.reservation for seat in bengal.constituencies.values())
    assert kinds == {"GEN": 210, "SC": 68, "ST": 16}


def test_forty_two_parents_of_seven(bengal: Region) -> None:
    parents = Counter((seat.parent_no, seat.parent) for seat in bengal.constituencies.values())
    assert len(parents) == 42
    assert set(parents.values()) == {7}
    assert {no for no, _ in parents} == set(range(1, 43))


@pytest.mark.parametrize(
    ("no", "name", "parent_no", "parent"),
    [(84, "Nabadwip", 13, "Ranaghat"), (85, "Krishnanagar Dakshin", 12, "Krishnanagar")],
)
def test_the_two_that_other_sources_swap(
    bengal: Region, no: int, name: str, parent_no: int, parent: str
) -> None:
    seat = bengal.constituencies[no]
    assert (seat.name, seat.parent_no, seat.parent) == (name, parent_no, parent)


def test_candidates_confirm_the_two(bengal: Region) -> None:
    """In a Lok Sabha election, every segment of a seat has the same candidates."""
    returns = bengal.returns("LS-2019-WB")
    standing = {
        no: frozenset((row.party, row.candidate) for row in rows)
        for no, rows in returns.by_constituency.items()
    }
    assert standing[84] == standing[86]  # Santipur, in Ranaghat
    assert standing[85] == standing[83]  # Krishnanagar Uttar, in Krishnanagar
    assert standing[84] != standing[85]


def test_twenty_three_districts_and_places_that_mean_them(bengal: Region) -> None:
    assert len(bengal.districts) == 23
    assert {district for meant in bengal.places.values() for district in meant} <= set(
        bengal.districts
    )
    assert bengal.places["Maldah"] == ("Malda",)
    assert not set(bengal.places) & set(bengal.districts)


def test_every_seat_has_a_hexagon_of_its_own(bengal: Region) -> None:
    assert bengal.has_map
    assert len({seat.hex for seat in bengal.constituencies.values()}) == 294


def test_every_district_is_in_one_piece_on_the_map(bengal: Region) -> None:
    torn = {
        district: count
        for district in bengal.districts
        if (
            count := pieces(
                {s.hex for s in bengal.constituencies.values() if s.district == district}
            )
        )
        != 1
    }
    assert torn == {}
    assert pieces({seat.hex for seat in bengal.constituencies.values()}) == 1


@pytest.mark.shared
def test_seats_are_the_source_s(bengal: Region, shared: Path) -> None:
    source = shared / "elections" / "india" / "wb_ac.csv"
    with source.open(encoding="utf-8", newline="") as file:
        lines = [tuple(line.values()) for line in csv.DictReader(file)]
    assert lines == [
        (str(s.no), s.name, s.district, s.reservation, str(s.parent_no), s.parent)
        for s in bengal.constituencies.values()
    ]
