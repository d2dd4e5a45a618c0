"""Workings: what takes long, worked out once, apart from quick pages, and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import cached_property
from threading import Lock
from typing import Generic, TypeVar

from anyio import CapacityLimiter, to_thread

Made = TypeVar("Made")
Answered = TypeVar("Answered")


class Workings(Generic[Made]):
    """What is being worked out, and what was; those asked for longest ago make room."""

    def __init__(self, *, most: int, at_once: int) -> None:
        """Nothing yet.

        Args:
            most: so many are kept.
            at_once: so many requests are worked on; others wait without holding up other pages.
        """
        self._most = most
        self._at_once = at_once
        self._kept: OrderedDict[tuple[str, ...], Future[Made]] = OrderedDict()
        self._lock = Lock()

    async def aside(self, work: Callable[[], Answered]) -> Answered:
        """Do work in a thread that no quick page needs."""
        return await to_thread.run_sync(work, limiter=self._limiter)

    def get(self, key: tuple[str, ...], make: Callable[[], Made]) -> Made:
        """What is kept under a key, or made for it; who asks meanwhile waits for the same."""
        with self._lock:
            found = self._kept.get(key)
            mine = found is None
            if found is None:
                found = self._kept[key] = Future()
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        if mine:
            self._make(key, found, make)
        return found.result()

    def _make(
        self, key: tuple[str, ...], promise: "Future[Made]", make: Callable[[], Made]
    ) -> None:
        """What fails is told to all who wait, and tried again when somebody asks next."""
        try:
            promise.set_result(make())
        except BaseException as error:
            with self._lock:
                if self._kept.get(key) is promise:
                    del self._kept[key]
            promise.set_exception(error)
            raise

    @cached_property
    def _limiter(self) -> CapacityLimiter:
        return CapacityLimiter(self._at_once)
