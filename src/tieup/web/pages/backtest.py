"""The backtest: how well the projection foretold the region's own past."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from tieup.articles import Progress
from tieup.seats.backtest import Row
from tieup.web.asked import Asked
from tieup.web.pages.jobs import worked
from tieup.web.pages.seats import Placed, shown
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)
#: Draws of each forecast, enough for one decimal of a seat.
DRAWS = 2_000
Until = Annotated[bool, Query(description="Learn from elections up to the base alone.")]
Begun = Annotated[bool, Query(description="Whether it is to be worked out.")]


@router.get("/backtest")
async def backtest(
    request: Request, asked: Placed, *, until: Until = False, begun: Begun = False
) -> Response:
    """What it is, and what came of it once somebody asked for it."""
    desk = asked.edition.desk
    mark = asked.edition.mark
    template = "backtest_page.html.j2"
    if not begun:
        return await page(request, template, mark, lambda: _context(asked, None, until=until))

    def work(progress: Progress) -> Sequence[Row]:
        return desk.backtest(until=until, draws=DRAWS, progress=progress)

    key = ("backtest", desk.region.digest, str(until))
    job = await worked(request, key, work, "Foretelling past elections")
    if isinstance(job, Response):
        return job
    found = job.result()
    return await page(request, template, mark, lambda: _context(asked, found, until=until))


def _context(asked: Asked, found: Sequence[Row] | None, *, until: bool) -> Mapping[str, Any]:
    return {**shown(asked), "rows": found, "until": until}
