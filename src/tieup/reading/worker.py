"""A worker: a process that reads one chunk of articles after another, and the pipe to it."""

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import current_thread, main_thread

from tieup.articles import Article
from tieup.reading.clerk import Clerk, Orders, unread
from tieup.reading.reader import Reading


@dataclass(slots=True, eq=False)
class Chunk:
    """Articles that one process reads, and their readings so far.

    Attributes:
        ended_at: how many readings there were when a process ended over it; -1 where none has.
    """

    articles: tuple[Article, ...]
    readings: list[Reading | None] = field(default_factory=list)
    ended_at: int = -1

    @property
    def is_read(self) -> bool:
        """Whether every article has its reading."""
        return len(self.readings) == len(self.articles)

    @property
    def unread(self) -> tuple[Article, ...]:
        """The articles that have none yet."""
        return self.articles[len(self.readings) :]

    def process_ended(self) -> None:
        """Give up an article over which a second process ends; the first may be a mischance."""
        at = len(self.readings)
        if at == self.ended_at:
            wrong = "two processes ended while they read it"
            self.readings.append(unread(self.articles[at], wrong))
        self.ended_at = at


class Worker:
    """One process that reads, and this end of the pipe to it.

    It is handed a chunk only when it has none, so that neither end ever waits for the other to take
    what it sends.
    """

    def __init__(self, orders: Orders) -> None:
        """Start it."""
        spawning = get_context("spawn")  # a fork takes along locks, threads and open ledgers
        self.pipe, theirs = spawning.Pipe()
        self.chunk: Chunk | None = None
        self.has_started = False
        self._process = spawning.Process(target=_work, args=(theirs,), daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()  # only the process holds it now, so that both end together
        self._send(orders)

    def take(self, chunk: Chunk) -> None:
        """Hand it what is still to be read of a chunk."""
        self.chunk = chunk
        self._send(chunk.unread)

    def hear(self) -> None:
        """Take what it says next: first that it has started, then one reading after another.

        Raises:
            EOFError: where it has ended.
        """
        try:
            said: Reading | None = self.pipe.recv()
        except OSError as error:
            raise EOFError from error
        if not self.has_started:
            self.has_started = True
        elif self.chunk is not None:
            self.chunk.readings.append(said)
            if self.chunk.is_read:
                self.chunk = None

    def stop(self) -> None:
        """End it, whatever it does."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()
        self._process.close()

    def _send(self, what: object) -> None:
        with suppress(OSError):  # it has ended, as whoever hears it is told
            self.pipe.send(what)


def _work(pipe: Connection) -> None:
    """What the process does: take orders, then read until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where _deaf could not see to it
    with suppress(EOFError, OSError):
        clerk = Clerk(pipe.recv())
        pipe.send(None)
        for chunk in count():
            for article in pipe.recv():
                pipe.send(clerk.read(article))
            if not chunk:  # what is loaded by now stays: it need not be gone through for garbage
                gc.collect()
                gc.freeze()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started within hear no Ctrl-C: who started them hears it, and ends them."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
