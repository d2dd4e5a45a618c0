"""Readers: articles read one after another, or by several processes side by side.

Either way the same articles give the same readings, in the order in which the articles come.
"""

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from tieup.articles import Article
from tieup.reading.clerk import Clerk, Orders
from tieup.reading.reader import Reading
from tieup.reading.worker import Chunk, Worker
from tieup.regions import bundled_regions

#: So many articles a process is handed at once: enough to be busy while others are served.
_CHUNK = 16
#: So many chunks for each process are under way at once, and no more.
_AHEAD = 4


class ReadersError(RuntimeError):
    """Processes that should read can't be started; its message says what to do."""


def read_all(
    articles: Iterable[Article], orders: Orders, *, jobs: int = 1
) -> Generator[tuple[Article, Reading | None]]:
    """Each article with its reading, in the order given; None for one that is passed over.

    An article that the reader fails on gives a problem, and the rest is read. Where the generator
    is closed, reading stops at once.

    Args:
        articles: taken up a few chunks ahead of what is read.
        orders: how to read them.
        jobs: how many processes read; one is this process itself.

    Raises:
        PackError: for a broken pack.
        ReadersError: where processes can't be started.
    """
    if jobs > 1:
        if orders.region is None:
            bundled_regions()  # a broken pack is told here, and not by every process
        with _Crew(orders, jobs) as crew:
            yield from crew.read(articles)
    else:
        clerk = Clerk(orders)
        for article in articles:
            yield article, clerk.read(article)


class _Crew:
    """Processes that read side by side. Use it as a context manager: at its end none is left."""

    def __init__(self, orders: Orders, jobs: int) -> None:
        self._orders = orders
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._under_way: deque[Chunk] = deque()
        self._returned: deque[Chunk] = deque()
        self._stillborn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.stop()

    def read(self, articles: Iterable[Article]) -> Iterator[tuple[Article, Reading | None]]:
        """As ``read_all``."""
        chunks = _chunks(articles)
        while True:
            self._hand_out(chunks)
            if not self._under_way:
                return
            self._hear()
            while self._under_way and self._under_way[0].is_read:
                done = self._under_way.popleft()
                yield from zip(done.articles, done.readings, strict=True)

    def _hand_out(self, chunks: Iterator[Chunk]) -> None:
        """A chunk for everyone who has none; processes are started as they are wanted."""
        idle = [worker for worker in self._workers if worker.chunk is None]
        for _ in range(self._jobs - len(self._workers) + len(idle)):
            chunk = self._next(chunks)
            if chunk is None:
                return
            worker = idle.pop() if idle else self._started()
            worker.take(chunk)

    def _next(self, chunks: Iterator[Chunk]) -> Chunk | None:
        """The chunk that is next to be read; None where there is none, or enough under way."""
        if self._returned:
            return self._returned.popleft()
        if len(self._under_way) >= _AHEAD * self._jobs:
            return None
        chunk = next(chunks, None)
        if chunk is not None:
            self._under_way.append(chunk)
        return chunk

    def _started(self) -> Worker:
        worker = Worker(self._orders)
        self._workers.append(worker)
        return worker

    def _hear(self) -> None:
        """Hear everyone who has something to say."""
        speaking = wait([worker.pipe for worker in self._workers])
        for worker in [each for each in self._workers if each.pipe in speaking]:
            try:
                worker.hear()
            except EOFError:
                self._let_go(worker)

    def _let_go(self, worker: Worker) -> None:
        """Another takes the chunk of one that has ended; not where none of them even starts."""
        self._workers.remove(worker)
        worker.stop()
        if not worker.has_started:
            self._stillborn += 1
            if self._stillborn > self._jobs:
                message = "the processes that should read can't start; read with one (--jobs 1)"
                raise ReadersError(message)
        chunk = worker.chunk
        if chunk is not None:
            if worker.has_started:
                chunk.process_ended()
            if not chunk.is_read:
                self._returned.append(chunk)


def _chunks(articles: Iterable[Article]) -> Iterator[Chunk]:
    """The articles, so many at a time."""
    rest = iter(articles)
    while some := tuple(islice(rest, _CHUNK)):
        yield Chunk(some)
