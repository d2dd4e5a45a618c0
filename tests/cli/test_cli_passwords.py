"""A database's password stands in its address, and nowhere in what commands print."""

import json
from pathlib import Path

import pytest

from cli.conftest import DATA, Run
from stores import PostgreSQL
from tieup.cli import main

SECRET = "s3cr3t-word"  # noqa: S105 - it opens nothing
#: What commands need besides.
ARGUMENTS = {
    "read": (str(DATA),),
    "timeline": ("ISF", "LF"),
    "retract": ("a_none", "--on", "2026-01-20", "--by", "X"),
    "export": ("out.csv",),
    "import": ("in.jsonl",),
    "seats": ("--from-board", "--base", "WB-2021"),
    "deal": ("LF+INC", "--base", "WB-2021", "--demands-from-ledger"),
}
ASKED = [
    name
    for name, command in main.commands.items()
    if any("--ledger" in param.opts for param in command.params)
]


def with_password(address: str) -> str:
    """An address with a password in it."""
    return address.replace("tieup@", f"tieup:{SECRET}@")


@pytest.mark.parametrize("command", ASKED)
@pytest.mark.parametrize(
    "address", ["postgresql+psycopg://tieup@127.0.0.1:1/none", "mysql://tieup@127.0.0.1/none"]
)
def test_a_database_that_is_not_there(run: Run, tmp_path: Path, command: str, address: str) -> None:
    (tmp_path / "in.jsonl").touch()
    result = run(command, *ARGUMENTS.get(command, ()), "--ledger", with_password(address))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("tieup: ")
    assert result.stderr.count("\n") == 1
    assert SECRET not in result.stderr


def test_what_goes_well(run: Run, tmp_path: Path, postgresql: PostgreSQL) -> None:
    with postgresql.new() as address:
        ledger = ("--ledger", with_password(address))
        name = "postgresql+psycopg://tieup:***@"
        assert with_password(address) != address
        read = run("read", DATA, *ledger)
        assert name in "".join(read.stdout.split())
        one = json.loads(run("review", *ledger, "--json").stdout)[0]["id"]
        shown = [
            read,
            run("review", one, "accept", "--by", "Asha", *ledger),
            run("export", tmp_path / "out.jsonl", "--texts", *ledger),
            run("import", tmp_path / "out.jsonl", *ledger),
            run("check", *ledger),
            run("board", *ledger),
            run("retract", "a_none", "--on", "2026-01-20", "--by", "X", *ledger),
        ]
        assert [result.exit_code for result in shown] == [0, 0, 0, 0, 0, 0, 1]
        for result in shown:
            assert result.output
            assert SECRET not in result.output
