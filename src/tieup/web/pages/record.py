"""The record: disputes side by side, and claims about the past held against the returns."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tieup.report.claims import claims, passages, tally
from tieup.report.relations import relations
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)
#: So many claims stand on a page.
CLAIMS = 50
After = Annotated[int, Query(ge=0, le=10_000_000, description="Show those after so many.")]


@router.get("/disputes")
async def disputes(request: Request, asked: Question) -> Response:
    """Every dispute of an election up to a day, and what was borne out."""
    return await page(
        request, "disputes_page.html.j2", asked.edition.mark, lambda: _disputes(asked)
    )


@router.get("/claims")
async def claim_list(request: Request, asked: Question, after: After = 0) -> Response:
    """What articles say about past elections, and what the returns say."""
    return await page(
        request,
        "claims_page.html.j2",
        asked.edition.mark,
        lambda: _claims(asked, after),
        takes_long=True,
    )


def _disputes(asked: Asked) -> Mapping[str, Any]:
    desk = asked.edition.desk
    found = desk.all_disputes(on=asked.on, election=asked.election.id)
    board = desk.board(on=asked.on, election=asked.election.id)
    told = [
        (dispute, relations(board.only((dispute.entry,)), asked.edition.library, asked.names)[0])
        for dispute in reversed(found)
    ]
    return {**common(asked), "disputes": told}


def _claims(asked: Asked, after: int) -> Mapping[str, Any]:
    checked = asked.edition.claims(asked.on)
    every = passages(checked)
    shown = every[after : after + CLAIMS]
    return {
        **common(asked),
        "claims": claims(shown, asked.edition.library, asked.names),
        "tally": tally(checked),
        "every": len(every),
        "after": after,
        "before": max(after - CLAIMS, 0) if after else None,
        "next": after + CLAIMS if after + CLAIMS < len(every) else None,
    }
