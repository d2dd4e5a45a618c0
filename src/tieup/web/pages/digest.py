"""The digest: what turned since a day, as a page, as Markdown and as a feed."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tieup.report.digest import Digest, atom, digest, markdown
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.rendering import page, shelved

router = APIRouter(include_in_schema=False)
#: How far back editors look, in days.
SPANS = (("the day before", 1), ("the week before", 7), ("the month before", 30))
Since = Annotated[date | None, Query(description="Tell what turned after this day.")]


@router.get("/digest")
async def digest_page(request: Request, asked: Question, since: Since = None) -> Response:
    """What turned, as a page."""
    return await page(
        request, "digest_page.html.j2", asked.edition.mark, lambda: _context(asked, since)
    )


@router.get("/digest.md")
async def digest_markdown(request: Request, asked: Question, since: Since = None) -> Response:
    """What turned, as Markdown."""

    def made() -> bytes:
        return markdown(_digest(asked, since), asked.names).encode("utf-8", "replace")

    return await shelved(request, asked.edition.mark, made, "text/markdown; charset=utf-8")


@router.get("/digest.atom")
async def digest_feed(request: Request, asked: Question, since: Since = None) -> Response:
    """What turned, as an Atom feed: an entry for each turn."""
    host = str(request.base_url).rstrip("/")

    def made() -> bytes:
        return atom(
            _digest(asked, since), asked.names, lambda pair: host + asked.link("relation", *pair)
        ).encode()

    return await shelved(
        request, asked.edition.mark, made, "application/atom+xml; charset=utf-8", host=host
    )


def _digest(asked: Asked, since: date | None) -> Digest:
    found = asked.edition.desk.changed(on=asked.on, since=since, election=asked.election.id)
    return digest(found, asked.election, asked.edition.library, asked.names)


def _context(asked: Asked, since: date | None) -> Mapping[str, Any]:
    told = _digest(asked, since)
    turned = asked.edition.standings(asked.election.id).turning_days
    last = max((day for day in turned if day <= told.since), default=None)
    return {
        **common(asked),
        "digest": told,
        "spans": [(name, told.on - timedelta(days=days)) for name, days in SPANS],
        "last": last,
        "before_last": (last - timedelta(days=1)).isoformat() if last else None,
    }
