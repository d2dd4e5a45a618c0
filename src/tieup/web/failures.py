"""Failures: each a page, or JSON for a program, that says what to do; never a trace."""

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from tieup.desk import (
    EmptyLedgerError,
    LedgerError,
    NoReturnsError,
    PackError,
    RevisionError,
    ScenarioError,
    UnknownNameError,
)
from tieup.web.jobs import BusyError, StoppedError
from tieup.web.rendering import failure_page

_LOG = logging.getLogger("tieup.web")
#: Errors of people that say themselves what to do, and how a browser is told of them.
_TOLD: dict[type[Exception], int] = {
    UnknownNameError: 404,
    EmptyLedgerError: 404,
    NoReturnsError: 404,
    ScenarioError: 422,
    RevisionError: 422,
    LedgerError: 503,
    PackError: 503,
}
_TITLES = {
    401: "Log in first",
    403: "Not allowed",
    404: "Not here",
    405: "Not that way",
    413: "Too much at once",
    422: "That can't be read",
    429: "Too often",
    503: "Not now",
}
_BUSY: dict[type[Exception], str] = {
    BusyError: "Much is being worked out already; try again in a minute.",
    StoppedError: "Somebody stopped this work; ask for it again.",
}
Handler = Callable[[Request, Exception], Awaitable[Response] | Response]


def install(app: FastAPI) -> None:
    """Tell every failure."""
    for kind, status in _TOLD.items():
        app.add_exception_handler(kind, _telling(status))
    for kind, message in _BUSY.items():
        app.add_exception_handler(kind, _busy(message))
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(Exception, _unforeseen)


def told(request: Request, status: int, message: str) -> Response:
    """A failure as a page; as JSON where a program asks."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": message}, status)
    title = _TITLES.get(status, "Something went wrong")
    return HTMLResponse(failure_page(title, message), status)


def _telling(status: int) -> Handler:
    def handler(request: Request, error: Exception) -> Response:
        return told(request, status, str(error))

    return handler


def _busy(message: str) -> Handler:
    def handler(request: Request, _error: Exception) -> Response:
        answer = told(request, 503, message)
        answer.headers["Retry-After"] = "60"
        return answer

    return handler


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    message = "There is no page at this address." if detail == "Not Found" else detail
    answer = told(request, status, message)
    for name, value in (getattr(error, "headers", None) or {}).items():
        answer.headers[name] = value
    return answer


def _unreadable(request: Request, error: Exception) -> Response:
    """What was asked has the wrong form: each part by its name, without echoing what was sent."""
    problems = error.errors() if isinstance(error, RequestValidationError) else []
    parts = (f"{p['loc'][-1]}: {p['msg'].lower()}" for p in problems)
    return told(request, 422, "; ".join(parts) or "The request can't be read.")


def _unforeseen(request: Request, error: Exception) -> Response:
    _LOG.error("%s %r failed", request.method, request.url.path, exc_info=error)
    return told(request, 500, "It is noted in the log of tieup serve. Nothing was changed.")
