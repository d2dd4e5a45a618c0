"""The command `tieup deal`: its table, its JSON, its pictures, and what it says of bad input."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console

from cli.conftest import Run
from tieup.cli.deal_tables import deal_table
from tieup.deals import Talks, deal, prospects_of
from tieup.regions import Region
from tieup.scenarios import Scenario

BASE = ("--base", "WB-2021", "--draws", "60", "--seed", "7")
BLOC = "LF+INC+ISF"
#: As contract.md has it.
DEAL = {"partners", "objective", "proven", "gap", "gains", "total", "allocation"}
SEAT = {"no", "name", "partner", "party", "chance", "next_best", "reason"}
#: Leaders and words that nobody said.
JOURNAL = """\
2026-01-20 article d_1
  outlet: The Daily
  title: The ISF wants more than it is offered
  | Asha Das of the ISF said: "We want 45 seats." The Left Front has offered 30, said Bela Roy.

2026-01-20 Asha Das demands ISF, LF
  "We want 45 seats."
  mode: direct
  seats: ISF:asked 45
  election: WB-2026

2026-01-20 Bela Roy claims ISF, LF
  "The Left Front has offered 30"
  seats: ISF:offered 30
  election: WB-2026

2026-01-28 article d_2
  outlet: The Daily
  title: The ISF agrees to less
  | Asha Das of the ISF said: "We have settled for 37 seats."

2026-01-28 Asha Das agrees ISF, LF
  "We have settled for 37 seats."
  mode: direct
  seats: ISF:agreed 37
  election: WB-2026
"""

ARTICLE = """\
date 2026-01-20 Kolkata: The ISF wants 45 seats in the alliance with the Left Front, ISF leader \
Asha Das said on Tuesday.

The Left Front has offered the ISF 30 seats for the Assembly elections, CPI(M) leader Bela Roy said.
"""


def told(result: Result) -> Any:  # noqa: ANN401 - whatever JSON can hold
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def fails(result: Result, *parts: str) -> None:
    """One line on standard error that has these words, and exit code 2."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    for part in parts:
        assert part in result.stderr


@pytest.fixture
def talked(run: Run, tmp_path: Path) -> Path:
    """A ledger in which the ISF asks for 45 seats, is offered 30, and settles for 37."""
    (tmp_path / "talks.journal").write_text(JOURNAL, encoding="utf-8")
    ledger = tmp_path / "talks.db"
    done = run("import", "talks.journal", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    return ledger


def test_a_deal_as_json(run: Run) -> None:
    found = told(run("deal", BLOC, *BASE, "--quota", "ISF=40", "--must", "INC=Bhangar", "--json"))
    assert found.keys() >= DEAL
    assert all(seat.keys() >= SEAT for seat in found["allocation"])
    assert (found["partners"], found["objective"]) == (["LF", "INC", "ISF"], "seats")
    assert (found["proven"], found["gap"]) == (True, 0.0)
    assert all(gain.keys() == {"alone", "deal", "seats"} for gain in found["gains"].values())
    assert found["total"].keys() >= {"mean", "p05", "p95"}
    stands = [seat["partner"] for seat in found["allocation"]]
    assert len(stands) == 294
    assert {p: stands.count(p) for p in stands} == {
        p: gain["seats"] for p, gain in found["gains"].items()
    }
    assert found["gains"]["ISF"]["seats"] == 40
    (bhangar,) = (seat for seat in found["allocation"] if seat["name"] == "Bhangar")
    assert bhangar["partner"] == bhangar["party"] == "INC"
    assert "the demands ask for it" in bhangar["reason"]
    assert {*found["rules"]} == {"winner keeps, else runner-up", "proportional"}


def test_a_deal_as_a_table(run: Run, tmp_path: Path) -> None:
    args = ("--quota", "INC=92", "--explain", "Bhangar", "--swap", "Bhangar=INC", "--prices")
    found = run("deal", BLOC, *BASE, *args, "--csv", "deal.csv")
    assert (found.exit_code, found.stderr) == (0, "")
    for part in (
        "Left Front + Congress + ISF: most expected seats (proven), 60 draws, mark 148",
        "rule of thumb",
        "Congress stands in exactly 92 seats",
        "148 Bhangar: ",
        "with the swap",
        "costs in expected seats",
    ):
        assert part in found.stdout
    with (tmp_path / "deal.csv").open(encoding="utf-8") as sheet:
        rows = list(csv.DictReader(sheet))
    assert len(rows) == 294
    assert sum(row["partner"] == "INC" for row in rows) == 92


def test_what_is_asked_and_offered_on_record_fills_in(run: Run, talked: Path) -> None:
    asked = ("--demands-from-ledger", "--ledger", talked, "--json", "--on")
    found = told(run("deal", BLOC, *BASE, *asked, "2026-01-21"))
    assert found["demands"] == ["ISF stands in at least 45 seats"]
    assert found["gains"]["ISF"]["seats"] >= 45
    (ladder,) = found["ladders"]
    assert (ladder["partner"], ladder["offer"], ladder["asked"]) == ("ISF", 30, 45)
    assert [rung["seats"] for rung in ladder["rungs"]] == list(range(30, 46))
    assert [rung["gains"]["ISF"]["seats"] for rung in ladder["rungs"]] == list(range(30, 46))
    assert min(rung["cost"] for rung in ladder["rungs"]) == 0
    # What was agreed since then ends the haggling.
    later = told(run("deal", BLOC, *BASE, *asked, "2026-01-29"))
    assert later["demands"] == ["ISF stands in exactly 37 seats"]
    assert "ladders" not in later


def test_an_article_tells_what_is_asked_and_offered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(ARTICLE, encoding="utf-8")
    ledger = tmp_path / "read.db"
    assert run("read", "talks.txt", "--ledger", ledger).exit_code == 0
    asked = ("--demands-from-ledger", "--ledger", ledger, "--on", "2026-01-21", "--json")
    found = told(run("deal", BLOC, *BASE, *asked))
    assert found["demands"] == ["ISF stands in at least 45 seats"]
    assert [(each["offer"], each["asked"]) for each in found["ladders"]] == [(30, 45)]


@pytest.mark.parametrize(
    ("told_of", "demands", "ladder"),
    [
        ("The ISF has asked the Left Front for 45 seats. The Left Front has offered 30, sources said.", "ISF stands in at least 45 seats", [(30, 45)]),
        ("The Left Front has been asked by the ISF for 45 seats. The ISF was offered 30 by the Left Front.", "ISF stands in at least 45 seats", [(30, 45)]),
        ("The Congress, which won 44 seats in 2016, wants 100 seats from the Left Front.", "INC stands in at least 100 seats", []),
    ],
)  # fmt: skip
def test_who_asks_whom_is_told_by_the_articles_words(
    run: Run, tmp_path: Path, told_of: str, demands: str, ladder: list[tuple[int, int]]
) -> None:
    (tmp_path / "asked.txt").write_text(f"date 2026-01-20 {told_of}\n", encoding="utf-8")
    ledger = tmp_path / "asked.db"
    assert run("read", "asked.txt", "--ledger", ledger).exit_code == 0
    asked = ("--demands-from-ledger", "--ledger", ledger, "--on", "2026-01-21", "--json")
    found = told(run("deal", BLOC, *BASE, *asked))
    assert found["demands"] == [demands]
    assert [(each["offer"], each["asked"]) for each in found.get("ladders", ())] == ladder


def test_the_ladder_is_shown_without_being_asked_for(run: Run, talked: Path) -> None:
    asked = ("--demands-from-ledger", "--ledger", talked, "--on", "2026-01-21")
    found = run("deal", BLOC, *BASE, *asked)
    assert found.exit_code == 0
    assert "ISF: from 30 seats, offered, to 45, asked" in found.stdout
    assert "compromise: " in found.stdout
    assert "asked" not in run("deal", BLOC, *BASE).stdout


def test_a_record_without_demands_is_told(run: Run, talked: Path) -> None:
    asked = ("--demands-from-ledger", "--ledger", talked, "--on", "2026-01-01")
    assert "nothing is on record by that day" in run("deal", BLOC, *BASE, *asked).stdout
    assert "nothing is on record" not in run("deal", BLOC, *BASE).stdout


@pytest.mark.parametrize(
    ("base", "house", "name"),
    [("WB-2021", 294, "Legislative Assembly"), ("LS-2019-WB", 42, "Lok Sabha")],
)
def test_seats_to_leave_without_an_alliance(run: Run, base: str, house: int, name: str) -> None:
    args = ("deal", "LF / INC", "--base", base, "--draws", "150", "--stand-downs", "3")
    found = told(run(*args, "--json"))
    assert found["between"] == ["LF", "INC"]
    assert found["parliament"] == (house == 42)
    assert 1 <= len(found["seats"]) <= 3
    for seat in found["seats"]:
        assert seat["no"] in found["left"][seat["giver"]]
        assert 1 <= seat["no"] <= house
        assert 0 <= min(seat["before"], seat["after"]) < 1
        assert {seat["giver"], seat["taker"]} == {"LF", "INC"}
    gains = [gain["mean"] for gain in found["gains"].values()]
    assert min(gains) >= 0
    assert sum(gains) > 0
    shown = run(*args)
    assert shown.exit_code == 0
    assert f"the best seats of the {name} to leave" in " ".join(shown.stdout.split())
    assert all(seat["name"] in shown.stdout for seat in found["seats"])


def test_few_seats_change_from_the_deal_before(run: Run, tmp_path: Path) -> None:
    assert run("deal", BLOC, *BASE, "--quota", "INC=150", "--csv", "deal.csv").exit_code == 0
    with (tmp_path / "deal.csv").open(encoding="utf-8") as sheet:
        before = {int(row["no"]): row["partner"] for row in csv.DictReader(sheet)}

    def changed(*args: str) -> int:
        allocation = told(run("deal", BLOC, *BASE, *args, "--json"))["allocation"]
        return sum(before[seat["no"]] != seat["partner"] for seat in allocation)

    # From the base itself 10 are too few: several partners met in more.
    assert changed("--changes", "10", "--after", "deal.csv") == 10 < changed()
    assert changed("--changes", "0", "--after", "deal.csv") == 0


def test_a_deal_that_would_not_hold_is_mended(run: Run) -> None:
    args = ("deal", "LF+INC", *BASE, "--quota", "LF=20", "--stability", "gamma")
    found = told(run(*args, "--json"))
    stands = {str(seat["no"]): seat["partner"] for seat in found["allocation"]}
    tempted = [each for each in found["walkouts"] if each["tempted"]]
    assert [each["group"] for each in tempted] == [["LF"]]
    repair = found["repairs"]["gamma"]
    assert repair["changed"] == [int(no) for no in repair["stands"]] != []
    assert all(stands[no] != partner for no, partner in repair["stands"].items())
    after = stands | repair["stands"]
    assert {p: [*after.values()].count(p) for p in ("LF", "INC")} == {"LF": 20, "INC": 274}
    shown = " ".join(run(*args).stdout.split())
    for partner, name in (("LF", "Left Front"), ("INC", "Congress")):
        first = next(no for no, who in repair["stands"].items() if who == partner)
        assert f"{name} in {first} " in shown


def test_pictures(run: Run, tmp_path: Path) -> None:
    args = ("--frontier", "LF+INC", "--step", "100", "--plot", "f.svg", "--map", "m.svg", "--json")
    found = told(run("deal", BLOC, *BASE, *args))
    assert len(found["frontier"]) > 1
    assert "seats in which Left Front stands" in (tmp_path / "f.svg").read_text(encoding="utf-8")
    drawn = (tmp_path / "m.svg").read_text(encoding="utf-8")
    for partner, name in (("LF", "Left Front"), ("INC", "Congress"), ("ISF", "ISF")):
        assert f"{name}: {found['gains'][partner]['seats']}" in drawn


def test_what_is_not_proven_is_told_in_the_objectives_unit(bengal: Region) -> None:
    found = deal(
        prospects_of(bengal, Scenario(base="WB-2021", blocs=(("LF", "INC"),)), draws=20, seed=7)
    )
    for objective, bound, words in (
        ("seats", 21.125, "at most 21.12 seats are possible"),
        ("majority", 0.7788, "at most 77.9% is possible"),
        ("nash", 2.5, "at most 2.50 seats gained by each, as a geometric mean, are possible"),
    ):
        open_ = replace(found, objective=objective, bound=bound, proven=False)  # type: ignore[arg-type]
        console = Console(width=200, record=True, file=StringIO())
        console.print(deal_table(open_, {}, bengal))
        shown = console.export_text()
        assert words in shown
        assert ("chosen by these" in shown) == (objective == "majority")


def test_an_unknown_seat_is_told_before_a_deal_is_sought(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Talks, "deal", never)
    fails(run("deal", BLOC, *BASE, "--explain", "Bhangr"), "unknown seat 'Bhangr'", "Bhangar")


@pytest.mark.parametrize("option", ["--csv", "--map"])
def test_a_missing_folder_is_told_before_a_deal_is_sought(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str
) -> None:
    monkeypatch.setattr(Talks, "deal", None)  # whoever sought one would fail
    target = tmp_path / "nowhere" / "deal.csv"
    answer = run("deal", BLOC, *BASE, option, str(target))
    assert answer.exit_code == 1
    assert f"there is no folder {target.parent}" in answer.stderr


def test_who_supports_from_outside_counts(run: Run) -> None:
    args = ("deal", "LF+INC / TMC", "--base", "WB-2021", "--draws", "300", "--json")
    bare, backed = told(run(*args)), told(run(*args, "--support", "TMC:LF"))
    assert backed["majority"] > bare["majority"]
    assert backed["gains"] == bare["gains"]


def test_a_plot_needs_a_frontier(run: Run, tmp_path: Path) -> None:
    fails(run("deal", BLOC, *BASE, "--plot", "f.png"), "--plot", "--frontier LF+INC")
    args = ("--frontier", "LF+INC", "--step", "100")
    fails(run("deal", BLOC, *BASE, *args, "--plot", "f.gif"), "f.gif", ".png, .svg or .html")
    assert list(tmp_path.iterdir()) == []


def test_demands_that_contradict_each_other_are_named(run: Run) -> None:
    args = ("--quota", "LF=200..", "--quota", "INC=80..", "--quota", "ISF=20..", "--must", "INC=1")
    fails(
        run("deal", BLOC, *BASE, *args),
        "these can't all be met: LF stands in at least 200 seats; INC stands in at least 80 seats;"
        " ISF stands in at least 20 seats",
    )
    pair = ("--must", "INC=Bhangar", "--never", "INC=148", "--quota", "LF=100..")
    found = run("deal", BLOC, *BASE, *pair)
    fails(found, "INC must have 148 Bhangar; INC must not have 148 Bhangar")
    assert "LF" not in found.stderr


@pytest.mark.parametrize(
    ("args", "parts"),
    [
        (("--must", "ISF=Bhangra"), ("unknown seat 'Bhangra'", "Bhangar")),
        (("--must", "ISF=295"), ("no seat 295", "1 to 294")),
        (("--explain", "Bhangra"), ("unknown seat 'Bhangra'", "Bhangar")),
        (("--swap", "Bhangar=INCC"), ("unknown party 'INCC'", "INC")),
        (("--balance", "INC@Maldah=3..8"), ("Maldah", "Malda")),
        (("--quota", "ISF=295"), ("ISF can't stand in 295 seats: there are 294",)),
        (("--quota", "ISF=50..40"), ("ISF: from 50 to 40 seats is no range",)),
        (("--quota", "ISF"), ("quota 'ISF' can't be read", "ISF=30..45")),
        (("--quota", "BJP=3"), ("unknown partner 'BJP'", "LF")),
        (("--frontier", "LF"), ("frontier 'LF' can't be read", "LF+INC")),
        (("--stand-downs", "3"), ("stand-downs", "'LF / INC'")),
        (("--stand-downs", "3", "--quota", "LF=3", "--csv", "x.csv"), ("--quota, --csv", "deal")),
        (("--on", "2026-01-21"), ("--demands-from-ledger",)),
        (("--after", "deal.csv"), ("--changes",)),
        (("--after", "deal.csv", "--changes", "3"), ("deal.csv", "can't be read")),
        (("--target", "295"), ("295 seats can't be reached: there are 294",)),
        (("--balance", "INC@Malda=13"), ("at least 13 of Malda, which has 12 seats",)),
        (("--changes", "0"), ("at most 0 seats change", "several partners met in 11 seats")),
        (("--both", "LF+TMC=1"), ("unknown partner 'TMC'", "LF")),
        (("--split", "XYZW:TMC=0.2"), ("unknown party 'XYZW'",)),
    ],
)
def test_bad_input_gets_one_line(run: Run, args: tuple[str, ...], parts: tuple[str, ...]) -> None:
    fails(run("deal", BLOC, *BASE, *args), *parts)


def test_a_deal_is_between_partners_who_stood(run: Run) -> None:
    fails(run("deal", "INC", *BASE), "INC stands alone", "LF+INC")
    fails(run("deal", "LF+ISF", "--base", "LS-2019-WB"), "ISF had no votes", "--split")
