"""The sweep: every structure of some parties, ranked."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from tieup.articles import Progress
from tieup.desk import ScenarioError, UnknownNameError
from tieup.scenarios import written
from tieup.seats.sweep import Sweep
from tieup.web.asked import Asked
from tieup.web.pages.jobs import worked
from tieup.web.pages.seats import UNREADABLE, Placed, shown
from tieup.web.rendering import FRESH, page, rendered
from tieup.web.views.editors import editor
from tieup.web.views.scenarios import Typed
from tieup.web.views.sweeps import BY, Swept

router = APIRouter(include_in_schema=False)
TEMPLATE = "sweep_page.html.j2"
#: So many structures are shown; the command line tells them all.
SHOWN = 60


@router.get("/sweep")
async def sweep(request: Request, asked: Placed) -> Response:
    """The form of a sweep, and what came of it once somebody has named parties."""
    swept, desk = Swept.of(request.query_params), asked.edition.desk
    if not swept.base:
        swept = replace(swept, base=asked.base)
    mark = asked.edition.mark
    if not swept.parties:
        return await page(request, TEMPLATE, mark, lambda: _form(asked, swept))

    def work(progress: Progress) -> Sweep:
        return swept.work(desk, progress)

    try:
        key = ("sweep", desk.region.digest, *swept.key)
        job = await worked(request, key, work, "Trying every structure")
        if isinstance(job, Response):
            return job
        found = job.result()
    except (ScenarioError, UnknownNameError) as error:
        context = _form(asked, swept) | {"message": str(error)}
        return HTMLResponse(rendered(request, TEMPLATE, context), UNREADABLE, headers=FRESH)
    return await page(request, TEMPLATE, mark, lambda: _form(asked, swept) | _told(found))


def _form(asked: Asked, swept: Swept) -> dict[str, Any]:
    known = editor(asked.edition.desk, Typed(base=swept.base), asked.names, None)
    return {
        **shown(asked),
        "editor": known,
        "swept": swept,
        "parties": swept.parties or "+".join(party for bloc in known.blocs for party in bloc),
        "by": BY,
        "message": None,
        "found": None,
    }


def _told(found: Sweep) -> dict[str, Any]:
    return {
        "found": found,
        "outcomes": [(written(o.structure), o) for o in found.outcomes[:SHOWN]],
        "left_out": max(len(found.outcomes) - SHOWN, 0),
    }
