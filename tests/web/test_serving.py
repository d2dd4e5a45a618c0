"""`tieup serve` as people start and end it: a process of its own on a port of this machine."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tieup.articles import Article
from tieup.ledger import Ledger

TIEUP = Path(sys.executable).with_name("tieup")
HOST = "127.0.0.1"
#: Seconds that a start or an end may take on a machine that has much else to do.
PATIENCE = 60.0
ARTICLE = Article(id="a1", published=date(2026, 1, 5), text="The two parties met.")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that is not empty, so that no chronicle has to be read."""
    path = tmp_path / "tieup.db"
    with Ledger.open(path) as made:
        made.append([ARTICLE])
    return path


@pytest.fixture
def port() -> int:
    """One that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(ledger: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The process; ended at the latest at the end."""
    asked = ["serve", "--port", str(port), "--ledger", str(ledger), "--region", "west-bengal"]
    process = subprocess.Popen(
        [TIEUP, *asked], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def wait(process: subprocess.Popen[str], port: int) -> None:
    """Until it listens."""
    until = time.monotonic() + PATIENCE
    while True:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, -signal.SIGTERM)])
def test_it_answers_until_it_is_interrupted_and_ends_cleanly(
    ledger: Path, port: int, how: signal.Signals, code: int
) -> None:
    with started(ledger, port) as process:
        wait(process, port)
        asked = HTTPConnection(HOST, port, timeout=PATIENCE)
        asked.request("GET", "/api/region")
        answer = asked.getresponse()
        assert (answer.status, b'"west-bengal"' in answer.read()) == (200, True)
        process.send_signal(how)  # while the connection is open
        told, wrong = process.communicate(timeout=PATIENCE)
        asked.close()
    assert (process.returncode, wrong) == (code, "")
    assert f"http://{HOST}:{port}" in told
    with Ledger.open(ledger) as left:
        assert [article.id for article in left.articles()] == [ARTICLE.id]


def test_a_port_in_use_says_so(ledger: Path, port: int) -> None:
    with socket.socket() as other:
        other.bind((HOST, port))
        other.listen()
        with started(ledger, port) as process:
            _, wrong = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert wrong == f"tieup: port {port} failed: the port is in use; name another by --port\n"
