"""Statements by the API: page by page, one alone, those of an article; and the record as a file."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Annotated, Any, BinaryIO

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from tieup.ledger import AsOf
from tieup.web.api.record import FAILURES, told
from tieup.web.asked import Shown
from tieup.web.downloads import Downloads
from tieup.web.newsroom import Edition

router = APIRouter(prefix="/api", tags=["statements"])
#: Statements of one page.
USUAL, MOST = 100, 500
_CHUNK = 256 * 1024
_ID = r"^[0-9A-Za-z_]{1,80}$"
Id = Annotated[str, Path(pattern=_ID)]


class Download(StrEnum):
    """A form in which the record can be had, by the end of its address."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


_KINDS = {
    Download.CSV: "text/csv; charset=utf-8",
    Download.JSONL: "application/x-ndjson",
    Download.PARQUET: "application/vnd.apache.parquet",
}
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file; jsonl and parquet hold the whole record, csv what stands of it.",
        "content": {kind.partition(";")[0]: _BINARY for kind in _KINDS.values()},
    },
    **{status: FAILURES[status] for status in (422, 503)},
}


@router.get("/statements", responses=FAILURES)
async def statements(  # noqa: PLR0913, PLR0917 - the parts of the question
    request: Request,
    edition: Shown,
    election: Annotated[
        str | None, Query(max_length=60, description="Its id; without it, of all elections.")
    ] = None,
    on: Annotated[
        date | None, Query(description="What could be known on this day; without it, all.")
    ] = None,
    party: Annotated[
        str | None, Query(max_length=100, description="That name this party, by its id or name.")
    ] = None,
    after: Annotated[
        str | None, Query(pattern=_ID, description="The `next` of the page before.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = USUAL,
) -> Response:
    """Statements in order of publication, as reviews leave them; `next` begins the next page."""
    desk = edition.desk

    def make() -> Mapping[str, Any]:
        about = None
        if election is not None:
            known = election in desk.ledger.elections()
            about = election if known else desk.region.election(election).id
        found = desk.ledger.page(
            AsOf(day=on) if on else None,
            election=about,
            party=desk.region.party(party).id if party is not None else None,
            after=after,
            most=limit,
        )
        if found is None:
            raise HTTPException(404, f"No statement {after} to go on after is in the ledger.")
        return {
            "election": about,
            "on": on.isoformat() if on else None,
            "statements": [desk.to_json(entry.statement) for entry in found.entries],
            "next": found.next,
        }

    return await told(request, edition.mark, make)


@router.get("/statements/{name}", responses=FAILURES)
async def statement(request: Request, edition: Shown, name: Id) -> Response:
    """One statement, as reviews leave it, with what the returns say where it tells of the past."""

    def make() -> Mapping[str, Any]:
        found = edition.desk.ledger.said([name]).get(name)
        if found is None:
            raise HTTPException(404, f"No statement {name} stands in the ledger.")
        return edition.desk.to_json(found)

    return await told(request, edition.mark, make)


@router.get("/articles/{name}", responses=FAILURES)
async def article(request: Request, edition: Shown, name: Id) -> Response:
    """A text by its hash, with what was read from it, as reviews leave it."""
    return await told(request, edition.mark, lambda: _article(edition, name))


@router.get("/export.{form}", responses=_FILES, response_class=Response)
async def export(request: Request, edition: Shown, form: Download) -> Response:
    """The record as `tieup export` writes it, without the articles' texts."""
    tag = f'"{blake2b(f"{edition.mark} {form}".encode(), digest_size=16).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    file = await Downloads.of(request).open(edition, form.value)
    headers["Content-Length"] = str(os.fstat(file.fileno()).st_size)
    headers["Content-Disposition"] = f'attachment; filename="tieup.{form.value}"'
    return StreamingResponse(_chunks(file), media_type=_KINDS[form], headers=headers)


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _article(edition: Edition, name: str) -> Mapping[str, Any]:
    found = edition.library.get(name)
    if found is None:
        raise HTTPException(404, f"No article {name} is in the ledger.")
    return {
        "content_id": found.content_id,
        "id": found.id,
        "published": found.published.isoformat(),
        "outlet": found.outlet,
        "title": found.title,
        "url": found.url,
        "agency": found.agency,
        "sources": [
            {"outlet": s.outlet, "url": s.url, "published": s.published.isoformat()}
            for s in found.sources
        ],
        "text": found.text,
        "statements": [
            edition.desk.to_json(entry.statement) for entry in edition.desk.entries_of(name)
        ],
    }
