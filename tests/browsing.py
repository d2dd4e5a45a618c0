"""Browsing: the web desk on a port of this machine, and its pages in a real browser."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, Page
from starlette.types import ASGIApp

from newsrooms import PATIENCE
from tieup.web.application import application
from tieup.web.newsroom import Newsroom

Scheme = Literal["light", "dark"]


@contextmanager
def served(newsroom: Newsroom) -> Iterator[str]:
    """The web desk on a free port of this machine."""
    with running(application(newsroom, patience=PATIENCE)) as where:
        yield where


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """An application on a free port of this machine."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < until, "the server did not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@contextmanager
def opened(
    browser: Browser, address: str, *, width: int = 1280, scheme: Scheme = "light"
) -> Iterator[Page]:
    """A page; whatever it complains of, or asks another host for, fails the test."""
    wrong: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    host = "/".join(address.split("/", 3)[:3])
    page.on("request", lambda r: None if r.url.startswith((host, "data:")) else wrong.append(r.url))
    page.goto(address, wait_until="load")
    yield page
    page.close()
    assert wrong == []
