"""The application: pages, files and failures joined."""

from fastapi import Depends, FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tieup.web import failures
from tieup.web.api import record as api
from tieup.web.api import seats as seats_api
from tieup.web.api import statements as statements_api
from tieup.web.downloads import Downloads
from tieup.web.front import Answers, Front
from tieup.web.headers import Guarded
from tieup.web.newsroom import Newsroom
from tieup.web.pages import (
    article,
    board,
    deals,
    digest,
    files,
    login,
    record,
    relation,
    seats,
    voices,
    work,
)
from tieup.web.passwords import Gate
from tieup.web.rendering import Shelf
from tieup.web.sessions import Sessions, noted
from tieup.web.views.workings import Workings

#: Bytes that one request may send: some hundred long articles.
MOST_BYTES = 8 * 1024 * 1024
#: Names under which a browser may ask; others are some other site's, resolved to this machine.
HOSTS = ("127.0.0.1", "localhost", "[::1]", "testserver")


def application(newsroom: Newsroom, *, hosts: tuple[str, ...] = HOSTS) -> FastAPI:
    """The web desk over a newsroom.

    Args:
        newsroom: what is shown.
        hosts: names under which it answers.
    """
    app = FastAPI(
        title="tieup",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        max_body_size=MOST_BYTES,
        dependencies=[Depends(noted)],
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.newsroom = newsroom
    app.state.shelf = Shelf()
    app.state.answers = Answers()
    app.state.downloads = Downloads()
    app.state.projections = Workings(most=48, at_once=4)
    app.state.talks = Workings(most=4, at_once=3)
    app.state.negotiations = Workings(most=32, at_once=1)
    app.state.sessions = Sessions(newsroom.ledger.users)
    app.state.gate = Gate(newsroom.ledger.users)
    rooms = (board, relation, record, article, voices, digest, work, login, files)
    for room in (*rooms, seats, deals, api, statements_api, seats_api):
        app.include_router(room.router)
    failures.install(app)
    app.add_middleware(Front, newsroom=newsroom, answers=app.state.answers)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Guarded)
    return app
