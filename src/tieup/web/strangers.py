"""Strangers: other sites' pages, which may lead to ours but have nothing of it loaded or begun."""

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from tieup.web.failures import told

#: Whose requests are ours: our own pages', and those that a person typed. Programs say nothing.
OURS = frozenset({"same-origin", "none"})


def is_ours(headers: Headers) -> bool:
    """Whether one of our own pages asks, or no page at all, as far as the browser tells."""
    return headers.get("sec-fetch-site", "none") in OURS


class Strangers:
    """Refuses what another site's page has its reader's browser ask for, but for a link to a page.

    Else a picture on any page whose address is a sweep's would have this machine work for minutes.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or refuse."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            headers = Headers(scope=scope)
            if not is_ours(headers) and headers.get("sec-fetch-dest") != "document":
                refused = told(Request(scope), 403, "Another site may not load this; open it here.")
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)
