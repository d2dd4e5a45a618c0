"""Errors that people make: one line that says what to do, an exit code, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from cli.conftest import DATA, Run

BASE = ("--base", "WB-2021")


def fails(result: Result, code: int, *words: str) -> None:
    """One line on standard error with these words, nothing on standard output."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("tieup: ")
    for word in words:
        assert word in result.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("timeline", "ISF", "Trinmol Congres"), ("unknown party 'Trinmol Congres'", "TMC")),
        (("timeline", "ISF", "isf"), ("one party",)),
        (("timeline", "ISF"), ("Missing argument 'B'", "tieup timeline --help")),
        (("board", "--election", "WB-2062"), ("unknown election 'WB-2062'", "WB-2026")),
        (("board", "--region", "west-bengl"), ("unknown region", "west-bengal")),
        (("board", "--on", "2026-13-45"), ("'2026-13-45' is no day", "2026-04-23")),
        (("board", "--known", "yesterday"), ("'yesterday' is no day",)),
        (("boad",), ("'boad'", "board", "tieup --help")),
        (("--colour", "board"), ("--colour",)),
        (("seats", "TMC", "--base", "WB-2062"), ("unknown election", "WB-2026")),
        (("seats", "LF+TMC / TMC", *BASE), ("TMC is named 2 times", "2 blocs")),
        (("seats", "LF / / TMC", *BASE), ("bloc 2", "empty")),
        (("seats", "LF+ / TMC", *BASE), ("bloc 1",)),
        (("seats", "  ", *BASE), ("the structure is empty",)),
        (("seats", "LF / XQZ", *BASE), ("unknown party 'XQZ'", "nearest")),
        (("seats", "TMC", *BASE, "--shares", "TMC=60,BJP=41"), ("101 percent", "100")),
        (("seats", "TMC", *BASE, "--swing", "BJP"), ("swing 'BJP' can't be read", "BJP=+2")),
        (("seats", "TMC", *BASE, "--draws", "-1"), ("--draws",)),
        (("report", "--base", "WB-2021"), ("--base: name the blocs", "--structure")),
        (("report", "--relation", "ISF", "Indian Secular Front"), ("one party",)),
        (("read",), ("name a file", "--chronicle")),
        (("read", DATA, "--json", "--jsonl"), ("choose one",)),
        (("explain", "alliances!"), ("no word 'alliances!'", "alliance")),
    ],
)
@pytest.mark.usefixtures("ledger")
def test_wrong_use_exits_with_2(run: Run, args: tuple[str, ...], words: tuple[str, ...]) -> None:
    fails(run(*args), 2, *words)


def test_base_without_returns(run: Run, tiny: Path) -> None:
    found = run("seats", "RED / BLUE", "--base", "TL-2025", "--region", tiny)
    fails(found, 2, "TL-2025", "no returns", "TL-2020")


def test_a_land_of_one_election_errs_as_many_lands_do(run: Run, tiny: Path) -> None:
    args = ("seats", "RED / BLUE", "--base", "TL-2020", "--region", tiny, "--json")
    assert json.loads(run(*args).stdout)["errors"]["pairs"] == []
    assert run(*args, "--draws", "0").exit_code == 0


def test_a_rule_misspelt_is_told_the_nearest(run: Run) -> None:
    fails(run("explain", "claim met by denal"), 2, "no word", "claim met by denial")


@pytest.mark.parametrize("command", [("voices",), ("disputes",), ("board", "--chances")])
def test_nothing_was_read_yet(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "tieup.db").touch()
    fails(run(*command), 1, "tieup.db is empty", "read articles")


def test_there_is_no_ledger(run: Run, tmp_path: Path) -> None:
    fails(run("board"), 1, "no ledger tieup.db", "tieup read")
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_is_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tieup.db").touch()
    fails(run("board"), 1, "tieup.db is empty", "read articles")


def test_the_ledger_is_no_ledger(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("things to buy", encoding="utf-8")
    fails(run("board", "--ledger", other), 1, "no tieup ledger")
    fails(run("read", DATA, "--ledger", other), 1, "no tieup ledger")
    assert other.read_text(encoding="utf-8") == "things to buy"


def test_the_ledgers_folder_is_missing(run: Run) -> None:
    fails(run("read", DATA, "--ledger", "nowhere/tieup.db"), 1, "no folder nowhere")


@pytest.mark.usefixtures("ledger")
def test_the_folder_to_write_to_is_missing(run: Run) -> None:
    fails(run("report", "--out", "nowhere/r.html"), 1, "nowhere/r.html can't be written")


def test_a_broken_pack_names_file_and_reason(run: Run, tiny: Path) -> None:
    (tiny / "parties.toml").unlink()
    fails(run("seats", "RED", "--base", "TL-2020", "--region", tiny), 1, "parties.toml", "missing")


def test_a_demo_needs_a_chronicle(run: Run, tiny: Path) -> None:
    (tiny / "chronicle.jsonl").unlink()
    fails(run("demo", "--region", tiny), 1, "Tinland", "no chronicle.jsonl")


def test_a_demo_needs_a_plan(run: Run, tiny: Path) -> None:
    fails(run("demo", "--region", tiny), 1, "Tinland", "[demo]", "region.toml")


@pytest.mark.parametrize("content", ["", "   \n"])
def test_nothing_to_read_exits_with_1(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "empty.txt").write_text(content, encoding="utf-8")
    result = run("read", "empty.txt", "--json")
    assert (result.exit_code, result.stderr) == (1, "! empty.txt: empty; skipped\n")
    assert json.loads(result.stdout)["problems"] == [
        {"file": "empty.txt", "place": None, "wrong": "empty", "done": "skipped"}
    ]


def test_a_path_that_is_not_there(run: Run) -> None:
    result = run("read", "nowhere.txt")
    assert (result.exit_code, result.stderr) == (
        1,
        "! nowhere.txt: no such file or folder; skipped\n",
    )


def test_a_good_and_a_bad_file(run: Run, tmp_path: Path) -> None:
    shutil.copy(DATA / "wrong_number.txt", tmp_path / "good.txt")
    (tmp_path / "bad.json").write_text('{"text": ', encoding="utf-8")
    result = run("read", "bad.json", "good.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith("! bad.json")
    assert result.stderr.count("\n") == 1
    assert result.stdout.startswith("1 article read (1 new), ")
