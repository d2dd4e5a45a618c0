"""The record: disputes side by side, and claims about the past held against the returns."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tieup.alliances import Board, Dispute
from tieup.report.claims import claims, passages, tally
from tieup.report.relations import Relation, relations
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
    return {**common(asked), "disputes": side_by_side(asked, board, reversed(found))}


def side_by_side(
    asked: Asked, board: Board, disputes: Iterable[Dispute]
) -> list[tuple[Dispute, Relation]]:
    """Each dispute with the relation as it stood then, and both sides' words."""
    library, names = asked.edition.library, asked.names
    return [
        (dispute, relations(board.only((dispute.entry,)), library, names)[0])
        for dispute in disputes
    ]


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
