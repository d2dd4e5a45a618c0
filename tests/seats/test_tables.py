"""Contests from tables: any kind of table, and errors that say what is wrong."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from tieup.scenarios import ScenarioError
from tieup.seats.contest import NOBODY
from tieup.seats.tables import blocks, contest_from_table, slate_from_table

ROWS: list[dict[str, Any]] = [
    {"seat": 2, "party": "B", "candidate": "Bo", "votes": 30, "electors": 100},
    {"seat": 2, "party": "A", "candidate": "Al", "votes": 50, "electors": 100},
    {"seat": 2, "party": "NOTA", "candidate": "NOTA", "votes": 7, "electors": 100},
    {"seat": 1, "party": "A", "candidate": "Ann", "votes": 10, "electors": 40},
    {"seat": 1, "party": "IND", "candidate": "Ida", "votes": 20, "electors": 40},
    {"seat": 1, "party": "OTH", "candidate": "", "votes": 5, "electors": 40},
]


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in rows[0]}


@pytest.mark.parametrize("kind", [list, columns, pd.DataFrame, pl.DataFrame, pa.Table.from_pylist])
def test_every_kind_of_table_gives_the_same_contest(kind: Callable[[Any], object]) -> None:
    found = slate_from_table(kind(ROWS))
    assert found.contest.numbers.tolist() == [1, 2]
    assert found.contest.parties == ("A", "B", "IND")
    assert found.contest.votes.tolist() == [[20, 10], [50, 30]]
    assert found.contest.party.tolist() == [[2, 0], [0, 1]]
    assert found.contest.rest.tolist() == [5, 0]
    assert found.contest.abstainers.tolist() == [5, 20]
    assert found.candidates == (("Ida", "Ann"), ("Al", "Bo"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"votes": -1}, "1 rows have votes that are negative or no number"),
        ({"votes": float("nan")}, "negative or no number"),
        ({"votes": "many"}, "negative or no number"),
        ({"party": "A", "candidate": "Al", "votes": 9}, "1 candidates are there twice"),
    ],
)
def test_bad_rows_are_refused_in_a_line(change: dict[str, Any], said: str) -> None:
    with pytest.raises(ScenarioError, match=said) as raised:
        contest_from_table([{**ROWS[0], **change}, *ROWS[1:]])
    assert "\n" not in str(raised.value)


def test_missing_columns_seats_and_rows_are_named() -> None:
    with pytest.raises(ScenarioError, match="lacks votes; it has seat, party, candidate"):
        contest_from_table([{"seat": 1, "party": "A", "candidate": "Al"}])
    with pytest.raises(ScenarioError, match=r"1 seats have no returns \(3\)"):
        contest_from_table(ROWS, seats=[1, 2, 3])
    with pytest.raises(ScenarioError, match="no candidate who could win"):
        contest_from_table([{"seat": 1, "party": "NOTA", "candidate": "", "votes": 3}])
    with pytest.raises(ScenarioError, match="no rows"):
        contest_from_table({name: [] for name in ROWS[0]})


def test_a_seat_without_votes_is_led_by_its_first_and_it_is_said() -> None:
    empty = [{**ROWS[0], "votes": 0}, {**ROWS[1], "votes": 0}, *ROWS[3:]]
    found = slate_from_table(empty)
    assert found.notes == ("seat 2 has no votes; its first candidate leads it",)
    assert found.contest.seats_won() == {"B": 1, "IND": 1}
    assert not np.isnan(found.contest.shares).any()


def test_ties_go_to_who_stands_first() -> None:
    tied = [{**ROWS[0], "votes": 50}, *ROWS[1:]]
    assert contest_from_table(tied).seats_won() == {"B": 1, "IND": 1}


def test_named_seats_are_numbered_and_districts_are_read() -> None:
    rows = [
        {"place": name, "party": "A", "candidate": "Al", "votes": 1, "district": district}
        for name, district in (("P.2", "South"), ("P.1", "North"))
    ]
    found = slate_from_table(rows, columns={"seat": "place"})
    assert found.seats == ("P.2", "P.1")
    assert found.contest.numbers.tolist() == [1, 2]
    assert found.contest.districts.tolist() == [1, 0]


@pytest.mark.parametrize(("seats", "last"), [(5, 0), (19, 0), (20, 1), (294, 28)])
def test_blocks_of_ten_stand_for_districts(seats: int, last: int) -> None:
    found = blocks(seats)
    assert found.max() == last
    assert np.bincount(found).min() >= min(seats, 10)


def test_fewer_candidates_leave_places_for_nobody() -> None:
    found = contest_from_table([*ROWS, {**ROWS[0], "party": "C", "candidate": "Cy", "votes": 1}])
    assert found.party[0].tolist()[-1] == NOBODY
