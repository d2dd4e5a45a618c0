"""Every command's --json: valid, and with the keys of the contract."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cli.conftest import DATA, Run
from tieup.cli import main

STATEMENT = {
    "id", "kind", "article", "content_id", "act", "parties", "hub", "form", "speaker",
    "speaker_party", "speaker_role", "unit", "mode", "election", "background", "said_on",
    "published", "quote", "start", "end", "seats", "places", "deadline", "condition", "decider",
    "participants", "against", "outlet", "origin", "reader", "confidence", "why",
}  # fmt: skip
BOARD = {"on", "known", "election", "relations", "alliances"}
RELATION = {
    "parties", "status", "since", "towards", "away", "waiting_on", "decider", "rule", "because",
    "origins", "chance",
}  # fmt: skip
SEATS = {
    "region", "base", "draws", "seed", "pack", "scenario", "seats", "blocs", "majority_mark",
    "hung", "pivots", "constituencies",
}  # fmt: skip
SPREAD = {"mean", "p05", "p50", "p95"}


def told(result: Result) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The JSON of a run that went well and said nothing else."""
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


@pytest.mark.parametrize("command", ["seats", "sweep", "deal"])
def test_without_a_base_it_starts_from_the_last_count_of_the_house(run: Run, command: str) -> None:
    asked = (command, "LF+INC", "--draws", 20, "--json")
    assert told(run(*asked)) == told(run(*asked, "--base", "WB-2026"))


def test_board(run: Run, ledger: Path) -> None:
    found = told(run("board", "--ledger", ledger, "--on", "2025-12-28", "--json"))
    assert found.keys() >= BOARD
    assert (found["on"], found["known"], found["election"]) == ("2025-12-28", None, "WB-2026")
    assert all(relation.keys() >= RELATION for relation in found["relations"])
    (dispute,) = (r for r in found["relations"] if r["status"] == "disputed")
    assert dispute["parties"] == ["ISF", "JUP"]
    assert (dispute["towards"], dispute["away"]) == (["JUP"], ["ISF"])
    assert dispute["since"] == "2025-12-28"


@pytest.mark.usefixtures("ledger")
def test_board_shows_alliances(run: Run) -> None:
    found = told(run("board", "--election", "WB-2021", "--json"))
    assert found["alliances"] == [
        {"parties": ["INC", "ISF", "LF"], "status": "agreed", "complete": True, "missing": []}
    ]


@pytest.mark.usefixtures("ledger")
def test_disputes_are_the_board_with_nothing_else(run: Run) -> None:
    found = told(run("disputes", "--json"))
    assert found.keys() >= BOARD
    assert {r["status"] for r in found["relations"]} == {"disputed"}
    whole = told(run("board", "--json"))
    disputed = [r for r in whole["relations"] if r["status"] == "disputed"]
    assert found["relations"] == [{**r, "until": None, "borne_out": "open"} for r in disputed]


@pytest.mark.usefixtures("ledger")
def test_timeline(run: Run) -> None:
    turns = told(run("timeline", "ISF", "JUP", "--json"))
    assert [turn["status"] for turn in turns] == ["disputed"]
    assert all(s.keys() >= STATEMENT for turn in turns for s in turn["statements"])
    assert {s["act"] for turn in turns for s in turn["statements"]} >= {"claims", "denies"}


@pytest.mark.usefixtures("ledger")
def test_timeline_of_nothing_is_an_empty_list(run: Run) -> None:
    assert told(run("timeline", "BJP", "TMC", "--json")) == []


@pytest.mark.usefixtures("ledger")
def test_claims_carry_their_check(run: Run) -> None:
    claims = told(run("claims", "--json"))
    assert all(claim.keys() >= STATEMENT | {"check"} for claim in claims)
    (wrong,) = (claim for claim in claims if claim["seats"] == {"INC": 54})
    assert wrong["check"]["verdict"] == "contradicted"
    assert "44 of 294" in wrong["check"]["figures"]
    assert "confirmed" in {claim["check"]["verdict"] for claim in claims}


def test_read(run: Run) -> None:
    found = told(run("read", DATA, "--json"))
    assert (found["articles"], found["new_articles"], found["problems"]) == (4, 4, [])
    assert found["statements"] == found["new_statements"] > 0


def test_read_jsonl_has_every_key_of_the_contract(run: Run) -> None:
    result = run("read", DATA, "--jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert lines
    assert all(line.keys() >= STATEMENT for line in lines)
    assert all(line["act"] is None for line in lines if line["kind"] != "alliance")
    results = [line for line in lines if line["kind"] == "result"]
    assert results
    assert all("verdict" in line["check"] for line in results)


def test_jsonl_quotes_stand_in_their_article(run: Run) -> None:
    text = (DATA / "wrong_number.txt").read_text(encoding="utf-8")
    lines = run("read", DATA / "wrong_number.txt", "--jsonl").stdout.splitlines()
    quotes = [json.loads(line)["quote"] for line in lines]
    assert quotes
    assert all(quote in text for quote in quotes)


def test_seats(run: Run) -> None:
    structure = "LF+INC+ISF / TMC / BJP"
    args = ("seats", structure, "--base", "WB-2021", "--draws", "500", "--seed", "7", "--json")
    first = run(*args)
    found = told(first)
    assert found.keys() >= SEATS
    assert (found["draws"], found["seed"], found["majority_mark"]) == (500, 7, 148)
    assert found["pack"].startswith("sha256:")
    assert found["scenario"]["blocs"] == [["LF", "INC", "ISF"], ["TMC"], ["BJP"]]
    assert all(spread.keys() == SPREAD for spread in found["seats"].values())
    assert all(bloc.keys() >= {"parties", "majority"} | SPREAD for bloc in found["blocs"])
    assert len(found["constituencies"]) == 294
    assert all(
        seat.keys() >= {"no", "name", "chances", "leader", "standing"}
        for seat in found["constituencies"]
    )
    assert all(p.keys() >= {"bloc", "shapley_shubik", "banzhaf"} for p in found["pivots"])
    assert run(*args).stdout == first.stdout


def test_seats_without_error_are_the_result(run: Run) -> None:
    found = told(run("seats", "TMC / BJP", "--base", "WB-2021", "--draws", "0", "--json"))
    assert (found["seats"]["TMC"]["mean"], found["seats"]["BJP"]["mean"]) == (215, 77)


def test_seats_with_the_rules_of_thumb_beside_them(run: Run) -> None:
    args = ("seats", "LF+INC / TMC / BJP", "--base", "WB-2021", "--draws", "0", "--json")
    plain = told(run(*args))
    assert "baselines" not in plain
    found = told(run(*args, "--swing", "BJP=+6", "--baselines"))["baselines"]
    assert found["blocs"] == [["LF", "INC"], ["TMC"], ["BJP"]]
    assert found["uniform_swing"][2] > plain["blocs"][2]["no_error"]
    assert found["proportional_swing"][2] > plain["blocs"][2]["no_error"]
    unity = found["opposition_unity"]
    assert unity["government"] == ["TMC"]
    assert 0 < unity["base"] < unity["scenario"] <= 100


def test_rules_of_thumb_stand_beside_one_structure(run: Run) -> None:
    refused = run("seats", "--from-board", "--baselines")
    assert refused.exit_code == 2
    assert "one structure" in refused.stderr


def test_backtest_where_alliances_changed(run: Run) -> None:
    found = told(run("backtest", "--changed", "--draws", "50", "--json"))
    everywhere = told(run("backtest", "--draws", "50", "--json"))
    assert [row["method"] for row in found] == [row["method"] for row in everywhere]
    assert 0 < found[0]["seats"] < everywhere[0]["seats"]
    assert all(0 <= row["right"] <= row["seats"] for row in found)


@pytest.mark.usefixtures("ledger")
def test_report(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "briefing.html"
    assert told(run("report", "--out", target, "--json")) == {"report": str(target)}
    assert target.read_text(encoding="utf-8").startswith("<!")


def test_explain(run: Run) -> None:
    (entry,) = told(run("explain", "courting", "--json"))
    assert entry.keys() == {"word", "group", "definition", "example"}
    assert (entry["word"], entry["group"]) == ("courting", "status")


@pytest.mark.usefixtures("ledger")
def test_explain_a_rule_of_the_board(run: Run) -> None:
    board = told(run("board", "--on", "2025-12-28", "--json"))
    for relation in board["relations"]:
        (rule,) = told(run("explain", relation["rule"].upper(), "--json"))
        assert (rule["word"], rule["group"]) == (relation["rule"], "rule")
        assert rule["status"] == relation["status"]
        assert rule["example"] == rule["examples"][0]
    shown = " ".join(run("explain", "claim met by denial").stdout.split())
    assert shown.startswith(
        "claim met by denial (rule, makes a relation disputed): One side claims"
    )
    assert "For example: 2025-12-27/2025-12-28 JUP claims ISF+JUP;" in shown


def test_explain_without_a_word_lists_all(run: Run) -> None:
    words = {entry["word"] for entry in told(run("explain", "--json"))}
    assert words >= {"wants", "disputed", "kingmaker", "review", "claim met by denial"}
    assert "; claim met by denial; " in " ".join(run("explain").stdout.split())


def test_every_command_takes_json() -> None:
    without = [
        name
        for name, command in main.commands.items()
        if not any("--json" in param.opts for param in command.params)
    ]
    assert without == ["serve", "user"]  # a server, and a group of commands that change
