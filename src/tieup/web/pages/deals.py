"""Deals: who of the partners should stand where, what it costs, and what a swap would change."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from tieup.articles import Progress
from tieup.deals import DealError, Talks
from tieup.desk import Desk, ScenarioError, UnknownNameError
from tieup.web.asked import Asked
from tieup.web.jobs import part_of
from tieup.web.pages.jobs import worked
from tieup.web.pages.seats import UNREADABLE, Placed, shown, typed
from tieup.web.rendering import page, rendered
from tieup.web.views.asks import OBJECTIVES, Asks
from tieup.web.views.editors import editor
from tieup.web.views.negotiations import Negotiation, allocation_map, frontier, negotiation
from tieup.web.views.scenarios import Typed, Wanted, wanted

if TYPE_CHECKING:
    from tieup.web.views.workings import Workings

router = APIRouter(include_in_schema=False)


@router.get("/deals")
async def deals(request: Request, asked: Placed) -> Response:
    """The form of a deal, and the best one."""
    template = "deals_page.html.j2"
    mark = asked.edition.mark
    try:
        found = await _worked(request, asked)
        if isinstance(found, Response):
            return found
        return await page(request, template, mark, lambda: _context(request, asked, found))
    except (ScenarioError, UnknownNameError) as error:
        context = _refused(request, asked, str(error))
        return HTMLResponse(rendered(request, template, context), UNREADABLE)


async def _worked(request: Request, asked: Asked) -> Negotiation | Response:
    """The deal; where it takes long, the way to a page that tells how far it is."""
    told, asks = typed(request, asked), Asks.of(request.query_params)
    one = wanted(asked.edition.desk, told)
    asks.wanted()

    def work(progress: Progress) -> Negotiation:
        talks = negotiated(request, asked, one, asks, part_of(progress, 1, 2))
        steps = part_of(progress, 2, 2)
        return negotiation(talks, asks.wanted(), asks.between, steps)

    key = ("deal", *one.key(asked.edition.desk.region.digest), repr(replace(asks, swap=())))
    job = await worked(request, key, work, "Working out the deal")
    return job if isinstance(job, Response) else job.result()


def negotiated(
    request: Request, asked: Asked, one: Wanted, asks: Asks, progress: Progress | None = None
) -> Talks:
    """The talks of the first bloc. What each partner would win where is worked out once.

    Raises:
        DealError: where no deal is to be made.
        ScenarioError, UnknownNameError: for demands that can't be read.
    """
    asks.wanted()
    desk = asked.edition.desk
    if len(one.scenario.blocs[0]) < 2:  # noqa: PLR2004 - a deal is between two at least
        message = "the first bloc has one party; write its partners with a +, such as LF+INC"
        raise DealError(message)
    if not one.draws:
        message = "draws: a deal is worked out over simulated elections; ask for at least 1"
        raise DealError(message)
    demands = asks.demands(desk.region)
    workings: Workings[Talks] = request.app.state.talks
    found = workings.get(
        (*one.key(desk.region.digest), *asks.both), lambda: _talks(desk, one, asks, progress)
    )
    return replace(found, demands=demands)


def _talks(desk: Desk, one: Wanted, asks: Asks, progress: Progress | None) -> Talks:
    return desk.talks(
        one.scenario, both=asks.both, draws=one.draws, seed=one.seed, progress=progress
    )


def _context(request: Request, asked: Asked, found: Negotiation) -> Mapping[str, Any]:
    desk, region, names = asked.edition.desk, asked.edition.desk.region, asked.names
    told, asks = typed(request, asked), Asks.of(request.query_params)
    one = wanted(desk, told)
    talks = negotiated(request, asked, one, asks) if asks.swap else None
    drawn = allocation_map(found.deal, region, names)
    spelled = Typed.spelling(one)
    parts = [*spelled.parts, *asks.parts, *asked.explicit.items()]
    return {
        **shown(asked),
        "editor": editor(desk, told, names, one.scenario),
        "asks": asks,
        "objectives": OBJECTIVES,
        "found": found,
        "deal": found.deal,
        "map": drawn,
        "between": list(found.between),
        "frontier": frontier(found, names),
        "swap": talks.swap(found.deal, asks.swap) if talks else None,
        "parts": parts,
        "links": {
            "seats": f"/seats?{urlencode([*spelled.parts, *asked.explicit.items()])}",
            "this": f"/deals?{urlencode(parts)}",
            "json": f"/api/deal?{urlencode([*spelled.parts, *_api(asks)])}",
        },
    }


def _api(asks: Asks) -> list[tuple[str, str]]:
    """The asks as the API has them."""
    told = [(name, text) for name, text in asks.parts if name not in {"between", "sitting"}]
    return [*told, *([("sitting", "true")] if asks.sitting else [])]


def _refused(request: Request, asked: Asked, message: str) -> Mapping[str, Any]:
    told, asks = typed(request, asked), Asks.of(request.query_params)
    return {
        **shown(asked),
        "editor": editor(asked.edition.desk, told, asked.names, None, message),
        "asks": asks,
        "objectives": OBJECTIVES,
        "found": None,
    }
