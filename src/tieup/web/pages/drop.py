"""The drop: files with any number of articles, read into the ledger by a job."""

from pathlib import Path, PurePath
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from tieup.articles import Progress
from tieup.desk import ReadReport
from tieup.web.jobs import Jobs
from tieup.web.pages.login import SEE_OTHER
from tieup.web.sessions import changing

if TYPE_CHECKING:
    from tieup.web.newsroom import Newsroom

router = APIRouter(include_in_schema=False)
#: Letters of a file's name that are kept, the last ones; no disk takes one of any length.
LETTERS = 60
#: Files of one drop; their bytes are bounded with those of every request.
MOST = 500


@router.post("/work/take")
def take(
    request: Request,
    token: Annotated[str, Form(max_length=200)],
    files: Annotated[list[UploadFile], File()],
) -> Response:
    """Read files into the ledger; the job's page tells how far that is, and what came of it.

    What is read is recorded a batch at a time. So a job that is stopped leaves whole articles.
    """
    session = changing(request, token)
    given = [(_name(one.filename or ""), one.file.read()) for one in files]
    named = [(name, data) for name, data in given if name]
    if not named:
        raise HTTPException(422, "Choose at least one file.")
    if len(named) > MOST:
        raise HTTPException(413, f"Drop at most {MOST} files at once; tieup read takes any number.")
    newsroom: Newsroom = request.app.state.newsroom

    def work(progress: Progress) -> ReadReport:
        with TemporaryDirectory(prefix="tieup-drop-") as folder:
            for number, (name, data) in enumerate(named):
                place = Path(folder) / str(number)  # two may have one name
                place.mkdir()
                (place / name).write_bytes(data)
            return newsroom.own.read([folder], progress=progress)

    title = f"Reading {len(named)} {'file' if len(named) == 1 else 'files'}"
    key = ("take", token_urlsafe())
    job = Jobs.of(request).begin(key, work, title, where="", owner=session.user)
    return RedirectResponse(f"/jobs/{job.name}", SEE_OTHER)


def _name(given: str) -> str:
    """What a file is called, without folders and what no disk takes; "" where nothing is left."""
    shown = "".join(letter for letter in given if letter.isprintable())
    name = PurePath(shown.replace("\\", "/")).name[-LETTERS:]
    return "" if name in {".", ".."} else name
