"""The shelf, the front and the warming: made once, kept while it holds, and never old."""

import asyncio
from collections.abc import Callable
from datetime import date
from threading import Event

import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from tieup.articles import Article
from tieup.desk import LedgerError
from tieup.web.application import application
from tieup.web.front import Front
from tieup.web.newsroom import Newsroom
from tieup.web.shelf import Address, Answered, Shelf
from tieup.web.turns import AT_ONCE
from tieup.web.warming import FIRST, warm


def at(path: str) -> Address:
    """What a visitor asks for at a path."""
    return (path, "", "", "")


PAGE = at("/")


def made(text: str, mark: str = "m") -> Callable[[], Answered]:
    return lambda: Answered.of(text.encode(), "text/plain", mark)


def test_what_many_ask_for_at_once_is_made_once() -> None:
    go, makings = Event(), []

    def slow() -> Answered:
        makings.append(1)
        assert go.wait(10)
        return Answered.of(b"page", "text/plain", "m")

    async def ask() -> list[Answered]:
        shelf = Shelf()
        asked = [asyncio.create_task(shelf.get(PAGE, "m", slow)) for _ in range(50)]
        await asyncio.sleep(0.01)
        asked[0].cancel()  # who asked first goes away, and takes it from nobody else
        go.set()
        return await asyncio.gather(*asked[1:], shelf.get(PAGE, "m", slow))

    found = asyncio.run(ask())
    assert makings == [1]
    assert {one.body for one in found} == {b"page"}


def test_what_fails_fails_for_all_who_wait_and_is_tried_again() -> None:
    def fails() -> Answered:
        raise ValueError

    async def ask() -> Answered:
        shelf = Shelf()
        both = await asyncio.gather(
            shelf.get(PAGE, "m", fails), shelf.get(PAGE, "m", fails), return_exceptions=True
        )
        assert [type(one) for one in both] == [ValueError] * 2
        return await shelf.get(PAGE, "m", made("better"))

    assert asyncio.run(ask()).body == b"better"


def test_who_waits_for_a_slow_page_holds_up_no_quick_one() -> None:
    go = Event()

    def slow() -> Answered:
        assert go.wait(10)
        return Answered.of(b"slow", "text/plain", "m")

    async def ask() -> list[str]:
        shelf = Shelf()
        long = [
            asyncio.create_task(shelf.get(at(f"/{n}"), "m", slow, takes_long=True))
            for n in range(100)
        ]
        await asyncio.sleep(0)
        quick = [await shelf.get(at(f"/q{n}"), "m", made("quick")) for n in range(AT_ONCE)]
        assert not any(task.done() for task in long)
        go.set()
        return [one.body.decode() for one in (*quick, *await asyncio.gather(*long))]

    assert asyncio.run(ask()) == ["quick"] * AT_ONCE + ["slow"] * 100


def test_an_address_holds_its_latest_answer_alone_and_those_asked_for_long_ago_make_room() -> None:
    async def ask() -> None:
        shelf = Shelf(most=10)
        for mark in ("m", "n"):
            assert (await shelf.get(PAGE, mark, made(mark * 4, mark))).body == (mark * 4).encode()
        found = shelf.at(PAGE)
        assert found is not None
        assert (found.mark, found.body) == ("n", b"nnnn")
        other, third = at("/b"), at("/c")
        await shelf.get(other, "n", made("four", "n"))
        shelf.at(PAGE)
        await shelf.get(third, "n", made("five5", "n"))
        assert [shelf.at(a) is not None for a in (PAGE, other, third)] == [True, False, True]
        await shelf.get(other, "n", made("much too much for it", "n"))
        assert [shelf.at(a) is not None for a in (PAGE, other, third)] == [False, True, False]

    asyncio.run(ask())


def test_who_ask_meanwhile_share_the_next_look_at_the_ledger() -> None:
    begun, go, looked = Event(), Event(), []

    class Room:
        is_near = False

        def moment(self) -> str:
            looked.append(1)
            begun.set()
            assert go.wait(10)
            if len(looked) > 2:
                raise LedgerError
            return str(len(looked))

    async def nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
        """Nothing stands behind it."""

    async def ask() -> None:
        front = Front(nothing, newsroom=Room(), shelf=Shelf())  # type: ignore[arg-type]
        first = asyncio.create_task(front._moment())
        assert await asyncio.to_thread(begun.wait, 10)
        later = [asyncio.create_task(front._moment()) for _ in range(20)]
        await asyncio.sleep(0)
        go.set()
        assert await first == "1"
        assert set(await asyncio.gather(*later)) == {"2"}  # theirs began after they had asked
        assert await front._moment() is None

    asyncio.run(ask())


def test_warmed_pages_are_at_hand_and_no_older_than_the_ledger(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = application(newsroom)
    told: list[tuple[int, int]] = []
    with TestClient(app) as client:
        assert client.portal is not None
        client.portal.call(warm, app, FIRST, lambda done, total: told.append((done, total)))
        assert told == [(n, len(FIRST)) for n in range(1, len(FIRST) + 1)]
        with monkeypatch.context() as patched:
            patched.setattr("tieup.web.rendering.Shelf.get", None)
            pages = {path: client.get(path) for path in FIRST}
        assert {answer.status_code for answer in pages.values()} == {200}
        newsroom.own.take([Article(id="later", published=date(2026, 2, 1), text="Nothing.")])
        assert client.get("/board").headers["etag"] != pages["/board"].headers["etag"]


def test_a_page_that_cannot_be_made_bars_no_start() -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError

    told: list[int] = []
    asyncio.run(warm(broken, ("/a", "/b", "/c"), lambda done, _total: told.append(done)))
    assert told == [1, 2, 3]
