"""The tables of a pack, written as every pack has them: constituencies, turnout, returns."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

Cell = str | int


class Candidacy(NamedTuple):
    """One candidate's votes in a constituency."""

    election: str
    no: int
    party: str
    candidate: str
    votes: int


def write_constituencies(rows: Iterable[Iterable[Cell]], target: Path) -> None:
    """One line a constituency: no, name, district, reservation, number and name of its parent."""
    header = ("no", "name", "district", "reservation", "parent_no", "parent")
    _write(target / "constituencies.csv", header, rows)


def write_turnout(found: Mapping[tuple[str, int], tuple[str, str]], target: Path) -> None:
    """Valid votes and, where known, electors by election and constituency."""
    rows = ((*key, *found[key]) for key in sorted(found))
    _write(target / "turnout.csv", ("election", "no", "valid", "electors"), rows)


def write_returns(candidacies: Iterable[Candidacy], target: Path) -> None:
    """Every candidacy, by election and constituency, most votes first."""
    ordered = sorted(candidacies, key=lambda c: (c.election, c.no, -c.votes, c.party, c.candidate))
    election, no, party, candidate, votes = zip(*ordered, strict=True)
    table = pa.table(
        {
            "election": pa.array(election).dictionary_encode(),
            "no": pa.array(no, pa.int16()),
            "party": pa.array(party).dictionary_encode(),
            "candidate": pa.array(candidate),
            "votes": pa.array(votes, pa.int32()),
        }
    )
    pq.write_table(table, target / "returns.parquet", compression="zstd")


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)
