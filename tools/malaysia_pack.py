"""Builds the tables of the Malaysia pack from the Malaysian Election Corpus.

    python tools/malaysia_pack.py ../shared/elections/malaysia src/tieup/packs/malaysia

Writes constituencies.csv, turnout.csv and returns.parquet from the federal rows of results.csv.gz.
Where they come from, and what the codes were mapped to, stands in the pack's SOURCES.md.
"""

import csv
import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from tables import Candidacy, write_constituencies, write_returns, write_turnout

Row = dict[str, str]

#: The corpus's word for a candidate of no party.
INDEPENDENT = "BEBAS"
#: The party that all candidates stand for who are a coalition's and no party's.
DIRECT = "{}-DIRECT"
#: One code, two parties: the Sabah one is known by its coalition.
STAR = {"": "STAR-SWK", "USA": "STAR-SBH", "GRS": "STAR-SBH"}
#: Codes that changed while the party stayed, and those that are another's in another land.
PARTIES = {"PDP": "SPDP", "PBDS": "PBDSB", "LDP": "LDP-SBH", "SWP": "SWP-SWK"}
#: The election whose names the constituencies bear.
NAMED_BY = "GE-15"


def party_id(row: Row) -> str:
    """The pack's id of the party that a candidate stood for."""
    party, coalition = row["party"], row["coalition"]
    if party == INDEPENDENT:
        return DIRECT.format(coalition) if coalition else "IND"
    if party == "STAR":
        return STAR[coalition]
    return PARTIES.get(party, party)


def seat_of(row: Row) -> tuple[int, str]:
    """(17, 'Padang Serai') of 'P.017 Padang Serai'."""
    code, name = row["seat"].split(" ", 1)
    return int(code.removeprefix("P.")), name


def read_rows(source: Path) -> list[Row]:
    """The candidates of the federal elections."""
    path = source / "results.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["level"] == "federal"]


def constituencies(rows: list[Row]) -> Iterator[tuple[int | str, ...]]:
    """Number, name and, as its district, the state of each."""
    seats = {seat_of(row): row["state"] for row in rows if row["election"] == NAMED_BY}
    for (no, name), state in sorted(seats.items()):
        yield no, name, state.removeprefix("W.P. "), "", "", ""


def turnout(rows: list[Row]) -> dict[tuple[str, int], tuple[str, str]]:
    """Valid votes and electors; none valid where nobody polled."""
    return {
        (row["election"], seat_of(row)[0]): (row["votes_valid"], row["electors"]) for row in rows
    }


def candidacy(row: Row) -> Candidacy:
    """A row of the corpus as the pack has it."""
    return Candidacy(
        election=row["election"],
        no=seat_of(row)[0],
        party=party_id(row),
        candidate=row["candidate"].strip(),
        votes=int(row["votes"]),
    )


def main(source: Path, target: Path) -> None:
    """Write the three tables."""
    rows = read_rows(source)
    write_constituencies(constituencies(rows), target)
    write_turnout(turnout(rows), target)
    write_returns(map(candidacy, rows), target)
    print(f"{len(rows)} candidacies written to {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
