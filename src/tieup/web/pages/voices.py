"""Voices: what a person, a party or an outlet said, and what was borne out."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from tieup.alliances import Score, Upshot
from tieup.articles import Progress
from tieup.report.telling import tell
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.pages.jobs import worked
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)
#: All that was ever said is held against what came of it.
TITLE = "Holding words against what came of them"


@router.get("/voices")
async def voices(request: Request, asked: Question) -> Response:
    """Every voice, of whom most is known first."""
    desk, mark = asked.edition.desk, asked.edition.mark

    def work(progress: Progress) -> tuple[Score, ...]:
        return desk.hindsight.voices(asked.on, progress)

    job = await worked(request, ("voices", mark, str(asked.on)), work, TITLE)
    if isinstance(job, Response):
        return job
    found = job.result()
    return await page(
        request, "voices_page.html.j2", mark, lambda: {**common(asked), "scores": found}
    )


@router.get("/voices/{name}")
async def voice(request: Request, name: str, asked: Question) -> Response:
    """One voice, by its name."""
    desk, mark = asked.edition.desk, asked.edition.mark

    def work(progress: Progress) -> Score:
        return desk.hindsight.voice(name, asked.on, progress)

    job = await worked(request, ("voice", mark, str(asked.on), name), work, TITLE)
    if isinstance(job, Response):
        return job
    score = job.result()
    return await page(request, "voice_page.html.j2", mark, lambda: _one(asked, score))


def _one(asked: Asked, score: Score) -> Mapping[str, Any]:
    told = [
        (word, tell(word.statement, asked.edition.library, asked.names))
        for word in reversed(score.judged)
    ]
    return {**common(asked), "score": score, "told": told, "upshots": Upshot}
