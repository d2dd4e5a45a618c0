"""The record: disputes side by side, and claims about the past held against the returns."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from tieup.report.claims import claims, tally
from tieup.report.relations import relations
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/disputes")
def disputes(request: Request, asked: Question) -> Response:
    """Every dispute of an election up to a day, and what was borne out."""
    return page(request, "disputes_page.html.j2", asked.edition.mark, lambda: _disputes(asked))


@router.get("/claims")
def claim_list(request: Request, asked: Question) -> Response:
    """What articles say about past elections, and what the returns say."""
    return page(request, "claims_page.html.j2", asked.edition.mark, lambda: _claims(asked))


def _disputes(asked: Asked) -> Mapping[str, Any]:
    desk = asked.edition.desk
    found = desk.all_disputes(on=asked.on, election=asked.election.id)
    board = desk.board(on=asked.on, election=asked.election.id)
    told = [
        (dispute, relations(board.only((dispute.entry,)), asked.edition.library, asked.names)[0])
        for dispute in reversed(found)
    ]
    return {**common(asked), "disputes": told}


def _claims(asked: Asked) -> Mapping[str, Any]:
    checked = asked.edition.desk.claims(on=asked.on)
    return {
        **common(asked),
        "claims": claims(checked, asked.edition.library, asked.names),
        "tally": tally(checked),
    }
