"""docs/adding-a-region.md works as it stands: its blocks, written to disk, are a region."""

import re
from datetime import date
from pathlib import Path

import pytest

from tieup.regions import PackError, Region, load_region

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-region.md"
FILE = re.compile(r"^### `(?P<name>[\w.]+)`\n(?P<rest>.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def tinland(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pack of the page, made as the page says."""
    folder = tmp_path / "tinland"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    for section in FILE.finditer(PAGE.read_text(encoding="utf-8")):
        for block in BLOCK.finditer(section["rest"]):
            if block["language"] == "python":
                exec(block["body"], {})  # noqa: S102 - the page's own snippet, from this repository
            elif section["name"] == "returns.parquet":
                (tmp_path / "votes.csv").write_text(block["body"], encoding="utf-8")
            else:
                (folder / section["name"]).write_text(block["body"], encoding="utf-8")
    return folder


def loaded(folder: Path) -> Region:
    """The region, with all its returns read."""
    region = load_region(folder)
    for election in region.elections.values():
        if election.has_returns:
            region.returns(election.id)
    return region


def test_the_page_makes_a_region(tinland: Path) -> None:
    region = loaded(tinland)
    assert sorted(path.name for path in tinland.iterdir()) == [
        "constituencies.csv",
        "hexes.csv",
        "parties.toml",
        "people.toml",
        "region.toml",
        "returns.parquet",
        "turnout.csv",
    ]
    assert region.returns("TL-2020").seats_won == {"RED": 2, "BLUE": 1}
    assert region.parties_of("PACT", date(2022, 1, 1)) == ("RED", "GREEN")
    assert region.parties["GREEN"].name_on(date(2019, 2, 28)) == "Ada Ashe (party planned)"
    assert region.parties["GREEN"].name_on(date(2022, 1, 1)) == "Green Union"
    role = region.people["Ada Ashe"].role_on(date(2019, 2, 1))
    assert role is not None
    assert role.planned
    (alliance,) = region.elections["TL-2020"].alliances
    contested = region.returns("TL-2020").contested
    assert alliance.parties == ("RED", "GREEN")
    assert contested(["RED"]) & contested(["GREEN"]) == {1}


@pytest.mark.parametrize(
    ("file", "old", "new", "shown"),
    [
        ("parties.toml", 'colour = "#2244cc"\n', "", "[[party]] 2 (BLUE): colour: is missing"),
        ("turnout.csv", "TL-2020,1,100", "TL-2020,1,99", "line 5 (TL-2020, no 1): 99 valid votes"),
    ],
)
def test_the_errors_that_the_page_shows(
    tinland: Path, file: str, old: str, new: str, shown: str
) -> None:
    text = (tinland / file).read_text(encoding="utf-8")
    (tinland / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        loaded(tinland)
    assert f"{file}, {shown}" in str(caught.value)
    assert f"    {caught.value}\n" in PAGE.read_text(encoding="utf-8")
