"""Votes that can't be right are refused with one line that names seat and reason."""

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tiny_pack import ROWS, TEXTS, Row, write_pack

from tieup.regions import PackError, Returns, load_region

NOTA = "None of the above"


def returns(folder: Path) -> Returns:
    """The returns of the tiny pack in the folder."""
    return load_region(folder).returns("TL-2020")


def complaint(folder: Path) -> str:
    """What is said of them, less the file that is at fault."""
    region = load_region(folder)  # votes are checked when they are asked for
    with pytest.raises(PackError) as caught:
        region.returns("TL-2020")
    return str(caught.value).removeprefix("pack: returns.parquet")


def replaced(*given: tuple[Row, Row]) -> list[Row]:
    """The rows of the tiny pack with some replaced by others."""
    others = dict(given)
    return [others.get(row, row) for row in ROWS]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            replaced((ROWS[1], ("TL-2020", 1, "BLUE", "Ben Birch", -40))),
            ", election TL-2020, no 1: Ben Birch (BLUE) has -40 votes",
        ),
        (
            replaced((ROWS[3], ("TL-2020", 2, "RED", "Cy Cedar", 40))),
            ", election TL-2020, no 2: Cy Cedar (RED) stands there 2 times",
        ),
        (ROWS[:4], ", election TL-2020: no votes for constituency 3"),
        (ROWS[2:], ", election TL-2020: no votes for constituency 1"),
        (
            [*ROWS[:4], ("TL-2020", 3, "NOTA", NOTA, 90)],
            ", election TL-2020: no votes for constituency 3",
        ),
        (
            [*ROWS[:4], ("TL-2020", 3, "OTH", "(all others)", 90)],
            ", election TL-2020: no votes for constituency 3",
        ),
        (
            [*ROWS, ("TL-2020", 4, "RED", "Gus Gorse", 5)],
            ", election TL-2020: there is no constituency 4",
        ),
        (
            [*ROWS, ("TL-2021", 1, "RED", "Ada Ashe", 5)],
            ": votes for TL-2021, which has no official tally in region.toml",
        ),
        (
            replaced((ROWS[4], ("TL-2020", 3, "RED", "Eve Elm", 50))),
            ", election TL-2020: RED won 3 seats by the votes, 2 by the official tally",
        ),
    ],
)
def test_wrong_votes(tmp_path: Path, rows: list[Row], said: str) -> None:
    assert complaint(write_pack(tmp_path, rows)) == said


def unopposed(folder: Path, rows: list[Row], no: int) -> Path:
    """The tiny pack, whose election of 2020 had no poll in a seat; its valid votes are none."""
    write_pack(folder, rows)
    declared = 'name = "Election of 2020"'
    land = TEXTS["region.toml"].replace(declared, f"{declared}\nunopposed = [{no}]")
    (folder / "region.toml").write_text(land, encoding="utf-8")
    turnout = TEXTS["turnout.csv"].replace("TL-2020,3,90,120", "TL-2020,3,0,120")
    (folder / "turnout.csv").write_text(turnout, encoding="utf-8")
    return folder


def test_who_stands_alone_is_elected_without_votes(tmp_path: Path) -> None:
    rows = [*ROWS[:4], ("TL-2020", 3, "BLUE", "Eve Elm", 0)]
    region = load_region(unopposed(tmp_path, rows, 3))
    assert region.elections["TL-2020"].unopposed == {3}
    found = region.returns("TL-2020")
    assert found.winners[3].candidate == "Eve Elm"
    assert found.seats_won == {"RED": 2, "BLUE": 1}
    assert found.shares == pytest.approx({"RED": 61.905, "BLUE": 19.048, "IND": 19.048}, abs=0.001)


@pytest.mark.parametrize(
    ("rows", "no", "said"),
    [
        (ROWS, 3, ", election TL-2020, no 3: it is unopposed, but has 2 candidates and votes"),
        (ROWS[:4], 3, ", election TL-2020, no 3: it is unopposed, but has 0 candidates"),
        (
            [*ROWS[:4], ("TL-2020", 3, "BLUE", "Eve Elm", 50)],
            3,
            ", election TL-2020, no 3: it is unopposed, but has 1 candidate and votes",
        ),
        (
            [*ROWS[:4], ("TL-2020", 3, "BLUE", "Eve Elm", 0)],
            2,
            ", election TL-2020, no 2: it is unopposed, but has 2 candidates and votes",
        ),
    ],
)
def test_an_unopposed_seat_has_one_candidate_and_no_votes(
    tmp_path: Path, rows: list[Row], no: int, said: str
) -> None:
    assert complaint(unopposed(tmp_path, list(rows), no)) == said


def test_an_unopposed_seat_exists(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"TL-2020: unopposed: there is no constituency 4"):
        load_region(unopposed(tmp_path, list(ROWS), 4))


def test_a_seat_whose_poll_was_void_has_no_votes(tmp_path: Path) -> None:
    """Zero for all, as a results page shows a countermanded poll, is no result."""
    void = [(*row[:4], 0 if row[1] == 3 else row[4]) for row in ROWS]
    said = ", election TL-2020: no votes for constituency 3"
    assert complaint(write_pack(tmp_path, void)) == said


def test_none_of_the_above_is_cast_but_not_valid(tmp_path: Path) -> None:
    write_pack(tmp_path, [*ROWS, ("TL-2020", 1, "NOTA", NOTA, 50)])
    assert returns(tmp_path).shares["RED"] == pytest.approx(100 * 170 / 300)
    write_pack(tmp_path, [*ROWS, ("TL-2020", 1, "NOTA", NOTA, 51)])
    with pytest.raises(PackError, match=r"turnout.csv, line 2 .*: 151 votes from 150 electors"):
        returns(tmp_path)


def test_none_of_the_above_never_wins(tmp_path: Path) -> None:
    text = TEXTS["turnout.csv"].replace("TL-2020,1,100,150", "TL-2020,1,100,")
    write_pack(tmp_path, [*ROWS, ("TL-2020", 1, "NOTA", NOTA, 900)])
    (tmp_path / "turnout.csv").write_text(text, encoding="utf-8")
    assert returns(tmp_path).winners[1].candidate == "Ada Ashe"


def test_independents_may_be_namesakes(tmp_path: Path) -> None:
    rows = [*ROWS[:3], *(("TL-2020", 2, "IND", "Dee Date", votes) for votes in (30, 10)), *ROWS[4:]]
    write_pack(tmp_path, rows)
    independents = [row for row in returns(tmp_path).by_constituency[2] if row.party == "IND"]
    assert [row.votes for row in independents] == [30, 10]


def test_namesakes_are_told_apart_where_segments_are_summed(tmp_path: Path) -> None:
    rows = [*ROWS[:3], *(("TL-2020", 2, "IND", "Dee Date", votes) for votes in (30, 10)), *ROWS[4:]]
    write_pack(tmp_path, rows)
    region = TEXTS["region.toml"].replace('"assembly"', '"lok-sabha"')
    (tmp_path / "region.toml").write_text(region, encoding="utf-8")
    seats = TEXTS["constituencies.csv"].replace(",,,", ",,1,All Tinland")
    (tmp_path / "constituencies.csv").write_text(seats, encoding="utf-8")
    said = ", election TL-2020, no 2: Dee Date (IND) stands there 2 times"
    assert complaint(tmp_path) == said


@pytest.mark.parametrize(
    ("alter", "said"),
    [
        (
            lambda table: table.select(["election", "no", "votes"]),
            ": columns must be election,no,party,candidate,votes",
        ),
        (
            lambda table: table.set_column(4, "votes", table["votes"].cast(pa.string())),
            ", column votes: must hold whole numbers, not string",
        ),
        (
            lambda table: table.set_column(4, "votes", table["votes"].cast(pa.float64())),
            ", column votes: must hold whole numbers, not double",
        ),
        (
            lambda table: table.set_column(2, "party", table["no"]),
            ", column party: must hold texts, not int64",
        ),
        (
            lambda table: table.set_column(4, "votes", pa.array([None, 1, 2, 3, 4, 5])),
            ", column votes: 1 cells are empty",
        ),
    ],
)
def test_a_table_of_another_shape(
    tmp_path: Path, alter: Callable[[pa.Table], pa.Table], said: str
) -> None:
    path = write_pack(tmp_path) / "returns.parquet"
    pq.write_table(alter(pq.read_table(path)), path)
    assert complaint(tmp_path) == said


@pytest.mark.parametrize("text", [pa.string(), pa.large_string()])
def test_texts_may_be_stored_in_any_way(tmp_path: Path, text: pa.DataType) -> None:
    path = write_pack(tmp_path) / "returns.parquet"
    table = pq.read_table(path)
    parties = table["party"].cast(text)
    for column in (parties, parties.dictionary_encode()):
        pq.write_table(table.set_column(2, "party", column), path)
        assert returns(tmp_path).seats_won == {"RED": 2, "BLUE": 1}


@pytest.mark.parametrize("content", [b"", b"no Parquet", b"PAR1" + bytes(200) + b"PAR1"])
def test_returns_that_are_no_parquet(tmp_path: Path, content: bytes) -> None:
    (write_pack(tmp_path) / "returns.parquet").write_bytes(content)
    assert complaint(tmp_path).startswith(": can't be read as Parquet: ")


def test_a_returns_file_that_is_missing(tmp_path: Path) -> None:
    (write_pack(tmp_path) / "returns.parquet").unlink()
    assert complaint(tmp_path) == ": the file is missing"
