"""`tieup read --jobs`: a process group of its own, interrupted and killed, leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import DATA, TIEUP, Run
from tieup.desk.intake import BATCH
from tieup.ledger import Ledger

MET = "The Left Front and the Congress held seat-sharing talks in Kolkata, Md Salim said, part {}."
MANY = 20_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@contextmanager
def on_a_terminal() -> Iterator[None]:
    """What starts within hears Ctrl-C; in the background a shell has these tests start it deaf."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Two processes that read many articles for long."""
    lines = (json.dumps({"date": "2026-01-15", "text": MET.format(n)}) for n in range(MANY))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with on_a_terminal():
        process = subprocess.Popen(
            [TIEUP, "read", "many.jsonl", "--jobs", "2"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
    with process:
        yield process
        if alive(process.pid):
            os.killpg(process.pid, signal.SIGKILL)


def alive(group: int) -> bool:
    """Whether anything of a process group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether it comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def recorded() -> int:
    """How many articles the ledger holds so far."""
    if not Path("tieup.db").exists():
        return 0
    with Ledger.open("tieup.db") as ledger:
        return len(ledger.articles())


def test_ctrl_c_stops_at_once(reading: subprocess.Popen[str]) -> None:
    assert until(lambda: recorded() > 0)
    os.killpg(reading.pid, signal.SIGINT)  # as a terminal sends it to all of them
    output, errors = reading.communicate(timeout=10)
    assert (reading.returncode, output, errors.strip()) == (1, "", "Aborted!")
    assert until(lambda: not alive(reading.pid), 10)
    assert recorded() % BATCH == 0
    assert recorded() < MANY


def test_a_killed_reader_leaves_no_process(reading: subprocess.Popen[str]) -> None:
    assert until(lambda: recorded() > 0)
    reading.kill()
    reading.communicate(timeout=10)
    assert until(lambda: not alive(reading.pid), 10)
    assert recorded() % BATCH == 0
    assert 0 < recorded() < MANY


def test_jobs_change_nothing_of_what_is_printed(run: Run) -> None:
    one = run("read", DATA, "--jsonl", "--jobs", "1", "--ledger", "one.db")
    two = run("read", DATA, "--jsonl", "--jobs", "2", "--ledger", "two.db")
    assert (one.exit_code, two.exit_code) == (0, 0)
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) > 3


def test_paths_and_chronicle_are_counted_together(run: Run, tiny: Path) -> None:
    def counted(ledger: str, *args: str | Path) -> dict[str, Any]:
        shown = run("read", *args, "--region", tiny, "--json", "--jobs", "2", "--ledger", ledger)
        found: dict[str, Any] = json.loads(shown.stdout)
        return found

    news, told = counted("news.db", DATA), counted("told.db", "--chronicle")
    assert told["statements"] > 0
    assert counted("both.db", DATA, "--chronicle") == {key: news[key] + told[key] for key in news}


def test_lines_go_to_standard_output_beside_a_bar_on_a_terminal() -> None:
    terminal, its_end = os.openpty()
    done = subprocess.run(
        [TIEUP, "read", DATA, "--jsonl"], stdout=subprocess.PIPE, stderr=its_end, check=True
    )
    os.close(its_end)
    assert b"reading" in os.read(terminal, 10_000)
    os.close(terminal)
    assert len([json.loads(line) for line in done.stdout.splitlines()]) > 3


def test_no_job_is_wrong_use(run: Run) -> None:
    assert run("read", DATA, "--jobs", "0").exit_code == 2
