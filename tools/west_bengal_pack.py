"""Builds the tables of the West Bengal pack from the shared returns.

    python tools/west_bengal_pack.py ../shared/elections/india src/tieup/packs/west_bengal

Writes constituencies.csv, turnout.csv and returns.parquet. The figures are the Election
Commission's; where they come from and what was corrected stands in the pack's SOURCES.md.
"""

import csv
import gzip
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Codes of the returns -> ids of the pack; every other code is an id already.
PARTIES = {
    "AITC": "TMC",
    "CPI(M)": "CPIM",
    "CPI(ML)(L)": "CPIML",
    "CPI(ML)RS": "CPIMLRS",
    "AJUP": "JUP",
    "GOJAM": "GJM-G",
    "JD(U)": "JDU",
}
NOTA = ("NOTA", "None of the Above")


def election_id(code: str) -> str:
    """'WB-AE-2021' -> 'WB-2021', 'WB-LS-2019' -> 'LS-2019-WB'."""
    state, kind, year = code.split("-")
    return f"{state}-{year}" if kind == "AE" else f"LS-{year}-{state}"


def read_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file, gzipped or plain."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_constituencies(source: Path, target: Path) -> None:
    """One line a constituency: number, name, district, reservation, parliamentary seat."""
    with (target / "constituencies.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["no", "name", "district", "reservation", "parent_no", "parent"])
        for row in read_rows(source / "wb_ac.csv"):
            out.writerow(
                row[name]
                for name in ("ac_no", "ac_name", "district", "reservation", "pc_no", "pc_name")
            )


def write_turnout(rows: list[dict[str, str]], target: Path) -> None:
    """Valid votes (without NOTA) and, where known, electors by election and constituency."""
    seen: dict[tuple[str, int], tuple[str, str]] = {}
    for row in rows:
        key = (election_id(row["election"]), int(row["ac_no"]))
        seen[key] = (row["valid_votes_total"], row["electors"])
    with (target / "turnout.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["election", "no", "valid", "electors"])
        out.writerows([*key, *seen[key]] for key in sorted(seen))


def write_returns(rows: list[dict[str, str]], target: Path) -> None:
    """Every candidacy, by election and constituency, most votes first."""
    records = [
        (
            election_id(row["election"]),
            int(row["ac_no"]),
            PARTIES.get(row["party"], row["party"]),
            "None of the above" if row["candidate"] in NOTA else row["candidate"].strip(),
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
    rows = read_rows(source / "wb_results.csv.gz")
    write_constituencies(source, target)
    write_turnout(rows, target)
    write_returns(rows, target)
    print(f"{len(rows)} candidacies written to {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
