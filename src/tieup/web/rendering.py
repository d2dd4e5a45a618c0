"""Rendering: templates to pages, each kept for as long as nothing new is recorded."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from threading import Lock, Semaphore
from typing import Any

from fastapi import Request, Response

from tieup.regions import Region
from tieup.report.colours import Ink, inks, painted
from tieup.report.templating import environment, sheet, tamed
from tieup.web.front import Answered

HTML = "text/html; charset=utf-8"
#: Where templates are looked for.
TEMPLATES = ("tieup.web", "tieup.report")
#: Bytes of pages that are kept.
SHELF = 64 * 1024 * 1024
#: So many are made at once; more would make all of them wait, and who has nothing to wait for.
AT_ONCE = 3
OK = 200
_STATIC = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "seats.js": "text/javascript",
}


class Shelf:
    """Rendered answers by what they were made of; those asked for longest ago make room."""

    def __init__(self, most: int = SHELF) -> None:
        """Empty."""
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._making: dict[tuple[str, ...], Lock] = {}
        self._turns = Semaphore(AT_ONCE)
        self._lock = Lock()

    def get(self, key: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """What is kept under a key; made where there is nothing, once for all who wait for it."""
        with self._lock:
            if (found := self._found(key)) is not None:
                return found
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if (found := self._found(key)) is not None:
                    return found
            try:
                with self._turns:
                    made = make()
                self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _found(self, key: tuple[str, ...]) -> bytes | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def _keep(self, key: tuple[str, ...], made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._kept.pop(key, b""))
            self._kept[key] = made
            while self._size > self._most and len(self._kept) > 1:
                self._size -= len(self._kept.popitem(last=False)[1])


def page(
    request: Request, template: str, mark: str, context: Callable[[], Mapping[str, Any]]
) -> Response:
    """A page from its template.

    Args:
        request: what was asked; its address and who asks are part of what a page is made of.
        template: its name.
        mark: of the edition that it shows.
        context: gives what the template needs; called only where nothing is kept.
    """
    who = getattr(request.state, "token", None) or ""

    def made() -> bytes:
        return rendered(request, template, context()).encode()

    return shelved(request, mark, made, HTML, (who, template))


def shelved(
    request: Request,
    mark: str,
    make: Callable[[], bytes],
    media_type: str,
    more: tuple[str, ...] = (),
) -> Response:
    """An answer that stays for as long as nothing new is recorded.

    Args:
        request: what was asked.
        mark: of the edition that it shows.
        make: makes it; called only where nothing is kept.
        media_type: of what kind it is.
        more: what it is made of beside the address.
    """
    key = (mark, request.url.path, request.url.query, *more)
    body = request.app.state.shelf.get(key, make)
    found = answer(request, body, media_type)
    if found.status_code == OK and request.method == "GET" and not request.cookies:
        answered = Answered(
            moment=mark.partition(" ")[0],
            body=body,
            headers=tuple(found.raw_headers),
            tag=found.headers["etag"],
        )
        asked = request.scope["path"], request.scope["query_string"].decode("latin-1")
        request.app.state.answers.put(asked, answered)
    return found


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
    tag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
    kept = "public, max-age=31536000, immutable" if lasting else "private, no-cache"
    headers = {"ETag": tag, "Cache-Control": kept, "Vary": "Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


@cache
def static(name: str) -> tuple[bytes, str] | None:
    """A file that pages load, and its kind; None where there is none of this name."""
    kind = _STATIC.get(name)
    if kind is None:
        return None
    text = resources.files("tieup.web").joinpath(f"static/{name}").read_text("utf-8")
    shared = f"{sheet()}\n" if name == "desk.css" else ""
    return (shared + text).encode(), f"{kind}; charset=utf-8"


@cache
def versions() -> Mapping[str, str]:
    """The address of each file that pages load, another one with each content."""
    found = {}
    for name in _STATIC:
        body, _ = static(name) or (b"", "")
        found[name] = f"/static/{name}?v={blake2b(body, digest_size=6).hexdigest()}"
    return found


@lru_cache(maxsize=8)
def colours(region: Region) -> Mapping[str, Ink]:
    """The inks of all parties of a region; those who have none are drawn as "IND" is."""
    return inks((*region.parties, "IND"), region)


@lru_cache(maxsize=8)
def colour_sheet(region: Region) -> bytes:
    """The parties' colours as a style sheet."""
    return painted(colours(region)).encode()


def failure_page(title: str, message: str) -> str:
    """A page that tells what went wrong."""
    template = environment(*TEMPLATES).get_template("failure.html.j2")
    return tamed(template.render(title=title, message=message, static=versions()))
