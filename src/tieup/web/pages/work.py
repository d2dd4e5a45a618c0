"""Desk work: read a pasted article, record it, and decide on what was read."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from tieup.corrections import Decision
from tieup.desk import Changes, Desk, RevisionError, UnknownNameError
from tieup.desk.proof import Proof, proof
from tieup.report.naming import Names
from tieup.report.telling import tell
from tieup.vocabulary import Act
from tieup.web.asked import Asked, Question
from tieup.web.newsroom import Newsroom
from tieup.web.pages.board import common
from tieup.web.pages.login import SEE_OTHER
from tieup.web.rendering import FRESH, rendered
from tieup.web.sessions import changing, session_of
from tieup.web.views.passages import marked

router = APIRouter(include_in_schema=False)
#: Letters that are read at once: a long magazine piece; more is for `tieup read`.
LONGEST = 60_000
UNREADABLE = 422
#: So many statements wait on one page.
QUEUE = 25

Text = Annotated[str, Form(max_length=LONGEST)]
Day = Annotated[date | None, Form()]
Line = Annotated[str, Form(max_length=300)]
Token = Annotated[str, Form(max_length=200)]


@router.get("/work")
def work(request: Request, asked: Question, done: str = "", statement: str = "") -> Response:
    """The form for an article, and the statements that nobody has decided on."""
    told = {"told": _DONE.get(done, ""), "just": statement if done in _UNDOABLE else ""}
    return _desk_work(request, asked, told)


def _desk_work(
    request: Request, asked: Asked, told: Mapping[str, Any], *, status: int = 200
) -> Response:
    """The page, with what it tells of the last decision."""
    session = session_of(request)
    newsroom: Newsroom = request.app.state.newsroom
    desk = asked.edition.desk
    queue = () if asked.edition.bundled else desk.revision.queue(most=QUEUE + 1)
    names, library = asked.names, asked.edition.library
    waiting = [(entry.statement, tell(entry.statement, library, names)) for entry in queue[:QUEUE]]
    context = {
        **common(asked),
        "session": session,
        "queue": waiting,
        "more": len(queue) > QUEUE,
        "acts": list(Act),
        "decided": () if asked.edition.bundled else _lately(newsroom, asked),
        **_NOTHING_TOLD,
        **told,
    }
    page = rendered(request, "work_page.html.j2", context)
    return HTMLResponse(page, status, headers=FRESH)


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
    asked: Question,
    token: Token,
    statement: Line,
    decision: Annotated[Decision, Form()],
    note: Annotated[str, Form(max_length=2_000)] = "",
    act: Annotated[Act | None, Form()] = None,
    parties: Line = "",
    speaker: Line = "",
) -> Response:
    """Accept, reject, amend or undo; who decides is noted. What can't be is told at the form."""
    session = changing(request, token)
    newsroom: Newsroom = request.app.state.newsroom
    changes = Changes()
    if decision is Decision.AMEND:
        named = tuple(name.strip() for name in parties.split("+")) if parties.strip() else None
        changes = Changes(act=act, parties=named, speaker=speaker.strip() or None)
    try:
        newsroom.own.revision.decide(
            statement, decision, by=session.user, note=note.strip(), changes=changes
        )
    except (RevisionError, UnknownNameError) as error:
        typed = {"id": statement, "act": act, "parties": parties, "speaker": speaker, "note": note}
        return _desk_work(request, asked, {"wrong": str(error), "typed": typed}, status=UNREADABLE)
    where = urlencode({"done": decision.value, "statement": statement})
    return RedirectResponse(f"/work?{where}#queue", SEE_OTHER)


_DONE = {
    "accept": "Accepted.",
    "reject": "Rejected: it counts no more on any board.",
    "amend": "Amended.",
    "undo": "The last decision is taken back.",
}
_NOTHING_TOLD = {"told": "", "just": "", "wrong": "", "typed": {"id": ""}}
_UNDOABLE = frozenset({"accept", "reject", "amend"})


def _proof(desk: Desk, text: str, day: date | None, outlet: str, title: str) -> Proof:
    return proof(
        text, desk.region_of, day=day, outlet=outlet.strip() or None, title=title.strip() or None
    )


def _shown(found: Proof, asked: Asked) -> Mapping[str, Any]:
    """The articles of a proof, each with its text, which is not in the library yet."""
    texts = {article.content_id: article for article, _ in found.read}
    told = []
    for article, statements in found.read:
        names = Names(asked.edition.desk.region_of(article), article.published)
        read = [(s, tell(s, texts, names)) for s in statements]
        told.append((article, names, marked(article, statements), read))
    return {"read": told, "problems": found.problems}


def _lately(newsroom: Newsroom, asked: Asked) -> list[Any]:
    """The last decisions, the latest first."""
    reviews = newsroom.ledger.corrections.reviews()[-10:]
    said = newsroom.ledger.said({entered.review.statement for entered in reviews})
    names, library = asked.names, asked.edition.library
    return [
        (entered, tell(said[entered.review.statement], library, names))
        for entered in reversed(reviews)
        if entered.review.statement in said
    ]
