"""Regions at the command line: told where none is given, and packs of names without votes."""

import json
from pathlib import Path

import pytest

from .conftest import Run

TAMIL = """date 2026-02-10

DMK and Congress to open talks in Chennai

The DMK and the Congress will hold seat-sharing talks next week for the Tamil Nadu Assembly
election, K Selvaperunthagai said in Chennai on Tuesday.
"""
BIHARI = """date 2025-09-10

RJD and Congress to share seats

The RJD and the Congress will hold seat-sharing talks in Patna next week, Tejashwi Yadav said on
Wednesday. Bihar votes in November.
"""


@pytest.fixture
def several(tmp_path: Path, run: Run) -> Path:
    """A ledger with news of two states."""
    for name, text in (("tamil", TAMIL), ("bihari", BIHARI)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run("read", "tamil.txt", "bihari.txt", "--json")
    assert done.exit_code == 0, done.output
    return tmp_path / "tieup.db"


@pytest.mark.parametrize(
    ("election", "pair"), [("TN-2026", ["DMK", "INC"]), ("BR-2025", ["INC", "RJD"])]
)
def test_each_article_is_read_with_its_own_region(
    several: Path, run: Run, election: str, pair: list[str]
) -> None:
    assert several.exists()
    done = run("board", "--election", election, "--json")
    found = json.loads(done.stdout)
    assert found["election"] == election
    assert pair in [sorted(relation["parties"]) for relation in found["relations"]]
    assert run("timeline", *pair, "--election", election).exit_code == 0


def test_a_region_given_is_the_region_of_every_article(several: Path, run: Run) -> None:
    done = run("read", "bihari.txt", "--region", "tamil-nadu", "--ledger", "one.db", "--jsonl")
    elections = [json.loads(line)["election"] for line in done.stdout.splitlines()]
    assert elections
    assert all(election.endswith("TN") or election.startswith("TN") for election in elections)
    assert several.exists()


NO_VOTES = (
    "tieup: the pack of Tamil Nadu has names and no returns: "
    "it can be read and followed, not projected\n"
)


@pytest.mark.parametrize(
    "args",
    [
        ("seats", "DMK+INC / AIADMK", "--base", "TN-2021"),
        ("seats", "DMK+INC / AIADMK", "--base", "TN-2021", "--region", "tamil-nadu"),
        ("report", "--election", "TN-2026", "--structure", "DMK+INC", "--base", "TN-2021"),
    ],
)
def test_a_pack_of_names_is_not_projected(several: Path, run: Run, args: tuple[str, ...]) -> None:
    assert several.exists()
    done = run(*args)
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", NO_VOTES)


def test_a_pack_of_names_has_no_demo(run: Run) -> None:
    done = run("demo", "--region", "tamil-nadu")
    expected = "tieup: the pack of Tamil Nadu has no chronicle.jsonl to read\n"
    assert (done.exit_code, done.stderr) == (1, expected)


def test_a_pack_of_names_has_claims_that_nobody_can_check(tmp_path: Path, run: Run) -> None:
    text = (
        "date 2026-02-10\n\nThe alliance of the DMK and the Congress in the 2021 Tamil Nadu "
        "Assembly election was a success, M K Stalin said in Chennai.\n"
    )
    (tmp_path / "past.txt").write_text(text, encoding="utf-8")
    assert run("read", "past.txt").exit_code == 0
    claims = json.loads(run("claims", "--json").stdout)
    assert {claim["check"]["verdict"] for claim in claims} == {"uncheckable"}
    assert run("claims").exit_code == 0


def test_a_pack_of_names_has_a_report(several: Path, run: Run, tmp_path: Path) -> None:
    assert several.exists()
    done = run("report", "--election", "TN-2026", "--out", "report.html")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Tamil Nadu" in (tmp_path / "report.html").read_text(encoding="utf-8")
