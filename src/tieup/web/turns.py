"""Turns: who makes a page when, so that pages that are made hold up nobody who only wants one."""

from asyncio import Semaphore, create_task, wait
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

Made = TypeVar("Made")
#: Seconds after which what is being made lets the next begin.
OVERDUE = 0.25
#: So many are made at once, when all but the last are overdue.
AT_ONCE = 2


class Turns:
    """One makes at a time, in a thread, and a second where the first takes long.

    The interpreter makes two no sooner together than one after the other. While they vie for it,
    whoever answers from what is made already has to wait for it again and again.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        """Nobody makes anything yet.

        Args:
            at_once: the most that are made at once.
        """
        self._turn = Semaphore(1)
        self._threads = CapacityLimiter(at_once)

    async def make(self, work: Callable[[], Made]) -> Made:
        """What some work makes, once it is its turn."""
        async with self._turn:
            making = create_task(to_thread.run_sync(work, limiter=self._threads))
            await wait({making}, timeout=OVERDUE)
        return await making
