"""Logging in and out."""

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from tieup.web.asked import Question
from tieup.web.pages.board import common
from tieup.web.passwords import Gate, TooOftenError
from tieup.web.rendering import FRESH, rendered
from tieup.web.sessions import Sessions, changing
from tieup.web.strangers import is_ours

router = APIRouter(include_in_schema=False)
SEE_OTHER = 303


@router.get("/login")
def login_page(request: Request, asked: Question, *, failed: bool = False) -> Response:
    """The form."""
    anybody = request.app.state.newsroom.ledger.users.any()
    context = {**common(asked), "failed": failed, "anybody": anybody}
    return HTMLResponse(rendered(request, "login_page.html.j2", context), headers=FRESH)


@router.post("/login")
def login(
    request: Request,
    name: Annotated[str, Form(max_length=200)],
    password: Annotated[str, Form(max_length=2_000)],
) -> Response:
    """Log in; back to the form where the name or the password is wrong."""
    gate: Gate = request.app.state.gate
    sessions: Sessions = request.app.state.sessions
    if not is_ours(request.headers):
        raise HTTPException(403, "This form is not from here: load the page again.")
    try:
        known = gate.opens(name, password)
    except TooOftenError:
        message = "Too many tries: wait a minute, then try again."
        raise HTTPException(429, message, headers={"Retry-After": "60"}) from None
    if not known:
        return RedirectResponse("/login?failed=true", SEE_OTHER)
    response = RedirectResponse("/work", SEE_OTHER)
    sessions.begin(response, name.strip())
    return response


@router.post("/logout")
def logout(request: Request, token: Annotated[str, Form(max_length=200)]) -> Response:
    """Log out."""
    session = changing(request, token)
    sessions: Sessions = request.app.state.sessions
    response = RedirectResponse("/", SEE_OTHER)
    sessions.end(response, session)
    return response
