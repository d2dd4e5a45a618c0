"""Workings: what takes long, worked out once and kept for a while."""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Workings(Generic[Made]):
    """What is being worked out, and what was; those asked for longest ago make room."""

    def __init__(self, *, most: int) -> None:
        """Nothing yet.

        Args:
            most: so many are kept.
        """
        self._most = most
        self._kept: OrderedDict[tuple[str, ...], Future[Made]] = OrderedDict()
        self._lock = Lock()

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
