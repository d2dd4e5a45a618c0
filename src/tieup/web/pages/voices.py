"""Voices: what a person, a party or an outlet said, and what was borne out."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response

from tieup.alliances import Score, Upshot
from tieup.report.telling import tell
from tieup.web.asked import Asked, Question
from tieup.web.pages.board import common
from tieup.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/voices")
def voices(request: Request, asked: Question) -> Response:
    """Every voice, of whom most is known first."""
    return page(request, "voices_page.html.j2", asked.edition.mark, lambda: _all(asked))


@router.get("/voices/{name}")
def voice(request: Request, name: str, asked: Question) -> Response:
    """One voice, by its name."""
    score = asked.edition.desk.voice(name, on=asked.on)
    return page(request, "voice_page.html.j2", asked.edition.mark, lambda: _one(asked, score))


def _all(asked: Asked) -> Mapping[str, Any]:
    found = asked.edition.desk.voices(on=asked.on)
    return {**common(asked), "scores": found}


def _one(asked: Asked, score: Score) -> Mapping[str, Any]:
    told = [
        (word, tell(word.statement, asked.edition.library, asked.names))
        for word in reversed(score.judged)
    ]
    return {**common(asked), "score": score, "told": told, "upshots": Upshot}
