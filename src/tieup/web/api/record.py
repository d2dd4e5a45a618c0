"""The record by the API: boards, timelines, disputes, claims, voices and what turned."""

import json
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from tieup.web.asked import Question, Shown
from tieup.web.rendering import shelved

router = APIRouter(prefix="/api", tags=["record"])
JSON = "application/json"
Party = Annotated[str, Path(max_length=100, description="A party, by its id or name.")]
FAILURES: dict[int | str, dict[str, Any]] = {
    404: {"description": "Nothing of this name; the nearest are named."},
    422: {"description": "A part of the question can't be read."},
    503: {"description": "The ledger can't be read now."},
}


async def told(
    request: Request, mark: str, make: Callable[[], Any], *, takes_long: bool = False
) -> Response:
    """Something as JSON, kept until anything is recorded."""

    def made() -> bytes:
        return json.dumps(make(), ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "replace"
        )

    return await shelved(request, mark, made, JSON, takes_long=takes_long)


@router.get("/board", responses=FAILURES)
async def board(request: Request, asked: Question) -> Response:
    """Where every relation stands for an election on a day, as `tieup board --json`."""
    desk = asked.edition.desk
    return await told(
        request,
        asked.edition.mark,
        lambda: desk.board(on=asked.on, election=asked.election.id).to_json(),
    )


@router.get("/timeline/{one}/{two}", responses=FAILURES)
async def timeline(request: Request, one: Party, two: Party, asked: Question) -> Response:
    """Every turn of a relation, as `tieup timeline --json`."""
    desk = asked.edition.desk
    pair = desk.region.party(one).id, desk.region.party(two).id

    def make() -> Any:  # noqa: ANN401 - JSON
        turns = desk.timeline(*pair, on=asked.on, election=asked.election.id)
        return {
            "parties": sorted(pair),
            "election": asked.election.id,
            "on": asked.on.isoformat(),
            "turns": [turn.to_json() for turn in turns],
        }

    return await told(request, asked.edition.mark, make)


@router.get("/disputes", responses=FAILURES)
async def disputes(request: Request, asked: Question) -> Response:
    """Every dispute of an election up to a day, and what was borne out."""
    desk = asked.edition.desk

    def make() -> Any:  # noqa: ANN401 - JSON
        found = desk.all_disputes(on=asked.on, election=asked.election.id)
        return {
            "on": asked.on.isoformat(),
            "election": asked.election.id,
            "disputes": [dispute.to_json() for dispute in found],
        }

    return await told(request, asked.edition.mark, make)


@router.get("/claims", responses=FAILURES)
async def claims(request: Request, asked: Question) -> Response:
    """What texts say of past elections, each with what the returns say."""
    return await told(
        request,
        asked.edition.mark,
        lambda: [claim.to_json() for claim in asked.edition.claims(asked.on)],
        takes_long=True,
    )


@router.get("/voices", responses=FAILURES)
async def voices(request: Request, asked: Question) -> Response:
    """Every voice with what came of its words, as `tieup voices --json`."""
    desk = asked.edition.desk
    return await told(
        request,
        asked.edition.mark,
        lambda: [score.to_json() for score in desk.hindsight.voices(asked.on)],
        takes_long=True,
    )


@router.get("/digest", responses=FAILURES)
async def digest(
    request: Request,
    asked: Question,
    since: Annotated[date | None, Query(description="Tell what turned after this day.")] = None,
) -> Response:
    """What turned after a day; by default in the last week."""
    desk = asked.edition.desk
    return await told(
        request,
        asked.edition.mark,
        lambda: desk.changed(on=asked.on, since=since, election=asked.election.id).to_json(),
    )


@router.get("/region")
async def region(request: Request, edition: Shown) -> Response:
    """The parties and elections that questions may name."""
    known = edition.desk.region

    def make() -> Any:  # noqa: ANN401 - JSON
        return {
            "id": known.id,
            "name": known.name,
            "pack": known.digest,
            "house": len(known.constituencies),
            "majority_mark": known.majority_mark,
            "parties": [
                {"id": p.id, "short": p.short, "kind": p.kind} for p in known.parties.values()
            ],
            "elections": [
                {
                    "id": e.id,
                    "name": e.name,
                    "counted": e.counted.isoformat(),
                    "returns": e.has_returns,
                }
                for e in known.elections.values()
            ],
        }

    return await told(request, edition.mark, make)
