"""A former deal, read from the sheet that it was written to, and what is said of other sheets."""

from pathlib import Path

import pytest

from tieup.deals import Cap, Demands, deal, load_former, prospects_of, talks
from tieup.regions import Region
from tieup.scenarios import Scenario, ScenarioError

SCENARIO = Scenario(base="WB-2016", blocs=(("LF", "INC"),))


def written(folder: Path, text: str) -> Path:
    file = folder / "deal.csv"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_deal_comes_back_from_its_sheet(bengal: Region, tmp_path: Path) -> None:
    found = deal(prospects_of(bengal, SCENARIO, draws=20, seed=1))
    former = load_former(written(tmp_path, found.to_csv()), bengal)
    assert former == {seat.no: tuple(seat.partner.split("+")) for seat in found.allocation}


def test_names_pairs_and_seats_left_out(bengal: Region, tmp_path: Path) -> None:
    text = "\ufeffpartner,seat,no\nLF + Congress,Suti,57\n,Malda,58\nISF,Bhangar, 148\n"
    assert load_former(written(tmp_path, text), bengal) == {57: ("LF", "INC"), 148: ("ISF",)}


def test_who_has_left_since_then_frees_its_seats(bengal: Region) -> None:
    former = {1: ("ISF",), 2: ("ISF", "LF"), 3: ("INC",)}
    about = talks(bengal, SCENARIO, Demands(all=(Cap(most=0),)), draws=20, seed=1).after(former)
    assert about.prospects.previous == {2: ("LF",), 3: ("INC",)}
    stands = {seat.no: seat.partner for seat in about.deal().allocation}
    assert (stands[2], stands[3]) == ("LF", "INC")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: has no columns no and partner"),
        ("no;partner\n1;LF\n", "line 1: has no columns no and partner"),
        ("no,partner\n1,LF\n295,LF\n", "line 3: no seat '295'"),
        ("no,partner\nBhangar,LF\n", "line 2: no seat 'Bhangar'"),
        ("no,partner\n1,LF\n1,INC\n", "line 3: seat '1' is given twice"),
        ("no,partner\n1,LFF\n", "line 2: unknown party 'LFF'; the nearest known: LF"),
        ("no,partner\n1\n", None),
        ('no,partner\n1,"LF\n', "is no CSV"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    text: str, message: str | None, bengal: Region, tmp_path: Path
) -> None:
    file = written(tmp_path, text)
    if message is None:
        assert load_former(file, bengal) == {}
        return
    with pytest.raises(ScenarioError, match=message) as caught:
        load_former(file, bengal)
    assert str(caught.value).startswith("deal.csv: ")
