"""Seats: what a structure would bring, as a page, and as the part of it that changes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import HTMLResponse

from tieup.desk import EmptyLedgerError, ScenarioError, UnknownNameError
from tieup.report.naming import INDEPENDENTS
from tieup.seats import Projection
from tieup.web.asked import Asked, Shown, asked_of
from tieup.web.pages.board import common
from tieup.web.rendering import page, rendered
from tieup.web.views.comparing import assumed, comparison
from tieup.web.views.editors import editor
from tieup.web.views.prospects import prospect
from tieup.web.views.scenarios import Typed, Wanted, other, wanted

if TYPE_CHECKING:
    from tieup.report.colours import Ink
    from tieup.web.views.workings import Workings

router = APIRouter(include_in_schema=False)
UNREADABLE = 422


def placed(
    edition: Shown,
    on: Annotated[
        date | None, Query(description="The day of the parties' names and the latest count.")
    ] = None,
    election: Annotated[str | None, Query(max_length=60)] = None,
) -> Asked:
    """What every page is asked about; seats need no record, so that an empty one will do.

    Raises:
        UnknownNameError: for an unknown election, with the nearest known.
    """
    try:
        return asked_of(edition, on, election)
    except EmptyLedgerError:
        last = max(known.counted for known in edition.desk.region.elections.values())
        found = asked_of(edition, last, election)
        return replace(found, explicit={"election": election} if election else {})


Placed = Annotated[Asked, Depends(placed)]


@router.get("/seats")
async def seats(request: Request, asked: Placed) -> Response:
    """The form of a scenario, and what it would bring."""
    return await _answered(request, asked, whole=True)


@router.get("/seats/result")
async def result(request: Request, asked: Placed) -> Response:
    """What it would bring alone, for a page that is shown already."""
    return await _answered(request, asked, whole=False)


def typed(request: Request, asked: Asked) -> Typed:
    """The scenario of the address; where it names no base, from the one of the day.

    Raises:
        NoReturnsError: for a region without returns.
    """
    found = Typed.of(request.query_params)
    return found if found.base else replace(found, base=asked.base)


def projected(request: Request, asked: Asked, one: Wanted) -> Projection:
    """A projection, each worked out once."""
    workings: Workings[Projection] = request.app.state.projections
    desk = asked.edition.desk
    return workings.get(
        one.key(desk.region.digest),
        lambda: desk.project(one.scenario, draws=one.draws, seed=one.seed),
    )


def shown(asked: Asked) -> dict[str, Any]:
    """What these pages need; a party that the pack doesn't know is drawn as independents are."""
    context = dict(common(asked))
    known: Mapping[str, Ink] = context["inks"]
    return context | {"inks": defaultdict(lambda: known[INDEPENDENTS], known)}


async def _answered(request: Request, asked: Asked, *, whole: bool) -> Response:
    template = "seats_page.html.j2" if whole else "seats_result.html.j2"
    mark = asked.edition.mark
    try:
        return await page(request, template, mark, lambda: _context(request, asked, whole=whole))
    except (ScenarioError, UnknownNameError) as error:
        context = _refused(request, asked, str(error), whole=whole)
        return HTMLResponse(rendered(request, template, context), UNREADABLE)


def _context(request: Request, asked: Asked, *, whole: bool) -> Mapping[str, Any]:
    desk, region, names = asked.edition.desk, asked.edition.desk.region, asked.names
    told = typed(request, asked)
    first = wanted(desk, told)
    against = request.query_params.get("against", "").strip()
    second = other(desk, against, first) if against else None
    found = projected(request, asked, first)
    beside = projected(request, asked, second) if second else None
    districts = {no: seat.district for no, seat in region.constituencies.items()}
    return {
        **shown(asked),
        "editor": editor(desk, told, names, first.scenario) if whole else None,
        "message": None,
        "against": against,
        "prospect": prospect(found, region, names),
        "other": prospect(beside, region, names) if beside else None,
        "comparison": comparison(beside, found, districts, names) if beside else None,
        "assumed": assumed(second, first, names) if second else None,
        "links": _links(asked, first, second),
    }


def _refused(request: Request, asked: Asked, message: str, *, whole: bool) -> Mapping[str, Any]:
    told = typed(request, asked)
    return {
        **shown(asked),
        "editor": editor(asked.edition.desk, told, asked.names, None, message) if whole else None,
        "message": message,
        "against": request.query_params.get("against", "").strip(),
        "prospect": None,
        "other": None,
        "comparison": None,
        "links": {},
    }


def _links(asked: Asked, first: Wanted, second: Wanted | None) -> Mapping[str, str]:
    """Addresses of the same, otherwise."""

    def link(page: str, *parts: tuple[str, str]) -> str:
        return f"/{page}?{urlencode([*parts, *asked.explicit.items()])}"

    mine = Typed.spelling(first)
    found = {
        "this": link("seats", *mine.parts),
        "keep": link("seats", *mine.parts, ("against", mine.query)),
        "json": f"/api/seats?{mine.query}",
        "deal": link("deals", *mine.parts),
    }
    if second is not None:
        theirs = Typed.spelling(second)
        found["exchanged"] = link("seats", *theirs.parts, ("against", mine.query))
    return found
