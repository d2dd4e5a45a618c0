"""Warming: the pages that people open first are made before anybody waits for them."""

from collections.abc import Sequence
from contextlib import suppress

from starlette.types import ASGIApp, Message

from tieup.articles import Progress

#: Before anybody can ask: with them boards are brought up to date.
FIRST = ("/", "/board")
#: While others are answered already: with it come the kernel of the draws and what that loads.
NEXT = ("/seats",)


async def warm(
    app: ASGIApp, paths: Sequence[str] = FIRST, progress: Progress | None = None
) -> None:
    """Ask an application for pages; one that fails is logged, and shown to who asks.

    Args:
        app: the application.
        paths: of the pages.
        progress: told how many are made, of how many.
    """
    for done, path in enumerate(paths, start=1):
        with suppress(Exception):
            await _ask(app, path)
        if progress:
            progress(done, len(paths))


async def _ask(app: ASGIApp, path: str) -> None:
    """Ask for a page as a browser on this machine does, and pass over the answer."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"localhost")],
        "client": None,
        "server": ("localhost", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message: Message) -> None:
        """Nobody reads it."""

    await app(scope, receive, send)
