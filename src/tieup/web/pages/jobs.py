"""Jobs: how far long work is, with a button that stops it."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from tieup.articles import Progress
from tieup.web.jobs import Job, Jobs, Key, State
from tieup.web.pages.board import common
from tieup.web.pages.login import SEE_OTHER
from tieup.web.pages.seats import Placed
from tieup.web.rendering import FRESH, rendered
from tieup.web.sessions import changing
from tieup.web.strangers import is_ours

router = APIRouter(include_in_schema=False)
Made = TypeVar("Made")


async def worked(
    request: Request, key: Key, work: Callable[[Progress], Made], title: str
) -> Job[Made] | Response:
    """A job once it is over; where that takes long, the way to its own page.

    Args:
        request: whose address shows what comes of it.
        key: of the job.
        work: does it, and tells its steps.
        title: what is worked out, for people.

    Raises:
        BusyError: where too much is being worked out already.
    """
    url = request.url
    where = f"{url.path}?{url.query}"
    job = Jobs.of(request).begin(key, work, title, where=where)
    if not job.is_over:
        await run_in_threadpool(job.settle, request.app.state.patience)
    if job.is_over and job.state is not State.STOPPED:
        return job
    return RedirectResponse(f"/jobs/{job.name}", SEE_OTHER)


@router.get("/jobs/{name}")
def watch(request: Request, name: str, asked: Placed) -> Response:
    """How far a job is; where it is over, the way to what came of it."""
    job = _found(request, name)
    now = job.state
    if job.where and now in {State.DONE, State.FAILED}:
        return RedirectResponse(job.where, SEE_OTHER)
    report = job.result() if now in {State.DONE, State.FAILED} else None
    context = {**common(asked), "job": job, "state": now, "states": State, "report": report}
    return HTMLResponse(rendered(request, "job_page.html.j2", context), headers=FRESH)


@router.get("/jobs/{name}/state")
def state(request: Request, name: str) -> Response:
    """The same for the page that watches."""
    return JSONResponse(_found(request, name).to_json(), headers=FRESH)


@router.post("/jobs/{name}/stop")
def stop(request: Request, name: str, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """Stop a job; what somebody began who is logged in is theirs to stop."""
    job = _found(request, name)
    if not is_ours(request.headers):
        raise HTTPException(403, "This form is not from here: load the page again.")
    if job.owner and changing(request, token).user != job.owner:
        raise HTTPException(403, "Somebody else began this.")
    job.stop()
    return RedirectResponse(f"/jobs/{name}", SEE_OTHER)


def _found(request: Request, name: str) -> Job[Any]:
    found = Jobs.of(request).find(name)
    if found is None:
        raise HTTPException(404, "This work is no longer known; ask for its page again.")
    return found
