"""Desk work: read a pasted article, record it, and decide on what was read."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from tieup.corrections import Decision
from tieup.desk import Changes, Desk
from tieup.proof import Proof, proof
from tieup.report.naming import Names
from tieup.report.telling import tell
from tieup.vocabulary import Act
from tieup.web.asked import Asked, Question
from tieup.web.newsroom import Newsroom
from tieup.web.pages.board import common
from tieup.web.pages.login import SEE_OTHER
from tieup.web.rendering import FRESH, rendered
from tieup.web.sessions import changing, session_of

router = APIRouter(include_in_schema=False)
#: Letters that are read at once: a long magazine piece; more is for `tieup read`.
LONGEST = 60_000
#: So many statements wait on one page.
QUEUE = 25

Text = Annotated[str, Form(max_length=LONGEST)]
Day = Annotated[date | None, Form()]
Line = Annotated[str, Form(max_length=300)]
Token = Annotated[str, Form(max_length=200)]


@router.get("/work")
def work(request: Request, asked: Question, done: str = "") -> Response:
    """The form for an article, and the statements that nobody has decided on."""
    session = session_of(request)
    newsroom: Newsroom = request.app.state.newsroom
    desk = asked.edition.desk
    queue = () if asked.edition.bundled else desk.revision.queue(most=QUEUE)
    names, library = asked.names, asked.edition.library
    told = [(entry.statement, tell(entry.statement, library, names)) for entry in queue]
    context = {
        **common(asked),
        "session": session,
        "queue": told,
        "acts": list(Act),
        "done": done if done in _DONE else "",
        "told": _DONE.get(done, ""),
        "decided": () if asked.edition.bundled else _lately(newsroom, asked),
    }
    return HTMLResponse(rendered(request, "work_page.html.j2", context), headers=FRESH)


@router.post("/work/read")
def read(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    asked: Question,
    text: Text,
    published: Day = None,
    outlet: Line = "",
    title: Line = "",
) -> Response:
    """What would be read from a text; nothing is recorded."""
    found = _proof(asked.edition.desk, text, published, outlet, title)
    context = {
        **common(asked),
        **_shown(found, asked),
        "session": session_of(request),
        "text": text,
        "published": published,
        "outlet": outlet,
        "title": title,
    }
    return HTMLResponse(rendered(request, "proof_page.html.j2", context), headers=FRESH)


@router.post("/work/record")
def record(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    token: Token,
    text: Text,
    published: Day = None,
    outlet: Line = "",
    title: Line = "",
) -> Response:
    """Record a text with what is read from it."""
    changing(request, token)
    newsroom: Newsroom = request.app.state.newsroom
    desk = newsroom.own
    found = _proof(desk, text, published, outlet, title)
    if not found.read:
        raise HTTPException(422, "; ".join(f"{p.wrong}: {p.done}" for p in found.problems))
    desk.take([article for article, _ in found.read])
    first = found.read[0][0].content_id
    return RedirectResponse(f"/article/{first}", SEE_OTHER)


@router.post("/work/decide")
def decide(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    token: Token,
    statement: Line,
    decision: Annotated[Decision, Form()],
    note: Annotated[str, Form(max_length=2_000)] = "",
    act: Annotated[Act | None, Form()] = None,
    parties: Line = "",
    speaker: Line = "",
) -> Response:
    """Accept, reject, amend or undo; who decides is noted."""
    session = changing(request, token)
    newsroom: Newsroom = request.app.state.newsroom
    changes = Changes()
    if decision is Decision.AMEND:
        named = tuple(name.strip() for name in parties.split("+")) if parties.strip() else None
        changes = Changes(act=act, parties=named, speaker=speaker.strip() or None)
    newsroom.own.revision.decide(
        statement, decision, by=session.user, note=note.strip(), changes=changes
    )
    return RedirectResponse(f"/work?{urlencode({'done': decision.value})}", SEE_OTHER)


_DONE = {
    "accept": "Accepted.",
    "reject": "Rejected: it counts no more on any board.",
    "amend": "Amended.",
    "undo": "The last decision is taken back.",
}


def _proof(desk: Desk, text: str, day: date | None, outlet: str, title: str) -> Proof:
    return proof(
        text, desk.region_of, day=day, outlet=outlet.strip() or None, title=title.strip() or None
    )


def _shown(found: Proof, asked: Asked) -> Mapping[str, Any]:
    """The articles of a proof, each statement told by the text that is not in the library yet."""
    texts = {article.content_id: article for article, _ in found.read}
    told = []
    for article, statements in found.read:
        names = Names(asked.edition.desk.region_of(article), article.published)
        told.append((article, [(s, tell(s, texts, names), names) for s in statements]))
    return {"read": told, "problems": found.problems}


def _lately(newsroom: Newsroom, asked: Asked) -> list[Any]:
    """The last decisions, the latest first."""
    reviews = newsroom.ledger.reviews()[-10:]
    said = newsroom.ledger.said({entered.review.statement for entered in reviews})
    names, library = asked.names, asked.edition.library
    return [
        (entered, tell(said[entered.review.statement], library, names))
        for entered in reversed(reviews)
        if entered.review.statement in said
    ]
