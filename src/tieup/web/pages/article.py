"""An article, with what was read from it in its place."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from tieup.report.telling import safe, tell
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.rendering import page
from tieup.web.views.passages import marked

router = APIRouter(include_in_schema=False)


@router.get("/article/{content_id}")
async def article(request: Request, content_id: str, asked: Question) -> Response:
    """One text, its statements highlighted."""
    return await page(
        request, "article_page.html.j2", asked.edition.mark, lambda: _context(asked, content_id)
    )


def _context(asked: Asked, content_id: str) -> Mapping[str, Any]:
    text = asked.edition.library.get(content_id)
    if text is None:
        raise HTTPException(404, "No article of this name is in the ledger.")
    read = [entry.statement for entry in asked.edition.desk.entries_of(content_id)]
    return {
        **common(asked),
        "article": text,
        "url": safe(text.url),
        "passages": marked(text, read),
        "read": [(s, tell(s, asked.edition.library, asked.names)) for s in read],
    }
