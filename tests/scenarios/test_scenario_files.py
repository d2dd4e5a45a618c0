"""Scenario files: everything a scenario can say, and what is refused."""

from pathlib import Path

import pytest

from tieup.regions import Region
from tieup.scenarios import Places, Scenario, ScenarioError, Split, load_scenario

WHOLE = """
base = "wb-2026"
structure = "LF+Congress+ISF / TMC / BJP / JUP"
friendly = "none"
[swing]
BJP = 2
[shares]
TMC = 41
ISF = "2~0.5"
[transfer]
"INC:LF" = 0.6
"LF:INC" = "0.9~0.1"
[[split]]
party = "JUP"
parent = "TMC"
part = 0.25
sd = 0.1
places = ["Murshidabad", 144]
[standing]
INC = [52, 53]
LF = [1, 53]
[[leaves]]
giver = "JUP"
taker = "INC"
seats = [54]
[[support]]
party = "JUP"
to = "TMC"
"""


def load(tmp_path: Path, bengal: Region, text: str, **more: str) -> Scenario:
    path = tmp_path / "plan.toml"
    path.write_text(text)
    return load_scenario(path, bengal, **more)


def test_a_file_says_everything(bengal: Region, tmp_path: Path) -> None:
    assert load(tmp_path, bengal, WHOLE) == Scenario(
        base="WB-2026",
        blocs=(("LF", "INC", "ISF"), ("TMC",), ("BJP",), ("JUP",)),
        swing={"BJP": 2.0},
        shares={"TMC": 41.0, "ISF": 2.0},
        share_errors={"ISF": 0.5},
        transfer={("INC", "LF"): 0.6, ("LF", "INC"): 0.9},
        transfer_errors={("LF", "INC"): 0.1},
        splits=(
            Split(
                party="JUP",
                parent="TMC",
                part=0.25,
                sd=0.1,
                places=Places(districts=("Murshidabad",), seats=(144,)),
            ),
        ),
        friendly="none",
        standing={"INC": (52, 53), "LF": (1, 53)},
        leaves={("JUP", "INC"): (54,)},
        support=(("JUP", "TMC"),),
    )


def test_polls_stand_beside_it_and_shares_go_before_them(bengal: Region, tmp_path: Path) -> None:
    (tmp_path / "polls.csv").write_text(
        "pollster,from,to,sample,party,share\n"
        "One,2026-03-01,2026-03-05,1200,TMC,44\nOne,2026-03-01,2026-03-05,1200,BJP,41\n"
    )
    text = 'polls = "polls.csv"\nstructure = "TMC / BJP"\n[shares]\nTMC = 43\n'
    found = load(tmp_path, bengal, text, base="WB-2021")
    assert found.shares == {"TMC": 43.0, "BJP": 41.0}
    assert found.known == {"TMC"}
    assert found.share_errors["BJP"] > 2.5


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('base = "wb-2026"', "", "base: is missing"),
        ("wb-2026", "wb-2027", "base: unknown election"),
        ("Congress", "Congres", "structure: unknown party 'Congres'"),
        ("BJP = 2", "BJPP = 2", r"swing\.BJPP: unknown party"),
        ("BJP = 2", 'BJP = "two"', r"swing\.BJP"),
        ("BJP = 2", "BJP = nan", r"swing\.BJP: 'nan' can't be read"),
        ("BJP = 2", "BJP = 2\nTrinamool = 1", "both a swing and a share"),
        ("TMC = 41", "TMC = 99", "add up to 101 percent"),
        ("TMC = 41", 'TMC = "41~"', r"shares\.TMC: '41~' can't be read"),
        ("TMC = 41", "TMC = 41\nTrinamool = 41", r"shares\.Trinamool: TMC is given twice"),
        ('"INC:LF" = 0.6', '"INC" = 0.6', r"transfer\.INC: write one such as"),
        ('"INC:LF" = 0.6', '"INC:LF" = 1.6', "from 0 to 1"),
        ("part = 0.25", "part = 1.25", r"split\.1: .*at most 1"),
        ("part = 0.25", "", r"split\.1\.part: is missing"),
        ('parent = "TMC"', 'parent = "JUP"', "can't split from itself"),
        ('"Murshidabad"', '"Murshidbad"', r"split\.1: unknown seat or district"),
        ("INC = [52, 53]", "INC = [52, 295]", r"standing\.INC: there is no seat 295"),
        ("seats = [54]", "seats = []", "leaves JUP:INC has no seat"),
        ("seats = [54]", "seat = [54]", r"leaves\.1"),
        ('to = "TMC"', 'to = "JUP"', "for another bloc"),
        ("friendly", "freindly", "freindly: there is no such key here"),
        ("[swing]", "[swing", "is no TOML"),
        ('friendly = "none"', 'polls = "none.csv"', "can't be read"),
    ],
)
def test_a_broken_file_is_one_line_with_its_key(
    bengal: Region, tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in WHOLE
    with pytest.raises(ScenarioError, match=said) as refused:
        load(tmp_path, bengal, WHOLE.replace(old, new))
    assert len(str(refused.value).splitlines()) == 1
