"""Jobs: long work in a thread of its own, which can be watched and stopped."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from enum import StrEnum
from secrets import token_urlsafe
from threading import Event, Lock
from time import monotonic
from typing import Any, Generic, Self, TypeVar

from fastapi import Request

from tieup.articles import Progress

Made = TypeVar("Made")
#: So many are worked on at once, wait for their turn, and are known at the most.
AT_ONCE, WAITING, KNOWN = 1, 8, 32
#: What a job is the same by, such as its address and the edition that it is about.
Key = tuple[str, ...]


class StoppedError(Exception):
    """Somebody stopped the work."""


class BusyError(Exception):
    """So much waits to be worked on that no more is taken."""


class State(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


def part_of(progress: Progress, part: int, parts: int) -> Progress:
    """The progress of one of several equal parts of some work, which knows its own steps alone."""

    def told(done: int, total: int) -> None:
        progress((part - 1) * total + done, parts * total)

    return told


class Job(Generic[Made]):
    """Some work, how far it is, and what came of it.

    Attributes:
        name: of its address; nobody guesses it.
        title: what is worked out, for people.
        where: the address that shows what came of it; "" where the job's own page does.
        owner: who began it and alone may stop it; "" where anybody may.
        done, total: steps; of 0 in total it is not known yet.
    """

    def __init__(self, title: str, *, where: str = "", owner: str = "") -> None:
        """Nothing is done yet."""
        self.name = token_urlsafe(12)
        self.title, self.where, self.owner = title, where, owner
        self.done = self.total = 0
        self.told = False
        self._begun = monotonic()
        self._stop = Event()
        self._future: Future[Made] = Future()

    def begin(self, pool: ThreadPoolExecutor, work: Callable[[Progress], Made]) -> None:
        """Have it done when its turn comes."""
        self._future = pool.submit(work, self._progress)

    def _progress(self, done: int, total: int) -> None:
        """Told after each step, the one place at which work can be stopped.

        Raises:
            StoppedError: where somebody asked for it.
        """
        self.done, self.total = done, total
        if self._stop.is_set():
            raise StoppedError

    def stop(self) -> None:
        """End it after the step that is under way; at once where it has not begun."""
        self._stop.set()
        self._future.cancel()

    def settle(self, seconds: float) -> None:
        """Wait until it is over, but no longer."""
        wait([self._future], seconds)

    @property
    def state(self) -> State:
        """Where it is now."""
        if not self._future.done():
            return State.RUNNING if self._future.running() else State.WAITING
        if self._future.cancelled():
            return State.STOPPED
        error = self._future.exception()
        if error is None:
            return State.DONE
        return State.STOPPED if isinstance(error, StoppedError) else State.FAILED

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self._future.done()

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    @property
    def seconds(self) -> float:
        """Since it was asked for."""
        return monotonic() - self._begun

    def result(self) -> Made:
        """What came of it, once it is over.

        Raises:
            StoppedError: where it was stopped; what went wrong, where anything did.
        """
        self.told = True
        try:
            return self._future.result(0)
        except CancelledError:
            raise StoppedError from None

    def to_json(self) -> dict[str, Any]:
        """What a page that watches it needs."""
        return {
            "state": self.state.value,
            "done": self.done,
            "total": self.total,
            "stopping": self.is_stopping,
            "seconds": round(self.seconds, 1),
        }


class Jobs:
    """The jobs of an application; those asked for longest ago are forgotten once they are over.

    Work that somebody owns waits for no visitor's, however much of that there is.
    """

    def __init__(self) -> None:
        """None yet."""
        self._known: OrderedDict[Key, Job[Any]] = OrderedDict()
        self._pools = {
            owned: ThreadPoolExecutor(AT_ONCE, thread_name_prefix="tieup-job")
            for owned in (False, True)
        }
        self._lock = Lock()

    @classmethod
    def of(cls, request: Request) -> Self:
        """Those of the application that is asked."""
        found: Self = request.app.state.jobs
        return found

    def begin(
        self, key: Key, work: Callable[[Progress], Made], title: str, *, where: str, owner: str = ""
    ) -> Job[Made]:
        """The job under a key, begun where there is none; anew where it was stopped or failed.

        Raises:
            BusyError: where too many wait already.
        """
        with self._lock:
            found = self._known.get(key)
            if found is not None and not (
                found.state is State.STOPPED or (found.state is State.FAILED and found.told)
            ):
                self._known.move_to_end(key)
                return found
            owned = bool(owner)
            ahead = (job for job in self._known.values() if bool(job.owner) is owned)
            if sum(job.state is State.WAITING for job in ahead) >= WAITING:
                raise BusyError
            made: Job[Made] = Job(title, where=where, owner=owner)
            made.begin(self._pools[owned], work)
            self._known[key] = made
            self._known.move_to_end(key)
            for old in [k for k, job in self._known.items() if job.is_over][:-KNOWN]:
                del self._known[old]
            return made

    def find(self, name: str) -> Job[Any] | None:
        """The job of a name; None where it is forgotten, or never was."""
        with self._lock:
            return next((job for job in self._known.values() if job.name == name), None)

    def close(self) -> None:
        """Stop them all."""
        with self._lock:
            for job in self._known.values():
                job.stop()
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
