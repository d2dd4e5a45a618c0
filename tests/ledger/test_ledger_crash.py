"""Killed, cut off or crowded at any moment: what was acknowledged is there, once and whole."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import psycopg
import pytest

from stores import PostgreSQL
from tieup.articles import Article
from tieup.ledger import Ledger, LedgerError
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind

ROUNDS = 200
#: Where a slow machine acknowledges too little in so many rounds, it is killed more often.
MOST_ROUNDS = 5 * ROUNDS
STATEMENTS = 7
#: Writers that have loaded tieup already, so that two hundred take a moment. They share no thread
#: and no connection with the tests.
PROCESSES = multiprocessing.get_context("fork")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


def batch(name: str) -> tuple[Article, list[Statement]]:
    """An article and its statements."""
    article = Article(id=name, published=date(2025, 12, 28), text=f"{name}: the talks are on.")
    said = [
        Statement(
            kind=Kind.ALLIANCE,
            act=Act.TALKS,
            article=article.id,
            content_id=article.content_id,
            parties=("INC", "LF"),
            published=article.published,
            quote=article.text[start:],
            start=start,
            end=len(article.text),
            reader="test",
            confidence=1.0,
            why="test",
        )
        for start in range(STATEMENTS)
    ]
    return article, said


def write(place: str, names: list[str], acknowledge: Connection) -> None:
    """Append a batch for each name, telling of each when it is on the disk."""
    try:
        with Ledger.open(place) as ledger:
            for name in names:
                article, said = batch(name)
                ledger.append([article], said)
                acknowledge.send(name)
    except LedgerError:
        acknowledge.close()  # the server went away


def start(place: str, names: Iterable[str]) -> tuple[BaseProcess, Connection]:
    """A writer, and where it is heard."""
    receiver, sender = PROCESSES.Pipe(duplex=False)
    writer = PROCESSES.Process(target=write, args=(place, list(names), sender))
    writer.start()
    sender.close()
    return writer, receiver


def heard(receiver: Connection, *, to_the_end: bool = True) -> list[str]:
    """All that a writer acknowledged before it ended, or so far."""
    names: list[str] = []
    try:
        while to_the_end or receiver.poll(0):
            names.append(receiver.recv())
    except EOFError:
        pass
    return names


def check_whole(place: str, acknowledged: Iterable[str]) -> None:
    """All that was acknowledged is there once, and nothing half."""
    with Ledger.open(place) as ledger:
        kept = [article.id for article in ledger.articles()]
        said = Counter(statement.article for statement in ledger.statements(pair=("LF", "INC")))
    assert len(kept) == len(set(kept))
    assert set(acknowledged) <= set(kept)
    assert said == dict.fromkeys(kept, STATEMENTS)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty place, not yet a ledger, of each kind that outlives a process."""
    if request.param == "sqlite":
        return str(tmp_path / "tieup.db")
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.url(server.database())


def test_what_was_acknowledged_survives_kill_9(place: str) -> None:
    rng = random.Random("kill -9")
    acknowledged: list[str] = []
    for number in range(MOST_ROUNDS):
        if number >= ROUNDS and len(acknowledged) > ROUNDS:
            break
        writer, receiver = start(place, (f"r{number}-{count}" for count in range(1000)))
        if number > 4:  # the first rounds die at the start, while the ledger is being made
            assert receiver.poll(30)
        time.sleep(rng.uniform(0, 0.025))
        writer.kill()
        acknowledged += heard(receiver)
        writer.join()
        if number % 50 == 0:
            check_whole(place, acknowledged)
    check_whole(place, acknowledged)
    assert len(acknowledged) > ROUNDS
    with Ledger.open(place) as ledger:
        assert ledger.check() == ()


def fail_as_a_machine(server: PostgreSQL, _name: str) -> None:
    server.stop(signal.SIGQUIT)
    server.start()


def kill_the_backend(server: PostgreSQL, name: str) -> None:
    query = "SELECT pid FROM pg_stat_activity WHERE datname = %s"
    with psycopg.connect(server.address("postgres")) as raw:
        (pid,) = raw.execute(query, [name]).fetchall()[0]
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize("strike", [fail_as_a_machine, kill_the_backend])
def test_what_was_acknowledged_survives_the_server(
    postgresql: PostgreSQL, strike: Callable[[PostgreSQL, str], None]
) -> None:
    rng = random.Random("server")
    name = postgresql.database()
    place = postgresql.url(name)
    acknowledged: list[str] = []
    for number in range(4):
        writer, receiver = start(place, (f"r{number}-{count}" for count in range(10_000)))
        assert receiver.poll(30)
        time.sleep(rng.uniform(0, 0.2))
        strike(postgresql, name)
        acknowledged += heard(receiver)
        writer.join()
        postgresql.wait()
        check_whole(place, acknowledged)
    assert len(acknowledged) > 4


def test_a_power_cut_copy_holds_what_was_acknowledged(tmp_path: Path) -> None:
    rng = random.Random("power cut")
    path = tmp_path / "tieup.db"
    writer, receiver = start(str(path), (f"r{count}" for count in range(100_000)))
    assert receiver.poll(30)
    assert writer.pid is not None
    acknowledged: list[str] = []
    cuts: list[tuple[Path, list[str]]] = []
    for number in range(25):
        time.sleep(rng.uniform(0, 0.03))
        os.kill(writer.pid, signal.SIGSTOP)
        acknowledged += heard(receiver, to_the_end=False)
        cut = tmp_path / f"cut{number}"
        cut.mkdir()
        for name in ("tieup.db", "tieup.db-wal"):
            shutil.copy(tmp_path / name, cut / name)
        os.kill(writer.pid, signal.SIGCONT)
        cuts.append((cut / "tieup.db", [*acknowledged]))
    writer.kill()
    writer.join()
    for copy, known in cuts:
        check_whole(str(copy), known)
    assert len(acknowledged) > 25


def test_writers_take_turns_and_who_follows_misses_nothing(place: str) -> None:
    """From the making of the ledger on: the order of moments is the order of commits."""
    names = [[f"w{number}-{count}" for count in range(25)] for number in range(3)]
    writers = [start(place, own) for own in names]
    followed: list[str] = []
    last = datetime.min.replace(tzinfo=UTC)
    assert writers[0][1].poll(30)
    with Ledger.open(place) as ledger:
        running = True
        while running:
            running = any(writer.is_alive() for writer, _ in writers)
            new = ledger.entries(since=last)
            followed += {entry.statement.article for entry in new}
            last = max((entry.recorded for entry in new), default=last)
        assert sorted(followed) == sorted(name for own in names for name in own)
        moments = {entry.statement.article: entry.recorded for entry in ledger.entries()}
    for (writer, receiver), own in zip(writers, names, strict=True):
        assert heard(receiver) == own
        assert writer.exitcode == 0
        assert [moments[name] for name in own] == sorted(moments[name] for name in own)
    assert len(set(moments.values())) == len(moments), "each batch has its own"
    check_whole(place, moments)
