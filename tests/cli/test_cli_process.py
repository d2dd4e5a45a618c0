"""The installed command in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest

from cli.conftest import DATA, TIEUP, Process
from tieup.cli import main

HEAVY = ("numpy", "sqlalchemy", "altair", "pyarrow", "pydantic", "jinja2")


def test_output_and_errors_are_apart(process: Process, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = process("read", DATA, "empty.txt", "--json")
    assert (done.returncode, done.stderr) == (0, "! empty.txt: empty; skipped\n")
    assert json.loads(done.stdout)["articles"] == 4


def test_from_a_pipe(process: Process) -> None:
    done = process("read", "-", "--json", given=(DATA / "wrong_number.txt").read_text("utf-8"))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["new_articles"] == 1


@pytest.mark.parametrize(
    ("args", "code"),
    [(("board",), 1), (("seats", "A+A", "--base", "WB-2021"), 2), (("board", "--on", "x"), 2)],
)
def test_exit_codes(process: Process, args: tuple[str, ...], code: int) -> None:
    done = process(*args)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith("tieup: ")
    assert done.stderr.count("\n") == 1


def test_no_progress_where_nobody_sees_it(process: Process) -> None:
    done = process("seats", "TMC / BJP", "--base", "WB-2021", "--draws", "200")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.usefixtures("ledger")
def test_an_output_without_our_letters(process: Process) -> None:
    shown = process("board", PYTHONIOENCODING="ascii")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "? disputed  JUP ? ISF" in shown.stdout
    kept = process("timeline", "ISF", "JUP", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(kept.stdout) == json.loads(process("timeline", "ISF", "JUP", "--json").stdout)


@pytest.mark.usefixtures("ledger")
def test_a_full_disk() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [TIEUP, "board"], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert done.returncode != 0
    assert "tieup: the output failed: No space left on device" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_command_the_help_is_shown(process: Process) -> None:
    assert "Usage: tieup" in process().stderr


@pytest.mark.parametrize("command", ["", *main.commands])
def test_help_needs_nothing_heavy(command: str) -> None:
    script = (
        "import sys; from tieup.cli import main\n"
        f"main({[command, '--help'] if command else ['--help']}, standalone_mode=False)\n"
        f"print([m for m in {HEAVY} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.startswith("Usage: ")
    assert done.stderr.strip() == "[]"


def test_help_comes_at_once(process: Process) -> None:
    times = []
    for _ in range(3):
        start = perf_counter()
        assert process("--help").returncode == 0
        times.append(perf_counter() - start)
    assert median(times) < 2  # a third of a second, where nothing else runs
