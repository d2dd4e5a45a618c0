"""Serving: the application on a port of this machine."""

import asyncio
import gc
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from tieup.articles import Progress
from tieup.web.application import application
from tieup.web.newsroom import Newsroom
from tieup.web.warming import NEXT, warm

__all__ = ["Newsroom", "PortTakenError", "run"]

HOST = "127.0.0.1"
#: Seconds after which a page that is being made lets others be answered.
SWITCH = 0.0003
#: After so many new objects garbage is looked for: a page makes thousands that all stay till its
#: end, and to go through them again and again takes as long as to make them.
GARBAGE = (50_000, 50, 50)


class PortTakenError(OSError):
    """Another program listens there."""


def run(
    newsroom: Newsroom,
    port: int,
    *,
    progress: Progress | None = None,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve until it is interrupted; the port opens once the first pages are made.

    Args:
        newsroom: what is shown.
        port: of this machine.
        progress: told how many of the first pages are made, of how many.
        ready: called before the port opens.

    Raises:
        PortTakenError: for a port that is in use.
    """
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            raise PortTakenError(98, "the port is in use; name another by --port", f"port {port}")
    app = application(newsroom)
    sys.setswitchinterval(SWITCH)
    gc.set_threshold(*GARBAGE)
    config = uvicorn.Config(
        app,
        host=HOST,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody stands between, so that nobody may speak for a client
        timeout_graceful_shutdown=3,
        timeout_keep_alive=75,  # a page that is slow to make must not cost its reader the line
    )
    with suppress(KeyboardInterrupt), asyncio.Runner() as runner:
        runner.run(warm(app, progress=progress))
        gc.collect()
        gc.freeze()  # what is loaded by now stays, and need not be gone through again
        ready()
        runner.run(_serve(uvicorn.Server(config), app))


async def _serve(server: uvicorn.Server, app: FastAPI) -> None:
    following = asyncio.create_task(warm(app, NEXT))
    await server.serve()
    following.cancel()
