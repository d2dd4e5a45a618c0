"""Builds the tables of the Malaysia pack from the Malaysian Election Corpus.

    python tools/malaysia_pack.py ../shared/elections/malaysia src/tieup/packs/malaysia

Writes constituencies.csv, turnout.csv and returns.parquet from the federal rows of results.csv.gz.
Where they come from, and what the codes were mapped to, stands in the pack's SOURCES.md.
"""

import csv
import gzip
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

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


def write_constituencies(rows: list[Row], target: Path) -> None:
    """One line a constituency: number, name and, as its district, the state."""
    seats = {seat_of(row): row["state"] for row in rows if row["election"] == NAMED_BY}
    with (target / "constituencies.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["no", "name", "district", "reservation", "parent_no", "parent"])
        for (no, name), state in sorted(seats.items()):
            out.writerow([no, name, state.removeprefix("W.P. "), "", "", ""])


def write_turnout(rows: list[Row], target: Path) -> None:
    """Valid votes and electors by election and constituency; none valid where nobody polled."""
    found = {
        (row["election"], seat_of(row)[0]): (row["votes_valid"], row["electors"]) for row in rows
    }
    with (target / "turnout.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["election", "no", "valid", "electors"])
        out.writerows([*key, *found[key]] for key in sorted(found))


def write_returns(rows: list[Row], target: Path) -> None:
    """Every candidacy, by election and constituency, most votes first."""
    records = [
        (
            row["election"],
            seat_of(row)[0],
            party_id(row),
            row["candidate"].strip(),
            int(row["votes"]),
        )
        for row in rows
    ]
    records.sort(key=lambda r: (r[0], r[1], -r[4], r[2], r[3]))
    columns = list(zip(*records, strict=True))
    table = pa.table(
        {
            "election": pa.array(columns[0]).dictionary_encode(),
            "no": pa.array(columns[1], pa.int16()),
            "party": pa.array(columns[2]).dictionary_encode(),
            "candidate": pa.array(columns[3]),
            "votes": pa.array(columns[4], pa.int32()),
        }
    )
    pq.write_table(table, target / "returns.parquet", compression="zstd")


def main(source: Path, target: Path) -> None:
    """Write the three tables."""
    rows = read_rows(source)
    write_constituencies(rows, target)
    write_turnout(rows, target)
    write_returns(rows, target)
    print(f"{len(rows)} candidacies written to {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
