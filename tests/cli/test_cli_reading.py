"""`tieup read`: from files, folders and standard input, with a date given, once and again."""

import json
from pathlib import Path

import pytest

from cli.conftest import DATA, Run
from tieup.cli.options import open_desk

UNDATED = "The Left Front and the Congress met in Kolkata to discuss an alliance for 2026."


def test_reading_twice_adds_nothing(run: Run) -> None:
    first = json.loads(run("read", DATA, "--json").stdout)
    again = json.loads(run("read", DATA, "--json").stdout)
    assert first["new_statements"] == first["statements"] > 0
    assert (again["new_articles"], again["new_statements"]) == (0, 0)
    assert (again["articles"], again["statements"]) == (first["articles"], first["statements"])


def test_standard_input(run: Run) -> None:
    given = (DATA / "wrong_number.txt").read_bytes()
    from_stdin = json.loads(run("read", "-", "--json", given=given).stdout)
    assert from_stdin["new_articles"] == 1
    from_file = json.loads(run("read", DATA / "wrong_number.txt", "--json").stdout)
    assert from_stdin["new_statements"] == from_file["statements"]


def test_an_undated_article_is_a_problem_without_a_date(run: Run) -> None:
    result = run("read", "-", given=UNDATED)
    assert result.exit_code == 1
    assert "date" in result.stderr


def test_a_date_for_what_has_none(run: Run) -> None:
    result = run("read", "-", "--date", "2026-01-20", "--jsonl", given=UNDATED)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert {line["published"] for line in lines} == {"2026-01-20"}
    assert ["INC", "LF"] in [sorted(line["parties"]) for line in lines]


def test_a_given_date_moves_no_dated_article(run: Run) -> None:
    result = run("read", DATA / "wrong_number.txt", "--date", "2020-01-01", "--jsonl")
    published = {json.loads(line)["published"] for line in result.stdout.splitlines()}
    assert published == {"2026-01-20"}


def test_it_says_what_to_do_next(run: Run) -> None:
    first, following = run("read", DATA).stdout.splitlines()
    assert first.startswith("4 articles read (4 new), ")
    assert first.endswith(" in tieup.db")
    assert following == "next: tieup board, tieup disputes or tieup claims"


def test_another_ledger(run: Run, tmp_path: Path) -> None:
    assert run("read", DATA, "--ledger", "[other].db").stdout.splitlines()[0].endswith("[other].db")
    assert [path.name for path in tmp_path.glob("*.db")] == ["[other].db"]


def test_a_region_that_is_a_folder(run: Run, tiny: Path) -> None:
    here = ("--region", tiny)
    assert run("read", "--chronicle", *here).exit_code == 0
    found = json.loads(run("board", *here, "--json").stdout)
    assert found["election"] == "TL-2020"
    (relation,) = found["relations"]
    assert (relation["parties"], relation["status"]) == (["BLUE", "RED"], "talking")
    shown = run("timeline", "Reds", "Blues", *here).stdout
    assert "tieup's summary, after Tin Times" in " ".join(shown.split())


@pytest.mark.usefixtures("ledger")
def test_an_empty_board_points_elsewhere(run: Run) -> None:
    shown = run("board", "--election", "WB-2016").stdout
    assert "nothing is on record for this election" in shown
    assert "--election LS-2019-WB or WB-2021 or LS-2024-WB or WB-2026" in shown


@pytest.mark.usefixtures("ledger")
def test_an_empty_timeline_points_elsewhere(run: Run) -> None:
    shown = run("timeline", "ISF", "LF", "--election", "WB-2016").stdout
    assert "on record by then: --election" in shown
    assert "WB-2026" in shown


@pytest.mark.usefixtures("ledger")
def test_no_dispute_is_no_empty_record(run: Run) -> None:
    shown = run("disputes", "--election", "WB-2021").stdout
    assert "nothing is disputed for this election on that day" in shown
    assert "--election WB-2026" in shown


@pytest.mark.usefixtures("ledger")
def test_disputes_say_nothing_of_what_they_leave_out(run: Run) -> None:
    shown = " ".join(run("disputes").stdout.split())
    assert shown.index("Kabir (chairman, JUP) claims") < shown.index("Siddiqui (chairman, ISF) den")
    assert "has not talked to anybody" in shown
    assert "No alliance" not in shown


@pytest.mark.usefixtures("ledger")
def test_a_day_before_all_articles(run: Run) -> None:
    early = ("--on", "2019-01-01")
    assert "nothing is on record" in run("board", *early).stdout
    assert "nothing is on record" in run("timeline", "LF", "INC", *early).stdout
    assert "nothing is claimed" in run("claims", *early).stdout


def test_a_ledger_as_it_was_recorded(run: Run, ledger: Path) -> None:
    before = json.loads(run("board", "--known", "2020-01-01", "--json").stdout)
    assert (before["known"], before["relations"]) == ("2020-01-01", [])
    with open_desk(str(ledger), None) as desk:
        assert desk.board().entries
