"""Files that pages load: style, script and the parties' colours."""

from fastapi import APIRouter, HTTPException, Request, Response

from tieup.web.asked import Shown
from tieup.web.rendering import answer, colour_sheet, static, version

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
@router.get("/static/{of}/{name}")
async def file(request: Request, name: str, of: str = "") -> Response:
    """Style or script; for good where the address tells the version that it has."""
    found = static().get(name)
    if found is None:
        raise HTTPException(404)
    return answer(request, *found, lasting=of == version())


@router.get("/colours.css")
def colour_file(request: Request, edition: Shown) -> Response:
    """The parties' colours."""
    return answer(request, colour_sheet(edition.desk.region), "text/css; charset=utf-8")


@router.get("/favicon.ico")
def icon() -> Response:
    """None; the pages bring their own."""
    return Response(status_code=204)
