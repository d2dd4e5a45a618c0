"""The board: where every relation stands on a day, and what changed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tieup.alliances import Board, BoardEntry, Change, changes, doubles, folded
from tieup.report.naming import in_words
from tieup.report.outlines import ordered, outlines
from tieup.report.relations import alliances, liveliest, matrix
from tieup.report.situation import situation
from tieup.web.asked import Asked, Question
from tieup.web.rendering import colours, page
from tieup.web.views.days import strip
from tieup.web.views.graph import graph

router = APIRouter(include_in_schema=False)
#: How far back "what changed" looks.
BACK = (("since the day before", timedelta(days=1)), ("in the last week", timedelta(days=7)))
A_DAY = timedelta(days=1)
#: So many relations are told, and parties stand in the table, where nobody asks for every one.
TOLD, LISTED = 60, 20
Every = Annotated[bool, Query(description="Whether to list every party and relation.")]


@router.get("/")
@router.get("/board")
async def board(request: Request, asked: Question, *, every: Every = False) -> Response:
    """The board of a day."""
    return await page(
        request, "board_page.html.j2", asked.edition.mark, lambda: _context(asked, every=every)
    )


def common(asked: Asked) -> Mapping[str, Any]:
    """What every page about an election and a day needs."""
    region = asked.edition.desk.region
    return {
        "asked": asked,
        "names": asked.names,
        "region": region,
        "inks": colours(region),
        "bundled": asked.edition.bundled,
    }


def _context(asked: Asked, *, every: bool) -> Mapping[str, Any]:
    desk, names = asked.edition.desk, asked.names
    election = asked.election.id
    found = folded(desk.board(on=asked.on, election=election), desk.region)
    turned = asked.edition.standings(election).turning_days
    told = found if every else found.only(ordered(found.entries)[:TOLD])
    listed = found if every else found.only(_of_the_liveliest(found.entries))
    return {
        **common(asked),
        "board": found,
        "situation": situation(found, names),
        "strip": strip(turned, asked.on, desk.day(None)),
        "changes": _changes(asked, found, turned),
        "alliances": alliances(found, names),
        "graph": graph(found, names),
        "matrix": matrix(listed, desk.region, names),
        "relations": outlines(told, names),
        "left_out": len(found.entries) - len(told.entries),
        "parties_left_out": len(_parties(found.entries) - _parties(listed.entries)),
        "elections": _elections(asked),
    }


def _of_the_liveliest(entries: Sequence[BoardEntry]) -> list[BoardEntry]:
    parties = set(liveliest(entries)[:LISTED])
    return [entry for entry in entries if parties.issuperset(entry.parties)]


def _parties(entries: Sequence[BoardEntry]) -> set[str]:
    return {party for entry in entries for party in entry.parties}


def _changes(
    asked: Asked, found: Board, turned: Mapping[date, int]
) -> Mapping[str, tuple[Change, ...]]:
    """What changed of late; where nothing did, what the last day brought on which something did."""
    desk, stood = asked.edition.desk, asked.edition.standings(found.election)

    def since(day: date) -> tuple[Change, ...]:
        board = None if stood.lasting else desk.board(on=day, election=found.election)
        before = board.statuses if board else stood.statuses(day)
        double = doubles(before, desk.region)
        return changes({pair: s for pair, s in before.items() if pair not in double}, found)

    recent = {label: since(asked.on - back) for label, back in BACK}
    last = max((day for day in turned if day <= asked.on), default=None)
    if any(recent.values()) or last is None:
        return recent
    return {**recent, f"last on {in_words(last)}": since(last - A_DAY)}


def _elections(asked: Asked) -> list[tuple[str, str]]:
    """The elections that anything was said about, the latest first."""
    desk = asked.edition.desk
    said = set(desk.ledger.elections()) & set(desk.region.elections) | {asked.election.id}
    known = sorted((desk.region.elections[e] for e in said), key=lambda e: e.counted, reverse=True)
    return [(election.id, election.name) for election in known]
