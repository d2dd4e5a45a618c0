"""Heads: the first line of an entry, which says what it is.

- ``2025-12-28 article 000_564edba20f5347ea``
- ``2025-12-28 Asha Das denies ISF, JUP``
- ``2025-12-30 retraction a_91be...``
- ``review s_5f0c... accept``
- ``recorded 2026-01-01T12:00:00+00:00``
"""

import re
from collections.abc import Mapping
from typing import Any

from tieup.articles import Article
from tieup.corrections import Decision, Retraction, Review
from tieup.notation.fields import day, texts
from tieup.notation.words import leading, listed, quoted, value, word
from tieup.statements import REPORT, Statement
from tieup.vocabulary import Act, Kind

ARTICLE, RETRACTION, REVIEW, RECORDED = "article", "retraction", "review", "recorded"

#: What joins speaker and parties: the act, and for the other kinds the kind.
_VERBS: dict[str, dict[str, Any]] = {
    **{act.value: {"kind": Kind.ALLIANCE, "act": act} for act in Act},
    **{kind.value: {"kind": kind, "act": None} for kind in Kind},
}
_VERB = re.compile(rf"(?:^|(?<= ))(?:{'|'.join(_VERBS)})(?= |$)")


def article_head(article: Article) -> str:
    """The head of an article."""
    return f"{article.published.isoformat()} {ARTICLE} {word(article.id)}"


def retraction_head(retraction: Retraction) -> str:
    """The head of a retraction."""
    return f"{retraction.published.isoformat()} {RETRACTION} {word(retraction.content_id)}"


def review_head(review: Review) -> str:
    """The head of a review."""
    return f"{REVIEW} {item_of(review.statement)} {review.decision}"


def item_of(text: str) -> str:
    """A text that stands amid a head: bare where it is one word."""
    return quoted(text) if " " in text else word(text)


def statement_head(statement: Statement) -> str:
    """The head of a statement."""
    speaker = statement.speaker
    taken = speaker.split(" ")[0] in (ARTICLE, RETRACTION) or _VERB.search(speaker)
    verb = _verb(statement)
    written = f"{quoted(speaker) if taken else word(speaker)} {verb} {listed(statement.parties)}"
    return f"{statement.published.isoformat()} {written}".rstrip()


def said_by_head(statement: Statement) -> dict[str, Any]:
    """Kind and act as the head alone tells them."""
    return _VERBS[_verb(statement)]


def _verb(statement: Statement) -> str:
    tells_act = statement.kind is Kind.ALLIANCE and statement.act is not None
    return str(statement.act if tells_act else statement.kind)


def dated(text: str) -> tuple[str, Mapping[str, Any]]:
    """What a head with a day begins, and the fields that it tells.

    Raises:
        ValueError: saying what is missing.
    """
    first, _, rest = text.partition(" ")
    published, rest = day(first), rest.strip()
    noun, _, name = rest.partition(" ")
    if noun == ARTICLE:
        return ARTICLE, {"published": published, "id": _one(name, "its id")}
    if noun == RETRACTION:
        return RETRACTION, {"published": published, "content_id": _one(name, "a content id")}
    speaker, verb, parties = _said(rest)
    fields = {"published": published, "speaker": speaker, "parties": texts(parties)}
    return "statement", {**fields, **_VERBS[verb]}


def reviewed(text: str) -> Mapping[str, Any]:
    """The fields that a review's head tells.

    Raises:
        ValueError: saying what is missing.
    """
    rest = text.removeprefix(REVIEW).strip()
    if rest.startswith('"'):
        statement, end = leading(rest)
        decision = rest[end:].strip()
    else:
        statement, _, decision = rest.partition(" ")
    try:
        return {"statement": statement, "decision": Decision(decision.strip())}
    except ValueError:
        message = f"write it as: review s_... DECISION, one of {', '.join(Decision)}"
        raise ValueError(message) from None


def _one(written: str, what: str) -> str:
    found = value(written.strip())
    if found is None or not written.strip():
        message = f"{what} is missing after it"
        raise ValueError(message)
    return found


def _said(rest: str) -> tuple[str, str, str]:
    """Speaker, verb and parties."""
    speaker, end = leading(rest) if rest.startswith('"') else ("", 0)
    found = _VERB.search(rest, end)
    between = rest[end : found.start()].strip() if found else ""
    if found is None or (end and between):
        message = f"write it as: DAY SPEAKER ACT PARTIES, the act one of {', '.join(_VERBS)}"
        raise ValueError(message)
    if not end:
        speaker = between or REPORT
    return speaker, found[0], rest[found.end() :].strip()
