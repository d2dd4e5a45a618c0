"""Files that pages load: style, script and the parties' colours."""

from fastapi import APIRouter, HTTPException, Request, Response

from tieup.web.asked import Shown
from tieup.web.rendering import answer, colour_sheet, static

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
def file(request: Request, name: str) -> Response:
    """Style or script."""
    found = static(name)
    if found is None:
        raise HTTPException(404)
    return answer(request, *found, lasting="v" in request.query_params)


@router.get("/colours.css")
def colour_file(request: Request, edition: Shown) -> Response:
    """The parties' colours."""
    return answer(request, colour_sheet(edition.desk.region), "text/css; charset=utf-8")


@router.get("/favicon.ico")
def icon() -> Response:
    """None; the pages bring their own."""
    return Response(status_code=204)
