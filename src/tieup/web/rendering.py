"""Rendering: templates to pages, answers with their headers, and the files that pages load."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from typing import Any

from fastapi import Request, Response

from tieup.regions import Region
from tieup.report.colours import Ink, inks, painted
from tieup.report.templating import environment, sheet, tamed
from tieup.web.shelf import Answered, Shelf

HTML = "text/html; charset=utf-8"
#: Of pages that show what changes without an entry in the ledger.
FRESH = {"Cache-Control": "private, no-store"}
#: Where templates are looked for.
TEMPLATES = ("tieup.web", "tieup.report")
_KINDS = {".css": "text/css", ".js": "text/javascript"}


async def page(
    request: Request,
    template: str,
    mark: str,
    context: Callable[[], Mapping[str, Any]],
    *,
    takes_long: bool = False,
) -> Response:
    """A page from its template.

    Args:
        request: what was asked; its address and who asks are part of what a page is made of.
        template: its name.
        mark: of the edition that it shows.
        context: gives what the template needs, in a thread; called only where nothing is kept.
        takes_long: whether it may take seconds, so that other pages pass it.
    """

    def made() -> bytes:
        return rendered(request, template, context()).encode()

    return await shelved(request, mark, made, HTML, takes_long=takes_long)


async def shelved(  # noqa: PLR0913 - two of them are for a few answers
    request: Request,
    mark: str,
    make: Callable[[], bytes],
    media_type: str,
    *,
    host: str = "",
    takes_long: bool = False,
) -> Response:
    """An answer that stays for as long as nothing new is recorded.

    Args:
        request: what was asked.
        mark: of the edition that it shows.
        make: makes it, in a thread; called only where nothing is kept.
        media_type: of what kind it is.
        host: the one that the answer names: what is made for one is no other's.
        takes_long: as for ``page``.
    """
    shelf: Shelf = request.app.state.shelf
    who = getattr(request.state, "token", None) or ""
    address = (request.scope["path"], request.scope["query_string"].decode("latin-1"), who, host)

    def made() -> Answered:
        return Answered.of(make(), media_type, mark)

    found = await shelf.get(address, mark, made, takes_long=takes_long)
    return responded(found, request.headers)


def rendered(request: Request, template: str, context: Mapping[str, Any]) -> str:
    """A template with what it needs, for who asks."""
    who = getattr(request.state, "user", None) or ""
    token = getattr(request.state, "token", None) or ""
    common = {"path": request.url.path, "user": who, "token": token, "static": versions()}
    return tamed(environment(*TEMPLATES).get_template(template).render(**common, **context))


def answer(request: Request, body: bytes, media_type: str, *, lasting: bool = False) -> Response:
    """An answer with an ETag, or that the browser has it already.

    Args:
        request: what was asked.
        body: the answer.
        media_type: of what kind it is.
        lasting: whether the address changes with the content, so that it can be kept for good.
    """
    return responded(Answered.of(body, media_type), request.headers, lasting=lasting)


def responded(found: Answered, asked: Mapping[str, str], *, lasting: bool = False) -> Response:
    """What is sent for an answer.

    Args:
        found: the answer.
        asked: the headers of the request.
        lasting: as for ``answer``.
    """
    kept = "public, max-age=31536000, immutable" if lasting else "private, no-cache"
    headers = {"ETag": found.tag, "Cache-Control": kept, "Vary": "Cookie"}
    if found.tag in asked.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(found.body, media_type=found.media_type, headers=headers)


@cache
def static() -> Mapping[str, tuple[bytes, str]]:
    """The files that pages load by their names, each with its kind."""
    found = {}
    for file in resources.files("tieup.web").joinpath("static").iterdir():
        kind = _KINDS.get(Path(file.name).suffix)
        if kind is not None:
            shared = f"{sheet()}\n" if file.name == "desk.css" else ""
            found[file.name] = (shared + file.read_text("utf-8")).encode(), f"{kind}; charset=utf-8"
    return found


@cache
def version() -> str:
    """Another one with each content of the files that pages load."""
    listed = sorted((name, body) for name, (body, _) in static().items())
    return blake2b(repr(listed).encode(), digest_size=6).hexdigest()


@cache
def versions() -> Mapping[str, str]:
    """The address of each file, all in one folder: scripts load each other from there."""
    return {name: f"/static/{version()}/{name}" for name in static()}


@lru_cache(maxsize=8)
def colours(region: Region) -> Mapping[str, Ink]:
    """The inks of all parties of a region; those who have none are drawn as "IND" is."""
    return inks((*region.parties, "IND"), region)


@lru_cache(maxsize=8)
def colour_sheet(region: Region) -> bytes:
    """The parties' colours as a style sheet."""
    return painted(colours(region)).encode()


def failure_page(title: str, message: str) -> str:
    """A page that tells what went wrong, and leads to all others."""
    shown = {"title": title, "message": message, "link": "/{}".format, "static": versions()}
    return tamed(environment(*TEMPLATES).get_template("failure.html.j2").render(shown))
