"""Snapshots: what commands print, to the letter.

Where a change is meant, `pytest tests/cli --snapshot-update` takes it over; look at the difference.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from cli.conftest import Run
from tieup.cli import main


@pytest.mark.parametrize(
    "args",
    [
        ("board", "--json"),
        ("timeline", "ISF", "JUP", "--json"),
        ("claims", "--json"),
        ("board",),
        ("board", "--election", "WB-2021"),
        ("timeline", "ISF", "JUP"),
        ("claims",),
        ("digest", "--since", "2025-12-01"),
        ("digest", "--since", "2025-12-01", "--markdown"),
        ("digest", "--since", "2025-12-01", "--json"),
        ("digest", "--since", "2025-12-27", "--on", "2025-12-27"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("ledger")
def test_articles_of_ours(run: Run, snapshot: SnapshotAssertion, args: tuple[str, ...]) -> None:
    result = run(*args)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot


def test_demo(run: Run, snapshot: SnapshotAssertion) -> None:
    result = run("demo")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == snapshot


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help(run: Run, snapshot: SnapshotAssertion, command: str) -> None:
    assert run(*filter(None, [command]), "--help").stdout == snapshot
