"""Builds the tables of the West Bengal pack from the shared returns.

    python tools/west_bengal_pack.py ../shared/elections/india src/tieup/packs/west_bengal

Writes constituencies.csv, turnout.csv and returns.parquet. The figures are the Election
Commission's; where they come from and what was corrected stands in the pack's SOURCES.md.
"""

import csv
import gzip
import sys
from pathlib import Path

from tables import Candidacy, write_constituencies, write_returns, write_turnout

Row = dict[str, str]

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


def read_rows(path: Path) -> list[Row]:
    """Rows of a CSV file, gzipped or plain."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def constituency(row: Row) -> tuple[str, ...]:
    """Number, name, district, reservation, parliamentary seat."""
    names = ("ac_no", "ac_name", "district", "reservation", "pc_no", "pc_name")
    return tuple(row[name] for name in names)


def turnout(rows: list[Row]) -> dict[tuple[str, int], tuple[str, str]]:
    """Valid votes (without NOTA) and, where known, electors."""
    return {
        (election_id(row["election"]), int(row["ac_no"])): (
            row["valid_votes_total"],
            row["electors"],
        )
        for row in rows
    }


def candidacy(row: Row) -> Candidacy:
    """A row of the returns as the pack has it."""
    return Candidacy(
        election=election_id(row["election"]),
        no=int(row["ac_no"]),
        party=PARTIES.get(row["party"], row["party"]),
        candidate="None of the above" if row["candidate"] in NOTA else row["candidate"].strip(),
        votes=int(row["votes"]),
    )


def main(source: Path, target: Path) -> None:
    """Write the three tables."""
    rows = read_rows(source / "wb_results.csv.gz")
    write_constituencies(map(constituency, read_rows(source / "wb_ac.csv")), target)
    write_turnout(turnout(rows), target)
    write_returns(map(candidacy, rows), target)
    print(f"{len(rows)} candidacies written to {target}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
