"""The application: pages, files and failures joined."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tieup.web import failures
from tieup.web.api import record as api
from tieup.web.api import seats as seats_api
from tieup.web.api import statements as statements_api
from tieup.web.downloads import Downloads
from tieup.web.front import Front
from tieup.web.headers import Guarded
from tieup.web.jobs import Jobs
from tieup.web.newsroom import Newsroom
from tieup.web.pages import (
    article,
    backtest,
    board,
    deals,
    digest,
    drop,
    files,
    jobs,
    login,
    record,
    relation,
    seats,
    sweep,
    voices,
    work,
)
from tieup.web.passwords import Gate
from tieup.web.sessions import Sessions, noted
from tieup.web.shelf import Shelf
from tieup.web.strangers import Strangers
from tieup.web.views.workings import Workings

#: Bytes that one request may send: some hundred long articles.
MOST_BYTES = 8 * 1024 * 1024
#: Seconds; most deals are worked out by then.
PATIENCE = 1.0
#: Names under which a browser may ask; others are some other site's, resolved to this machine.
HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Work that nobody waits for any more ends with the application."""
    yield
    app.state.jobs.close()


def application(
    newsroom: Newsroom, *, hosts: tuple[str, ...] = HOSTS, patience: float = PATIENCE
) -> FastAPI:
    """The web desk over a newsroom.

    Args:
        newsroom: what is shown.
        hosts: names under which it answers.
        patience: seconds for which who asks for long work waits before its progress is shown.
    """
    app = FastAPI(
        title="tieup",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        max_body_size=MOST_BYTES,
        dependencies=[Depends(noted)],
        lifespan=_lifespan,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.newsroom = newsroom
    app.state.shelf = Shelf()
    app.state.downloads = Downloads()
    app.state.projections = Workings(most=48)
    app.state.talks = Workings(most=4)
    app.state.jobs = Jobs()
    app.state.patience = patience
    app.state.sessions = Sessions(newsroom.ledger.users)
    app.state.gate = Gate(newsroom.ledger.users)
    rooms = (board, relation, record, article, voices, digest, work, drop, login, files, jobs)
    for room in (*rooms, seats, deals, sweep, backtest, api, statements_api, seats_api):
        app.include_router(room.router)
    failures.install(app)
    app.add_middleware(Front, newsroom=newsroom, shelf=app.state.shelf)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Strangers)
    app.add_middleware(Guarded)
    return app
