"""A relation: every turn of it, with who said what and where."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query, Request, Response

from tieup.report.relations import relations
from tieup.report.turns import days
from tieup.statements import Statement
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.pages.record import side_by_side
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)
#: So many turns stand on a page.
TURNS = 50
Before = Annotated[date | None, Query(description="Show the turns before this day.")]


@router.get("/relation/{one}/{two}")
async def relation(
    request: Request, one: str, two: str, asked: Question, before: Before = None
) -> Response:
    """The relation of two parties, by their ids or names."""
    region = asked.edition.desk.region
    pair = region.party(one).id, region.party(two).id
    if len(set(pair)) == 1:
        raise HTTPException(404, "Those are one party; a relation has two.")
    return await page(
        request,
        "relation_page.html.j2",
        asked.edition.mark,
        lambda: _context(asked, pair, before),
    )


def _context(asked: Asked, pair: tuple[str, str], before: date | None) -> Mapping[str, Any]:
    desk, names, library = asked.edition.desk, asked.names, asked.edition.library
    election = asked.election.id
    found = desk.board(on=asked.on, election=election, relation=pair)
    entry = found.entry(*pair)
    every = desk.timeline(*pair, on=asked.on, election=election)
    earlier = [turn for turn in every if before is None or turn.day < before]
    turns = earlier[-TURNS:]
    told = relations(found.only((entry,)), library, names)
    past = desk.all_disputes(on=asked.on, election=election, relation=pair)
    return {
        **common(asked),
        "pair": pair,
        "entry": entry,
        "relation": told[0],
        "days": list(reversed(days(turns, library, names))),
        "every": len(every),
        "before": before,
        "older": turns[0].day.isoformat() if len(earlier) > TURNS else None,
        "copies": {day.day.isoformat(): _copies(day.statements, day.origins) for day in turns},
        "disputes": side_by_side(asked, found, [each for each in past if each.until]),
    }


def _copies(statements: Sequence[Statement], origins: int) -> int:
    """How many texts of a day tell what another told."""
    return max(len({s.content_id for s in statements}) - origins, 0)
