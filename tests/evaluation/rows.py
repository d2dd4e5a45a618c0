"""Rows for tests, written in a line: "ISF denies ISF+JUP"."""

from datetime import date

from tieup.articles import Article
from tieup.evaluation import Annotation, Annotations
from tieup.statements import Statement
from tieup.vocabulary import Act, Kind

DAY = date(2026, 1, 15)
TEXT = "The ISF and the JUP met. The Congress did not reply."


def annotation(line: str, **changes: object) -> Annotation:
    """An annotation from 'SPEAKER act A+B[+C][/HUB]', in the article "a"."""
    speaker, act, parties = line.split()
    names, _, hub = parties.partition("/")
    values: dict[str, object] = {
        "article": "a",
        "parties": tuple(names.split("+")),
        "act": Act(act),
        "hub": hub or None,
        "speaker": speaker,
    }
    return Annotation(**{**values, **changes})  # type: ignore[arg-type] # one line a row


def statement(line: str, **changes: object) -> Statement:
    """A statement from the same, its words the whole text."""
    row = annotation(line)
    values: dict[str, object] = {
        "kind": Kind.ALLIANCE,
        "article": row.article,
        "content_id": "a_0",
        "act": row.act,
        "parties": row.parties,
        "hub": row.hub,
        "speaker": row.speaker,
        "published": DAY,
        "quote": TEXT,
        "start": 0,
        "end": len(TEXT),
        "reader": "hand",
        "confidence": 0.9,
        "why": "written by hand",
    }
    return Statement(**{**values, **changes})  # type: ignore[arg-type] # as above


def annotations(*rows: Annotation, **names: str) -> Annotations:
    """Annotated articles with these rows."""
    ids = dict.fromkeys(["a", *(row.article for row in rows)])
    articles = tuple(Article(id=name, published=DAY, text=TEXT) for name in ids)
    return Annotations(articles=articles, rows=rows, names=names)
