"""Turns: pages are made one after the other, and one that takes long holds up no other."""

import asyncio
from threading import Event, Lock

import pytest

from tieup.web import turns
from tieup.web.turns import AT_ONCE, Turns


class Makings:
    """Counts how many are made at once."""

    def __init__(self) -> None:
        self.now, self.most = 0, 0
        self._lock = Lock()

    def make(self, until: Event | None = None) -> int:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        if until is not None:
            assert until.wait(10)
        with self._lock:
            self.now -= 1
        return self.most


def test_quick_ones_are_made_one_after_the_other() -> None:
    makings = Makings()

    async def ask() -> None:
        own = Turns()
        await asyncio.gather(*(own.make(makings.make) for _ in range(50)))

    asyncio.run(ask())
    assert makings.most == 1


def test_an_overdue_one_lets_others_pass_as_long_as_there_is_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turns, "OVERDUE", 0.02)
    makings, go = Makings(), Event()

    async def ask() -> None:
        own = Turns()
        slow = [asyncio.create_task(own.make(lambda: makings.make(go)))]
        await asyncio.sleep(0)
        await asyncio.gather(*(own.make(makings.make) for _ in range(5)))  # past the first
        assert not slow[0].done()
        slow += [asyncio.create_task(own.make(lambda: makings.make(go))) for _ in range(5)]
        await asyncio.sleep(0.2)
        assert makings.now == AT_ONCE
        go.set()
        await asyncio.gather(*slow)

    asyncio.run(ask())
    assert makings.most == AT_ONCE


def test_what_fails_gives_the_turn_on() -> None:
    def fail() -> int:
        message = "no page"
        raise ValueError(message)

    async def ask() -> int:
        own = Turns()
        with pytest.raises(ValueError, match="no page"):
            await own.make(fail)
        return await own.make(lambda: 7)

    assert asyncio.run(ask()) == 7
