"""A broken pack gets one line that names file, row and reason."""

import filecmp
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tieup.regions import PackError, bundled, load_region
from tieup.regions.files import MAX_FILE

#: The files that a pack must have, and the map that it may have.
NEEDED = (
    "region.toml",
    "parties.toml",
    "people.toml",
    "constituencies.csv",
    "turnout.csv",
    "returns.parquet",
)
FILES = ("hexes.csv", *NEEDED)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundled pack."""
    folder = tmp_path_factory.mktemp("packs") / "west_bengal"
    shutil.copytree(bundled()["west-bengal"], folder)
    return folder


@pytest.fixture
def pack(copied: Path) -> Iterator[Path]:
    """The copy, made whole again after the test."""
    yield copied
    for source in bundled()["west-bengal"].iterdir():
        target = copied / source.name
        if not target.exists() or not filecmp.cmp(source, target, shallow=False):
            if target.is_dir():
                target.rmdir()
            target.unlink(missing_ok=True)
            shutil.copy(source, target)


def complaint(pack: Path) -> str:
    """What is said of a pack, with the returns of 2021 and the chronicle read, too."""
    try:
        region = load_region(pack)
        region.returns("WB-2021")
        region.read_chronicle()
    except PackError as error:
        return str(error)
    return "nothing wrong"


def test_the_copy_is_whole(pack: Path) -> None:
    assert load_region(pack).digest == load_region("west-bengal").digest


@pytest.mark.parametrize("file", NEEDED)
def test_a_missing_file(pack: Path, file: str) -> None:
    (pack / file).unlink()
    assert complaint(pack) == f"pack: {file}: the file is missing"


def test_a_map_is_optional_but_no_link_to_nothing(pack: Path) -> None:
    path = pack / "hexes.csv"
    path.unlink()
    assert complaint(pack) == "nothing wrong"
    region = load_region(pack)
    assert not region.has_map
    assert {seat.hex for seat in region.constituencies.values()} == {None}
    path.symlink_to(pack / "nothing")
    assert complaint(pack) == "pack: hexes.csv: the file is missing"


@pytest.mark.parametrize("file", [*FILES, "chronicle.jsonl"])
@pytest.mark.parametrize(
    "make",
    [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")],
    ids=["pipe", "folder", "device"],
)
def test_what_is_no_regular_file(pack: Path, file: str, make: Callable[[Path], None]) -> None:
    (pack / file).unlink()
    make(pack / file)
    assert complaint(pack) == f"pack: {file}: is no regular file"


@pytest.mark.parametrize("file", ["parties.toml", "returns.parquet", "chronicle.jsonl"])
def test_a_file_that_is_too_large_to_read_whole(pack: Path, file: str) -> None:
    os.truncate(pack / file, MAX_FILE + 1)  # a hole: it takes no room on the disk
    assert complaint(pack) == f"pack: {file}: is larger than 200 MB"


def test_a_chronicle_is_optional_but_no_link_to_nothing(pack: Path) -> None:
    path = pack / "chronicle.jsonl"
    path.unlink()
    assert complaint(pack) == "nothing wrong"
    path.symlink_to(pack / "nothing")
    assert complaint(pack) == "pack: chronicle.jsonl: the file is missing"


@pytest.mark.parametrize("file", [*FILES[:-1], "chronicle.jsonl"])
def test_a_file_that_is_not_utf_8(pack: Path, file: str) -> None:
    path = pack / file
    lines = path.read_bytes().split(b"\n")
    lines[1] += b"\xe9"
    path.write_bytes(b"\n".join(lines))
    expected = f"pack: {file}, line 2: is not UTF-8 (byte 0xe9); save it as UTF-8"
    assert complaint(pack) == expected


#: A file, what is replaced in it by what, and how the complaint begins.
TABLES = [
    ("parties.toml", "[[party]]", "[[party]", "parties.toml: is no TOML:"),
    ("people.toml", "[[person]]", "person = ", "people.toml: is no TOML:"),
    (
        "parties.toml",
        'short = "Left Front"',
        'short = "Left Front"\nwings = 2',
        "parties.toml, [[party]] 1 (LF): wings: there is no such key here (given: 2)",
    ),
    ("parties.toml", "colour =", "color =", "parties.toml, [[party]] 1 (LF): colour: is missing"),
    (
        "parties.toml",
        '"#c20a0a"',
        '"green"',
        "parties.toml, [[party]] 1 (LF): colour: String should match",
    ),
    (
        "parties.toml",
        '{ id = "AIFB"',
        '{ id = "AFB"',
        "parties.toml, [[party]] LF: member AFB is no party of this pack",
    ),
    (
        "parties.toml",
        '{ id = "AIFB"',
        '{ id = "LF"',
        "parties.toml, [[party]] LF: member LF is no other party of this pack",
    ),
    (
        "parties.toml",
        'lead = "CPIM"',
        'lead = "CPM"',
        "parties.toml, [[party]] LF: member CPM is no party of this pack",
    ),
    (
        "parties.toml",
        'forms = ["RVNP"]',
        'forms = ["Left Front"]',
        "parties.toml, [[party]] RVNP: the form 'Left Front' is LF's already",
    ),
    (
        "parties.toml",
        'forms = ["RVNP"]',
        'forms = ["RVNP", 3]',
        "parties.toml, [[party]] 28 (RVNP) forms 2: Input should be a valid string (given: 3)",
    ),
    (
        "parties.toml",
        'id = "RVNP"',
        'id = "LF"',
        "parties.toml, [[party]] LF: the id stands there twice",
    ),
    (
        "parties.toml",
        'id = "RVNP"',
        'id = "TMC"',
        "parties.toml, [[party]] TMC: the country has this party; what is local of it belongs in",
    ),
    (
        "parties.toml",
        '[[local]]\nid = "RSP"',
        '[[local]]\nid = "RPS"',
        "parties.toml, [[local]] RPS: is no party of the country",
    ),
    (
        "parties.toml",
        '[[local]]\nid = "RSP"',
        '[[local]]\nid = "INC"',
        "parties.toml, [[local]] INC: the id stands there twice",
    ),
    (
        "parties.toml",
        '"Kranti Press"',
        '"Alimuddin Street"',
        "parties.toml, [[local]] RSP: the form 'Alimuddin Street' is LF's already",
    ),
    (
        "parties.toml",
        '{ id = "AGP", from',
        '{ id = "NDA", from',
        "parties.toml, [[local]] NDA: member NDA is no other party of this pack",
    ),
    (
        "parties.toml",
        'id = "RVNP"',
        'id = "NOTA"',
        "parties.toml, [[party]] NOTA: the returns keep this id for candidates of no party",
    ),
    (
        "people.toml",
        'party = "ISF"',
        'party = "IFS"',
        "people.toml, [[person]] Nawsad Siddiqui: role 'chairman': IFS is no party of this pack",
    ),
    (
        "people.toml",
        "from = 2021-05-02",
        "from = 2020-05-02",
        "people.toml, [[person]] Nawsad Siddiqui: the roles are not in order of date",
    ),
    (
        "people.toml",
        "from = 2021-05-02 ",
        "# ",
        "people.toml, [[person]] Nawsad Siddiqui: the roles are not in order of date",
    ),
    (
        "people.toml",
        "until = 2021-05-01",
        "until = 2020-05-01",
        "people.toml, [[person]] 1 (Nawsad Siddiqui) [[role]] 1: until 2020-05-01 comes before",
    ),
    (
        "people.toml",
        'name = "Abbas Siddiqui"',
        'name = "Nawsad Siddiqui"',
        "people.toml, [[person]] Nawsad Siddiqui: the name stands there twice",
    ),
    (
        "people.toml",
        '"Shimul Soren"',
        '"Biman Bose"',
        "people.toml, [[person]] Biman Bose: the form 'Biman Bose' is Simul Soren's already",
    ),
    (
        "people.toml",
        'name = "Simul Soren"',
        'name = "Hemant Soren"',
        "people.toml, [[person]] Hemant Soren: the country has this person; what is local of",
    ),
    (
        "people.toml",
        '"Shimul Soren"',
        '"Hemant Soren"',
        "people.toml, [[person]] Simul Soren: the form 'Hemant Soren' is the name of somebody",
    ),
    (
        "people.toml",
        '[[local]]\nname = "Tejashwi Yadav"',
        '[[local]]\nname = "Tejashwi"',
        "people.toml, [[local]] Tejashwi: is nobody whom the country has",
    ),
    (
        "region.toml",
        'country = "india"',
        'country = "indira"',
        "region.toml: country: there is no indira/country.toml beside the pack; bundled countries:",
    ),
    (
        "region.toml",
        'prefix = "WB"',
        'prefix = "WB"\ndistricts = ["Malda"]',
        "region.toml: districts: they stand in constituencies.csv already",
    ),
    (
        "region.toml",
        'parties = ["LF", "INC", "ISF"]',
        'parties = ["LF", "INC", "IFS"]',
        "region.toml, [[election]] WB-2021: alliance: IFS is no party of this pack",
    ),
    (
        "region.toml",
        'Maldah = ["Malda"]',
        'Maldah = ["Maldah"]',
        "region.toml, [places]: 'Maldah' means Maldah, which is no district",
    ),
    (
        "region.toml",
        "counted = 2021-05-02",
        "counted = 2021-04-02",
        "region.toml, [[election]] WB-2021: polled_from, polled_to and counted are not in order",
    ),
    (
        "region.toml",
        'id = "WB-2021"',
        'id = "WB-2016"',
        "region.toml, [[election]] WB-2016: the id stands there twice",
    ),
    (
        "region.toml",
        'kind = "assembly"',
        'kind = "council"',
        "region.toml, [[election]] 2 (WB-2011): kind: Input should be",
    ),
    (
        "region.toml",
        "{ no = 144, counted",
        "{ no = 444, counted",
        "region.toml, [[election]] WB-2026: later: no 444 on 2026-05-24 is no seat counted later",
    ),
    (
        "region.toml",
        "counted = 2026-05-24",
        "counted = 2026-05-04",
        "region.toml, [[election]] WB-2026: later: no 144 on 2026-05-04 is no seat counted later",
    ),
    (
        "region.toml",
        'relation = ["AIMIM", "JUP"]',
        'relation = ["MIM", "JUP"]',
        "region.toml, [demo]: MIM is no party of this pack",
    ),
    (
        "region.toml",
        'base = "WB-2021"',
        'base = "WB-2020"',
        "region.toml, [demo]: WB-2020 is no election of this pack",
    ),
    (
        "region.toml",
        "TMC = 215, BJP = 77",
        "TMC = 214, BJP = 78",
        "returns.parquet, election WB-2021: TMC won 215 seats by the votes, 214 by the official",
    ),
]

#: The same for files of lines.
LINES = [
    ("constituencies.csv", "\n2,", "\n3,", "constituencies.csv, line 3: no 3 where 2 should stand"),
    (
        "constituencies.csv",
        "no,name,district",
        "no,district,name",
        "constituencies.csv, line 1: columns must be no,name,district,reservation,parent_no,parent",
    ),
    (
        "constituencies.csv",
        "Mathabhanga",
        "Mathabhanga,",
        "constituencies.csv, line 3: 7 cells where 6 should stand",
    ),
    ("constituencies.csv", "Mathabhanga", "", "constituencies.csv, line 3: name: is empty"),
    (
        "constituencies.csv",
        "Cooch Behar,SC",
        "Cooch Behar,OBC",
        "constituencies.csv, line 2: reservation: Input should be",
    ),
    (
        "constituencies.csv",
        "SC,3,Jalpaiguri",
        "SC,,",
        "constituencies.csv, line 2: no 1 needs a parent_no: LS-2009-WB has returns by its",
    ),
    (
        "constituencies.csv",
        "\n294,",
        "\n295,",
        "constituencies.csv, line 295: no 295 where 294 should stand",
    ),
    ("hexes.csv", "\n1,25,3\n", "\n", "hexes.csv: no line for constituency 1"),
    ("hexes.csv", "\n1,25,3\n", "\n1,26,3\n", "hexes.csv, line 3: the cell of no 1 already"),
    (
        "hexes.csv",
        "\n1,25,3\n",
        "\n1,25,3\n1,90,90\n",
        "hexes.csv, line 3: no 1 has a cell already",
    ),
    ("hexes.csv", "\n1,25,3\n", "\n1,25,3\n295,90,90\n", "hexes.csv: there is no constituency 295"),
    ("hexes.csv", "1,25,3", "1,25,x", "hexes.csv, line 2: r: Input should be"),
    ("hexes.csv", "no,q,r", '"no', "hexes.csv, line"),
    (
        "turnout.csv",
        "WB-2021,1,196297,",
        "WB-2021,1,196298,",
        "turnout.csv, line 1766 (WB-2021, no 1): 196298 valid votes, but the candidates' add up",
    ),
    (
        "turnout.csv",
        "WB-2021,1,196297,226465",
        "WB-2021,1,196297,196297",
        "turnout.csv, line 1766 (WB-2021, no 1): 198744 votes from 196297 electors",
    ),
    (
        "turnout.csv",
        "WB-2021,1,196297,226465\n",
        "",
        "turnout.csv, election WB-2021: no line for no 1",
    ),
    (
        "turnout.csv",
        "WB-2021,1,",
        "WB-2021,2,",
        "turnout.csv, line 1767: WB-2021, no 2 stands in line 1766 already",
    ),
    (
        "turnout.csv",
        "WB-2021,294,",
        "WB-2021,295,",
        "turnout.csv, line 2059: there is no constituency 295",
    ),
    (
        "turnout.csv",
        "WB-2021,1,",
        "WB-2022,1,",
        "turnout.csv, line 1766: votes for WB-2022, which has no official tally in region.toml",
    ),
    (
        "turnout.csv",
        "WB-2021,1,196297,",
        "WB-2021,1,-5,",
        "turnout.csv, line 1766: valid: Input should be",
    ),
    ("chronicle.jsonl", '{"id"', "{id", "chronicle.jsonl, line 1: is no JSON:"),
    (
        "chronicle.jsonl",
        '"sources": [{',
        '"source": [{',
        "chronicle.jsonl, line 1: sources: is missing",
    ),
    (
        "chronicle.jsonl",
        '"url": "https://',
        '"url": "',
        "chronicle.jsonl, line 1: url: Input should be a valid URL,",
    ),
    (
        "chronicle.jsonl",
        '"date": "2016-02-18"',
        '"date": "18.2.2016"',
        "chronicle.jsonl, line 1: date: Input should be a valid date",
    ),
    (
        "chronicle.jsonl",
        '"wb-2016-03-07-a"',
        '"wb-2016-02-18-a"',
        "chronicle.jsonl, dispatch wb-2016-02-18-a: the id stands there twice",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), TABLES + LINES)
def test_a_broken_text(pack: Path, file: str, old: str, new: str, said: str) -> None:
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    complained = complaint(pack)
    assert complained.startswith(f"pack: {said}")
    assert complained.isprintable()  # one line


def test_a_complaint_shows_what_was_given(pack: Path) -> None:
    text = (pack / "parties.toml").read_text(encoding="utf-8")
    (pack / "parties.toml").write_text(text.replace("#c20a0a", "green" * 50), encoding="utf-8")
    assert complaint(pack).endswith(f" (given: {'green' * 12}...)")
