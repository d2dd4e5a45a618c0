"""A made-up land of three seats and two parties, as a pack on disk."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

#: An election, a seat's number, a party, a candidate, votes.
Row = tuple[str, int, str, str, int]

TEXTS = {
    "region.toml": """\
id = "tinland"
name = "Tinland"
prefix = "TL"
forms = ["Tinland"]
house = "Parliament"

[[election]]
id = "TL-2020"
kind = "assembly"
name = "Election of 2020"
counted = 2020-06-01
official = { RED = 2, BLUE = 1 }

[[election]]
id = "TL-2025"
kind = "assembly"
name = "Election of 2025"
counted = 2025-06-01
""",
    "parties.toml": """\
[[party]]
id = "RED"
name = "Red Party"
short = "Reds"
colour = "#cc0000"
forms = ["Red Party", "Reds"]

[[party]]
id = "BLUE"
name = "Blue Party"
short = "Blues"
colour = "#0000cc"
forms = ["Blue Party", "Blues"]
""",
    "people.toml": """\
[[person]]
name = "Ada Ashe"
short = ["Ashe"]

[[person.role]]
party = "RED"
title = "leader"
""",
    "constituencies.csv": """\
no,name,district,reservation,parent_no,parent
1,Northtown,North,,,
2,Southtown,South,,,
3,Port,South,,,
""",
    "hexes.csv": """\
no,q,r
1,0,0
2,0,1
3,1,1
""",
    "turnout.csv": """\
election,no,valid,electors
TL-2020,1,100,150
TL-2020,2,110,
TL-2020,3,90,120
""",
    "chronicle.jsonl": (
        '{"id": "one", "date": "2020-01-05", "title": "Reds and Blues meet", '
        '"text": "The Reds met the Blues on Sunday.", '
        '"sources": [{"outlet": "Tin Times", "url": "https://tin.example/1", '
        '"date": "2020-01-05"}]}\n'
    ),
}
ROWS: tuple[Row, ...] = (
    ("TL-2020", 1, "RED", "Ada Ashe", 60),
    ("TL-2020", 1, "BLUE", "Ben Birch", 40),
    ("TL-2020", 2, "RED", "Cy Cedar", 70),
    ("TL-2020", 2, "IND", "Dee Date", 40),
    ("TL-2020", 3, "BLUE", "Eve Elm", 50),
    ("TL-2020", 3, "RED", "Fay Fir", 40),
)


def write_pack(folder: Path, rows: Iterable[Row] = ROWS) -> Path:
    """Write the pack into a folder, with these rows as its returns."""
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    columns = zip(*rows, strict=True)
    names = ("election", "no", "party", "candidate", "votes")
    table = pa.table(dict(zip(names, columns, strict=True)))
    pq.write_table(table, folder / "returns.parquet")
    return folder
