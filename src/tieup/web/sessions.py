"""Sessions: who is logged in, by a signed cookie, and that a form came from our own page."""

from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from secrets import token_urlsafe
from time import monotonic
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from itsdangerous import BadData, URLSafeTimedSerializer

from tieup.ledger import Users
from tieup.web.strangers import is_ours

COOKIE = "tieup_session"
#: Seconds for which one stays logged in: a working day.
LASTING = 12 * 60 * 60
_SALT = "tieup session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who is logged in.

    Attributes:
        user: the name, which goes on every change.
        token: goes with each form of a page, and comes back with it.
    """

    user: str
    token: str


class Sessions:
    """Sessions of the users of a ledger. A changed password, or a removed user, ends them."""

    def __init__(self, users: Users) -> None:
        """Sign with the ledger's own secret."""
        self._users = users
        self._signer = URLSafeTimedSerializer(users.secret(), salt=_SALT)
        self._ended: dict[str, float] = {}

    def begin(self, response: Response, user: str) -> None:
        """Log somebody in, whose password was checked."""
        body = {"user": user, "token": token_urlsafe(24), "of": self._print(user)}
        response.set_cookie(
            COOKIE,
            self._signer.dumps(body),
            max_age=LASTING,
            httponly=True,
            samesite="strict",
            path="/",
        )

    def end(self, response: Response, session: Session) -> None:
        """Log out, whoever else may have the cookie."""
        now = monotonic()
        lasting = {name: then for name, then in self._ended.items() if now - then < LASTING}
        self._ended = {**lasting, session.token: now}
        response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")

    def of(self, request: Request) -> Session | None:
        """Who asks; None for a visitor, and for a cookie that is old, forged or not ours."""
        given = request.cookies.get(COOKIE)
        if given is None:
            return None
        try:
            body: Any = self._signer.loads(given, max_age=LASTING)
            user, token, mark = body["user"], body["token"], body["of"]
        except (BadData, KeyError, TypeError):
            return None
        if token in self._ended or not compare_digest(mark, self._print(user)):
            return None
        return Session(user=user, token=token)

    def _print(self, user: str) -> str:
        """Another one with each password; of somebody unknown, one that no session has."""
        known = self._users.password(user) or token_urlsafe(24)
        return blake2b(known.encode(), digest_size=12).hexdigest()


def session_of(request: Request) -> Session | None:
    """Who asks, noted on the request for the page's head."""
    sessions: Sessions = request.app.state.sessions
    found = sessions.of(request)
    request.state.user = found.user if found else None
    request.state.token = found.token if found else None
    return found


async def noted(request: Request) -> None:
    """Note who asks; most are visitors, whom nothing needs to be looked up for."""
    request.state.user = request.state.token = None
    if COOKIE in request.cookies:
        await run_in_threadpool(session_of, request)


def changing(request: Request, token: str) -> Session:
    """Who makes a change: somebody logged in, by a form of our own page.

    Raises:
        HTTPException: 401 for a visitor, 403 for a form that is not ours.
    """
    session = session_of(request)
    if session is None:
        raise HTTPException(401, "Changes carry a name: log in, then do it again.")
    if not is_ours(request.headers) or not compare_digest(token.encode(), session.token.encode()):
        raise HTTPException(403, "This form is too old or not from here: load the page again.")
    return session
