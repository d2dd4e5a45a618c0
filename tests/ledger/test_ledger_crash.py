"""Killed at any moment: what was acknowledged is there, once and whole."""

import multiprocessing
import random
import time
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from tieup.articles import Article
from tieup.ledger import Ledger
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind

ROUNDS = 15
STATEMENTS = 7
#: Writers start from a server that has loaded tieup already, so that fifteen take a moment.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tieup.ledger"])


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


def write(path: Path, names: list[str], acknowledge: Connection) -> None:
    """Append a batch for each name, telling of each when it is on the disk."""
    with Ledger.open(path) as ledger:
        for name in names:
            article, said = batch(name)
            ledger.append([article], said)
            acknowledge.send(name)


def heard(receiver: Connection) -> list[str]:
    """All that a writer acknowledged before it ended."""
    names: list[str] = []
    try:
        while True:
            names.append(receiver.recv())
    except EOFError:
        return names


def test_what_was_acknowledged_survives_kill_9(tmp_path: Path) -> None:
    rng = random.Random("kill -9")
    path = tmp_path / "tieup.db"
    acknowledged: list[str] = []
    for number in range(ROUNDS):
        receiver, sender = PROCESSES.Pipe(duplex=False)
        names = [f"r{number}-{count}" for count in range(10_000)]
        writer = PROCESSES.Process(target=write, args=(path, names, sender))
        writer.start()
        sender.close()
        if number > 2:  # the first rounds die at the start, while the file is being made
            assert receiver.poll(30)
        time.sleep(rng.uniform(0, 0.06))
        writer.kill()
        acknowledged += heard(receiver)
        writer.join()
        with Ledger.open(path) as ledger:
            kept = [article.id for article in ledger.articles()]
            said = [statement.article for statement in ledger.statements(pair=("LF", "INC"))]
        assert len(kept) == len(set(kept))
        assert set(acknowledged) <= set(kept)
        assert sorted(said) == sorted(name for name in kept for _ in range(STATEMENTS))
    assert len(acknowledged) > ROUNDS


def test_writers_take_turns_from_the_making_of_the_file_on(tmp_path: Path) -> None:
    path = tmp_path / "tieup.db"
    writers, receivers, expected = [], [], []
    for number in range(3):
        receiver, sender = PROCESSES.Pipe(duplex=False)
        names = [f"w{number}-{count}" for count in range(15)]
        writers.append(PROCESSES.Process(target=write, args=(path, names, sender)))
        receivers.append(receiver)
        expected += names
        writers[-1].start()
        sender.close()
    acknowledged = [name for receiver in receivers for name in heard(receiver)]
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    assert sorted(acknowledged) == sorted(expected)
    with Ledger.open(path) as ledger:
        assert sorted(article.id for article in ledger.articles()) == sorted(expected)
        moments = {e.statement.article: e.recorded for e in ledger.entries()}
    for number in range(3):
        own = [moments[f"w{number}-{count}"] for count in range(15)]
        assert own == sorted(own)
