"""Voices, chances and disputes on the command line, over the bundled chronicle."""

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from tieup.desk import Desk


@pytest.fixture(scope="session")
def campaigns(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with the chronicle of West Bengal's campaigns."""
    ledger = tmp_path_factory.mktemp("campaigns") / "campaigns.db"
    with Desk.open(ledger, "west-bengal") as desk:
        desk.take_chronicle()
    return ledger


def test_voices_show_counts_and_ranges_and_never_a_bare_percentage(
    run: Run, campaigns: Path
) -> None:
    found = json.loads(run("voices", "--ledger", campaigns, "--json").stdout)
    by_name = {score["voice"]: score for score in found}
    assert by_name["tieup chronicle"]["kind"] == "outlet"
    assert all((score["rate"] is None) == (score["known"] < 3) for score in found)
    shown = run("voices", "--ledger", campaigns).stdout
    kabir = by_name["Humayun Kabir"]
    (row,) = (line for line in shown.splitlines() if line.startswith("Humayun Kabir"))
    low, high = (round(100 * kabir["rate"][key]) for key in ("p05", "p95"))
    assert f"{kabir['borne_out']} of {kabir['known']}" in row
    assert f"{low}–{high}%" in row
    assert "not borne out is not untrue" in " ".join(shown.split())
    assert "lied" not in shown


def test_a_voice_by_any_of_its_names(run: Run, campaigns: Path) -> None:
    one = run("voices", "humayun kabir", "--ledger", campaigns, "--json")
    (whole,) = (
        score
        for score in json.loads(run("voices", "--ledger", campaigns, "--json").stdout)
        if score["voice"] == "Humayun Kabir"
    )
    assert json.loads(one.stdout) == whole
    shown = run("voices", "Humayun Kabir", "--ledger", campaigns).stdout
    assert shown.startswith(f"Humayun Kabir, as of 5 May 2026: {whole['borne_out']} borne out")
    assert shown.count("Not borne out: ") == whole["known"] - whole["borne_out"]


def test_an_unknown_voice_names_the_nearest(run: Run, campaigns: Path) -> None:
    result = run("voices", "Humayan Kbir", "--ledger", campaigns)
    assert result.exit_code == 2
    assert "unknown voice 'Humayan Kbir'; the nearest known: Humayun Kabir" in result.stderr


def test_before_the_count_all_is_open(run: Run, campaigns: Path) -> None:
    args = ("voices", "--ledger", campaigns, "--on", "2016-03-20")
    found = json.loads(run(*args, "--json").stdout)
    assert found
    assert all(score["known"] == 0 for score in found)
    assert f"nothing is known yet of {len(found)} voices" in run(*args).stdout


def test_chances_stand_on_the_board_with_their_cases(run: Run, campaigns: Path) -> None:
    args = ("board", "--ledger", campaigns, "--on", "2026-03-20")
    found = json.loads(run(*args, "--chances", "--json").stdout)
    assert found["chances"]["elections"] == ["WB-2016", "LS-2019-WB", "WB-2021", "LS-2024-WB"]
    agreed = next(r["chance"] for r in found["relations"] if r["parties"] == ["ISF", "LF"])
    assert agreed.keys() == {"mean", "p05", "p95", "cases"}
    shown = run(*args, "--chances").stdout
    mean, low, high = (round(100 * agreed[key]) for key in ("mean", "p05", "p95"))
    assert f"ends allied: {mean}% ({low}–{high}, {agreed['cases']} cases)" in shown
    assert "pairs that nobody wrote about are missing" in " ".join(shown.split())
    plain = json.loads(run(*args, "--json").stdout)
    assert {r["chance"] for r in plain["relations"]} == {None}
    assert "ends allied" not in run(*args).stdout


def test_without_a_counted_election_there_are_no_chances(run: Run, campaigns: Path) -> None:
    args = ("board", "--ledger", campaigns, "--on", "2016-03-20", "--chances")
    assert "No chances" in run(*args).stdout
    found = json.loads(run(*args, "--json").stdout)
    assert {r["chance"] for r in found["relations"]} == {None}


def test_disputes_say_which_side_was_borne_out(run: Run, campaigns: Path) -> None:
    args = ("disputes", "--ledger", campaigns, "--election", "WB-2026")
    then = json.loads(run(*args, "--on", "2026-01-10", "--json").stdout)
    assert [(r["parties"], r["borne_out"]) for r in then["relations"]] == [(["ISF", "JUP"], "open")]
    after = json.loads(run(*args, "--on", "2026-06-01", "--json").stdout)
    settled = {tuple(r["parties"]): r["borne_out"] for r in after["settled"]}
    assert settled["ISF", "JUP"] == "denial"
    shown = " ".join(run(*args, "--on", "2026-06-01").stdout.split())
    assert "The denial was borne out: ISF and AJUP stood apart" in shown
    assert "Open: not counted yet." in run(*args, "--on", "2026-01-10").stdout
